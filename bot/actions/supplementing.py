"""Asking those who are registered what a newer version of the form asks, and nothing else.

Always true: what was sent stays readable as it was sent, with its own version; a registration keeps its status, its
seat and its stream; only questions without an answer that fits are asked; a family is told once for each version.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.actions.arriving import arrive
from bot.actions.belonging import must_act
from bot.actions.telling import tell
from bot.domain import draft as moves
from bot.domain.access import Actor
from bot.domain.draft import Draft
from bot.domain.errors import IncompleteDraftError, NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.form import Form, Json, Kind
from bot.domain.form_changes import fits, fitting
from bot.domain.registration import Registration, Status
from storage import audit, drafts, events, forms, participants, registrations, supplements
from storage.database import Transaction

BATCH: Final = 100
"""Registrations that a tick looks at, so that nobody else waits long for it."""
ASKED: Final = frozenset(
    {Status.AWAITING_GUARDIAN, Status.PENDING, Status.CONFIRMED, Status.WAITLISTED, Status.OFFERED}
)
"""Where a registration is asked; one that was returned is corrected first."""


def begin(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> int | None:
    """Begin to answer what is new, or go on; return the draft, None when there is nothing new for this one."""
    claim = _take(tx, actor, registrations.get(tx, registration_id))
    if not forms.asks_more(tx, claim.form_version_id):
        raise StaleError
    supplement = supplements.find_open(tx, claim.id)
    if supplement is not None:
        return supplement.draft_id
    event = events.get(tx, claim.event_id)
    version_id, form = events.newest_form(tx, event.id)
    before = drafts.get(tx, claim.draft_id)
    draft = _copy(tx, actor, claim, before, form, version_id, now)
    audit.record(tx, actor=actor, action="draft.begin", subject="draft", subject_id=draft.id, now=now)
    if draft.question is None:
        _finish(tx, actor, draft, form, claim, now)
        return None
    return draft.id


def finish(tx: Transaction, *, actor: Actor, now: datetime, draft_id: int, revision: int) -> Registration:
    """Send the answers to the new questions; what was corrected in between is taken along."""
    draft = drafts.get(tx, draft_id)
    actor.must_own(draft.account_id)
    supplement = supplements.find_by_draft(tx, draft.id)
    if supplement is None or draft.state != "supplementing" or draft.revision != revision:
        raise StaleError
    claim = _take(tx, actor, registrations.get(tx, supplement.registration_id))
    form = events.get_form(tx, draft.form_version_id)
    answers = {**draft.answers, **_known(form, drafts.get(tx, claim.draft_id).answers, draft.known)}
    for code in draft.known & answers.keys():
        if answers[code] != draft.answers.get(code):
            drafts.save_answer(tx, draft.id, form.question(code), answers[code], now)
    draft = replace(draft, answers=answers)
    if moves.missing(form, answers):
        raise IncompleteDraftError
    return _finish(tx, actor, draft, form, claim, now)


def tick(tx: Transaction, *, now: datetime) -> int:
    """Tell a batch of families of each version that asks them something; return how many."""
    told = 0
    for version_id, event_id, after in forms.list_asking(tx):
        event, form = events.get(tx, event_id), events.get_form(tx, version_id)
        found = forms.list_to_ask(tx, version_id, after=after, limit=BATCH)
        for claim in found:
            told += _tell(tx, claim, event, form, version_id, now)
        forms.ask_after(tx, version_id, found[-1].id if len(found) == BATCH else None)
    return told


def _tell(tx: Transaction, claim: Registration, event: Event, form: Form, version_id: int, now: datetime) -> bool:
    if moves.first_question(form, _kept(claim, event, form, drafts.get(tx, claim.draft_id).answers)) is None:
        return False
    tell(tx, claim.account_id, claim, event, "form-asks", now=now, dedup_key=f"form-asks-{version_id}-{claim.id}")
    return True


def _take(tx: Transaction, actor: Actor, claim: Registration) -> Registration:
    must_act(tx, actor, claim)
    if claim.status not in ASKED:
        raise NotAvailableError
    return claim


def _copy(
    tx: Transaction, actor: Actor, claim: Registration, before: Draft, form: Form, version_id: int, now: datetime
) -> Draft:
    kept = _kept(claim, events.get(tx, claim.event_id), form, before.answers)
    first = moves.first_question(form, kept)
    owner = actor.account_id
    draft_id = drafts.add_row(
        tx, owner, claim.event_id, version_id, first, before.on_behalf, now, state="supplementing"
    )
    supplements.add(tx, draft_id, claim, kept, now)
    for code, value in kept.items():
        drafts.save_answer(tx, draft_id, form.question(code), value, now)
    return drafts.get(tx, draft_id)


def _kept(claim: Registration, event: Event, form: Form, answers: Mapping[str, Json]) -> dict[str, Json]:
    """Return what need not be asked again; the stream is the one the registration has."""
    kept = fitting(form, answers)
    stream = next(one.code for one in event.streams if one.id == claim.stream_id)
    return kept | {one.code: stream for one in form.questions if one.kind is Kind.STREAM}


def _known(form: Form, answers: Mapping[str, Json], known: frozenset[str]) -> dict[str, Json]:
    """Return what the registration says now of the questions that were not asked again."""
    return {
        one.code: answers[one.code]
        for one in form.questions
        if one.code in known and one.code in answers and one.kind is not Kind.STREAM and fits(one, answers[one.code])
    }


def _finish(
    tx: Transaction, actor: Actor, draft: Draft, form: Form, claim: Registration, now: datetime
) -> Registration:
    supplements.finish(tx, draft, claim, now)
    drafts.update(tx, replace(draft, state="submitted", revision=draft.revision + 1), now)
    _refresh(tx, claim, form, moves.kept_answers(form, draft.answers), draft.known)
    renewed = registrations.get(tx, claim.id)
    arrive(tx, actor, renewed, "registration.supplement", now)
    return renewed


def _refresh(tx: Transaction, claim: Registration, form: Form, answers: dict[str, Json], known: frozenset[str]) -> None:
    """Let the participant's date of birth and phone be those that were asked only now."""
    new = {one.kind: answers[one.code] for one in form.questions if one.code in answers and one.code not in known}
    phone = new.get(Kind.PHONE)
    participants.refresh(
        tx,
        claim.participant_id,
        full_name=None,
        born_on=str(new[Kind.BIRTH_DATE]) if new.get(Kind.BIRTH_DATE) else None,
        phone=str(phone["number"]) if isinstance(phone, Mapping) else None,
    )
