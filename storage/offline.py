"""Lists of gates that were taken along, and what was scanned by them.

Always true: a scan is taken in once: a second one with the same number of the same list changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Scope
from bot.domain.event import Event
from bot.domain.gate import Gate
from bot.domain.offline import Outcome, Report, Scan
from storage.database import Transaction
from storage.scopes import within
from storage.values import instant, micros


@dataclass(frozen=True, slots=True, kw_only=True)
class GateList:
    """A list of a gate that somebody took along."""

    id: int
    event_id: int
    gate: str
    account_id: int
    by: str
    has_names: bool
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Somebody who takes part; without a ticket they are found by name only."""

    registration_id: int
    name: str
    squad: tuple[str, int] | None
    """The name and the number of the squad."""
    ticket_id: int | None
    code: str | None
    token_hash: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The ticket that a scan was of."""

    id: int
    registration_id: int
    code: str
    token_hash: str
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """That somebody was let in already: by whom and when."""

    account_id: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """A scan that did not let in."""

    outcome: Outcome
    gate: str
    scanned_at: datetime
    by: str
    device: str
    registration_id: int | None
    name: str | None
    other_by: str | None
    other_at: datetime | None


def add_list(
    tx: Transaction, event: Event, gate: str, *, account_id: int, has_names: bool, number: int, now: datetime
) -> int:
    """Remember that a list is taken along; return its number."""
    of = {"event_id": event.id, "gate": gate, "account_id": account_id, "number": number}
    return int(tx.one("offline.add_list", has_names=int(has_names), now=micros(now), **of)["id"])


def find_list(tx: Transaction, list_id: int) -> GateList | None:
    """Return a list that was taken along."""
    row = tx.find("offline.list", list_id=list_id)
    if row is None:
        return None
    of = {name: row[name] for name in ("id", "event_id", "gate", "account_id")}
    has_names = row["has_names"] == 1
    return GateList(by=row["display_name"], has_names=has_names, made_at=instant(row["made_at"]), **of)


def list_entries(tx: Transaction, scope: Scope) -> tuple[Listed, ...]:
    """Return everybody who takes part, by name."""
    return tuple(
        Listed(
            registration_id=row["id"],
            name=row["full_name"],
            squad=(row["squad_name"], row["squad_number"]) if row["squad_number"] else None,
            ticket_id=row["ticket_id"],
            code=row["code"],
            token_hash=row["token_hash"],
        )
        for row in tx.list_("offline.entries", **within(scope))
    )


def read_inside(tx: Transaction, scope: Scope, gate: Gate, event: Event, now: datetime) -> dict[int, datetime]:
    """Return registration -> when it was let in at a gate (today at a daily one)."""
    rows = tx.list_("offline.inside", gate=gate.code, on_day=gate.day(event, now), **within(scope))
    return {row["registration_id"]: instant(row["admitted_at"]) for row in rows}


def find_ticket(tx: Transaction, scan: Scan) -> Seen | None:
    """Return the ticket that a scan names, good or not."""
    row = tx.find("offline.ticket", ticket_id=scan.ticket_id, code=scan.code)
    if row is None:
        return None
    revoked_at = None if row["revoked_at"] is None else instant(row["revoked_at"])
    of = {name: row[name] for name in ("id", "registration_id", "code", "token_hash")}
    return Seen(revoked_at=revoked_at, **of)


def is_known(tx: Transaction, list_id: int, nonce: str) -> bool:
    """Tell whether a scan was taken in before."""
    return tx.find("offline.scan_before", list_id=list_id, nonce=nonce) is not None


def find_other(tx: Transaction, registration_id: int, gate: Gate, event: Event, at: datetime) -> Other | None:
    """Return who let somebody in at a gate (that day at a daily one)."""
    of = {"registration_id": registration_id, "gate": gate.code, "on_day": gate.day(event, at)}
    row = tx.find("offline.admission", **of)
    return None if row is None else Other(account_id=row["account_id"], at=instant(row["admitted_at"]))


def add_scan(
    tx: Transaction,
    report: Report,
    scan: Scan,
    outcome: Outcome,
    *,
    registration_id: int | None,
    other: Other | None,
    brought_by: int,
    now: datetime,
) -> None:
    """Keep what became of a scan."""
    tx.run(
        "offline.add_scan",
        list_id=report.list_id,
        nonce=scan.nonce,
        device=report.device,
        registration_id=registration_id,
        outcome=outcome.value,
        scanned_at=micros(scan.at),
        other_account_id=other.account_id if other else None,
        other_at=micros(other.at) if other else None,
        brought_by=brought_by,
        now=micros(now),
    )


def count_trouble(tx: Transaction, scope: Scope) -> int:
    """Return how many scans did not let in."""
    return int(tx.one("offline.count_trouble", **within(scope))["number"])


def list_trouble(tx: Transaction, scope: Scope, *, limit: int, skipped: int) -> tuple[Trouble, ...]:
    """Return one page of the scans that did not let in, newest first."""
    return tuple(
        Trouble(
            outcome=Outcome(row["outcome"]),
            gate=row["gate"],
            scanned_at=instant(row["scanned_at"]),
            by=row["taken_by"],
            device=row["device"],
            registration_id=row["registration_id"],
            name=row["full_name"],
            other_by=row["other_by"],
            other_at=None if row["other_at"] is None else instant(row["other_at"]),
        )
        for row in tx.list_("offline.trouble", limit=limit, skipped=skipped, **within(scope))
    )


def forget(tx: Transaction, participant_id: int) -> None:
    """Forget whom scans were of."""
    tx.run("offline.forget", participant_id=participant_id)
