"""A participant says what they think of a session they were in: stars, one word, perhaps a line.

Always true: only whoever acts for a registration that takes part says anything, of a session it had to do with that is
over; it can be changed until the day after the event; nobody else ever reads whose it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from bot.actions.belonging import must_act
from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.feedback import LONGEST, STARS, Feedback, Tag, is_open
from bot.domain.names import clean
from bot.domain.registration import Registration
from bot.domain.speaker_errors import FeedbackTextError
from bot.domain.timetable import Session
from storage import accounts, events, feedback, registrations, sessions, squads
from storage.database import Transaction

WORDS: Final = "feedback-words"
"""The screen on which a typed line about a session is waited for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfFeedback:
    """What one was in on a day and is over, each with what one thinks of it."""

    event: Event
    registration_id: int
    on: date
    sessions: tuple[tuple[Session, Feedback | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneRated:
    """A session and what one thinks of it."""

    event: Event
    registration_id: int
    session: Session
    given: Feedback | None


def read_day(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, on: date) -> DayOfFeedback:
    """Return what one can rate of a day."""
    registration, event = _own(tx, actor, registration_id)
    given, places = feedback.read_own(tx, registration_id), sessions.list_places(tx, registration_id)
    found = events.list_sessions(tx, event.id, registration.stream_id, on, squads.id_of(tx, registration_id))
    return DayOfFeedback(
        event=event,
        registration_id=registration_id,
        on=on,
        sessions=tuple(
            (one, given.get(one.id))
            for one in found
            if is_open(event, one, now) and (one.capacity is None or one.id in places)
        ),
    )


def read_one(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, session_id: int) -> OneRated:
    """Return one session that one can rate, and what one thinks of it."""
    event, session = _rated(tx, actor, now, registration_id, session_id)
    given = feedback.read_own(tx, registration_id).get(session_id)
    return OneRated(event=event, registration_id=registration_id, session=session, given=given)


def rate(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, session_id: int, stars: int
) -> OneRated:
    """Say how good a session was, 1 to 5."""
    _rated(tx, actor, now, registration_id, session_id)
    if stars not in STARS:
        raise StaleError
    feedback.rate(tx, session_id, registration_id, stars, now)
    return read_one(tx, actor=actor, now=now, registration_id=registration_id, session_id=session_id)


def tag(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, session_id: int, word: Tag
) -> DayOfFeedback:
    """Say the one word about a session that has its stars."""
    _, session = _rated(tx, actor, now, registration_id, session_id)
    if not feedback.tag(tx, session_id, registration_id, word, now):
        raise StaleError
    return read_day(tx, actor=actor, now=now, registration_id=registration_id, on=session.held_on)


def ask(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, session_id: int) -> OneRated:
    """Wait for a line about a session."""
    found = read_one(tx, actor=actor, now=now, registration_id=registration_id, session_id=session_id)
    if found.given is None:
        raise StaleError
    accounts.set_place(tx, actor.account_id, WORDS, {"registration": registration_id, "session": session_id})
    return found


def say(tx: Transaction, *, actor: Actor, now: datetime, text: str) -> DayOfFeedback:
    """Take the typed line; FeedbackTextError when it is empty or too long."""
    registration_id, session_id = actor.place_args["registration"], actor.place_args["session"]
    _, session = _rated(tx, actor, now, registration_id, session_id)
    words = clean(text)
    if not 0 < len(words) <= LONGEST:
        raise FeedbackTextError
    if not feedback.say(tx, session_id, registration_id, words, now):
        raise StaleError
    accounts.set_place(tx, actor.account_id, "home")
    return read_day(tx, actor=actor, now=now, registration_id=registration_id, on=session.held_on)


def _own(tx: Transaction, actor: Actor, registration_id: int) -> tuple[Registration, Event]:
    registration = registrations.get(tx, registration_id)
    must_act(tx, actor, registration)
    if not registration.takes_part:
        raise NotAvailableError
    return registration, events.get(tx, registration.event_id)


def _rated(
    tx: Transaction, actor: Actor, now: datetime, registration_id: int, session_id: int
) -> tuple[Event, Session]:
    """Return a session that this person's registration was in and that can be rated now."""
    registration, event = _own(tx, actor, registration_id)
    session = sessions.get(tx, session_id)
    is_theirs = sessions.is_for(tx, session, registration)
    has_place = session.capacity is None or session.id in sessions.list_places(tx, registration_id)
    if not (is_theirs and has_place and is_open(event, session, now)):
        raise NotAvailableError
    return event, session
