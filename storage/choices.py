"""Choices: who was moved by one, how they stood before, and who has been told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.errors import NotAvailableError
from bot.domain.registration import Registration, Status
from storage.database import Transaction
from storage.engine import Row
from storage.values import instant, micros


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Many chosen at once, by a lottery or (None) by marks."""

    id: int
    event_id: int
    stream_id: int
    lottery_id: int | None
    made_at: datetime
    undone_at: datetime | None
    told_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """How a registration stood before a choice, and the revision the choice led to; position 0 took no part."""

    registration_id: int
    position: int
    before: Status
    queued_at: datetime | None
    rests: bool
    revision: int


def add(tx: Transaction, *, stream_id: int, lottery_id: int | None, account_id: int, now: datetime) -> int:
    """Keep a choice that has just been made and return its id."""
    row = tx.one("choices.add", stream_id=stream_id, lottery_id=lottery_id, account_id=account_id, now=micros(now))
    choice_id: int = row["id"]
    return choice_id


def get(tx: Transaction, choice_id: int) -> Choice:
    """Return one choice, locked until the transaction ends."""
    row = tx.find("choices.get", choice_id=choice_id)
    if row is None:
        raise NotAvailableError
    return _choice(row)


def find_newest(tx: Transaction, stream_id: int) -> Choice | None:
    """Return the newest choice of a stream that stands."""
    row = tx.find("choices.newest", stream_id=stream_id)
    return None if row is None else _choice(row)


def add_move(tx: Transaction, choice_id: int, *, position: int, before: Registration, revision: int) -> None:
    """Keep what a choice did to one registration."""
    tx.run(
        "choices.add_move",
        choice_id=choice_id,
        registration_id=before.id,
        position=position,
        before_status=before.status.value,
        before_queued_at=None if before.queued_at is None else micros(before.queued_at),
        before_rests=int(before.rests),
        revision=revision,
    )


def list_moves(tx: Transaction, choice_id: int) -> tuple[Move, ...]:
    """Return everything a choice moved, in order."""
    return tuple(_move(row) for row in tx.list_("choices.moves", choice_id=choice_id))


def list_untold(tx: Transaction, choice_id: int, *, limit: int) -> tuple[Move, ...]:
    """Return who took part and has not been told."""
    return tuple(_move(row) for row in tx.list_("choices.untold", choice_id=choice_id, limit=limit))


def counts(tx: Transaction, choice_id: int) -> tuple[int, int, int]:
    """Return how many took part, how many of them have been told, and how many hold a seat now."""
    row = tx.one("choices.counts", choice_id=choice_id)
    return row["number"], row["told"], row["seated"]


def undo(tx: Transaction, choice_id: int, now: datetime) -> bool:
    """Remember that a choice was taken back; False when it was before, or everybody has been told."""
    return tx.run("choices.undo", choice_id=choice_id, now=micros(now)) > 0


def list_due(tx: Transaction, before: datetime) -> tuple[Choice, ...]:
    """Return the choices made before an instant of which people are still to be told."""
    return tuple(_choice(row) for row in tx.list_("choices.due", before=micros(before)))


def mark_told(tx: Transaction, choice_id: int, registration_id: int) -> None:
    """Remember that somebody has been told."""
    tx.run("choices.tell", choice_id=choice_id, registration_id=registration_id)


def finish(tx: Transaction, choice_id: int, now: datetime) -> None:
    """Remember that everybody has been told."""
    tx.run("choices.finish", choice_id=choice_id, now=micros(now))


def _choice(row: Row) -> Choice:
    return Choice(
        id=row["id"],
        event_id=row["event_id"],
        stream_id=row["stream_id"],
        lottery_id=row["lottery_id"],
        made_at=instant(row["made_at"]),
        undone_at=None if row["undone_at"] is None else instant(row["undone_at"]),
        told_at=None if row["told_at"] is None else instant(row["told_at"]),
    )


def _move(row: Row) -> Move:
    return Move(
        registration_id=row["registration_id"],
        position=row["position"],
        before=Status(row["before_status"]),
        queued_at=None if row["before_queued_at"] is None else instant(row["before_queued_at"]),
        rests=bool(row["before_rests"]),
        revision=row["revision"],
    )
