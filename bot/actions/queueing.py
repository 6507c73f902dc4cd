"""Waiting for a place of a session: first come first, and told at once when a place is free.

Always true: a free place goes to the first who waits and can take it, before anybody else may; whoever gets one is told
in the same transaction; who takes part no more, or has something else at that time, is passed over.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.actions.telling import tell_family
from bot.domain.registration import Registration
from bot.domain.timetable import Session
from storage import events, queues, registrations, sessions
from storage.database import Transaction
from storage.values import micros


def tick(tx: Transaction, *, now: datetime) -> int:
    """Give every free place somebody waits for, and return how many were given."""
    return sum(hand_out(tx, session_id, now) for session_id in queues.list_ready(tx, now))


def hand_out(tx: Transaction, session_id: int, now: datetime) -> int:
    """Give the free places of one session to those who wait; a step that actions share."""
    session, given = sessions.lock(tx, session_id), 0
    if not session.takes_sign_ups(now):
        return 0
    for registration_id in queues.list_waiting(tx, session_id):
        if given >= (session.places_left or 0):
            break
        given += _give(tx, session, registrations.get(tx, registration_id), now)
    return given


def _give(tx: Transaction, session: Session, registration: Registration, now: datetime) -> bool:
    if not registration.takes_part or not sessions.is_for(tx, session, registration):
        queues.leave(tx, session.id, registration.id)
        return False
    if sessions.has_overlap(tx, registration.id, session):
        return False
    if not sessions.claim_place(tx, session.id, registration.id, now):
        return False
    queues.leave(tx, session.id, registration.id)
    event = events.get(tx, registration.event_id)
    key = f"session-place:{session.id}:{registration.id}:{micros(now)}"
    data: dict[str, Any] = {
        "event_id": event.id,
        "title": session.title.as_dict(),
        "place": session.place.as_dict(),
        "icon": session.kind,
        "on": session.held_on.isoformat(),
        "starts": f"{session.starts_at.astimezone(event.zone):%H:%M}",
        "ends": f"{session.ends_at.astimezone(event.zone):%H:%M}",
    }
    tell_family(tx, registration, event, "session-place", now=now, not_after=session.starts_at, dedup_key=key, **data)
    return True
