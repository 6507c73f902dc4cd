"""Staff rooms and their topics: which group is whose, and what of each conversation stands there.

Always true: a group is one room at a time and an event has one; the topic of a conversation that is forgotten here is
remembered until it is deleted in the group.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.domain.errors import NotAvailableError
from bot.domain.language import Language
from bot.domain.staffroom import STAYS_FOR, Leaver, Mark, Outcome, Post, Staffroom, Topic
from bot.domain.thread import Message, Thread
from storage import threads
from storage.database import Transaction
from storage.engine import Row
from storage.values import instant, micros

MOST: Final = 50
"""Conversations, or marks, that one look deals with."""
_SENT: Final = "sent"


def find_of_chat(tx: Transaction, chat_id: int) -> Staffroom | None:
    """Return the room a group is."""
    return _found(tx.find("staffrooms.of_chat", chat_id=chat_id))


def find_of_event(tx: Transaction, event_id: int) -> Staffroom | None:
    """Return the room where an event's conversations go."""
    return _found(tx.find("staffrooms.of_event", event_id=event_id))


def get(tx: Transaction, room_id: int) -> Staffroom:
    """Return a room that has not ended."""
    room = _found(tx.find("staffrooms.get", room_id=room_id))
    if room is None:
        raise NotAvailableError
    return room


def list_connected(tx: Transaction) -> tuple[Staffroom, ...]:
    """Return every room where conversations go."""
    return tuple(_room(row) for row in tx.list_("staffrooms.connected"))


def list_idle(tx: Transaction, now: datetime) -> tuple[Staffroom, ...]:
    """Return the rooms that nobody has connected since long."""
    return tuple(_room(row) for row in tx.list_("staffrooms.idle", before=micros(now - STAYS_FOR)))


def ask(tx: Transaction, *, chat_id: int, account_id: int, language: Language, now: datetime) -> Staffroom:
    """Return the room that waits in a group for this account to confirm; a connected one stays as it is."""
    by = {"account_id": account_id, "language": language.value, "now": micros(now)}
    room = find_of_chat(tx, chat_id)
    if room is None:
        return _room(tx.one("staffrooms.add", chat_id=chat_id, **by))
    tx.run("staffrooms.ask_again", room_id=room.id, **by)
    return get(tx, room.id)


def connect(tx: Transaction, room: Staffroom, event_id: int, now: datetime) -> Staffroom:
    """Let an event's conversations go to a room."""
    tx.run("staffrooms.connect", room_id=room.id, event_id=event_id, now=micros(now))
    return replace(room, event_id=event_id)


def end(tx: Transaction, room_id: int, now: datetime) -> None:
    """End a room and forget its topics: they stand in a group that is not ours any more."""
    tx.run("staffrooms.drop_posts_of_room", room_id=room_id)
    tx.run("staffrooms.drop_topics_of_room", room_id=room_id)
    tx.run("staffrooms.drop_remains_of_room", room_id=room_id)
    tx.run("staffrooms.drop_leavers_of_room", room_id=room_id)
    tx.run("staffrooms.end", room_id=room_id, now=micros(now))


def move(tx: Transaction, chat_id: int, new_id: int, now: datetime) -> bool:
    """Follow a group to its new id; tell whether it was a room. What waits at the new id already is the old news."""
    if find_of_chat(tx, chat_id) is None:
        return False
    there = find_of_chat(tx, new_id)
    if there is not None:
        end(tx, there.id, now)
    return tx.run("staffrooms.move", chat_id=chat_id, new_id=new_id) == 1


def list_behind(tx: Transaction, room: Staffroom) -> tuple[tuple[Thread, Topic], ...]:
    """Return the conversations whose topic does not show where they stand, the most pressing first."""
    rows = tx.list_("staffrooms.behind", event_id=room.event_id, most=MOST)
    return tuple((threads.of_row(row), _topic(row, room.id)) for row in rows)


def find_thread_at(tx: Transaction, chat_id: int, topic_id: int) -> int | None:
    """Return the conversation of a topic."""
    row = tx.find("staffrooms.topic_at", chat_id=chat_id, topic_id=topic_id)
    return None if row is None else int(row["thread_id"])


