"""A new season from an event that is there, and the days of an event: planned, looked at, made, opened.

Always true: only organizers of the whole programme do any of it; a new season is hidden until it is opened; nobody who
took part is copied; days stay in their order.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from bot.actions.redating import tell_days
from bot.actions.versioning import publish_version
from bot.domain import season as seasons_of
from bot.domain.access import Actor
from bot.domain.errors import DayError, NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.questions.typed_dates import Day, read_date
from storage import accounts, audit, events, forms, seasons
from storage.database import Transaction

NAME: Final = "season-name"
FIRST_DAY: Final = "season-day"
DAY: Final = "event-day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a new season would be; `event` as it would stand, with the old one's id."""

    event: Event
    before: Event
    shift: timedelta

    @property
    def years(self) -> int:
        """How many years later people are born."""
        return seasons_of.years(self.shift)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A day that was changed; `which` is opens, closes, or s or e with a stream's id."""

    event: Event
    which: str
    was: date
    now: date
    told: int = 0
    """Registrations whose families learn of it in a minute."""


def ask_name(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Event:
    """Let the name of a new season be typed."""
    del now
    event = _event(tx, actor, event_id)
    accounts.set_place(tx, actor.account_id, NAME, {"event": event_id})
    return event


def take_name(tx: Transaction, *, actor: Actor, now: datetime, text: str) -> tuple[Event, str]:
    """Keep the name of a new season, and let its first day be typed."""
    del now
    event = _event(tx, actor, int(actor.place_args["event"]))
    name = seasons_of.season_name(text)
    accounts.set_place(tx, actor.account_id, FIRST_DAY, {"event": event.id, "season": name})
    return event, name


def take_first_day(tx: Transaction, *, actor: Actor, now: datetime, text: str) -> Plan:
    """Read the first day of a new season, and show what it would be."""
    args = actor.place_args
    event = _event(tx, actor, int(args["event"]))
    on = _typed(text, event, now)
    plan = _plan(event, str(args["season"]), on)
    accounts.set_place(tx, actor.account_id, FIRST_DAY, {**args, "on": on.isoformat()})
    return plan


def read_place(tx: Transaction, *, actor: Actor, now: datetime) -> tuple[Event, str, Plan | None]:
    """Return where somebody stands who makes a new season."""
    del now
    args = actor.place_args
    event = _event(tx, actor, int(args["event"]))
    name = str(args.get("season", ""))
    plan = _plan(event, name, date.fromisoformat(args["on"])) if "on" in args else None
    return event, name, plan


def create(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Event:
    """Make the new season that was looked at."""
    args = actor.place_args
    if actor.place != FIRST_DAY or args.get("event") != event_id or "on" not in args:
        _event(tx, actor, event_id)
        raise StaleError
    plan = _plan(_event(tx, actor, event_id), str(args["season"]), date.fromisoformat(args["on"]))
    version = forms.newest(tx, event_id)
    if version is None:
        raise NotAvailableError
    made = plan.event
    new_id = seasons.copy_event(
        tx,
        plan.before,
        code=_free_code(tx, made.code),
        season=made.season,
        title=made.title,
        summary=made.summary,
        shift=plan.shift,
    )
    publish_version(tx, new_id, seasons_of.form_for(version.content, plan.shift), now=now, actor=actor)
    audit.record(tx, actor=actor, action="event.clone", subject="event", subject_id=new_id, now=now, event_id=event_id)
    accounts.set_place(tx, actor.account_id, "desk", {"event": new_id})
    return events.get(tx, new_id)


def read_days(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Event:
    """Return an event whose days somebody may change."""
    del now
    return _event(tx, actor, event_id)


def open_event(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Event:
    """Let everybody know of an event."""
    _event(tx, actor, event_id)
    if not seasons.show(tx, event_id):
        raise StaleError
    audit.record(tx, actor=actor, action="event.open", subject="event", subject_id=event_id, now=now)
    return events.get(tx, event_id)


def ask_day(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, which: str) -> Event:
    """Let a new date be typed."""
    del now
    event = _event(tx, actor, event_id)
    day_of(event, which)
    accounts.set_place(tx, actor.account_id, DAY, {"event": event_id, "which": which})
    return event


def take_day(tx: Transaction, *, actor: Actor, now: datetime, text: str) -> Changed:
    """Read a typed date and let it be the event's."""
    event = _event(tx, actor, int(actor.place_args["event"]))
    return _set(tx, actor, event, str(actor.place_args["which"]), _typed(text, event, now), now)


def put_back(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int, which: str, was: date, expected: date
) -> Changed:
    """Bring an earlier date back, unless it has been changed again since."""
    event = _event(tx, actor, event_id)
    if day_of(event, which) != expected:
        raise StaleError
    return _set(tx, actor, event, which, was, now)


def day_of(event: Event, which: str) -> date:
    """Return one of an event's days; StaleError when it has no such day."""
    if which in {"opens", "closes"}:
        return event.opens_on if which == "opens" else event.closes_on
    for stream in event.streams:
        if which in {f"s{stream.id}", f"e{stream.id}"}:
            return stream.starts_on if which[0] == "s" else stream.ends_on
    raise StaleError


def _set(tx: Transaction, actor: Actor, event: Event, which: str, on: date, now: datetime) -> Changed:
    was, told = day_of(event, which), 0
    if which in {"opens", "closes"}:
        changed = replace(event, opens_on=on) if which == "opens" else replace(event, closes_on=on)
        _must_be_in_order(changed)
        seasons.set_days(tx, event.id, changed.opens_on, changed.closes_on)
    else:
        stream = event.stream_with(int(which[1:]))
        moved = replace(stream, starts_on=on) if which[0] == "s" else replace(stream, ends_on=on)
        changed = replace(event, streams=tuple(moved if one.id == stream.id else one for one in event.streams))
        _must_be_in_order(changed)
        if seasons.has_sessions_outside(tx, event.id, stream.id, moved.starts_on, moved.ends_on):
            raise DayError("sessions")
        seasons.set_stream_days(tx, event.id, stream.id, moved.starts_on, moved.ends_on)
        told = tell_days(tx, event, stream, moved, now=now)
    audit.record(
        tx,
        actor=actor,
        action="event.day",
        subject="event",
        subject_id=event.id,
        now=now,
        which=which,
        was=was.isoformat(),
        became=on.isoformat(),
    )
    accounts.set_place(tx, actor.account_id, "desk", {"event": event.id})
    return Changed(event=events.get(tx, event.id), which=which, was=was, now=on, told=told)


def _must_be_in_order(event: Event) -> None:
    if event.opens_on > event.closes_on or any(one.starts_on > one.ends_on for one in event.streams):
        raise DayError("order")
    if event.closes_on > max(one.starts_on for one in event.streams):
        raise DayError("closes-late")


def _plan(event: Event, name: str, first_day: date) -> Plan:
    shift = first_day - event.starts_on
    if not shift:
        raise DayError("same")
    streams = tuple(replace(one, starts_on=one.starts_on + shift, ends_on=one.ends_on + shift) for one in event.streams)
    later = replace(
        event,
        code=seasons_of.season_code(event.code, event.season, name),
        season=name,
        title=seasons_of.season_title(event.title, event.season, name),
        summary=seasons_of.renamed(event.summary, event.season, name),
        starts_on=first_day,
        ends_on=event.ends_on + shift,
        opens_on=event.opens_on + shift,
        closes_on=event.closes_on + shift,
        streams=streams,
    )
    return Plan(event=later, before=event, shift=shift)


def _free_code(tx: Transaction, code: str) -> str:
    """Return the code, with a number behind it if it is taken."""
    for number in range(1, 100):
        wanted = code if number == 1 else f"{code[:36]}-{number}"
        if not seasons.has_code(tx, wanted):
            return wanted
    raise StaleError


def _typed(text: str, event: Event, now: datetime) -> date:
    """Return a typed date; two digits of a year mean this century."""
    found = read_date(text, "", event.today(now) + timedelta(days=3650))
    if not isinstance(found, Day):
        raise DayError("not-understood")
    try:
        return date(found.year, found.month, found.day)
    except ValueError as error:
        raise DayError("not-understood") from error


def _event(tx: Transaction, actor: Actor, event_id: int) -> Event:
    event = events.get(tx, event_id)
    actor.must_run(event.programme_id)
    return event
