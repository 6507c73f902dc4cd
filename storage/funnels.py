"""How far the registrations of an event have come, counted in one query for each screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.access import Scope
from bot.domain.funnel import NOTHING, OF_REGISTRATIONS, Counts, Stage
from storage.database import Transaction
from storage.scopes import within


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """How many forms stand at a question (None: at the review before sending)."""

    question: str | None
    form_version_id: int
    number: int


def count(tx: Transaction, scope: Scope) -> tuple[Mapping[int | None, Counts], int | None]:
    """Return org unit (None: without one) -> counts, and how many forms were begun (None for a part of an event)."""
    found: dict[int | None, Counts] = {}
    started = 0
    for row in tx.list_("funnels.by_unit", **within(scope)):
        started += row["started"]
        counts = Counts(passed={stage: row[stage.value] for stage in OF_REGISTRATIONS}, ended=row["ended"])
        if counts.passed[Stage.SUBMITTED]:
            found[row["unit_id"]] = found.get(row["unit_id"], NOTHING) + counts
    return found, started if scope.is_whole else None


def list_stops(tx: Transaction, scope: Scope) -> tuple[Stop, ...]:
    """Return where forms stand that were begun and not sent, most first."""
    return tuple(
        Stop(question=row["question"], form_version_id=row["form_version_id"], number=row["number"])
        for row in tx.list_("funnels.stops", **within(scope))
    )
