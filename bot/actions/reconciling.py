"""Putting together what phones scanned without the internet.

Always true: a scan is taken in once, however often it is brought; somebody is let in once, whatever two phones say, and
the second is on record with who, when and where; only whoever took the list along, or an organizer, brings it back;
names are told to those only who may read lists, so that an invented report teaches nobody anything.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.actions import greeting
from bot.actions.gating import gate_of
from bot.actions.reaching import reach_event
from bot.domain.access import Actor, Right, Scope
from bot.domain.errors import NotAvailableError
from bot.domain.event import Event
from bot.domain.gate import Gate, GateKind
from bot.domain.offline import Outcome, Report, Scan
from bot.domain.registration import Registration
from bot.domain.ticket import secret_of, typed_of
from storage import accounts, admissions, audit, offline, participants, registrations
from storage.database import Transaction
from storage.offline import GateList, Other, Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What became of one scan; `outcome` is None when it was taken in before."""

    scan: Scan
    outcome: Outcome | None
    registration_id: int | None = None
    ticket_id: int | None = None
    name: str | None = None
    other_by: str | None = None
    other_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What became of the scans of a report, or of a part of it."""

    event: Event
    gate: Gate
    settled: tuple[Settled, ...]

    def count(self, *outcomes: Outcome | None) -> int:
        """Return how many came to one of these."""
        return sum(one.outcome in outcomes for one in self.settled)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """All that is needed to settle the scans of one list."""

    actor: Actor
    now: datetime
    report: Report
    taken: GateList
    event: Event
    gate: Gate
    scope: Scope
    key: bytes


def take_in(tx: Transaction, *, actor: Actor, now: datetime, report: Report, key: bytes) -> Merged:
    """Take in what a phone scanned, or a part of it; once each, so it may be brought again."""
    taken = offline.find_list(tx, report.list_id)
    if taken is None:
        raise NotAvailableError
    event, scope = reach_event(tx, actor, taken.event_id, Right.CHECK)
    if actor.account_id != taken.account_id and not actor.may(Right.DECIDE, event.programme_id, event.id):
        raise NotAvailableError
    gate = gate_of(tx, event, taken.gate)
    desk = _Desk(actor=actor, now=now, report=report, taken=taken, event=event, gate=gate, scope=scope, key=key)
    settled = tuple(_settle(tx, desk, scan) for scan in sorted(report.scans, key=lambda one: (one.at, one.nonce)))
    merged = Merged(event=event, gate=gate, settled=settled)
    numbers = {f"count_{one.value}": merged.count(one) for one in Outcome if merged.count(one)}
    if numbers:
        what = {"list": taken.id, "gate": gate.code, **numbers}
        audit.record(tx, actor=actor, action="gate.report", subject="event", subject_id=event.id, now=now, **what)
    return merged


def _settle(tx: Transaction, desk: _Desk, scan: Scan) -> Settled:
    if offline.is_known(tx, desk.taken.id, scan.nonce):
        return Settled(scan=scan, outcome=None)
    scan = replace(scan, at=min(max(scan.at, desk.taken.made_at), desk.now))  # a phone's clock may be wrong
    seen = offline.find_ticket(tx, scan) if scan.registration_id is None else None
    registration = _registration(tx, desk, scan, seen)
    ticket_id = seen.id if seen is not None and registration is not None else None
    other = None if registration is None else offline.find_other(tx, registration.id, desk.gate, desk.event, scan.at)
    outcome = _outcome(scan, seen, registration, other)
    if outcome is Outcome.ADMITTED and registration is not None:
        _admit(tx, desk, scan, registration, ticket_id)
    clash = other if outcome is Outcome.CLASH else None
    registration_id = registration.id if registration is not None else None
    kept = {"registration_id": registration_id, "other": clash, "brought_by": desk.actor.account_id, "now": desk.now}
    offline.add_scan(tx, desk.report, scan, outcome, **kept)  # type: ignore[arg-type]
    return Settled(
        scan=scan,
        outcome=outcome,
        registration_id=registration_id,
        ticket_id=ticket_id,
        name=_name(tx, desk, registration),
        other_by=None if clash is None else accounts.get_row(tx, clash.account_id)["display_name"],
        other_at=None if clash is None else clash.at,
    )


def _registration(tx: Transaction, desk: _Desk, scan: Scan, seen: Seen | None) -> Registration | None:
    """Return whose scan this is; None for what is not there, not of this event, or beyond this person's reach."""
    number = scan.registration_id if desk.taken.has_names else None
    number = seen.registration_id if seen is not None else number
    if number is None or (seen is not None and not _fits(desk.key, scan, seen)):
        return None
    try:
        found = registrations.get(tx, number)
    except NotAvailableError:
        return None
    return found if found.event_id == desk.event.id and desk.scope.covers(found.unit_id) else None


def _name(tx: Transaction, desk: _Desk, registration: Registration | None) -> str | None:
    if registration is None or not desk.actor.may(Right.SEE, desk.event.programme_id, desk.event.id):
        return None
    return participants.get(tx, registration.participant_id).full_name


def _fits(key: bytes, scan: Scan, seen: Seen) -> bool:
    """Tell whether letters that a phone did not know are those of a ticket of ours."""
    return scan.letters is None or typed_of(secret_of(key, seen.code, seen.registration_id)) == scan.letters


def _outcome(scan: Scan, seen: Seen | None, registration: Registration | None, other: Other | None) -> Outcome:
    if registration is None:
        return Outcome.UNKNOWN
    if not registration.takes_part:
        return Outcome.ENDED
    if seen is not None and seen.revoked_at is not None and seen.revoked_at <= scan.at:
        return Outcome.REPLACED
    return Outcome.ADMITTED if other is None else Outcome.CLASH


def _admit(tx: Transaction, desk: _Desk, scan: Scan, registration: Registration, ticket_id: int | None) -> None:
    """Let in as of when it was scanned, by whoever stood at the gate; families hear of it the same day only."""
    whose = {"ticket_id": ticket_id, "account_id": desk.taken.account_id, "now": scan.at}
    admissions.add(tx, registration.id, desk.gate, desk.event, **whose)  # type: ignore[arg-type]
    what = {"gate": desk.gate.code, "list": desk.taken.id}
    of = {"subject": "registration", "subject_id": registration.id}
    audit.record(tx, actor=desk.actor, action="gate.admit", now=desk.now, **of, **what)  # type: ignore[arg-type]
    is_today = desk.event.today(scan.at) == desk.event.today(desk.now)
    if desk.gate.kind is GateKind.ARRIVAL and is_today:
        greeting.tell_arrived(tx, registration, desk.event, scan.at, now=desk.now)
