"""Announcements deleted from the chats they reached.

Always true: every delivered copy is owed one deletion, one that stood in a digest a change of that digest;
the figures count everybody who has or may have a copy.
"""

from __future__ import annotations

from datetime import datetime

from bot.domain.removal import DELETABLE, Fate, Removal
from storage.database import Transaction
from storage.values import micros


def go_on(tx: Transaction, now: datetime) -> int:
    """Owe the deletion of what has been delivered since, end what is over, and return how many are newly owed."""
    owed = put(tx, now)
    if not owed:
        tx.run("removals.finish", now=micros(now))
    return owed


def put(tx: Transaction, now: datetime) -> int:
    """Owe the deletion of every copy of what is being removed, also out of digests, and return how many are new."""
    deletable = int(DELETABLE.total_seconds()) * 1_000_000
    tx.run("removals.drop_edits", now=micros(now))
    changed = tx.run("removals.put_digests", now=micros(now))
    return changed + tx.run("removals.put", deletable=deletable, now=micros(now))


def count(tx: Transaction, broadcast_id: int) -> Removal:
    """Return what became of deleting an announcement; before it was asked for, everything waits."""
    found = {Fate(row["fate"]): row["number"] for row in tx.list_("removals.count", broadcast_id=broadcast_id)}
    fates = {fate.name.lower(): found.get(fate, 0) for fate in Fate if fate is not Fate.DONE}
    return Removal(removed=found.get(Fate.DONE, 0), **fates)


def count_too_old(tx: Transaction, broadcast_id: int, now: datetime) -> int:
    """Return how many people have a copy that cannot be deleted any more."""
    return int(tx.one("removals.older", broadcast_id=broadcast_id, too_old=micros(now - DELETABLE))["number"])
