"""Sessions one signs up for, and whose places are whose: a place is claimed and freed only here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime

from bot.domain.errors import NotAvailableError
from bot.domain.registration import Registration
from bot.domain.timetable import Session
from storage import events, squads
from storage.database import Transaction
from storage.engine import Row
from storage.values import micros


def get(tx: Transaction, session_id: int) -> Session:
    """Return one session."""
    return _session(tx.find("sessions.get", session_id=session_id))


def lock(tx: Transaction, session_id: int) -> Session:
    """Return one session once nobody else takes a place of it or gives one back."""
    return _session(tx.find("sessions.lock", session_id=session_id))


def is_for(tx: Transaction, session: Session, registration: Registration) -> bool:
    """Tell whether a session is for a registration, by its event, its stream and the squad it is in now."""
    squad_id = squads.id_of(tx, registration.id) if session.squad_ids else 0
    return session.event_id == registration.event_id and session.is_for(registration.stream_id, squad_id)


def claim_place(tx: Transaction, session_id: int, registration_id: int, now: datetime) -> bool:
    """Take a place for a registration that has none; False when the session is full."""
    if not tx.run("sessions.claim_place", session_id=session_id):
        return False
    tx.run("sessions.hold_place", session_id=session_id, registration_id=registration_id, now=micros(now))
    return True


def release_place(tx: Transaction, session_id: int, registration_id: int) -> None:
    """Give the place of a registration back, if it has one."""
    if tx.run("sessions.drop_place", session_id=session_id, registration_id=registration_id):
        tx.run("sessions.free_place", session_id=session_id)


def release_other_squads(tx: Transaction, registration: Registration, now: datetime) -> None:
    """Give back the places of a registration in coming sessions that are for squads it is not in."""
    for row in tx.list_("sessions.held_by_squad", registration_id=registration.id, now=micros(now)):
        if not is_for(tx, events.session(row), registration):
            release_place(tx, row["id"], registration.id)


def list_places(tx: Transaction, registration_id: int) -> frozenset[int]:
    """Return the sessions a registration has signed up for."""
    return frozenset(row["session_id"] for row in tx.list_("sessions.places", registration_id=registration_id))


def list_holders(tx: Transaction, session_id: int) -> frozenset[int]:
    """Return the registrations that have signed up for a session."""
    return frozenset(row["registration_id"] for row in tx.list_("sessions.holders", session_id=session_id))


def list_holders_on(tx: Transaction, event_id: int, on: date) -> Mapping[int, frozenset[int]]:
    """Return what each registration has signed up for on one local day: registration -> sessions."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for row in tx.list_("sessions.holders_on", event_id=event_id, held_on=on.isoformat()):
        found[row["registration_id"]].add(row["session_id"])
    return {registration_id: frozenset(sessions) for registration_id, sessions in found.items()}


def has_overlap(tx: Transaction, registration_id: int, session: Session) -> bool:
    """Tell whether a registration has signed up for another session at the same time."""
    found = tx.find(
        "sessions.overlapping",
        registration_id=registration_id,
        session_id=session.id,
        starts_at=micros(session.starts_at),
        ends_at=micros(session.ends_at),
    )
    return found is not None


def _session(row: Row | None) -> Session:
    if row is None:
        raise NotAvailableError
    return events.session(row)
