"""Which chats show commands of their own in Telegram's menu, compared with the roles people hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.language import Language
from storage.database import Transaction
from storage.values import micros


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """The commands a chat should show: «desk», «check», or None for everybody's."""

    account_id: int
    telegram_id: int
    language: Language
    commands: str | None


def list_stale(tx: Transaction, *, default: Language, now: datetime) -> tuple[Menu, ...]:
    """Return the chats whose commands are not those they should be, some at a time."""
    return tuple(
        Menu(
            account_id=row["id"],
            telegram_id=row["telegram_id"],
            language=Language(row["language"]) if row["language"] else default,
            commands=row["commands"],
        )
        for row in tx.list_("menus.stale", language=default.value, now=micros(now))
    )


def keep(tx: Transaction, menu: Menu, *, now: datetime) -> None:
    """Remember what a chat shows from now on."""
    if menu.commands is None:
        tx.run("menus.drop", account_id=menu.account_id)
        return
    made = {"account_id": menu.account_id, "commands": menu.commands, "language": menu.language.value}
    tx.run("menus.keep", now=micros(now), **made)
