"""Registrations that look wrong: the list with the reasons, «it is fine», and taking that back.

Always true: nothing is refused or changed because it looks wrong; what was found to be fine is not shown again until
that is taken back, and who found it so is on record.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.actions.reaching import reach_event, reach_registration
from bot.domain.access import Actor, Right, Scope
from bot.domain.doubts import Doubt, doubts_about
from bot.domain.errors import StaleError
from bot.domain.event import Event
from bot.domain.form import Kind
from storage import audit, doubts, events
from storage.database import Transaction
from storage.values import micros

PAGE: Final = 6
"""Registrations on one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Odd:
    """A registration and what looks wrong about it."""

    registration_id: int
    name: str
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OddPage:
    """One page of what looks wrong in an event; pages count from 0."""

    event: Event
    rows: tuple[Odd, ...]
    total: int
    page: int
    pages: int
    may_decide: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What was found to be fine just now; `at` (microseconds) names it."""

    event_id: int
    registration_id: int
    at: int


def read_count(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> int:
    """Return how many registrations of an event look wrong."""
    event, scope = reach_event(tx, actor, event_id, Right.SEE)
    return len(list_odd(tx, event, scope, now))


def read_page(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, page: int = 0) -> OddPage:
    """Return one page of what looks wrong; a page that is gone is the last one."""
    event, scope = reach_event(tx, actor, event_id, Right.SEE)
    found = list_odd(tx, event, scope, now)
    pages = max(1, -(-len(found) // PAGE))
    shown = min(max(page, 0), pages - 1)
    return OddPage(
        event=event,
        rows=found[shown * PAGE : (shown + 1) * PAGE],
        total=len(found),
        page=shown,
        pages=pages,
        may_decide=actor.may(Right.DECIDE, event.programme_id, event.id),
    )


def settle(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> Settled:
    """Find everything that looks wrong about a registration now to be fine."""
    claim, event, scope = reach_registration(tx, actor, registration_id, Right.DECIDE)
    odd = [one for one in list_odd(tx, event, scope, now) if one.registration_id == claim.id]
    if not odd:
        raise StaleError
    doubts.settle(tx, claim.id, odd[0].doubts, account_id=actor.account_id, now=now)
    audit.record(tx, actor=actor, action="doubt.settle", subject="registration", subject_id=claim.id, now=now)
    return Settled(event_id=event.id, registration_id=claim.id, at=micros(now))


def unsettle(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, settled_at: int) -> int:
    """Look again at what was found to be fine, and return the event."""
    claim, event, _ = reach_registration(tx, actor, registration_id, Right.DECIDE)
    if not doubts.unsettle(tx, claim.id, settled_at):
        raise StaleError
    audit.record(tx, actor=actor, action="doubt.unsettle", subject="registration", subject_id=claim.id, now=now)
    return event.id


def list_odd(tx: Transaction, event: Event, scope: Scope, now: datetime) -> tuple[Odd, ...]:
    """Return every registration that looks wrong, as far as a scope reaches."""
    settled = doubts.list_settled(tx, scope)
    claims = doubts.list_claims(tx, scope, grade=_grade(tx, event), starts_on=event.starts_on, today=event.today(now))
    found = []
    for claim in claims:
        fine = settled.get(claim.registration_id, frozenset())
        open_ = tuple(doubt for doubt in doubts_about(claim.facts) if doubt.value not in fine)
        if open_:
            found.append(Odd(registration_id=claim.registration_id, name=claim.name, doubts=open_))
    return tuple(found)


def open_doubts(
    tx: Transaction, event: Event, scope: Scope, now: datetime, ids: Sequence[int]
) -> Mapping[int, tuple[Doubt, ...]]:
    """Return registration -> what looks wrong about it, for those of a few registrations where something does."""
    return doubts.list_open(tx, scope, ids, grade=_grade(tx, event), starts_on=event.starts_on, today=event.today(now))


def _grade(tx: Transaction, event: Event) -> str | None:
    """Return the question whose answer is the grade."""
    _, form = events.newest_form(tx, event.id)
    return next((question.code for question in form.questions if question.kind is Kind.GRADE), None)
