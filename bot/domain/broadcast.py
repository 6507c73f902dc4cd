"""One text to many: whom it is for, what each of them reads, and what became of it.

Always true: nobody gets a text in a language other than theirs unless it is marked; the figures of a report add up to
the people it was due to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final, Self

from bot.domain.audience import Audience, Role
from bot.domain.content_errors import MixedFilesError, TooManyPhotosError
from bot.domain.errors import StaleError
from bot.domain.language import Language
from bot.domain.link import Link
from bot.domain.parts import LONGEST_CAPTION, LONGEST_PART, length, split, stands_apart
from bot.domain.plan import Plan

LONGEST_TEXT: Final = 12_000
"""Characters of an announcement, as Telegram counts them; one that is longer than a message goes as several."""
MOST_PHOTOS: Final = 10

FALLBACK: Final[Mapping[Language, tuple[Language, ...]]] = {
    Language.KK: (Language.KK, Language.RU, Language.EN),
    Language.RU: (Language.RU, Language.KK, Language.EN),
    Language.EN: (Language.EN, Language.RU, Language.KK),
}
"""Which text a reader of each language gets: the first that was written."""


class State(StrEnum):
    """Where an announcement stands; a stopped one may still have messages on their way until it is finished."""

    COMPOSING = "composing"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    PAUSED = "paused"
    STOPPED = "stopped"
    SENT = "sent"
    CANCELLED = "cancelled"
    REMOVING = "removing"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Broadcast:
    """An announcement; `texts` are safe HTML, `photo` is Telegram's id of a kept file."""

    id: int
    programme_id: int
    author_id: int
    texts: Mapping[Language, str]
    photo: str | None
    audience: Audience
    may_fall_back: bool
    state: State
    revision: int
    sender_id: int | None
    send_at: datetime | None
    recipients: int | None
    progress_message_id: int | None
    finished_at: datetime | None
    is_emergency: bool = False
    """Whether it overtakes everything and wakes people."""
    asks_reply: bool = False
    """Whether everybody is asked to press «Got it»."""
    repeat_after: int | None = None
    """Hours after which the silent are asked once more; None: they are not."""
    plan: Plan | None = None
    """When it is to go out, if not at once."""
    joins_until: datetime | None = None
    """Until when who joins the audience later gets it too."""
    repeated_at: datetime | None = None
    escalated_at: datetime | None = None
    """When it was said that somebody has to call the silent."""
    album: tuple[str, ...] = ()
    """The photos after the first; its buttons stand below its text, which then follows as a message of its own."""
    document: str | None = None
    """Telegram's id of a kept file; there is no photo beside it."""
    links: tuple[Link, ...] = ()
    """Buttons that lead somewhere."""
    edition: int = 0
    """How often its text was changed after it began to go out."""
    left_at: datetime | None = None
    """Since when its sender has no right to send it and nobody else has taken it over."""

    @property
    def files(self) -> int:
        """How many photos or documents it carries."""
        return len(self.photos) + (self.document is not None)

    @property
    def photos(self) -> tuple[str, ...]:
        """Return every photo, in order."""
        return () if self.photo is None else (self.photo, *self.album)

    @property
    def is_empty(self) -> bool:
        """Tell whether it carries no file."""
        return self.photo is None and self.document is None

    def with_photo(self, photo: str) -> Self:
        """Return it with one more photo; the second makes it an album."""
        if self.document is not None:
            raise MixedFilesError
        if self.photo is None:
            return replace(self, photo=photo)
        if len(self.photos) == MOST_PHOTOS:
            raise TooManyPhotosError
        return replace(self, album=(*self.album, photo))

    def with_document(self, document: str) -> Self:
        """Return it with a document, instead of another one."""
        if self.photo is not None:
            raise MixedFilesError
        return replace(self, document=document)

    def with_files(self, photo: str | None, document: str | None) -> Self:
        """Return it with one more file, if there is one."""
        if photo is not None:
            return self.with_photo(photo)
        return self if document is None else self.with_document(document)

    def bare(self) -> Self:
        """Return it without any file."""
        return replace(self, photo=None, album=(), document=None)

    def messages_in(self, language: Language, *, has_poll: bool = False) -> int:
        """Return as how many messages the text in a language goes out, an album counted as one."""
        text = self.texts[language]
        has_buttons = has_poll or self.asks_reply or bool(self.links)
        return len(split(text)) + stands_apart(text, files=self.files, has_buttons=has_buttons)

    def room_for(self, text: str, language: Language) -> int:
        """Return how long a new text may be that is to fit the messages in which the old one was sent."""
        old = self.texts.get(language, self.texts[self.language_for(language)])
        if self.files and not stands_apart(old, files=self.files, has_buttons=self.asks_reply or bool(self.links)):
            return LONGEST_CAPTION
        most = len(split(old))
        return most * LONGEST_PART if len(split(text)) <= most else min(most * LONGEST_PART, length(text) - 1)

    @property
    def length(self) -> int:
        """How many characters its longest text has."""
        return max(map(length, self.texts.values()), default=0)

    def language_for(self, reader: Language) -> Language:
        """Return the language whose text this reader gets; LookupError when nothing is written."""
        for language in FALLBACK[reader]:
            if language in self.texts:
                return language
        raise LookupError("nothing is written")

    def must_be(self, *states: State) -> None:
        """Refuse what belongs to another state."""
        if self.state not in states:
            raise StaleError


REPEATS: Final = (1, 3, 6, 12, 24)
"""Hours after which the silent may be asked once more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many people of an audience are alike; somebody may be student and guardian at once."""

    language: Language
    roles: frozenset[Role]
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What became of an announcement, in people."""

    recipients: int = 0
    sent: int = 0
    waiting: int = 0
    unreachable: int = 0
    unknown: int = 0
    failed: int = 0
    expired: int = 0
    stopped: int = 0
    held: int = 0
    """Waiting for an evening digest."""
    kept: int = 0
    """Not sent, because the person wants only what is urgent; can be read."""

    @property
    def settled(self) -> int:
        """How many people are done with."""
        return self.recipients - self.waiting - self.held

    @property
    def to_retry(self) -> int:
        """How many people certainly did not get it and may still be reached."""
        return self.failed + self.expired


def asking_order(own: Language) -> tuple[Language, ...]:
    """Return the languages in the order texts are asked for: one's own first."""
    return (own, *(language for language in Language if language is not own))


def short_name(name: str, *, is_surname_first: bool) -> str:
    """Return a first name and the initial of the surname."""
    words = name.split()
    if len(words) < 2:  # noqa: PLR2004 - a name and a surname
        return name
    first, last = (words[1], words[0]) if is_surname_first else (words[0], words[-1])
    return f"{first} {last[0]}."
