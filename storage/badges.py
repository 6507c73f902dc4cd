"""Who gets a badge."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.access import Scope
from storage.database import Transaction
from storage.scopes import within


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Somebody who takes part, and the ticket that is good now."""

    registration_id: int
    name: str
    unit_id: int | None
    squad: tuple[str, int] | None
    """The name and the number of the squad."""
    code: str | None
    token_hash: str | None


def count(tx: Transaction, scope: Scope, *, stream_id: int, squad_id: int) -> int:
    """Return how many take part; 0 means all streams, all squads."""
    return int(tx.one("badges.count", stream_id=stream_id, squad_id=squad_id, **within(scope))["number"])


def list_(tx: Transaction, scope: Scope, *, stream_id: int, squad_id: int) -> tuple[Entry, ...]:
    """Return who takes part, by squad and name."""
    return tuple(
        Entry(
            registration_id=row["id"],
            name=row["full_name"],
            unit_id=row["unit_id"],
            squad=(row["squad_name"], row["squad_number"]) if row["squad_number"] else None,
            code=row["code"],
            token_hash=row["token_hash"],
        )
        for row in tx.list_("badges.list", stream_id=stream_id, squad_id=squad_id, **within(scope))
    )
