"""Everything that becomes due by itself, each with how often to look."""

from __future__ import annotations

from bot.actions import (
    acknowledging,
    broadcasting,
    choosing,
    digesting,
    drawing,
    headcounting,
    hurrying,
    informing,
    notifying,
    nudging,
    offering,
    posting,
    postponing,
    pressing,
    purging,
    queueing,
    recalling,
    reminding,
    renewing,
    staffing,
    supplementing,
    tallying,
    uploading,
    vouching,
)
from bot.domain.reminder import Quiet
from bot.scheduler import Tick
from bot.settings import Settings


def everything_due(settings: Settings) -> tuple[Tick, ...]:
    """Return every tick of an installation."""
    hours, zone = settings.quiet_hours, settings.timezone
    uploads = settings.data_dir / "uploads"
    quiet = Quiet(starts=hours.starts, ends=hours.ends)
    return (
        Tick(name="reminders", seconds=15, work=lambda tx, now: reminding.tick(tx, now=now, quiet=quiet)),
        Tick(name="digests", seconds=15, work=lambda tx, now: digesting.tick(tx, now=now, quiet=quiet)),
        Tick(name="timetables", seconds=2, work=lambda tx, now: notifying.tick(tx, now=now)),
        Tick(name="session-queues", seconds=2, work=lambda tx, now: queueing.tick(tx, now=now)),
        Tick(name="headcounts", seconds=2, work=lambda tx, now: headcounting.tick(tx, now=now)),
        Tick(name="incidents", seconds=30, work=lambda tx, now: informing.tick(tx, now=now)),
        Tick(name="letters", seconds=5, work=lambda tx, now: posting.tick(tx, now=now, quiet=quiet)),
        Tick(name="late-letters", seconds=15, work=lambda tx, now: hurrying.tick(tx, now=now, quiet=quiet)),
        Tick(name="letter-photos", seconds=15, work=lambda tx, now: posting.tick_photos(tx, now=now)),
        Tick(name="nudges", seconds=60, work=lambda tx, now: nudging.tick(tx, now=now, quiet=quiet)),
        Tick(name="questions", seconds=15, work=lambda tx, now: pressing.tick(tx, now=now, quiet=quiet)),
        Tick(name="form-asks", seconds=5, work=lambda tx, now: supplementing.tick(tx, now=now)),
        Tick(name="choices", seconds=2, work=lambda tx, now: choosing.tick(tx, now=now)),
        Tick(name="lotteries", seconds=2, work=lambda tx, now: drawing.tick(tx, now=now)),
        Tick(name="offers", seconds=15, work=lambda tx, now: offering.tick(tx, now=now)),
        Tick(name="consents", seconds=30, work=lambda tx, now: renewing.tick(tx, now=now)),
        Tick(name="recalls", seconds=60, work=lambda tx, now: recalling.tick(tx, now=now, quiet=quiet)),
        Tick(name="roles", seconds=600, work=lambda tx, now: staffing.tick(tx, now=now)),
        Tick(name="purge", seconds=3600, work=lambda tx, now: purging.tick(tx, now=now, zone=zone)),
        Tick(name="uploads", seconds=600, work=lambda tx, now: uploading.tick(tx, now=now, folder=uploads)),
        Tick(name="answers", seconds=5, work=lambda tx, now: acknowledging.tick(tx, now=now, quiet=quiet)),
        Tick(name="polls", seconds=5, work=lambda tx, now: tallying.tick(tx, now=now)),
        Tick(name="vouches", seconds=60, work=lambda tx, now: vouching.tick(tx, now=now)),
        Tick(name="plans", seconds=2, work=lambda tx, now: postponing.tick(tx, now=now)),
        Tick(name="latecomers", seconds=60, work=lambda tx, now: postponing.tick_late(tx, now=now)),
        Tick(name="broadcasts", seconds=1, work=lambda tx, now: broadcasting.tick(tx, now=now)),
    )
