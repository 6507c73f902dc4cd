"""What the people of one event can be found by: names, places, phones; always of one event, never more than a limit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.domain.access import Scope
from bot.domain.language import Localized
from bot.domain.registration import Status
from storage.database import Transaction
from storage.events import localized
from storage.scopes import within

MOST: Final = 20_000
"""People of one event that are looked through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody registered; `search_name` and `place` (the unit and those above it) are folded."""

    registration_id: int
    participant_id: int
    status: Status
    full_name: str
    search_name: str
    place: str
    unit: Localized | None
    phones: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guardian:
    """Somebody linked to a participant as Telegram calls them; `search_name` is folded."""

    name: str
    search_name: str
    phone: str


def list_people(tx: Transaction, scope: Scope) -> tuple[Person, ...]:
    """Return everybody registered for an event, newest first."""
    titles: dict[str | None, Localized | None] = {None: None}
    people: list[Person] = []
    for row in tx.list_("searches.people", limit=MOST, **within(scope)):
        if row["title"] not in titles:
            titles[row["title"]] = localized(row["title"])
        people.append(
            Person(
                registration_id=row["id"],
                participant_id=row["participant_id"],
                status=Status(row["status"]),
                full_name=row["full_name"],
                search_name=row["search_name"],
                place=row["place"],
                unit=titles[row["title"]],
                phones=tuple(phone for phone in (row["phone"], row["account_phone"]) if phone),
            )
        )
    return tuple(people)


def list_guardians(tx: Transaction, scope: Scope) -> Mapping[int, tuple[Guardian, ...]]:
    """Return participant -> the guardians."""
    found: dict[int, tuple[Guardian, ...]] = defaultdict(tuple)
    for row in tx.list_("searches.guardians", limit=MOST, **within(scope)):
        guardian = Guardian(name=row["display_name"], search_name=row["search_name"], phone=row["phone"] or "")
        found[row["participant_id"]] += (guardian,)
    return found
