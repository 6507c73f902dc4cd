"""A participant's question about a session: looked at by organizers first, answered by them in the open.

Always true: one question for each participant and session; the speaker reads words and numbers, never whose they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.event import Event
from bot.domain.feedback import is_rated
from bot.domain.names import clean
from bot.domain.speaker_errors import QuestionTextError
from bot.domain.timetable import Session

LONGEST: Final = 300
LONGEST_ANSWER: Final = 1000


class State(StrEnum):
    """What organizers decided about a question."""

    NEW = "new"
    SHOWN = "shown"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionQuestion:
    """A question as it is kept; `votes` counts «me too», the asker not among them."""

    id: int
    session_id: int
    registration_id: int
    account_id: int
    words: str
    state: State
    answer: str | None
    votes: int
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A question as the speaker reads it: nothing in it says whose it is."""

    words: str
    people: int
    answer: str | None


def can_ask(event: Event, session: Session, now: datetime) -> bool:
    """Tell whether a session may be asked about: before it, while it lasts, and until the day after the event."""
    closes_at = datetime.combine(event.ends_on + timedelta(days=2), time(), event.zone)
    return is_rated(session) and now < closes_at


def read_words(text: str, longest: int) -> str:
    """Return a typed text in one line; QuestionTextError when it is empty or too long."""
    words = clean(text)
    if not 0 < len(words) <= longest:
        raise QuestionTextError
    return words
