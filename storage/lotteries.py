"""Lotteries: the frozen document as it was published, the secret seed, and the result once it is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.errors import NotAvailableError
from bot.domain.lottery import Lottery, Result, Rule, Trait
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
    called_off_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether the list is frozen and nothing has been drawn."""
        return self.drawn_at is None and self.called_off_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """A registration that may take part."""

    registration_id: int
    unit_id: int | None
    draft_id: int
    form_version_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a lottery shall be like, before it is opened."""

    rules: tuple[Rule, ...]
    public_source: str | None
    revision: int


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


def find_shown(tx: Transaction, stream_id: int) -> KeptLottery | None:
    """Return the newest lottery of a stream that was not called off."""
    row = tx.find("lotteries.shown", stream_id=stream_id)
    return None if row is None else _kept(row)


def has_shown(tx: Transaction, stream_id: int) -> bool:
    """Tell whether a stream has a lottery that was not called off."""
    return tx.find("lotteries.has_shown", stream_id=stream_id) is not None


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
            draft_id=row["draft_id"],
            form_version_id=row["form_version_id"],
        )
        for row in tx.list_("lotteries.applicants", stream_id=stream_id)
    )


def count_places(tx: Transaction, stream_id: int) -> int:
    """Return how many seats nobody outside a lottery holds."""
    number: int = tx.one("lotteries.places", stream_id=stream_id)["number"]
    return number


def call_off(tx: Transaction, lottery_id: int, now: datetime) -> bool:
    """End an open lottery without a draw; False when it is over."""
    return tx.run("lotteries.call_off", lottery_id=lottery_id, now=micros(now)) > 0


def list_unannounced(tx: Transaction) -> tuple[tuple[KeptLottery, int], ...]:
    """Return the open lotteries not everybody has been told of, with how many have."""
    return tuple((_kept(row), row["announced"]) for row in tx.list_("lotteries.unannounced"))


def mark_announced(tx: Transaction, lottery_id: int, announced: int) -> None:
    """Remember how many on the list have been told of the opening; below zero: all."""
    tx.run("lotteries.announce", lottery_id=lottery_id, announced=announced)


def get_plan(tx: Transaction, stream_id: int) -> Plan:
    """Return what a lottery of the stream shall be like; without rules and source unless somebody has said so."""
    row = tx.find("lotteries.plan", stream_id=stream_id)
    if row is None:
        return Plan(rules=(), public_source=None, revision=0)
    rules = tuple(Rule(**{**rule, "trait": Trait(rule["trait"])}) for rule in from_json(row["rules"]))
    return Plan(rules=rules, public_source=row["public_source"], revision=row["revision"])


def save_plan(tx: Transaction, stream_id: int, plan: Plan) -> None:
    """Change what a lottery of the stream shall be like."""
    rules = to_json([rule.as_dict() for rule in plan.rules])
    tx.run("lotteries.save_plan", stream_id=stream_id, rules=rules, public_source=plan.public_source)


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
        called_off_at=None if row["called_off_at"] is None else instant(row["called_off_at"]),
    )
