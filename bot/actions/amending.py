"""Changing answers after submission: choose one, answer it anew, compare, save.

Always true: nothing a family sees or an organizer decides by changes before it is saved; what was stays on record with
who changed it and when; nothing changes silently, for the rest of the family is told; a change that matters of a
confirmed registration asks the organizers again and keeps its seat.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.actions.drafting import context_of
from bot.actions.rereading import is_amendable, of_family, submitted
from bot.actions.rewriting import rewrite
from bot.actions.telling import take_back, tell_family
from bot.domain import amendment as rules
from bot.domain.access import Actor
from bot.domain.amendment import Change
from bot.domain.errors import AmendmentsClosedError, IncompleteDraftError, NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.form import Accepted, Context, Form, Given, Json, Kind, Opened, Question, Rejected, read_answer
from bot.domain.registration import Registration, Status
from storage import accounts, amendments, audit, drafts, events, participants, registrations, sessions, uploads
from storage.amendments import Amendment
from storage.database import Transaction

PLACE: Final = "amendment"


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendPage:
    """One question that is answered anew; `value` is the answer as it stands or as it was chosen just now."""

    registration: Registration
    event: Event
    form: Form
    question: Question
    amendment_id: int
    value: Json
    step: str | None
    context: Context
    problem: Rejected | None = None
    left: Kind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What would change, and what would follow; `lost_places` are places in sessions of the stream that is left."""

    registration: Registration
    event: Event
    changes: tuple[Change, ...]
    context: Context
    asks_again: bool
    lost_places: int
    left: Kind | None = None


def open_question(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, revision: int, question: str
) -> AmendPage:
    """Begin to answer one question anew."""
    registration, event = _take(tx, actor, now, registration_id, revision)
    _, form, answers = submitted(tx, registration)
    chosen = _chosen(tx, actor, registration)
    if question not in {one.code for one in rules.amendable(form, {**answers, **chosen})}:
        raise StaleError
    return _open(tx, actor, registration, event, form.question(question), now)


def answer(tx: Transaction, *, actor: Actor, now: datetime, amendment_id: int, given: Given) -> AmendPage | Comparison:
    """Read what a person did as the new answer; ask what follows from it, or compare."""
    page, amendment = _page(tx, actor, amendment_id, now)
    match read_answer(page.question, given, page.value, page.step, page.context):
        case Rejected() as problem:
            return replace(page, problem=problem)
        case Opened(step=step):
            _stand(tx, actor, page.registration, amendment_id, step)
            return replace(page, step=step)
        case Accepted(value=value, is_final=is_final):
            amendments.answer(tx, amendment, page.question, value)
            draft_id, question = page.registration.draft_id, page.question
            uploads.remember(tx, given, account_id=actor.account_id, draft_id=draft_id, question=question, now=now)
            if not is_final:
                return replace(page, value=value)
            return replace(_onward(tx, actor, page.registration, page.event, now), left=page.question.kind)


def clear(tx: Transaction, *, actor: Actor, now: datetime, amendment_id: int) -> AmendPage | Comparison:
    """Leave an optional question without an answer."""
    page, amendment = _page(tx, actor, amendment_id, now)
    if page.question.required:
        raise StaleError
    amendments.answer(tx, amendment, page.question, None)
    return replace(_onward(tx, actor, page.registration, page.event, now), left=page.question.kind)


def read_question(tx: Transaction, *, actor: Actor, now: datetime, amendment_id: int) -> AmendPage:
    """Return the question a person is answering anew, without changing anything."""
    page, _ = _page(tx, actor, amendment_id, now)
    return page


