"""The trail, read: what was done with a registration, what a person did, who looked at whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from storage.database import Transaction
from storage.engine import Row
from storage.values import from_json, instant

MOST_VIEWS: Final = 200
"""Newest views of one registration that its family is told of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One row of the trail; nobody's name when the program did it."""

    action: str
    subject: str
    subject_id: int
    at: datetime
    name: str | None
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Somebody looked: by which role, at what (the action's name) and when."""

    action: str
    role: str | None
    at: datetime


def list_of_registration(tx: Transaction, registration_id: int, *, limit: int, skipped: int) -> tuple[Step, ...]:
    """Return what was done with a registration or seen of it, newest first."""
    rows = tx.list_("trails.of_registration", registration_id=registration_id, limit=limit, skipped=skipped)
    return tuple(_step(row) for row in rows)


def list_of_account(tx: Transaction, account_id: int, *, limit: int, skipped: int) -> tuple[Step, ...]:
    """Return what a person did or saw, newest first."""
    return tuple(
        _step(row) for row in tx.list_("trails.of_account", account_id=account_id, limit=limit, skipped=skipped)
    )


def list_views(tx: Transaction, registration_id: int) -> tuple[Seen, ...]:
    """Return by which role and when a registration was looked at, newest first."""
    return tuple(
        Seen(action=row["action"], role=from_json(row["data"]).get("role"), at=instant(row["at"]))
        for row in tx.list_("trails.views", registration_id=registration_id, limit=MOST_VIEWS)
    )


def _step(row: Row) -> Step:
    return Step(
        action=row["action"],
        subject=row["subject"],
        subject_id=row["subject_id"],
        at=instant(row["at"]),
        name=row["display_name"],
        data=from_json(row["data"]),
    )
