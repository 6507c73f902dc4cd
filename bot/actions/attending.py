"""Signing up for sessions with limited places: take a place, give it back, wait for one.

Always true: a place is taken with the session's row locked, by a confirmed registration, before the session begins;
nobody takes places in two sessions at the same time, no session is oversold, and nobody gets a place before those who
wait for it.
"""

from __future__ import annotations

from datetime import datetime

from bot.actions.belonging import must_act
from bot.actions.queueing import hand_out
from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError, SessionBegunError, SessionFullError, SessionOverlapError
from bot.domain.registration import Registration
from bot.domain.timetable import Session
from storage import audit, queues, registrations, sessions
from storage.database import Transaction


def take_place(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, session_id: int) -> Session:
    """Sign a registration of one's own up for a session; a second time changes nothing."""
    registration, session = _own(tx, actor, now, registration_id, session_id)
    if session.id in sessions.list_places(tx, registration.id):
        return session
    if sessions.has_overlap(tx, registration.id, session):
        raise SessionOverlapError
    hand_out(tx, session.id, now)
    if session.id in sessions.list_places(tx, registration.id):
        return session
    if not sessions.claim_place(tx, session.id, registration.id, now):
        raise SessionFullError
    queues.leave(tx, session.id, registration.id)
    _record(tx, "session.take_place", actor=actor, now=now, session_id=session_id, registration_id=registration_id)
    return session


def give_back(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, session_id: int) -> Session:
    """Give a place in a session back; without one nothing changes."""
    registration, session = _own(tx, actor, now, registration_id, session_id)
    sessions.release_place(tx, session.id, registration.id)
    hand_out(tx, session.id, now)
    _record(tx, "session.give_back", actor=actor, now=now, session_id=session_id, registration_id=registration_id)
    return session


def wait(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, session_id: int) -> Session:
    """Wait for a place of a full session; whoever finds a free one has it at once."""
    registration, session = _own(tx, actor, now, registration_id, session_id)
    if session.id in sessions.list_places(tx, registration.id):
        return session
    if sessions.has_overlap(tx, registration.id, session):
        raise SessionOverlapError
    queues.join(tx, session.id, registration.id, now)
    hand_out(tx, session.id, now)
    _record(tx, "session.wait", actor=actor, now=now, session_id=session_id, registration_id=registration_id)
    return session


def stop_waiting(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, session_id: int) -> Session:
    """Wait for a place no more; a place one got meanwhile stays."""
    registration, session = _own(tx, actor, now, registration_id, session_id)
    queues.leave(tx, session.id, registration.id)
    _record(tx, "session.stop_waiting", actor=actor, now=now, session_id=session_id, registration_id=registration_id)
    return session


def _own(
    tx: Transaction, actor: Actor, now: datetime, registration_id: int, session_id: int
) -> tuple[Registration, Session]:
    registration = registrations.get(tx, registration_id)
    must_act(tx, actor, registration)
    session = sessions.lock(tx, session_id)
    is_held = session.capacity is not None and not session.is_cancelled
    if not sessions.is_for(tx, session, registration) or not is_held or not registration.takes_part:
        raise NotAvailableError
    if not session.takes_sign_ups(now):
        raise SessionBegunError
    return registration, session


def _record(
    tx: Transaction, action: str, *, actor: Actor, now: datetime, session_id: int, registration_id: int
) -> None:
    audit.record(
        tx, actor=actor, action=action, subject="session", subject_id=session_id, now=now, registration=registration_id
    )
