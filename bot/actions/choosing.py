"""Many chosen at once: seats in a given order, everybody else waiting in that order; taken back, and told.

Always true: a choice is one transaction, whole or not at all; nobody is told of it before the time to take it back is
over; seats go in the order of the choice as far as the quotas allow, and nobody outside it comes before those in it;
what has happened to a registration since is not undone with the choice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from bot.actions.deciding import UNDO_LIFE
from bot.actions.seating import move_up, promote
from bot.actions.telling import tell_family
from bot.domain.access import Actor
from bot.domain.errors import StaleError, UndoExpiredError
from bot.domain.event import Event, Stage
from bot.domain.registration import Registration, Status
from storage import audit, choices, events, registrations
from storage.choices import Choice, Move
from storage.database import Transaction

BATCH: Final = 100
"""Registrations whose families one tick tells, so that nobody else waits long."""
CHOOSABLE: Final = frozenset({Status.PENDING, Status.WAITLISTED})
_STEP: Final = timedelta(microseconds=1)


def place_in_order(
    tx: Transaction, *, actor: Actor, now: datetime, stream_id: int, ranked: Sequence[int], lottery_id: int | None
) -> Choice:
    """Give a stream's seats in this order of registrations; whoever gets none waits in this order, before all others.

    Who has ended or been confirmed by hand meanwhile is passed over.
    """
    registrations.lock_stream(tx, stream_id)
    found = [registrations.get(tx, one) for one in ranked]
    taking = [one for one in found if one.status in CHOOSABLE and one.stream_id == stream_id]
    inside = {one.id for one in taking}
    outside = [one for one in registrations.list_waiting(tx, stream_id) if one.id not in inside]
    before = [*taking, *outside]
    revisions = {one.id: _queue(tx, one, now + _STEP * place, now) for place, one in enumerate(before)}
    events.set_stage(tx, stream_id, Stage.CHOSEN)
    event = events.get(tx, events.find_event_id(tx, stream_id))
    revisions |= {one.id: one.revision for one in move_up(tx, stream_id, event, now=now)}
    choice_id = choices.add(tx, stream_id=stream_id, lottery_id=lottery_id, account_id=actor.account_id, now=now)
    for place, one in enumerate(before, 1):
        position = place if one.id in inside else 0
        choices.add_move(tx, choice_id, position=position, before=one, revision=revisions[one.id])
    audit.record(
        tx, actor=actor, action="choice.make", subject="stream", subject_id=stream_id, now=now, choice=choice_id
    )
    return choices.get(tx, choice_id)


def undo(tx: Transaction, *, actor: Actor, now: datetime, choice_id: int) -> Choice:
    """Take a whole choice back: seats and the waitlist are as they were; nobody has been told."""
    choice = choices.get(tx, choice_id)
    actor.must_run(events.get(tx, choice.event_id).programme_id)
    newest = choices.find_newest(tx, choice.stream_id)
    if newest is None or newest.id != choice_id:
        raise StaleError
    if now > choice.made_at + UNDO_LIFE or not choices.undo(tx, choice_id, now):
        raise UndoExpiredError
    registrations.lock_stream(tx, choice.stream_id)
    moves = [(move, registrations.get(tx, move.registration_id)) for move in choices.list_moves(tx, choice_id)]
    untouched = {one.id: (move, one) for move, one in moves if one.revision == move.revision}
    waiting = {number: _requeue(tx, move, one, now) for number, (move, one) in untouched.items()}
    _seat_again(tx, {number: move for number, (move, _) in untouched.items()}, waiting, now)
    stage = Stage.OPEN if choice.lottery_id is None else Stage.DRAWING
    events.set_stage(tx, choice.stream_id, stage)
    promote(tx, choice.stream_id, events.get(tx, choice.event_id), now=now)
    audit.record(
        tx, actor=actor, action="choice.undo", subject="stream", subject_id=choice.stream_id, now=now, choice=choice_id
    )
    return choices.get(tx, choice_id)


def tick(tx: Transaction, *, now: datetime) -> int:
    """Tell a batch of families of the choices that can no longer be taken back, and return how many."""
    for choice in choices.list_due(tx, now - UNDO_LIFE):
        untold = choices.list_untold(tx, choice.id, limit=BATCH)
        event = events.get(tx, choice.event_id)
        for move in untold:
            choices.mark_told(tx, choice.id, move.registration_id)
            _tell(tx, choice, move, event, now)
        if untold:
            return len(untold)
        choices.finish(tx, choice.id, now)
    return 0


def _queue(tx: Transaction, one: Registration, queued_at: datetime, now: datetime) -> int:
    """Put a registration on the waitlist at a place, giving up its seat, and return the revision."""
    freed = registrations.release_seat(tx, one)
    waiting = replace(freed, status=Status.WAITLISTED, queued_at=queued_at, rests=False)
    return registrations.update(tx, waiting, now=now).revision


def _requeue(tx: Transaction, move: Move, one: Registration, now: datetime) -> Registration:
    freed = registrations.release_seat(tx, one)
    waiting = replace(freed, status=Status.WAITLISTED, queued_at=move.queued_at, rests=move.rests)
    return registrations.update(tx, waiting, now=now)


def _seat_again(tx: Transaction, moves: Mapping[int, Move], waiting: Mapping[int, Registration], now: datetime) -> None:
    """Give the seats back to whoever held one before, as long as there are seats."""
    for number in sorted(moves):
        one = waiting[number]
        if moves[number].before is Status.WAITLISTED:
            continue
        claim = registrations.claim_seat(tx, one.stream_id, one.unit_id)
        if claim is not None:
            seat, quotas = claim
            registrations.hold_quotas(tx, one.id, quotas)
            registrations.update(tx, replace(one, status=moves[number].before, seat_number=seat), now=now)


def _tell(tx: Transaction, choice: Choice, move: Move, event: Event, now: datetime) -> None:
    """Tell a family what the choice brought; what has happened since was told by whoever did it."""
    one = registrations.get(tx, move.registration_id)
    if one.revision != move.revision:
        return
    about: dict[str, Any] = {"now": now, "code": str(one.id) if choice.lottery_id else "", "revision": one.revision}
    about["dedup_key"] = f"choice-{choice.id}-{one.id}"
    if one.status is Status.WAITLISTED:
        tell_family(tx, one, event, "choice-waits", place=registrations.waitlist_place(tx, one.id), **about)
    elif one.offered_until is not None:
        about |= {"until": one.offered_until.isoformat(), "zone": event.zone.key}
        tell_family(tx, one, event, "choice-offer", not_after=one.offered_until, **about)
    else:
        tell_family(tx, one, event, "choice-won", **about)
