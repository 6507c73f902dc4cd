"""Texts of announcements changed after they began to go out.

Always true: a copy is owed an edit exactly when it reads otherwise than it should; the last text is the last edit.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain.broadcast import Broadcast
from bot.domain.correction import Correction
from bot.domain.language import Language
from bot.domain.removal import Fate
from storage import broadcasts, polls
from storage.database import Transaction
from storage.values import micros, to_json


def go_on(tx: Transaction, now: datetime) -> None:
    """Let what has come since read as its announcement does now: what was on its way at that moment, or came back."""
    for row in tx.list_("corrections.open"):
        spread(tx, broadcasts.of_row(row), now)


def spread(tx: Transaction, broadcast: Broadcast, now: datetime) -> None:
    """Give the text to what has not left, and owe an edit of every delivered copy that reads otherwise."""
    whole = {"broadcast_id": broadcast.id, "edition": broadcast.edition, **_texts(tx, broadcast)}
    tx.run("corrections.renew", **whole)
    tx.run("corrections.put", now=micros(now), **whole)
    tx.run("corrections.mark", **whole)
    tx.run("corrections.spare", **whole)


def count(tx: Transaction, broadcast: Broadcast) -> Correction:
    """Return what became of changing the text of what was delivered."""
    rows = tx.list_("corrections.count", broadcast_id=broadcast.id, edition=broadcast.edition)
    found = {Fate(row["fate"]): row["number"] for row in rows}
    return Correction(
        changed=found.get(Fate.DONE, 0),
        gone=found.get(Fate.GONE, 0),
        refused=found.get(Fate.REFUSED, 0),
        blocked=found.get(Fate.BLOCKED, 0),
        unconfirmed=found.get(Fate.UNCONFIRMED, 0),
        waiting=found.get(Fate.WAITING, 0),
    )


def count_concerned(tx: Transaction, broadcast: Broadcast) -> int:
    """Return how many people's copies read otherwise than this announcement does."""
    return int(tx.one("corrections.concerned", broadcast_id=broadcast.id, **_texts(tx, broadcast))["number"])


def _texts(tx: Transaction, broadcast: Broadcast) -> dict[str, Any]:
    poll = polls.find(tx, broadcast.id)
    return {reader.value: to_json(broadcasts.copy_for(broadcast, reader, poll)) for reader in Language}
