"""A whole timetable from a file: first what every row would do, then all of it at once, and back within a minute.

Always true: nothing is written before its report was shown, and only what that report said; with one wrong row nothing
is written; what is missing in the file is cancelled only when that was asked for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from bot.actions.rescheduling import HOLD
from bot.domain import timetable_edits as edits
from bot.domain.access import Actor
from bot.domain.errors import SessionTextError, SessionUndoOverError, StaleError
from bot.domain.event import Event
from bot.domain.squad import Squad
from bot.domain.timetable import Session
from bot.domain.timetable_edits import Clash
from bot.domain.timetable_rows import LONGEST_CODE, Row, read_row
from storage import accounts, audit, events, squads, timetables
from storage.database import Transaction
from storage.values import to_json

PLACE: Final = "timetable-import"
"""The screen on which a file with a timetable is waited for."""
NEW, CHANGED, SAME, WRONG = "new", "changed", "same", "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a row of the file would do; `problem` names what is wrong with it."""

    number: int
    code: str
    verdict: str
    was: Session | None = None
    became: Session | None = None
    problem: str = ""
    clashes: tuple[Clash, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a file would do to a timetable; `gone` are sessions that it does not name."""

    event: Event
    lines: tuple[Line, ...]
    gone: tuple[Session, ...]
    seen: str
    """The fingerprint of all this: what is written is what was shown."""

    def count(self, verdict: str) -> int:
        """Return how many rows have a verdict."""
        return sum(one.verdict == verdict for one in self.lines)

    @property
    def is_good(self) -> bool:
        """Tell whether there is something to write and nothing wrong."""
        return not self.count(WRONG) and bool(self.count(NEW) + self.count(CHANGED) + len(self.gone))


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """A file that was written: how many sessions changed, and when."""

    event: Event
    number: int
    at: datetime


def begin(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int
) -> tuple[Event, tuple[Session, ...], tuple[Squad, ...]]:
    """Wait for a file with a timetable; return the timetable as it is, and the squads it may name."""
    del now
    event = _event(tx, actor, event_id)
    accounts.set_place(tx, actor.account_id, PLACE, {"event": event_id})
    return event, _held(tx, event_id), squads.list_of_event(tx, event_id)


def read_event(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Event:
    """Return the event whose timetable somebody may write."""
    del now
    return _event(tx, actor, event_id)


def check(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, rows: Sequence[Row]) -> Plan:
    """Return what a file would do, and write nothing."""
    del now
    event = _event(tx, actor, event_id)
    held = timetables.list_all(tx, event_id)
    known = {one.code: one for one in held}
    lines, named, known_squads = [], set[str](), squads.list_of_event(tx, event_id)
    for row in rows:
        lines.append(_line(row, event, known, named, known_squads))
        named.add(row.text("code"))
    gone = tuple(one for one in held if not one.is_cancelled and one.code not in named)
    lines = _with_clashes(lines, held)
    return Plan(event=event, lines=tuple(lines), gone=gone, seen=_fingerprint(lines, gone))


def apply(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int, rows: Sequence[Row], seen: str, is_whole: bool
) -> Applied:
    """Write what the report said; with `is_whole` what the file does not name is cancelled."""
    plan = check(tx, actor=actor, now=now, event_id=event_id, rows=rows)
    if plan.seen != seen or not plan.is_good:
        raise StaleError
    changes = [(one.was, one.became) for one in plan.lines if one.verdict in (NEW, CHANGED)]
    pairs = [(was, became) for was, became in changes if became is not None]
    if is_whole:
        pairs += [(one, replace(one, is_cancelled=True)) for one in plan.gone]
    for was, became in pairs:
        session_id = was.id if was else timetables.add(tx, became)
        if was:
            timetables.save(tx, became)
        timetables.record(tx, session_id, was, became, account_id=actor.account_id, now=now)
    audit.record(
        tx, actor=actor, action="timetable.import", subject="event", subject_id=event_id, now=now, number=len(pairs)
    )
    accounts.set_place(tx, actor.account_id, "timetable", {"event": event_id})
    return Applied(event=plan.event, number=len(pairs), at=now)


def undo(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, at: datetime) -> Applied:
    """Take everything back that a file changed; nobody has been told of it."""
    event = _event(tx, actor, event_id)
    found = timetables.list_made(tx, event_id, actor.account_id, at)
    if not found:
        raise StaleError
    if now > at + HOLD or any(one.is_told for one in found):
        raise SessionUndoOverError
    held = {one.id: one for one in timetables.list_all(tx, event_id)}
    for one in found:
        newest = timetables.find_newest(tx, one.session_id)
        if newest is None or newest.id != one.id:
            raise StaleError
        session = held[one.session_id]
        before = edits.as_it_was(session, one.was) if one.was else replace(session, is_cancelled=True)
        timetables.save(tx, before)
        timetables.undo(tx, one.id, now)
    audit.record(tx, actor=actor, action="timetable.import-undo", subject="event", subject_id=event_id, now=now)
    return Applied(event=event, number=len(found), at=at)


def _event(tx: Transaction, actor: Actor, event_id: int) -> Event:
    event = events.get(tx, event_id)
    actor.must_run(event.programme_id)
    return event


def _held(tx: Transaction, event_id: int) -> tuple[Session, ...]:
    return tuple(one for one in timetables.list_all(tx, event_id) if not one.is_cancelled)


def _line(row: Row, event: Event, known: dict[str, Session], named: set[str], known_squads: tuple[Squad, ...]) -> Line:
    code = row.text("code")[:LONGEST_CODE]
    was = known.get(code)
    problem = "twice" if code and code in named else "code" if code and was is None else ""
    try:
        became = read_row(row, event, was, known_squads)
    except SessionTextError as error:
        return Line(number=row.number, code=code, verdict=WRONG, problem=problem or error.why)
    if problem:
        return Line(number=row.number, code=code, verdict=WRONG, problem=problem)
    if was is None:
        return Line(number=row.number, code=code, verdict=NEW, became=replace(became, id=-row.number))
    verdict = CHANGED if edits.differences(was, became) else SAME
    return Line(number=row.number, code=code, verdict=verdict, was=was, became=became)


def _with_clashes(lines: list[Line], held: Iterable[Session]) -> list[Line]:
    """Return the lines with what their sessions would newly stand in the way of."""
    before = {one.id: one for one in held}
    after = before | {one.became.id: one.became for one in lines if one.became is not None}
    found: list[Line] = []
    for line in lines:
        if line.verdict not in (NEW, CHANGED) or line.became is None:
            found.append(line)
            continue
        new = edits.new_clashes(line.was, line.became, before.values(), after.values())
        found.append(replace(line, clashes=new))
    return found


def _fingerprint(lines: Iterable[Line], gone: Iterable[Session]) -> str:
    said: list[Any] = [
        [one.number, one.verdict, one.became and [one.became.revision, edits.as_document(one.became)]] for one in lines
    ]
    said.append([[one.id, one.revision] for one in gone])
    return hashlib.sha256(to_json(said).encode()).hexdigest()[:32]
