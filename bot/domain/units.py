"""The tree of organisational units: regions, districts, schools and so on.

Always true: the tree is built once and never changes; a unit whose parent is not among the rows is a root.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from rapidfuzz import fuzz, process

from bot.domain.language import Localized
from bot.domain.names import fold

LOWEST_SCORE: Final = 62
"""Of 100: a worse match is not worth showing."""
_SHORTEST_START: Final = 2
_MOST_WORDS: Final = 8
_START_SCORE: Final = 92
_INHERITED: Final = 6
"""Points lost when a word is in the title of a unit above, not in the unit's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A region, district, school or other body; `position` orders it among its neighbours."""

    id: int
    code: str
    kind: str
    title: Localized
    parent_code: str | None = None
    position: int = 0


class Units:
    """All units of a programme; codes are unique in it."""

    def __init__(self, rows: Iterable[Unit] = ()) -> None:
        self._by_code: Mapping[str, Unit] = {unit.code: unit for unit in rows}
        self._by_id: Mapping[int, Unit] = {unit.id: unit for unit in self._by_code.values()}
        below: dict[str | None, list[Unit]] = defaultdict(list)
        for unit in sorted(self._by_code.values(), key=lambda unit: (unit.position, unit.id)):
            below[unit.parent_code if unit.parent_code in self._by_code else None].append(unit)
        self._below: Mapping[str | None, tuple[Unit, ...]] = {code: tuple(units) for code, units in below.items()}

    def __len__(self) -> int:
        return len(self._by_code)

    def __iter__(self) -> Iterator[Unit]:
        return iter(self._by_code.values())

    def find(self, code: str) -> Unit | None:
        """Return the unit with this code, or None."""
        return self._by_code.get(code)

    def with_id(self, unit_id: int) -> Unit | None:
        """Return the unit with this row id, or None."""
        return self._by_id.get(unit_id)

    def roots(self, within: Collection[str] = ()) -> tuple[Unit, ...]:
        """Return the units to start from: those named, or else all that stand under no other."""
        if not within:
            return self._below.get(None, ())
        return tuple(unit for code in within if (unit := self.find(code)) is not None)

    def children(self, code: str) -> tuple[Unit, ...]:
        """Return the units directly inside this one, in order."""
        return self._below.get(code, ())

    def path(self, code: str) -> tuple[Unit, ...]:
        """Return the way from the root to this unit, both included; empty when there is no such unit."""
        way: list[Unit] = []
        unit = self.find(code)
        while unit is not None and unit not in way:
            way.append(unit)
            unit = self.find(unit.parent_code) if unit.parent_code else None
        return tuple(reversed(way))

    def ancestors(self, code: str) -> tuple[Unit, ...]:
        """Return the units above this one, root first."""
        return self.path(code)[:-1]

    def descendants(self, code: str) -> tuple[Unit, ...]:
        """Return all units inside this one, the nearest first."""
        found = list(self.children(code))
        for unit in found:
            found.extend(self.children(unit.code))
        return tuple(found)

    def search(
        self, text: str, *, within: Collection[str] = (), kinds: Collection[str] = (), limit: int = 6
    ) -> tuple[Unit, ...]:
        """Return the units whose titles in any language fit the text best, the best first.

        Words may be misspelt or only begun, and may name a unit above («12 Saryagash»). Words are compared with the
        words of the titles by rapidfuzz's ratio; a unit's score is the mean over the words of the text.
        """
        scores = self._scores(fold(text).split()[:_MOST_WORDS])
        allowed = self._branch(within)
        found = [
            (-score, index)
            for index, score in scores.items()
            if score >= LOWEST_SCORE
            and (allowed is None or self._order[index].code in allowed)
            and (not kinds or self._order[index].kind in kinds)
        ]
        return tuple(self._order[index] for _, index in sorted(found)[:limit])

    def _branch(self, within: Collection[str]) -> frozenset[str] | None:
        if not within:
            return None
        inside = (unit.code for root in within for unit in self.descendants(root))
        return frozenset({*within, *inside})

    def _scores(self, words: list[str]) -> dict[int, float]:
        """Return the score of every unit that fits any of the words."""
        totals: dict[int, float] = defaultdict(float)
        for word in words:
            for index, score in self._scores_of_word(word).items():
                totals[index] += score / len(words)
        return totals

    def _scores_of_word(self, word: str) -> dict[int, float]:
        best: dict[int, float] = {}
        for known, score in self._alike(word).items():
            own, inherited = self._index[known]
            for index in own:
                best[index] = max(best.get(index, 0), score)
            for index in inherited:
                best[index] = max(best.get(index, 0), score - _INHERITED)
        return best

    def _alike(self, word: str) -> dict[str, float]:
        """Return the known words that are this one, begin with it or are spelt nearly so; numbers must be equal."""
        if word.isdigit():
            return {word: 100.0} if word in self._index else {}
        near = process.extract(word, self._words, scorer=fuzz.ratio, score_cutoff=70, limit=12)
        alike = {known: score for known, score, _ in near}
        if len(word) >= _SHORTEST_START:
            alike |= {known: max(_START_SCORE, alike.get(known, 0)) for known in self._words if known.startswith(word)}
        return alike

    @cached_property
    def _order(self) -> tuple[Unit, ...]:
        """All units, those near the root first: the order among equal scores."""
        found = list(self._below.get(None, ()))
        for unit in found:
            found.extend(self.children(unit.code))
        return tuple(found)

    @cached_property
    def _index(self) -> dict[str, tuple[list[int], list[int]]]:
        """Word → the places in `_order` of units with it in their own title, and of the units inside those."""
        index: dict[str, tuple[list[int], list[int]]] = {}
        words_above: dict[str, frozenset[str]] = {}
        for place, unit in enumerate(self._order):
            own = _words_of(unit)
            above = words_above.get(unit.parent_code or "", frozenset())
            words_above[unit.code] = above | own
            for word in own:
                index.setdefault(word, ([], []))[0].append(place)
            for word in above - own:
                index[word][1].append(place)
        return index

    @cached_property
    def _words(self) -> tuple[str, ...]:
        """Every word that is not a number."""
        return tuple(word for word in self._index if not word.isdigit())


def _words_of(unit: Unit) -> frozenset[str]:
    return frozenset(word for title in unit.title.as_dict().values() for word in fold(title).split())
