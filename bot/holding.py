"""A restored database says nothing to anybody before somebody releases it.

Always true: while it is held nothing is fetched, nothing becomes due and nothing is sent; what a release would send is
counted by doing it and undoing it.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.clock import Clock
from bot.log import get_logger
from bot.scheduler import Tick
from bot.vitals import Unready
from bot.web.server import Server
from storage import backups, outbox
from storage.database import Database, Transaction
from storage.values import micros

log = get_logger(__name__)

PERIOD: Final = 1.0
"""Seconds between two looks whether somebody released it."""
MEANWHILE: Final = frozenset({"reminders", "nudges", "recalls", "broadcasts"})
"""The ticks whose messages may have been sent before the restore by what was lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What a release sends at once, by kind of message, and how many are too late anyway."""

    messages: Counter[str]
    expired: int


class _UndoneError(Exception):
    def __init__(self, due: Due) -> None:
        self.due = due


async def wait_for_release(database: Database, server: Callable[[], Server]) -> None:
    """Return at once unless the database is held; else serve `/readyz` with the reason until it is released."""
    hold = await database.read(backups.find_hold)
    if hold is None:
        return
    log.warning("held", made_at=hold.made_at.isoformat(), remedy="python -m bot release")
    door = server()
    await door.start()
    try:
        while await database.read(backups.find_hold) is not None:  # noqa: ASYNC110 - another process releases it
            await asyncio.sleep(PERIOD)
    finally:
        await door.stop()


async def tell_held() -> str:
    """Return the reason why a held program cannot serve."""
    return Unready.HELD


async def count_due(database: Database, ticks: Sequence[Tick], clock: Clock) -> Due:
    """Return what a release would send now; nothing is changed."""
    now = clock.now()

    def work(tx: Transaction) -> None:
        raise _UndoneError(_become_due(tx, ticks, now))

    try:
        await database.write(work)
    except _UndoneError as undone:
        return undone.due
    raise AssertionError


async def release(database: Database, ticks: Sequence[Tick], clock: Clock, *, is_dropped: bool) -> Due:
    """Let messages leave again; with `is_dropped` what is due until now stays unsent."""
    now = clock.now()

    def work(tx: Transaction) -> Due:
        due = _become_due(tx, ticks, now)
        if is_dropped:
            tx.run("backups.drop_due", at=micros(now))
        backups.release(tx, now)
        return due

    return await database.write(work)


def _become_due(tx: Transaction, ticks: Sequence[Tick], now: datetime) -> Due:
    expired = outbox.expire(tx, now)
    for tick in ticks:
        if tick.name in MEANWHILE:
            tick.work(tx, now)
    expired += outbox.expire(tx, now)
    rows = tx.list_("backups.list_due", at=micros(now))
    return Due(messages=Counter({row["template"]: row["number"] for row in rows}), expired=expired)
