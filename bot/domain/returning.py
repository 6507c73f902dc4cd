"""What somebody who registers again need not be asked: the same name, birthday, gender, school, phone and language.

Always true: nothing about health is carried over, of identity the name and the date of birth only; what is carried over
is an answer the new question accepts, and everybody sees and can change it before sending.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from bot.domain.form import (
    Accepted,
    Context,
    Form,
    Given,
    Json,
    Kind,
    PressGiven,
    Question,
    Sensitivity,
    TextGiven,
    read_answer,
)

ABOUT_ONE: Final = frozenset({Kind.NAME, Kind.BIRTH_DATE, Kind.PHONE, Kind.UNIT})
"""Kinds that ask everybody the same, whatever the event."""
SAME_CODES: Final = frozenset({"gender", "study_language", "language"})
"""Choices that ask the same in every form that has them."""


def known_answers(form: Form, before: Form, answers: Mapping[str, Json], context: Context) -> dict[str, Json]:
    """Return the answers of an earlier registration by the same person, by the codes of the new form."""
    found: dict[str, Json] = {}
    for question in form.questions:
        for earlier in before.questions:
            value = answers.get(earlier.code)
            if value is not None and _is_same(question, earlier) and question.code not in found:
                found.update(_accepted(question, value, context))
    return found


def _is_same(question: Question, earlier: Question) -> bool:
    if question.kind is not earlier.kind or not (_may_carry(question) and _may_carry(earlier)):
        return False
    if question.kind is Kind.UNIT:
        return (question.levels, question.within) == (earlier.levels, earlier.within)
    return question.kind in ABOUT_ONE or (question.code == earlier.code and question.code in SAME_CODES)


def _may_carry(question: Question) -> bool:
    if question.sensitivity is Sensitivity.IDENTITY:
        return question.kind in {Kind.NAME, Kind.BIRTH_DATE}
    return question.sensitivity is not Sensitivity.HEALTH and question.condition is None


def _accepted(question: Question, value: Json, context: Context) -> Iterator[tuple[str, Json]]:
    """Yield the answer if the new question takes it; a school and a phone were checked when they were given."""
    given = _given(question, value)
    if given is None:
        if isinstance(value, Mapping) and question.kind in ABOUT_ONE:
            yield question.code, value
        return
    meaning = read_answer(question, given, None, None, context)
    if isinstance(meaning, Accepted):
        yield question.code, meaning.value


def _given(question: Question, value: Json) -> Given | None:
    if not isinstance(value, str):
        return None
    if question.kind is Kind.ONE_OF:
        return PressGiven(value)
    return TextGiven(f"{date.fromisoformat(value):%d.%m.%Y}" if question.kind is Kind.BIRTH_DATE else value)
