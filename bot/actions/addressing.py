"""Whom somebody may write to: the events and the branches that a right to decide reaches.

Always true: who runs less than a programme writes to one event, and there to nobody outside the branches one runs.
"""

from __future__ import annotations

from dataclasses import replace

from bot.domain.access import Actor, Right
from bot.domain.broadcast import Audience
from bot.domain.errors import NotAvailableError
from bot.domain.event import Event
from bot.domain.language import Localized
from storage import events, scopes
from storage.database import Transaction


def list_events(tx: Transaction, actor: Actor, programme_id: int) -> tuple[Event, ...]:
    """Return the events somebody may write to; NotAvailableError when there are none of the programme."""
    actor.must_reach(Right.DECIDE, programme_id)
    found = events.list_events(tx, programme_id)
    return tuple(event for event in found if actor.may(Right.DECIDE, programme_id, event.id))


def narrow(tx: Transaction, actor: Actor, programme_id: int, audience: Audience) -> Audience:
    """Return an audience without those whom somebody may not write to; «all events» becomes the first one."""
    if actor.runs(programme_id):
        return audience
    its_events = [event.id for event in list_events(tx, actor, programme_id)]
    event_id = audience.event_id or next(iter(its_events), None)
    if event_id not in its_events:
        raise NotAvailableError
    branches = actor.must_reach(Right.DECIDE, programme_id, event_id)
    reached = scopes.below(tx, programme_id, branches)
    wanted = scopes.below(tx, programme_id, audience.branches)
    if wanted is not None and (reached is None or wanted <= reached):
        return replace(audience, event_id=event_id)
    return replace(audience, event_id=event_id, branches=branches)


def reaches(tx: Transaction, actor: Actor, programme_id: int, audience: Audience) -> bool:
    """Tell whether somebody may write to, and read about, everybody in an audience."""
    if actor.runs(programme_id):
        return True
    if audience.event_id is None or not actor.may(Right.DECIDE, programme_id, audience.event_id):
        return False
    reached = scopes.below(tx, programme_id, actor.must_reach(Right.DECIDE, programme_id, audience.event_id))
    wanted = scopes.below(tx, programme_id, audience.branches)
    return reached is None or (wanted is not None and wanted <= reached)


def must_know(tx: Transaction, programme_id: int, audience: Audience) -> None:
    """Refuse an audience of units that the programme does not have."""
    units = events.get_units(tx, programme_id)
    if any(units.with_id(one) is None for one in (*(audience.branches or ()), *audience.without)):
        raise NotAvailableError


def titles_without(tx: Transaction, programme_id: int, audience: Audience) -> tuple[Localized, ...]:
    """Return the titles of the branches that are taken away from an audience."""
    units = events.get_units(tx, programme_id)
    return tuple(unit.title for one in sorted(audience.without) if (unit := units.with_id(one)) is not None)


def titles(tx: Transaction, programme_id: int, audience: Audience) -> tuple[Localized, ...]:
    """Return the titles of the only branches an audience is in; none when it is not limited."""
    units = events.get_units(tx, programme_id)
    found = map(units.with_id, sorted(audience.branches or ()))
    return tuple(unit.title for unit in found if unit is not None)
