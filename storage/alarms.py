"""What the owners were told about the program itself, the same for every process.

Always true: of several processes that see one trouble, one tells.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from bot.domain.alarm import Standing, Trouble, cleared, raised
from storage.database import Transaction
from storage.values import instant, micros

KEPT: Final = timedelta(days=30)


def put(tx: Transaction, trouble: Trouble, source: str, now: datetime) -> int:
    """Remember that it happened, and return how many times to tell the owners of, 0 for not now."""
    tx.run("alarms.forget", before=micros(now - KEPT))
    standing, number = raised(find(tx, trouble, source), now)
    _save(tx, trouble, source, standing)
    return number


def clear(tx: Transaction, trouble: Trouble, source: str) -> bool:
    """Remember that it is over, and return whether to say so."""
    before = find(tx, trouble, source)
    if before is None or not (before.is_open or before.untold):
        return False
    standing, is_told = cleared(before)
    _save(tx, trouble, source, standing)
    return is_told


def find(tx: Transaction, trouble: Trouble, source: str) -> Standing | None:
    """Return what is known about one sort of trouble."""
    row = tx.find("alarms.find", kind=trouble.value, source=source)
    if row is None:
        return None
    return Standing(told_at=instant(row["told_at"]), untold=row["untold"], is_open=bool(row["is_open"]))


def _save(tx: Transaction, trouble: Trouble, source: str, standing: Standing) -> None:
    tx.run(
        "alarms.save",
        kind=trouble.value,
        source=source,
        told_at=micros(standing.told_at),
        untold=standing.untold,
        is_open=standing.is_open,
    )
