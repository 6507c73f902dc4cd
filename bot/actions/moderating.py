"""Organizers look at questions about sessions: show, hide, answer in the open.

Always true: only organizers of the whole programme do it, and every one of them sees whose question it is and what was
answered; an answer is never for one pair of eyes: it stands under the question for everybody of the session, and
whoever asked or wanted to know it too is told, a child together with its guardians; nothing is answered to a child
unless two adults of the camp read it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bot.actions.hearing import is_child
from bot.domain.access import Actor
from bot.domain.errors import StaleError
from bot.domain.event import Event
from bot.domain.notice import Notice
from bot.domain.session_question import LONGEST_ANSWER, SessionQuestion, State, read_words
from bot.domain.thread import TWO_ADULTS
from bot.domain.thread_errors import TwoAdultsError
from bot.domain.timetable import Session
from storage import accounts, audit, events, outbox, participants, registrations, session_questions, sessions
from storage.database import Transaction

ANSWER: Final = "session-answer"
"""The screen on which an answer is typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """Every question about an event's sessions, those nobody has looked at first."""

    event: Event
    found: tuple[tuple[SessionQuestion, Session], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneQuestion:
    """A question, what it is about and whose it is."""

    event: Event
    session: Session
    question: SessionQuestion
    name: str


def list_questions(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Questions:
    """Return the questions about an event's sessions."""
    del now
    event = events.get(tx, event_id)
    actor.must_run(event.programme_id)
    found = session_questions.list_of_event(tx, event_id)
    return Questions(event=event, found=tuple((one, sessions.get(tx, one.session_id)) for one in found))


def read_question(tx: Transaction, *, actor: Actor, now: datetime, question_id: int) -> OneQuestion:
    """Return one question."""
    del now
    question = session_questions.get(tx, question_id)
    session = sessions.get(tx, question.session_id)
    event = events.get(tx, session.event_id)
    actor.must_run(event.programme_id)
    name = participants.get(tx, registrations.get(tx, question.registration_id).participant_id).full_name
    return OneQuestion(event=event, session=session, question=question, name=name)


def decide(
    tx: Transaction, *, actor: Actor, now: datetime, question_id: int, revision: int, state: State
) -> OneQuestion:
    """Show a question to everybody of the session, or hide it."""
    found = _current(tx, actor, question_id, revision, now)
    if state is State.NEW:
        raise StaleError
    session_questions.decide(tx, found.question, state, actor.account_id, now)
    _record(tx, actor, f"question.{state}", question_id, now)
    return read_question(tx, actor=actor, now=now, question_id=question_id)


def begin_answer(tx: Transaction, *, actor: Actor, now: datetime, question_id: int, revision: int) -> OneQuestion:
    """Wait for the answer to be typed."""
    found = _current(tx, actor, question_id, revision, now)
    _must_be_read_by_two(tx, found, now)
    accounts.set_place(tx, actor.account_id, ANSWER, {"question": question_id, "revision": revision})
    return found


def answer(tx: Transaction, *, actor: Actor, now: datetime, text: str) -> OneQuestion:
    """Publish the typed answer and tell whoever wanted to know."""
    args = actor.place_args
    found = _current(tx, actor, args["question"], args["revision"], now)
    _must_be_read_by_two(tx, found, now)
    words = read_words(text, LONGEST_ANSWER)
    session_questions.answer(tx, found.question, words, actor.account_id, now)
    _record(tx, actor, "question.answer", found.question.id, now)
    _tell(tx, found, words, now)
    accounts.set_place(tx, actor.account_id, "timetable", {"event": found.event.id})
    return read_question(tx, actor=actor, now=now, question_id=found.question.id)


def _current(tx: Transaction, actor: Actor, question_id: int, revision: int, now: datetime) -> OneQuestion:
    found = read_question(tx, actor=actor, now=now, question_id=question_id)
    if found.question.revision != revision:
        raise StaleError
    return found


def _must_be_read_by_two(tx: Transaction, found: OneQuestion, now: datetime) -> None:
    """Refuse to answer a child unless two adults of the camp read what is answered."""
    if len(accounts.list_organizers(tx, found.event, None, now=now)) >= TWO_ADULTS:
        return
    if any(is_child(tx, one, found.event, now) for _, one in session_questions.list_curious(tx, found.question.id)):
        raise TwoAdultsError


def _tell(tx: Transaction, found: OneQuestion, words: str, now: datetime) -> None:
    """Tell everybody who asked or wanted to know, and their guardians; a corrected answer is told to nobody again."""
    for registration_id, account_id in session_questions.list_curious(tx, found.question.id):
        participant_id = registrations.get(tx, registration_id).participant_id
        told = {one.account_id for one in participants.list_knowing(tx, participant_id)}
        if not participants.is_shut_out(tx, participant_id, account_id):
            told.add(account_id)
        data: dict[str, Any] = {
            "event": found.event.title.as_dict(),
            "title": found.session.title.as_dict(),
            "session": found.session.id,
            "words": found.question.words,
            "answer": words,
            "registration": registration_id,
        }
        for one in sorted(told):
            key = f"question-answered:{found.question.id}:{one}"
            outbox.put(tx, Notice(account_id=one, template="question-answered", data=data, dedup_key=key), now)


def _record(tx: Transaction, actor: Actor, action: str, question_id: int, now: datetime) -> None:
    audit.record(tx, actor=actor, action=action, subject="session_question", subject_id=question_id, now=now)
