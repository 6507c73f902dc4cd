"""Steps that actions share when a seat is taken or freed; each runs inside the caller's transaction.

Always true: no seat stays free while somebody waits whom the quotas allow, and nobody overtakes; a freed seat that is
offered is held until the family answers or the deadline passes; whoever let an offer pass is offered nothing more until
the family asks for it; while a lottery of the stream is open its seats go to nobody.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.actions.telling import decision_key, tell_family
from bot.domain.errors import LotteryOpenError, NoSeatThereError
from bot.domain.event import Event, Stage
from bot.domain.registration import SEATED, Registration, Status, status_when_moved_up, status_with_seat
from storage import audit, events, registrations
from storage.database import Transaction


def seat_or_wait(
    tx: Transaction, registration: Registration, event: Event, *, now: datetime, is_offered: bool = False
) -> Registration:
    """Give a waitlisted registration a seat if there is one it may have; the stream's row must be locked.

    With `is_offered` it moves up from the waitlist: the seat is only held for it, if the event offers freed seats.
    """
    if event.stream_with(registration.stream_id).stage is Stage.DRAWING:
        return registration
    claim = registrations.claim_seat(tx, registration.stream_id, registration.unit_id)
    if claim is None:
        return registration
    number, quotas = claim
    registrations.hold_quotas(tx, registration.id, quotas)
    until = now + event.offered_for if is_offered and event.offered_for else None
    status = status_with_seat(event, has_consent=registration.has_consent)
    if is_offered:
        moved_up = status_when_moved_up(event, registration.stream_id, has_consent=registration.has_consent)
        status = Status.OFFERED if until else moved_up
    registration.must_move_to(status)
    seated = replace(registration, status=status, seat_number=number, offered_until=until)
    return registrations.update(tx, seated, now=now)


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


def move_seat(
    tx: Transaction, before: Registration, stream_id: int, unit_id: int | None, event: Event, *, now: datetime
) -> Registration:
    """Move a registration to another stream or unit; NoSeatThereError when that would cost it its seat.

    The old seat goes to whoever waits first; while a lottery is open nobody moves in or out. In the same stream the
    seat and the places in sessions stay.
    """
    if (before.stream_id, before.unit_id) == (stream_id, unit_id):
        return before
    for one in sorted({before.stream_id, stream_id}):
        registrations.lock_stream(tx, one)
        if event.stream_with(one).stage is Stage.DRAWING:
            raise LotteryOpenError
    is_seated = before.status in SEATED
    if is_seated and before.stream_id == stream_id:
        if not registrations.move_quotas(tx, before, unit_id):
            raise NoSeatThereError
        moved = registrations.update(tx, replace(before, unit_id=unit_id), now=now)
    else:
        freed = registrations.release_seat(tx, before)
        waiting = replace(freed, stream_id=stream_id, unit_id=unit_id, status=Status.WAITLISTED, reason=None)
        if not is_seated:
            waiting = replace(waiting, queued_at=now)
        moved = seat_or_wait(tx, registrations.update(tx, waiting, now=now), event, now=now)
        if is_seated and moved.status is Status.WAITLISTED:
            raise NoSeatThereError
    promote(tx, before.stream_id, event, now=now, but=before.id)
    return moved


def let_offer_pass(tx: Transaction, registration: Registration, event: Event, *, now: datetime) -> Registration:
    """End an offer that nobody took in time: the seat goes on, the registration rests at the end of the waitlist.

    It is offered nothing more until the family says that they still want a place.
    """
    registrations.lock_stream(tx, registration.stream_id)
    freed = registrations.release_seat(tx, registration)
    resting = registrations.update(tx, replace(freed, status=Status.WAITLISTED, queued_at=now, rests=True), now=now)
    audit.record(tx, actor=None, action="offer.expire", subject="registration", subject_id=registration.id, now=now)
    promote(tx, registration.stream_id, event, now=now)
    tell_family(tx, resting, event, "offer-expired", now=now, revision=resting.revision)
    return resting


def promote(
    tx: Transaction,
    stream_id: int,
    event: Event,
    *,
    now: datetime,
    but: int | None = None,
    told_at: datetime | None = None,
) -> tuple[Registration, ...]:
    """Seat those who wait, in order, as long as there is a seat they may have; return who moved up.

    A seat that was freed above the stream's capacity goes to nobody. They are told at once, or at `told_at`.
    """
    moved = move_up(tx, stream_id, event, now=now, but=but)
    for one in moved:
        tell_promoted(tx, one, event, now, told_at=told_at)
    return moved


def move_up(
    tx: Transaction, stream_id: int, event: Event, *, now: datetime, but: int | None = None
) -> tuple[Registration, ...]:
    """Seat those who wait, in order, and leave telling them to the caller."""
    registrations.drop_surplus_seats(tx, stream_id)
    moved: list[Registration] = []
    if not registrations.has_free_seat(tx, stream_id):
        return ()
    for waiting in registrations.list_waiting(tx, stream_id):
        if waiting.id == but:
            continue
        after = seat_or_wait(tx, waiting, event, now=now, is_offered=True)
        if after.status is not Status.WAITLISTED:
            moved.append(after)
        elif not registrations.has_free_seat(tx, stream_id):
            break
    return tuple(moved)


def tell_promoted(
    tx: Transaction, registration: Registration, event: Event, now: datetime, *, told_at: datetime | None = None
) -> None:
    """Tell a family that a seat is theirs, or offered to them until a deadline."""
    until, key = registration.offered_until, decision_key(registration)
    when: dict[str, Any] = {"now": now, "not_before": told_at, "dedup_key": key if told_at else None}
    if until is not None:
        facts: dict[str, Any] = {"until": until.isoformat(), "zone": event.zone.key, "revision": registration.revision}
        audit.record(tx, actor=None, action="offer.make", subject="registration", subject_id=registration.id, now=now)
        tell_family(tx, registration, event, "offer", not_after=until, **when, **facts)
        return
    audit.record(tx, actor=None, action="waitlist.promote", subject="registration", subject_id=registration.id, now=now)
    tell_family(tx, registration, event, "waitlist-promoted", **when)


def promote_all(tx: Transaction, event_id: int, *, now: datetime) -> int:
    """Seat those who wait in every stream of an event, after its capacity grew."""
    event = events.get(tx, event_id)
    return sum(len(promote(tx, stream.id, event, now=now)) for stream in event.streams)
