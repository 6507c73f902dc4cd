"""The people who take part, and the guardians linked to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.errors import NotAvailableError
from bot.domain.names import fold
from storage.database import Row, Transaction
from storage.values import day, micros


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """The person who takes part; may have no Telegram account."""

    id: int
    account_id: int | None
    full_name: str
    born_on: date | None
    phone: str | None


def get(tx: Transaction, participant_id: int) -> Participant:
    """Return one participant."""
    row = tx.find("participants.get", participant_id=participant_id)
    if row is None:
        raise NotAvailableError
    return _participant(row)


def find_by_account(tx: Transaction, account_id: int) -> Participant | None:
    """Return the participant who is the owner of an account."""
    row = tx.find("participants.by_account", account_id=account_id)
    return None if row is None else _participant(row)


def save(
    tx: Transaction, *, account_id: int, full_name: str, born_on: str | None, phone: str | None, now: datetime
) -> int:
    """Create or refresh the participant of an account and return the id."""
    row = tx.one(
        "participants.save",
        account_id=account_id,
        full_name=full_name,
        search_name=fold(full_name),
        born_on=born_on,
        phone=phone,
        now=micros(now),
    )
    participant_id: int = row["id"]
    return participant_id


def list_guardians(tx: Transaction, participant_id: int) -> tuple[int, ...]:
    """Return the accounts of a participant's guardians."""
    return tuple(row["account_id"] for row in tx.list_("participants.guardians", participant_id=participant_id))


def is_guardian(tx: Transaction, participant_id: int, account_id: int) -> bool:
    """Tell whether an account is a guardian of a participant."""
    return tx.find("participants.is_guardian", participant_id=participant_id, account_id=account_id) is not None


def add_guardian(tx: Transaction, participant_id: int, account_id: int, now: datetime) -> None:
    """Link a guardian to a participant, once."""
    tx.run("participants.add_guardian", participant_id=participant_id, account_id=account_id, now=micros(now))


def _participant(row: Row) -> Participant:
    return Participant(
        id=row["id"],
        account_id=row["account_id"],
        full_name=row["full_name"],
        born_on=day(row["born_on"]) if row["born_on"] else None,
        phone=row["phone"],
    )
