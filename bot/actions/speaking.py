"""The speaker's own room: come in by a link, see one's sessions, say whether one can come.

Always true: a link binds the first account that opens it, within a day, to its session and to those under the same name
that have no account yet and are at another time; a speaker reads numbers of people, never who they are; organizers
learn at once of a «cannot».
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.actions.guessing import must_not_be_paused
from bot.actions.notifying import state_of
from bot.domain.access import Actor
from bot.domain.errors import LinkUnusableError, NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.feedback import ENOUGH, Figures
from bot.domain.notice import Notice, Priority
from bot.domain.session_question import Heard, State
from bot.domain.speaker import Answer, Speaker, can_be_asked, is_same_name
from bot.domain.timetable import Session
from storage import accounts, audit, events, feedback, links, outbox, session_questions, sessions, speakers, timetables
from storage.database import Transaction

PLACE = "speaking"


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A session as its speaker sees it."""

    event: Event
    session: Session
    answer: Answer | None
    expected: int
    """How many will come."""
    is_open: bool
    """Whether it still matters what the speaker says about coming."""
    figures: Figures | None
    """What participants think of it, once so many have answered that nobody can be guessed."""
    questions: tuple[Heard, ...]
    """What participants ask, as far as organizers show it."""


def accept(tx: Transaction, *, actor: Actor, now: datetime, token_hash: str) -> tuple[Talk, ...]:
    """Become the speaker a link is for; the first who opens it, once."""
    must_not_be_paused(tx, actor, now)
    link = links.find(tx, token_hash)
    if link is None or link.session_id is None:
        raise LinkUnusableError
    if link.used_by != actor.account_id:
        session = sessions.get(tx, link.session_id)
        if not link.is_usable(now) or not can_be_asked(session, now):
            raise LinkUnusableError
        links.use(tx, link, actor.account_id, now)
        _bind(tx, actor, session, now)
        audit.record(tx, actor=actor, action="speaker.join", subject="session", subject_id=session.id, now=now)
        _tell(tx, (link.created_by,), "speaker-joined", actor, session, now)
    accounts.set_place(tx, actor.account_id, PLACE)
    return list_talks(tx, actor=actor, now=now)


def _bind(tx: Transaction, actor: Actor, session: Session, now: datetime) -> None:
    """Let an account speak at a session, and at others under the same name that have nobody; never at two at once."""
    taken = {one.session_id for one in speakers.list_of_event(tx, session.event_id)}
    bound = [session]
    for one in timetables.list_all(tx, session.event_id):
        is_free = one.id not in taken and can_be_asked(one, now)
        is_apart = all(one.ends_at <= other.starts_at or other.ends_at <= one.starts_at for other in bound)
        if is_free and is_apart and is_same_name(one.speaker, session.speaker):
            bound.append(one)
    for one in bound:
        speakers.add(tx, one.id, actor.account_id, one.speaker or one.title, now)


def list_talks(tx: Transaction, *, actor: Actor, now: datetime) -> tuple[Talk, ...]:
    """Return the sessions one speaks at, in order."""
    return tuple(
        _talk(tx, one, speakers.get(tx, one.id, actor.account_id), now)
        for one in speakers.list_sessions(tx, actor.account_id, now)
    )


def read_talk(tx: Transaction, *, actor: Actor, now: datetime, session_id: int) -> Talk:
    """Return a session one speaks at."""
    session, speaker = must_speak(tx, actor, session_id, now)
    return _talk(tx, session, speaker, now)


def answer(tx: Transaction, *, actor: Actor, now: datetime, session_id: int, revision: int, said: Answer) -> Talk:
    """Say whether one can come to a session as it is; StaleError when it is another than was shown."""
    session, speaker = must_speak(tx, actor, session_id, now)
    if session.revision != revision or not can_be_asked(session, now):
        raise StaleError
    if speaker.answer is not said:
        speakers.answer(tx, session_id, actor.account_id, said, now)
        audit.record(tx, actor=actor, action=f"speaker.{said}", subject="session", subject_id=session_id, now=now)
        if Answer.CANNOT in (said, speaker.answer):
            event = events.get(tx, session.event_id)
            staff = accounts.list_organizers(tx, event, None, now=now)
            _tell(tx, staff, f"speaker-{said}", actor, session, now)
    return read_talk(tx, actor=actor, now=now, session_id=session_id)


def must_speak(tx: Transaction, actor: Actor, session_id: int, now: datetime) -> tuple[Session, Speaker]:
    """Return a session to its speaker; refuse everybody else, and the speaker a month after its end."""
    speaker = speakers.get(tx, session_id, actor.account_id)
    session = sessions.get(tx, session_id)
    if session.ends_at <= now - speakers.KEPT:
        raise NotAvailableError
    return session, speaker


def _talk(tx: Transaction, session: Session, speaker: Speaker, now: datetime) -> Talk:
    figures = feedback.read_figures_of(tx, session.id)
    return Talk(
        event=events.get(tx, session.event_id),
        session=session,
        answer=speaker.answer,
        expected=speakers.count_expected(tx, session),
        is_open=can_be_asked(session, now),
        figures=figures if figures.number >= ENOUGH else None,
        questions=tuple(
            Heard(words=one.words, people=1 + one.votes, answer=one.answer)
            for one in session_questions.list_of_session(tx, session.id)
            if one.state is State.SHOWN
        ),
    )


def _tell(
    tx: Transaction, staff: tuple[int, ...], template: str, actor: Actor, session: Session, now: datetime
) -> None:
    """Tell organizers something about a session's speaker."""
    event = events.get(tx, session.event_id)
    data: Mapping[str, Any] = {
        "name": actor.display_name,
        "event": event.title.as_dict(),
        "event_id": event.id,
        "session": session.id,
        "icon": session.kind,
        **state_of(event, session),
    }
    priority = Priority.NOTICE
    for account_id in staff:
        notice = Notice(
            account_id=account_id, template=template, data=data, priority=priority, not_after=session.ends_at
        )
        outbox.put(tx, notice, now)
