"""Whoever has lost the last role that reaches a staff room leaves its group too.

Always true: somebody is removed once for each time a role was lost, so that who is brought back on purpose stays;
nobody is removed while any role still reaches the room; when the bot may not remove somebody, everybody who runs the
event is told whom to remove by hand. What was said to Telegram is noted before it is said: a kill in between is made
good, and somebody whom people have banned is not let in again.
"""

from __future__ import annotations

from datetime import datetime

from bot.domain.notice import Notice
from bot.domain.staffroom import Leaver, Outcome, Staffroom
from storage import accounts, audit, events, outbox, staffrooms
from storage.database import Transaction
from storage.values import micros


def begin(tx: Transaction, *, now: datetime, leaver: Leaver) -> None:
    """Note that Telegram is about to be asked to remove somebody."""
    staffrooms.remove(tx, leaver, now)


def settle(tx: Transaction, *, now: datetime, room: Staffroom, leaver: Leaver, outcome: Outcome) -> None:
    """Note what became of it; who runs the event is told of somebody who stays."""
    staffrooms.settle_leaver(tx, leaver, outcome, now)
    if room.event_id is None or outcome is Outcome.ABSENT:
        return
    event = events.get(tx, room.event_id)
    audit.record(
        tx, actor=None, action=f"staffroom.{outcome.value}", subject="account", subject_id=leaver.account_id, now=now
    )
    if outcome is Outcome.REMOVED:
        return
    data = {"event": event.title.as_dict(), "event_id": event.id, "name": leaver.name}
    key = f"staffroom-leaver:{leaver.room_id}:{leaver.account_id}:{micros(leaver.lost_at)}"
    notices = [
        Notice(account_id=account_id, template="staffroom-leaver", data=data, dedup_key=f"{key}:{account_id}")
        for account_id in accounts.list_organizers(tx, event, None, now=now)
    ]
    outbox.put_many(tx, notices, now)