def compare(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> AmendPage | Comparison:
    """Return what a person has begun to change, or the question that must be answered first."""
    registration, event = _take(tx, actor, now, registration_id, None)
    return _onward(tx, actor, registration, event, now)


def save(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, revision: int) -> Registration:
    """Make what was chosen the answers; the rest of the family is told."""
    registration, event = _take(tx, actor, now, registration_id, revision)
    _, form, answers = submitted(tx, registration)
    chosen = _chosen(tx, actor, registration)
    found = rules.changes(form, answers, chosen)
    if not found:
        raise StaleError
    if rules.next_missing(form, answers, chosen) is not None:
        raise IncompleteDraftError
    moved = _apply(tx, registration, event, form, found, now)
    for one in amendments.list_open(tx, registration.id, actor.account_id):
        _keep(tx, one, found, registration.status, now)
    _finish(tx, actor, moved)
    codes = [change.question.code for change in found]
    _record(tx, actor, moved, "answers.change", now, questions=codes)
    titles = [change.question.title.as_dict() for change in found]
    is_asked = moved.status is Status.PENDING and registration.status is Status.CONFIRMED
    tell_family(tx, moved, event, "answers-changed", now=now, but=actor.account_id, titles=titles, is_asked=is_asked)
    return moved


def drop(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> Registration:
    """Forget what was begun and not saved."""
    del now
    registration, _ = of_family(tx, actor, registration_id)
    _finish(tx, actor, registration)
    return registration


def _apply(
    tx: Transaction, registration: Registration, event: Event, form: Form, found: tuple[Change, ...], now: datetime
) -> Registration:
    """Rewrite the answers and let the registration follow them; its revision always grows."""
    is_asked = rules.asks_again(registration, event, found)
    if is_asked:
        take_back(tx, registration, now=now)
    moved = rewrite(tx, registration, event, form, {one.question.code: one.becomes for one in found}, now=now)
    if is_asked and moved.status is Status.CONFIRMED:
        moved.must_move_to(Status.PENDING)
        return registrations.update(tx, replace(moved, status=Status.PENDING), now=now)
    if moved.revision == registration.revision:
        return registrations.update(tx, moved, now=now)
    return moved


def _keep(tx: Transaction, one: Amendment, found: tuple[Change, ...], before: Status, now: datetime) -> None:
    for change in found:
        if change.question.code == one.question:
            question = change.question
            amendments.save(tx, one, question, was=change.was, matters=question.matters, status_before=before, now=now)


def _finish(tx: Transaction, actor: Actor, registration: Registration) -> None:
    amendments.drop_open(tx, registration.id, actor.account_id)
    accounts.set_place(tx, actor.account_id, "registration", {"registration": registration.id})


def _onward(
    tx: Transaction, actor: Actor, registration: Registration, event: Event, now: datetime
) -> AmendPage | Comparison:
    _, form, answers = submitted(tx, registration)
    chosen = _chosen(tx, actor, registration)
    lacking = rules.next_missing(form, answers, chosen)
    if lacking is not None:
        return _open(tx, actor, registration, event, lacking, now)
    accounts.set_place(tx, actor.account_id, PLACE, {"registration": registration.id})
    found = rules.changes(form, answers, chosen)
    leaves = any(change.question.kind is Kind.STREAM for change in found)
    return Comparison(
        registration=registration,
        event=event,
        changes=found,
        context=context_of(tx, event, now),
        asks_again=rules.asks_again(registration, event, found),
        lost_places=len(sessions.list_places(tx, registration.id)) if leaves else 0,
    )


def _open(
    tx: Transaction, actor: Actor, registration: Registration, event: Event, question: Question, now: datetime
) -> AmendPage:
    begun = amendments.begin(
        tx, registration_id=registration.id, account_id=actor.account_id, question=question.code, now=now
    )
    _stand(tx, actor, registration, begun.id, None)
    return _page_of(tx, registration, event, begun, None, now)


def _stand(tx: Transaction, actor: Actor, registration: Registration, amendment_id: int, step: str | None) -> None:
    args = {"registration": registration.id, "amendment": amendment_id, **({"step": step} if step else {})}
    accounts.set_place(tx, actor.account_id, PLACE, args)


def _page(tx: Transaction, actor: Actor, amendment_id: int, now: datetime) -> tuple[AmendPage, Amendment]:
    amendment = amendments.get(tx, amendment_id)
    actor.must_own(amendment.account_id)
    if amendment.saved_at is not None:
        raise StaleError
    registration, event = _take(tx, actor, now, amendment.registration_id, None)
    is_here = actor.place == PLACE and actor.place_args.get("amendment") == amendment_id
    step = actor.place_args.get("step") if is_here else None
    return _page_of(tx, registration, event, amendment, step, now), amendment


def _page_of(
    tx: Transaction, registration: Registration, event: Event, amendment: Amendment, step: str | None, now: datetime
) -> AmendPage:
    _, form, _ = submitted(tx, registration)
    question = form.question(amendment.question)
    if question.kind is Kind.STREAM:
        event = events.count_places(tx, event)
    current = drafts.find_answer(tx, registration.draft_id, question.code)
    return AmendPage(
        registration=registration,
        event=event,
        form=form,
        question=question,
        amendment_id=amendment.id,
        value=amendment.becomes if amendment.is_answered else current,
        step=step,
        context=context_of(tx, event, now),
    )


def _chosen(tx: Transaction, actor: Actor, registration: Registration) -> dict[str, Json]:
    begun = amendments.list_open(tx, registration.id, actor.account_id)
    return {one.question: one.becomes for one in begun if one.is_answered}


def _take(
    tx: Transaction, actor: Actor, now: datetime, registration_id: int, revision: int | None
) -> tuple[Registration, Event]:
    registration, is_own = of_family(tx, actor, registration_id)
    if not is_own and not participants.may_decide(tx, registration.participant_id, actor.account_id):
        raise NotAvailableError
    event = events.get(tx, registration.event_id)
    if revision is not None and registration.revision != revision:
        raise StaleError
    if not is_amendable(registration, event, now):
        raise AmendmentsClosedError
    return registration, event


def _record(
    tx: Transaction, actor: Actor, registration: Registration, action: str, now: datetime, **data: object
) -> None:
    audit.record(tx, actor=actor, action=action, subject="registration", subject_id=registration.id, now=now, **data)
