"""Gates of an event: where tickets are looked at and people are let in, once each, or once a day.

Always true: an event that names no gates has one, the arrival; a code never means another gate.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, Final, Self

from bot.domain.event import Event
from bot.domain.language import Localized

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
TIME_TO_UNDO: Final = timedelta(minutes=1)
"""How long whoever let somebody in may take it back."""


class GateKind(StrEnum):
    """What a gate is for; families are told of the arrival."""

    ARRIVAL = "arrival"
    BUS = "bus"
    ENTRANCE = "entrance"
    DINING = "dining"
    EXIT = "exit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A gate; without a title it is called by its kind. A daily one lets everybody in once a local day."""

    code: str
    kind: GateKind
    title: Localized | None = None
    is_daily: bool = False

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Self:
        """Build from what a programme file says."""
        title = kept.get("title")
        return cls(
            code=kept["code"],
            kind=GateKind(kept["kind"]),
            title=Localized.of(title) if title else None,
            is_daily=bool(kept.get("daily")),
        )

    def day(self, event: Event, now: datetime) -> str:
        """Return the day for which somebody is let in now; empty when it is once for the whole event."""
        return event.today(now).isoformat() if self.is_daily else ""


DEFAULT: Final = (Gate(code="arrival", kind=GateKind.ARRIVAL),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """That somebody was let in at a gate, when and by whom."""

    gate: str
    account_id: int
    by: str
    admitted_at: datetime

    @property
    def mark(self) -> int:
        """What names this very admission: its instant in microseconds."""
        return (self.admitted_at - EPOCH) // timedelta(microseconds=1)

    def may_undo(self, account_id: int, now: datetime) -> bool:
        """Tell whether this person may take it back now."""
        return self.account_id == account_id and now - self.admitted_at <= TIME_TO_UNDO


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """How many of those who take part were let in at a gate."""

    gate: Gate
    number: int
    expected: int

    @property
    def missing(self) -> int:
        """How many are still awaited."""
        return self.expected - self.number
