"""What participants think of sessions, for organizers.

Always true: only organizers of the whole programme read it, and nobody reads whose an answer is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Actor
from bot.domain.event import Event
from bot.domain.feedback import Figures, is_rated
from bot.domain.timetable import Session
from storage import events, feedback, sessions, timetables
from storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """Every session of an event that is over and can be rated, with its figures; `words` are by session."""

    event: Event
    sessions: tuple[tuple[Session, Figures | None], ...]
    words: Mapping[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneSurvey:
    """What participants think of one session."""

    event: Event
    session: Session
    figures: Figures
    words: tuple[str, ...]


def read_survey(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Survey:
    """Return what participants think of an event's sessions."""
    event = events.get(tx, event_id)
    actor.must_run(event.programme_id)
    figures = feedback.read_figures(tx, event_id)
    found = (one for one in timetables.list_all(tx, event_id) if is_rated(one) and one.ends_at <= now)
    return Survey(
        event=event,
        sessions=tuple((one, figures.get(one.id)) for one in found),
        words=feedback.list_words(tx, event_id),
    )


def read_one(tx: Transaction, *, actor: Actor, now: datetime, session_id: int) -> OneSurvey:
    """Return what participants think of one session."""
    del now
    session = sessions.get(tx, session_id)
    event = events.get(tx, session.event_id)
    actor.must_run(event.programme_id)
    words = feedback.list_words(tx, event.id).get(session_id, ())
    return OneSurvey(event=event, session=session, figures=feedback.read_figures_of(tx, session_id), words=words)
