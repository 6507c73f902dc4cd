"""Letting people in at the gates of an event: by a ticket or by name, taken back within a minute, counted live.

Always true: one press is one transaction, and the schema lets nobody in twice at a gate (or twice a day at a daily
one), however many scan the same code at once; only a ticket that is good now lets in; who let whom in is on record.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.actions import finding, greeting
from bot.actions.finding import Findings
from bot.actions.gating import gate_of
from bot.actions.reaching import reach_event, reach_registration
from bot.actions.ticketing import Checked, checked_of
from bot.domain.access import Actor, Right
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.gate import GateKind, Inside
from bot.domain.registration import Registration, Status
from bot.domain.ticket import Ticket
from storage import accounts, admissions, audit, events, offline, tickets
from storage.admissions import Missing
from storage.database import Transaction
from storage.values import instant

FIND: Final = "gate-find"
"""The place where a typed name is looked for."""
PAGE: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The gates of an event and how many are inside each."""

    event: Event
    counts: tuple[Inside, ...]
    read_at: datetime
    may_list: bool
    """Whether this person may read who is missing."""
    trouble: int = 0
    """How many scans that phones brought back did not let in, for those who may read lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPage:
    """One page of who is awaited at a gate."""

    event: Event
    inside: Inside
    shown: tuple[Missing, ...]
    page: int
    has_more: bool


def list_rooms(tx: Transaction, *, actor: Actor, now: datetime) -> tuple[Event, ...]:
    """Return the events at whose gates somebody may stand and that are not over."""
    found = (one for programme in events.list_programmes(tx) for one in events.list_events(tx, programme.id))
    return tuple(
        one for one in found if one.today(now) <= one.ends_on and actor.may(Right.CHECK, one.programme_id, one.id)
    )


def read_room(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Room:
    """Return how many are inside at each gate of an event."""
    event, scope = reach_event(tx, actor, event_id, Right.CHECK)
    gates = admissions.list_gates(tx, event_id)
    may_list = actor.may(Right.SEE, event.programme_id, event.id)
    return Room(
        event=event,
        counts=tuple(admissions.count(tx, scope, gate, event, now) for gate in gates),
        read_at=now,
        may_list=may_list,
        trouble=offline.count_trouble(tx, scope) if may_list else 0,
    )


def list_missing(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int, gate: str, page: int = 0
) -> MissingPage:
    """Return one page of who is awaited at a gate."""
    event, scope = reach_event(tx, actor, event_id, Right.SEE)
    if page < 0:
        raise StaleError
    at = gate_of(tx, event, gate)
    found = admissions.list_missing(tx, scope, at, event, now, limit=PAGE + 1, skipped=page * PAGE)
    inside = admissions.count(tx, scope, at, event, now)
    return MissingPage(event=event, inside=inside, shown=found[:PAGE], page=page, has_more=len(found) > PAGE)


def look(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, ticket_id: int) -> Checked:
    """Return what is seen of somebody at the gate; `ticket_id` 0 when they were found by name."""
    registration, event, _ = reach_registration(tx, actor, registration_id, Right.CHECK)
    ticket = _shown(tx, actor, registration, event, ticket_id)
    if ticket is None:
        role = actor.role_in(Right.CHECK, event.programme_id, event.id).value
        of = {"subject": "registration", "subject_id": registration_id}
        audit.record(tx, actor=actor, action="ticket.check", now=now, role=role, **of)  # type: ignore[arg-type]
    return checked_of(tx, actor, registration, event, ticket, now)


def let_in(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, ticket_id: int, gate: str) -> Checked:
    """Let somebody in; who was let in before is not let in again, and it is said when and by whom that was."""
    registration, event, _ = reach_registration(tx, actor, registration_id, Right.CHECK)
    at = gate_of(tx, event, gate)
    ticket = _shown(tx, actor, registration, event, ticket_id)
    if not registration.takes_part or (ticket is not None and ticket.is_revoked):
        return checked_of(tx, actor, registration, event, ticket, now)
    whose = {"ticket_id": ticket.id if ticket is not None else None, "account_id": actor.account_id}
    is_new = admissions.add(tx, registration_id, at, event, now=now, **whose)  # type: ignore[arg-type]
    checked = checked_of(tx, actor, registration, event, ticket, now)
    if not is_new:
        return replace(checked, refused=gate)
    audit.record(
        tx, actor=actor, action="gate.admit", subject="registration", subject_id=registration_id, now=now, gate=gate
    )
    if at.kind is GateKind.ARRIVAL:
        greeting.tell_arrived(tx, registration, event, now, now=now)
    return replace(checked, let_in=gate)


def undo(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, gate: str, admitted_at: int) -> Checked:
    """Take back within a minute that one let somebody in; a family that has read of it reads that it was a slip."""
    registration, event, _ = reach_registration(tx, actor, registration_id, Right.CHECK)
    at = gate_of(tx, event, gate)
    found = {one.gate: one for one in admissions.list_of(tx, registration_id, event, (at,), now)}.get(gate)
    since = instant(admitted_at)
    if found is None or found.admitted_at != since or not found.may_undo(actor.account_id, now):
        raise StaleError
    admissions.remove(tx, registration_id, gate, account_id=actor.account_id, admitted_at=admitted_at)
    audit.record(
        tx, actor=actor, action="gate.undo", subject="registration", subject_id=registration_id, now=now, gate=gate
    )
    if at.kind is GateKind.ARRIVAL:
        greeting.take_back(tx, registration, event, since, now=now)
    return checked_of(tx, actor, registration, event, None, now)


def begin_find(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Event:
    """Go where a typed name is looked for."""
    del now
    event, _ = reach_event(tx, actor, event_id, Right.CHECK)
    accounts.set_place(tx, actor.account_id, FIND, {"event": event_id})
    return event


def read_event(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Event:
    """Return the event among whose participants a name is looked for."""
    del now
    return reach_event(tx, actor, event_id, Right.CHECK)[0]


def find(tx: Transaction, *, actor: Actor, now: datetime, text: str) -> Findings:
    """Return who of those who take part fits a text; the text is not kept."""
    if actor.place != FIND:
        raise StaleError
    event, scope = reach_event(tx, actor, int(actor.place_args["event"]), Right.CHECK)
    found = finding.look(tx, actor, event, scope, text, among=(Status.CONFIRMED,))
    audit.record(tx, actor=actor, action="gate.search", subject="event", subject_id=event.id, now=now, hits=found.total)
    return found


def _shown(tx: Transaction, actor: Actor, registration: Registration, event: Event, ticket_id: int) -> Ticket | None:
    """Return the ticket that was shown, None for somebody found by name: who takes part, unless one may see lists."""
    ticket = tickets.find_of(tx, ticket_id, registration.id) if ticket_id else None
    if ticket_id and ticket is None:
        raise NotAvailableError
    may_see = registration.takes_part or actor.may(Right.SEE, event.programme_id, event.id)
    if ticket is None and not may_see:
        raise NotAvailableError
    return ticket
