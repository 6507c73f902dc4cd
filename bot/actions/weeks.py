"""One's own timetable over more than a day: what is on now, a whole week, everything for a calendar.

Always true: only the family of a registration reads it; what one may sign up for counts only once one has.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.actions.belonging import must_belong
from bot.domain.access import Actor
from bot.domain.event import Event
from bot.domain.timetable import Session
from storage import events, registrations, sessions, squads, timetables
from storage.database import Transaction

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTimetable:
    """Every session one goes to, in order; `cancelled` would have been among them."""

    event: Event
    registration_id: int
    sessions: tuple[Session, ...]
    cancelled: tuple[Session, ...]
    read_at: datetime

    @property
    def today(self) -> date:
        """Return the event's local date."""
        return self.event.today(self.read_at)

    @property
    def days(self) -> tuple[date, ...]:
        """Return the days one goes to something, in order."""
        return tuple(sorted({one.held_on for one in self.sessions}))

    @property
    def now(self) -> tuple[Session, ...]:
        """Return what is on."""
        return tuple(one for one in self.sessions if one.starts_at <= self.read_at < one.ends_at)

    @property
    def next(self) -> tuple[Session, ...]:
        """Return what begins next, all that begin at the same time."""
        later = [one for one in self.sessions if one.starts_at > self.read_at]
        return tuple(one for one in later if one.starts_at == later[0].starts_at)

    def week_of(self, on: date) -> tuple[tuple[date, tuple[Session, ...]], ...]:
        """Return the days, with their sessions, of the week from Monday in which a day is."""
        first = on - timedelta(days=on.weekday())
        days = [day for day in self.days if first <= day < first + WEEK]
        return tuple((day, tuple(one for one in self.sessions if one.held_on == day)) for day in days)


def read_own(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> OwnTimetable:
    """Return the timetable of a registration of one's own, one's child's or one's pupil's."""
    registration = registrations.get(tx, registration_id)
    must_belong(tx, actor, registration)
    event = events.get(tx, registration.event_id)
    places, squad_id = sessions.list_places(tx, registration_id), squads.id_of(tx, registration_id)
    found = tuple(
        one
        for one in timetables.list_all(tx, event.id)
        if one.is_for(registration.stream_id, squad_id) and (one.capacity is None or one.id in places)
    )
    return OwnTimetable(
        event=event,
        registration_id=registration_id,
        sessions=tuple(one for one in found if not one.is_cancelled),
        cancelled=tuple(one for one in found if one.is_cancelled),
        read_at=now,
    )
