"""A form as data, and the one door to asking a question of any kind.

Always true: a form cannot be changed, its question codes are unique, every kind has exactly one object in KINDS, and
reading an answer never raises: whatever a person sends is accepted, opens a step or is rejected with a reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Self

from bot.domain.language import Localized
from bot.domain.questions import dates, places
from bot.domain.questions.answer import (
    LONGEST_TEXT,
    Accepted,
    Asking,
    Choice,
    ContactGiven,
    Context,
    FileGiven,
    Given,
    Json,
    Meaning,
    Opened,
    OtherGiven,
    PressGiven,
    Rejected,
    Rows,
    Shown,
    StreamChoice,
    TextGiven,
    Upload,
    Word,
)
from bot.domain.questions.decisions import Consent, YesNo
from bot.domain.questions.files import File
from bot.domain.questions.numbers import Grade, Number
from bot.domain.questions.options import OneOf, SeveralOf
from bot.domain.questions.phones import Phone
from bot.domain.questions.question import Condition, Kind, Option, Question, Sensitivity
from bot.domain.questions.streams import Stream
from bot.domain.questions.texts import Name, Text

__all__ = [
    "KINDS",
    "Accepted",
    "Choice",
    "Condition",
    "ContactGiven",
    "Context",
    "FileGiven",
    "Form",
    "Given",
    "Json",
    "Kind",
    "Meaning",
    "Opened",
    "Option",
    "OtherGiven",
    "PressGiven",
    "Question",
    "Rejected",
    "Rows",
    "Section",
    "Sensitivity",
    "Shown",
    "StreamChoice",
    "TextGiven",
    "Upload",
    "Word",
    "choices",
    "read_answer",
    "shown",
    "trail",
]

KINDS: Final[Mapping[Kind, Asking]] = {
    Kind.STREAM: Stream(),
    Kind.NAME: Name(),
    Kind.TEXT: Text(longest=200, keep_lines=False),
    Kind.LONG_TEXT: Text(longest=2000, keep_lines=True),
    Kind.BIRTH_DATE: dates.BirthDate(),
    Kind.GRADE: Grade(),
    Kind.PHONE: Phone(),
    Kind.UNIT: places.Place(),
    Kind.ONE_OF: OneOf(),
    Kind.SEVERAL_OF: SeveralOf(),
    Kind.YES_NO: YesNo(),
    Kind.NUMBER: Number(),
    Kind.FILE: File(),
    Kind.CONSENT: Consent(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Questions under one heading."""

    code: str
    title: Localized
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Everything that is asked at registration, in order."""

    sections: tuple[Section, ...]
    questions: tuple[Question, ...] = field(init=False, repr=False, compare=False)
    """All questions, in order."""

    def __post_init__(self) -> None:
        every = tuple(question for section in self.sections for question in section.questions)
        object.__setattr__(self, "questions", every)

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> Self:
        """Build from the JSON shape of a programme file's `form`."""
        return cls(
            sections=tuple(
                Section(
                    code=section["code"],
                    title=Localized.of(section["title"]),
                    questions=tuple(Question.of(question) for question in section["questions"]),
                )
                for section in content["sections"]
            )
        )

    def for_child(self) -> Self:
        """Return the form as it is asked when somebody answers for a child."""
        return replace(
            self,
            sections=tuple(
                replace(section, questions=tuple(question.for_child() for question in section.questions))
                for section in self.sections
            ),
        )

    def question(self, code: str) -> Question:
        """Return the question with this code; KeyError when there is none."""
        for question in self.questions:
            if question.code == code:
                return question
        raise KeyError(code)

    def section_of(self, code: str) -> Section:
        """Return the section that holds this question; KeyError when there is none."""
        for section in self.sections:
            if any(question.code == code for question in section.questions):
                return section
        raise KeyError(code)


def read_answer(question: Question, given: Given, current_value: Json, step: str | None, context: Context) -> Meaning:
    """Tell what a person's deed means for the question they are on."""
    if isinstance(given, TextGiven) and len(given.text) > LONGEST_TEXT:
        return Rejected("text-too-long", {"longest": LONGEST_TEXT, "length": len(given.text)})
    return KINDS[question.kind].read(question, given, current_value, step or "", context)


def choices(question: Question, value: Json, step: str | None, context: Context) -> Rows:
    """Return the rows of buttons for the step the person is on."""
    return KINDS[question.kind].choices(question, value, step or "", context)


def trail(question: Question, step: str | None, context: Context) -> tuple[Shown, ...]:
    """Return what was chosen on the way to this step (a year and a month, a region …), to stand under the question."""
    match question.kind:
        case Kind.BIRTH_DATE:
            return dates.trail(step or "")
        case Kind.UNIT:
            return places.trail(question, step or "", context)
        case _:
            return ()


def shown(question: Question, value: Json, context: Context) -> tuple[Shown, ...]:
    """Return a saved answer as pieces that the edge renders; a skipped question is the word `form-skipped`."""
    if value is None:
        return (Word("form-skipped"),)
    return KINDS[question.kind].shown(question, value, context)
