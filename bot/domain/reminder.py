"""Reminders as rules: which are due, until when each is of use, and when quiet hours hold one back.

Always true: a reminder is named by local days and hours, never by an instant, so a changed offset of the zone neither
repeats nor loses one; its instant is computed from the local date and time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, Final, Self
from zoneinfo import ZoneInfo

LOOKBACK: Final = timedelta(days=31)
"""How far back a reminder that was missed is still looked for and recorded."""
_DAY: Final = timedelta(days=1)
_NO_EVENT: Final = frozenset({"meal", "free"})
_NO_SESSION: Final = _NO_EVENT | {"travel"}


BY_MINUTES: Final = frozenset({"before_session", "offer_lapsing"})
"""Kinds that are due so many minutes before something; the others are due at a local hour."""


class Kind(StrEnum):
    """What makes a reminder due."""

    EVENING_BEFORE = "evening_before"
    BEFORE_SESSION = "before_session"
    DEPARTURE_DAY = "departure_day"
    CONSENT_MISSING = "consent_missing"
    OFFER_LAPSING = "offer_lapsing"


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
    """One rule of an event: at a local hour, or so many minutes before a session."""

    code: str
    kind: Kind
    to: To
    at: time
    minutes: int

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> Self:
        """Build from a checked rule of a programme file."""
        return cls(
            code=content["code"],
            kind=Kind(content["kind"]),
            to=To(content["to"]),
            at=time.fromisoformat(content.get("at") or "00:00"),
            minutes=content.get("minutes") or 0,
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


def list_due(calendar: Calendar, now: datetime, quiet: Quiet) -> Iterator[Due]:
    """Yield every reminder that became due by now, as far as it is looked for; the caller knows which are done."""
    since = max(calendar.known_at, now - LOOKBACK)
    for rule in calendar.rules:
        for due in DUE_BY_KIND[rule.kind](calendar, rule, now, quiet):
            if since <= due.due_at <= now:
                yield due


def _evenings(calendar: Calendar, rule: Rule, now: datetime, quiet: Quiet) -> Iterator[Due]:
    """Tomorrow's programme: of use until the last session of that day begins."""
    del now, quiet
    for span, on, last_at in _days(calendar):
        yield Due(
            rule=rule,
            subject=f"{span.code}:{on}",
            due_at=local_instant(on - _DAY, rule.at, calendar.zone),
            useful_until=last_at,
            on=on,
            stream_ids=(span.id,),
        )


def _departures(calendar: Calendar, rule: Rule, now: datetime, quiet: Quiet) -> Iterator[Due]:
    """The first day of a stream: of use until its last session begins (without sessions, until the day ends)."""
    del now, quiet
    lasts = {span.id: last_at for span, on, last_at in _days(calendar) if on == span.starts_on}
    for span in calendar.spans:
        on = span.starts_on
        yield Due(
            rule=rule,
            subject=f"{span.code}:{on}",
            due_at=local_instant(on, rule.at, calendar.zone),
            useful_until=lasts.get(span.id) or local_instant(on + _DAY, time(0), calendar.zone),
            on=on,
            stream_ids=(span.id,),
            is_urgent=True,
        )


def _sessions(calendar: Calendar, rule: Rule, now: datetime, quiet: Quiet) -> Iterator[Due]:
    """A session that begins soon: of use until it begins; meals, free time and travel are not announced."""
    del now
    for slot in calendar.slots:
        if slot.kind not in _NO_SESSION:
            local = slot.starts_at.astimezone(calendar.zone)
            yield Due(
                rule=rule,
                subject=f"{slot.code}:{local:%Y-%m-%dT%H:%M}",
                due_at=slot.starts_at - timedelta(minutes=rule.minutes),
                useful_until=slot.starts_at,
                on=slot.held_on,
                stream_ids=tuple(span.id for span in calendar.spans if _concerns(slot, span)),
                session_id=slot.id,
                is_urgent=quiet.wakes_nobody(slot.starts_at, calendar.zone),
            )


def _consents(calendar: Calendar, rule: Rule, now: datetime, quiet: Quiet) -> Iterator[Due]:
    """A consent that is missing: once a day while registration makes sense, of use until the next one is due."""
    del quiet
    today = now.astimezone(calendar.zone).date()
    on = max(calendar.opens_on, today - LOOKBACK)
    while on <= today:
        waiting = tuple(span.id for span in calendar.spans if on < span.starts_on)
        if waiting:
            yield Due(
                rule=rule,
                subject=str(on),
                due_at=local_instant(on, rule.at, calendar.zone),
                useful_until=local_instant(on + _DAY, rule.at, calendar.zone),
                on=on,
                stream_ids=waiting,
            )
        on += _DAY


def _offers(calendar: Calendar, rule: Rule, now: datetime, quiet: Quiet) -> Iterator[Due]:
    """An offer that is about to lapse: of use until it does; one held for less than the rule's time is not told of."""
    del now, quiet
    for one in calendar.held:
        due_at = one.until - timedelta(minutes=rule.minutes)
        if due_at > one.since:
            yield Due(
                rule=rule,
                subject=f"{one.registration_id}:{one.until:%Y-%m-%dT%H:%M}",
                due_at=due_at,
                useful_until=one.until,
                on=one.until.astimezone(calendar.zone).date(),
                stream_ids=(one.stream_id,),
                registration_id=one.registration_id,
            )


def _days(calendar: Calendar) -> Iterator[tuple[Span, date, datetime]]:
    """Yield each day of each stream that has a programme, with the start of its last session."""
    for span in calendar.spans:
        lasts: dict[date, datetime] = {}
        for slot in calendar.slots:
            if slot.kind not in _NO_EVENT and _concerns(slot, span):
                lasts[slot.held_on] = max(slot.starts_at, lasts.get(slot.held_on, slot.starts_at))
        yield from ((span, on, last_at) for on, last_at in lasts.items())


def _concerns(slot: Slot, span: Span) -> bool:
    """Tell whether a session is one of a stream: its own, or everybody's on one of the stream's days."""
    return slot.stream_id == span.id or (slot.stream_id is None and span.includes(slot.held_on))


def is_listed(kind: str) -> bool:
    """Tell whether a session is worth a line in a day's programme."""
    return kind not in _NO_EVENT


DUE_BY_KIND: Final = {
    Kind.EVENING_BEFORE: _evenings,
    Kind.BEFORE_SESSION: _sessions,
    Kind.DEPARTURE_DAY: _departures,
    Kind.CONSENT_MISSING: _consents,
    Kind.OFFER_LAPSING: _offers,
}
