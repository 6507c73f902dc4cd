"""Forgetting a person: what that means, a second question, then the erasure with its proof.

Always true: only the person, or a guardian for a child, can ask, and nothing is erased before the same person was asked
twice within a quarter of an hour; active registrations end first and their seats go to whoever waits; nothing is sent
to the erased person afterwards; who consented to what stays, as numbers that lead to nobody.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.actions.registering import RegistrationCard, card_of
from bot.actions.seating import free_and_hand_on
from bot.actions.telling import family_of, take_back
from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError, StaffCannotForgetError, StaleError
from bot.domain.event import Event
from bot.domain.notice import Notice
from bot.domain.registration import Status
from storage import accounts, audit, erasing, outbox, participants, registrations
from storage.database import Transaction
from storage.values import instant, micros

PLACE: Final = "forget"
TIME_TO_CONFIRM: Final = timedelta(minutes=15)
MYSELF: Final = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Whose data are to be erased: ids of the rows that are about this person, and nobody else."""

    id: int
    """MYSELF, or the child's participant."""
    name: str
    participant_id: int | None
    account_id: int | None

    @property
    def is_self(self) -> bool:
        """Tell whether the person asks for themselves."""
        return self.id == MYSELF


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an erasure would mean."""

    subject: Subject
    registrations: tuple[RegistrationCard, ...]
    children: int
    """Children who would lose this guardian."""
    for_others: int
    """Registrations of other people that stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was done; the proof is a hash of the record."""

    is_self: bool
    proof: str
    erased_at: datetime


def list_subjects(tx: Transaction, *, actor: Actor, now: datetime) -> tuple[Subject, ...]:
    """Return whom a person may have erased: themselves, then each child."""
    children = erasing.list_children(tx, actor.account_id)
    return (_subject(tx, actor, MYSELF, now), *(_subject(tx, actor, child_id, now) for child_id, _ in children))


def ask(tx: Transaction, *, actor: Actor, now: datetime, subject_id: int) -> Plan:
    """Return what an erasure would mean, and remember that the first question was asked."""
    subject = _subject(tx, actor, subject_id, now)
    if subject.is_self and erasing.has_role(tx, actor.account_id, now=now):
        raise StaffCannotForgetError
    _remember(tx, actor, subject_id, "asked", now)
    return _plan(tx, actor, subject)


def ask_again(tx: Transaction, *, actor: Actor, now: datetime, subject_id: int) -> Plan:
    """Remember that the second question was asked; StaleError when the first was not, or long ago."""
    _must_be_at(actor, subject_id, "asked", now)
    _remember(tx, actor, subject_id, "sure", now)
    return _plan(tx, actor, _subject(tx, actor, subject_id, now))


def erase(tx: Transaction, *, actor: Actor, now: datetime, subject_id: int) -> Erased:
    """Erase a person's data; StaleError unless both questions were asked just now."""
    _must_be_at(actor, subject_id, "sure", now)
    subject = _subject(tx, actor, subject_id, now)
    if subject.is_self and erasing.has_role(tx, actor.account_id, now=now):
        raise StaffCannotForgetError
    counts: Counter[str] = Counter()
    if subject.participant_id is not None:
        _end_registrations(tx, actor, subject, now)
        counts.update(erasing.erase_participant(tx, subject.participant_id, now))
    if subject.account_id is not None:
        counts.update(erasing.erase_account(tx, subject.account_id, now))
    if not subject.is_self:
        accounts.set_place(tx, actor.account_id, "home")
    erasure_id, proof = erasing.add_record(
        tx,
        asked_by=actor.account_id,
        account_id=subject.account_id,
        participant_id=subject.participant_id,
        counts=counts,
        now=now,
    )
    audit.record(tx, actor=actor, action="person.erase", subject="erasure", subject_id=erasure_id, now=now)
    tx.leave_no_traces()
    return Erased(is_self=subject.is_self, proof=proof, erased_at=now)


def _subject(tx: Transaction, actor: Actor, subject_id: int, now: datetime) -> Subject:
    """Return whom an id means to this person; NotAvailableError for everybody else's child."""
    if subject_id == MYSELF:
        own = erasing.find_own_participant(tx, actor.account_id)
        return Subject(id=MYSELF, name=actor.display_name, participant_id=own, account_id=actor.account_id)
    if not participants.is_guardian(tx, subject_id, actor.account_id):
        raise NotAvailableError
    child = participants.get(tx, subject_id)
    account_id = child.account_id
    if account_id is not None and erasing.acts_for_others(tx, account_id, participant_id=child.id, now=now):
        account_id = None
    return Subject(id=child.id, name=child.full_name, participant_id=child.id, account_id=account_id)


def _plan(tx: Transaction, actor: Actor, subject: Subject) -> Plan:
    of_subject = erasing.list_registration_ids(
        tx, participant_id=subject.participant_id or erasing.NOBODY, account_id=erasing.NOBODY
    )
    made = erasing.list_registration_ids(tx, participant_id=erasing.NOBODY, account_id=actor.account_id)
    return Plan(
        subject=subject,
        registrations=tuple(card_of(tx, registrations.get(tx, one), is_own=subject.is_self) for one in of_subject),
        children=len(erasing.list_children(tx, actor.account_id)) if subject.is_self else 0,
        for_others=len(set(made) - set(of_subject)) if subject.is_self else 0,
    )


def _end_registrations(tx: Transaction, actor: Actor, subject: Subject, now: datetime) -> None:
    """Cancel what stands and hand the seats on; the rest of the family learns of it without a name."""
    for card in _plan(tx, actor, subject).registrations:
        claim = card.registration
        if not claim.is_active:
            continue
        family = set(family_of(tx, claim)) - {actor.account_id, subject.account_id}
        take_back(tx, claim, now=now)
        free_and_hand_on(tx, claim, Status.CANCELLED, card.event, now=now)
        audit.record(
            tx, actor=actor, action="registration.cancel", subject="registration", subject_id=claim.id, now=now
        )
        for account_id in sorted(family):
            _tell(tx, account_id, card.event, now)


def _tell(tx: Transaction, account_id: int, event: Event, now: datetime) -> None:
    notice = Notice(account_id=account_id, template="data-erased", data={"event": event.title.as_dict()})
    outbox.put(tx, notice, now)


def _remember(tx: Transaction, actor: Actor, subject_id: int, step: str, now: datetime) -> None:
    args = {"subject": subject_id, "step": step, "at": micros(now)}
    accounts.set_place(tx, actor.account_id, PLACE, args)


def _must_be_at(actor: Actor, subject_id: int, step: str, now: datetime) -> None:
    args = actor.place_args
    if actor.place != PLACE or (args.get("subject"), args.get("step")) != (subject_id, step):
        raise StaleError
    if not timedelta() <= now - instant(args["at"]) <= TIME_TO_CONFIRM:
        raise StaleError
