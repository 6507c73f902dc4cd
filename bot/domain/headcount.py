"""A head count: who of some squads was seen, who is missing since when, and which squads are done.

Always true: expected = present + missing + not marked yet; whoever is known to be away is not expected.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.squad import Squad

USUAL_MINUTES: Final = 5
MINUTES: Final = (2, 3, 5, 10, 15)
"""After how many minutes leaders who are not done may be reminded; after twice as many they are called."""
LIFE: Final = timedelta(hours=12)
"""A count that nobody closed is over then."""


class Mark(StrEnum):
    """Where a child stands in a count; the letters are what buttons carry."""

    PRESENT = "p"
    MISSING = "m"
    OPEN = "u"
    AWAY = "a"


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A child of a count; `marked_at` is when it was seen or missed."""

    registration_id: int
    squad_id: int
    name: str
    mark: Mark
    marked_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How many children were expected, seen, missed; the rest is not marked yet, `away` was not expected."""

    expected: int
    present: int
    missing: int
    away: int

    @property
    def open(self) -> int:
        """How many are not marked yet."""
        return self.expected - self.present - self.missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One squad of a count with its children by name."""

    squad: Squad
    children: tuple[Child, ...]
    leaders: tuple[str, ...]
    """Those who can be reached by the bot."""
    finished_at: datetime | None

    @property
    def figures(self) -> Figures:
        """How the squad stands."""
        return figures_of(self.children)


@dataclass(frozen=True, slots=True, kw_only=True)
class Headcount:
    """A count of some squads of an event."""

    id: int
    event_id: int
    started_by: int
    started_at: datetime
    remind_minutes: int
    message_id: int | None
    called_at: datetime | None
    completed_at: datetime | None
    ended_at: datetime | None

    @property
    def took(self) -> timedelta | None:
        """How long it was until every squad was done."""
        return None if self.completed_at is None else self.completed_at - self.started_at

    @property
    def remind_at(self) -> datetime:
        """When leaders who are not done are reminded."""
        return self.started_at + timedelta(minutes=self.remind_minutes)

    @property
    def call_at(self) -> datetime:
        """When leaders who are still not done are to be called."""
        return self.started_at + timedelta(minutes=2 * self.remind_minutes)


def figures_of(children: Iterable[Child]) -> Figures:
    """Count children by where they stand."""
    marks = [one.mark for one in children]
    away = marks.count(Mark.AWAY)
    return Figures(
        expected=len(marks) - away,
        present=marks.count(Mark.PRESENT),
        missing=marks.count(Mark.MISSING),
        away=away,
    )
