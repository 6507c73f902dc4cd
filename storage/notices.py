"""Owed messages that may be taken back before they leave."""

from __future__ import annotations

from datetime import datetime

from storage.database import Transaction
from storage.values import micros


def stop(tx: Transaction, dedup_key: str, now: datetime) -> bool:
    """End an owed message; False when it has left already, or is just leaving."""
    return tx.run("notices.stop", dedup_key=dedup_key, now=micros(now)) > 0


def is_known(tx: Transaction, dedup_key: str) -> bool:
    """Tell whether a message with this key was ever owed."""
    return tx.find("notices.known", dedup_key=dedup_key) is not None


def stop_about(tx: Transaction, account_id: int, registration_id: int, now: datetime) -> None:
    """End what is owed to one account about a registration; what a digest told of it cannot be opened any more."""
    where = {
        "account_id": account_id,
        "about": f'%"registration":{registration_id},%',
        "about_last": f'%"registration":{registration_id}}}%',
        "listed": f'%[{registration_id},"%',
    }
    tx.run("notices.stop_about", now=micros(now), **where)
    tx.run("notices.blank_told", **where)


def stop_announcements(tx: Transaction, account_id: int, now: datetime) -> None:
    """End the announcements owed to an account that belongs to no family any more."""
    tx.run("notices.stop_announcements", account_id=account_id, now=micros(now))


def is_anything_leased(tx: Transaction, now: datetime) -> bool:
    """Tell whether a sender has messages on their way now, or died a moment ago with some."""
    return tx.find("notices.leased", now=micros(now)) is not None
