"""Answering the form: every answer is saved when given, an old button changes nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.actions.belonging import must_act
from bot.actions.prefilling import prefill, recall
from bot.domain import draft as moves
from bot.domain.access import Actor
from bot.domain.behalf import Behalf
from bot.domain.draft import Draft
from bot.domain.errors import (
    AlreadyRegisteredError,
    ChildCannotActError,
    NotAvailableError,
    RegistrationClosedError,
    StaleError,
)
from bot.domain.event import Event
from bot.domain.form import Accepted, Context, Form, Given, Kind, Opened, Question, Rejected, StreamChoice, read_answer
from bot.domain.guardian import is_minor
from bot.domain.registration import Registration
from storage import accounts, audit, drafts, events, nudges, participants, registrations, supplements, uploads
from storage.database import Transaction

PLACE = "draft"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """All that is needed to show where a draft stands; `question` None is the review page."""

    event: Event
    form: Form
    draft: Draft
    question: Question | None
    step: str | None
    context: Context
    problem: Rejected | None = None
    left: Kind | None = None
    """The kind of the question that this action moved away from."""
    known: int = 0
    """Answers that were there before the first question was asked."""


def begin(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, on_behalf: Behalf = Behalf.OWN) -> Page:
    """Open the draft a person has for an event, or begin one; for a child or a pupil what they share is answered."""
    event = events.get(tx, event_id)
    if event.is_hidden:
        raise NotAvailableError
    if on_behalf is not Behalf.OWN:
        _must_be_grown_up(tx, actor, event, now)
    if not event.takes_registrations(now):
        raise RegistrationClosedError
    draft = drafts.find_open(tx, actor.account_id, event_id, on_behalf)
    if draft is None:
        if on_behalf is Behalf.OWN:
            _must_not_be_registered(tx, actor, event_id)
        draft = _new_draft(tx, actor, event, on_behalf, now)
        known = len(draft.answers) if on_behalf is Behalf.OWN else 0
        return replace(_stay(tx, actor, draft, now), known=known)
    return _stay(tx, actor, draft, now)


def answer(tx: Transaction, *, actor: Actor, now: datetime, draft_id: int, revision: int | None, given: Given) -> Page:
    """Read what a person did as an answer to the question they are on.

    `revision` is that of the pressed screen, None for a typed message, which always belongs to the current question.
    """
    draft = _own_open_draft(tx, actor, draft_id, revision)
    page = _page(tx, draft, _step_of(actor, draft), now)
    if page.question is None:
        return page
    value = draft.answers.get(page.question.code)
    match read_answer(page.question, given, value, page.step, page.context):
        case Rejected() as problem:
            return _with_places(tx, replace(page, problem=problem), now)
        case Opened(step=step):
            accounts.set_place(tx, actor.account_id, PLACE, {"draft": draft.id, "step": step})
            return replace(page, step=step)
        case Accepted(value=value, is_final=is_final):
            drafts.save_answer(tx, draft.id, page.question, value, now)
            uploads.remember(tx, given, account_id=actor.account_id, draft_id=draft.id, question=page.question, now=now)
            moved = moves.with_answer(page.form, draft, page.question.code, value, is_final=is_final)
            if not is_final:
                return _stay(tx, actor, moved, now, step=page.step, before=page)
            return _move(tx, actor, draft, moved, now, before=page)


def step_back(tx: Transaction, *, actor: Actor, now: datetime, draft_id: int, revision: int | None) -> Page:
    """Go one question back."""
    draft = _own_open_draft(tx, actor, draft_id, revision)
    return _move(tx, actor, draft, moves.back(_form(tx, draft), draft), now)


def skip(tx: Transaction, *, actor: Actor, now: datetime, draft_id: int, revision: int | None) -> Page:
    """Leave an optional question unanswered."""
    draft = _own_open_draft(tx, actor, draft_id, revision)
    if draft.question is None:
        raise StaleError
    form = _form(tx, draft)
    moved = moves.skip(form, draft)
    drafts.save_answer(tx, draft.id, form.question(draft.question), None, now)
    return _move(tx, actor, draft, moved, now)


def edit(tx: Transaction, *, actor: Actor, now: datetime, draft_id: int, revision: int, question: str) -> Page:
    """Open one question again from the review page."""
    draft = _own_open_draft(tx, actor, draft_id, revision)
    return _stay(tx, actor, moves.goto(_form(tx, draft), draft, question), now)


def onward(tx: Transaction, *, actor: Actor, now: datetime, draft_id: int, revision: int) -> Page:
    """Leave the question as it is answered and go on."""
    draft = _own_open_draft(tx, actor, draft_id, revision)
    return _move(tx, actor, draft, moves.onward(_form(tx, draft), draft), now)


def resume(tx: Transaction, *, actor: Actor, now: datetime, draft_id: int) -> Page:
    """Show where a draft stands."""
    draft = _own_open_draft(tx, actor, draft_id, None)
    return _stay(tx, actor, draft, now, step=_step_of(actor, draft))


def cancel(tx: Transaction, *, actor: Actor, now: datetime, draft_id: int, revision: int) -> Event:
    """Throw a draft away; that of a returned registration stays open, so that it can be corrected later."""
    draft = _own_open_draft(tx, actor, draft_id, revision)
    claim = registrations.find_by_draft(tx, draft.id)
    state = "open" if claim is not None and claim.is_active else "cancelled"
    if draft.state == "supplementing":
        supplements.drop(tx, draft.id)
    drafts.update(tx, replace(draft, state=state, revision=draft.revision + 1), now)
    nudges.take_back(tx, draft.id, now)
    accounts.set_place(tx, actor.account_id, "home")
    audit.record(tx, actor=actor, action="draft.cancel", subject="draft", subject_id=draft.id, now=now)
    return events.get(tx, draft.event_id)


def read_page(tx: Transaction, *, actor: Actor, now: datetime, draft_id: int) -> Page:
    """Return where a draft stands without changing anything."""
    draft = _own_open_draft(tx, actor, draft_id, None)
    return _with_places(tx, _page(tx, draft, _step_of(actor, draft), now), now)


def context_of(tx: Transaction, event: Event, now: datetime) -> Context:
    """Return what the questions of an event need to know."""
    return replace(_plain_context(event, now), units=events.get_units(tx, event.programme_id))


def _plain_context(event: Event, now: datetime) -> Context:
    """Return the context without the org units."""
    streams = tuple(
        StreamChoice(
            code=stream.code,
            title=stream.title,
            starts_on=stream.starts_on,
            ends_on=stream.ends_on,
            places_left=stream.places_left or 0,
        )
        for stream in event.streams
    )
    return Context(today=event.today(now), streams=streams)


def _own_open_draft(tx: Transaction, actor: Actor, draft_id: int, revision: int | None) -> Draft:
    draft = drafts.get(tx, draft_id)
    actor.must_own(draft.account_id)
    claim = _claim_of(tx, draft)
    if claim is not None:
        must_act(tx, actor, claim)
    if draft.state not in ("open", "supplementing"):
        raise NotAvailableError
    if revision is not None and revision != draft.revision:
        raise StaleError
    return draft


def _claim_of(tx: Transaction, draft: Draft) -> Registration | None:
    """Return the registration that a draft is about, if there is one already."""
    supplement = supplements.find_by_draft(tx, draft.id) if draft.state == "supplementing" else None
    return (
        registrations.get(tx, supplement.registration_id) if supplement else registrations.find_by_draft(tx, draft.id)
    )


def _must_not_be_registered(tx: Transaction, actor: Actor, event_id: int) -> None:
    participant = participants.find_by_account(tx, actor.account_id)
    if participant is not None and registrations.find_active(tx, event_id, participant.id) is not None:
        raise AlreadyRegisteredError


def _must_be_grown_up(tx: Transaction, actor: Actor, event: Event, now: datetime) -> None:
    """Refuse to register others for an event of adults, or by an account that is a child's itself."""
    if not event.needs_guardian:
        raise NotAvailableError
    own = participants.find_by_account(tx, actor.account_id)
    if own is not None and own.born_on is not None and is_minor(own.born_on, event.today(now)):
        raise ChildCannotActError


