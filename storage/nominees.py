"""Pupils whom schools named before they came, each with a personal link."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bot.domain.access import Scope
from bot.domain.event import Event
from bot.domain.names import fold
from bot.domain.reminder import local_instant
from bot.domain.school import Nominee
from storage.database import Transaction
from storage.engine import Row
from storage.scopes import within
from storage.values import instant, micros


def add(
    tx: Transaction,
    *,
    event: Event,
    unit_id: int,
    full_name: str,
    born_on: str | None,
    grade: int | None,
    noise: str,
    token_hash: str,
    nominated_by: int,
    now: datetime,
) -> None:
    """Name one more pupil; the link is good as long as registration is open."""
    tx.run(
        "nominees.add",
        event_id=event.id,
        unit_id=unit_id,
        full_name=full_name,
        search_name=fold(full_name),
        born_on=born_on,
        grade=grade,
        noise=noise,
        token_hash=token_hash,
        nominated_by=nominated_by,
        now=micros(now),
        expires_at=micros(local_instant(event.closes_on + timedelta(days=1), time(0), event.zone)),
    )


def list_of_unit(tx: Transaction, event_id: int, unit_id: int) -> tuple[Nominee, ...]:
    """Return the pupils a school named, by name."""
    return tuple(_nominee(row) for row in tx.list_("nominees.of_unit", event_id=event_id, unit_id=unit_id))


def find_by_hash(tx: Transaction, token_hash: str) -> Nominee | None:
    """Return the pupil behind a link."""
    row = tx.find("nominees.by_hash", token_hash=token_hash)
    return None if row is None else _nominee(row)


def find_by_account(tx: Transaction, event_id: int, account_id: int) -> Nominee | None:
    """Return the pupil as whom somebody came to an event."""
    row = tx.find("nominees.by_account", event_id=event_id, account_id=account_id)
    return None if row is None else _nominee(row)


def open_(tx: Transaction, nominee_id: int, account_id: int, now: datetime) -> None:
    """Remember who opened a personal link first."""
    tx.run("nominees.open", nominee_id=nominee_id, account_id=account_id, now=micros(now))


def drop_unopened(tx: Transaction, event_id: int, unit_id: int, nominated_at: datetime) -> int:
    """Take back those of a list who have not come; return how many."""
    return tx.run("nominees.drop_unopened", event_id=event_id, unit_id=unit_id, nominated_at=micros(nominated_at))


def list_known(tx: Transaction, event_id: int) -> tuple[tuple[str, str | None], ...]:
    """Return (name, birth date) of all who are registered for an event or named for it."""
    rows = tx.list_("nominees.known", **within(Scope(event_id=event_id, unit_ids=None)))
    return tuple((row["full_name"], row["born_on"]) for row in rows)


def _nominee(row: Row) -> Nominee:
    return Nominee(
        id=row["id"],
        event_id=row["event_id"],
        unit_id=row["unit_id"],
        full_name=row["full_name"],
        born_on=row["born_on"],
        grade=row["grade"],
        noise=row["noise"],
        nominated_at=instant(row["nominated_at"]),
        expires_at=instant(row["expires_at"]),
        account_id=row["account_id"],
        has_begun=bool(row["began"]),
        has_sent=bool(row["sent"]),
    )
