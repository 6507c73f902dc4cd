"""Between conversations and their topics in a staff room: what a topic lacks, what was put there, what was said there.

Always true: only what the staff of a conversation may read goes to its room, and of a child only while two adults of
the camp read it; only whoever took a conversation speaks in its topic to the family, what others write stays there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.actions.hearing import answer_family, guardians_of, must_be_staff, staff_of
from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.staffroom import Leaver, Post, Staffroom, Topic
from bot.domain.thread import TWO_ADULTS, Message, Thread, Words
from storage import accounts, events, staffrooms, threads
from storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """A conversation that its topic does not show as it stands, with what is to be said there."""

    thread: Thread
    topic: Topic
    event: Event
    name: str
    owner_name: str | None
    guardians: int
    messages: tuple[Message, ...]
    minutes: int
    """For how long the family has waited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owing:
    """Everything that is to be done in one room."""

    room: Staffroom
    lacks: tuple[Lack, ...]
    marks: tuple[Post, ...]
    remains: tuple[int, ...]
    leavers: tuple[Leaver, ...]


def list_owing(tx: Transaction, *, now: datetime) -> tuple[Owing, ...]:
    """Return what is to be done in every connected room."""
    return tuple(
        Owing(
            room=room,
            lacks=_lacks(tx, room, now),
            marks=staffrooms.list_ended(tx, room.id),
            remains=staffrooms.list_remains(tx, room.id),
            leavers=staffrooms.list_leavers(tx, room.id, now),
        )
        for room in staffrooms.list_connected(tx)
    )


def say(
    tx: Transaction, *, actor: Actor, now: datetime, chat_id: int, topic_id: int, words: Words, telegram_id: int
) -> bool:
    """Answer a family with what was written in a topic; False for words that stay among colleagues."""
    thread_id = staffrooms.find_thread_at(tx, chat_id, topic_id)
    if thread_id is None:
        return False
    thread = threads.get(tx, thread_id)
    if not may_speak(tx, actor, thread):
        return False
    if not thread.is_open:
        raise StaleError
    message_id, _ = answer_family(tx, actor, thread, events.get(tx, thread.event_id), words, now)
    staffrooms.post(tx, message_id, telegram_id)
    return True


def may_speak(tx: Transaction, actor: Actor, thread: Thread) -> bool:
    """Tell whether somebody's words in a topic are for the family: they took it, and are staff of it still."""
    try:
        must_be_staff(tx, actor, thread)
    except NotAvailableError:
        return False
    return thread.owner_id == actor.account_id


def is_staff_of(tx: Transaction, *, actor: Actor, now: datetime, room: Staffroom) -> bool:
    """Tell whether somebody in a room is on the team whose room it is."""
    if room.event_id is None:
        return False
    return actor.account_id in accounts.list_organizers(tx, events.get(tx, room.event_id), None, now=now)


def keep_topic(tx: Transaction, *, topic: Topic) -> None:
    """Write down how far a topic has come."""
    staffrooms.keep_topic(tx, topic)


def lose_topic(tx: Transaction, *, thread_id: int) -> None:
    """A topic is gone from the group: it is made anew."""
    staffrooms.lose_topic(tx, thread_id)


def post(tx: Transaction, *, message_id: int, telegram_id: int) -> None:
    """A message stands in its topic."""
    staffrooms.post(tx, message_id, telegram_id)


def mark(tx: Transaction, *, post: Post) -> None:
    """An answer bears its mark."""
    staffrooms.mark(tx, post)


def bury(tx: Transaction, *, room_id: int, topic_id: int) -> None:
    """A topic of a forgotten conversation is deleted."""
    staffrooms.bury(tx, room_id, topic_id)


def _lacks(tx: Transaction, room: Staffroom, now: datetime) -> tuple[Lack, ...]:
    found = staffrooms.list_behind(tx, room)
    return tuple(_lack(tx, thread, topic, now) for thread, topic in found if _may_show(tx, thread, now))


def _may_show(tx: Transaction, thread: Thread, now: datetime) -> bool:
    """Tell whether a conversation may stand in a room: a child's only while two adults of the camp read it."""
    if not thread.is_of_child:
        return True
    return len(staff_of(tx, thread, events.get(tx, thread.event_id), now)) >= TWO_ADULTS


def _lack(tx: Transaction, thread: Thread, topic: Topic, now: datetime) -> Lack:
    waits = thread.waits_since or now
    return Lack(
        thread=thread,
        topic=topic,
        event=events.get(tx, thread.event_id),
        name=threads.name_of(tx, thread.account_id),
        owner_name=None if thread.owner_id is None else threads.name_of(tx, thread.owner_id),
        guardians=len(guardians_of(tx, thread)),
        messages=staffrooms.list_unposted(tx, thread.id),
        minutes=int((now - waits).total_seconds() // 60),
    )
