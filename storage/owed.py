"""A message of the outbox as its sender holds it, and what may become of it.

Always true: values only; `storage/outbox.py` reads and writes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final

from bot.domain.language import Language
from bot.domain.notice import Priority
from storage.engine import Row
from storage.values import from_json, instant

FAR: Final = datetime(9000, 1, 1, tzinfo=UTC)
"""Until when a message waits that an organizer paused."""


class State(StrEnum):
    """Where a message stands."""

    DUE = "due"
    SENDING = "sending"
    SENT = "sent"
    UNREACHABLE = "unreachable"
    UNKNOWN = "unknown"
    FAILED = "failed"
    EXPIRED = "expired"
    STOPPED = "stopped"
    HELD = "held"
    """Waits for the evening digest of somebody who wants one."""
    KEPT = "kept"
    """Not sent, because the person wants only what is urgent; can be read any time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """A message leased to a sender, with what is needed to address it."""

    id: int
    account_id: int
    telegram_id: int
    language: Language | None
    reach: str
    priority: Priority
    template: str
    data: Mapping[str, Any]
    broadcast_id: int | None
    not_before: datetime
    not_after: datetime | None
    attempts: int
    """This one included."""
    lease_until: datetime
    created_at: datetime
    message_ids: tuple[int, ...] = ()
    """The messages in the chat that it is about, when it removes or changes what was sent."""
    sent_ids: tuple[int, ...] = ()
    """Of what goes out, or is changed, as several messages: those of which Telegram has said that it is done."""
    lost_replies: int = 0
    """How many earlier attempts may have been executed without our knowing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """What became of a leased message."""

    owed: Owed
    state: State
    message_id: int | None = None
    more_ids: tuple[int, ...] = ()
    """The other messages of it."""
    error: str | None = None
    lost_reach: str | None = None
    """The account's new reach, when Telegram says that it cannot be written to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A leased message that is owed again; an attempt that never began is not counted."""

    owed: Owed
    not_before: datetime
    error: str | None = None
    is_counted: bool = True
    sent_ids: tuple[int, ...] | None = None
    """What is done of it by now, when that is more than before."""


Settlement = Ended | Returned


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a sender got, whom it had to pass over, and when something else becomes due."""

    owed: tuple[Owed, ...] = ()
    passed: frozenset[tuple[int, Priority]] = frozenset()
    next_at: datetime | None = None


def owed_of(row: Row, data: Mapping[str, Any], lease_until: int) -> Owed:
    """Return the leased message a row holds, with its data opened."""
    return Owed(
        id=row["id"],
        account_id=row["account_id"],
        telegram_id=row["telegram_id"],
        language=None if row["language"] is None else Language(row["language"]),
        reach=row["reach"],
        priority=Priority(row["priority"]),
        template=row["template"],
        data=data,
        broadcast_id=row["broadcast_id"],
        not_before=instant(row["not_before"]),
        not_after=None if row["not_after"] is None else instant(row["not_after"]),
        attempts=row["attempts"] + 1,
        lease_until=instant(lease_until),
        created_at=instant(row["created_at"]),
        message_ids=() if row["message_id"] is None else (row["message_id"], *from_json(row["more_ids"] or "[]")),
        sent_ids=tuple(from_json(row["sent_ids"] or "[]")),
        lost_replies=row["lost_replies"],
    )
