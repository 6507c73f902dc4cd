"""A guardian's part: open the link, agree, refuse or ask to be called.

Always true: a link is spent by the first account that opens it and never by the child's own; every decision is a new
row with its text, version and language; a registration of a minor moves on only when every required purpose is given.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.actions.belonging import become_guardian
from bot.actions.seating import free_and_hand_on
from bot.actions.telling import take_back, tell, tell_family
from bot.domain.access import Actor
from bot.domain.consent import ConsentText, Decision
from bot.domain.errors import LinkUnusableError, NotAvailableError, OwnLinkError, StaleError
from bot.domain.event import Event
from bot.domain.registration import Registration, Status, status_with_seat
from storage import accounts, audit, consents, events, links, participants, registrations
from storage.consents import ConsentRecord
from storage.database import Transaction
from storage.links import Link
from storage.participants import Participant

PLACE = "consent"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentPage:
    """All that a guardian sees: who, what, where, the exact texts and what was decided already."""

    registration: Registration
    participant: Participant
    event: Event
    texts: tuple[ConsentText, ...]
    decided: tuple[ConsentRecord, ...]

    @property
    def required(self) -> tuple[ConsentText, ...]:
        """The texts without which there is no confirmation."""
        return tuple(text for text in self.texts if text.is_required)

    @property
    def next_optional(self) -> ConsentText | None:
        """The first optional text nobody decided about yet."""
        known = {(record.purpose, record.version) for record in self.decided}
        for text in self.texts:
            if not text.is_required and (text.purpose, text.version) not in known:
                return text
        return None

    def is_given(self, text: ConsentText) -> bool:
        """Tell whether the newest decision about this very text is yes."""
        return any(
            record.purpose == text.purpose and record.version == text.version and record.decision is Decision.GIVEN
            for record in self.decided
        )


def open_link(tx: Transaction, *, actor: Actor, now: datetime, token_hash: str) -> ConsentPage:
    """Become the child's guardian by a single-use link; the same guardian may open it again."""
    link = links.find(tx, token_hash)
    if link is None or link.kind != "guardian" or link.registration_id is None:
        raise LinkUnusableError
    registration = registrations.get(tx, link.registration_id)
    participant = participants.get(tx, registration.participant_id)
    is_guardian = participants.is_guardian(tx, participant.id, actor.account_id)
    if not is_guardian and actor.account_id in (participant.account_id, registration.account_id, registration.acted_by):
        raise OwnLinkError
    _spend(tx, actor, link, registration, now)
    accounts.set_place(tx, actor.account_id, PLACE, {"registration": registration.id})
    return _page(tx, registration)


def give(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, revision: int) -> ConsentPage:
    """Agree to every required text, in the exact words shown."""
    registration = _deciding(tx, actor, registration_id, revision)
    page = _page(tx, registration)
    if registration.status not in (Status.AWAITING_GUARDIAN, Status.WAITLISTED, Status.OFFERED, Status.RETURNED):
        raise StaleError
    given = [_decide(tx, actor, page, text, Decision.GIVEN, None, now) for text in page.required]
    moved = replace(registration, consent_id=given[0])
    if registration.status is Status.AWAITING_GUARDIAN:
        moved = replace(moved, status=status_with_seat(page.event, has_consent=True))
    moved = registrations.update(tx, moved, now=now)
    _record(tx, actor, moved, "consent.give", now)
    tell_family(tx, moved, page.event, "consent-given", now=now, but=actor.account_id, status=moved.status.value)
    return _page(tx, moved)


def decide_optional(
    tx: Transaction,
    *,
    actor: Actor,
    now: datetime,
    registration_id: int,
    consent_text_id: int,
    decision: Decision,
) -> ConsentPage:
    """Agree to or refuse one optional text; the registration does not depend on it."""
    page = _page(tx, _deciding(tx, actor, registration_id, None))
    for text in page.texts:
        if text.id == consent_text_id and not text.is_required:
            _decide(tx, actor, page, text, decision, None, now)
            return _page(tx, page.registration)
    raise StaleError


