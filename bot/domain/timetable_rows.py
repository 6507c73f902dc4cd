"""A timetable as rows of a file: what each row would make of a session.

Always true: a row with anything wrong in it makes nothing; a row without a code is a new session.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Final

from bot.domain import timetable_edits as edits
from bot.domain.errors import SessionTextError
from bot.domain.event import Event
from bot.domain.language import Localized
from bot.domain.names import ascii_digits, clean
from bot.domain.squad import Squad
from bot.domain.timetable import Session
from bot.domain.typed_sessions import blank, for_squads

COLUMNS: Final = (
    "code",
    "on",
    "starts",
    "ends",
    "title-kk",
    "title-ru",
    "title-en",
    "place-kk",
    "place-ru",
    "place-en",
    "speaker-kk",
    "speaker-ru",
    "speaker-en",
    "kind",
    "stream",
    "capacity",
    "squads",
)
MOST_ROWS: Final = 1000
LONGEST_CODE: Final = 32
LANGUAGES: Final = ("kk", "ru", "en")
Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a file, by the names of the columns; what is not there is an empty text."""

    number: int
    cells: Cells

    def text(self, name: str) -> str:
        """Return a cell, cleaned."""
        return clean(self.cells.get(name, ""))


def read_row(row: Row, event: Event, known: Session | None, squads: Collection[Squad] = ()) -> Session:
    """Return the session that a row says; SessionTextError when something in it is wrong.

    `squads` are those of the event.
    """
    on, zone = _day(row.text("on"), event), event.zone
    starts, ends = _clock(row.text("starts")), _clock(row.text("ends"))
    if ends <= starts:
        raise SessionTextError("order")
    kind = row.text("kind") or "meeting"
    if kind not in edits.KINDS:
        raise SessionTextError("kind")
    capacity = edits.read_places(row.text("capacity")) if row.text("capacity") else None
    if known is not None and capacity is not None and capacity < known.taken:
        raise SessionTextError("taken")
    stream_id = _stream(row.text("stream"), event)
    meant = read_squads(row.text("squads"), [one for one in squads if stream_id in (None, one.stream_id)])
    title, place = _wording(row, "title"), _wording(row, "place")
    if title is None or place is None:
        raise SessionTextError("languages")
    made = replace(
        known or blank(event),
        stream_id=stream_id,
        kind=kind,
        title=title,
        place=place,
        speaker=_wording(row, "speaker"),
        held_on=on,
        starts_at=datetime.combine(on, starts, zone).astimezone(UTC),
        ends_at=datetime.combine(on, ends, zone).astimezone(UTC),
        capacity=capacity,
        is_cancelled=False,
    )
    return _within(event, for_squads(made, meant))


def _within(event: Event, made: Session) -> Session:
    span = event.stream_with(made.stream_id) if made.stream_id else event
    if not span.starts_on <= made.held_on <= span.ends_on:
        raise SessionTextError("days")
    return made


def read_squads(text: str, squads: Collection[Squad]) -> tuple[Squad, ...]:
    """Return the squads that are named by their names or numbers, with commas between them."""
    return tuple(_squad(part, squads) for one in text.replace(";", ",").split(",") if (part := clean(one)))


def _squad(text: str, squads: Collection[Squad]) -> Squad:
    named = [one for one in squads if one.name and one.name.casefold() == text.casefold()]
    found = named or [one for one in squads if str(one.number) == ascii_digits(text)]
    if len(found) != 1:
        raise SessionTextError("squads")
    return found[0]


def squads_cell(session: Session, squads: Collection[Squad]) -> str:
    """Return the squads of a session as `read_squads` reads them; one that has ended is left out."""
    names = Counter(one.name.casefold() for one in squads)
    return ", ".join(
        one.name if names[one.name.casefold()] == 1 and not set(one.name) & set(",;") and one.name else str(one.number)
        for one in squads
        if one.id in session.squad_ids
    )


def _day(text: str, event: Event) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return _typed_day(text, event)


def _typed_day(text: str, event: Event) -> date:
    try:
        found = edits.read_when(text, (event.starts_on, event.ends_on)).on
    except SessionTextError:
        found = None
    if found is None:
        raise SessionTextError("date")
    return found


def _clock(text: str) -> time:
    hour, _, minute = ascii_digits(text).replace(".", ":").partition(":")
    try:
        return time(int(hour), int(minute[:2]))
    except ValueError as error:
        raise SessionTextError("time") from error


def _stream(text: str, event: Event) -> int | None:
    if not text:
        return None
    for stream in event.streams:
        if text.casefold() in {stream.code.casefold(), *(one.casefold() for one in stream.title.as_dict().values())}:
            return stream.id
    raise SessionTextError("stream")


def _wording(row: Row, name: str) -> Localized | None:
    """Return a text in three languages, None when there is nothing in any."""
    found = {language: row.text(f"{name}-{language}") for language in LANGUAGES}
    if not any(found.values()):
        return None
    if not all(found.values()):
        raise SessionTextError("languages")
    if any(len(text) > edits.LONGEST_TEXT for text in found.values()):
        raise SessionTextError("lines")
    return Localized.of(found)
