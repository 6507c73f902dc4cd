"""Head counts as organizers run them: begun with one press, watched live, leaders reminded and called, closed.

Always true: only who runs the whole event begins and closes a count; one of an event runs at a time; leaders of the
counted squads are told before everything else, those who are not done are reminded once, then organizers are told once
whom to call; nobody watches a count who runs the event no more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.actions.rostering import Room, reach_squads, room_of
from bot.actions.tracking import PLACE, Live, live_of, must_run, reach_live, tell_leaders
from bot.domain.access import Actor, Scope
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.headcount import LIFE, MINUTES, Headcount
from bot.domain.language import Language
from bot.domain.notice import Notice, Priority
from storage import accounts, audit, events, headcounts, outbox, squads
from storage.database import Transaction

CORRECTED_WITHIN: Final = timedelta(minutes=15)
"""A complete count without anybody missing or not marked is closed by itself then."""
LISTED: Final = 3
"""Earlier counts in the room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRoom:
    """What can be counted, the squads chosen so far, and how it went before."""

    room: Room
    chosen: frozenset[int]
    minutes: int
    earlier: tuple[Live, ...]

    @property
    def event(self) -> Event:
        """Whose squads these are."""
        return self.room.event


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A count and whoever began it."""

    live: Live
    telegram_id: int
    language: Language | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaderCall:
    """A leader to call; no name when a squad has nobody."""

    name: str | None
    phone: str | None


def read_room(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> CountRoom | Live:
    """Return the count of an event that runs, or what can be counted."""
    event, scope = reach_squads(tx, actor, event_id)
    running = headcounts.find_running(tx, event_id)
    return _room_of(tx, actor, event, scope, now) if running is None else live_of(tx, running, event, now)


def _room_of(tx: Transaction, actor: Actor, event: Event, scope: Scope, now: datetime) -> CountRoom:
    event_id = event.id
    args = actor.place_args if actor.place == PLACE and actor.place_args.get("event") == event_id else {}
    earlier = headcounts.list_ended(tx, event_id, LISTED)
    return CountRoom(
        room=room_of(tx, event, scope, now),
        chosen=frozenset(args.get("squads", ())),
        minutes=headcounts.read_minutes(tx, event_id),
        earlier=tuple(live_of(tx, one, event, now) for one in earlier),
    )


def choose(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, squad_id: int, is_in: bool) -> CountRoom:
    """Take a squad into the choice, or out of it; squad 0 begins the choice."""
    event, scope = reach_squads(tx, actor, event_id)
    if headcounts.find_running(tx, event_id) is not None:
        raise StaleError
    found = _room_of(tx, actor, event, scope, now)
    known = {one.id for one in found.room.squads}
    chosen = (found.chosen | {squad_id} if is_in else found.chosen - {squad_id}) & known
    accounts.set_place(tx, actor.account_id, PLACE, {"event": event_id, "squads": sorted(chosen)})
    return CountRoom(room=found.room, chosen=frozenset(chosen), minutes=found.minutes, earlier=found.earlier)


def set_minutes(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, minutes: int) -> None:
    """Say after how many minutes leaders who are not done are reminded."""
    reach_squads(tx, actor, event_id)
    if minutes not in MINUTES:
        raise StaleError
    headcounts.save_minutes(tx, event_id, minutes, account_id=actor.account_id, now=now)
    audit.record(
        tx, actor=actor, action="headcount.rule", subject="event", subject_id=event_id, now=now, minutes=minutes
    )


def begin(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int, is_chosen: bool, message_id: int | None
) -> Live:
    """Count all squads of an event, or the chosen ones; their leaders get the lists. A count that runs is shown."""
    event, _ = reach_squads(tx, actor, event_id)
    if (running := headcounts.find_running(tx, event_id)) is not None:
        return live_of(tx, running, event, now)
    chosen = set(actor.place_args.get("squads", ())) if is_chosen and actor.place == PLACE else None
    ids = [one.id for one in squads.list_of_event(tx, event_id) if one.members and (chosen is None or one.id in chosen)]
    if not ids or (is_chosen and chosen is None):
        raise StaleError
    headcount = headcounts.add(
        tx,
        event_id,
        ids,
        started_by=actor.account_id,
        remind_minutes=headcounts.read_minutes(tx, event_id),
        message_id=message_id,
        now=now,
    )
    tell_leaders(tx, headcount, event, headcounts.list_counted(tx, headcount), "headcount", now)
    accounts.set_place(tx, actor.account_id, PLACE, {"event": event_id})
    audit.record(
        tx, actor=actor, action="headcount.begin", subject="event", subject_id=event_id, now=now, headcount=headcount.id
    )
    return live_of(tx, headcount, event, now)


def read_live(tx: Transaction, *, actor: Actor, now: datetime, headcount_id: int) -> Live:
    """Return how a count stands."""
    headcount, event = reach_live(tx, actor, headcount_id)
    return live_of(tx, headcount, event, now)


def close(tx: Transaction, *, actor: Actor, now: datetime, headcount_id: int) -> Live:
    """Let a count be over as it stands: nobody can mark in it any more."""
    headcount, event = reach_live(tx, actor, headcount_id)
    must_run(headcount)
    headcounts.end(tx, headcount_id, now)
    audit.record(
        tx, actor=actor, action="headcount.close", subject="event", subject_id=event.id, now=now, headcount=headcount_id
    )
    return live_of(tx, headcounts.get(tx, headcount_id), event, now)


def take_calls(
    tx: Transaction, *, actor: Actor, now: datetime, headcount_id: int
) -> tuple[Live, dict[int, tuple[LeaderCall, ...]]]:
    """Return whom to call: squad -> its leaders with their phones; that somebody took them is recorded."""
    headcount, event = reach_live(tx, actor, headcount_id)
    live = live_of(tx, headcount, event, now)
    wanted = {part.squad.id for part in live.late} | {part.squad.id for part, _ in live.missing}
    found: dict[int, tuple[LeaderCall, ...]] = dict.fromkeys(wanted, ())
    for one in squads.list_leaders(tx, event.id, now):
        if one.squad_id in wanted:
            phone = accounts.get_row(tx, one.account_id)["phone"]
            found[one.squad_id] += (LeaderCall(name=one.name, phone=phone),)
    audit.record(
        tx, actor=actor, action="headcount.calls", subject="event", subject_id=event.id, now=now, headcount=headcount_id
    )
    return live, found


def list_watched(tx: Transaction, now: datetime) -> tuple[Watched, ...]:
    """Return the counts whose figures are to be shown to who began them, as long as they run the event."""
    return tuple(_watched(tx, one, now) for one in headcounts.list_unreported(tx) if _may_watch(tx, one, now))


def move_figures(tx: Transaction, *, headcount_id: int, message_id: int) -> None:
    """Show the figures of a count in another message from now on."""
    headcounts.set_message(tx, headcount_id, message_id)


def mark_reported(tx: Transaction, *, headcount_id: int, now: datetime) -> None:
    """Remember that the last figures of a count that is over were shown."""
    headcounts.mark_reported(tx, headcount_id, now)


def tick(tx: Transaction, *, now: datetime) -> int:
    """Remind leaders, tell organizers whom to call, close what is over; return how many messages are owed from now."""
    headcounts.end_old(tx, now - LIFE, now)
    found = headcounts.list_unreported(tx)
    for one in found:
        if one.ended_at is not None and not _may_watch(tx, one, now):
            headcounts.mark_reported(tx, one.id, now)  # nobody is left to whom its last figures could be shown
    return sum(_look(tx, one, now) for one in found if one.ended_at is None)


def _look(tx: Transaction, headcount: Headcount, now: datetime) -> int:
    event = events.get(tx, headcount.event_id)
    if headcount.completed_at is not None:
        live = live_of(tx, headcount, event, now)
        is_quiet = not live.missing and not live.figures.open  # who came back after the squad was done is not seen yet
        if is_quiet and now - headcount.completed_at >= CORRECTED_WITHIN:
            headcounts.end(tx, headcount.id, now)
        return 0
    if now < headcount.remind_at:
        return 0
    late = [one for one in headcounts.list_counted(tx, headcount) if one.finished_at is None]
    owed = 0
    if now < headcount.call_at:
        unreminded = [one for one in late if one.reminded_at is None]
        owed += tell_leaders(tx, headcount, event, unreminded, "headcount-late", now)
        for one in unreminded:
            headcounts.mark_reminded(tx, headcount.id, one.squad.id, now)
    elif headcount.called_at is None:
        headcounts.mark_called(tx, headcount.id, now)
        owed += _tell_organizers(tx, headcount, event, len(late), now)
    return owed


def _tell_organizers(tx: Transaction, headcount: Headcount, event: Event, number: int, now: datetime) -> int:
    notices = [
        Notice(
            account_id=account_id,
            template="headcount-calls",
            data={"headcount": headcount.id, "event": event.title.as_dict(), "number": number},
            priority=Priority.EMERGENCY,
            not_after=now + LIFE,
            dedup_key=f"headcount-calls:{headcount.id}:{account_id}",
        )
        for account_id in accounts.list_organizers(tx, event, None, now=now)
    ]
    return outbox.put_many(tx, notices, now)


def _may_watch(tx: Transaction, headcount: Headcount, now: datetime) -> bool:
    """Tell whether whoever began a count still runs the whole event."""
    try:
        reach_squads(tx, accounts.get_holder(tx, headcount.started_by, now=now), headcount.event_id)
    except NotAvailableError:
        return False
    return True


def _watched(tx: Transaction, headcount: Headcount, now: datetime) -> Watched:
    row = accounts.get_row(tx, headcount.started_by)
    return Watched(
        live=live_of(tx, headcount, events.get(tx, headcount.event_id), now),
        telegram_id=row["telegram_id"],
        language=None if row["language"] is None else Language(row["language"]),
    )
