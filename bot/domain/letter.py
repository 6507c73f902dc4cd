"""What a leader writes to the families of a squad: the evening letter about a day, or a message.

Always true: nobody confirms their own words; a photo goes out only when somebody said who is on it, and every child on
it may be shown to families now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.consent import Standing
from bot.domain.consent import State as Answered
from bot.domain.errors import DomainError
from bot.domain.language import Language

PURPOSE: Final = "photo"
"""The purpose of the consent that photos need."""
MOST_PHOTOS: Final = 5
LONGEST: Final = {"did": 900, "best": 600, "tomorrow": 600, "text": 2000}
"""Characters of each part."""
HOLD: Final = timedelta(seconds=30)
"""What was confirmed goes out only then, so that it can be taken back."""
ASKED_FOR: Final = timedelta(hours=3)
"""So long after the hour of the letter leaders are still asked, if they could not be before."""
NEAR: Final = timedelta(minutes=15)
"""So long before the hour leaders of whom nothing is read yet are reminded, once."""
LIFE: Final = timedelta(hours=20)
"""So long after its hour a letter may still be confirmed."""
HOURS: Final = ("18:00", "18:30", "19:00", "19:30", "20:00", "20:30", "21:00", "21:30")
LEADS: Final = (30, 60, 90, 120)
"""Minutes before the hour at which leaders are asked."""


class Kind(StrEnum):
    """The evening letter about a day, or a message."""

    DAY = "day"
    MESSAGE = "message"


class State(StrEnum):
    """What has become of it; the first three are unfinished."""

    WRITING = "writing"
    WAITING = "waiting"
    CONFIRMED = "confirmed"
    SENT = "sent"
    DROPPED = "dropped"
    EXPIRED = "expired"


PARTS: Final[Mapping[Kind, tuple[str, ...]]] = {Kind.DAY: ("did", "best", "tomorrow"), Kind.MESSAGE: ("text",)}
"""What is asked, one after the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """At which local hour the families of an event get the letter, and how long before leaders are asked."""

    sends_at: time
    lead: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A photo of a letter and the registrations of the children on it; unmarked until somebody said who they are."""

    id: int
    file_id: str
    is_marked: bool
    faces: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter or a message to the families of a squad; nobody's until somebody begins to write."""

    id: int
    squad_id: int
    kind: Kind
    held_on: date
    author_id: int | None
    language: Language | None
    texts: Mapping[str, str]
    state: State
    reason: str | None
    confirmed_by: int | None
    send_at: datetime
    expires_at: datetime
    recipients: int | None
    revision: int
    photos: tuple[Photo, ...] = ()

    @property
    def next_part(self) -> str | None:
        """Return what is asked next, None when every part is written."""
        return next((part for part in PARTS[self.kind] if part not in self.texts), None)

    @property
    def unmarked(self) -> Photo | None:
        """Return the first photo of which nobody has said who is on it."""
        return next((one for one in self.photos if not one.is_marked), None)

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing is lacking."""
        return self.next_part is None and self.unmarked is None

    def photo(self, photo_id: int) -> Photo | None:
        """Return one of its photos."""
        return next((one for one in self.photos if one.id == photo_id), None)


def may_be_shown(standings: Iterable[Standing]) -> bool:
    """Tell whether a child's guardians have allowed photos for families, in the newest words.

    What stands is the strictest answer; nobody's answer is a no.
    """
    found = next((one for one in standings if one.text.purpose == PURPOSE), None)
    return found is not None and found.state is Answered.GIVEN and found.rank > 0


class LetterTextError(DomainError):
    """A part of a letter is empty or too long."""

    code = "letter-text"


class LetterPhotosError(DomainError):
    """A letter has as many photos as it may."""

    code = "letter-photos"


class LetterAloneError(DomainError):
    """There is nobody else who could confirm a letter."""

    code = "letter-alone"


class LetterFacesError(DomainError):
    """Nobody said who is on a photo."""

    code = "letter-faces"