def _new_draft(tx: Transaction, actor: Actor, event: Event, on_behalf: Behalf, now: datetime) -> Draft:
    form_version_id, form = events.newest_form(tx, event.id)
    draft = drafts.add(
        tx,
        account_id=actor.account_id,
        event_id=event.id,
        form_version_id=form_version_id,
        question=form.questions[0].code,
        now=now,
        on_behalf=on_behalf,
    )
    audit.record(
        tx,
        actor=actor,
        action="draft.begin",
        subject="draft",
        subject_id=draft.id,
        now=now,
        on_behalf=on_behalf.value,
    )
    known = draft if on_behalf is Behalf.OWN else _with_shared(tx, draft, form, now)
    context = context_of(tx, event, now)
    by_link = prefill(tx, known, form, context, now)
    return recall(tx, by_link, form, context, now) if on_behalf is Behalf.OWN else by_link


def _with_shared(tx: Transaction, draft: Draft, form: Form, now: datetime) -> Draft:
    """Answer what the last child of the family, or the last pupil, answered for all of them."""
    last = drafts.find_submitted(tx, draft.account_id, draft.event_id, draft.on_behalf)
    if last is None:
        return draft
    known = moves.shared_answers(form, events.get_form(tx, last.form_version_id), last.answers)
    for code, value in known.items():
        drafts.save_answer(tx, draft.id, form.question(code), value, now)
    return replace(draft, answers=known, question=moves.first_question(form, known))


