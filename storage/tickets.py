"""Tickets, and the key that makes their secrets.

Always true: the key lies in a file beside the database, readable by its owner only, never in the database; a lost key
costs nobody a place: whoever opens their ticket gets a new one.
"""

from __future__ import annotations

import os
import secrets
from datetime import datetime
from pathlib import Path
from typing import Final

from bot.domain.ticket import Ticket
from storage.database import Transaction
from storage.engine import DatabaseError, Row
from storage.values import instant, micros

KEY_FILE: Final = "ticket.key"
_KEY_BYTES: Final = 32


def read_key(folder: Path) -> bytes:
    """Return the key in this folder, made at the first call; DatabaseError when the file is not one of ours."""
    path = folder / KEY_FILE
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        key = path.read_bytes()
    else:
        key = secrets.token_bytes(_KEY_BYTES)
        with os.fdopen(handle, "wb") as file:
            file.write(key)
    if len(key) != _KEY_BYTES:
        raise DatabaseError(f"{KEY_FILE} is damaged: put back a copy of it, or remove it and all tickets are renewed")
    return key


def add(tx: Transaction, *, registration_id: int, code: str, token_hash: str, now: datetime) -> Ticket:
    """Issue a ticket; the one before it is good no more."""
    tx.run("tickets.revoke", registration_id=registration_id, now=micros(now))
    row = tx.one(
        "tickets.add", registration_id=registration_id, code=code, token_hash=token_hash, issued_at=micros(now)
    )
    return _ticket(row)


def revoke(tx: Transaction, registration_id: int, now: datetime) -> None:
    """End the ticket of a registration that is good now, if it has one."""
    tx.run("tickets.revoke", registration_id=registration_id, now=micros(now))


def find_good(tx: Transaction, registration_id: int) -> Ticket | None:
    """Return the ticket of a registration that is good now."""
    row = tx.find("tickets.good", registration_id=registration_id)
    return None if row is None else _ticket(row)


def find_by_hash(tx: Transaction, token_hash: str) -> Ticket | None:
    """Return the ticket with this secret, revoked or not."""
    row = tx.find("tickets.by_hash", token_hash=token_hash)
    return None if row is None else _ticket(row)


def find_of(tx: Transaction, ticket_id: int, registration_id: int) -> Ticket | None:
    """Return a ticket of a registration, revoked or not."""
    row = tx.find("tickets.of_registration", ticket_id=ticket_id, registration_id=registration_id)
    return None if row is None else _ticket(row)


def find_by_code(tx: Transaction, code: str) -> Ticket | None:
    """Return the ticket with this short code, revoked or not."""
    row = tx.find("tickets.by_code", code=code)
    return None if row is None else _ticket(row)


def _ticket(row: Row) -> Ticket:
    return Ticket(
        id=row["id"],
        registration_id=row["registration_id"],
        code=row["code"],
        token_hash=row["token_hash"],
        issued_at=instant(row["issued_at"]),
        is_revoked=row["revoked_at"] is not None,
    )
