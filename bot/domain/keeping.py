"""When a backup is due, and which ones are kept.

Always true: the newest backups stay whatever their age; all of them together take at most a twentieth of the time,
unless that left half a day without one; a moment that passed while nothing ran is due at once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

DAY: Final = 24 * 60
SHARE: Final = 20
"""A backup rests at least so many times as long as the one before it took."""
LONGEST_REST: Final = timedelta(hours=12)
NEWEST: Final = 3
"""Backups that stay whatever their age."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """How many days, weeks and months keep their newest backup."""

    days: int
    weeks: int
    months: int


def due_moment(now: datetime, *, hour: int, zone: ZoneInfo, minutes: int = DAY) -> datetime:
    """Return the newest moment that a backup is due at: an hour of the day, or every so many minutes."""
    if minutes < DAY:
        whole = now.replace(hour=0, minute=0, second=0, microsecond=0)
        return whole + (now - whole) // timedelta(minutes=minutes) * timedelta(minutes=minutes)
    local = now.astimezone(zone)
    today = datetime.combine(local.date(), time(hour), zone)
    if today <= local:
        return today
    return datetime.combine(local.date() - timedelta(days=1), time(hour), zone)


def rest_after(length: timedelta) -> timedelta:
    """Return how long after a backup that took so long none is begun, however often they are wanted."""
    return min(SHARE * length, LONGEST_REST)


def kept(made: Collection[datetime], keeping: Keeping) -> frozenset[datetime]:
    """Return the backups that stay."""
    newest_first = sorted(made, reverse=True)
    stay = set(newest_first[:NEWEST])
    stay |= _newest_of(newest_first, lambda at: at.date().isoformat(), keeping.days)
    stay |= _newest_of(newest_first, lambda at: "-".join(map(str, at.isocalendar()[:2])), keeping.weeks)
    stay |= _newest_of(newest_first, lambda at: f"{at:%Y-%m}", keeping.months)
    return frozenset(stay)


def _newest_of(newest_first: list[datetime], span: Callable[[datetime], str], number: int) -> set[datetime]:
    """Return the newest of each of the newest spans of time."""
    found: dict[str, datetime] = {}
    for at in newest_first:
        found.setdefault(span(at), at)
    return set(list(found.values())[:number])
