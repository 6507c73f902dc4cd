"""A guardian's part: open the link, agree, choose, refuse, change one's mind, or ask to be called.

Always true: a link is spent by the first account that opens it and never by the child's own; every decision is a new
row with its text, version and language; a registration of a minor moves on only when every required purpose is given.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.actions.belonging import become_guardian
from bot.actions.guessing import must_not_be_paused
from bot.actions.settling import settle, standings, tell_staff
from bot.actions.telling import tell, tell_family
from bot.domain.access import Actor
from bot.domain.consent import Answer, ConsentText, Decision, Standing, State
from bot.domain.errors import LinkUnusableError, NotAvailableError, OwnLinkError, StaleError
from bot.domain.event import Event
from bot.domain.registration import Registration
from storage import accounts, audit, consents, events, holds, links, participants, registrations
from storage.database import Transaction
from storage.holds import Hold, HoldKind
from storage.links import Link
from storage.participants import Participant

PLACE = "consent"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentPage:
    """All that a guardian sees: who, what, where, the exact texts, and what the answers come to."""

    account_id: int
    registration: Registration
    participant: Participant
    event: Event
    standings: tuple[Standing, ...]
    holds: tuple[Hold, ...] = ()
    may_decide: bool = True
    """Whether this guardian's answers count; one who may only know is asked nothing."""

    @property
    def required(self) -> tuple[Standing, ...]:
        """The texts without which there is no confirmation."""
        return tuple(one for one in self.standings if one.text.is_required)

    @property
    def next_optional(self) -> Standing | None:
        """The first optional text nobody has decided about in its newest words."""
        open_ = (State.NONE, State.OUTDATED)
        asked = [one for one in self.standings if not one.text.is_required and one.state in open_]
        return asked[0] if asked and self.may_decide else None

    @property
    def renewal(self) -> Hold | None:
        """Newer words that wait for an answer, if there are any."""
        return next((hold for hold in self.holds if hold.kind is HoldKind.RENEWAL), None)

    @property
    def dispute(self) -> Hold | None:
        """What is waited for while guardians differ about a required text."""
        return next((hold for hold in self.holds if hold.kind is HoldKind.DISPUTE), None)

    @property
    def must_answer(self) -> bool:
        """Tell whether this guardian is asked about the required texts now."""
        claim = self.registration
        if not claim.is_active or not self.may_decide or (claim.consent_id is not None and self.renewal is None):
            return False
        own = [self.own_answer(one) for one in self.required]
        return self.dispute is None or any(answer is None for answer in own)

    @property
    def is_missing(self) -> bool:
        """Tell whether a yes of this guardian to the required texts would change anything."""
        return self.registration.is_active and self.may_decide and any(not self.is_given(one) for one in self.required)

    def own_answer(self, about: Standing) -> Answer | None:
        """Return this guardian's newest answer to these very words."""
        answer = about.answer_of(self.account_id)
        return answer if answer is not None and answer.version == about.text.version else None

    def is_given(self, about: Standing) -> bool:
        """Tell whether this guardian's newest word about these very words is yes."""
        answer = self.own_answer(about)
        return answer is not None and answer.decision is Decision.GIVEN

    def standing_of(self, consent_text_id: int) -> Standing:
        """Return what stands about one text; StaleError when there are newer words."""
        for one in self.standings:
            if one.text.id == consent_text_id:
                return one
        raise StaleError


def open_link(tx: Transaction, *, actor: Actor, now: datetime, token_hash: str) -> ConsentPage:
    """Become the child's guardian by a single-use link; the same guardian may open it again."""
    must_not_be_paused(tx, actor, now)
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
    return _page(tx, actor, registration)


def give(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, revision: int) -> ConsentPage:
    """Agree to every required text, in the exact words shown."""
    registration = _deciding(tx, actor, registration_id, revision)
    page = _page(tx, actor, registration)
    if not page.must_answer and not page.is_missing:
        raise StaleError
    asked = [one.text for one in page.required if not page.is_given(one)] or [one.text for one in page.required]
    for text in asked:
        _decide(tx, actor, page, text, Decision.GIVEN, now=now)
    moved = settle(tx, registration, page.event, now=now)
    _record(tx, actor, moved, "consent.give", now)
    if moved.has_consent and (page.renewal is not None or not registration.has_consent):
        tell_family(tx, moved, page.event, "consent-given", now=now, but=actor.account_id, status=moved.status.value)
    return _page(tx, actor, moved)


