"""Gates of events, and who was let in at them.

Always true: a registration is let in at a gate once, at a daily one once a day: the schema refuses a second row, so it
does not matter how many scan at the same moment.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Scope
from bot.domain.event import Event
from bot.domain.gate import DEFAULT, Admission, Gate, Inside
from bot.domain.language import Localized
from storage.database import Transaction
from storage.events import localized
from storage.scopes import within
from storage.values import from_json, instant, micros


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Somebody who takes part and was not let in yet."""

    registration_id: int
    name: str
    unit: Localized | None


def list_gates(tx: Transaction, event_id: int) -> tuple[Gate, ...]:
    """Return the gates of an event in their order, the arrival when it names none."""
    found = tuple(Gate.of(one) for one in from_json(tx.one("admissions.gates", event_id=event_id)["gates"]))
    return found or DEFAULT


def add(
    tx: Transaction,
    registration_id: int,
    gate: Gate,
    event: Event,
    *,
    ticket_id: int | None,
    account_id: int,
    now: datetime,
) -> bool:
    """Let somebody in; False when that was done before."""
    day = gate.day(event, now)
    where = {"registration_id": registration_id, "gate": gate.code, "on_day": day}
    return tx.run("admissions.add", ticket_id=ticket_id, account_id=account_id, now=micros(now), **where) == 1


def list_of(
    tx: Transaction, registration_id: int, event: Event, gates: tuple[Gate, ...], now: datetime
) -> tuple[Admission, ...]:
    """Return where a registration is let in as things stand: at a daily gate only today counts."""
    days = {gate.code: gate.day(event, now) for gate in gates}
    rows = tx.list_("admissions.of_registration", registration_id=registration_id)
    return tuple(
        Admission(
            gate=row["gate"],
            account_id=row["account_id"],
            by=row["display_name"],
            admitted_at=instant(row["admitted_at"]),
        )
        for row in rows
        if days.get(row["gate"]) == row["on_day"]
    )


def remove(tx: Transaction, registration_id: int, gate: str, *, account_id: int, admitted_at: int) -> bool:
    """Take back that somebody was let in; False when it was not so, or another's deed."""
    what = {"registration_id": registration_id, "gate": gate}
    return tx.run("admissions.remove", account_id=account_id, admitted_at=admitted_at, **what) == 1


def count(tx: Transaction, scope: Scope, gate: Gate, event: Event, now: datetime) -> Inside:
    """Return how many of those who take part were let in at a gate."""
    row = tx.one("admissions.count", gate=gate.code, on_day=gate.day(event, now), **within(scope))
    return Inside(gate=gate, number=row["number"], expected=row["expected"])


def list_missing(
    tx: Transaction, scope: Scope, gate: Gate, event: Event, now: datetime, *, limit: int, skipped: int
) -> tuple[Missing, ...]:
    """Return one page of those who take part and were not let in, by name."""
    of = {"gate": gate.code, "on_day": gate.day(event, now), "limit": limit, "skipped": skipped}
    rows = tx.list_("admissions.missing", **of, **within(scope))
    return tuple(
        Missing(
            registration_id=row["id"], name=row["full_name"], unit=localized(row["title"]) if row["title"] else None
        )
        for row in rows
    )


def forget(tx: Transaction, participant_id: int) -> None:
    """Drop where a participant was let in."""
    tx.run("admissions.forget", participant_id=participant_id)
