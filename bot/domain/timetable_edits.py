"""Changing a timetable: what was typed, what differs, and what stands in each other's way.

Always true: nothing here changes a session; a typed time is local to the event; two sessions are in each other's way
only while both are held.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, Final
from zoneinfo import ZoneInfo

from bot.domain.errors import SessionTextError
from bot.domain.language import Language, Localized
from bot.domain.names import ascii_digits, clean, fold
from bot.domain.timetable import Session

KINDS: Final = (
    "lecture",
    "seminar",
    "training",
    "workshop",
    "excursion",
    "ceremony",
    "contest",
    "meeting",
    "meal",
    "free",
    "travel",
)
SHIFTS: Final = ("-30", "-15", "15", "30", "60")
"""Minutes by which a press moves a session."""
LONGEST_TEXT: Final = 200
MOST_PLACES: Final = 10_000
LANGUAGES: Final = 3
_TOKEN: Final = re.compile(r"(?<!\d)(\d{1,2})([:.])(\d{1,2})(?:\.(\d{4}))?(?!\d)")


class What(StrEnum):
    """What of a session can be changed."""

    TIME = "time"
    PLACE = "place"
    TITLE = "title"
    SPEAKER = "speaker"
    CAPACITY = "capacity"
    STREAM = "stream"
    SQUADS = "squads"
    KIND = "kind"
    CANCELLED = "cancelled"


class Against(StrEnum):
    """What two sessions at the same time share."""

    PLACE = "place"
    SPEAKER = "speaker"
    STREAM = "stream"
    SQUAD = "squad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A session that is held at the same time, and what it shares."""

    against: Against
    session: Session


@dataclass(frozen=True, slots=True)
class When:
    """A typed time: the parts that were said."""

    on: date | None
    starts: time | None
    ends: time | None


def differences(was: Session, became: Session) -> tuple[What, ...]:
    """Return what differs between two states of a session."""
    pairs: Mapping[What, tuple[object, object]] = {
        What.TIME: ((was.starts_at, was.ends_at), (became.starts_at, became.ends_at)),
        What.PLACE: (was.place, became.place),
        What.TITLE: (was.title, became.title),
        What.SPEAKER: (was.speaker, became.speaker),
        What.CAPACITY: (was.capacity, became.capacity),
        What.STREAM: (was.stream_id, became.stream_id),
        What.SQUADS: (was.squad_ids, became.squad_ids),
        What.KIND: (was.kind, became.kind),
        What.CANCELLED: (was.is_cancelled, became.is_cancelled),
    }
    return tuple(what for what, (one, other) in pairs.items() if one != other)


def is_seen(was: Session, became: Session, language: Language) -> bool:
    """Tell whether whoever goes there reads something else now, in this language."""
    said = [
        (
            one.starts_at,
            one.ends_at,
            one.capacity is None,
            one.title.within(language),
            one.place.within(language),
            one.speaker.within(language) if one.speaker else None,
        )
        for one in (was, became)
    ]
    return said[0] != said[1]


def clashes(session: Session, others: Iterable[Session]) -> tuple[Clash, ...]:
    """Return what stands in the way of a session, each other session once for each thing that is shared."""
    if session.is_cancelled:
        return ()
    return tuple(
        Clash(against=against, session=other)
        for other in others
        if other.id != session.id and not other.is_cancelled
        if other.starts_at < session.ends_at and session.starts_at < other.ends_at
        for against in _shared(session, other)
    )


def new_clashes(
    was: Session | None, became: Session, before: Collection[Session], after: Collection[Session]
) -> tuple[Clash, ...]:
    """Return what a session comes to stand in the way of, by a change of a whole timetable."""
    known = {(one.against, one.session.id) for one in clashes(was, before)} if was else set()
    return tuple(one for one in clashes(became, after) if (one.against, one.session.id) not in known)


def _shared(one: Session, other: Session) -> Iterator[Against]:
    if _is_same(one.place, other.place):
        yield Against.PLACE
    if one.speaker and other.speaker and _is_same(one.speaker, other.speaker):
        yield Against.SPEAKER
    is_for_all = one.capacity is None and other.capacity is None
    if not is_for_all or (None not in (one.stream_id, other.stream_id) and one.stream_id != other.stream_id):
        return
    if not one.squad_ids or not other.squad_ids:
        yield Against.STREAM
    elif set(one.squad_ids) & set(other.squad_ids):
        yield Against.SQUAD


