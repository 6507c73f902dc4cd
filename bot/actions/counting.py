"""The funnel of an event: how many passed each step, by region, district and school, and where people stop.

Always true: nothing here changes anything; who reaches a branch only is counted that branch only; the parts of a unit
add up to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.actions.reaching import reach_event
from bot.domain.access import Actor, Right
from bot.domain.errors import NotAvailableError
from bot.domain.event import Event
from bot.domain.funnel import Counts, Stage, Step, greatest_loss, steps, total
from bot.domain.language import Localized
from bot.domain.units import Unit, Units
from storage import events, funnels
from storage.database import Transaction

PAGE: Final = 8
"""Units on one page."""
ALL: Final = 0
"""In place of a unit's id: the whole event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One unit inside another."""

    unit: Unit
    counts: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelPage:
    """The steps of a unit (None: the whole event) and a page of the units inside it, most registrations first."""

    event: Event
    unit: Unit | None
    above_id: int
    """The unit above, ALL for the whole event."""
    steps: tuple[Step, ...]
    worst: Stage | None
    ended: int
    parts: tuple[Part, ...]
    without_unit: int
    page: int
    pages: int
    shows_stops: bool
    read_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StopsPage:
    """At which questions forms stopped (title None: at the review), most first."""

    event: Event
    stops: tuple[tuple[Localized | None, int], ...]
    total: int


def read_funnel(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int, unit_id: int = ALL, page: int = 0
) -> FunnelPage:
    """Return the steps of an event or of one of its units, as far as somebody reaches it."""
    event, scope = reach_event(tx, actor, event_id, Right.SEE)
    units = events.get_units(tx, event.programme_id)
    unit = units.with_id(unit_id) if unit_id else None
    if unit_id and unit is None:
        raise NotAvailableError
    counted, started = funnels.count(tx, scope)
    sums = _sums(units, counted)
    here = total(counted.values()) if unit is None else sums.get(unit.id, total(()))
    if unit is None and started is not None:
        here = Counts(passed={Stage.STARTED: max(started, here.submitted), **here.passed}, ended=here.ended)
    found = steps(here, needs_guardian=event.needs_guardian)
    parts = _parts(units, unit, sums)
    pages = max(1, -(-len(parts) // PAGE))
    shown = min(max(page, 0), pages - 1)
    above = units.find(unit.parent_code) if unit and unit.parent_code else None
    return FunnelPage(
        event=event,
        unit=unit,
        above_id=above.id if above else ALL,
        steps=found,
        worst=greatest_loss(found),
        ended=here.ended,
        parts=parts[shown * PAGE : (shown + 1) * PAGE],
        without_unit=counted[None].submitted if unit is None and None in counted and parts else 0,
        page=shown,
        pages=pages,
        shows_stops=unit is None and scope.is_whole,
        read_at=now,
    )


def read_stops(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> StopsPage:
    """Return at which questions people stopped."""
    del now
    event, scope = reach_event(tx, actor, event_id, Right.SEE)
    found = funnels.list_stops(tx, scope)
    titles = {
        (stop.form_version_id, question.code): question.title
        for stop in found
        for question in events.get_form(tx, stop.form_version_id).questions
    }
    return StopsPage(
        event=event,
        stops=tuple((titles.get((stop.form_version_id, stop.question or "")), stop.number) for stop in found),
        total=sum(stop.number for stop in found),
    )


def _sums(units: Units, counted: Mapping[int | None, Counts]) -> dict[int, Counts]:
    """Return what each unit and all below it have together."""
    sums: dict[int, Counts] = {}
    for unit_id, counts in counted.items():
        unit = units.with_id(unit_id) if unit_id is not None else None
        for one in units.path(unit.code) if unit else ():
            sums[one.id] = sums[one.id] + counts if one.id in sums else counts
    return sums


def _parts(units: Units, unit: Unit | None, sums: Mapping[int, Counts]) -> tuple[Part, ...]:
    """Return the units directly inside one that have registrations, most first."""
    inside = units.children(unit.code) if unit else units.roots()
    found = [Part(unit=one, counts=sums[one.id]) for one in inside if one.id in sums]
    return tuple(sorted(found, key=lambda part: (-part.counts.submitted, part.unit.position, part.unit.id)))
