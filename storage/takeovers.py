"""Children's own accounts that ask to take their registrations over from whoever acted for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.errors import NotAvailableError, StaleError
from storage.database import Transaction
from storage.values import micros


@dataclass(frozen=True, slots=True, kw_only=True)
class Takeover:
    """A request that nobody has answered yet."""

    id: int
    participant_id: int
    account_id: int
    account_name: str
    registration_id: int


def add(tx: Transaction, *, participant_id: int, account_id: int, link_id: int, now: datetime) -> int:
    """Save a request and return its id."""
    row = tx.one(
        "takeovers.add", participant_id=participant_id, account_id=account_id, link_id=link_id, now=micros(now)
    )
    takeover_id: int = row["id"]
    return takeover_id


def get(tx: Transaction, takeover_id: int) -> Takeover:
    """Return a request that nobody has answered, locked until the transaction ends."""
    row = tx.find("takeovers.get", takeover_id=takeover_id)
    if row is None:
        raise NotAvailableError
    return Takeover(
        id=row["id"],
        participant_id=row["participant_id"],
        account_id=row["account_id"],
        account_name=row["display_name"],
        registration_id=row["registration_id"],
    )


def decide(tx: Transaction, takeover: Takeover, *, by: int, is_confirmed: bool, now: datetime) -> None:
    """Answer a request, once."""
    touched = tx.run(
        "takeovers.decide", takeover_id=takeover.id, account_id=by, is_confirmed=int(is_confirmed), now=micros(now)
    )
    if not touched:
        raise StaleError


def connect(tx: Transaction, takeover: Takeover) -> None:
    """Make the account the participant's own; StaleError when another one is already."""
    if not tx.run("takeovers.connect", participant_id=takeover.participant_id, account_id=takeover.account_id):
        raise StaleError
