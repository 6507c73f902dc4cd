"""Files that do not stay in a chat: the bot takes them back a day after it sent them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from bot.domain.access import Actor
from storage import fadings
from storage.database import Transaction
from storage.fadings import Fading

LIFE: Final = timedelta(hours=24)
"""Telegram lets a bot take a message back for two days."""


def keep(tx: Transaction, *, actor: Actor, now: datetime, message_id: int) -> None:
    """Remember that a message in one's own chat is to go."""
    fadings.add(tx, account_id=actor.account_id, message_id=message_id, fades_at=now + LIFE)


def list_due(tx: Transaction, *, now: datetime) -> tuple[Fading, ...]:
    """Return the messages whose time is over, some at a time."""
    return fadings.list_due(tx, now=now)


def forget(tx: Transaction, *, fading: Fading) -> None:
    """Forget a message that is gone, or that Telegram lets nobody take back."""
    fadings.drop(tx, fading)
