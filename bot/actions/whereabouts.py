"""Where the children of an event are: who is here, who is out since when; found by name, read by squad.

Always true: only those who hand children over read it of an event, and leaders of their own squad; what is typed to
find a child is kept nowhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.actions import finding
from bot.actions.finding import Findings
from bot.actions.reaching import reach_event
from bot.domain.access import Actor, Right, Scope
from bot.domain.errors import StaleError
from bot.domain.event import Event
from bot.domain.pickup import Whereabouts
from bot.domain.registration import Status
from bot.domain.squad import Squad
from storage import accounts, audit, events, leavings, squads
from storage.database import Transaction

FIND: Final = "pickup-find"
"""The place where a typed name is looked for."""
PAGE: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class PickupRoom:
    """How many children of an event are here and out, squad by squad."""

    event: Event
    squads: tuple[Squad, ...]
    here: Mapping[int, int]
    """Squad (0: in none) -> how many are here."""
    out: Mapping[int, int]
    awaited: int
    """How many of those who are not out no gate has seen yet; 0 where no gate has seen anybody."""
    read_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One page of who is here, or of who is out, of an event or of one squad."""

    event: Event
    squad: Squad | None
    is_out: bool
    shown: tuple[Whereabouts, ...]
    total: int
    page: int
    awaited: frozenset[int]
    """Registrations of those whom no gate has seen yet, where gates have seen others."""
    by_squad: Mapping[int, Squad]
    read_at: datetime
    may_open: bool
    """Whether this person hands children over, or only reads."""

    @property
    def has_more(self) -> bool:
        """Tell whether there is a page after this one."""
        return (self.page + 1) * PAGE < self.total


def list_rooms(tx: Transaction, *, actor: Actor, now: datetime) -> tuple[Event, ...]:
    """Return the events with children whom somebody may hand over these days."""
    found = (one for programme in events.list_programmes(tx) for one in events.list_events(tx, programme.id))
    return tuple(
        one
        for one in found
        if one.needs_guardian and one.today(now) <= one.ends_on and actor.may(Right.RELEASE, one.programme_id, one.id)
    )


def read_room(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> PickupRoom:
    """Return how many children of an event are here and how many are out."""
    event, scope = reach_event(tx, actor, event_id, Right.RELEASE)
    found = leavings.list_whereabouts(tx, scope, event.today(now))
    here = Counter(one.squad_id or 0 for one in found if one.left_at is None)
    out = Counter(one.squad_id or 0 for one in found if one.left_at is not None)
    known = squads.list_of_event(tx, event_id)
    awaited = len(awaited_of(found))
    return PickupRoom(event=event, squads=known, here=here, out=out, awaited=awaited, read_at=now)


def list_children(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int, squad_id: int, is_out: bool, page: int
) -> Listing:
    """Return who is here or out, of an event or of a squad, to those who hand children over."""
    event, scope = reach_event(tx, actor, event_id, Right.RELEASE)
    squad = squads.get(tx, squad_id) if squad_id else None
    if page < 0 or (squad is not None and squad.event_id != event_id):
        raise StaleError
    return _listing(tx, event, scope, squad, now, is_out=is_out, page=page, may_open=True)


def list_own(tx: Transaction, *, actor: Actor, now: datetime, squad_id: int, is_out: bool, page: int) -> Listing:
    """Return who is here or out of one's own squad, to its leaders."""
    actor.must_lead(squad_id)
    squad = squads.get(tx, squad_id)
    if page < 0:
        raise StaleError
    event = events.get(tx, squad.event_id)
    whole = Scope(event_id=event.id, unit_ids=None)
    return _listing(tx, event, whole, squad, now, is_out=is_out, page=page, may_open=False)


def begin_find(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Event:
    """Go where a typed name is looked for."""
    event = read_event(tx, actor=actor, now=now, event_id=event_id)
    accounts.set_place(tx, actor.account_id, FIND, {"event": event_id})
    return event


def read_event(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Event:
    """Return the event among whose children a name is looked for."""
    del now
    return reach_event(tx, actor, event_id, Right.RELEASE)[0]


def find(tx: Transaction, *, actor: Actor, now: datetime, text: str) -> Findings:
    """Return which children who take part fit a text; the text is not kept."""
    if actor.place != FIND:
        raise StaleError
    event, scope = reach_event(tx, actor, int(actor.place_args["event"]), Right.RELEASE)
    found = finding.look(tx, actor, event, scope, text, among=(Status.CONFIRMED,))
    audit.record(
        tx, actor=actor, action="pickup.search", subject="event", subject_id=event.id, now=now, hits=found.total
    )
    return found


def awaited_of(found: tuple[Whereabouts, ...]) -> frozenset[int]:
    """Return the registrations of those who are not out and whom no gate has seen, where gates have seen others."""
    if not any(one.was_met for one in found):
        return frozenset()
    return frozenset(one.registration_id for one in found if one.left_at is None and not one.was_met)


def _listing(
    tx: Transaction,
    event: Event,
    scope: Scope,
    squad: Squad | None,
    now: datetime,
    *,
    is_out: bool,
    page: int,
    may_open: bool,
) -> Listing:
    of = squad.id if squad is not None else 0
    all_ = leavings.list_whereabouts(tx, scope, event.today(now), of)
    found = [one for one in all_ if (one.left_at is not None) is is_out]
    return Listing(
        event=event,
        squad=squad,
        is_out=is_out,
        shown=tuple(found[page * PAGE : (page + 1) * PAGE]),
        total=len(found),
        page=page,
        awaited=awaited_of(leavings.list_whereabouts(tx, scope, event.today(now))),
        by_squad={one.id: one for one in squads.list_of_event(tx, event.id)},
        read_at=now,
        may_open=may_open,
    )
