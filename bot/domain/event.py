"""Programmes, events and their streams: what people register for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.consent import ConsentRules
from bot.domain.language import Localized


class Audience(StrEnum):
    """Who takes part; minors are confirmed only with a guardian's consent."""

    MINORS = "minors"
    ADULTS = "adults"


class Mode(StrEnum):
    """How a seat becomes a confirmed one: organizers decide, marks or a lottery decide, or the first who come."""

    REVIEW = "review"
    SCORES = "scores"
    LOTTERY = "lottery"
    FIRST_COME = "first_come"


class Stage(StrEnum):
    """How far choosing has come in a stream: not begun, a lottery is open and seats rest, or done."""

    OPEN = "open"
    DRAWING = "drawing"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A programme such as Jas Leader Forum."""

    id: int
    code: str
    title: Localized
    summary: Localized


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """Dates, place and capacity one registers for; `places_left` as of the reading, None when it was not counted."""

    id: int
    event_id: int
    code: str
    title: Localized
    starts_on: date
    ends_on: date
    capacity: int
    places_left: int | None = None
    stage: Stage = Stage.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What people register for; dates are local to `zone`."""

    id: int
    programme_id: int
    code: str
    season: str
    title: Localized
    summary: Localized
    place: Localized
    card: Mapping[str, Any]
    zone: ZoneInfo
    audience: Audience
    mode: Mode
    starts_on: date
    ends_on: date
    opens_on: date
    closes_on: date
    edits_until: date
    offered_for: timedelta | None
    """How long a freed place is held for whoever it is offered to; None: it is given at once."""
    streams: tuple[Stream, ...]
    consent_rules: ConsentRules = field(default_factory=ConsentRules)
    is_hidden: bool = False
    """Whether only its organizers know of it yet."""

    def today(self, now: datetime) -> date:
        """Return the event's local date."""
        return now.astimezone(self.zone).date()

    def takes_registrations(self, now: datetime) -> bool:
        """Tell whether registration is open today."""
        return not self.is_hidden and self.opens_on <= self.today(now) <= self.closes_on

    def takes_amendments(self, now: datetime) -> bool:
        """Tell whether submitted answers may be changed today."""
        return self.today(now) <= self.edits_until

    @property
    def needs_guardian(self) -> bool:
        """Tell whether a guardian must consent before confirmation."""
        return self.audience is Audience.MINORS

    def stream_with(self, stream_id: int) -> Stream:
        """Return a stream by its id; LookupError if there is none."""
        for stream in self.streams:
            if stream.id == stream_id:
                return stream
        raise LookupError(stream_id)

    def stream(self, code: str) -> Stream:
        """Return a stream by its code; LookupError if there is none."""
        for stream in self.streams:
            if stream.code == code:
                return stream
        raise LookupError(code)
