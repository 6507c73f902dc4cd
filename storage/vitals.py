"""What the database tells about how the program is: numbers and ages, never words.

Always true: looking changes nothing but the pulse, and no figure concerns one person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.notice import Priority
from storage.database import Transaction
from storage.migrating import known
from storage.values import instant, micros


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """How many wait, and for how long the oldest has waited."""

    number: int = 0
    age: timedelta = timedelta()


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """What is not finished at one moment."""

    inbox: Waiting
    outbox: Mapping[Priority, Waiting]
    quarantined: int


def beat(tx: Transaction, now: datetime) -> None:
    """Write a sign of life."""
    tx.run("vitals.beat", at=micros(now))


def is_schema_current(tx: Transaction) -> bool:
    """Tell whether the database has every migration of this program and no other."""
    return {row["number"] for row in tx.list_("vitals.schema")} == {number for number, _, _ in known()}


def read_backlog(tx: Transaction, now: datetime) -> Backlog:
    """Return what is not finished."""
    inbox = tx.one("vitals.inbox")
    rows = tx.list_("vitals.outbox", at=micros(now))
    due = {Priority(row["priority"]): _waiting(row["number"], row["oldest_at"], now) for row in rows}
    return Backlog(
        inbox=_waiting(inbox["number"], inbox["oldest_at"], now),
        outbox={priority: due.get(priority, Waiting()) for priority in Priority},
        quarantined=tx.one("vitals.quarantined")["number"],
    )


def _waiting(number: int, oldest_at: int | None, now: datetime) -> Waiting:
    age = timedelta() if oldest_at is None else now - instant(oldest_at)
    return Waiting(number=number, age=max(age, timedelta()))
