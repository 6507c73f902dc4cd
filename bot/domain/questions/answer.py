"""What a person did, what it means, and what is offered next.

Always true: a payload is at most 40 bytes of ASCII without a colon and names the wanted result, never a toggle;
nothing here holds a sentence, only data and the keys of texts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal, Protocol, TypeAlias

from bot.domain.language import Localized
from bot.domain.questions.question import Question
from bot.domain.units import Units

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"
"""What an answer is stored as."""

LONGEST_PAYLOAD: Final = 40
LONGEST_TEXT: Final = 4096
"""Characters of a typed text that are looked at; Telegram sends no more in one message."""


# What a person did --------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class TextGiven:
    """A typed message."""

    text: str


@dataclass(frozen=True, slots=True)
class PressGiven:
    """A pressed button of this question."""

    payload: str


@dataclass(frozen=True, slots=True)
class ContactGiven:
    """A shared contact; `is_own` when Telegram says that it belongs to the sender."""

    phone: str
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that was made harmless and is kept sealed: its random name, what opens it, and its size in bytes."""

    name: str
    key: str
    size: int


@dataclass(frozen=True, slots=True)
class FileGiven:
    """A photo or a document; `size` in bytes; `refusal` is why its content is not taken."""

    kind: Literal["photo", "document"]
    file_id: str
    name: str | None = None
    mime: str | None = None
    size: int | None = None
    upload: Upload | None = None
    refusal: str | None = None


@dataclass(frozen=True, slots=True)
class OtherGiven:
    """Anything else: a sticker, a voice message, a place, and so on."""

    what: str


Given: TypeAlias = TextGiven | PressGiven | ContactGiven | FileGiven | OtherGiven


# What it means ------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Accepted:
    """An answer to save; when it is not final the question stays."""

    value: Json
    is_final: bool = True


@dataclass(frozen=True, slots=True)
class Opened:
    """A step on the way to an answer: nothing to save, other buttons to show ("" is the first step)."""

    step: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """No answer; `problem` is the suffix of the text that says what is wrong, `data` its arguments."""

    problem: str
    data: Mapping[str, str | int | date] = field(default_factory=dict)


Meaning: TypeAlias = Accepted | Opened | Rejected


# What is offered and shown ------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Word:
    """A text of the locales by its key, with arguments that the edge renders first."""

    key: str
    args: Mapping[str, str | int | date | Localized] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """One button."""

    payload: str
    label: Localized | str | Word
    is_chosen: bool = False


Rows: TypeAlias = tuple[tuple[Choice, ...], ...]
Shown: TypeAlias = Localized | str | date | int | Word


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamChoice:
    """A stream as it stands now; no place left means the waitlist."""

    code: str
    title: Localized
    starts_on: date
    ends_on: date
    places_left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What questions need to know: the day in the event's zone, its streams, the programme's units."""

    today: date
    streams: tuple[StreamChoice, ...] = ()
    units: Units = field(default_factory=Units)


class Asking(Protocol):
    """What every kind of question can do."""

    def read(self, question: Question, given: Given, value: Json, step: str, context: Context) -> Meaning:
        """Tell what a person's deed means; `value` is the answer saved so far."""

    def choices(self, question: Question, value: Json, step: str, context: Context) -> Rows:
        """Return the rows of buttons for this step."""

    def shown(self, question: Question, value: Json, context: Context) -> tuple[Shown, ...]:
        """Return the pieces of a saved answer for the review page; the value is never None."""


STALE: Final = Rejected("press-stale")
"""A button that this question does not have now."""

UNKNOWN: Final = Word("form-unknown")
"""A saved answer that nothing in the programme explains any more."""


def in_rows(choices: Sequence[Choice], width: int) -> Rows:
    """Lay buttons out, so many in a row."""
    return tuple(tuple(choices[start : start + width]) for start in range(0, len(choices), width))
