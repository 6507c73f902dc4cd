"""Lotteries: the frozen document as it was published, the secret seed, and the result once it is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.errors import NotAvailableError
from bot.domain.lottery import Lottery, Result
from storage.database import Transaction
from storage.engine import Row
from storage.values import from_json, instant, micros, to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLottery:
    """A lottery of a stream; `fingerprint` is what was published at the opening, `result` as it was drawn."""

    id: int
    event_id: int
    stream_id: int
    lottery: Lottery
    fingerprint: str
    opened_at: datetime
    result: Mapping[str, Any] | None
    drawn_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """A registration that may take part; grade and gender as answered, None where the form does not ask."""

    registration_id: int
    unit_id: int | None
    grade: str | None
    gender: str | None


def get(tx: Transaction, lottery_id: int) -> KeptLottery:
    """Return one lottery, locked until the transaction ends."""
    row = tx.find("lotteries.get", lottery_id=lottery_id)
    if row is None:
        raise NotAvailableError
    return _kept(row)


def find_newest(tx: Transaction, stream_id: int) -> KeptLottery | None:
    """Return the newest lottery of a stream."""
    row = tx.find("lotteries.newest", stream_id=stream_id)
    return None if row is None else _kept(row)


def get_seed(tx: Transaction, lottery_id: int) -> bytes:
    """Return the seed, which is secret until the lottery is drawn."""
    return bytes.fromhex(tx.one("lotteries.get", lottery_id=lottery_id)["seed"])


def add(
    tx: Transaction, *, stream_id: int, lottery: Lottery, seed: bytes, account_id: int, now: datetime
) -> KeptLottery:
    """Keep a lottery that has just been opened."""
    row = tx.one(
        "lotteries.add",
        stream_id=stream_id,
        number=lottery.number,
        frozen=to_json(lottery.as_dict()),
        frozen_sha256=lottery.fingerprint,
        seed=seed.hex(),
        account_id=account_id,
        now=micros(now),
    )
    return get(tx, row["id"])


def keep_result(tx: Transaction, lottery_id: int, result: Result, *, account_id: int, now: datetime) -> bool:
    """Keep what was drawn; False when it had been drawn before."""
    document = to_json(result.as_dict())
    return tx.run("lotteries.draw", lottery_id=lottery_id, result=document, account_id=account_id, now=micros(now)) > 0


def list_applicants(tx: Transaction, stream_id: int) -> tuple[Applicant, ...]:
    """Return those who wait for a decision or a seat and lack nothing."""
    return tuple(
        Applicant(
            registration_id=row["id"],
            unit_id=row["unit_id"],
            grade=_said(row["grade"]),
            gender=_said(row["gender"]),
        )
        for row in tx.list_("lotteries.applicants", stream_id=stream_id)
    )


def count_places(tx: Transaction, stream_id: int) -> int:
    """Return how many seats nobody outside a lottery holds."""
    number: int = tx.one("lotteries.places", stream_id=stream_id)["number"]
    return number


def _said(answer: str | None) -> str | None:
    """Return an answer as text; None when it was skipped or never asked."""
    value = None if answer is None else from_json(answer)
    return None if value is None else str(value)


def _kept(row: Row) -> KeptLottery:
    return KeptLottery(
        id=row["id"],
        event_id=row["event_id"],
        stream_id=row["stream_id"],
        lottery=Lottery.of(from_json(row["frozen"])),
        fingerprint=row["frozen_sha256"],
        opened_at=instant(row["opened_at"]),
        result=None if row["result"] is None else from_json(row["result"]),
        drawn_at=None if row["drawn_at"] is None else instant(row["drawn_at"]),
    )
