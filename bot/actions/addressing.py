"""Whom somebody may write to: the events and the branches that a right to decide reaches.

Always true: who runs less than a programme writes to one event, and there to nobody outside the branches one runs,
whatever is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.domain.access import Actor, Right
from bot.domain.audience import Audience, Facet, Kind
from bot.domain.errors import NotAvailableError
from bot.domain.event import Event
from bot.domain.language import Localized
from storage import events, facets, scopes
from storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A facet with the words for it; no words (None) when what it names is gone."""

    facet: Facet
    title: Localized | str | None
    is_without: bool = False


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
    wanted = scopes.below(tx, programme_id, audience.within)
    if wanted is not None and (reached is None or wanted <= reached):
        return replace(audience, event_id=event_id)
    return replace(audience, event_id=event_id, within=branches)


def reaches(tx: Transaction, actor: Actor, programme_id: int, audience: Audience) -> bool:
    """Tell whether somebody may write to, and read about, everybody in an audience."""
    if actor.runs(programme_id):
        return True
    if audience.event_id is None or not actor.may(Right.DECIDE, programme_id, audience.event_id):
        return False
    reached = scopes.below(tx, programme_id, actor.must_reach(Right.DECIDE, programme_id, audience.event_id))
    wanted = scopes.below(tx, programme_id, _bounds(audience))
    return reached is None or (wanted is not None and wanted <= reached)


def _bounds(audience: Audience) -> frozenset[int] | None:
    """Return units beyond which nobody is in an audience; None when there are no such."""
    if audience.within is not None:
        return audience.within
    is_picked = any(one.kind is Kind.PERSON for one in audience.only | audience.without)
    return None if is_picked else audience.ids(Kind.UNIT)


def must_know(tx: Transaction, actor: Actor, programme_id: int, audience: Audience, before: Audience) -> None:
    """Refuse what was newly chosen and is not the event's, or is about people whom somebody may not write to."""
    reached = _reached(tx, actor, programme_id, audience)
    for facet in sorted((audience.only | audience.without) - before.only - before.without):
        if not facets.is_known(tx, programme_id, audience.event_id, facet, reached):
            raise NotAvailableError


def _reached(tx: Transaction, actor: Actor, programme_id: int, audience: Audience) -> frozenset[int] | None:
    if actor.runs(programme_id):
        return None
    return scopes.below(tx, programme_id, actor.must_reach(Right.DECIDE, programme_id, audience.event_id))


def names(tx: Transaction, programme_id: int, audience: Audience) -> tuple[Named, ...]:
    """Return what an audience is chosen by, in words: what it is limited to, then what is taken away."""
    return tuple(
        Named(facet=one, title=facets.find_title(tx, programme_id, one), is_without=is_without)
        for chosen, is_without in ((audience.only, False), (audience.without, True))
        for one in sorted(chosen)
    )


def titles(tx: Transaction, programme_id: int, audience: Audience) -> tuple[Localized, ...]:
    """Return the titles of the branches beyond which its author may not reach."""
    units = events.get_units(tx, programme_id)
    found = map(units.with_id, sorted(audience.within or ()))
    return tuple(unit.title for unit in found if unit is not None)
