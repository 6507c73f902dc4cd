"""Walking through a form that is not published yet, as a student would.

Always true: nothing of it is an answer: what is given lies in the organizer's own place until they leave; the very
same reading and moves decide as for a student.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from bot.actions.drafting import Page, context_of
from bot.actions.forming import EDIT, take
from bot.domain import draft as moves
from bot.domain.access import Actor
from bot.domain.draft import Draft
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.form import Accepted, Form, Given, Json, Opened, Rejected, read_answer
from bot.domain.form_changes import filled
from bot.domain.language import Language
from storage import accounts, events
from storage.database import Transaction
from storage.forms import FormDraft

PLACE: Final = "form-preview"
NO_DRAFT: Final = 0
"""The number that buttons of a preview carry instead of a draft's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A page as a student would see it, and the language it is read in."""

    form_draft: FormDraft
    page: Page
    language: Language


def enter(tx: Transaction, *, actor: Actor, now: datetime, form_id: int, language: str) -> Preview:
    """Begin to walk through a form draft, or go on in another language."""
    if language not in set(Language):
        raise StaleError
    form_draft, _ = take(tx, actor, form_id)
    is_here = actor.place == PLACE and actor.place_args.get("form") == form_id
    known = dict(actor.place_args) if is_here else {"question": _form(form_draft).questions[0].code, "answers": {}}
    return _stand(tx, actor, {**known, "form": form_id, "language": language}, now)


def read(tx: Transaction, *, actor: Actor, now: datetime) -> Preview:
    """Return where the walk stands."""
    return _preview(tx, actor, _args(actor), now)


def answer(tx: Transaction, *, actor: Actor, now: datetime, given: Given) -> Preview:
    """Read what would be an answer, and go on."""
    preview = _preview(tx, actor, _args(actor), now)
    page, args = preview.page, _args(actor)
    if page.question is None:
        return preview
    code = page.question.code
    match read_answer(page.question, given, page.draft.answers.get(code), page.step, page.context):
        case Rejected() as problem:
            return replace(preview, page=replace(page, problem=problem))
        case Opened(step=step):
            return _stand(tx, actor, {**args, "step": step}, now)
        case Accepted(value=value, is_final=is_final):
            moved = moves.with_answer(page.form, page.draft, code, value, is_final=is_final)
            return _moved(tx, actor, args, moved, now)


def move(tx: Transaction, *, actor: Actor, now: datetime, do: str, question: str = "") -> Preview:
    """Make a move as a student would: back, skip, onward, to a question."""
    preview = _preview(tx, actor, _args(actor), now)
    form, draft = preview.page.form, preview.page.draft
    match do:
        case "back":
            moved = moves.back(form, draft)
        case "skip":
            moved = moves.skip(form, draft)
        case "onward":
            moved = moves.onward(form, draft)
        case "goto":
            moved = moves.goto(form, draft, question)
        case _:
            raise StaleError
    return _moved(tx, actor, _args(actor), moved, now)


def leave(tx: Transaction, *, actor: Actor, now: datetime) -> int:
    """End the walk and return the form draft; what was given is forgotten."""
    del now
    form_draft, _ = take(tx, actor, int(_args(actor)["form"]))
    accounts.set_place(tx, actor.account_id, EDIT, {"form": form_draft.id, "question": None})
    return form_draft.id


def _args(actor: Actor) -> dict[str, Any]:
    if actor.place != PLACE:
        raise NotAvailableError
    return dict(actor.place_args)


def _moved(tx: Transaction, actor: Actor, args: dict[str, Any], draft: Draft, now: datetime) -> Preview:
    answers: dict[str, Json] = dict(draft.answers)
    return _stand(tx, actor, {**args, "question": draft.question, "answers": answers, "step": None}, now)


def _stand(tx: Transaction, actor: Actor, args: dict[str, Any], now: datetime) -> Preview:
    preview = _preview(tx, actor, args, now)
    accounts.set_place(tx, actor.account_id, PLACE, args)
    return preview


def _preview(tx: Transaction, actor: Actor, args: dict[str, Any], now: datetime) -> Preview:
    form_draft, event = take(tx, actor, int(args["form"]))
    form = _form(form_draft)
    draft = Draft(
        id=NO_DRAFT,
        account_id=actor.account_id,
        event_id=event.id,
        form_version_id=form_draft.based_on,
        question=args["question"],
        answers=args["answers"],
    )
    asked = {one.code: one for one in moves.asked(form, draft.answers)}
    if draft.question not in asked:
        draft = replace(draft, question=moves.first_question(form, draft.answers))
    counted = events.count_places(tx, event)
    page = Page(
        event=counted,
        form=form,
        draft=draft,
        question=asked.get(draft.question or ""),
        step=args.get("step"),
        context=context_of(tx, counted, now),
    )
    return Preview(form_draft=form_draft, page=page, language=Language(args["language"]))


def _form(form_draft: FormDraft) -> Form:
    return Form.of(filled(form_draft.content))
