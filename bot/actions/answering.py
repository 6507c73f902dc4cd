"""Staff answer families: who took a question, the answer, handing it over, the end.

Always true: only who took a question answers it, and everybody who reaches it sees who did; an answer to a child goes
to its guardians too, and nowhere when fewer than two adults of the camp would read it; the family reads the programme's
name and no private contact.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.actions.concluding import report
from bot.actions.hearing import (
    answer_family,
    guardians_of,
    may_hear,
    must_be_heard_by_two,
    must_be_staff,
    staff_of,
    tell,
)
from bot.actions.reaching import reach_event
from bot.domain.access import Actor, Right
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.thread import Message, State, Thread, Words
from storage import accounts, audit, events, threads
from storage.database import Transaction
from storage.threads import Listed

ANSWER: Final = "thread-answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The open questions of an event, as far as somebody reaches them."""

    event: Event
    rows: tuple[Listed, ...]
    may_edit: bool
    """Whether this person may change the frequent answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A conversation as staff see it."""

    thread: Thread
    event: Event
    name: str
    owner_name: str | None
    is_mine: bool
    guardians: int
    messages: tuple[Message, ...]
    colleagues: tuple[tuple[int, str], ...]
    """(account, name) of those it can be handed to."""


def read_count(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> int:
    """Return how many families of an event wait for an answer; 0 for whoever may not answer."""
    if not actor.may(Right.DECIDE, events.get(tx, event_id).programme_id, event_id):
        return 0
    return sum(
        one.thread.waits_since is not None for one in read_room(tx, actor=actor, now=now, event_id=event_id).rows
    )


def read_room(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Room:
    """Return the open questions of an event, the most pressing first."""
    del now
    event, scope = reach_event(tx, actor, event_id, Right.DECIDE)
    rows = tuple(one for one in threads.list_of_event(tx, scope) if one.thread.account_id != actor.account_id)
    return Room(event=event, rows=rows, may_edit=actor.runs(event.programme_id))


def read_case(tx: Transaction, *, actor: Actor, now: datetime, thread_id: int) -> Case:
    """Return a conversation to staff who reach it."""
    thread = threads.get(tx, thread_id)
    return _case(tx, actor, thread, must_be_staff(tx, actor, thread), now)


def claim(tx: Transaction, *, actor: Actor, now: datetime, thread_id: int, revision: int) -> Case:
    """Take a question, also from a colleague, who is told."""
    thread, event = _take(tx, actor, thread_id, revision)
    if thread.owner_id == actor.account_id:
        raise StaleError
    taken = threads.update(tx, replace(thread, owner_id=actor.account_id), now)
    audit.record(tx, actor=actor, action="thread.claim", subject="thread", subject_id=thread.id, now=now)
    if thread.owner_id is not None and thread.owner_id in staff_of(tx, taken, event, now):
        _tell_handed(tx, actor, taken, event, thread.owner_id, "thread-taken", now)
    return _case(tx, actor, taken, event, now)


def hand_over(tx: Transaction, *, actor: Actor, now: datetime, thread_id: int, revision: int, to: int) -> Case:
    """Hand one's question to a colleague who reaches it, and tell them."""
    thread, event = _take(tx, actor, thread_id, revision)
    if thread.owner_id != actor.account_id or to == actor.account_id or to not in staff_of(tx, thread, event, now):
        raise StaleError
    handed = threads.update(tx, replace(thread, owner_id=to), now)
    audit.record(tx, actor=actor, action="thread.hand", subject="thread", subject_id=thread.id, now=now, to=to)
    _tell_handed(tx, actor, handed, event, to, "thread-handed", now)
    return _case(tx, actor, handed, event, now)


def begin_answer(tx: Transaction, *, actor: Actor, now: datetime, thread_id: int) -> Case:
    """Stand where the answer is typed; an unclaimed question is taken by that."""
    thread = threads.get(tx, thread_id)
    event = must_be_staff(tx, actor, thread)
    if thread.owner_id is None and thread.is_open:
        case = claim(tx, actor=actor, now=now, thread_id=thread_id, revision=thread.revision)
    else:
        case = _case(tx, actor, thread, event, now)
    if not case.is_mine or not case.thread.is_open:
        raise StaleError
    must_be_heard_by_two(tx, thread, event, now)
    accounts.set_place(tx, actor.account_id, ANSWER, {"thread": thread.id})
    return case


def answer(tx: Transaction, *, actor: Actor, now: datetime, words: Words) -> Case:
    """Answer the family: whoever asked, and the guardians who read along, are told."""
    thread = threads.get(tx, actor.place_args["thread"])
    event = must_be_staff(tx, actor, thread)
    if thread.owner_id != actor.account_id or not thread.is_open:
        raise StaleError
    _, answered = answer_family(tx, actor, thread, event, words, now)
    accounts.set_place(tx, actor.account_id, "desk", {"event": event.id})
    return _case(tx, actor, answered, event, now)


def close(tx: Transaction, *, actor: Actor, now: datetime, thread_id: int, revision: int) -> Case:
    """End an answered conversation; whoever asked is asked how well it went."""
    thread, event = _take(tx, actor, thread_id, revision)
    if thread.owner_id != actor.account_id:
        raise StaleError
    closed = threads.update(tx, replace(thread, state=State.CLOSED, waits_since=None), now)
    audit.record(tx, actor=actor, action="thread.close", subject="thread", subject_id=thread.id, now=now)
    key = f"closed:{closed.revision}"
    told = (thread.account_id,) if may_hear(tx, thread) else ()
    tell(tx, told, closed, "thread-closed", now=now, key=key, event=event.title.as_dict())
    return _case(tx, actor, closed, event, now)


def flag(tx: Transaction, *, actor: Actor, now: datetime, thread_id: int) -> Case:
    """Say that something in a conversation is not okay: the owners are told."""
    thread = threads.get(tx, thread_id)
    event = must_be_staff(tx, actor, thread)
    return _case(tx, actor, report(tx, actor, thread, now), event, now)


def _take(tx: Transaction, actor: Actor, thread_id: int, revision: int) -> tuple[Thread, Event]:
    """Return an open conversation as it was shown; StaleError when it has changed since."""
    thread = threads.get(tx, thread_id)
    event = must_be_staff(tx, actor, thread)
    if thread.revision != revision or not thread.is_open:
        raise StaleError
    return thread, event


def _tell_handed(
    tx: Transaction, actor: Actor, thread: Thread, event: Event, to: int, template: str, now: datetime
) -> None:
    key = f"hand:{thread.revision}"
    tell(tx, (to,), thread, template, now=now, key=key, event=event.title.as_dict(), by=actor.display_name)


def _case(tx: Transaction, actor: Actor, thread: Thread, event: Event, now: datetime) -> Case:
    if actor.account_id == thread.account_id:
        raise NotAvailableError
    others = tuple(one for one in staff_of(tx, thread, event, now) if one != actor.account_id)
    return Case(
        thread=thread,
        event=event,
        name=threads.name_of(tx, thread.account_id),
        owner_name=None if thread.owner_id is None else threads.name_of(tx, thread.owner_id),
        is_mine=thread.owner_id == actor.account_id,
        guardians=len(guardians_of(tx, thread)),
        messages=threads.list_messages(tx, thread.id),
        colleagues=tuple((one, threads.name_of(tx, one)) for one in others),
    )
