"""A week of somebody's timetable as a picture for a phone: two columns of days.

Always true: every text fits inside its column, and white text on the picture keeps a contrast of at least 4.5 to 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.documents.drawing import draw_png

MOST_LINES: Final = 140
SLIM: Final = frozenset({"meal", "free", "travel"})
"""Kinds that get a line without a place."""
HEAD_WEIGHT, WHOLE_WEIGHT, SLIM_WEIGHT = 3, 3, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLine:
    """One session: local times, what, where; `is_chosen` when one signed up for it."""

    starts: str
    ends: str
    title: str
    place: str
    kind: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekDay:
    """One day of the picture."""

    title: str
    is_today: bool
    lines: tuple[WeekLine, ...]

    @property
    def weight(self) -> int:
        """Return about how high it is."""
        return HEAD_WEIGHT + sum(SLIM_WEIGHT if one.kind in SLIM else WHOLE_WEIGHT for one in self.lines)


def draw_week(*, title: str, subtitle: str, days: Sequence[WeekDay], look: Mapping[str, Any]) -> bytes:
    """Return a PNG 1280 pixels wide; ValueError for more than MOST_LINES sessions."""
    if sum(len(day.lines) for day in days) > MOST_LINES:
        raise ValueError(f"at most {MOST_LINES} sessions")
    shown = {
        "title": title,
        "subtitle": subtitle,
        "colour": str(look["colour"]),
        "accent": str(look["accent"]),
        "columns": [[_day(day) for day in column] for column in _halves(days)],
    }
    return draw_png("week.typ", shown)


def _halves(days: Sequence[WeekDay]) -> tuple[Sequence[WeekDay], Sequence[WeekDay]]:
    """Return the days in two columns of about the same height, in order."""
    whole = sum(day.weight for day in days)
    best = min(range(len(days) + 1), key=lambda at: abs(whole - 2 * sum(day.weight for day in days[:at])), default=0)
    return days[:best], days[best:]


def _day(day: WeekDay) -> dict[str, Any]:
    return {
        "title": day.title,
        "today": day.is_today,
        "lines": [
            {
                "starts": one.starts,
                "ends": one.ends,
                "title": one.title,
                "place": one.place,
                "slim": one.kind in SLIM,
                "chosen": one.is_chosen,
            }
            for one in day.lines
        ],
    }
