"""The trail of who changed what: append-only, ids only."""

from __future__ import annotations

from datetime import datetime

from bot.domain.access import Actor
from storage.database import Transaction
from storage.engine import Row
from storage.values import micros, to_json


def record(
    tx: Transaction, *, actor: Actor | None, action: str, subject: str, subject_id: int, now: datetime, **data: object
) -> None:
    """Record one change; `data` holds ids and codes, never personal data."""
    tx.run(
        "audit.add",
        account_id=actor.account_id if actor else None,
        action=action,
        subject=subject,
        subject_id=subject_id,
        at=micros(now),
        data=to_json(data),
    )


def list_(tx: Transaction, subject: str, subject_id: int) -> tuple[Row, ...]:
    """Return the history of one row, oldest first."""
    return tx.list_("audit.by_subject", subject=subject, subject_id=subject_id)
