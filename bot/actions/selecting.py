"""How an event chooses, and how many places its streams have: set in the chat, taken back if it was a slip.

Always true: a capacity is never below what is taken; places that are added go to those who wait at once, in order, and
they are told only when it can no longer be taken back; while a lottery of a stream is open neither changes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.actions.deciding import UNDO_LIFE
from bot.actions.seating import promote
from bot.actions.telling import take_back, tell
from bot.domain.access import Actor
from bot.domain.errors import LotteryOpenError, NotAvailableError, StaleError, UndoExpiredError
from bot.domain.event import Event, Mode, Stage, Stream
from bot.domain.registration import Registration, Status
from storage import accounts, audit, events, programmes, registrations
from storage.database import Transaction
from storage.values import from_json, instant, micros

CAPACITY: Final = "selection-capacity"
"""The screen on which a typed number is a stream's new capacity."""
MOST_PLACES: Final = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamPlaces:
    """A stream, how many of its seats are taken and how many wait for one."""

    stream: Stream
    taken: int
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectionRoom:
    """How an event chooses, stream by stream."""

    event: Event
    rows: tuple[StreamPlaces, ...]

    def row(self, stream_id: int) -> StreamPlaces:
        """Return the row of a stream."""
        return next(row for row in self.rows if row.stream.id == stream_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resized:
    """What became of a wish for another capacity; `at` (microseconds) names it for taking it back."""

    event: Event
    stream: Stream
    before: int
    taken: int
    moved_up: int
    at: int
    is_refused: bool


def read_room(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> SelectionRoom:
    """Return how an event chooses."""
    del now
    event = events.get(tx, event_id)
    actor.must_run(event.programme_id)
    return SelectionRoom(event=event, rows=tuple(_places(tx, stream) for stream in event.streams))


def read_stream(tx: Transaction, *, actor: Actor, now: datetime, stream_id: int) -> tuple[Event, StreamPlaces]:
    """Return one stream with its places."""
    del now
    event, stream = take_stream(tx, actor, stream_id)
    return event, _places(tx, stream)


def choose_mode(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, mode: Mode) -> None:
    """Change how an event chooses; whoever has a place or waits for a decision keeps it."""
    event = events.get(tx, event_id)
    actor.must_run(event.programme_id)
    if any(stream.stage is Stage.DRAWING for stream in event.streams):
        raise LotteryOpenError
    if mode is event.mode:
        return
    events.set_mode(tx, event_id, mode)
    audit.record(tx, actor=actor, action="event.mode", subject="event", subject_id=event_id, now=now, mode=mode.value)


def ask_capacity(tx: Transaction, *, actor: Actor, now: datetime, stream_id: int) -> tuple[Event, StreamPlaces]:
    """Go where a typed number is the stream's new capacity."""
    page = read_stream(tx, actor=actor, now=now, stream_id=stream_id)
    accounts.set_place(tx, actor.account_id, CAPACITY, {"stream": stream_id})
    return page


def resize(tx: Transaction, *, actor: Actor, now: datetime, stream_id: int, capacity: int) -> Resized:
    """Change a stream's capacity; refused below what is taken, places that are added go to those who wait."""
    _, before = take_stream(tx, actor, stream_id)
    registrations.lock_stream(tx, stream_id)
    if before.stage is Stage.DRAWING:
        raise LotteryOpenError
    taken = registrations.count_taken(tx, stream_id)
    is_refused = capacity < max(1, taken) or capacity > MOST_PLACES
    moved_up = 0
    if not is_refused:
        moved_up = _set(tx, actor, stream_id, capacity, now)
    event, stream = take_stream(tx, actor, stream_id)
    return Resized(
        event=event,
        stream=stream,
        before=before.capacity,
        taken=taken,
        moved_up=moved_up,
        at=micros(now),
        is_refused=is_refused,
    )


def undo_resize(tx: Transaction, *, actor: Actor, now: datetime, stream_id: int, capacity: int, at: int) -> Event:
    """Give a stream the capacity it had before; who moved up by the change waits again where they had waited."""
    event, stream = take_stream(tx, actor, stream_id)
    registrations.lock_stream(tx, stream_id)
    if now > instant(at) + UNDO_LIFE:
        raise UndoExpiredError
    for registration_id, revision in _moved_up(tx, stream_id, at):
        registration = registrations.get(tx, registration_id)
        if registration.revision == revision:
            _step_down(tx, registration, event, now)
    if capacity < max(1, registrations.count_taken(tx, stream_id)) or stream.stage is Stage.DRAWING:
        raise StaleError
    _set(tx, actor, stream_id, capacity, now, action="stream.resize-undo")
    return events.get(tx, event.id)


def take_stream(tx: Transaction, actor: Actor, stream_id: int) -> tuple[Event, Stream]:
    """Return a stream of a programme one runs."""
    event = events.get(tx, events.find_event_id(tx, stream_id))
    if not actor.runs(event.programme_id):
        raise NotAvailableError
    return event, event.stream_with(stream_id)


def _moved_up(tx: Transaction, stream_id: int, at: int) -> tuple[tuple[int, int], ...]:
    """Return (registration, revision) of whom the newest change moved up, if it was made at that instant."""
    row = next(iter(reversed(audit.list_(tx, "stream", stream_id))), None)
    if row is None or row["at"] != at or row["action"] != "stream.resize":
        raise StaleError
    return tuple((one, revision) for one, revision in from_json(row["data"])["moved"])


def _set(
    tx: Transaction, actor: Actor, stream_id: int, capacity: int, now: datetime, *, action: str = "stream.resize"
) -> int:
    events.resize(tx, stream_id, capacity)
    programmes.add_seats(tx, stream_id, capacity)
    event = events.get(tx, events.find_event_id(tx, stream_id))
    moved = promote(tx, stream_id, event, now=now, told_at=now + UNDO_LIFE)
    audit.record(
        tx,
        actor=actor,
        action=action,
        subject="stream",
        subject_id=stream_id,
        now=now,
        capacity=capacity,
        moved=[(one.id, one.revision) for one in moved],
    )
    return len(moved)


def _step_down(tx: Transaction, registration: Registration, event: Event, now: datetime) -> None:
    too_late = take_back(tx, registration, now=now)
    freed = registrations.release_seat(tx, registration)
    waiting = registrations.update(tx, replace(freed, status=Status.WAITLISTED), now=now)
    for account_id in too_late:
        tell(tx, account_id, waiting, event, "decision-undone", now=now)


def _places(tx: Transaction, stream: Stream) -> StreamPlaces:
    waiting = len(registrations.list_waiting(tx, stream.id))
    return StreamPlaces(stream=stream, taken=registrations.count_taken(tx, stream.id), waiting=waiting)
