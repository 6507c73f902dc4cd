"""What waits for a person's evening digest, and what is kept for them to look at.

Always true: a message that waits belongs to at most one digest at a time and shares its end; what can be in no digest
that is in time for it is kept, so everything ordinary is in one digest or among what is kept, never in both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.attention import DIGEST, Attention, Choice, digest_for, may_wait
from bot.domain.notice import Notice, Priority
from storage.database import Transaction
from storage.engine import Row
from storage.owed import FAR, State
from storage.values import from_json, instant, micros


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A message that a person was not told at once."""

    id: int
    template: str
    data: Mapping[str, Any]


def read(tx: Transaction, account_id: int) -> Choice:
    """Return what a person chose; by itself that is everything."""
    row = tx.find("digests.find", account_id=account_id)
    return Choice() if row is None else Choice(attention=Attention(row["attention"]), hour=row["hour"])


def save(tx: Transaction, account_id: int, choice: Choice, now: datetime) -> None:
    """Remember what a person chose, also for what waits already."""
    tx.run("digests.save", account_id=account_id, attention=choice.attention.value, hour=choice.hour, now=micros(now))
    match choice.attention:
        case Attention.EVERYTHING:
            for row in _waiting(tx, account_id):
                tx.run("digests.set_time", id=row["id"], at=micros(now))
        case Attention.EVENING:
            _put_off(tx, account_id, choice.hour, now)
        case Attention.URGENT:
            tx.run("digests.keep_waiting", account_id=account_id, now=micros(now), far=micros(FAR))


def find_zone(tx: Transaction, account_id: int) -> ZoneInfo:
    """Return the zone in which a person's evenings are: that of their event."""
    return ZoneInfo(tx.one("digests.zone", account_id=account_id)["timezone"])


def divert(tx: Transaction, row: Row, now: datetime) -> bool:
    """Hold or keep a due message that its person does not want at once; False when it is to be sent.

    One that may have arrived already, or of which a part has, is sent as it was.
    """
    attention = Attention(row["attention"] or Attention.EVERYTHING)
    if attention is Attention.EVERYTHING or row["lost_replies"] or row["sent_ids"]:
        return False
    if not may_wait(row["template"], from_json(row["data"]), Priority(row["priority"])):
        return False
    at = _time_for(tx, row, now) if attention is Attention.EVENING else None
    if at is None:
        tx.run("digests.keep", id=row["id"], now=micros(now))
    else:
        tx.run("digests.hold", id=row["id"], at=micros(at))
    return True


def gather(tx: Transaction, digest: Row, now: datetime) -> int:
    """Leave out of a due digest what is too late or must wait longer; return how much is left in it.

    Nothing is left out of one that may have arrived already.
    """
    if not digest["lost_replies"]:
        tx.run("digests.keep_late", id=digest["id"], now=micros(now))
        tx.run("digests.leave_out", id=digest["id"], now=micros(now))
    return int(tx.one("digests.count_members", id=digest["id"])["number"])


def take(tx: Transaction, digest_id: int) -> list[list[Any]]:
    """Put everything in a digest on its way with it and return [id, template, data] of each."""
    tx.run("digests.take", id=digest_id)
    rows = tx.list_("digests.members", id=digest_id)
    return [[row["id"], row["template"], from_json(row["data"])] for row in rows]


def list_left(tx: Transaction, change_id: int) -> list[list[Any]]:
    """Return [id, template, data] of what the digest still says that this message changes."""
    return [[row["id"], row["template"], from_json(row["data"])] for row in tx.list_("digests.left", id=change_id)]


def give_back(tx: Transaction, digest_id: int, *, is_lost: bool) -> None:
    """Let everything in a digest wait with it again; perhaps it has arrived already."""
    tx.run("digests.give_back", id=digest_id, lost=int(is_lost))


def end(tx: Transaction, digest_id: int, state: State, now: datetime) -> None:
    """Let everything in a digest end as it did."""
    tx.run("digests.end", id=digest_id, state=state, now=micros(now))


def list_ready(tx: Transaction, now: datetime) -> tuple[int, ...]:
    """Return the accounts whose digest is due."""
    return tuple(row["account_id"] for row in tx.list_("digests.ready", now=micros(now)))


def collect(tx: Transaction, account_id: int, now: datetime) -> int:
    """Put everything that waits no longer into the digest that was just owed; return how much that was."""
    key = digest_notice(account_id, now).dedup_key
    return tx.run("digests.collect", account_id=account_id, dedup_key=key, now=micros(now))


def digest_notice(account_id: int, now: datetime) -> Notice:
    """Return the one message that stands for what waited; it says nothing by itself."""
    key = f"digest:{account_id}:{micros(now)}"
    return Notice(account_id=account_id, template=DIGEST, priority=Priority.BULK, dedup_key=key)


def list_missed(tx: Transaction, account_id: int, *, limit: int, skipped: int) -> tuple[Missed, ...]:
    """Return a page of what a person was not told at once, newest first."""
    rows = tx.list_("digests.missed", account_id=account_id, limit=limit, skipped=skipped, far=micros(FAR))
    return tuple(_missed(row) for row in rows)


def count_missed(tx: Transaction, account_id: int) -> int:
    """Return how much a person was not told at once."""
    return int(tx.one("digests.count_missed", account_id=account_id, far=micros(FAR))["number"])


def find_missed(tx: Transaction, account_id: int, message_id: int) -> Missed | None:
    """Return one message that a person was not told at once or got in a digest."""
    row = tx.find("digests.own", account_id=account_id, id=message_id, far=micros(FAR))
    return None if row is None else _missed(row)


def _put_off(tx: Transaction, account_id: int, hour: int, now: datetime) -> None:
    zone = find_zone(tx, account_id)
    for row in _waiting(tx, account_id):
        at = digest_for(hour, now, _not_after(row), zone) or now
        tx.run("digests.set_time", id=row["id"], at=micros(at))


def _time_for(tx: Transaction, row: Row, now: datetime) -> datetime | None:
    return digest_for(row["hour"], now, _not_after(row), find_zone(tx, row["account_id"]))


def _not_after(row: Row) -> datetime | None:
    return None if row["not_after"] is None else instant(row["not_after"])


def _waiting(tx: Transaction, account_id: int) -> tuple[Row, ...]:
    return tx.list_("digests.waiting", account_id=account_id, far=micros(FAR))


def _missed(row: Row) -> Missed:
    return Missed(id=row["id"], template=row["template"], data=from_json(row["data"]))