def refuse(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, revision: int, reason: str
) -> ConsentPage:
    """Say no, with a reason: the registration ends and the seat goes to whoever waits first."""
    registration = _deciding(tx, actor, registration_id, revision)
    if not registration.is_active:
        raise StaleError
    take_back(tx, registration, now=now)
    page = _page(tx, registration)
    for text in page.required:
        decision = Decision.WITHDRAWN if page.is_given(text) else Decision.REFUSED
        _decide(tx, actor, page, text, decision, reason, now)
    without = replace(registration, consent_id=None)
    ended = free_and_hand_on(tx, without, Status.REFUSED, page.event, now=now, reason=reason)
    _record(tx, actor, ended, "consent.refuse", now)
    accounts.set_place(tx, actor.account_id, PLACE, {"registration": ended.id})
    tell_family(tx, ended, page.event, "consent-refused", now=now, but=actor.account_id)
    return _page(tx, ended)


def ask_to_be_called(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, phone: str) -> ConsentPage:
    """Put the guardian on the organizers' list of calls."""
    registration = _own(tx, actor, registration_id, None)
    page = _page(tx, registration)
    accounts.set_phone(tx, actor.account_id, phone)
    accounts.set_place(tx, actor.account_id, PLACE, {"registration": registration.id})
    if consents.add_call_request(tx, registration.id, actor.account_id, now):
        _record(tx, actor, registration, "call.ask", now)
        for organizer in accounts.list_organizers(tx, page.event, registration.unit_id, now=now):
            tell(tx, organizer, registration, page.event, "call-asked", now=now, event_id=page.event.id)
    return page


def read_page(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> ConsentPage:
    """Return what a guardian sees of one registration."""
    del now
    return _page(tx, _own(tx, actor, registration_id, None))


def _spend(tx: Transaction, actor: Actor, link: Link, registration: Registration, now: datetime) -> None:
    if link.used_by == actor.account_id and participants.is_guardian(tx, registration.participant_id, actor.account_id):
        return
    if not link.is_usable(now) or not registration.is_active:
        raise LinkUnusableError
    if participants.was_limited(tx, registration.participant_id, actor.account_id):
        raise LinkUnusableError
    links.use(tx, link, actor.account_id, now)
    become_guardian(tx, actor, registration.participant_id, now)
    _record(tx, actor, registration, "guardian.join", now)


def _own(tx: Transaction, actor: Actor, registration_id: int, revision: int | None) -> Registration:
    registration = registrations.get(tx, registration_id)
    if not participants.is_guardian(tx, registration.participant_id, actor.account_id):
        raise NotAvailableError
    if revision is not None and registration.revision != revision:
        raise StaleError
    return registration


def _deciding(tx: Transaction, actor: Actor, registration_id: int, revision: int | None) -> Registration:
    """Return what a guardian may decide about; one who may only know is refused as a stranger is."""
    registration = _own(tx, actor, registration_id, revision)
    if not participants.may_decide(tx, registration.participant_id, actor.account_id):
        raise NotAvailableError
    return registration


def _decide(
    tx: Transaction,
    actor: Actor,
    page: ConsentPage,
    text: ConsentText,
    decision: Decision,
    reason: str | None,
    now: datetime,
) -> int:
    return consents.add(
        tx,
        participant_id=page.participant.id,
        event_id=page.event.id,
        consent_text_id=text.id,
        account_id=actor.account_id,
        decision=decision,
        reason=reason,
        language=actor.language,
        now=now,
    )


def _page(tx: Transaction, registration: Registration) -> ConsentPage:
    return ConsentPage(
        registration=registration,
        participant=participants.get(tx, registration.participant_id),
        event=events.get(tx, registration.event_id),
        texts=events.list_consent_texts(tx, registration.event_id),
        decided=consents.list_latest(tx, registration.participant_id, registration.event_id),
    )


def _record(tx: Transaction, actor: Actor, registration: Registration, action: str, now: datetime) -> None:
    audit.record(tx, actor=actor, action=action, subject="registration", subject_id=registration.id, now=now)
