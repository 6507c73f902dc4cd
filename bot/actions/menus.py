"""Which commands Telegram's menu offers to the people of a programme: compared with their roles, never guessed."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from bot.domain.language import Language
from storage import menus
from storage.database import Transaction
from storage.menus import Menu

__all__ = ["COMMANDS", "Menu", "keep", "list_stale"]

COMMANDS: Final = {"desk": ("desk", "ticket"), "check": ("ticket",)}
"""What is offered before everybody's commands."""


def list_stale(tx: Transaction, *, default: Language, now: datetime) -> tuple[Menu, ...]:
    """Return the chats whose menu is not that of the roles held now."""
    return menus.list_stale(tx, default=default, now=now)


def keep(tx: Transaction, *, menu: Menu, now: datetime) -> None:
    """Remember what a chat's menu offers from now on."""
    menus.keep(tx, menu, now=now)
