"""A staff room: a group of the camp's people where each conversation with a family has a topic of its own.

Always true: a room that waits belongs to no event and nothing about a family is said in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.language import Language

CONFIRM_WITHIN: Final = timedelta(hours=1)
"""How long whoever asked may take to confirm."""
STAYS_FOR: Final = timedelta(days=1)
"""How long the bot stays in a group that nobody connects."""
INTERNAL: Final = "/"
"""How a message begins that stays among colleagues."""


class Loss(StrEnum):
    """Why a group is no staff room any more: taken out of it, or without the rights it needs."""

    KICKED = "kicked"
    RIGHTS = "rights"


class Outcome(StrEnum):
    """What became of somebody in the group who lost the role: removed, not there, or there because we may not."""

    REMOVED = "removed"
    ABSENT = "absent"
    STAYS = "stays"


class Mark(StrEnum):
    """What became of an answer on its way to the family."""

    ARRIVED = "arrived"
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Staffroom:
    """A group the bot was brought to; without an event it waits to be connected."""

    id: int
    chat_id: int
    event_id: int | None
    account_id: int
    language: Language
    asked_at: datetime

    @property
    def is_connected(self) -> bool:
        """Tell whether conversations go there."""
        return self.event_id is not None

    def may_confirm(self, account_id: int, now: datetime) -> bool:
        """Tell whether this account may still say which event it is for."""
        return not self.is_connected and account_id == self.account_id and now < self.asked_at + CONFIRM_WITHIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """The topic of a conversation as far as it has come; Telegram's ids are None before it is there."""

    thread_id: int
    room_id: int
    topic_id: int | None = None
    card_id: int | None = None
    shown: int = -1
    told: int = 0
    is_closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """An answer of staff as it stands in a topic, and what is known now of its way to the family."""

    message_id: int
    topic_id: int
    telegram_id: int
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaver:
    """Somebody who has lost the last role that reaches a room; `is_removing` when Telegram was asked already."""

    room_id: int
    account_id: int
    telegram_id: int
    name: str
    lost_at: datetime
    is_removing: bool
