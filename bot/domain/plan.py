"""When an announcement goes out: at an instant, or so many days from a start, and then it moves with that start.

Always true: a plan holds local days and hours, never a computed instant, unless an instant is what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final, Self
from zoneinfo import ZoneInfo

from bot.domain.errors import DomainError
from bot.domain.reminder import local_instant

_TYPED_DAY: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})\s+(\d{1,2})[:.](\d{2})")
_TYPED_DAYS: Final = re.compile(r"([+\-−–]?\d{1,3})\s+(\d{1,2})[:.](\d{2})")
MOST_DAYS: Final = 365


class PlanError(DomainError):
    """A typed time at which nothing can go out; `why` names the text that explains it (`plan-problem-<why>`)."""

    code = "plan"

    def __init__(self, why: str) -> None:
        """Name the reason."""
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Either an instant, or days from the start (below 0: before it) with a local time."""

    at: datetime | None = None
    days: int | None = None
    time: time | None = None

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Self:
        """Build from what `as_dict` returned."""
        if "at" in kept:
            return cls(at=datetime.fromisoformat(kept["at"]))
        return cls(days=kept["days"], time=time.fromisoformat(kept["time"]))

    @classmethod
    def typed(cls, text: str, zone: ZoneInfo) -> Self:
        """Read «12.07.2027 18:00» or «-1 18:00»; ValueError when it is neither."""
        text = text.strip()
        if found := _TYPED_DAY.fullmatch(text):
            day, month, year, hour, minute = map(int, found.groups())
            return cls(at=local_instant(date(year, month, day), time(hour, minute), zone))
        if found := _TYPED_DAYS.fullmatch(text):
            days = int(found[1].replace("−", "-").replace("–", "-"))
            if abs(days) > MOST_DAYS:
                raise ValueError(text)
            return cls(days=days, time=time(int(found[2]), int(found[3])))
        raise ValueError(text)

    @property
    def is_relative(self) -> bool:
        """Tell whether it moves with a start."""
        return self.days is not None

    def as_dict(self) -> dict[str, Any]:
        """Return what can be kept as a document."""
        if self.at is not None:
            return {"at": self.at.astimezone(UTC).isoformat()}
        return {"days": self.days, "time": (self.time or time()).isoformat("minutes")}

    def due_at(self, starts_on: date | None, zone: ZoneInfo) -> datetime:
        """Return the instant it means now; ValueError when it is relative and there is no start."""
        if self.at is not None:
            return self.at
        if starts_on is None or self.days is None or self.time is None:
            raise ValueError("nothing to count from")
        return local_instant(starts_on + timedelta(days=self.days), self.time, zone)
