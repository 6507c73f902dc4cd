"""An announcement deleted from the chats it reached, and what became of that, in people.

Always true: everybody who has or may have a copy is counted once, as the worst that became of any of their copies.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum
from typing import Final

from bot.domain.broadcast import State

SENT_STATES: Final = (State.SENDING, State.PAUSED, State.STOPPED, State.SENT)
"""Where an announcement may have been delivered to somebody, and may still be changed or deleted."""
OVER: Final = frozenset({State.REMOVING, State.REMOVED})
DELETABLE: Final = timedelta(hours=48)
"""How old a message may be that Telegram lets a bot delete."""


class Fate(IntEnum):
    """What became of a person's copies; of several the worst counts."""

    DONE = 0
    GONE = 1
    REFUSED = 2
    BLOCKED = 3
    TOO_OLD = 4
    UNCONFIRMED = 5
    """Telegram never said that it was delivered, or delivered once more: there is nothing to delete it by."""
    WAITING = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """How many people's copies met which fate."""

    removed: int = 0
    gone: int = 0
    refused: int = 0
    blocked: int = 0
    too_old: int = 0
    unconfirmed: int = 0
    waiting: int = 0

    @property
    def delivered(self) -> int:
        """How many people have or had a copy, or may have one."""
        return self.removed + self.left + self.waiting

    @property
    def left(self) -> int:
        """How many people's copies could not be deleted."""
        return self.gone + self.refused + self.blocked + self.too_old + self.unconfirmed
