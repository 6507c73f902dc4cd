"""Steps that actions share when a seat is taken or freed; each runs inside the caller's transaction.

Always true: no seat stays free while somebody waits whom the quotas allow, and nobody overtakes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.actions.telling import tell_family
from bot.domain.event import Event
from bot.domain.registration import Registration, Status, status_with_seat
from storage import audit, events, registrations
from storage.database import Transaction


def seat_or_wait(tx: Transaction, registration: Registration, event: Event, *, now: datetime) -> Registration:
    """Give a waitlisted registration a seat if there is one it may have; the stream's row must be locked."""
    claim = registrations.claim_seat(tx, registration.stream_id, registration.unit_id)
    if claim is None:
        return registration
    number, quotas = claim
    registrations.hold_quotas(tx, registration.id, quotas)
    status = status_with_seat(event, has_consent=registration.has_consent)
    registration.must_move_to(status)
    return registrations.update(tx, replace(registration, status=status, seat_number=number), now=now)


def free_and_hand_on(
    tx: Transaction,
    registration: Registration,
    status: Status,
    event: Event,
    *,
    now: datetime,
    reason: str | None = None,
) -> Registration:
    """Move a registration to a status without a seat and hand its seat to whoever waits first."""
    registrations.lock_stream(tx, registration.stream_id)
    freed = registrations.release_seat(tx, registration)
    moved = registrations.update(tx, replace(freed, status=status, reason=reason), now=now)
    if registration.seat_number is not None:
        promote(tx, registration.stream_id, event, now=now, but=registration.id)
    return moved


def promote(tx: Transaction, stream_id: int, event: Event, *, now: datetime, but: int | None = None) -> int:
    """Seat those who wait, in order, as long as there is a seat they may have; return how many."""
    seated = 0
    for waiting in registrations.list_waiting(tx, stream_id):
        if waiting.id == but:
            continue
        after = seat_or_wait(tx, waiting, event, now=now)
        if after.status is not Status.WAITLISTED:
            seated += 1
            _tell_promoted(tx, after, event, now)
        elif not registrations.has_free_seat(tx, stream_id):
            break
    return seated


def _tell_promoted(tx: Transaction, registration: Registration, event: Event, now: datetime) -> None:
    audit.record(tx, actor=None, action="waitlist.promote", subject="registration", subject_id=registration.id, now=now)
    tell_family(tx, registration, event, "waitlist-promoted", now=now)


def promote_all(tx: Transaction, event_id: int, *, now: datetime) -> int:
    """Seat those who wait in every stream of an event, after its capacity grew."""
    event = events.get(tx, event_id)
    return sum(promote(tx, stream.id, event, now=now) for stream in event.streams)
