"""Sharing out a stream's places among regions, districts and schools.

Always true: only who runs the programme changes a quota; the quotas inside one never keep more than it has, and none
goes below what is taken; whoever waited for a place that this freed is given it in the same transaction.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.actions.filling import Fills, UnitFill
from bot.actions.seating import promote
from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event, Stream
from bot.domain.names import ascii_digits
from bot.domain.quota import Bounds, Quota, bounds
from bot.domain.units import Unit, Units
from storage import accounts, audit, events, quotas, registrations
from storage.database import Transaction

NUMBER: Final = "quota"
"""The place where a typed number is a quota."""
PAGE: Final = 8
NONE: Final = -1
"""Stands for «no quota» where a number of places is meant."""
LARGEST: Final = 100_000
LONGEST_TEXT: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A unit (None: the whole programme) with the units right inside it; pages count from 0."""

    event: Event
    way: tuple[Unit, ...]
    here: UnitFill | None
    inside: tuple[UnitFill, ...]
    page: int
    pages: int
    read_at: datetime
    found: bool = True
    """False when somebody looked for a unit and there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberPage:
    """What is asked before a quota is set; `problem` says what was wrong with the number before."""

    event: Event
    unit: Unit
    stream: Stream
    quota: Quota | None
    bounds: Bounds
    above: Unit | None
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A quota that was set: from how many places (NONE: there was no quota) to how many."""

    event_id: int
    unit_id: int
    stream_id: int
    before: int
    after: int
    seated: int
    """How many who waited were given a place by it."""


