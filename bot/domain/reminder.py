"""Reminders as rules: which are due, until when each is of use, and when quiet hours hold one back.

Always true: a reminder is named by local days and hours, never by an instant, so a changed offset of the zone neither
repeats nor loses one; its instant is computed from the local date and time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, Final, Self
from zoneinfo import ZoneInfo

from bot.domain.language import Localized

LOOKBACK: Final = timedelta(days=31)
"""How far back a reminder that was missed is still looked for and recorded."""
_DAY: Final = timedelta(days=1)
NO_EVENT: Final = frozenset({"meal", "free"})
"""Kinds of sessions that no day's programme names."""


BY_MINUTES: Final = frozenset({"before_session", "offer_lapsing"})
"""Kinds that are due so many minutes before something; the others are due at a local hour."""
BY_DAYS: Final = frozenset({"packing", "document_missing"})
"""Kinds that are due so many days before a stream begins."""


class Kind(StrEnum):
    """What makes a reminder due."""

    EVENING_BEFORE = "evening_before"
    BEFORE_SESSION = "before_session"
    DEPARTURE_DAY = "departure_day"
    CONSENT_MISSING = "consent_missing"
    OFFER_LAPSING = "offer_lapsing"
    DOCUMENT_MISSING = "document_missing"
    PACKING = "packing"
    PICKUP_DAY = "pickup_day"
    FEEDBACK = "feedback"
    OPINION = "opinion"


class To(StrEnum):
    """Who is reminded."""

    PARTICIPANTS = "participants"
    GUARDIANS = "guardians"
    GUARDIANS_PENDING = "guardians_pending"
    FAMILY = "family"


class Verdict(StrEnum):
    """What to do about a due reminder now."""

    SEND = "send"
    WAIT = "wait"
    EXPIRE = "expire"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of an event: at a local hour (perhaps days before), or so many minutes before a session."""

    code: str
    kind: Kind
    to: To
    at: time
    minutes: int
    days: int = 0
    text: Localized | None = None
    """The organizers' own words, instead of the usual ones."""

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> Self:
        """Build from a checked rule of a programme file."""
        return cls(
            code=content["code"],
            kind=Kind(content["kind"]),
            to=To(content["to"]),
            at=time.fromisoformat(content.get("at") or "00:00"),
            minutes=content.get("minutes") or 0,
            days=content.get("days") or 0,
            text=Localized.of(content["text"]) if content.get("text") else None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """Local hours in which only urgent reminders go out; equal ends mean that there are none."""

    starts: time
    ends: time

    def ends_at(self, at: datetime, zone: ZoneInfo) -> datetime | None:
        """Return when the quiet hours around an instant end, or None when it lies outside them."""
        local = at.astimezone(zone)
        clock, is_over_midnight = local.time(), self.starts > self.ends
        if is_over_midnight and clock >= self.starts:
            return local_instant(local.date() + _DAY, self.ends, zone)
        if (is_over_midnight or clock >= self.starts) and clock < self.ends:
            return local_instant(local.date(), self.ends, zone)
        return None

    def wakes_nobody(self, starts_at: datetime, zone: ZoneInfo) -> bool:
        """Tell whether whoever goes to a session is up anyway: it begins in the quiet hours or just as they end."""
        return self.ends_at(starts_at - timedelta(microseconds=1), zone) is not None


NEVER_QUIET: Final = Quiet(starts=time(0), ends=time(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The local days of a stream."""

    id: int
    code: str
    starts_on: date
    ends_on: date

    def includes(self, on: date) -> bool:
        """Tell whether a day belongs to the stream."""
        return self.starts_on <= on <= self.ends_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """What of a session decides about reminders."""

    id: int
    code: str
    stream_id: int | None
    kind: str
    held_on: date
    starts_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A place that is offered: since when, and until when it is held."""

    registration_id: int
    stream_id: int
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """An event's rules and the part of its timetable around now; nothing is due before it was `known_at`."""

    zone: ZoneInfo
    opens_on: date
    known_at: datetime
    rules: tuple[Rule, ...]
    spans: tuple[Span, ...]
    slots: tuple[Slot, ...]
    held: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A reminder that is due: `subject` names it within its rule, for ever."""

    rule: Rule
    subject: str
    due_at: datetime
    useful_until: datetime
    on: date
    stream_ids: tuple[int, ...]
    session_id: int | None = None
    registration_id: int | None = None
    is_urgent: bool = False

    def judge(self, now: datetime, quiet: Quiet, zone: ZoneInfo) -> Verdict:
        """Return what to do: what is urgent ignores quiet hours, the rest waits for their end or is of no use then."""
        if now >= self.useful_until:
            return Verdict.EXPIRE
        ends_at = quiet.ends_at(now, zone)
        if self.is_urgent or ends_at is None:
            return Verdict.SEND
        return Verdict.WAIT if ends_at < self.useful_until else Verdict.EXPIRE


def local_instant(on: date, at: time, zone: ZoneInfo) -> datetime:
    """Return the instant of a local date and time, in UTC."""
    return datetime.combine(on, at, zone).astimezone(UTC)


def is_listed(kind: str) -> bool:
    """Tell whether a session is worth a line in a day's programme."""
    return kind not in NO_EVENT
