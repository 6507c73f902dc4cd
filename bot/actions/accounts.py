"""Meeting people: first contact, language, reach, and the owners named in the settings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.domain.access import Actor, Role
from bot.domain.language import Language
from storage import accounts
from storage.database import Transaction


def meet(
    tx: Transaction, *, telegram_id: int, display_name: str, offered: Language, now: datetime, is_owner: bool
) -> Actor:
    """Create or refresh the account of a Telegram user who has just written."""
    actor = accounts.meet(tx, telegram_id, display_name, offered=offered, now=now)
    if is_owner and not actor.is_owner:
        accounts.add_grant(
            tx, account_id=actor.account_id, role=Role.OWNER, programme_id=None, granted_by=None, now=now
        )
        return accounts.meet(tx, telegram_id, display_name, offered=offered, now=now)
    return actor


def choose_language(tx: Transaction, *, actor: Actor, now: datetime, language: Language) -> None:
    """Remember the language everything this person receives is written in."""
    del now
    accounts.set_language(tx, actor.account_id, language)


def go(tx: Transaction, *, actor: Actor, now: datetime, place: str, args: Mapping[str, Any] | None = None) -> None:
    """Remember that the person is on another screen now."""
    del now
    accounts.set_place(tx, actor.account_id, place, args)


def change_reach(tx: Transaction, *, telegram_id: int, reach: str) -> None:
    """Remember that a person blocked the bot or came back."""
    accounts.set_reach(tx, telegram_id, reach)


def sync_owners(tx: Transaction, *, owner_ids: tuple[int, ...], now: datetime) -> None:
    """Make the owners exactly those whom the settings name and whom we have met."""
    accounts.revoke_seeded_owners(tx, now)
    for telegram_id in owner_ids:
        account_id = accounts.find_id(tx, telegram_id)
        if account_id is not None:
            accounts.add_grant(tx, account_id=account_id, role=Role.OWNER, programme_id=None, granted_by=None, now=now)
