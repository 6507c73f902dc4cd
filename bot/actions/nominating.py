"""A school names its pupils by a list: looked through first, written afterwards, each with a personal link.

Always true: nothing is written before the coordinator has seen the report and said so; who is registered or named
already is not named again, in whatever script; only the coordinator of the school itself can name pupils.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from bot.actions.coordinating import reach, read_room
from bot.actions.drafting import context_of
from bot.domain.access import Actor
from bot.domain.errors import LinkUnusableError, NotAvailableError, RegistrationClosedError, UndoExpiredError
from bot.domain.event import Event
from bot.domain.form import Accepted, Context, Form, Kind, TextGiven, read_answer
from bot.domain.names import fold, sound
from bot.domain.school import Nominee, secret_of
from bot.domain.tokens import hash_of
from bot.domain.units import Unit, Units
from storage import accounts, audit, events, nominees, schools
from storage.database import Transaction

PLACE: Final = "nominate"
UNDO: Final = timedelta(minutes=1)
YEARS_BEFORE_SCHOOL: Final = 6
AGE_LEEWAY: Final = 2
GRADES: Final = frozenset(map(str, range(13)))
Row = tuple[int, tuple[str, ...]]


class Verdict(StrEnum):
    """What becomes of one row of a list."""

    OK = "ok"
    NAME = "name"
    DATE = "date"
    GRADE = "grade"
    AGE = "age"
    SCHOOL = "school"
    TWICE = "twice"
    KNOWN = "known"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One row of a list: its number in the spreadsheet, what was read, and the verdict."""

    number: int
    full_name: str
    born_on: str | None
    grade: int | None
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A list that was looked through; nothing is written yet."""

    event: Event
    unit: Unit
    rows: tuple[Checked, ...]

    @property
    def good(self) -> tuple[Checked, ...]:
        """The rows that can be written."""
        return tuple(row for row in self.rows if row.verdict is Verdict.OK)

    def count(self) -> Mapping[Verdict, int]:
        """Return how many rows have which verdict."""
        return Counter(row.verdict for row in self.rows)


def begin(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, unit_id: int) -> tuple[Event, Unit]:
    """Go where the next file is a list of pupils."""
    event, unit, units = reach(tx, actor, event_id, unit_id)
    if units.children(unit.code):
        raise NotAvailableError
    if not event.takes_registrations(now):
        raise RegistrationClosedError
    accounts.set_place(tx, actor.account_id, PLACE, {"event": event_id, "unit": unit_id})
    return event, unit


def check(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, unit_id: int, rows: Sequence[Row]) -> Report:
    """Look a list through and return a verdict on every row; nothing is written."""
    event, unit, units = reach(tx, actor, event_id, unit_id)
    _, form = events.newest_form(tx, event_id)
    reader = _Reader(event=event, unit=unit, units=units, form=form, context=context_of(tx, event, now))
    known = {_key(name, born_on) for name, born_on in nominees.list_known(tx, event_id)}
    left = _left(tx, actor, now, event_id, unit_id)
    found: list[Checked] = []
    seen: set[tuple[str, str | None]] = set()
    for number, cells in rows:
        row = reader.read(number, cells)
        key = _key(row.full_name, row.born_on)
        if row.verdict is Verdict.OK and key in seen:
            row = _with(row, Verdict.TWICE)
        elif row.verdict is Verdict.OK and key in known:
            row = _with(row, Verdict.KNOWN)
        elif row.verdict is Verdict.OK and left is not None and sum(one.verdict is Verdict.OK for one in found) >= left:
            row = _with(row, Verdict.OVER)
        seen.add(key)
        found.append(row)
    return Report(event=event, unit=unit, rows=tuple(found))


def write(
    tx: Transaction,
    *,
    actor: Actor,
    now: datetime,
    event_id: int,
    unit_id: int,
    rows: Sequence[Row],
    key: bytes,
    noise: Sequence[str],
) -> tuple[Nominee, ...]:
    """Write the good rows of a list, each with a link of its own, and return them."""
    begin(tx, actor=actor, now=now, event_id=event_id, unit_id=unit_id)
    report = check(tx, actor=actor, now=now, event_id=event_id, unit_id=unit_id, rows=rows)
    for row, secret in zip(report.good, noise, strict=False):
        nominees.add(
            tx,
            event=report.event,
            unit_id=unit_id,
            full_name=row.full_name,
            born_on=row.born_on,
            grade=row.grade,
            noise=secret,
            token_hash=hash_of(secret_of(key, "pupil", secret)),
            nominated_by=actor.account_id,
            now=now,
        )
    written = len(report.good)
    audit.record(tx, actor=actor, action="pupils.name", subject="unit", subject_id=unit_id, now=now, pupils=written)
    accounts.set_place(tx, actor.account_id, "school", {"event": event_id, "unit": unit_id})
    return tuple(one for one in nominees.list_of_unit(tx, event_id, unit_id) if one.nominated_at == now)


def undo(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, unit_id: int, nominee_id: int) -> int:
    """Take a list back within a minute; whoever came by a link already stays."""
    reach(tx, actor, event_id, unit_id)
    named = nominees.list_of_unit(tx, event_id, unit_id)
    first = next((one for one in named if one.id == nominee_id), None)
    if first is None:
        raise NotAvailableError
    if now - first.nominated_at > UNDO:
        raise UndoExpiredError
    audit.record(tx, actor=actor, action="pupils.unname", subject="unit", subject_id=unit_id, now=now)
    return nominees.drop_unopened(tx, event_id, unit_id, first.nominated_at)


def list_named(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int, unit_id: int
) -> tuple[Event, Unit, tuple[Nominee, ...]]:
    """Return the pupils a school named, with how far each is."""
    del now
    event, unit, _ = reach(tx, actor, event_id, unit_id)
    return event, unit, nominees.list_of_unit(tx, event_id, unit_id)


def follow(tx: Transaction, *, actor: Actor, now: datetime, token_hash: str) -> int:
    """Come to an event by a personal link and return the event; the link is the first one's who opens it."""
    nominee = nominees.find_by_hash(tx, token_hash)
    if nominee is None or (nominee.account_id not in (None, actor.account_id)) or now >= nominee.expires_at:
        raise LinkUnusableError
    accounts.set_place(tx, actor.account_id, "home")
    if nominee.account_id is None and not (actor.coordinates(nominee.unit_id) or actor.is_staff):
        nominees.open_(tx, nominee.id, actor.account_id, now)
        schools.arrive(tx, nominee.event_id, actor.account_id, nominee.unit_id, now)
    return nominee.event_id


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """Reads rows the way the event's own form reads answers."""

    event: Event
    unit: Unit
    units: Units
    form: Form
    context: Context

    def read(self, number: int, cells: tuple[str, ...]) -> Checked:
        """Return one row with the first thing that is wrong with it."""
        surname, name, born, grade, school = cells
        full_name = self._answer(Kind.NAME, f"{surname} {name}".strip(), f"{surname} {name}".strip())
        born_on = self._answer(Kind.BIRTH_DATE, born, None)
        level = self._answer(Kind.GRADE, grade, int(grade) if grade in GRADES else None)
        verdict = Verdict.OK
        if not surname or not name or full_name is None:
            verdict = Verdict.NAME
        elif born_on is None:
            verdict = Verdict.DATE
        elif level is None:
            verdict = Verdict.GRADE
        elif not self._fits(str(born_on), int(level)):
            verdict = Verdict.AGE
        elif school and self.unit not in self.units.search(school):
            verdict = Verdict.SCHOOL
        return Checked(
            number=number,
            full_name=str(full_name or f"{surname} {name}".strip()),
            born_on=None if born_on is None else str(born_on),
            grade=None if level is None else int(level),
            verdict=verdict,
        )

    def _answer(self, kind: Kind, text: str, without: Any) -> Any:  # noqa: ANN401 - a value has its kind's shape
        question = next((one for one in self.form.questions if one.kind is kind), None)
        if question is None:
            return without
        meaning = read_answer(question, TextGiven(text), None, None, self.context) if text else None
        return meaning.value if isinstance(meaning, Accepted) else None

    def _fits(self, born_on: str, grade: int) -> bool:
        age = self.event.starts_on.year - int(born_on[:4])
        return abs(age - grade - YEARS_BEFORE_SCHOOL) <= AGE_LEEWAY


def _key(full_name: str, born_on: str | None) -> tuple[str, str | None]:
    return " ".join(sorted(sound(fold(full_name)).split())), born_on


def _with(row: Checked, verdict: Verdict) -> Checked:
    return Checked(number=row.number, full_name=row.full_name, born_on=row.born_on, grade=row.grade, verdict=verdict)


def _left(tx: Transaction, actor: Actor, now: datetime, event_id: int, unit_id: int) -> int | None:
    """Return how many more pupils a school may name, None without a quota of its own."""
    room = read_room(tx, actor=actor, now=now, event_id=event_id, unit_id=unit_id)
    if not room.here.has_quota:
        return None
    unopened = sum(one.account_id is None for one in nominees.list_of_unit(tx, event_id, unit_id))
    return max(room.here.capacity - room.here.seated - unopened, 0)
