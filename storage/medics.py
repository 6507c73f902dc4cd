"""Who may read health answers: medics of a programme, whom an owner names one by one."""

from __future__ import annotations

from datetime import datetime

from storage.database import Transaction
from storage.values import micros


def is_medic(tx: Transaction, account_id: int, programme_id: int) -> bool:
    """Tell whether an account may read the health answers of a programme."""
    return tx.find("medics.is_medic", account_id=account_id, programme_id=programme_id) is not None


def add(tx: Transaction, account_id: int, programme_id: int, *, granted_by: int, now: datetime) -> None:
    """Let an account read the health answers of a programme."""
    place = {"account_id": account_id, "programme_id": programme_id}
    tx.run("medics.add", granted_by=granted_by, now=micros(now), **place)


def revoke(tx: Transaction, account_id: int, programme_id: int, now: datetime) -> None:
    """Let an account read the health answers of a programme no more."""
    tx.run("medics.revoke", account_id=account_id, programme_id=programme_id, now=micros(now))
