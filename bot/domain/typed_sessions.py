"""What somebody typed or pressed about a session, as the session it would become.

Always true: what cannot be is refused with the reason; nothing but the one thing changes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain import timetable_edits as edits
from bot.domain.errors import SessionTextError, StaleError
from bot.domain.event import Event
from bot.domain.squad import Squad
from bot.domain.timetable import Session
from bot.domain.timetable_edits import What

SHORTEST: Final = 2
LONGEST: Final = 4
"""Lines that make a new session: when, title, place, speaker."""


def with_text(event: Event, session: Session, what: What, text: str) -> Session:
    """Return the session with one thing as it was typed."""
    match what:
        case What.TIME:
            when = edits.read_when(text, (event.starts_on, event.ends_on))
            return edits.moved(session, when, event.zone)
        case What.PLACE:
            return replace(session, place=edits.read_wording(text))
        case What.TITLE:
            return replace(session, title=edits.read_wording(text))
        case What.SPEAKER:
            return replace(session, speaker=edits.read_wording(text))
        case What.CAPACITY:
            return replace(session, capacity=edits.read_places(text))
        case _:
            raise StaleError


def with_value(event: Event, session: Session, what: What, value: str, squads: Iterable[Squad] = ()) -> Session:
    """Return the session with one thing as a button says; `squads` are those of the event."""
    stream_ids = {str(one.id): one.id for one in event.streams}
    match what, value:
        case What.TIME, _ if value in edits.SHIFTS:
            return edits.later(session, timedelta(minutes=int(value)), event.zone)
        case ((What.SPEAKER | What.CAPACITY), ""):
            is_speaker = what is What.SPEAKER
            return replace(session, speaker=None) if is_speaker else replace(session, capacity=None)
        case What.STREAM, _ if not value or value in stream_ids:
            return replace(session, stream_id=stream_ids.get(value), squad_ids=())
        case What.SQUADS, _:
            return _with_squad(session, value, {one.id: one for one in squads})
        case What.KIND, _ if value in edits.KINDS:
            return replace(session, kind=value)
        case What.CANCELLED, ("0" | "1"):
            return replace(session, is_cancelled=value == "1")
        case _:
            raise StaleError


def _with_squad(session: Session, value: str, squads: Mapping[int, Squad]) -> Session:
    """Return the session for one squad more, or for one less; for no squad in particular when none is named."""
    if not value:
        return replace(session, squad_ids=())
    if not value.isdecimal() or int(value) not in squads:
        raise StaleError
    return for_squads(session, [squads[one] for one in {int(value)} ^ (set(session.squad_ids) & squads.keys())])


def for_squads(session: Session, squads: Collection[Squad]) -> Session:
    """Return the session for these squads, and for their stream when they have one in common."""
    ids = tuple(sorted(one.id for one in squads))
    stream_ids = {one.stream_id for one in squads}
    if not ids:
        return replace(session, squad_ids=())
    return replace(session, squad_ids=ids, stream_id=stream_ids.pop() if len(stream_ids) == 1 else None)


def read_session(event: Event, on: date, text: str) -> Session:
    """Read a new session in lines: when, title, place, speaker; each of these the same in every language."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not SHORTEST <= len(lines) <= LONGEST:
        raise SessionTextError("new")
    empty = replace(blank(event), held_on=on)
    made = edits.moved(empty, edits.read_when(lines[0], (event.starts_on, event.ends_on)), event.zone)
    title, *rest = (edits.read_wording(line) for line in lines[1:])
    place, speaker = (*rest, None, None)[:2]
    return replace(made, title=title, place=place or event.place, speaker=speaker)


def blank(event: Event) -> Session:
    """Return a session of an hour that is not there yet."""
    starts_at = datetime.combine(event.starts_on, datetime.min.time(), event.zone)
    return Session(
        id=0,
        event_id=event.id,
        stream_id=None,
        code="",
        kind="meeting",
        title=event.title,
        place=event.place,
        speaker=None,
        held_on=event.starts_on,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=1),
        capacity=None,
        taken=0,
    )
