"""How the program is: whether it can serve, and in figures.

Always true: «ready» means that the database took a write just now, that its schema is this program's, and that Telegram
answered lately; anything else has a reason code. Whatever cannot be read within seconds counts as trouble.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import Final

from bot.clock import Clock
from bot.delivery import Delivery
from bot.intake import Intake
from bot.log import get_logger
from bot.shares import Shares
from bot.telegram import Telegram, TelegramError
from bot.web.metrics import Figure
from storage import backups, vitals
from storage.database import Database, Transaction
from storage.vitals import Backlog

log = get_logger(__name__)

PATIENCE: Final = 3.0
"""Seconds the database may take to say that it is there."""
SILENCE: Final = 150.0
"""Seconds without an answer after which Telegram counts as out of reach; one long poll takes up to 25."""


class Unready(StrEnum):
    """Why the program cannot serve."""

    STARTING = "starting"
    HELD = "held"
    DATABASE = "database"
    SCHEMA = "schema"
    TELEGRAM = "telegram"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What is looked at; `intake` gives it as soon as there is one."""

    database: Database
    telegram: Telegram
    clock: Clock
    delivery: Delivery
    shares: Shares | None
    intake: Callable[[], Intake | None]


class Vitals:
    """Looks at one program."""

    def __init__(self, parts: Parts) -> None:
        """Look at nothing yet."""
        self._parts = parts

    async def find_reason(self) -> Unready | None:
        """Return why the program cannot serve, or None."""
        parts, now = self._parts, self._parts.clock.now()
        if parts.intake() is None:
            return Unready.STARTING
        try:
            async with asyncio.timeout(PATIENCE):
                await parts.database.write(lambda tx: vitals.beat(tx, now))
                is_current = await parts.database.read(vitals.is_schema_current)
        except Exception as error:  # noqa: BLE001 - whatever the driver says, nothing could be written
            log.warning("vitals.database", error=error)
            return Unready.DATABASE
        if not is_current:
            return Unready.SCHEMA
        return None if parts.telegram.silence() < SILENCE else Unready.TELEGRAM

    async def listen(self) -> None:
        """Ask Telegram for a sign of life if it has been silent; a failure shows in the silence."""
        if self._parts.telegram.silence() >= SILENCE / 3:
            with suppress(TelegramError):
                await self._parts.telegram.call("getMe", {}, seconds=5)

    def find_skew(self) -> timedelta | None:
        """Return how far the machine's clock is ahead of Telegram's, as far as is known."""
        clock, heard = self._parts.clock, self._parts.telegram.heard
        if heard is None or heard.date is None:
            return None
        machine_then = clock.now() - clock.offset - timedelta(seconds=self._parts.telegram.silence())
        with suppress(ValueError, TypeError):
            return machine_then - parsedate_to_datetime(heard.date)
        return None

    async def read_backlog(self) -> Backlog:
        """Return what is not finished."""
        now = self._parts.clock.now()
        return await self._parts.database.read(lambda tx: vitals.read_backlog(tx, now))

    async def read_figures(self) -> tuple[Figure, ...]:
        """Return everything `/metrics` tells; without the database what this process knows by itself."""
        own = self._own_figures()
        now = self._parts.clock.now()
        machine_now = now - self._parts.clock.offset

        def work(tx: Transaction) -> tuple[Backlog, datetime | None]:
            return vitals.read_backlog(tx, now), backups.find_last(tx)

        try:
            async with asyncio.timeout(PATIENCE):
                backlog, last_at = await self._parts.database.read(work)
        except Exception:  # noqa: BLE001 - the figure says so
            return (*own, _up(is_up=False))
        shared = _shared_figures(backlog)
        if last_at is not None:
            age = (machine_now - last_at).total_seconds()
            shared += (Figure(name="backup_age_seconds", help="Since the last verified backup.", value=age),)
        return (*own, _up(is_up=True), *shared)

    def _own_figures(self) -> tuple[Figure, ...]:
        """Return what this process knows by itself."""
        parts, intake, skew = self._parts, self._parts.intake(), self.find_skew()
        updates = dict(intake.counts) if intake is not None else {}
        sends = dict(parts.delivery.counts)
        figures = [
            Figure(name="updates", help="Updates by outcome.", label="outcome", value=updates, is_total=True),
            Figure(name="sends", help="Messages by outcome.", label="outcome", value=sends, is_total=True),
            Figure(name="lanes_waiting", help="Updates in the lanes.", value=intake.waiting if intake else 0),
            *_telegram_figures(parts.telegram),
            *_database_figures(parts.database),
        ]
        if parts.shares is not None:
            figures.append(Figure(name="shares_held", help="Of 64 parts of the chats.", value=parts.shares.held))
        if skew is not None:
            seconds = skew.total_seconds()
            figures.append(Figure(name="clock_skew_seconds", help="Ahead of Telegram's clock.", value=seconds))
        return tuple(figures)


def _telegram_figures(telegram: Telegram) -> tuple[Figure, ...]:
    return (
        Figure(name="telegram_calls", help="Requests to Telegram.", value=telegram.calls, is_total=True),
        Figure(name="telegram_silence_seconds", help="Since it last answered.", value=telegram.silence()),
    )


def _database_figures(database: Database) -> tuple[Figure, ...]:
    return (
        Figure(name="database_hops", help="Trips to the database.", value=database.hops, is_total=True),
        Figure(name="database_wait_seconds", help="Waiting for its threads.", value=database.waited, is_total=True),
    )


def _up(*, is_up: bool) -> Figure:
    return Figure(name="database_up", help="1 when the database can be read.", value=1 if is_up else 0)


def _shared_figures(backlog: Backlog) -> tuple[Figure, ...]:
    """Return what is the same for every process at one database."""
    due = {priority.name.lower(): waiting for priority, waiting in backlog.outbox.items()}
    return (
        Figure(name="inbox_unfinished", help="Updates not finished.", value=backlog.inbox.number),
        Figure(name="inbox_oldest_seconds", help="Age of the oldest of them.", value=backlog.inbox.age.total_seconds()),
        Figure(name="inbox_quarantined", help="Updates put aside.", value=backlog.quarantined),
        Figure(
            name="outbox_due",
            help="Messages due.",
            label="priority",
            value={name: waiting.number for name, waiting in due.items()},
        ),
        Figure(
            name="outbox_oldest_seconds",
            help="For how long the oldest of them has been due.",
            label="priority",
            value={name: waiting.age.total_seconds() for name, waiting in due.items()},
        ),
    )