def _is_same(one: Localized, other: Localized) -> bool:
    pairs = zip(one.as_dict().values(), other.as_dict().values(), strict=True)
    return any(fold(mine) == fold(theirs) != "" for mine, theirs in pairs)


def read_when(text: str, days: tuple[date, date]) -> When:
    """Read a typed time: «16:30», «16.30-18.00», «07.07 16:30», «07.07.2027»; SessionTextError otherwise.

    What could be a date is one if it lies within the first and the last day, and always beside a time with a colon.
    """
    tokens = _TOKEN.findall(ascii_digits(text)[:LONGEST_TEXT])
    has_colons = any(dot == ":" for _, dot, _, _ in tokens)
    on: date | None = None
    clocks: list[time] = []
    for day, dot, second, year in tokens:
        found = _date(day, second, year or str(days[0].year)) if dot == "." and on is None else None
        if found is not None and (year or days[0] <= found <= days[1]):
            on = found
        elif found is not None and has_colons:
            raise SessionTextError("days")
        else:
            clocks.append(_clock(day, second))
    if len(clocks) > 2 or (on is None and not clocks):  # noqa: PLR2004 - a start and an end
        raise SessionTextError("time")
    starts, ends = (*clocks, None, None)[:2]
    return When(on, starts, ends)


def _date(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _clock(hour: str, minute: str) -> time:
    try:
        return time(int(hour), int(minute))
    except ValueError as error:
        raise SessionTextError("time") from error


def moved(session: Session, when: When, zone: ZoneInfo) -> Session:
    """Return the session at another time; an end that was not said stays as long after the start as it was."""
    on = when.on or session.held_on
    starts = when.starts or session.starts_at.astimezone(zone).time()
    starts_at = datetime.combine(on, starts, zone).astimezone(UTC)
    ends_at = starts_at + (session.ends_at - session.starts_at)
    if when.ends is not None:
        ends_at = datetime.combine(on, when.ends, zone).astimezone(UTC)
    if ends_at <= starts_at:
        raise SessionTextError("order")
    return replace(session, held_on=on, starts_at=starts_at, ends_at=ends_at)


def later(session: Session, by: timedelta, zone: ZoneInfo) -> Session:
    """Return the session so much later (or earlier)."""
    starts_at = session.starts_at + by
    held_on = starts_at.astimezone(zone).date()
    return replace(session, held_on=held_on, starts_at=starts_at, ends_at=session.ends_at + by)


def read_wording(text: str) -> Localized:
    """Read a text in one line for every language, or in three: Kazakh, Russian, English."""
    lines = [line for line in (clean(part) for part in text.splitlines()) if line]
    if len(lines) not in (1, LANGUAGES) or any(len(line) > LONGEST_TEXT for line in lines):
        raise SessionTextError("lines")
    kk, ru, en = lines if len(lines) == LANGUAGES else lines * LANGUAGES
    return Localized(kk=kk, ru=ru, en=en)


def read_places(text: str) -> int:
    """Read a number of places."""
    digits = ascii_digits(text).strip()
    if not digits.isascii() or not digits.isdigit() or not 0 < int(digits[:9]) <= MOST_PLACES:
        raise SessionTextError("places")
    return int(digits)


def as_document(session: Session) -> dict[str, Any]:
    """Return what of a session can be changed, as plain values."""
    return {
        "stream": session.stream_id,
        "squads": list(session.squad_ids),
        "kind": session.kind,
        "title": session.title.as_dict(),
        "place": session.place.as_dict(),
        "speaker": session.speaker.as_dict() if session.speaker else None,
        "on": session.held_on.isoformat(),
        "starts": session.starts_at.isoformat(),
        "ends": session.ends_at.isoformat(),
        "capacity": session.capacity,
        "cancelled": session.is_cancelled,
    }


def as_it_was(session: Session, document: Mapping[str, Any]) -> Session:
    """Return a session in the state of a document; how many places are taken stays."""
    return replace(
        session,
        stream_id=document["stream"],
        squad_ids=tuple(document["squads"]),
        kind=document["kind"],
        title=Localized.of(document["title"]),
        place=Localized.of(document["place"]),
        speaker=Localized.of(document["speaker"]) if document["speaker"] else None,
        held_on=date.fromisoformat(document["on"]),
        starts_at=datetime.fromisoformat(document["starts"]),
        ends_at=datetime.fromisoformat(document["ends"]),
        capacity=document["capacity"],
        is_cancelled=document["cancelled"],
    )
