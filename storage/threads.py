"""Conversations with the camp: who asked what, who answers, since when a family waits.

Always true: what a message says lies sealed for its row and nowhere else; whoever is told of it gets its number.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from bot.domain.access import Scope
from bot.domain.errors import NotAvailableError, SealBrokenError
from bot.domain.thread import CLAIM_WITHIN, Message, State, Thread, Words
from storage.database import Transaction
from storage.engine import Row
from storage.scopes import within
from storage.values import from_json, instant, micros, to_json

MOST_SHOWN: Final = 8
"""Messages of a conversation on one screen."""
MOST_LISTED: Final = 30
KEPT: Final = timedelta(days=90)
"""How long a conversation is kept after its end."""
BLANK: Final = "—"
SAID: Final = "said"
"""Under which the data of a notice names a message of a conversation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A conversation in the organizers' list: who asked, who took it, what was asked last."""

    thread: Thread
    name: str
    owner_name: str | None
    text: str


def get(tx: Transaction, thread_id: int) -> Thread:
    """Return a conversation, locked until the transaction ends."""
    row = tx.find("threads.get", thread_id=thread_id)
    if row is None:
        raise NotAvailableError
    return of_row(row)


def find_open(tx: Transaction, account_id: int, event_id: int) -> Thread | None:
    """Return an account's conversation about an event that goes on."""
    row = tx.find("threads.find_open", account_id=account_id, event_id=event_id)
    return None if row is None else of_row(row)


def add(tx: Transaction, thread: Thread, now: datetime) -> Thread:
    """Begin a conversation and return it with its id."""
    row = tx.one(
        "threads.add",
        event_id=thread.event_id,
        registration_id=thread.registration_id,
        unit_id=thread.unit_id,
        account_id=thread.account_id,
        participant_id=thread.participant_id,
        is_of_child=int(thread.is_of_child),
        now=micros(now),
    )
    return replace(thread, id=row["id"])


def update(tx: Transaction, thread: Thread, now: datetime) -> Thread:
    """Write down where a conversation stands and return it with its new revision."""
    tx.run(
        "threads.update",
        thread_id=thread.id,
        state=thread.state.value,
        owner_id=thread.owner_id,
        is_urgent=int(thread.is_urgent),
        waits_since=None if thread.waits_since is None else micros(thread.waits_since),
        warned=thread.warned,
        rating=thread.rating,
        is_flagged=int(thread.is_flagged),
        now=micros(now),
    )
    return replace(thread, revision=thread.revision + 1)


def say(tx: Transaction, thread: Thread, account_id: int, words: Words, *, is_staff: bool, now: datetime) -> int:
    """Add a message and return its id."""
    by = {"thread_id": thread.id, "account_id": account_id, "is_staff": int(is_staff)}
    message_id: int = tx.one("threads.say", now=micros(now), **by)["id"]
    said = to_json({"text": words.text, "photo": words.photo, "document": words.document})
    tx.run("threads.seal_said", message_id=message_id, said=tx.vault.seal(said, *_place(message_id)))
    return message_id


def read_words(tx: Transaction, message_id: int) -> Words:
    """Return what a message says; a dash when it is gone or cannot be opened."""
    row = tx.find("threads.said", message_id=message_id)
    try:
        return Words(text=BLANK) if row is None else _words(tx, row["id"], row["said"])
    except SealBrokenError:
        return Words(text=BLANK)


def opened(tx: Transaction, data: dict[str, Any]) -> dict[str, Any]:
    """Return the data of a notice as it is sent: what a conversation says is sealed in its own row, and read here."""
    if SAID not in data:
        return data
    words = read_words(tx, data[SAID])
    return {**data, "text": words.text, "photo": words.photo, "document": words.document}


def list_messages(tx: Transaction, thread_id: int) -> tuple[Message, ...]:
    """Return the last messages of a conversation, oldest first."""
    rows = tx.list_("threads.messages", thread_id=thread_id, most=MOST_SHOWN)
    return tuple(message_of_row(tx, row) for row in reversed(rows))


def count_unanswered(tx: Transaction, thread_id: int) -> int:
    """Return how many messages a family wrote since staff last did."""
    number: int = tx.one("threads.count_unanswered", thread_id=thread_id)["number"]
    return number


