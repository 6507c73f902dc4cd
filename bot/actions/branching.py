"""Looking through regions, districts and schools, to choose whom an announcement is for.

Always true: who runs a branch sees nothing outside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.actions.composing import take
from bot.domain.access import Actor, Right
from bot.domain.broadcast import Broadcast, State
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.units import Unit, Units
from storage import events, scopes
from storage.database import Transaction

PAGE: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Branches:
    """One unit (None: the top) with a page of those directly below it."""

    broadcast: Broadcast
    unit: Unit | None
    above: int
    """The unit one level up; 0 is the top."""
    below: tuple[Unit, ...]
    page: int
    has_more: bool


def read_branches(
    tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, unit_id: int, page: int
) -> Branches:
    """Return one page of the units below one, as far as this person reaches."""
    del now
    broadcast = take(tx, actor, broadcast_id, State.COMPOSING)
    if page < 0:
        raise StaleError
    units = events.get_units(tx, broadcast.programme_id)
    reached = _reached(tx, actor, broadcast)
    unit = _unit(units, reached, unit_id) if unit_id else None
    found = units.children(unit.code) if unit else _top(units, reached)
    above = units.ancestors(unit.code)[-1:] if unit else ()
    return Branches(
        broadcast=broadcast,
        unit=unit,
        above=above[0].id if above and (reached is None or above[0].id in reached) else 0,
        below=found[page * PAGE : (page + 1) * PAGE],
        page=page,
        has_more=len(found) > (page + 1) * PAGE,
    )


def _reached(tx: Transaction, actor: Actor, broadcast: Broadcast) -> frozenset[int] | None:
    """Return the units this person may write to; None for all."""
    if actor.runs(broadcast.programme_id):
        return None
    branches = actor.must_reach(Right.DECIDE, broadcast.programme_id, broadcast.audience.event_id)
    return scopes.below(tx, broadcast.programme_id, branches)


def _unit(units: Units, reached: frozenset[int] | None, unit_id: int) -> Unit:
    unit = units.with_id(unit_id)
    if unit is None or (reached is not None and unit.id not in reached):
        raise NotAvailableError
    return unit


def _top(units: Units, reached: frozenset[int] | None) -> tuple[Unit, ...]:
    if reached is None:
        return units.roots()
    return tuple(
        one for one in units if one.id in reached and not any(a.id in reached for a in units.ancestors(one.code))
    )
