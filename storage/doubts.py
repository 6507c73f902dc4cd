"""What the rules of plausibility look at, and what was found to be fine."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from bot.domain.access import Scope
from bot.domain.behalf import Behalf
from bot.domain.doubts import Doubt, Facts, doubts_about
from storage.database import Transaction
from storage.engine import Row
from storage.scopes import within
from storage.values import day, micros

MOST: Final = 20_000
"""Registrations of one event that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A registration and what the rules look at."""

    registration_id: int
    name: str
    facts: Facts


def list_claims(tx: Transaction, scope: Scope, *, grade: str | None, starts_on: date, today: date) -> tuple[Claim, ...]:
    """Return every registration that stands; `grade` is the question whose answer is one."""
    rows = tx.list_("doubts.facts", grade=grade, limit=MOST, **within(scope))
    families: dict[str, set[int]] = defaultdict(set)
    children: Counter[int] = Counter()
    for row in rows:
        if row["phone"]:
            families[row["phone"]].add(row["account_id"])
        if row["on_behalf"] != Behalf.PUPIL:
            children[row["account_id"]] += 1
    return tuple(
        Claim(
            registration_id=row["id"],
            name=row["full_name"],
            facts=_facts(
                row,
                len(families.get(row["phone"], ())),
                0 if row["on_behalf"] == Behalf.PUPIL else children[row["account_id"]],
                starts_on=starts_on,
                today=today,
            ),
        )
        for row in rows
    )


def list_open(
    tx: Transaction, scope: Scope, ids: Sequence[int], *, grade: str | None, starts_on: date, today: date
) -> Mapping[int, tuple[Doubt, ...]]:
    """Return registration -> what looks wrong and nobody found to be fine, for a few registrations that stand."""
    if not ids:
        return {}
    listed = {"ids": f",{','.join(map(str, ids))},", "lowest": min(ids), "highest": max(ids)}
    facts: dict[int, Facts] = {}
    fine: dict[int, set[str]] = defaultdict(set)
    for row in tx.list_("doubts.facts_of_some", grade=grade, **listed, **within(scope)):
        families, children = row["families"], 0 if row["on_behalf"] == Behalf.PUPIL else row["children"]
        facts[row["id"]] = _facts(row, families, children, starts_on=starts_on, today=today)
        fine[row["id"]].add(row["doubt"])
    return {
        number: open_
        for number, known in facts.items()
        if (open_ := tuple(doubt for doubt in doubts_about(known) if doubt.value not in fine[number]))
    }


def list_settled(tx: Transaction, scope: Scope) -> Mapping[int, frozenset[str]]:
    """Return registration -> what was found to be fine about it."""
    found: dict[int, frozenset[str]] = defaultdict(frozenset)
    for row in tx.list_("doubts.settled", **within(scope)):
        found[row["registration_id"]] |= {row["doubt"]}
    return found


def settle(tx: Transaction, registration_id: int, doubts: Iterable[Doubt], *, account_id: int, now: datetime) -> None:
    """Remember that these are fine."""
    for doubt in doubts:
        tx.run(
            "doubts.settle",
            registration_id=registration_id,
            doubt=doubt.value,
            account_id=account_id,
            now=micros(now),
        )


def unsettle(tx: Transaction, registration_id: int, settled_at: int) -> bool:
    """Look again at what was found fine at one instant (microseconds); False when nothing was."""
    return tx.run("doubts.unsettle", registration_id=registration_id, settled_at=settled_at) > 0


def _facts(row: Row, families: int, children: int, *, starts_on: date, today: date) -> Facts:
    return Facts(
        name=row["full_name"],
        born_on=day(row["born_on"]) if row["born_on"] else None,
        grade=_grade(row["grade"]),
        starts_on=starts_on,
        today=today,
        lacks_consent=bool(row["needs_consent"]) and row["consent_id"] is None,
        families_with_phone=families,
        children_of_account=children,
    )


def _grade(value: str | None) -> int | None:
    """Return a grade that lies open; a sealed one is left alone."""
    return int(value) if value is not None and value.isdecimal() else None
