"""A step that answers a fresh draft as far as we know already; it runs inside the caller's transaction.

Always true: what is answered beforehand is an answer the question accepts, and whoever registers can change it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from bot.domain.draft import Draft, first_question
from bot.domain.form import Accepted, Context, Form, Given, Kind, PressGiven, TextGiven, read_answer
from bot.domain.returning import known_answers
from storage import drafts, events, nominees, schools
from storage.database import Transaction


def prefill(tx: Transaction, draft: Draft, form: Form, context: Context, now: datetime) -> Draft:
    """Answer a fresh draft's questions as the school's link said by which the person came."""
    answers = dict(draft.answers)
    for kind, given in _known(tx, draft):
        question = next((one for one in form.questions if one.kind is kind), None)
        if question is None or question.code in answers:
            continue
        meaning = read_answer(question, given, None, None, context)
        if isinstance(meaning, Accepted):
            drafts.save_answer(tx, draft.id, question, meaning.value, now)
            answers[question.code] = meaning.value
    if answers == draft.answers:
        return draft
    return replace(draft, answers=answers, question=first_question(form, answers))


def recall(tx: Transaction, draft: Draft, form: Form, context: Context, now: datetime) -> Draft:
    """Answer what the same person answered for an earlier event and what stays the same about them."""
    earlier = drafts.find_earlier(tx, draft.account_id, draft.event_id)
    if earlier is None:
        return draft
    known = known_answers(form, events.get_form(tx, earlier.form_version_id), earlier.answers, context)
    new = {code: value for code, value in known.items() if code not in draft.answers}
    for code, value in new.items():
        drafts.save_answer(tx, draft.id, form.question(code), value, now)
    answers = {**draft.answers, **new}
    return replace(draft, answers=answers, question=first_question(form, answers)) if new else draft


def _known(tx: Transaction, draft: Draft) -> Iterator[tuple[Kind, Given]]:
    unit_id = schools.find_arrival(tx, draft.event_id, draft.account_id)
    if unit_id is None:
        return
    yield Kind.UNIT, PressGiven(f"u{unit_id}")
    nominee = nominees.find_by_account(tx, draft.event_id, draft.account_id)
    if nominee is None:
        return
    yield Kind.NAME, TextGiven(nominee.full_name)
    if nominee.born_on:
        yield Kind.BIRTH_DATE, TextGiven(f"{date.fromisoformat(nominee.born_on):%d.%m.%Y}")
    if nominee.grade is not None:
        yield Kind.GRADE, TextGiven(str(nominee.grade))
