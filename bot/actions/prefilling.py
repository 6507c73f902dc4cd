"""A step that answers a fresh draft as far as we know already; it runs inside the caller's transaction.

Always true: what is answered beforehand is an answer the question accepts, and whoever registers can change it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.draft import Draft, first_question
from bot.domain.form import Accepted, Context, Form, Kind, PressGiven, read_answer
from storage import drafts, schools
from storage.database import Transaction


def prefill(tx: Transaction, draft: Draft, form: Form, context: Context, now: datetime) -> Draft:
    """Answer a fresh draft's question for the school as the link said by which the person came."""
    unit_id = schools.find_arrival(tx, draft.event_id, draft.account_id)
    question = next((one for one in form.questions if one.kind is Kind.UNIT), None)
    if unit_id is None or question is None or question.code in draft.answers:
        return draft
    meaning = read_answer(question, PressGiven(f"u{unit_id}"), None, None, context)
    if not isinstance(meaning, Accepted):
        return draft
    drafts.save_answer(tx, draft.id, question, meaning.value, now)
    answers = {**draft.answers, question.code: meaning.value}
    return replace(draft, answers=answers, question=first_question(form, answers))
