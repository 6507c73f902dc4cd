"""What the commands about backups do, and what loading a programme says. Every function returns an exit code."""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, ParamSpec
from zoneinfo import ZoneInfo

from bot import holding
from bot.actions.loading import Shift
from bot.backups import house_of, name_at
from bot.clock import Clock
from bot.domain.timetable import Session
from bot.domain.timetable_edits import Against, What
from bot.settings import Settings
from bot.ticks import everything_due
from storage import backups, safekeeping
from storage.database import Database
from storage.engine import DatabaseError
from storage.migrating import exists, migrate

P = ParamSpec("P")
CLASHES: Final = {
    Against.PLACE: "in the same place",
    Against.SPEAKER: "with the same speaker",
    Against.STREAM: "for the same people",
    Against.SQUAD: "for the same squad",
}


def _telling(work: Callable[P, int]) -> Callable[P, int]:
    """Turn trouble with a database into a sentence."""

    @wraps(work)
    def told(*args: P.args, **kwargs: P.kwargs) -> int:
        try:
            return work(*args, **kwargs)
        except DatabaseError as error:
            print(f"{error}.", file=sys.stderr)
            return 1

    return told


@_telling
def backup(settings: Settings) -> int:
    """Make a sealed, verified backup now, also while the bot runs."""
    _must_exist(settings)
    now = Clock().now()
    target = settings.backup_dir / name_at(now)
    seen = safekeeping.make(house_of(settings), target, now)
    print(f"{target}: {target.stat().st_size:,} bytes; restored and looked through: {_told(seen.rows, seen.unsealed)}.")
    return 0


@_telling
def restore(settings: Settings, archive: Path) -> int:
    """Put a backup into an empty place; nothing is sent until it is released."""
    made_at, seen = safekeeping.restore(house_of(settings), archive, Clock().now())
    print(f"The backup of {made_at:%Y-%m-%d %H:%M} UTC is restored: {_told(seen.rows, seen.unsealed)}.")
    print("Nothing is sent until you look at what is due and release it: python -m bot release")
    return 0


@_telling
def release(settings: Settings, *, is_sent: bool, is_dropped: bool) -> int:
    """Say what a restored database would send, or release it."""
    _must_exist(settings)
    migrate(settings.database_url)
    return asyncio.run(_release(settings, is_sent=is_sent, is_dropped=is_dropped))


async def _release(settings: Settings, *, is_sent: bool, is_dropped: bool) -> int:
    database = Database(settings.database_url, key_file=settings.data_key_file)
    database.open()
    clock, ticks = Clock(), everything_due(settings)
    try:
        if await database.read(backups.find_hold) is None:
            print("Nothing is held.")
            return 0
        if is_sent or is_dropped:
            due = await holding.release(database, ticks, clock, is_dropped=is_dropped)
            _tell_due(due.messages, due.expired)
            print("Released: what was due stays unsent." if is_dropped else "Released: what is due leaves now.")
            return 0
        due = await holding.count_due(database, ticks, clock)
    finally:
        await database.close()
    _tell_due(due.messages, due.expired)
    print("Nothing is sent yet. What was lost may have sent some of it: people would read it twice.")
    print("python -m bot release --drop    leaves it unsent; what becomes due from now on is sent")
    print("python -m bot release --send    sends it")
    return 0


@_telling
def drill(settings: Settings) -> int:
    """Make a backup, restore it elsewhere, and say how long it took and how much would be lost."""
    _must_exist(settings)
    clock, house = Clock(), house_of(settings)
    with TemporaryDirectory(dir=settings.data_dir, prefix=".drill-") as name:
        began = clock.monotonic()
        safekeeping.make(house, Path(name) / "drill.backup", clock.now())
        made = clock.monotonic()
        seen = safekeeping.verify(house, Path(name) / "drill.backup")
        ended = clock.monotonic()
    minutes = settings.backup_every_minutes
    print(f"Made and verified in {made - began:.1f} s; restored again: {_told(seen.rows, seen.unsealed)}.")
    print(f"RTO: {ended - made:.1f} s to open, restore and look through, and a start of the bot.")
    print(f"RPO: up to {minutes} min: that is how often a backup is made (BACKUP_EVERY_MINUTES).")
    return 0


def told_shifts(shifts: Iterable[Shift]) -> Iterator[str]:
    """Yield a line about each session that a programme file makes, changes or cancels, and what it clashes with."""
    for one in shifts:
        yield _told_shift(one)
        for clash in one.clashes:
            other = clash.session
            yield f"  clash    {other.code}: {_when(other, one.event.zone)} ({CLASHES[clash.against]})"


def _told_shift(one: Shift) -> str:
    name, event = f"{one.event.code}/{one.became.code}", one.event
    if one.was is None:
        return f"new        {name}: {_when(one.became, event.zone)}"
    if one.became.is_cancelled:
        return f"cancelled  {name}: {_when(one.was, event.zone)}"
    moved = f": {_when(one.was, event.zone)} -> {_when(one.became, event.zone)}" if What.TIME in one.what else ""
    others = ", ".join(what.value for what in one.what if what is not What.TIME)
    return f"changed    {name}{moved}{' (' + others + ')' if others else ''}"


def _when(session: Session, zone: ZoneInfo) -> str:
    starts, ends = session.starts_at.astimezone(zone), session.ends_at.astimezone(zone)
    return f"{starts:%Y-%m-%d %H:%M}-{ends:%H:%M}"


def _must_exist(settings: Settings) -> None:
    if not exists(settings.database_url):
        raise DatabaseError("there is no database yet")


def _tell_due(messages: Counter[str], expired: int) -> None:
    for template, number in sorted(messages.items()):
        print(f"{number:>7,}  {template}")
    print(f"{messages.total():>7,}  messages are due; {expired:,} more are too late and stay unsent.")


def _told(rows: int, unsealed: int) -> str:
    return f"{rows:,} rows as counted, {unsealed} sealed texts opened"
