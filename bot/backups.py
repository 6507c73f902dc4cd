"""Backups made by themselves: every few minutes or at an hour of the night, verified, counted, the old ones taken away.

Always true: of several processes one makes a backup; what failed is told to the owners and tried again; machine time
counts here, not the program's.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final

from bot.alarms import Alarms
from bot.clock import Clock
from bot.domain.alarm import Trouble
from bot.domain.keeping import Keeping, due_moment, kept, rest_after
from bot.log import get_logger
from bot.settings import Settings
from bot.watch import Watch
from storage import backups, safekeeping
from storage.copies import Seen
from storage.database import Database
from storage.safekeeping import House

log = get_logger(__name__)

PERIOD: Final = 30.0
"""Seconds between two looks."""
OLDEST: Final = timedelta(hours=26)
NAME: Final = "jazyl-%Y%m%dT%H%M%SZ.backup"


def house_of(settings: Settings) -> House:
    """Return where everything of an installation lies."""
    return House(
        database=settings.database_url,
        data_key_file=settings.data_key_file,
        backup_key_file=settings.backup_key_file,
        data_dir=settings.data_dir,
    )


def name_at(now: datetime) -> str:
    """Return the name of a backup made at an instant."""
    return now.strftime(NAME)


def list_made(folder: Path) -> dict[datetime, Path]:
    """Return the backups in a folder by the moment each was made at."""
    found = {}
    for path in folder.glob("jazyl-*.backup"):
        with suppress(ValueError):
            found[datetime.strptime(path.name, NAME).replace(tzinfo=UTC)] = path
    return found


def take_away_old(folder: Path, keeping: Keeping) -> int:
    """Delete the backups that are not kept and return how many."""
    made = list_made(folder)
    old = set(made) - kept(made, keeping)
    for at in old:
        made[at].unlink(missing_ok=True)
    return len(old)


class Backups(Watch):
    """Makes the backups of one installation until it is stopped."""

    def __init__(self, *, settings: Settings, database: Database, clock: Clock, alarms: Alarms) -> None:
        """Nothing is due that was due before this moment, unless an earlier backup is known."""
        super().__init__(period=PERIOD, failed=partial(log.warning, "backup.not_looked"))
        self._settings = settings
        self._database = database
        self._clock = clock
        self._alarms = alarms
        self._began_at = self._now()

    async def look(self) -> Seen | None:
        """Make a backup if one is due and nobody makes it, and return what is in it."""
        now, settings = self._now(), self._settings
        due_at = due_moment(
            now, hour=settings.backup_hour, zone=settings.timezone, minutes=settings.backup_every_minutes
        )
        last_at, length = await self._database.read(lambda tx: (backups.find_last(tx), backups.read_length(tx)))
        since = last_at or self._began_at
        seen = None
        if due_at > since and now >= since + rest_after(length):
            seen = await self._make(due_at, now)
        if seen is None:
            await self._judge(now, last_at)
        return seen

    async def _judge(self, now: datetime, last_at: datetime | None) -> None:
        age = now - (last_at or self._began_at)
        if age > OLDEST:
            await self._alarms.tell(Trouble.BACKUP, number=_hours(age))

    async def _make(self, due_at: datetime, now: datetime) -> Seen | None:
        number = await self._database.write(lambda tx: backups.claim(tx, due_at=due_at, now=now))
        if number is None:
            return None
        target = self._settings.backup_dir / name_at(now)
        try:
            seen = await asyncio.to_thread(safekeeping.make, house_of(self._settings), target, now)
            size = target.stat().st_size
        except Exception as error:  # noqa: BLE001 - whatever went wrong, the owners hear of it
            await self._fail(number, error)
            return None
        ended_at = self._now()
        await self._database.write(lambda tx: backups.finish(tx, number, size=size, now=ended_at))
        settings = self._settings
        keeping = Keeping(days=settings.backup_days, weeks=settings.backup_weeks, months=settings.backup_months)
        gone = take_away_old(settings.backup_dir, keeping)
        log.info("backup.made", bytes=size, rows=seen.rows, unsealed=seen.unsealed, old_ones_gone=gone)
        await self._alarms.clear(Trouble.BACKUP)
        return seen

    async def _fail(self, number: int, error: Exception) -> None:
        log.error("backup.failed", error=error)
        now = self._now()
        await self._database.write(lambda tx: backups.finish(tx, number, size=None, now=now))
        last_at = await self._database.read(backups.find_last)
        await self._alarms.tell(Trouble.BACKUP, number=_hours(now - (last_at or self._began_at)))

    def _now(self) -> datetime:
        return self._clock.now() - self._clock.offset


def _hours(age: timedelta) -> int:
    return int(age.total_seconds() // 3600)
