"""Dates as people type them: 17.05.2012, 2012-05-17, 17/5/12, 17052012, May 17th 2012 in three languages, any digits.

Always true: only the numbers are read here, not whether such a day exists; time taken is linear in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from bot.domain.names import fold
from bot.domain.questions.vocabulary import MONTH_STARTS

LONGEST: Final = 80
_TOKENS: Final = re.compile(r"[0-9]+|[^\W\d_]+")
_MONTHS: Final = 12
_YEAR_DIGITS: Final = 4
_WHOLE_DIGITS: Final = 8


@dataclass(frozen=True, slots=True)
class Day:
    """A whole date, which may not exist."""

    year: int
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Month:
    """A year and a month."""

    year: int
    month: int


@dataclass(frozen=True, slots=True)
class Year:
    """A year alone."""

    year: int


Read: TypeAlias = Day | Month | Year | None


def read_date(text: str, known: str, today: date) -> Read:
    """Read a typed date; `known` is the year ("2012") or month ("2012-05") chosen before by buttons, or "".

    Two digits of a year mean the latest such year that is not after today.
    """
    if len(text) > LONGEST:
        return None
    tokens = _TOKENS.findall(fold(text))
    numbers = [token for token in tokens if token.isdigit()]
    months = {month for token in tokens if (month := _month_named(token)) is not None}
    if len(months) > 1 or any(len(number) > _WHOLE_DIGITS for number in numbers):
        return None
    if months:
        return _with_month_name(numbers, months.pop(), known, today)
    return _with_numbers(numbers, known, today)


def _with_month_name(numbers: list[str], month: int, known: str, today: date) -> Read:
    match numbers:
        case [year, day] if len(year) == _YEAR_DIGITS:
            return _whole(year, month, day, today)
        case [day, year]:
            return _whole(year, month, day, today)
        case [year] if len(year) == _YEAR_DIGITS:
            return Month(int(year), month)
        case [day] if known and len(day) <= len("31"):
            return Day(int(known[:4]), month, int(day))
        case [] if known:
            return Month(int(known[:4]), month)
        case _:
            return None


def _with_numbers(numbers: list[str], known: str, today: date) -> Read:
    match numbers:
        case [year, month, day] if len(year) == _YEAR_DIGITS:
            return _whole(year, int(month), day, today)
        case [day, month, year]:
            is_american = int(month) > _MONTHS >= int(day)
            return _whole(year, int(day), month, today) if is_american else _whole(year, int(month), day, today)
        case [whole] if len(whole) == _WHOLE_DIGITS:
            return _eight_digits(whole, today)
        case [year] if len(year) == _YEAR_DIGITS:
            return Year(int(year))
        case [number] if known and len(number) <= len("31"):
            return _rest(known, int(number))
        case _:
            return None


def _eight_digits(whole: str, today: date) -> Day:
    """Read DDMMYYYY, or YYYYMMDD when the former gives no year that anybody alive was born in."""
    year = int(whole[4:])
    if today.year - 150 <= year <= today.year + 150:
        return Day(year, int(whole[2:4]), int(whole[:2]))
    return Day(int(whole[:4]), int(whole[4:6]), int(whole[6:]))


def _rest(known: str, number: int) -> Read:
    """Read a number typed where only the month or only the day is left to say."""
    if len(known) > _YEAR_DIGITS:
        return Day(int(known[:4]), int(known[5:7]), number)
    return Month(int(known), number) if 1 <= number <= _MONTHS else None


def _whole(year: str, month: int, day: str, today: date) -> Day | None:
    if len(day) > len("31"):
        return None
    match len(year):
        case 4:
            return Day(int(year), month, int(day))
        case 2:
            century = today.year // 100 * 100
            full = century + int(year)
            return Day(full if full <= today.year else full - 100, month, int(day))
        case _:
            return None


def _month_named(token: str) -> int | None:
    return next((month for start, month in MONTH_STARTS if token.startswith(start)), None)