def decide_optional(
    tx: Transaction,
    *,
    actor: Actor,
    now: datetime,
    registration_id: int,
    consent_text_id: int,
    rank: int,
) -> ConsentPage:
    """Answer one optional text, from 0 (a no) to its freest level; the registration does not depend on it.

    Whoever allows less than before is heard at once, and the organizers are told.
    """
    page = _page(tx, actor, _deciding(tx, actor, registration_id, None))
    before = page.standing_of(consent_text_id)
    text = before.text
    if text.is_required or not 0 <= rank <= text.freest or not page.registration.is_active:
        raise StaleError
    level = text.level(rank)
    allowed = page.is_given(before) or before.rank > 0
    refusal = Decision.WITHDRAWN if allowed else Decision.REFUSED
    decision = Decision.GIVEN if rank else refusal
    _decide(tx, actor, page, text, decision, level=level.code if level else "", now=now)
    after = _page(tx, actor, page.registration)
    _record(tx, actor, page.registration, "consent.choose", now)
    if after.standing_of(text.id).rank < before.rank:
        tell_staff(tx, page.registration, page.event, "consent-less", now=now)
    return after


def refuse(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, revision: int, reason: str
) -> ConsentPage:
    """Say no, with a reason: the registration ends and the seat goes on, unless another guardian has agreed.

    Then it is held until they agree or somebody on the staff has spoken to them.
    """
    registration = _deciding(tx, actor, registration_id, revision)
    if not registration.is_active:
        raise StaleError
    page = _page(tx, actor, registration)
    for one in page.required:
        decision = Decision.WITHDRAWN if page.is_given(one) else Decision.REFUSED
        _decide(tx, actor, page, one.text, decision, reason=reason, now=now)
    ended = settle(tx, registration, page.event, now=now, reason=reason)
    _record(tx, actor, ended, "consent.refuse", now)
    accounts.set_place(tx, actor.account_id, PLACE, {"registration": ended.id})
    if not ended.is_active:
        tell_family(tx, ended, page.event, "consent-refused", now=now, but=actor.account_id)
    return _page(tx, actor, ended)


def ask_to_be_called(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, phone: str) -> ConsentPage:
    """Put the guardian on the organizers' list of calls."""
    registration = _own(tx, actor, registration_id, None)
    page = _page(tx, actor, registration)
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
    return _page(tx, actor, _own(tx, actor, registration_id, None))


def _spend(tx: Transaction, actor: Actor, link: Link, registration: Registration, now: datetime) -> None:
    if link.used_by == actor.account_id and participants.is_guardian(tx, registration.participant_id, actor.account_id):
        return
    if not link.is_usable(now) or not registration.is_active:
        raise LinkUnusableError
    if participants.was_limited(tx, registration.participant_id, actor.account_id):
        raise LinkUnusableError
    links.use(tx, link, actor.account_id, now)
    become_guardian(tx, actor, registration.participant_id, registration.event_id, now)
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
    *,
    now: datetime,
    level: str = "",
    reason: str | None = None,
) -> None:
    consents.add(
        tx,
        participant_id=page.participant.id,
        consent_text_id=text.id,
        by=actor.account_id,
        decision=decision,
        level=level,
        reason=reason,
        language=actor.language,
        decided_at=now,
        now=now,
    )


def _page(tx: Transaction, actor: Actor, registration: Registration) -> ConsentPage:
    return ConsentPage(
        account_id=actor.account_id,
        registration=registration,
        participant=participants.get(tx, registration.participant_id),
        event=events.get(tx, registration.event_id),
        standings=standings(tx, registration.participant_id, registration.event_id),
        holds=holds.list_of(tx, registration.id),
        may_decide=participants.may_decide(tx, registration.participant_id, actor.account_id),
    )


def _record(tx: Transaction, actor: Actor, registration: Registration, action: str, now: datetime) -> None:
    audit.record(tx, actor=actor, action=action, subject="registration", subject_id=registration.id, now=now)
