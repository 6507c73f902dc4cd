"""Who waits for a place of a session, in order."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from storage.database import Transaction
from storage.values import micros


def join(tx: Transaction, session_id: int, registration_id: int, now: datetime) -> None:
    """Wait for a place of a session, behind everybody who does already; a second time changes nothing."""
    tx.run("queues.join", session_id=session_id, registration_id=registration_id, now=micros(now))


def leave(tx: Transaction, session_id: int, registration_id: int) -> None:
    """Wait no more."""
    tx.run("queues.leave", session_id=session_id, registration_id=registration_id)


def clear(tx: Transaction, session_id: int) -> None:
    """Let nobody wait any more."""
    tx.run("queues.clear", session_id=session_id)


def list_waiting(tx: Transaction, session_id: int) -> tuple[int, ...]:
    """Return the registrations that wait for a session, first come first."""
    return tuple(row["registration_id"] for row in tx.list_("queues.waiting", session_id=session_id))


def read_positions(tx: Transaction, registration_id: int) -> Mapping[int, int]:
    """Return session -> how many stand in the queue up to this registration, counted from 1."""
    rows = tx.list_("queues.places_in", registration_id=registration_id)
    return {row["session_id"]: row["position"] for row in rows}


def list_ready(tx: Transaction, now: datetime) -> tuple[int, ...]:
    """Return the sessions that have a free place and somebody who waits."""
    return tuple(row["id"] for row in tx.list_("queues.ready", now=micros(now)))
