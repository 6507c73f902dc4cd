"""Confirmed announcements: «Got it» is pressed, the silent are asked once more, then somebody calls them.

Always true: only who was owed a copy confirms, and once; who confirmed is seen by those who may write to all of the
audience; the silent are asked again once, outside the quiet hours unless it is an emergency.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from bot.actions import composing, succeeding
from bot.actions.composing import Draft, take
from bot.domain.access import Actor
from bot.domain.acknowledgement import Call, Part, Reader
from bot.domain.broadcast import REPEATS, Broadcast, State
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.guardian import Guardian
from bot.domain.language import Localized
from bot.domain.notice import Notice, Priority
from bot.domain.reminder import Quiet
from storage import accounts, acknowledgements, broadcasts, events, outbox, participants, polls
from storage.database import Transaction

PATIENCE: Final = timedelta(minutes=5)
"""Who is silent about an emergency for so long is to be called."""
LIFE: Final = timedelta(hours=24)
"""After this long it is of no use to ask again."""
PAGE: Final = 8
GONE: Final = (State.SENDING, State.PAUSED, State.STOPPED, State.SENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """That somebody confirmed; `copy` is what the message was made of, `is_new` is False when it was known."""

    copy: Mapping[str, Any]
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """How many confirmed and how many are silent, in all and by parts with their titles."""

    broadcast: Broadcast
    number: int
    confirmed: int
    streams: tuple[tuple[Part, Localized], ...]
    units: tuple[tuple[Part, Localized], ...]
    page: int
    """Of the units."""
    has_more: bool

    @property
    def silent(self) -> int:
        """How many have not confirmed."""
        return self.number - self.confirmed


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """One page of people who confirmed, or did not."""

    broadcast: Broadcast
    event: Event
    """Whose zone the moments are told in."""
    part: Localized | None
    shown: tuple[Reader, ...]
    page: int
    has_more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Calls:
    """One page of whom to call: each registration with the guardians who may know."""

    broadcast: Broadcast
    shown: tuple[tuple[Call, tuple[Guardian, ...]], ...]
    page: int
    has_more: bool


def ask(
    tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, asks_reply: bool, repeat_after: int | None
) -> Draft:
    """Let everybody be asked to confirm, or not; the silent once more after so many hours."""
    del now
    draft = take(tx, actor, broadcast_id, State.COMPOSING)
    if polls.find(tx, broadcast_id) is not None:
        raise StaleError
    if repeat_after is not None and (repeat_after not in REPEATS or not asks_reply):
        raise StaleError
    is_asked = asks_reply or draft.is_emergency
    changed = broadcasts.update(tx, replace(draft, asks_reply=is_asked, repeat_after=repeat_after))
    return composing.arrive(tx, actor, changed)


def confirm(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int) -> Confirmed:
    """Remember that this person has read and understood; NotAvailableError for whom it was not for."""
    if not acknowledgements.was_due(tx, broadcast_id, actor.account_id):
        raise NotAvailableError
    broadcast = broadcasts.get(tx, broadcast_id)
    if not broadcast.asks_reply:
        raise NotAvailableError
    is_new = acknowledgements.add(tx, broadcast_id, actor.account_id, now)
    return Confirmed(copy=broadcasts.copy_for(broadcast, actor.language), is_new=is_new)


def read_answers(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, page: int = 0) -> Answers:
    """Return who confirmed, in figures."""
    broadcast = _take_asking(tx, actor, broadcast_id)
    streams = {stream.id: stream.title for event in _events(tx, broadcast) for stream in event.streams}
    units = events.get_units(tx, broadcast.programme_id)
    by_stream = acknowledgements.list_parts(tx, broadcast, "stream", now)
    by_unit = acknowledgements.list_parts(tx, broadcast, "unit", now)
    named = [(part, unit.title) for part in by_unit if (unit := units.with_id(part.id)) is not None]
    named.sort(key=lambda one: (-one[0].silent, one[0].id))
    return Answers(
        broadcast=broadcast,
        number=broadcasts.report(tx, broadcast).recipients,
        confirmed=acknowledgements.count(tx, broadcast.id),
        streams=tuple((part, streams[part.id]) for part in by_stream if part.id in streams),
        units=tuple(named[page * PAGE : (page + 1) * PAGE]),
        page=page,
        has_more=len(named) > (page + 1) * PAGE,
    )


def list_people(
    tx: Transaction,
    *,
    actor: Actor,
    now: datetime,
    broadcast_id: int,
    has_confirmed: bool,
    stream_id: int | None,
    unit_id: int | None,
    page: int,
) -> Readers:
    """Return one page of who confirmed, or of the silent, of one stream, one unit or all."""
    broadcast = _take_asking(tx, actor, broadcast_id)
    if page < 0:
        raise StaleError
    part = {"stream_id": stream_id, "unit_id": unit_id, "has_confirmed": has_confirmed}
    found = acknowledgements.list_people(tx, broadcast, **part, limit=PAGE + 1, skipped=page * PAGE, now=now)  # type: ignore[arg-type]
    its_events = _events(tx, broadcast)
    streams = {stream.id: stream.title for event in its_events for stream in event.streams}
    unit = None if unit_id is None else events.get_units(tx, broadcast.programme_id).with_id(unit_id)
    title = streams.get(stream_id) if stream_id is not None else None if unit is None else unit.title
    shown, has_more = found[:PAGE], len(found) > PAGE
    return Readers(broadcast=broadcast, event=its_events[0], part=title, shown=shown, page=page, has_more=has_more)


def list_calls(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, page: int) -> Calls:
    """Return one page of whom to call, with the telephones of the responsible adults."""
    broadcast = _take_asking(tx, actor, broadcast_id)
    if page < 0:
        raise StaleError
    found = acknowledgements.list_calls(tx, broadcast, limit=PAGE + 1, skipped=page * PAGE, now=now)
    shown = tuple((call, participants.list_knowing(tx, call.participant_id)) for call in found[:PAGE])
    return Calls(broadcast=broadcast, shown=shown, page=page, has_more=len(found) > PAGE)


def tick(tx: Transaction, *, now: datetime, quiet: Quiet) -> int:
    """Ask the silent again and have them called, where it is time; return how many messages are owed from now on."""
    owed = sum(_repeat(tx, one, now, quiet) for one in acknowledgements.list_to_repeat(tx, now))
    due = acknowledgements.list_to_escalate(tx, now, sent_before=now - PATIENCE)
    return owed + sum(_escalate(tx, one, now) for one in due)


def _repeat(tx: Transaction, broadcast: Broadcast, now: datetime, quiet: Quiet) -> int:
    zone = _events(tx, broadcast)[0].zone
    if not broadcast.is_emergency and quiet.ends_at(now, zone) is not None:
        return 0
    broadcasts.update(tx, replace(broadcast, repeated_at=now))
    return acknowledgements.repeat(tx, broadcast, now=now, not_after=now + LIFE)


def _escalate(tx: Transaction, broadcast: Broadcast, now: datetime) -> int:
    """Tell the sender, and in an emergency every organizer, that somebody is to be called; nobody when nobody is."""
    broadcasts.update(tx, replace(broadcast, escalated_at=now))
    silent = broadcasts.report(tx, broadcast).recipients - acknowledgements.count(tx, broadcast.id)
    if silent <= 0:
        return 0
    notices = [
        Notice(
            account_id=account_id,
            template="broadcast-calls",
            data={"broadcast": broadcast.id, "number": silent, "is_emergency": broadcast.is_emergency},
            priority=Priority.EMERGENCY if broadcast.is_emergency else Priority.NOTICE,
            dedup_key=f"calls:{broadcast.id}:{account_id}",
        )
        for account_id in _who_calls(tx, broadcast, now)
    ]
    return outbox.put_many(tx, notices, now)


def _who_calls(tx: Transaction, broadcast: Broadcast, now: datetime) -> tuple[int, ...]:
    told = set(succeeding.responsible(tx, broadcast, now))
    if broadcast.is_emergency:
        for event in _events(tx, broadcast):
            told |= set(accounts.list_organizers(tx, event, None, now=now))
    return tuple(sorted(told))


def _events(tx: Transaction, broadcast: Broadcast) -> tuple[Event, ...]:
    """Return the events an announcement is about."""
    found = events.list_events(tx, broadcast.programme_id)
    chosen = broadcast.audience.event_id
    return tuple(event for event in found if chosen in (None, event.id))


def _take_asking(tx: Transaction, actor: Actor, broadcast_id: int) -> Broadcast:
    broadcast = take(tx, actor, broadcast_id, *GONE)
    if not broadcast.asks_reply:
        raise StaleError
    return broadcast