def list_of_account(tx: Transaction, account_id: int) -> tuple[Thread, ...]:
    """Return an account's conversations and those of its children, the newest first."""
    rows = tx.list_("threads.of_account", account_id=account_id, most=MOST_SHOWN)
    return tuple(of_row(row) for row in rows)


def list_of_event(tx: Transaction, scope: Scope) -> tuple[Listed, ...]:
    """Return the open conversations of an event that a scope reaches, the most pressing first."""
    return tuple(_listed(tx, row) for row in tx.list_("threads.of_event", most=MOST_LISTED, **within(scope)))


def list_waiting(tx: Transaction, now: datetime) -> tuple[Thread, ...]:
    """Return the conversations in which a family has waited long enough to look at."""
    return tuple(of_row(row) for row in tx.list_("threads.waiting", before=micros(now - CLAIM_WITHIN)))


def name_of(tx: Transaction, account_id: int) -> str:
    """Return what Telegram shows of an account."""
    name: str = tx.one("threads.names", account_id=account_id)["display_name"]
    return name


def forget(tx: Transaction, *, account_id: int, participant_id: int, now: datetime) -> int:
    """Erase a person's conversations and what is owed of them; return how many there were."""
    rows = tx.list_("threads.of_person", account_id=account_id, participant_id=participant_id)
    for row in rows:
        _drop(tx, row["id"], now)
    tx.run("threads.blank_said", account_id=account_id, blank=to_json({"text": BLANK}))
    return len(rows)


def drop_old(tx: Transaction, now: datetime, most: int) -> int:
    """Delete conversations that ended long ago; return how many."""
    rows = tx.list_("threads.old", before=micros(now - KEPT), most=most)
    for row in rows:
        _drop(tx, row["id"], now)
    return len(rows)


def count_old(tx: Transaction, now: datetime) -> int:
    """Return how many conversations are still there past their time."""
    number: int = tx.one("threads.count_old", before=micros(now - KEPT))["number"]
    return number


def _drop(tx: Transaction, thread_id: int, now: datetime) -> None:
    """Forget one conversation, and its words in messages: their JSON names it in one of two ways."""
    named = {"about": f'%"thread":{thread_id},%', "about_last": f'%"thread":{thread_id}}}%'}
    tx.run("threads.stop_notices", now=micros(now), **named)
    tx.run("threads.blank_notices", **named)
    for query in ("leave_remains", "drop_posts", "drop_topic"):
        tx.run(f"staffrooms.{query}", thread_id=thread_id)
    tx.run("threads.drop_messages", thread_id=thread_id)
    tx.run("threads.drop", thread_id=thread_id)


def of_row(row: Row) -> Thread:
    """Return the conversation of a row."""
    return Thread(
        id=row["id"],
        event_id=row["event_id"],
        registration_id=row["registration_id"],
        unit_id=row["unit_id"],
        account_id=row["account_id"],
        participant_id=row["participant_id"],
        is_of_child=bool(row["is_of_child"]),
        state=State(row["state"]),
        owner_id=row["owner_id"],
        is_urgent=bool(row["is_urgent"]),
        asked_at=instant(row["asked_at"]),
        waits_since=None if row["waits_since"] is None else instant(row["waits_since"]),
        warned=row["warned"],
        rating=row["rating"],
        is_flagged=row["flagged_at"] is not None,
        revision=row["revision"],
    )


def _listed(tx: Transaction, row: Row) -> Listed:
    text = "" if row["message_id"] is None else _words(tx, row["message_id"], row["said"]).text
    return Listed(thread=of_row(row), name=row["display_name"], owner_name=row["owner_name"], text=text or BLANK)


def _place(message_id: int) -> tuple[str, str, int]:
    return "thread_messages", "said", message_id


def _words(tx: Transaction, message_id: int, said: str) -> Words:
    return Words(**from_json(tx.vault.unseal(said, *_place(message_id))))


def message_of_row(tx: Transaction, row: Row) -> Message:
    """Return the message of a row that has its writer's display_name."""
    return Message(
        id=row["id"],
        account_id=row["account_id"],
        is_staff=bool(row["is_staff"]),
        by=row["display_name"],
        words=_words(tx, row["id"], row["said"]),
        said_at=instant(row["said_at"]),
    )
