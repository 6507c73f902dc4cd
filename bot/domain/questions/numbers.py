"""Questions answered with a whole number: a grade, a count.

Always true: the value is an integer between the question's bounds.
"""

from __future__ import annotations

import re
from typing import Final

from bot.domain.names import ascii_digits
from bot.domain.questions.answer import (
    STALE,
    UNKNOWN,
    Accepted,
    Choice,
    Context,
    Given,
    Json,
    Meaning,
    PressGiven,
    Rejected,
    Rows,
    Shown,
    TextGiven,
    in_rows,
)
from bot.domain.questions.question import Question

MOST_BUTTONS: Final = 25
_ROW: Final = 5
_NUMBERS: Final = re.compile(r"[-−]?[0-9]+")
_LONGEST: Final = 12
_GRADE_LOW: Final = 0
_GRADE_HIGH: Final = 12


class Number:
    """A whole number between `low` and `high`."""

    def read(self, question: Question, given: Given, value: Json, step: str, context: Context) -> Meaning:
        """Take a pressed number, or a text with exactly one number in it."""
        del value, step, context
        low, high = self._bounds(question)
        match given:
            case PressGiven(payload):
                pressed = next((number for number in _offered(low, high) if str(number) == payload), None)
                return STALE if pressed is None else Accepted(pressed)
            case TextGiven(text):
                return _within(_number(text), low, high)
            case _:
                return Rejected("number-needed")

    def choices(self, question: Question, value: Json, step: str, context: Context) -> Rows:
        """Offer every number when they are few."""
        del step, context
        numbers = _offered(*self._bounds(question))
        return in_rows([Choice(str(number), str(number), number == value) for number in numbers], _ROW)

    def shown(self, question: Question, value: Json, context: Context) -> tuple[Shown, ...]:
        """Show the number."""
        del question, context
        return (value,) if isinstance(value, int) else (UNKNOWN,)

    def _bounds(self, question: Question) -> tuple[int | None, int | None]:
        return question.low, question.high


class Grade(Number):
    """A school grade."""

    def _bounds(self, question: Question) -> tuple[int | None, int | None]:
        low = _GRADE_LOW if question.low is None else question.low
        return low, _GRADE_HIGH if question.high is None else question.high


def _number(text: str) -> int | None:
    """Return the only number in the text, else None."""
    found = _NUMBERS.findall(ascii_digits(text))
    if len(found) != 1 or len(found[0]) > _LONGEST:
        return None
    return int(found[0].replace("−", "-"))


def _offered(low: int | None, high: int | None) -> range:
    if low is None or high is None or high - low >= MOST_BUTTONS:
        return range(0)
    return range(low, high + 1)


def _within(number: int | None, low: int | None, high: int | None) -> Meaning:
    if number is None:
        return Rejected("number-needed")
    if low is not None and number < low:
        return Rejected("number-too-low", {"low": low})
    if high is not None and number > high:
        return Rejected("number-too-high", {"high": high})
    return Accepted(number)
