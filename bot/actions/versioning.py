"""A step that actions share: a form gets a new version, said by a file or made in chat; one path for both.

Always true: what is published stays as it is, and so does every registration that was sent under it; a draft that was
never sent goes on under the newest version with every answer that still fits, and is asked only what is new; an answer
that fits no more is kept aside, not thrown away.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain import draft as moves
from bot.domain.access import Actor
from bot.domain.draft import Draft
from bot.domain.form import Form
from bot.domain.form_changes import fits
from bot.domain.form_edits import Content
from storage import audit, drafts, events, forms, supplements
from storage.database import Transaction


def publish_version(
    tx: Transaction, event_id: int, content: Content, *, now: datetime, actor: Actor | None = None, asks: bool = False
) -> int:
    """Publish a form and take along the drafts under way; return the version's id. Nobody: the file says so."""
    by = actor.account_id if actor else None
    version_id = forms.publish(tx, event_id, content, now, by=by, asks=asks)
    under_way = forms.list_under_way(tx, event_id, version_id)
    for draft_id in under_way:
        _move(tx, drafts.get(tx, draft_id), version_id, now)
    audit.record(
        tx,
        actor=actor,
        action="form.publish",
        subject="event",
        subject_id=event_id,
        now=now,
        version=version_id,
        moved=len(under_way),
        asks=asks,
    )
    return version_id


def _move(tx: Transaction, draft: Draft, version_id: int, now: datetime) -> None:
    before, after = events.get_form(tx, draft.form_version_id), events.get_form(tx, version_id)
    kept = dict(draft.answers)
    for question in after.questions:
        if question.code in kept and not fits(question, kept[question.code]):
            forms.put_aside(tx, draft, before, question.code)
            del kept[question.code]
    _seal_newly(tx, replace(draft, answers=kept), before, after, now)
    if draft.state == "supplementing":
        supplements.know(tx, draft.id, draft.known & kept.keys())
    forms.move_draft(tx, _placed(replace(draft, answers=kept, form_version_id=version_id), before, after))


def _placed(draft: Draft, before: Form, after: Form) -> Draft:
    """Stay on the question if it is asked as before, else go to the first one without an answer."""
    asked = {one.code: one for one in moves.asked(after, draft.answers)}
    if draft.question in asked and asked[draft.question] == before.question(draft.question):
        return draft
    return replace(draft, question=moves.first_question(after, draft.answers), revision=draft.revision + 1)


def _seal_newly(tx: Transaction, draft: Draft, before: Form, after: Form, now: datetime) -> None:
    """Seal the answers to questions that are about identity or health only now."""
    open_before = {one.code for one in before.questions if one.sensitivity not in drafts.SEALED}
    for question in after.questions:
        if question.sensitivity in drafts.SEALED and question.code in open_before and question.code in draft.answers:
            drafts.save_answer(tx, draft.id, question, draft.answers[question.code], now)
