"""Questions that wait too long are told to everybody of the staff who reaches them, owners included.

Always true: half an hour without anybody who took it, and two hours without an answer, are told once each for one
waiting; quiet hours hold that back unless it is urgent; a late tick tells only the louder of the two.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.actions.hearing import staff_of, tell
from bot.domain.reminder import NEVER_QUIET, Quiet
from bot.domain.thread import Thread
from storage import events, threads
from storage.database import Transaction
from storage.values import micros


def tick(tx: Transaction, *, now: datetime, quiet: Quiet = NEVER_QUIET) -> int:
    """Tell about every question that has waited too long; return how many were told about."""
    return sum(_look(tx, thread, now, quiet) for thread in threads.list_waiting(tx, now))


def _look(tx: Transaction, thread: Thread, now: datetime, quiet: Quiet) -> bool:
    event, step = events.get(tx, thread.event_id), thread.step_due(now)
    if step <= thread.warned or thread.waits_since is None:
        return False
    if not thread.is_urgent and quiet.ends_at(now, event.zone) is not None:
        return False
    threads.update(tx, replace(thread, warned=step), now)
    key = f"wait:{micros(thread.waits_since)}:{step}"
    minutes = int((now - thread.waits_since).total_seconds() // 60)
    staff = staff_of(tx, thread, event, now)
    tell(tx, staff, thread, "thread-waits", now=now, key=key, event=event.title.as_dict(), step=step, minutes=minutes)
    return True
