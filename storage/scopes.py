"""What somebody reaches, as organizers' queries take it.

Always true: a query about many registrations takes `:event_id` and `:units` from a scope and from nowhere else.
"""

from __future__ import annotations

from typing import Any

from bot.domain.access import Actor, Right, Scope
from bot.domain.event import Event
from storage import events
from storage.database import Transaction


def of_event(tx: Transaction, actor: Actor, event: Event, right: Right) -> Scope:
    """Return what a right of this person reaches of an event; NotAvailableError when that is nothing."""
    return Scope(
        event_id=event.id,
        unit_ids=below(tx, event.programme_id, actor.must_reach(right, event.programme_id, event.id)),
    )


def below(tx: Transaction, programme_id: int, branches: frozenset[int] | None) -> frozenset[int] | None:
    """Return the units of some branches with everything below them; None (everything) stays None."""
    if branches is None:
        return None
    units = events.get_units(tx, programme_id)
    roots = [unit for unit in map(units.with_id, branches) if unit is not None]
    return frozenset(unit.id for root in roots for unit in (root, *units.descendants(root.code)))


def within(scope: Scope) -> dict[str, Any]:
    """Return the parameters by which a query is limited to a scope."""
    return {"event_id": scope.event_id, "units": as_text(scope.unit_ids)}


def as_text(unit_ids: frozenset[int] | None) -> str | None:
    """Return units as a query compares them («,1,5,»); None for all."""
    return None if unit_ids is None else f",{','.join(map(str, sorted(unit_ids)))},"
