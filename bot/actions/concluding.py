"""A family says that it cannot wait, that its question is answered, how well, or that something is not okay.

Always true: only whoever asked ends or rates a conversation; a report goes to the owners and to nobody else.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.actions.hearing import THREAD, ThreadPage, must_be_asker, must_be_family, staff_of, tell, thread_page
from bot.domain.access import Actor
from bot.domain.errors import StaleError
from bot.domain.thread import State, Thread
from storage import accounts, audit, events, purging, threads
from storage.database import Transaction


def press_urgent(tx: Transaction, *, actor: Actor, now: datetime, thread_id: int) -> ThreadPage:
    """Say that it cannot wait: everybody of the staff is told at once."""
    thread = threads.get(tx, thread_id)
    must_be_asker(tx, actor, thread)
    if not thread.is_open or thread.is_urgent:
        raise StaleError
    event = events.get(tx, thread.event_id)
    urgent = threads.update(tx, replace(thread, is_urgent=True, waits_since=thread.waits_since or now), now)
    audit.record(tx, actor=actor, action="thread.urge", subject="thread", subject_id=thread.id, now=now)
    staff = staff_of(tx, urgent, event, now)
    tell(tx, staff, urgent, "thread-urgent", now=now, key="urgent", event=event.title.as_dict())
    return _stand(tx, actor, urgent)


def close(tx: Transaction, *, actor: Actor, now: datetime, thread_id: int) -> ThreadPage:
    """Say that the question is answered."""
    thread = threads.get(tx, thread_id)
    must_be_asker(tx, actor, thread)
    if not thread.is_open:
        raise StaleError
    closed = threads.update(tx, replace(thread, state=State.CLOSED, waits_since=None), now)
    audit.record(tx, actor=actor, action="thread.close", subject="thread", subject_id=thread.id, now=now)
    return _stand(tx, actor, closed)


def rate(tx: Transaction, *, actor: Actor, now: datetime, thread_id: int, rating: int) -> ThreadPage:
    """Say how well one was answered, from 1 to 5; the last word counts."""
    thread = threads.get(tx, thread_id)
    must_be_asker(tx, actor, thread)
    if thread.is_open or rating not in range(1, 6):
        raise StaleError
    rated = threads.update(tx, replace(thread, rating=rating), now)
    return _stand(tx, actor, rated)


def flag(tx: Transaction, *, actor: Actor, now: datetime, thread_id: int) -> Thread:
    """Say that something in a conversation is not okay: the owners are told, nobody else."""
    thread = threads.get(tx, thread_id)
    must_be_family(tx, actor, thread)
    return report(tx, actor, thread, now)


def report(tx: Transaction, actor: Actor, thread: Thread, now: datetime) -> Thread:
    """Tell the owners that they are to look at a conversation; the caller has checked who asks."""
    event = events.get(tx, thread.event_id)
    flagged = threads.update(tx, replace(thread, is_flagged=True), now)
    audit.record(tx, actor=actor, action="thread.flag", subject="thread", subject_id=thread.id, now=now)
    owners = tuple(one for one in purging.list_owners(tx, now) if one != actor.account_id)
    key = f"flag:{actor.account_id}:{event.today(now)}"
    tell(tx, owners, flagged, "thread-flagged", now=now, key=key, event=event.title.as_dict())
    return flagged


def _stand(tx: Transaction, actor: Actor, thread: Thread) -> ThreadPage:
    """Stay in the conversation, so that the next typed words belong to it."""
    accounts.set_place(tx, actor.account_id, THREAD, {"thread": thread.id})
    return thread_page(tx, actor, thread)
