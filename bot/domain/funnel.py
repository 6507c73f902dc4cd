"""How far registrations have come, step by step, and how many came no further.

Always true: a registration is counted at every step it has passed, whatever became of it afterwards is counted apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final


class Stage(StrEnum):
    """The steps from the first question to the ticket, in order."""

    STARTED = "started"
    SUBMITTED = "submitted"
    GUARDIAN = "guardian"
    CONSENTED = "consented"
    CONFIRMED = "confirmed"
    TICKET = "ticket"


OF_REGISTRATIONS: Final = tuple(stage for stage in Stage if stage is not Stage.STARTED)
OF_MINORS: Final = frozenset({Stage.GUARDIAN, Stage.CONSENTED})
"""Steps that adults do not have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: how many passed it, and what share of those who passed the one before (None for the first)."""

    stage: Stage
    number: int
    percent: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many registrations passed each step, and how many have ended."""

    passed: Mapping[Stage, int]
    ended: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Return both together."""
        stages = {**self.passed, **other.passed}
        passed = {stage: self.passed.get(stage, 0) + other.passed.get(stage, 0) for stage in stages}
        return Counts(passed=passed, ended=self.ended + other.ended)

    @property
    def submitted(self) -> int:
        """Return how many registrations there are."""
        return self.passed.get(Stage.SUBMITTED, 0)


NOTHING: Final = Counts(passed={})


def total(many: Iterable[Counts]) -> Counts:
    """Return all of them together."""
    return sum(many, NOTHING)


def steps(counts: Counts, *, needs_guardian: bool) -> tuple[Step, ...]:
    """Return the steps that were counted, in order; an event for adults has none of a guardian."""
    found: list[Step] = []
    for stage in Stage:
        if stage not in counts.passed or (stage in OF_MINORS and not needs_guardian):
            continue
        number = counts.passed[stage]
        before = found[-1].number if found else 0
        found.append(Step(stage=stage, number=number, percent=round(100 * number / before) if before else None))
    return tuple(found)


def greatest_loss(found: Iterable[Step]) -> Stage | None:
    """Return the step before which most people stop, None when nobody does; tickets are opened late, no loss."""
    known = tuple(step for step in found if step.stage is not Stage.TICKET)
    losses = {after.stage: before.number - after.number for before, after in pairwise(known)}
    worst = max(losses, key=lambda stage: losses[stage], default=None)
    return worst if worst is not None and losses[worst] > 0 else None
