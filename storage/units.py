"""Schools and other org units that were added in the chat.

Always true: a unit that anything refers to is never removed: the schema refuses it, and `list_used` names it before.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.domain.language import Localized
from bot.domain.names import fold
from bot.domain.units import Unit
from storage.database import Transaction
from storage.values import from_json, micros, to_json


def add(tx: Transaction, programme_id: int, place: Unit, *, code: str, kind: str, title: Localized) -> int:
    """Add a unit inside another one and return its id."""
    of = {"programme_id": programme_id, "parent_id": place.id, "code": code, "kind": kind}
    return int(tx.one("units.add", **of, **_called(title))["id"])


def rename(tx: Transaction, unit_id: int, title: Localized) -> None:
    """Call a unit something else."""
    tx.run("units.rename", unit_id=unit_id, **_called(title))


def touch(tx: Transaction, programme_id: int, now: datetime) -> None:
    """Let everybody read the units of a programme anew."""
    tx.run("units.touch", programme_id=programme_id, now=micros(now))


def drop(tx: Transaction, unit_id: int) -> None:
    """Remove a unit that nothing refers to."""
    tx.run("units.drop", unit_id=unit_id)


def list_used(tx: Transaction) -> tuple[frozenset[int], frozenset[str]]:
    """Return the ids and the codes of units that something refers to."""
    rows = tx.list_("units.used")
    ids = frozenset(row["id"] for row in rows if row["id"] is not None)
    return ids, frozenset(from_json(row["value"]) for row in rows if row["value"] is not None)


def find_import(tx: Transaction, event_id: int, account_id: int, at: datetime) -> Mapping[str, Any] | None:
    """Return what somebody wrote from a file at an instant and has not taken back."""
    row = tx.find("units.import", event_id=event_id, account_id=account_id, at=micros(at))
    is_undone = tx.find("units.undone", event_id=event_id, data=to_json({"of": micros(at)})) is not None
    return None if row is None or is_undone else from_json(row["data"])


def _called(title: Localized) -> dict[str, str]:
    texts = title.as_dict()
    return {"title": to_json(texts), "search_text": fold(" ".join(texts.values()))}
