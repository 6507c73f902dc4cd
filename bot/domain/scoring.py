"""Marks that several reviewers give, and the order that comes of them.

Always true: the order depends on the marks alone, and where they are equal on who came first, which is said; a strict
or a generous reviewer decides nobody's luck: their marks are shifted to the mean of all, once they gave enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any, Final, Self

from bot.domain.language import Localized

MARKS: Final = range(1, 6)
ENOUGH: Final = 5
"""Registrations a reviewer has marked before their mean says anything about the reviewer."""
OVERALL: Final = "overall"
"""The only criterion of an event that names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One thing that is marked; without a title it is the whole impression."""

    code: str
    title: Localized | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """How an event marks: by what, how many reviewers each, without names, by which answers (none: by all)."""

    criteria: tuple[Criterion, ...]
    reviewers_per: int
    is_blind: bool
    questions: frozenset[str]

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> Self:
        """Build from the JSON shape of a programme file's `selection`; an empty one means sensible things."""
        criteria = tuple(
            Criterion(code=one["code"], title=Localized.of(one["title"])) for one in content.get("criteria", ())
        )
        return cls(
            criteria=criteria or (Criterion(code=OVERALL, title=None),),
            reviewers_per=content.get("reviewers_per", 2),
            is_blind=content.get("blind", True),
            questions=frozenset(content.get("questions", ())),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The marks of one reviewer for one registration."""

    registration_id: int
    reviewer_id: int
    marks: Mapping[str, int]

    @property
    def mean(self) -> float:
        """Return the mean of the marks."""
        return fmean(self.marks.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A registration in its place; no score when nobody has marked it, tied with a neighbour when the scores agree."""

    registration_id: int
    score: float | None
    reviews: int
    is_tied: bool


def rank(candidates: Sequence[int], cards: Iterable[Card]) -> tuple[Ranked, ...]:
    """Order candidates (given in the order they came) from the highest score; those without marks come last."""
    given: dict[int, list[float]] = defaultdict(list)
    whole = tuple(cards)
    shifts = _shifts(whole)
    for card in whole:
        given[card.registration_id].append(card.mean + shifts[card.reviewer_id])
    scores = {one: round(fmean(given[one]), 2) if one in given else None for one in candidates}
    ordered = sorted(candidates, key=lambda one: -(scores[one] or 0.0))
    values = [scores[one] for one in ordered]
    return tuple(
        Ranked(
            registration_id=one,
            score=scores[one],
            reviews=len(given[one]),
            is_tied=scores[one] is not None and values.count(scores[one]) > 1,
        )
        for one in ordered
    )


def _shifts(cards: Sequence[Card]) -> Mapping[int, float]:
    """Return what is added to each reviewer's marks, so that everybody's mean is the mean of all."""
    by_reviewer: dict[int, list[float]] = defaultdict(list)
    for card in cards:
        by_reviewer[card.reviewer_id].append(card.mean)
    whole = fmean(card.mean for card in cards) if cards else 0.0
    return {one: whole - fmean(means) if len(means) >= ENOUGH else 0.0 for one, means in by_reviewer.items()}
