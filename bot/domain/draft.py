"""A draft: answers in progress, and the question the person is on.

Always true: no move loses an answer; a question is asked only if its condition holds, and a condition on a question
that is not asked does not hold; nobody gets past a required question without an answer; the way always ends at the
review page (`question` is None) with nothing required missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.behalf import Behalf
from bot.domain.errors import StaleError
from bot.domain.form import Form, Json, Kind, Question
from bot.domain.questions.options import fewest


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One account's answers for one event; `question` None is the review page."""

    id: int
    account_id: int
    event_id: int
    form_version_id: int
    question: str | None
    revision: int = 0
    state: str = "open"
    answers: Mapping[str, Json] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    """Questions that were answered before and are not asked again."""
    on_behalf: Behalf = Behalf.OWN


def asked(form: Form, answers: Mapping[str, Json]) -> tuple[Question, ...]:
    """Return the questions to ask, in order, given these answers."""
    found: dict[str, Question] = {}
    for question in form.questions:
        if _holds(question, found, answers):
            found[question.code] = question
    return tuple(found.values())


def open_questions(form: Form, draft: Draft) -> tuple[Question, ...]:
    """Return the questions to ask in this draft, in order, without those that are known already."""
    return tuple(question for question in asked(form, draft.answers) if question.code not in draft.known)


def kept_answers(form: Form, answers: Mapping[str, Json]) -> dict[str, Json]:
    """Return the answers of the questions that are asked, in the form's order."""
    return {question.code: answers[question.code] for question in asked(form, answers) if question.code in answers}


def missing(form: Form, answers: Mapping[str, Json]) -> tuple[Question, ...]:
    """Return the required questions without an answer."""
    return tuple(
        question for question in asked(form, answers) if question.required and not is_answered(question, answers)
    )


def is_answered(question: Question, answers: Mapping[str, Json]) -> bool:
    """Tell whether a question is done: answered, or skipped where that is allowed."""
    if question.code not in answers:
        return False
    value = answers[question.code]
    if value is None:
        return not question.required
    if question.kind is Kind.SEVERAL_OF and isinstance(value, Sequence):
        return len(value) >= fewest(question)
    return True


def first_question(form: Form, answers: Mapping[str, Json] | None = None) -> str | None:
    """Return the code of the first unanswered question, None when all are answered."""
    return _next(form, answers or {}, after=None)


def progress(form: Form, draft: Draft) -> tuple[int, int]:
    """Return the position (from 1) of the question the person is on, and how many are asked."""
    codes = [question.code for question in open_questions(form, draft)]
    total = max(len(codes), 1)
    return (codes.index(draft.question) + 1 if draft.question in codes else total), total


def shared_answers(form: Form, before: Form, answers: Mapping[str, Json]) -> dict[str, Json]:
    """Return the answers of an earlier draft that hold for the next child: to shared questions that are still the same.

    `before` is the form that was answered then.
    """
    known = {question.code: question for question in before.questions}
    same = (one for one in form.questions if one.shared and known.get(one.code) == one)
    return {one.code: answers[one.code] for one in same if answers.get(one.code) is not None}


def with_answer(form: Form, draft: Draft, code: str, value: Json, *, is_final: bool = True) -> Draft:
    """Save an answer and move on to the next unanswered question, or to the review page.

    An answer that is not final stays on the question and keeps the revision, so that quick presses in a row all count.
    Raises StaleError when the question is not asked.
    """
    _must_be_asked(form, draft, code)
    answers = {**draft.answers, code: value}
    if not is_final:
        return replace(draft, answers=answers, question=code)
    return _moved(draft, _next(form, answers, after=code), answers)


def skip(form: Form, draft: Draft, code: str | None = None) -> Draft:
    """Leave an optional question (the current one by default) without an answer; StaleError when it is required."""
    question = _must_be_asked(form, draft, code or draft.question)
    if question.required:
        raise StaleError
    return with_answer(form, draft, question.code, None)


def back(form: Form, draft: Draft) -> Draft:
    """Return to the question before; from the review page to the last one, from the first one nowhere."""
    codes = [question.code for question in open_questions(form, draft)]
    if not codes or draft.question == codes[0]:
        return draft
    position = codes.index(draft.question) if draft.question in codes else len(codes)
    return _moved(draft, codes[position - 1], draft.answers)


def goto(form: Form, draft: Draft, code: str) -> Draft:
    """Open one question again, from the review page; StaleError when it is not asked."""
    return _moved(draft, _must_be_asked(form, draft, code).code, draft.answers)


def onward(form: Form, draft: Draft) -> Draft:
    """Leave the question as it is and go to the next unanswered one, or to the review page."""
    return _moved(draft, _next(form, draft.answers, after=draft.question), draft.answers)


def _moved(draft: Draft, question: str | None, answers: Mapping[str, Json]) -> Draft:
    return replace(draft, question=question, answers=answers, revision=draft.revision + 1)


def _must_be_asked(form: Form, draft: Draft, code: str | None) -> Question:
    for question in open_questions(form, draft):
        if question.code == code:
            return question
    raise StaleError


def _next(form: Form, answers: Mapping[str, Json], *, after: str | None) -> str | None:
    """Return the next unanswered question after this one, else the first unanswered one, else None."""
    questions = asked(form, answers)
    codes = [question.code for question in questions]
    start = codes.index(after) + 1 if after in codes else 0
    for question in (*questions[start:], *questions[:start]):
        if not is_answered(question, answers):
            return question.code
    return None


def _holds(question: Question, earlier: Mapping[str, Question], answers: Mapping[str, Json]) -> bool:
    condition = question.condition
    if condition is None:
        return True
    return condition.question in earlier and not condition.values.isdisjoint(_named(answers.get(condition.question)))


def _named(value: Json) -> tuple[str, ...]:
    """Return the words that a condition may name for this answer."""
    if isinstance(value, bool):
        return ("yes",) if value else ("no",)
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Sequence):
        return tuple(one for one in value if isinstance(one, str))
    return ()
