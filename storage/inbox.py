"""What Telegram sent, kept before Telegram is told that we have it.

Always true: an update is here once, whoever brings it again; its action takes effect at most once, because the record
of it is part of the action's own transaction; the words of an update lie here sealed, since they may be an answer about
identity or health, and those of a finished one are gone.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.domain.errors import SealBrokenError
from storage.database import Transaction
from storage.engine import Row
from storage.values import from_json, micros


class State(StrEnum):
    """How far an update has come."""

    RECEIVED = "received"
    EFFECTED = "effected"
    DONE = "done"
    SKIPPED = "skipped"
    QUARANTINED = "quarantined"


class AlreadyEffectedError(Exception):
    """The update's action has taken effect before; this transaction must be undone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """An update as it came; `raw` is JSON text, empty for one that is not ours to handle."""

    update_id: int
    chat_id: int | None
    kind: str
    raw: str
    is_skipped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """An update that still has to be brought to its end."""

    update_id: int
    chat_id: int | None
    kind: str
    raw: dict[str, Any]
    is_effected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of a batch: the ids that are new, and what was here before and is not finished."""

    fresh: frozenset[int]
    unfinished: tuple[Unfinished, ...]


def add(tx: Transaction, arrivals: Sequence[Arrival], now: datetime) -> Added:
    """Keep the updates, each once."""
    at = micros(now)
    fresh = frozenset(arrival.update_id for arrival in arrivals if _add(tx, arrival, at))
    repeated = (arrival.update_id for arrival in arrivals if arrival.update_id not in fresh)
    found = (find_unfinished(tx, update_id) for update_id in repeated)
    return Added(fresh=fresh, unfinished=tuple(left for left in found if left is not None))


def _add(tx: Transaction, arrival: Arrival, at: int) -> bool:
    touched = tx.run(
        "inbox.add",
        update_id=arrival.update_id,
        chat_id=arrival.chat_id,
        kind=arrival.kind,
        raw=tx.vault.seal(arrival.raw, "inbox", "raw", arrival.update_id) if arrival.raw else "",
        state=State.SKIPPED if arrival.is_skipped else State.RECEIVED,
        received_at=at,
    )
    return touched == 1


def find_unfinished(tx: Transaction, update_id: int) -> Unfinished | None:
    """Return the update if something is left to do for it."""
    row = tx.find("inbox.find_unfinished", update_id=update_id)
    return None if row is None else _unfinished(tx, row)


def unfinished(
    tx: Transaction, now: datetime, *, but: Collection[int] = (), most: int, holder: str | None = None
) -> tuple[Unfinished, ...]:
    """Return up to `most` updates for which something is left to do, oldest first, leaving out those of `but`.

    With a holder only those of its shares.
    """
    rows = tx.list_("inbox.list_unfinished", holder=holder, at=micros(now), most=most + len(but))
    return tuple(_unfinished(tx, row) for row in rows if row["update_id"] not in but)[:most]


def list_waiting(
    tx: Transaction, now: datetime, *, holder: str | None = None
) -> tuple[tuple[int, int | None, str], ...]:
    """Return (update_id, chat_id, kind) of everything for which something is left to do, oldest first.

    With a holder only of its shares.
    """
    rows = tx.list_("inbox.list_waiting", holder=holder, at=micros(now))
    return tuple((row["update_id"], row["chat_id"], row["kind"]) for row in rows)


def mark_effected(tx: Transaction, update_id: int, now: datetime, *, holder: str | None = None) -> None:
    """Make the update's one action part of this transaction.

    AlreadyEffectedError when it took effect before, or when its chat is not the holder's any more.
    """
    if tx.run("inbox.mark_effected", update_id=update_id, holder=holder, at=micros(now)) != 1:
        raise AlreadyEffectedError(update_id)


def finish(tx: Transaction, update_ids: Sequence[int], now: datetime) -> None:
    """Record that nothing is left to do for these updates, and forget their words."""
    at = micros(now)
    tx.run_many("inbox.finish", [{"update_id": update_id, "at": at} for update_id in update_ids])


def quarantine(tx: Transaction, update_id: int, *, error: str, attempts: int, now: datetime) -> None:
    """Put an update aside; `error` is the name of what went wrong and holds no data."""
    tx.run("inbox.quarantine", update_id=update_id, error=error, attempts=attempts, at=micros(now))


def counts(tx: Transaction) -> dict[State, int]:
    """Return how many updates are in each state; a state without any is left out."""
    return {State(row["state"]): row["number"] for row in tx.list_("inbox.counts")}


def _unfinished(tx: Transaction, row: Row) -> Unfinished:
    return Unfinished(
        update_id=row["update_id"],
        chat_id=row["chat_id"],
        kind=row["kind"],
        raw=_raw(tx, row["update_id"], row["raw"]),
        is_effected=row["state"] == State.EFFECTED,
    )


def _raw(tx: Transaction, update_id: int, text: str) -> dict[str, Any]:
    """Return what Telegram sent, or nothing when it cannot be read again: one update must not hold up the others."""
    try:
        raw = from_json(tx.vault.unseal(text, "inbox", "raw", update_id))
    except (ValueError, RecursionError, SealBrokenError):
        return {}
    return raw if isinstance(raw, dict) else {}