def keep_topic(tx: Transaction, topic: Topic) -> None:
    """Write down how far a topic has come; one whose conversation was forgotten meanwhile is to be deleted."""
    if tx.find("staffrooms.has_thread", thread_id=topic.thread_id) is None:
        if topic.topic_id is not None:
            tx.run("staffrooms.keep_remains", room_id=topic.room_id, topic_id=topic.topic_id)
        return
    tx.run(
        "staffrooms.keep_topic",
        thread_id=topic.thread_id,
        room_id=topic.room_id,
        topic_id=topic.topic_id,
        card_id=topic.card_id,
        shown=topic.shown,
        told=topic.told,
        is_closed=int(topic.is_closed),
    )


def lose_topic(tx: Transaction, thread_id: int) -> None:
    """Forget a topic that is gone from the group, so that it is made anew."""
    tx.run("staffrooms.drop_posts", thread_id=thread_id)
    tx.run("staffrooms.drop_topic", thread_id=thread_id)


def list_unposted(tx: Transaction, thread_id: int) -> tuple[Message, ...]:
    """Return the last messages of a conversation that do not stand in its topic, oldest first."""
    rows = tx.list_("staffrooms.unposted", thread_id=thread_id, most=threads.MOST_SHOWN)
    return tuple(threads.message_of_row(tx, row) for row in reversed(rows))


def post(tx: Transaction, message_id: int, telegram_id: int) -> None:
    """Remember where a message stands in its topic."""
    tx.run("staffrooms.post", message_id=message_id, telegram_id=telegram_id)


def list_ended(tx: Transaction, room_id: int) -> tuple[Post, ...]:
    """Return the answers in topics whose way to the family has ended since they were last marked."""
    return tuple(
        Post(
            message_id=row["message_id"],
            topic_id=row["topic_id"],
            telegram_id=row["telegram_id"],
            mark=Mark.ARRIVED if row["state"] == _SENT else Mark.LOST,
        )
        for row in tx.list_("staffrooms.ended", room_id=room_id, most=MOST)
    )


def mark(tx: Transaction, post_: Post) -> None:
    """Remember that an answer bears its mark."""
    tx.run("staffrooms.mark", message_id=post_.message_id, mark=post_.mark.value)


def list_remains(tx: Transaction, room_id: int) -> tuple[int, ...]:
    """Return the topics that are to be deleted in a room."""
    return tuple(row["topic_id"] for row in tx.list_("staffrooms.remains", room_id=room_id, most=MOST))


def bury(tx: Transaction, room_id: int, topic_id: int) -> None:
    """Remember that a topic was deleted."""
    tx.run("staffrooms.bury", room_id=room_id, topic_id=topic_id)


def list_leavers(tx: Transaction, room_id: int, now: datetime) -> tuple[Leaver, ...]:
    """Return who lost the role that reaches a room since it was connected, and may still read along."""
    return tuple(
        Leaver(
            room_id=room_id,
            account_id=row["account_id"],
            telegram_id=row["telegram_id"],
            name=row["display_name"],
            lost_at=instant(row["lost_at"]),
            is_removing=row["removing_at"] is not None,
        )
        for row in tx.list_("staffrooms.leavers", room_id=room_id, now=micros(now), most=MOST)
    )


def remove(tx: Transaction, leaver: Leaver, now: datetime) -> None:
    """Remember that Telegram is about to be asked to remove somebody."""
    tx.run("staffrooms.remove", now=micros(now), **_which(leaver))


def settle_leaver(tx: Transaction, leaver: Leaver, outcome: Outcome, now: datetime) -> None:
    """Remember what became of somebody who lost the role."""
    tx.run("staffrooms.settle_leaver", now=micros(now), outcome=outcome.value, **_which(leaver))


def _which(leaver: Leaver) -> dict[str, int]:
    return {"room_id": leaver.room_id, "account_id": leaver.account_id, "lost_at": micros(leaver.lost_at)}


def _found(row: Row | None) -> Staffroom | None:
    return None if row is None else _room(row)


def _room(row: Row) -> Staffroom:
    return Staffroom(
        id=row["id"],
        chat_id=row["chat_id"],
        event_id=row["event_id"],
        account_id=row["account_id"],
        language=Language(row["language"]),
        asked_at=instant(row["asked_at"]),
    )


def _topic(row: Row, room_id: int) -> Topic:
    if row["shown"] is None:
        return Topic(thread_id=row["id"], room_id=room_id)
    return Topic(
        thread_id=row["id"],
        room_id=room_id,
        topic_id=row["topic_id"],
        card_id=row["card_id"],
        shown=row["shown"],
        told=row["told"],
        is_closed=bool(row["is_closed"]),
    )
