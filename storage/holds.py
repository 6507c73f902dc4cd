"""What a registration is held for: newer words that wait for a consent, or guardians who differ."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.database import Transaction
from storage.engine import Row
from storage.values import instant, micros


class HoldKind(StrEnum):
    """Why a registration is held."""

    RENEWAL = "renewal"
    DISPUTE = "dispute"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """One thing that is waited for; `was_confirmed` tells where the registration stood before."""

    id: int
    registration_id: int
    kind: HoldKind
    was_confirmed: bool
    opened_at: datetime
    due_at: datetime
    has_passed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """One account that is to be told of newer words, and until when they wait."""

    registration_id: int
    account_id: int
    due_at: datetime


def open_(
    tx: Transaction, registration_id: int, kind: HoldKind, *, was_confirmed: bool, now: datetime, due_at: datetime
) -> bool:
    """Hold a registration; False when it was held for that already."""
    return (
        tx.run(
            "holds.open",
            registration_id=registration_id,
            kind=kind.value,
            was_confirmed=int(was_confirmed),
            now=micros(now),
            due_at=micros(due_at),
        )
        > 0
    )


def list_of(tx: Transaction, registration_id: int) -> tuple[Hold, ...]:
    """Return what a registration is held for now."""
    return tuple(_hold(row) for row in tx.list_("holds.of_registration", registration_id=registration_id))


def close(tx: Transaction, registration_id: int, now: datetime, kind: HoldKind | None = None) -> None:
    """Hold a registration no more, for one reason or for any."""
    tx.run("holds.close", registration_id=registration_id, kind=kind.value if kind else "", now=micros(now))


def list_due(tx: Transaction, now: datetime, *, limit: int) -> tuple[Hold, ...]:
    """Return what was waited for in vain and nobody has dealt with, earliest deadline first."""
    return tuple(_hold(row) for row in tx.list_("holds.due", now=micros(now), limit=limit))


def pass_by(tx: Transaction, hold: Hold, now: datetime) -> bool:
    """Write down that a deadline has passed; False when it was known."""
    return tx.run("holds.pass_by", hold_id=hold.id, now=micros(now)) > 0


def renew(tx: Transaction, event_id: int, now: datetime, due_at: datetime) -> int:
    """Let newer words wait for whoever agreed to older ones; return how many cannot be confirmed until then.

    Who is confirmed stays so until the deadline.
    """
    when = {"event_id": event_id, "now": micros(now), "due_at": micros(due_at)}
    tx.run("holds.renew_again", **when)
    tx.run("holds.renew", **when)
    return len(tx.list_("holds.suspend", event_id=event_id, now=micros(now)))


def list_renewals(tx: Transaction, event_id: int) -> tuple[Renewal, ...]:
    """Return who is to be told of newer words."""
    return tuple(
        Renewal(registration_id=row["registration_id"], account_id=row["account_id"], due_at=instant(row["due_at"]))
        for row in tx.list_("holds.to_renew", event_id=event_id)
    )


def list_given_before(tx: Transaction, event_id: int, purpose: str, version: int) -> tuple[tuple[int, int], ...]:
    """Return (registration, account) of guardians who agreed to older words of a purpose."""
    rows = tx.list_("holds.given_before", event_id=event_id, purpose=purpose, version=version)
    return tuple((row["registration_id"], row["account_id"]) for row in rows)


def list_without_voice(tx: Transaction, *, limit: int) -> tuple[int, ...]:
    """Return the registrations that rest on a yes of somebody who may not decide any more."""
    return tuple(row["id"] for row in tx.list_("holds.without_voice", limit=limit))


def _hold(row: Row) -> Hold:
    return Hold(
        id=row["id"],
        registration_id=row["registration_id"],
        kind=HoldKind(row["kind"]),
        was_confirmed=bool(row["was_confirmed"]),
        opened_at=instant(row["opened_at"]),
        due_at=instant(row["due_at"]),
        has_passed=row["passed_at"] is not None,
    )
