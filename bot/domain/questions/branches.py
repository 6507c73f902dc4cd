"""The part of the tree of units that one question is about, and where in it a person stands.

Always true: a unit that is listed is of one of the question's levels and under one of its roots; a unit of another
kind gives its place to the units inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.domain.questions.question import Question
from bot.domain.units import Unit, Units

MOST_RESULTS: Final = 6
_STEP: Final = re.compile(
    r"(?:u(?P<id>[0-9]{1,15}))?(?:@(?P<page>[1-9][0-9]{0,3})|\?(?P<query>.{1,200})|(?P<typing>!))?",
    re.ASCII | re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a person stands: inside a unit or (None) at the first list, and what they do there."""

    unit: Unit | None = None
    page: int = 1
    query: str | None = None
    is_typing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Branches:
    """A question and the units it may be answered with."""

    question: Question
    units: Units

    def spot(self, step: str) -> Spot:
        """Return where a step stands; a step that makes no sense is the first list."""
        return self.find_spot(step) or Spot()

    def find_spot(self, step: str) -> Spot | None:
        """Return where a step stands, None when it makes no sense."""
        named = _STEP.fullmatch(step)
        if named is None:
            return None
        unit = self.units.with_id(int(named["id"])) if named["id"] else None
        if named["id"] and (unit is None or not self._has(unit)):
            return None
        return Spot(unit=unit, page=int(named["page"] or 1), query=named["query"], is_typing=bool(named["typing"]))

    def listed(self, unit: Unit | None) -> tuple[Unit, ...]:
        """Return the units to choose from inside this one, or (None) at first."""
        if unit is not None:
            return tuple(self._offered(self.units.children(unit.code)))
        first = tuple(self._offered(self.units.roots(self.question.within)))
        if len(first) == 1:
            return self.listed(self.descended(first[0])) or first
        return first

    def descended(self, unit: Unit) -> Unit:
        """Return the unit itself, or the one deeper that is the only way on."""
        listed = self.listed(unit)
        while len(listed) == 1 and (deeper := self.listed(listed[0])):
            unit, listed = listed[0], deeper
        return unit

    def above(self, unit: Unit | None) -> Unit | None:
        """Return where «back» leads: the nearest unit above with a real choice inside, None for the first list."""
        if unit is None:
            return None
        first = self.listed(None)
        if self.listed(unit) == first:
            return unit
        for one in reversed(self.units.ancestors(unit.code)):
            listed = self.listed(one)
            if listed == first:
                return None
            if self._has(one) and len(listed) > 1:
                return one
        return None

    def common(self) -> Unit | None:
        """Return the deepest unit that holds the whole first list, None when there is no such unit."""
        ways = [self.units.ancestors(unit.code) for unit in self.listed(None)]
        if not ways:
            return None
        shared = [step[0] for step in zip(*ways, strict=False) if all(unit == step[0] for unit in step)]
        return shared[-1] if shared else None

    def may_type(self, unit: Unit | None) -> bool:
        """Tell whether a title that is not listed may be typed here: a branch is known, or there is none to choose."""
        if unit is not None:
            return bool(self.listed(unit)) or self.is_cut_short(unit)
        return self.common() is not None or not any(self.listed(one) for one in self.listed(None))

    def is_cut_short(self, unit: Unit) -> bool:
        """Tell whether units of this kind usually have more to choose inside, and only this one has nothing."""
        if self.listed(unit):
            return False
        return any(one.kind == unit.kind and self._has(one) and self.listed(one) for one in self.units)

    def found(self, unit: Unit | None, text: str) -> tuple[Unit, ...]:
        """Return the units inside this one that fit a typed title best."""
        within = (unit.code,) if unit else self.question.within
        found = self.units.search(text, within=within, kinds=self.question.levels, limit=MOST_RESULTS + 1)
        return tuple(one for one in found if one != unit)[:MOST_RESULTS]

    def _offered(self, units: Iterable[Unit]) -> Iterable[Unit]:
        for unit in units:
            if not self.question.levels or unit.kind in self.question.levels:
                yield unit
            else:
                yield from self._offered(self.units.children(unit.code))

    def _has(self, unit: Unit) -> bool:
        if self.question.levels and unit.kind not in self.question.levels:
            return False
        within = self.question.within
        return not within or any(one.code in within for one in self.units.path(unit.code))
