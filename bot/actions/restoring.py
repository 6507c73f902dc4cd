"""Putting the answers back that a family changed after submission, by an organizer.

Always true: what is put back is what stood before the first change that nobody decided about; a registration that was
confirmed then is confirmed again, and one that would lose its seat by it stays as it is.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.actions.reaching import reach_registration
from bot.actions.rewriting import rewrite
from bot.actions.telling import tell_family
from bot.domain.access import Actor, Right
from bot.domain.errors import StaleError
from bot.domain.form import Json
from bot.domain.registration import Registration, Status
from storage import accounts, amendments, audit, events, registrations
from storage.amendments import Amendment, State
from storage.database import Transaction


def put_back(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, revision: int) -> Registration:
    """Give a registration its answers from before the changes that wait; the family is told."""
    registration, event, _ = reach_registration(tx, actor, registration_id, Right.DECIDE)
    waiting = amendments.list_waiting(tx, registration.id)
    if registration.revision != revision or not waiting or not registration.is_active:
        raise StaleError
    form = events.get_form(tx, registration.form_version_id)
    asked = {question.code for question in form.questions}
    before = {code: value for code, value in _before(waiting).items() if code in asked}
    moved = rewrite(tx, registration, event, form, before, now=now)
    moved = _with_status(tx, moved, waiting[0], now)
    if moved.revision == registration.revision:
        moved = registrations.update(tx, moved, now=now)
    amendments.settle(tx, registration.id, State.PUT_BACK, now)
    audit.record(
        tx, actor=actor, action="answers.put_back", subject="registration", subject_id=registration.id, now=now
    )
    tell_family(tx, moved, event, "answers-put-back", now=now)
    accounts.set_place(tx, actor.account_id, "desk", {"registration": registration.id})
    return moved


def _before(waiting: tuple[Amendment, ...]) -> dict[str, Json]:
    """Return what stood before the first change of each answer."""
    first: dict[str, Json] = {}
    for one in waiting:
        first.setdefault(one.question, one.was)
    return first


def _with_status(tx: Transaction, registration: Registration, first: Amendment, now: datetime) -> Registration:
    if first.status_before is not Status.CONFIRMED or registration.status is not Status.PENDING:
        return registration
    if not registration.has_consent:
        return registration
    return registrations.update(tx, replace(registration, status=Status.CONFIRMED), now=now)
