"""A participant asks about a session, or wants to know what others ask too.

Always true: a question goes to the organizers of the whole event and to nobody else until they show it; a child's goes
to nobody unless at least two adults of the camp read it; guardians read what their children may; nobody reads names.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from bot.actions.belonging import must_act, must_belong
from bot.actions.hearing import is_child
from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.notice import Notice
from bot.domain.registration import Registration
from bot.domain.session_question import LONGEST, SessionQuestion, State, can_ask, read_words
from bot.domain.thread import TWO_ADULTS
from bot.domain.thread_errors import TwoAdultsError
from bot.domain.timetable import Session
from storage import accounts, audit, events, outbox, registrations, session_questions, sessions
from storage.database import Transaction

WORDS: Final = "session-question"
"""The screen on which a question is typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The questions about a session as a participant (`is_own`) or a guardian reads them."""

    event: Event
    session: Session
    registration_id: int
    is_own: bool
    shown: tuple[SessionQuestion, ...]
    asked: SessionQuestion | None
    """One's own question, whatever became of it."""
    wanted: frozenset[int]
    """What one wants to know too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfQuestions:
    """What of a day one can ask about."""

    event: Event
    registration_id: int
    on: date
    sessions: tuple[Session, ...]


def read_day(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, on: date) -> DayOfQuestions:
    """Return what of a day a family can ask about, or read the questions about."""
    registration = registrations.get(tx, registration_id)
    must_belong(tx, actor, registration)
    event = events.get(tx, registration.event_id)
    found = events.list_sessions(tx, event.id, registration.stream_id, on)
    return DayOfQuestions(
        event=event,
        registration_id=registration_id,
        on=on,
        sessions=tuple(one for one in found if _is_theirs(tx, registration, event, one, now)),
    )


def read_board(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, session_id: int) -> Board:
    """Return the questions about a session."""
    registration = registrations.get(tx, registration_id)
    is_own = must_belong(tx, actor, registration)
    event, session = _session(tx, registration, session_id, now)
    found = session_questions.list_of_session(tx, session_id)
    return Board(
        event=event,
        session=session,
        registration_id=registration_id,
        is_own=is_own,
        shown=tuple(one for one in found if one.state is State.SHOWN),
        asked=next((one for one in found if one.registration_id == registration_id), None),
        wanted=session_questions.list_voted(tx, registration_id),
    )


def begin(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, session_id: int) -> Board:
    """Wait for a question to be typed."""
    event, _ = _own(tx, actor, registration_id, session_id, now)
    _must_be_heard_by_two(tx, actor, event, now)
    accounts.set_place(tx, actor.account_id, WORDS, {"registration": registration_id, "session": session_id})
    return read_board(tx, actor=actor, now=now, registration_id=registration_id, session_id=session_id)


def ask(tx: Transaction, *, actor: Actor, now: datetime, text: str) -> Board:
    """Take the typed question, instead of one that nobody has looked at."""
    ids = {"registration_id": actor.place_args["registration"], "session_id": actor.place_args["session"]}
    event, session = _own(tx, actor, ids["registration_id"], ids["session_id"], now)
    _must_be_heard_by_two(tx, actor, event, now)
    words = read_words(text, LONGEST)
    session_questions.ask(tx, session.id, ids["registration_id"], actor.account_id, words, now)
    audit.record(tx, actor=actor, action="question.ask", subject="session", subject_id=session.id, now=now)
    _tell_organizers(tx, event, session, now)
    accounts.set_place(tx, actor.account_id, "home")
    return read_board(tx, actor=actor, now=now, **ids)


def take_back(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, session_id: int) -> Board:
    """Take one's question back, as long as nobody has looked at it."""
    _own(tx, actor, registration_id, session_id, now)
    if not session_questions.take_back(tx, session_id, registration_id):
        raise StaleError
    return read_board(tx, actor=actor, now=now, registration_id=registration_id, session_id=session_id)


def want(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, question_id: int, too: bool) -> Board:
    """Want to know what somebody else asks, or not any more."""
    question = session_questions.get(tx, question_id)
    _own(tx, actor, registration_id, question.session_id, now)
    if question.state is not State.SHOWN or question.registration_id == registration_id:
        raise NotAvailableError
    if too:
        session_questions.vote(tx, question_id, registration_id, actor.account_id, now)
    else:
        session_questions.unvote(tx, question_id, registration_id)
    return read_board(tx, actor=actor, now=now, registration_id=registration_id, session_id=question.session_id)


def _own(tx: Transaction, actor: Actor, registration_id: int, session_id: int, now: datetime) -> tuple[Event, Session]:
    """Return a session that this person's registration can ask about."""
    registration = registrations.get(tx, registration_id)
    must_act(tx, actor, registration)
    return _session(tx, registration, session_id, now)


def _session(tx: Transaction, registration: Registration, session_id: int, now: datetime) -> tuple[Event, Session]:
    event, session = events.get(tx, registration.event_id), sessions.get(tx, session_id)
    if not _is_theirs(tx, registration, event, session, now):
        raise NotAvailableError
    return event, session


def _is_theirs(tx: Transaction, registration: Registration, event: Event, session: Session, now: datetime) -> bool:
    is_meant = sessions.is_for(tx, session, registration)
    has_place = session.capacity is None or session.id in sessions.list_places(tx, registration.id)
    return registration.takes_part and is_meant and has_place and can_ask(event, session, now)


def _must_be_heard_by_two(tx: Transaction, actor: Actor, event: Event, now: datetime) -> None:
    """Refuse to pass a child's words on unless two adults of the camp read them."""
    readers = set(accounts.list_organizers(tx, event, None, now=now)) - {actor.account_id}
    if is_child(tx, actor.account_id, event, now) and len(readers) < TWO_ADULTS:
        raise TwoAdultsError


def _tell_organizers(tx: Transaction, event: Event, session: Session, now: datetime) -> None:
    """Tell organizers that a session is asked about, once a day."""
    today = event.today(now).isoformat()
    data = {"event": event.title.as_dict(), "event_id": event.id, "title": session.title.as_dict()}
    for account_id in accounts.list_organizers(tx, event, None, now=now):
        key = f"session-asked:{session.id}:{today}:{account_id}"
        outbox.put(tx, Notice(account_id=account_id, template="session-asked", data=data, dedup_key=key), now)
