"""Loading a programme from its checked file: everything or nothing, as often as one likes.

Always true: a form is published only when the file says something new; a file that says what it said before undoes
nothing that organizers have changed in chat since; what a file changes of a timetable is told (`notifying`) like a
change in chat; a rehearsal leaves nothing behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, NoReturn
from zoneinfo import ZoneInfo

from bot.actions.renewing import renew
from bot.actions.seating import promote_all
from bot.actions.versioning import publish_version
from bot.domain.errors import SessionTextError
from bot.domain.event import Event
from bot.domain.squad import Squad
from bot.domain.squad_errors import SquadUnknownError
from bot.domain.timetable import Session
from bot.domain.timetable_edits import Clash, What, differences, new_clashes
from bot.domain.timetable_rows import read_squads
from storage import events, faq, forms, programmes, squads, timetables
from storage.database import Transaction
from storage.values import from_json, to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """What a file makes of one session of an event that is known already; `was` is None for a new one."""

    event: Event
    was: Session | None
    became: Session
    clashes: tuple[Clash, ...] = ()
    """What comes into the way of something by this change."""

    @property
    def what(self) -> tuple[What, ...]:
        """Return what differs; nothing for a new session."""
        return differences(self.was, self.became) if self.was else ()


class Rehearsed(Exception):
    """Ends a rehearsal, so that nothing of it is kept; `shifts` are what the file would change."""

    def __init__(self, shifts: tuple[Shift, ...]) -> None:
        """Keep what was seen."""
        super().__init__()
        self.shifts = shifts


def load(tx: Transaction, *, content: Mapping[str, Any], now: datetime) -> int:
    """Create or refresh a programme with its events, forms and timetables; return its id.

    `content` is a checked programme file (`Programme.model_dump(mode="json", by_alias=True)`).
    """
    return _load(tx, content, now)[0]


def load_and_tell(tx: Transaction, *, content: Mapping[str, Any], now: datetime) -> tuple[Shift, ...]:
    """Load a programme and return what became of its timetables."""
    return _load(tx, content, now)[1]


def rehearse(tx: Transaction, *, content: Mapping[str, Any], now: datetime) -> NoReturn:
    """Load a programme, look what became of its timetables, and take all of it back by raising Rehearsed."""
    raise Rehearsed(_load(tx, content, now)[1])


def _load(tx: Transaction, content: Mapping[str, Any], now: datetime) -> tuple[int, tuple[Shift, ...]]:
    programme_id = programmes.save_programme(tx, content["programme"], now)
    unit_ids = programmes.save_units(tx, programme_id, tuple(content["units"]))
    faq.load(tx, programme_id, content.get("faq") or ())
    found = [_load_event(tx, programme_id, event, unit_ids, now) for event in content["events"]]
    return programme_id, tuple(shift for shifts in found for shift in shifts)


def _load_event(
    tx: Transaction, programme_id: int, event: Mapping[str, Any], unit_ids: Mapping[str, int], now: datetime
) -> tuple[Shift, ...]:
    event_id = programmes.save_event(tx, programme_id, event)
    is_known = forms.newest(tx, event_id) is not None
    stream_ids = {stream["code"]: programmes.save_stream(tx, event_id, stream, unit_ids) for stream in event["streams"]}
    programmes.span(tx, event_id)
    _publish_form(tx, event_id, from_json(to_json(event["form"])), now)
    newer = [consent for consent in event["consents"] if programmes.save_consent_text(tx, event_id, consent)]
    renew(tx, events.get(tx, event_id), newer, now=now)
    shifts = _load_sessions(tx, event_id, event, stream_ids)
    if is_known:
        for one in shifts:
            timetables.record(tx, one.became.id, one.was, one.became, account_id=None, now=now)
    promote_all(tx, event_id, now=now)
    return shifts if is_known else ()


def _load_sessions(
    tx: Transaction, event_id: int, event: Mapping[str, Any], stream_ids: Mapping[str, int]
) -> tuple[Shift, ...]:
    """Make the timetable what the file says, and return what differs; what the file named before is cancelled."""
    before = {one.id: one for one in timetables.list_all(tx, event_id)}
    made = squads.list_of_event(tx, event_id)
    for session in event["sessions"]:
        squad_ids = _squad_ids(event["code"], session, stream_ids, made)
        programmes.save_session(tx, event_id, session, stream_ids, ZoneInfo(event["timezone"]), squad_ids)
    for gone in timetables.list_gone(tx, event_id, {session["code"] for session in event["sessions"]}):
        timetables.strike(tx, gone.id)
    known = events.get(tx, event_id)
    after = timetables.list_all(tx, event_id)
    shifts = (Shift(event=known, was=before.get(one.id), became=one) for one in after)
    return tuple(
        replace(one, clashes=new_clashes(one.was, one.became, before.values(), after))
        for one in shifts
        if one.was is None or one.what
    )


def _squad_ids(
    event_code: str, session: Mapping[str, Any], stream_ids: Mapping[str, int], made: Iterable[Squad]
) -> tuple[int, ...]:
    """Return the squads that a session of the file is for; SquadUnknownError, with a sentence, for a wrong name."""
    stream_id = stream_ids[session["stream"]] if session.get("stream") else None
    ours = [one for one in made if stream_id in (None, one.stream_id)]
    try:
        return tuple(sorted(one.id for name in session.get("squads") or () for one in read_squads(name, ours)))
    except SessionTextError as error:
        named, where = ", ".join(session["squads"]), f"{event_code}/{session['code']}"
        raise SquadUnknownError(
            f"{where}: one of these is not a squad there, or not the only one: {named}; "
            "make squads in the chat first, or name them by their numbers"
        ) from error


def _publish_form(tx: Transaction, event_id: int, form: Mapping[str, Any], now: datetime) -> None:
    """Publish the form if the file says something new: what was made in chat since is not undone by the same file."""
    newest = forms.newest(tx, event_id)
    if forms.newest_from_file(tx, event_id) != form and (newest is None or newest.content != form):
        publish_version(tx, event_id, form, now=now)
