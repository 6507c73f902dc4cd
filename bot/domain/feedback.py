"""What participants think of a session: one to five, one word from a list, perhaps a line.

Always true: feedback can be given once the session is over and until the day after the event; a speaker reads figures
only, and none before so many have answered that nobody can be guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.event import Event
from bot.domain.timetable import Session

STARS: Final = (1, 2, 3, 4, 5)
LONGEST: Final = 300
"""Characters of the line."""
ENOUGH: Final = 5
"""Answers from which on a speaker reads the figures."""
NOT_RATED: Final = frozenset({"meal", "free", "travel"})


class Tag(StrEnum):
    """The one word about a session."""

    INTERESTING = "interesting"
    USEFUL = "useful"
    FRIENDLY = "friendly"
    BORING = "boring"
    HARD = "hard"
    LONG = "long"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What one participant thinks of one session."""

    session_id: int
    stars: int
    tag: Tag | None
    words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What everybody together thinks of one session; `stars` counts from one to five."""

    stars: tuple[int, ...]
    tags: Mapping[Tag, int]

    @property
    def number(self) -> int:
        """Return how many answered."""
        return sum(self.stars)

    @property
    def average(self) -> float:
        """Return the mean, 0 when nobody answered."""
        total = sum(stars * count for stars, count in zip(STARS, self.stars, strict=True))
        return total / self.number if self.number else 0.0


def is_rated(session: Session) -> bool:
    """Tell whether a session is one that people have an opinion of."""
    return session.kind not in NOT_RATED and not session.is_cancelled


def is_open(event: Event, session: Session, now: datetime) -> bool:
    """Tell whether feedback about a session can be given or changed now."""
    closes_at = datetime.combine(event.ends_on + timedelta(days=2), time(), event.zone)
    return is_rated(session) and session.ends_at <= now < closes_at
