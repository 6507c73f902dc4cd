"""Registrations of one event, part by part, as tables need them; what is sealed is not even read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.domain.access import Scope
from bot.domain.registration import Registration
from storage.database import Transaction
from storage.registrations import from_row
from storage.scopes import within
from storage.values import day, from_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One registration, whom it is of, and the answers that are not sealed."""

    registration: Registration
    full_name: str
    born_on: date | None
    phone: str | None
    squad: tuple[str, int] | None
    """The name and the number of the squad it is in."""
    answers: Mapping[str, Any]


def count(tx: Transaction, scope: Scope) -> int:
    """Return how many registrations an event has."""
    number: int = tx.one("exports.count", **within(scope))["number"]
    return number


def list_page(tx: Transaction, scope: Scope, *, after: int, limit: int) -> tuple[Entry, ...]:
    """Return the registrations of an event that follow a number."""
    rows = tx.list_("exports.page", after=after, limit=limit, **within(scope))
    answers: dict[int, dict[str, Any]] = defaultdict(dict)
    if rows:
        for row in tx.list_("exports.answers", after=after, last=rows[-1]["id"], **within(scope)):
            answers[row["draft_id"]][row["question"]] = from_json(row["value"])
    return tuple(
        Entry(
            registration=from_row(row),
            full_name=row["full_name"],
            born_on=day(row["born_on"]) if row["born_on"] else None,
            phone=row["phone"],
            squad=(row["squad_name"], row["squad_number"]) if row["squad_number"] else None,
            answers=answers[row["draft_id"]],
        )
        for row in rows
    )
