"""Deleting an announcement from the chats it reached.

Always true: what has not left is stopped in the same transaction; every delivered copy is owed one deletion, also
one that was on its way at that moment; what could not be deleted stays in the figures.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.actions.broadcasting import Progress, change, progress
from bot.actions.composing import take
from bot.domain.access import Actor
from bot.domain.broadcast import Broadcast, Report, State
from bot.domain.removal import SENT_STATES, Removal
from storage import broadcasts, outbox, removals
from storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What deleting an announcement would do."""

    broadcast: Broadcast
    report: Report
    delivered: Removal
    too_old: int
    """How many people have a copy that Telegram does not let us delete any more."""


def read_question(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int) -> Question:
    """Return what deleting an announcement would do."""
    broadcast = take(tx, actor, broadcast_id, *SENT_STATES)
    return Question(
        broadcast=broadcast,
        report=broadcasts.report(tx, broadcast),
        delivered=removals.count(tx, broadcast_id),
        too_old=removals.count_too_old(tx, broadcast_id, now),
    )


def remove(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, message_id: int | None) -> Progress:
    """Stop what has not left and delete what was delivered; the pressed message shows the progress.

    It is no matter how far the sending has come since the question was asked.
    """
    sent = take(tx, actor, broadcast_id, *SENT_STATES)
    removing = replace(
        sent,
        state=State.REMOVING,
        finished_at=None,
        joins_until=None,
        sender_id=actor.account_id,
        left_at=None,
        progress_message_id=message_id,
    )
    begun = change(tx, actor, removing, "broadcast.remove", now)
    outbox.stop_broadcast(tx, broadcast_id, now)
    removals.put(tx, now)
    return progress(tx, begun.broadcast)
