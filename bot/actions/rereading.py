"""A registration's answers as its family reads them again, and what guardians say to changes.

Always true: nobody but whoever registered and the guardians reads them here; what a guardian says changes no answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.actions.belonging import must_belong
from bot.actions.drafting import context_of
from bot.actions.registering import RegistrationCard, card_of
from bot.actions.telling import tell
from bot.domain import amendment as rules
from bot.domain import draft as moves
from bot.domain.access import Actor
from bot.domain.amendment import Change
from bot.domain.behalf import Behalf
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.form import Context, Form, Json, Question
from bot.domain.registration import Registration
from storage import accounts, amendments, audit, drafts, events, participants, registrations
from storage.amendments import Amendment, Reply
from storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersPage:
    """Every answer of a registration, and what changed that no organizer has decided about."""

    card: RegistrationCard
    form: Form
    answers: Mapping[str, Json]
    context: Context
    changed: tuple[Change, ...]
    may_amend: bool
    has_begun: bool
    reply: Reply | None
    may_reply: bool

    @property
    def questions(self) -> tuple[Question, ...]:
        """Those that may be changed, in order."""
        return rules.amendable(self.form, self.answers)


def read_answers(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> AnswersPage:
    """Return every answer of a registration to whoever made it or to a guardian."""
    registration, is_own = of_family(tx, actor, registration_id)
    event, form, answers = submitted(tx, registration)
    waiting = amendments.list_waiting(tx, registration.id)
    may_decide = participants.may_decide(tx, registration.participant_id, actor.account_id)
    return AnswersPage(
        card=card_of(tx, registration, is_own=is_own),
        form=form,
        answers=answers,
        context=context_of(tx, event, now),
        changed=changes_since(form, answers, waiting),
        may_amend=(is_own or may_decide) and is_amendable(registration, event, now),
        has_begun=any(one.is_answered for one in amendments.list_open(tx, registration.id, actor.account_id)),
        reply=amendments.replies(tx, registration.id).get(actor.account_id),
        may_reply=may_decide and any(one.account_id != actor.account_id for one in waiting),
    )


def changes_since(form: Form, answers: Mapping[str, Json], waiting: tuple[Amendment, ...]) -> tuple[Change, ...]:
    """Return what changes (oldest first) came to, from the first of each answer to what it is now."""
    first: dict[str, Json] = {}
    for one in waiting:
        first.setdefault(one.question, one.was)
    return tuple(
        Change(question=question, was=first[question.code], becomes=answers.get(question.code))
        for question in form.questions
        if question.code in first and first[question.code] != answers.get(question.code)
    )


def reply(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, revision: int, said: str) -> None:
    """Take a guardian's word about changes somebody else made; organizers learn of an objection."""
    registration, _ = of_family(tx, actor, registration_id)
    if not participants.may_decide(tx, registration.participant_id, actor.account_id):
        raise NotAvailableError
    if registration.revision != revision or not amendments.reply(
        tx, registration.id, actor.account_id, Reply(said), now
    ):
        raise StaleError
    action = f"answers.{said}"
    audit.record(tx, actor=actor, action=action, subject="registration", subject_id=registration.id, now=now)
    if Reply(said) is not Reply.OBJECTS:
        return
    event = events.get(tx, registration.event_id)
    for organizer in accounts.list_organizers(tx, event, registration.unit_id, now=now):
        key = f"objection-{registration.id}-{revision}-{actor.account_id}-{organizer}"
        tell(tx, organizer, registration, event, "answers-objected", now=now, dedup_key=key)


def submitted(tx: Transaction, registration: Registration) -> tuple[Event, Form, dict[str, Json]]:
    """Return the event, the form and the answers as they were submitted."""
    draft = drafts.get(tx, registration.draft_id)
    form = events.get_form(tx, registration.form_version_id)
    form = form if draft.on_behalf is Behalf.OWN else form.for_child()
    answers = moves.kept_answers(form, draft.answers)
    return events.get(tx, registration.event_id), form, answers


def of_family(tx: Transaction, actor: Actor, registration_id: int) -> tuple[Registration, bool]:
    """Return a registration, and whether it is one's own, to whoever made it or to a guardian; nobody else sees it."""
    registration = registrations.get(tx, registration_id)
    return registration, must_belong(tx, actor, registration)


def is_amendable(registration: Registration, event: Event, now: datetime) -> bool:
    """Tell whether the answers of a registration may be changed today."""
    return registration.status in rules.AMENDABLE and event.takes_amendments(now)
