"""A programme's announcements, as its organizers look for one.

Always true: nobody finds an announcement to people outside the part they run.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.actions import addressing
from bot.domain.access import Actor, Right
from bot.domain.broadcast import Broadcast, Report
from bot.domain.errors import StaleError
from bot.domain.event import Event, Programme
from storage import broadcasts, events
from storage.database import Transaction

PAGE: Final = 6
MOST_LOOKED_AT: Final = 500
"""Newest announcements among which who runs less than a programme finds those of one's own part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcements:
    """One page of a programme's announcements with what became of each."""

    programme: Programme
    page: int
    shown: tuple[tuple[Broadcast, Report], ...]
    has_older: bool
    events: tuple[Event, ...] = ()

    def zone_of(self, broadcast: Broadcast) -> ZoneInfo:
        """Return the zone in which an announcement's time is said: its event's, else the first one's."""
        found = next((one for one in self.events if one.id == broadcast.audience.event_id), None)
        return (found or self.events[0]).zone


def list_announcements(
    tx: Transaction, *, actor: Actor, now: datetime, programme_id: int, page: int = 0
) -> Announcements:
    """Return one page of a programme's announcements: what waits for its time, then the newest."""
    del now
    actor.must_reach(Right.DECIDE, programme_id)
    if page < 0:
        raise StaleError
    found = _page(tx, actor, programme_id, page)
    return Announcements(
        programme=events.get_programme(tx, programme_id),
        page=page,
        shown=tuple((one, broadcasts.report(tx, one)) for one in found[:PAGE]),
        has_older=len(found) > PAGE,
        events=addressing.list_events(tx, actor, programme_id),
    )


def _page(tx: Transaction, actor: Actor, programme_id: int, page: int) -> tuple[Broadcast, ...]:
    """Return a page of announcements and the one after it, if any; of others' branches none are there."""
    if actor.runs(programme_id):
        return broadcasts.list_page(tx, programme_id, limit=PAGE + 1, skipped=page * PAGE)
    newest = broadcasts.list_page(tx, programme_id, limit=MOST_LOOKED_AT, skipped=0)
    own = [one for one in newest if addressing.reaches(tx, actor, programme_id, one.audience)]
    return tuple(own[page * PAGE : (page + 1) * PAGE + 1])
