"""Messages that the bot takes back out of a chat when their time is over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage.database import Transaction
from storage.values import micros


@dataclass(frozen=True, slots=True, kw_only=True)
class Fading:
    """A message in somebody's chat."""

    account_id: int
    telegram_id: int
    message_id: int


def add(tx: Transaction, *, account_id: int, message_id: int, fades_at: datetime) -> None:
    """Remember when a message is to go."""
    tx.run("fadings.add", account_id=account_id, message_id=message_id, fades_at=micros(fades_at))


def list_due(tx: Transaction, *, now: datetime) -> tuple[Fading, ...]:
    """Return the messages whose time is over, some at a time."""
    rows = tx.list_("fadings.due", now=micros(now))
    return tuple(
        Fading(account_id=row["account_id"], telegram_id=row["telegram_id"], message_id=row["message_id"])
        for row in rows
    )


def drop(tx: Transaction, fading: Fading) -> None:
    """Forget a message that is gone."""
    tx.run("fadings.drop", account_id=fading.account_id, message_id=fading.message_id)
