"""What the owners are told about the program itself, and how often.

Always true: one sort of trouble is told at most once in an hour, however often it happens; what was told is followed
by one all-clear when it is over.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

SILENCE: Final = timedelta(hours=1)
"""Between two messages about one sort of trouble."""


class Trouble(StrEnum):
    """The sorts of trouble."""

    POISON = "poison"
    INBOX = "inbox"
    OUTBOX = "outbox"
    CLOCK = "clock"
    DISK = "disk"
    BACKUP = "backup"
    TOKEN = "token"  # noqa: S105 - the name of a trouble
    DATABASE = "database"


LOCAL: Final = frozenset({Trouble.CLOCK, Trouble.DISK, Trouble.TOKEN, Trouble.DATABASE})
"""What one process may see and another not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is known about one sort of trouble."""

    told_at: datetime
    untold: int = 0
    """How often it happened since the owners were told."""
    is_open: bool = True
    """Whether the owners were told that it began and not that it is over."""


def raised(before: Standing | None, now: datetime) -> tuple[Standing, int]:
    """Return what is known after it happened once more, and the number of times to tell, 0 for nothing."""
    untold = 1 if before is None else before.untold + 1
    if before is not None and now - before.told_at < SILENCE:
        return replace(before, untold=untold), 0
    return Standing(told_at=now), untold


def cleared(before: Standing) -> tuple[Standing, bool]:
    """Return what is known after it is over, and whether to say so."""
    return replace(before, is_open=False, untold=0), before.is_open
