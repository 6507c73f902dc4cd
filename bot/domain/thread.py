"""Questions to the camp: a conversation, its clock, and the answers that are found before anybody is asked.

Always true: a child's conversation needs two adults of the camp who read it; the clock runs only while a family waits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from rapidfuzz import fuzz

from bot.domain.language import Language, Localized
from bot.domain.names import clean, fold
from bot.domain.thread_errors import ThreadTextError

LONGEST: Final = 900
"""Characters of one message; an answer with a photo must fit under it."""
MOST_IN_A_ROW: Final = 10
"""Messages a family may add before it is answered."""
TWO_ADULTS: Final = 2
ADULT_AGE: Final = 18
CLAIM_WITHIN: Final = timedelta(minutes=30)
ANSWER_WITHIN: Final = timedelta(hours=2)
MOST_FOUND: Final = 3
_ALIKE: Final = 85
"""From which likeness (of 100) on two words mean the same."""
_ENOUGH: Final = 0.5
"""The part of a question's telling words that an entry must know."""
_SHORT: Final = 3
"""Letters up to which a word tells nothing."""


class State(StrEnum):
    """Whether a conversation goes on; a closed one is opened again by writing."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A conversation of one account with the people of an event."""

    id: int
    event_id: int
    registration_id: int | None
    unit_id: int | None
    account_id: int
    participant_id: int | None
    is_of_child: bool
    state: State
    owner_id: int | None
    is_urgent: bool
    asked_at: datetime
    waits_since: datetime | None
    warned: int
    rating: int | None
    is_flagged: bool
    revision: int

    @property
    def is_open(self) -> bool:
        """Tell whether it goes on."""
        return self.state is State.OPEN

    def step_due(self, now: datetime) -> int:
        """Return how loudly its waiting must be told by now: 0 not, 1 nobody took it, 2 nobody answered."""
        if self.waits_since is None:
            return 0
        waited = now - self.waits_since
        if waited >= ANSWER_WITHIN:
            return 2
        return 1 if self.owner_id is None and waited >= CLAIM_WITHIN else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What one message says: a text, and at most one file, by the id under which Telegram keeps it."""

    text: str = ""
    photo: str | None = None
    document: str | None = None

    @property
    def has_file(self) -> bool:
        """Tell whether there is a photo or a document."""
        return self.photo is not None or self.document is not None


def checked(words: Words) -> Words:
    """Return the words as they are passed on; ThreadTextError when there is nothing, or too much, to pass on."""
    text = clean(words.text, keep_lines=True)
    if len(text) > LONGEST or not (text or words.has_file):
        raise ThreadTextError
    return replace(words, text=text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message of a conversation; `by` is the name Telegram shows, for staff only."""

    id: int
    account_id: int
    is_staff: bool
    by: str
    words: Words
    said_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An answer to what is asked often; `tags` are more words it is found by."""

    id: int
    question: Localized
    answer: Localized
    tags: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An entry as organizers see it; a language may still be missing."""

    id: int
    programme_id: int
    question: Mapping[str, str]
    answer: Mapping[str, str]
    tags: str
    is_hidden: bool
    helped: int
    revision: int

    @property
    def gaps(self) -> tuple[tuple[str, Language], ...]:
        """The texts that are missing: (question or answer, language)."""
        parts = (("question", self.question), ("answer", self.answer))
        return tuple((part, one) for one in Language for part, texts in parts if not texts.get(one))

    @property
    def is_shown(self) -> bool:
        """Tell whether families find it."""
        return not self.is_hidden and not self.gaps

    def with_text(self, part: str, language: Language, text: str) -> Kept:
        """Return the entry with one text changed."""
        if part == "question":
            return replace(self, question={**self.question, language.value: text})
        return replace(self, answer={**self.answer, language.value: text})


def is_minor(born_on: date | None, today: date) -> bool:
    """Tell whether somebody born then is known to be a minor."""
    if born_on is None:
        return False
    had_birthday = (today.month, today.day) >= (born_on.month, born_on.day)
    return today.year - born_on.year - (not had_birthday) < ADULT_AGE


def find_entries(entries: Sequence[Entry], asked: str, language: Language) -> tuple[Entry, ...]:
    """Return the entries that may answer a typed question, the best first; words are compared folded and inexactly."""
    words = _telling(asked)
    if not words:
        return ()
    scored = [(_score(words, entry, language), -place, entry) for place, entry in enumerate(entries)]
    best = sorted((one for one in scored if one[0] >= _ENOUGH), key=lambda one: one[:2], reverse=True)
    return tuple(entry for _, _, entry in best[:MOST_FOUND])


def _score(words: Sequence[str], entry: Entry, language: Language) -> float:
    known = _telling(f"{entry.question.within(language)} {entry.tags}")
    return sum(any(_means(word, other) for other in known) for word in words) / len(words)


def _means(one: str, other: str) -> bool:
    """Tell whether two words are one, apart from an ending or a slip: Kazakh and Russian words change their ends."""
    start = min(len(one), len(other))
    return (start > _SHORT and one[:start] == other[:start]) or fuzz.ratio(one, other) >= _ALIKE


def _telling(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in fold(text).split() if len(word) > _SHORT))
