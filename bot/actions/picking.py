"""Looking for what an announcement's audience can be chosen by: sessions, squads, people.

Always true: who runs a branch finds nobody outside it; what is shown is of the event the announcement is for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.actions import addressing, finding
from bot.actions.composing import PERSON, take
from bot.actions.finding import Findings
from bot.actions.reaching import reach_event
from bot.domain.access import Actor, Right
from bot.domain.audience import REACHED, Facet, Kind, Offered
from bot.domain.broadcast import Broadcast, State
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event
from storage import accounts, facets
from storage.database import Transaction

PAGE: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """One page of the sessions or squads of the event an announcement is for."""

    broadcast: Broadcast
    event: Event
    kind: Kind
    shown: tuple[Offered, ...]
    page: int
    has_more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class One:
    """One facet with what can be done with it."""

    broadcast: Broadcast
    named: addressing.Named
    is_only: bool
    is_without: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Who was found for an announcement."""

    broadcast: Broadcast
    findings: Findings


def read_choices(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, kind: Kind, page: int) -> Choices:
    """Return one page of what an audience can be chosen by."""
    del now
    broadcast = take(tx, actor, broadcast_id, State.COMPOSING)
    event = event_of(tx, actor, broadcast)
    if page < 0:
        raise StaleError
    found = facets.list_offered(tx, kind, event.id, broadcast.audience.stream_id, PAGE + 1, page * PAGE)
    shown, has_more = found[:PAGE], len(found) > PAGE
    return Choices(broadcast=broadcast, event=event, kind=kind, shown=shown, page=page, has_more=has_more)


def read_one(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, typed: str) -> One:
    """Return one facet, chosen already or not; NotAvailableError when this person may not choose by it."""
    del now
    broadcast = take(tx, actor, broadcast_id, State.COMPOSING)
    try:
        facet = Facet.typed(typed)
    except ValueError:
        raise StaleError from None
    audience = broadcast.audience
    is_only, is_without = facet in audience.only, facet in audience.without
    if not is_only and not is_without:
        addressing.must_know(tx, actor, broadcast.programme_id, audience.choosing("only", typed), audience)
    title = facets.find_title(tx, broadcast.programme_id, facet)
    named = addressing.Named(facet=facet, title=title, is_without=is_without)
    return One(broadcast=broadcast, named=named, is_only=is_only, is_without=is_without)


def ask_name(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int) -> Broadcast:
    """Go where the name of somebody to write to, or not to write to, is typed."""
    view = read_question(tx, actor=actor, now=now, broadcast_id=broadcast_id)
    accounts.set_place(tx, actor.account_id, PERSON, {"broadcast": broadcast_id})
    return view


def read_question(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int) -> Broadcast:
    """Return the draft for which somebody is looked for."""
    del now
    broadcast = take(tx, actor, broadcast_id, State.COMPOSING)
    event_of(tx, actor, broadcast)
    return broadcast


def find(tx: Transaction, *, actor: Actor, now: datetime, text: str) -> Found:
    """Return who of the announcement's event fits what was typed, as far as this person may write to them."""
    if actor.place != PERSON:
        raise StaleError
    broadcast = take(tx, actor, actor.place_args["broadcast"], State.COMPOSING)
    event, scope = reach_event(tx, actor, event_of(tx, actor, broadcast).id, Right.DECIDE)
    findings = finding.look(tx, actor, event, scope, text, among=REACHED)
    finding.remember(tx, actor, now, findings, text)
    return Found(broadcast=broadcast, findings=findings)


def event_of(tx: Transaction, actor: Actor, broadcast: Broadcast) -> Event:
    """Return the one event an announcement is for; StaleError when it is for all of them."""
    if broadcast.audience.event_id is None:
        raise StaleError
    found = addressing.list_events(tx, actor, broadcast.programme_id)
    event = next((one for one in found if one.id == broadcast.audience.event_id), None)
    if event is None:
        raise NotAvailableError
    return event
