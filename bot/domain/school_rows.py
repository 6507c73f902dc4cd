"""Schools from a table: what each row would add or change.

Always true: a row never changes what the programme's file says nor where a school belongs; the same table read again
adds nothing; of rows that contradict each other none is right.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.domain.language import Localized
from bot.domain.names import fold
from bot.domain.units import Unit, Units

COLUMNS: Final = ("code", "place", "kk", "ru", "en")
ADDED: Final = "added-"
"""The codes of units that were added in the chat begin so."""
MOST_ROWS: Final = 2000
LONGEST_NAME: Final = 100


class Verdict(StrEnum):
    """What a row would do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolRow:
    """One row of a table, `number` as the spreadsheet counts."""

    number: int
    code: str = ""
    place: str = ""
    kk: str = ""
    ru: str = ""
    en: str = ""

    @property
    def title(self) -> Localized | None:
        """The name, in a language that has none the first that is there; None when there is none at all."""
        first = self.kk or self.ru or self.en
        return Localized(kk=self.kk or first, ru=self.ru or first, en=self.en or first) if first else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolLine:
    """What a row would do; `problem` names what is wrong with it."""

    number: int
    verdict: Verdict
    code: str = ""
    kind: str = ""
    title: Localized | None = None
    place: Unit | None = None
    was: Unit | None = None
    problem: str = ""


class _Index:
    """What rows ask of the units, looked up once: a table has thousands of rows."""

    def __init__(self, units: Units) -> None:
        self.units = units
        self.called: dict[str, list[Unit]] = defaultdict(list)
        self.inside: dict[tuple[str, str], Unit] = {}
        self.kind_inside: dict[str, str] = {}
        """The kind of a unit -> the kind of what is directly inside its like."""
        for one in units:
            for name in {fold(text) for text in one.title.as_dict().values()}:
                self.called[name].append(one)
                self.inside[one.parent_code or "", name] = one
            for below in units.children(one.code)[:1]:
                self.kind_inside.setdefault(one.kind, below.kind)

    def places(self, named: str) -> Sequence[Unit]:
        """Return the units that a cell names: by code, or by the whole name in any language."""
        found = self.units.find(named)
        return (found,) if found is not None else self.called.get(fold(named), ())

    def find_inside(self, place: Unit, title: Localized) -> Unit | None:
        """Return what is called so inside a unit already."""
        names = (fold(text) for text in title.as_dict().values())
        return next((one for name in names if (one := self.inside.get((place.code, name)))), None)


def read_lines(units: Units, rows: Iterable[SchoolRow]) -> tuple[SchoolLine, ...]:
    """Return what every row would do."""
    index, named = _Index(units), set[str]()
    lines = []
    for row in rows:
        line = _line(index, row)
        if line.code and line.code in named:
            line = _wrong(row, "twice")
        named.add(line.code)
        lines.append(line)
    return tuple(lines)


def _line(index: _Index, row: SchoolRow) -> SchoolLine:
    title = row.title
    if title is None:
        return _wrong(row, "name")
    if max(map(len, (row.kk, row.ru, row.en))) > LONGEST_NAME:
        return _wrong(row, "long")
    return _known(index, row, title) if row.code else _unknown(index, row, title)


def _unknown(index: _Index, row: SchoolRow, title: Localized) -> SchoolLine:
    found = index.places(row.place)
    if len(found) != 1:
        return _wrong(row, "places" if found else "place")
    place = found[0]
    inside = index.units.children(place.code)
    kind = inside[0].kind if inside else index.kind_inside.get(place.kind)
    if kind is None or kind in index.kind_inside:
        return _wrong(row, "lowest" if kind is None else "higher")
    same = index.find_inside(place, title)
    if same is not None:
        return SchoolLine(number=row.number, verdict=Verdict.SAME, code=same.code, title=title, was=same, place=place)
    code = _new_code(place, title)
    if index.units.find(code) is not None:
        return _wrong(row, "renamed")
    return SchoolLine(number=row.number, verdict=Verdict.NEW, code=code, kind=kind, title=title, place=place)


def _known(index: _Index, row: SchoolRow, title: Localized) -> SchoolLine:
    was = index.units.find(row.code)
    if was is None:
        return _wrong(row, "code")
    place = index.units.find(was.parent_code or "")
    if row.place and (place is None or place not in index.places(row.place)):
        return _wrong(row, "moved")
    if was.title == title:
        return SchoolLine(number=row.number, verdict=Verdict.SAME, code=was.code, title=title, was=was, place=place)
    if not was.code.startswith(ADDED):
        return _wrong(row, "filed")
    return SchoolLine(number=row.number, verdict=Verdict.CHANGED, code=was.code, title=title, was=was, place=place)


def _new_code(place: Unit, title: Localized) -> str:
    texts = "\n".join([place.code, *(fold(text) for text in title.as_dict().values())])
    return ADDED + hashlib.sha256(texts.encode()).hexdigest()[:12]


def _wrong(row: SchoolRow, problem: str) -> SchoolLine:
    return SchoolLine(number=row.number, verdict=Verdict.WRONG, title=row.title, problem=problem)