def _stay(
    tx: Transaction, actor: Actor, draft: Draft, now: datetime, *, step: str | None = None, before: Page | None = None
) -> Page:
    """Save where the draft stands and that the person is on it; `before` is a page of it that was read already."""
    drafts.update(tx, draft, now)
    place = {"draft": draft.id, "step": step} if step else {"draft": draft.id}
    if (actor.place, actor.place_args) != (PLACE, place):
        accounts.set_place(tx, actor.account_id, PLACE, place)
    return _with_places(tx, _page(tx, draft, step, now, before), now)


def _move(
    tx: Transaction, actor: Actor, draft: Draft, moved: Draft, now: datetime, *, before: Page | None = None
) -> Page:
    """Save a move and remember which kind of question was left."""
    page = _stay(tx, actor, moved, now, before=before)
    is_left = draft.question is not None and draft.question != moved.question
    return replace(page, left=page.form.question(draft.question or "").kind if is_left else None)


def _page(tx: Transaction, draft: Draft, step: str | None, now: datetime, before: Page | None = None) -> Page:
    """Return where a draft stands; org units are looked up only for a page that needs them."""
    event = before.event if before else events.get(tx, draft.event_id)
    form = before.form if before else _form(tx, draft)
    question = form.question(draft.question) if draft.question else None
    if question is None or question.kind is Kind.UNIT:
        context = context_of(tx, event, now)
    else:
        context = before.context if before else _plain_context(event, now)
    return Page(event=event, form=form, draft=draft, question=question, step=step, context=context)


def _with_places(tx: Transaction, page: Page, now: datetime) -> Page:
    """Return the page with the places left in each stream, if it offers streams."""
    if page.question is None or page.question.kind is not Kind.STREAM:
        return page
    event = events.count_places(tx, page.event)
    streams = _plain_context(event, now).streams
    return replace(page, event=event, context=replace(page.context, streams=streams))


def _form(tx: Transaction, draft: Draft) -> Form:
    """Return the form of a draft, in the words for a child when somebody answers for one."""
    form = events.get_form(tx, draft.form_version_id)
    return form if draft.on_behalf is Behalf.OWN else form.for_child()


def _step_of(actor: Actor, draft: Draft) -> str | None:
    """Return the step inside the question, kept with the place until the next answer."""
    if actor.place != PLACE or actor.place_args.get("draft") != draft.id:
        return None
    step: str | None = actor.place_args.get("step")
    return step
