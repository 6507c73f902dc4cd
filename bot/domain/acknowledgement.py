"""Who confirmed an announcement, in figures and by name, and about whom somebody is to be called.

Always true: confirmed and silent together are all the people it was for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """How many people of one stream or unit an announcement was for, and how many of them confirmed."""

    id: int
    number: int
    confirmed: int

    @property
    def silent(self) -> int:
        """How many did not confirm."""
        return self.number - self.confirmed


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One person an announcement was for."""

    account_id: int
    name: str
    is_guardian: bool
    has_it: bool
    """Whether the copy arrived, as far as Telegram says."""
    confirmed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A registration about which somebody is to be called."""

    registration_id: int
    participant_id: int
    name: str
    phone: str | None
