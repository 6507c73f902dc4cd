"""Taking the list of a gate along to where there is no internet.

Always true: a list holds of everybody a number, the squad and what their ticket is known by; names only for those who
may read lists, of many only after a second person agreed; every list is on record before anybody receives it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.actions.gating import gate_of
from bot.actions.reaching import reach_event
from bot.actions.vouching import must_be_vouched
from bot.domain.access import Actor, Right
from bot.domain.event import Event
from bot.domain.gate import Gate
from bot.domain.vouch import Deed, Matter, Rules
from storage import accounts, admissions, audit, offline
from storage.database import Transaction
from storage.offline import Listed, Trouble

PLACE: Final = "gate-report"
"""The place where what a phone scanned is brought back."""
PAGE: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The gates whose lists may be taken along."""

    event: Event
    gates: tuple[Gate, ...]
    with_names: bool
    """Whether this person may take names along."""
    trouble: int
    """How many scans did not let in, for those who may read lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A list that is taken along."""

    id: int
    event: Event
    gate: Gate
    has_names: bool
    entries: tuple[Listed, ...]
    inside: dict[int, datetime]
    """Registration -> when it was let in before, as things stand."""
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TroublePage:
    """One page of the scans that did not let in; pages count from 0."""

    event: Event
    gates: tuple[Gate, ...]
    total: int
    shown: tuple[Trouble, ...]
    page: int


def read_choice(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Choice:
    """Return the gates whose lists this person may take along."""
    del now
    event, scope = reach_event(tx, actor, event_id, Right.CHECK)
    may_list = actor.may(Right.SEE, event.programme_id, event.id)
    trouble = offline.count_trouble(tx, scope) if may_list else 0
    gates = admissions.list_gates(tx, event_id)
    return Choice(event=event, gates=gates, with_names=may_list, trouble=trouble)


def read_matter(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int, gate: str, rules: Rules
) -> Matter | None:
    """Return what a second person has to agree to before names are taken along; None when that is nothing."""
    del now
    event, scope = reach_event(tx, actor, event_id, Right.SEE)
    return _matter(event, gate_of(tx, event, gate), len(offline.list_entries(tx, scope)), rules)


def take(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int, gate: str, with_names: bool, rules: Rules
) -> Carried:
    """Take the list of a gate along; SecondNeededError when it holds many names and nobody agreed to that."""
    event, scope = reach_event(tx, actor, event_id, Right.CHECK)
    at = gate_of(tx, event, gate)
    if with_names:
        scope = reach_event(tx, actor, event_id, Right.SEE)[1]
    entries = offline.list_entries(tx, scope)
    matter = _matter(event, at, len(entries), rules) if with_names else None
    if matter is not None:
        must_be_vouched(tx, actor=actor, now=now, matter=matter)
    of = {"account_id": actor.account_id, "has_names": with_names, "number": len(entries)}
    list_id = offline.add_list(tx, event, gate, now=now, **of)  # type: ignore[arg-type]
    what = {"gate": gate, "list": list_id, "count": len(entries), "names": int(with_names)}
    audit.record(tx, actor=actor, action="gate.list", subject="event", subject_id=event_id, now=now, **what)
    inside = offline.read_inside(tx, scope, at, event, now)
    found = {"id": list_id, "event": event, "gate": at, "has_names": with_names, "entries": entries}
    return Carried(inside=inside, made_at=now, **found)  # type: ignore[arg-type]


def begin(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Event:
    """Go where what a phone scanned is brought back."""
    del now
    event, _ = reach_event(tx, actor, event_id, Right.CHECK)
    accounts.set_place(tx, actor.account_id, PLACE, {"event": event_id})
    return event


def list_trouble(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, page: int) -> TroublePage:
    """Return one page of the scans that did not let in."""
    del now
    event, scope = reach_event(tx, actor, event_id, Right.SEE)
    total, page = offline.count_trouble(tx, scope), max(0, page)
    shown = offline.list_trouble(tx, scope, limit=PAGE, skipped=page * PAGE)
    return TroublePage(event=event, gates=admissions.list_gates(tx, event_id), total=total, shown=shown, page=page)


def _matter(event: Event, gate: Gate, rows: int, rules: Rules) -> Matter | None:
    """Return what takes two when it is more than a few."""
    if rows <= rules.above:
        return None
    place = {"programme_id": event.programme_id, "event_id": event.id}
    return Matter(deed=Deed.EXPORT, what={"event_id": event.id, "gate": gate.code}, amount=rows, **place)
