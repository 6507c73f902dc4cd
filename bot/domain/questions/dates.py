"""The question for a date of birth: year, month and day by buttons, or typed in one of many ways.

Always true: the value is an ISO date between the question's bounds and not after today. Steps: "" years (or decades
when there are many), "199" the years of a decade, "2012" its months, "2012-05" its days.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.domain.questions.answer import (
    STALE,
    UNKNOWN,
    Accepted,
    Choice,
    Context,
    Given,
    Json,
    Meaning,
    Opened,
    PressGiven,
    Rejected,
    Rows,
    Shown,
    TextGiven,
    Word,
    in_rows,
)
from bot.domain.questions.question import Question
from bot.domain.questions.typed_dates import Day, Month, Year, read_date

TOP: Final = "years"
"""The payload that leads back to the first step."""
_MOST_YEARS: Final = 30
_OLDEST: Final = 100
_PAYLOAD: Final = re.compile(r"[0-9]{3}|[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-3][0-9])?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The dates that are accepted, both ends included, and today."""

    first: date
    last: date
    today: date

    def days(self, step: str) -> list[date]:
        """Return the accepted days that begin with this step."""
        start = date.fromisoformat(f"{step}-01")
        month = (start + timedelta(days=offset) for offset in range(31))
        return [day for day in month if day.month == start.month and self.first <= day <= self.last]

    def months(self, year: str) -> list[str]:
        """Return the accepted months of a year as steps."""
        return [step for month in range(1, 13) if self.has(step := f"{year}-{month:02}")]

    def years(self, decade: str = "") -> list[str]:
        """Return the accepted years that begin with these digits."""
        every = (f"{year:04}" for year in range(self.first.year, self.last.year + 1))
        return [year for year in every if year.startswith(decade)]

    def has(self, step: str) -> bool:
        """Tell whether any accepted date begins with this step."""
        width = len(step)
        return self.first.isoformat()[:width] <= step <= self.last.isoformat()[:width]


class BirthDate:
    """A date of birth."""

    def read(self, question: Question, given: Given, value: Json, step: str, context: Context) -> Meaning:
        """Take a press (which always names the whole way: year, month, day) or a typed date."""
        del value
        span = _span(question, context)
        match given:
            case PressGiven(payload):
                return _pressed(payload, span)
            case TextGiven(text):
                return _typed(text, step, span)
            case _:
                return Rejected("date-needed")

    def choices(self, question: Question, value: Json, step: str, context: Context) -> Rows:
        """Offer years, then months, then days."""
        span, chosen = _span(question, context), value if isinstance(value, str) else ""
        match _kind_of(step, span):
            case "day":
                return (*_days(span.days(step), chosen), _back(step[:4]))
            case "month":
                above = step[:3] if len(span.years()) > _MOST_YEARS else TOP
                return (*_months(span.months(step), chosen), _back(above))
            case "year":
                return (*_years(span.years(step), chosen), _back(TOP))
            case _:
                years = span.years()
                return _decades(years, chosen) if len(years) > _MOST_YEARS else _years(years, chosen)

    def shown(self, question: Question, value: Json, context: Context) -> tuple[Shown, ...]:
        """Show the date."""
        del question, context
        try:
            return (date.fromisoformat(str(value)),)
        except ValueError:
            return (UNKNOWN,)


def trail(step: str) -> tuple[Shown, ...]:
    """Return the year and the month chosen so far."""
    year = (step[:4],) if re.match(r"[0-9]{4}", step) else ()
    month = (_month_word(step),) if re.fullmatch(r"[0-9]{4}-[0-9]{2}", step) else ()
    return (*year, *month)


def _span(question: Question, context: Context) -> Span:
    today = context.today
    first = question.born_from or date(today.year - _OLDEST, 1, 1)
    return Span(first=first, last=min(question.born_to or today, today), today=today)


def _kind_of(step: str, span: Span) -> str:
    """Return what a step offers; a step that is not within the span is the first one."""
    if not _PAYLOAD.fullmatch(step) or not span.has(step):
        return ""
    return {3: "year", 4: "month", 7: "day"}.get(len(step), "")


def _pressed(payload: str, span: Span) -> Meaning:
    if payload == TOP:
        return Opened("")
    if not _PAYLOAD.fullmatch(payload) or not span.has(payload):
        return STALE
    if len(payload) < len("2012-05-17"):
        return Opened(payload) if _kind_of(payload, span) != "day" or span.days(payload) else STALE
    try:
        return Accepted(date.fromisoformat(payload).isoformat())
    except ValueError:
        return STALE


def _typed(text: str, step: str, span: Span) -> Meaning:
    known = step if _kind_of(step, span) in {"month", "day"} else ""
    match read_date(text, known, span.today):
        case Day(year, month, day):
            return _day(year, month, day, span)
        case Month(year, month):
            return _opened(f"{year:04}-{month:02}", span)
        case Year(year):
            return _opened(f"{year:04}", span)
        case _:
            return Rejected("date-not-understood")


def _day(year: int, month: int, day: int, span: Span) -> Meaning:
    try:
        born_on = date(year, month, day)
    except ValueError:
        return Rejected("date-impossible", {"day": f"{day:02}", "month": f"{month:02}", "year": str(year)})
    return _outside(born_on.isoformat(), span) or Accepted(born_on.isoformat())


def _opened(step: str, span: Span) -> Meaning:
    return _outside(step, span) or Opened(step)


def _outside(step: str, span: Span) -> Rejected | None:
    """Return what is wrong with a date (or a year, or a month) that is not accepted."""
    if span.has(step):
        return None
    if step > span.today.isoformat()[: len(step)]:
        return Rejected("date-in-future")
    if step < span.first.isoformat()[: len(step)]:
        return Rejected("date-too-early", {"earliest": span.first})
    return Rejected("date-too-late", {"latest": span.last})


def _decades(years: Iterable[str], chosen: str) -> Rows:
    decades = dict.fromkeys(year[:3] for year in years)
    buttons = [Choice(decade, f"{decade}0–{decade}9", chosen.startswith(decade)) for decade in decades]
    return in_rows(buttons, 2)


def _years(years: Iterable[str], chosen: str) -> Rows:
    return in_rows([Choice(year, year, chosen.startswith(year)) for year in years], 4)


def _months(months: Iterable[str], chosen: str) -> Rows:
    return in_rows([Choice(month, _month_word(month), chosen.startswith(month)) for month in months], 3)


def _days(days: Iterable[date], chosen: str) -> Rows:
    return in_rows([Choice(str(day), str(day.day), chosen == str(day)) for day in days], 7)


def _month_word(step: str) -> Word:
    return Word("form-month", {"month": int(step[5:7])})


def _back(payload: str) -> tuple[Choice, ...]:
    return (Choice(payload, Word("form-level-back")),)
