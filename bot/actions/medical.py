"""Health answers: only a medic of the programme reads them, and every reading is recorded.

Always true: an owner names medics one by one and is none without naming oneself; whoever does not run the programme is
no medic of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.actions.drafting import context_of
from bot.actions.reaching import reach_registration
from bot.domain import draft as moves
from bot.domain.access import Actor, Right
from bot.domain.care import hidden_codes
from bot.domain.errors import NotAvailableError
from bot.domain.form import Context, Json, Question
from storage import accounts, audit, drafts, events, medics, participants
from storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthPage:
    """What a medic reads of one registration."""

    registration_id: int
    revision: int
    name: str
    questions: tuple[Question, ...]
    answers: Mapping[str, Json]
    context: Context


def read_health(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> HealthPage:
    """Return the health answers of a registration to a medic, and record that they were read."""
    registration, event, _ = reach_registration(tx, actor, registration_id, Right.DECIDE)
    if not medics.is_medic(tx, actor.account_id, event.programme_id):
        raise NotAvailableError
    form = events.get_form(tx, registration.form_version_id)
    answers = moves.kept_answers(form, drafts.get(tx, registration.draft_id).answers)
    hidden = hidden_codes(form)
    role = actor.role_in(Right.DECIDE, event.programme_id, event.id).value
    audit.record(
        tx, actor=actor, action="health.read", subject="registration", subject_id=registration_id, now=now, role=role
    )
    return HealthPage(
        registration_id=registration_id,
        revision=registration.revision,
        name=participants.get(tx, registration.participant_id).full_name,
        questions=tuple(question for question in moves.asked(form, answers) if question.code in hidden),
        answers=answers,
        context=context_of(tx, event, now),
    )


def is_own(tx: Transaction, *, actor: Actor, now: datetime, programme_id: int) -> bool:
    """Tell whether one is a medic of a programme oneself."""
    del now
    return medics.is_medic(tx, actor.account_id, programme_id)


def switch_own(tx: Transaction, *, actor: Actor, now: datetime, programme_id: int) -> None:
    """Make an owner a medic of a programme, or no medic any more."""
    _must_own(actor)
    _switch(tx, actor, actor.account_id, programme_id, now)


def switch(tx: Transaction, *, actor: Actor, now: datetime, grant_id: int) -> None:
    """Make an organizer a medic of the programme, or no medic any more."""
    _must_own(actor)
    row = accounts.find_grant(tx, grant_id)
    if row is None or row["programme_id"] is None or row["revoked_at"] is not None:
        raise NotAvailableError
    _switch(tx, actor, row["account_id"], row["programme_id"], now)


def _switch(tx: Transaction, actor: Actor, account_id: int, programme_id: int, now: datetime) -> None:
    is_medic = medics.is_medic(tx, account_id, programme_id)
    if is_medic:
        medics.revoke(tx, account_id, programme_id, now)
    else:
        medics.add(tx, account_id, programme_id, granted_by=actor.account_id, now=now)
    action = "medic.end" if is_medic else "medic.name"
    audit.record(tx, actor=actor, action=action, subject="account", subject_id=account_id, now=now)


def _must_own(actor: Actor) -> None:
    if not actor.is_owner:
        raise NotAvailableError
