"""How carefully answers are kept: until when, and from whom they are hidden."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from bot.domain.form import Form, Kind, Question, Sensitivity


def is_past(question: Question, ends_on: date, today: date) -> bool:
    """Tell whether an answer's time is over: the days it is kept count from the event's last day."""
    return today > ends_on + timedelta(days=question.keep_days)


def past_codes(form: Form, ends_on: date, today: date) -> frozenset[str]:
    """Return the codes of the questions whose answers' time is over."""
    return frozenset(question.code for question in form.questions if is_past(question, ends_on, today))


def is_code_past(form: Form, code: str, ends_on: date, today: date) -> bool:
    """Tell whether an answer's time is over; one to a question that the form has no more is kept to the last day."""
    question = next((one for one in form.questions if one.code == code), None)
    return today > ends_on if question is None else is_past(question, ends_on, today)


def is_kind_past(form: Form, kind: Kind, ends_on: date, today: date) -> bool:
    """Tell whether what a form learns from its question of a kind is to be kept no longer.

    Where it does not ask, the copy is kept as long as the longest-kept answer.
    """
    asked = [question for question in form.questions if question.kind is kind] or list(form.questions)
    return all(is_past(question, ends_on, today) for question in asked)


def hidden_codes(form: Form, kept_back: Collection[Sensitivity] = (Sensitivity.HEALTH,)) -> frozenset[str]:
    """Return the codes of health questions, and of those whose being asked would tell of an answer to one."""
    found: set[str] = set()
    for question in form.questions:
        tells = question.condition is not None and question.condition.question in found
        if tells or question.sensitivity in kept_back:
            found.add(question.code)
    return frozenset(found)
