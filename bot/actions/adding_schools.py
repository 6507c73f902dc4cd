"""Schools from a table: first what every row would do, then all of it at once, and back within ten minutes.

Always true: nothing is written before its report was shown, and only what that report said; with one wrong row nothing
is written; a school that somebody has chosen meanwhile is not taken back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.access import Actor
from bot.domain.errors import StaleError
from bot.domain.event import Event
from bot.domain.language import Localized
from bot.domain.school_rows import SchoolLine, SchoolRow, Verdict, read_lines
from bot.domain.units import Unit, Units
from storage import accounts, audit, events, units
from storage.database import Transaction
from storage.values import micros, to_json

PLACE: Final = "schools-table"
"""The screen on which a table with schools is waited for."""
TIME_TO_UNDO: Final = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolPlan:
    """What a table would do; `seen` is the fingerprint of it: what is written is what was shown."""

    event: Event
    lines: tuple[SchoolLine, ...]
    seen: str

    def count(self, verdict: Verdict) -> int:
        """Return how many rows have a verdict."""
        return sum(one.verdict is verdict for one in self.lines)

    @property
    def is_good(self) -> bool:
        """Tell whether there is something to write and nothing wrong."""
        return not self.count(Verdict.WRONG) and bool(self.count(Verdict.NEW) + self.count(Verdict.CHANGED))


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolsWritten:
    """A table that was written or taken back: how many schools, and when."""

    event: Event
    number: int
    at: datetime


def begin(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> tuple[Event, Units]:
    """Wait for a table with schools; return the schools as they are."""
    del now
    event = _event(tx, actor, event_id)
    accounts.set_place(tx, actor.account_id, PLACE, {"event": event_id})
    return event, events.get_units(tx, event.programme_id)


def read_event(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Event:
    """Return the event to whose programme somebody may add schools."""
    del now
    return _event(tx, actor, event_id)


def check(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, rows: Sequence[SchoolRow]) -> SchoolPlan:
    """Return what a table would do, and write nothing."""
    del now
    event = _event(tx, actor, event_id)
    lines = read_lines(events.get_units(tx, event.programme_id), rows)
    return SchoolPlan(event=event, lines=lines, seen=_fingerprint(lines))


def apply(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int, rows: Sequence[SchoolRow], seen: str
) -> SchoolsWritten:
    """Write what the report said."""
    plan = check(tx, actor=actor, now=now, event_id=event_id, rows=rows)
    if plan.seen != seen or not plan.is_good:
        raise StaleError
    added, changed = [], []
    for one in plan.lines:
        match one:
            case SchoolLine(verdict=Verdict.NEW, title=Localized() as title, place=Unit() as place):
                of = {"code": one.code, "kind": one.kind, "title": title}
                added.append(units.add(tx, plan.event.programme_id, place, **of))  # type: ignore[arg-type]
            case SchoolLine(verdict=Verdict.CHANGED, title=Localized() as title, was=Unit() as was):
                units.rename(tx, was.id, title)
                changed.append([was.id, was.title.as_dict(), title.as_dict()])
    units.touch(tx, plan.event.programme_id, now)
    what = {"added": added, "changed": changed}
    audit.record(tx, actor=actor, action="schools.import", subject="event", subject_id=event_id, now=now, **what)
    accounts.set_place(tx, actor.account_id, "schools", {"event": event_id, "unit": 0})
    return SchoolsWritten(event=plan.event, number=len(added) + len(changed), at=now)


def undo(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, at: datetime) -> SchoolsWritten:
    """Take back what a table added and changed; StaleError when it is too late or somebody uses one of the schools."""
    event = _event(tx, actor, event_id)
    wrote = units.find_import(tx, event_id, actor.account_id, at)
    if wrote is None or now > at + TIME_TO_UNDO:
        raise StaleError
    known = events.get_units(tx, event.programme_id)
    ids, codes = units.list_used(tx)
    found = [known.with_id(unit_id) for unit_id in wrote["added"]]
    if any(one is None or one.id in ids or one.code in codes for one in found):
        raise StaleError
    for unit_id, was, became in wrote["changed"]:
        unit = known.with_id(unit_id)
        if unit is None or unit.title.as_dict() != became:
            raise StaleError
        units.rename(tx, unit_id, Localized.of(was))
    for unit_id in wrote["added"]:
        units.drop(tx, unit_id)
    units.touch(tx, event.programme_id, now)
    wrote_at = micros(at)
    audit.record(
        tx, actor=actor, action="schools.import-undo", subject="event", subject_id=event_id, now=now, of=wrote_at
    )
    return SchoolsWritten(event=event, number=len(wrote["added"]) + len(wrote["changed"]), at=at)


def _event(tx: Transaction, actor: Actor, event_id: int) -> Event:
    event = events.get(tx, event_id)
    actor.must_run(event.programme_id)
    return event


def _fingerprint(lines: Sequence[SchoolLine]) -> str:
    said = [
        [
            one.number,
            one.verdict.value,
            one.code,
            one.title and one.title.as_dict(),
            one.was and one.was.title.as_dict(),
        ]
        for one in lines
    ]
    return hashlib.sha256(to_json(said).encode()).hexdigest()[:32]