def read_branch(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, unit_id: int, page: int) -> Branch:
    """Return the places of one unit (0: of all) and of the units inside it."""
    event = _event(tx, actor, event_id)
    units = events.get_units(tx, event.programme_id)
    unit = _unit(units, unit_id) if unit_id else None
    inside = units.children(unit.code) if unit else units.roots()
    pages = max(1, -(-len(inside) // PAGE))
    shown = min(max(page, 0), pages - 1)
    fills = Fills(tx, event, units)
    return Branch(
        event=event,
        way=units.path(unit.code) if unit else (),
        here=fills.of(unit) if unit else None,
        inside=tuple(fills.of(one) for one in inside[shown * PAGE : (shown + 1) * PAGE]),
        page=shown,
        pages=pages,
        read_at=now,
    )


def read_all_inside(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, unit_id: int) -> Branch:
    """Return the places of a unit (0: of all) with every unit right inside it on one page."""
    branch = read_branch(tx, actor=actor, now=now, event_id=event_id, unit_id=unit_id, page=0)
    units = events.get_units(tx, branch.event.programme_id)
    fills = Fills(tx, branch.event, units)
    inside = units.children(branch.way[-1].code) if branch.way else units.roots()
    return replace(branch, inside=tuple(fills.of(one) for one in inside))


def search(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, text: str) -> Branch:
    """Return the units whose titles fit a typed text best."""
    event = _event(tx, actor, event_id)
    units = events.get_units(tx, event.programme_id)
    fills = Fills(tx, event, units)
    hits = units.search(text[:LONGEST_TEXT], limit=PAGE)
    return Branch(
        event=event,
        way=(),
        here=None,
        inside=tuple(fills.of(one) for one in hits),
        page=0,
        pages=1,
        read_at=now,
        found=bool(hits),
    )


def ask_number(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int, unit_id: int, stream_id: int
) -> NumberPage:
    """Go where the next message is the number of places."""
    page = read_number(tx, actor=actor, now=now, event_id=event_id, unit_id=unit_id, stream_id=stream_id)
    args = {"event": event_id, "unit": unit_id, "stream": stream_id}
    accounts.set_place(tx, actor.account_id, NUMBER, args)
    return page


def read_number(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int, unit_id: int, stream_id: int
) -> NumberPage:
    """Return what is asked before a quota is set."""
    del now
    event = _event(tx, actor, event_id)
    stream = _stream(event, stream_id)
    units = events.get_units(tx, event.programme_id)
    unit = _unit(units, unit_id)
    quota = quotas.find(tx, stream_id, unit_id)
    above = _above(tx, stream_id, unit_id)
    least = quota.least if quota else quotas.least_of_new(tx, stream_id, unit_id, above=above)
    limits = bounds(
        least=least, capacity=quota.capacity if quota else least, above=above, stream_capacity=stream.capacity
    )
    return NumberPage(
        event=event,
        unit=unit,
        stream=stream,
        quota=quota,
        bounds=limits,
        above=units.with_id(above.unit_id) if above else None,
    )


def set_number(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int, unit_id: int, stream_id: int, text: str
) -> NumberPage | Change:
    """Set a quota to the number that was typed; a number that cannot be gives the question again, with the reason."""
    event = _event(tx, actor, event_id)
    registrations.lock_stream(tx, _stream(event, stream_id).id)
    page = read_number(tx, actor=actor, now=now, event_id=event_id, unit_id=unit_id, stream_id=stream_id)
    problem = _problem(page, text)
    if problem:
        return replace(page, problem=problem)
    change = _resize(tx, page, int(ascii_digits(text.strip())), now=now)
    _record(tx, actor, change, now)
    accounts.set_place(tx, actor.account_id, "schools", {"event": event_id, "unit": unit_id})
    return change


def undo(
    tx: Transaction,
    *,
    actor: Actor,
    now: datetime,
    event_id: int,
    unit_id: int,
    stream_id: int,
    before: int,
    after: int,
) -> Change:
    """Set a quota back to what it was, if nobody changed it since and nobody took what it would lose."""
    event = _event(tx, actor, event_id)
    registrations.lock_stream(tx, _stream(event, stream_id).id)
    page = read_number(tx, actor=actor, now=now, event_id=event_id, unit_id=unit_id, stream_id=stream_id)
    if page.quota is None or page.quota.capacity != after or page.quota.is_recalled:
        raise StaleError
    if before == NONE:
        quotas.remove(tx, page.quota)
        seated = len(promote(tx, stream_id, event, now=now))
        change = Change(
            event_id=event_id, unit_id=unit_id, stream_id=stream_id, before=after, after=NONE, seated=seated
        )
    elif page.bounds.admits(before):
        change = _resize(tx, page, before, now=now)
    else:
        raise StaleError
    _record(tx, actor, change, now)
    return change


def _problem(page: NumberPage, text: str) -> str | None:
    typed = ascii_digits(text.strip())
    if not typed.isdecimal() or len(typed) > len(str(LARGEST)):
        return "number"
    if int(typed) < page.bounds.least:
        return "least"
    if int(typed) > page.bounds.most:
        return "most" if page.above else "stream"
    return None


def _resize(tx: Transaction, page: NumberPage, capacity: int, *, now: datetime) -> Change:
    quota = page.quota or quotas.add(tx, page.stream.id, page.unit.id, now=now)
    quotas.resize(tx, quota.id, capacity, now=now)
    seated = len(promote(tx, page.stream.id, page.event, now=now))
    return Change(
        event_id=page.event.id,
        unit_id=page.unit.id,
        stream_id=page.stream.id,
        before=page.quota.capacity if page.quota else NONE,
        after=capacity,
        seated=seated,
    )


def _record(tx: Transaction, actor: Actor, change: Change, now: datetime) -> None:
    audit.record(
        tx,
        actor=actor,
        action="quota.set",
        subject="unit",
        subject_id=change.unit_id,
        now=now,
        stream=change.stream_id,
        before=change.before,
        after=change.after,
    )


def _above(tx: Transaction, stream_id: int, unit_id: int) -> Quota | None:
    return next((one for one in quotas.list_path(tx, stream_id, unit_id) if one.unit_id != unit_id), None)


def _event(tx: Transaction, actor: Actor, event_id: int) -> Event:
    event = events.get(tx, event_id)
    actor.must_run(event.programme_id)
    return event


def _stream(event: Event, stream_id: int) -> Stream:
    for stream in event.streams:
        if stream.id == stream_id:
            return stream
    raise NotAvailableError


def _unit(units: Units, unit_id: int) -> Unit:
    unit = units.with_id(unit_id)
    if unit is None:
        raise NotAvailableError
    return unit
