"""When backups were made, who makes the next one, and whether this database came out of one.

Always true: of several processes one makes the backup of a moment; a database that was restored is held until it is
released.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from storage.database import Transaction
from storage.values import instant, micros

LONGEST: Final = timedelta(hours=2)
"""An attempt that has not ended by then has failed."""
PAUSE: Final = timedelta(hours=1)
"""Between two attempts for the same moment."""
KEPT: Final = timedelta(days=400)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Why nothing leaves: the moment of the backup, and when it was restored."""

    made_at: datetime
    restored_at: datetime


def find_last(tx: Transaction) -> datetime | None:
    """Return when the last verified backup was finished."""
    at = tx.one("backups.find_last")["at"]
    return None if at is None else instant(at)


def read_length(tx: Transaction) -> timedelta:
    """Return how long the last verified backup took; nothing when there is none."""
    row = tx.find("backups.find_newest")
    return timedelta() if row is None else instant(row["finished_at"]) - instant(row["started_at"])


def claim(tx: Transaction, *, due_at: datetime, now: datetime) -> int | None:
    """Begin the backup of a moment and return its number; None when it is made, being made, or just failed."""
    tx.run("backups.abandon", before=micros(now - LONGEST), at=micros(now))
    tx.run("backups.forget", before=micros(now - KEPT))
    before = tx.find("backups.find_attempt", due_at=micros(due_at))
    if before is not None and (before["state"] != "failed" or instant(before["started_at"]) > now - PAUSE):
        return None
    number: int = tx.one("backups.start", due_at=micros(due_at), at=micros(now))["id"]
    return number


def finish(tx: Transaction, number: int, *, size: int | None, now: datetime) -> None:
    """Say how an attempt ended: with so many bytes, or not at all."""
    state = "failed" if size is None else "done"
    tx.run("backups.finish", id=number, state=state, bytes=size or 0, at=micros(now))


def hold(tx: Transaction, *, made_at: datetime, now: datetime) -> None:
    """Hold everything back in a database that was just restored."""
    tx.run("backups.hold", made_at=micros(made_at), at=micros(now))


def find_hold(tx: Transaction) -> Hold | None:
    """Return why nothing may leave, or None."""
    row = tx.find("backups.find_hold")
    if row is None:
        return None
    return Hold(made_at=instant(row["made_at"]), restored_at=instant(row["restored_at"]))


def release(tx: Transaction, now: datetime) -> bool:
    """Let messages leave; False when nothing held them."""
    return tx.run("backups.release", at=micros(now)) > 0
