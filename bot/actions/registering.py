"""Claiming a place: submit, cancel, and who moves up from the waitlist.

Always true: a seat is claimed with the stream's row locked, in the same transaction as the registration that holds it;
whoever frees a seat hands it to the first on the waitlist whom the quotas allow; a correction that finds no seat where
it leads changes nothing, and the old seat stays; what was begun in time and not sent in time claims nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from bot.actions.alarming import tell_organizers
from bot.actions.arriving import arrive
from bot.actions.belonging import become_guardian, may_invite, must_act, must_belong
from bot.actions.rewriting import first_of, stream_of, unit_of
from bot.actions.seating import free_and_hand_on, move_seat, seat_or_wait
from bot.actions.telling import take_back
from bot.domain import draft as moves
from bot.domain.access import Actor
from bot.domain.behalf import Behalf
from bot.domain.draft import Draft
from bot.domain.errors import (
    AlreadyRegisteredError,
    IncompleteDraftError,
    NotAvailableError,
    RegistrationClosedError,
    StaleError,
)
from bot.domain.event import Event, Mode, Stream
from bot.domain.form import Form, Kind
from bot.domain.registration import SEATED, Registration, Status, status_with_seat
from bot.domain.squad import Squad
from storage import audit, drafts, events, forms, holds, links, lotteries, nudges, participants, registrations, squads
from storage.database import Transaction
from storage.holds import HoldKind
from storage.participants import Participant

GUARDIAN_LINK_LIFE: Final = timedelta(hours=72)


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted:
    """What became of a draft."""

    registration: Registration
    event: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationCard:
    """All that is needed to show a registration to the family."""

    registration: Registration
    event: Event
    stream: Stream
    participant: Participant
    waitlist_place: int | None
    has_guardian: bool
    is_own: bool
    """Whether this person may act for it: change, cancel, correct."""
    is_open: bool = False
    """Whether the event takes registrations, where that is asked."""
    has_new_questions: bool = False
    """Whether a newer form asks this person something more, where that is asked."""
    is_guardian: bool = False
    """Whether this person is a guardian of the participant."""
    may_decide: bool = False
    """Whether this person is a guardian who may decide, where that is asked."""
    has_lottery: bool = False
    """Whether a lottery of the stream is open or drawn."""
    squad: Squad | None = None
    """The squad it is in, where that is asked."""
    leaders: tuple[str, ...] = ()
    """The names of those who lead it."""

    @property
    def is_for_other(self) -> bool:
        """Tell whether whoever reads this is not the participant."""
        return not self.is_own or self.participant.account_id is None

    renew_until: datetime | None = None
    """Until when newer words of a consent wait for a guardian's answer."""

    is_disputed: bool = False
    """Whether two guardians answered differently and the organizers help them to agree."""

    @property
    def awaits_guardian(self) -> bool:
        """Tell whether the next step is a guardian's."""
        return self.registration.status is Status.AWAITING_GUARDIAN and not self.is_disputed


def read_card(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> RegistrationCard:
    """Return a registration to whoever made it or to a guardian."""
    registration = registrations.get(tx, registration_id)
    is_own = must_belong(tx, actor, registration)
    is_guardian = participants.is_guardian(tx, registration.participant_id, actor.account_id)
    card = card_of(tx, registration, is_own=is_own)
    squad = squads.find_of(tx, registration.id) if registration.takes_part else None
    leaders = squads.list_leaders(tx, registration.event_id, now) if squad else ()
    asks = is_own and registration.status in (SEATED - {Status.RETURNED}) | {Status.WAITLISTED}
    return replace(
        card,
        is_guardian=is_guardian,
        may_decide=participants.may_decide(tx, registration.participant_id, actor.account_id),
        squad=squad,
        leaders=tuple(one.name for one in leaders if squad is not None and one.squad_id == squad.id),
        is_open=card.event.takes_registrations(now),
        has_new_questions=asks and forms.asks_more(tx, registration.form_version_id),
    )


def card_of(tx: Transaction, registration: Registration, *, is_own: bool) -> RegistrationCard:
    """Return all that is needed to show a registration; the caller has checked who may see it."""
    event = events.get(tx, registration.event_id)
    waits = registration.status is Status.WAITLISTED
    held = holds.list_of(tx, registration.id)
    return RegistrationCard(
        registration=registration,
        event=event,
        stream=next(stream for stream in event.streams if stream.id == registration.stream_id),
        participant=participants.get(tx, registration.participant_id),
        waitlist_place=registrations.waitlist_place(tx, registration.id) if waits else None,
        has_guardian=bool(participants.list_deciding(tx, registration.participant_id)),
        is_own=is_own,
        has_lottery=event.mode is Mode.LOTTERY and lotteries.has_shown(tx, registration.stream_id),
        renew_until=next((one.due_at for one in held if one.kind is HoldKind.RENEWAL), None),
        is_disputed=any(one.kind is HoldKind.DISPUTE for one in held),
    )


def submit(tx: Transaction, *, actor: Actor, now: datetime, draft_id: int, revision: int, token_hash: str) -> Submitted:
    """Turn a complete draft into a registration that holds a seat or waits for one.

    `token_hash` is of the fresh secret for the guardian's link; it is kept only if a guardian is needed.
    """
    draft = drafts.get(tx, draft_id)
    actor.must_own(draft.account_id)
    if draft.state != "open" or draft.revision != revision:
        raise StaleError
    event = events.get(tx, draft.event_id)
    form = events.get_form(tx, draft.form_version_id)
    if moves.missing(form, draft.answers):
        raise IncompleteDraftError
    registration = _register(tx, actor, draft, form, event, now)
    drafts.update(tx, replace(draft, state="submitted", revision=draft.revision + 1), now)
    nudges.take_back(tx, draft.id, now)
    if registration.status is Status.AWAITING_GUARDIAN and draft.on_behalf is not Behalf.CHILD:
        _add_link(tx, actor, registration, token_hash, now)
    arrive(tx, actor, registration, "registration.submit", now)
    tell_organizers(tx, registration, event, now)
    return Submitted(registration=registration, event=event)


def invite_guardian(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, token_hash: str
) -> Submitted:
    """Make a new single-use link for a guardian; the unused ones before it stop working."""
    registration = registrations.get(tx, registration_id)
    must_belong(tx, actor, registration)
    if not may_invite(tx, actor, registration):
        raise NotAvailableError
    _add_link(tx, actor, registration, token_hash, now)
    return Submitted(registration=registration, event=events.get(tx, registration.event_id))


def cancel(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, revision: int) -> Submitted:
    """Give the place up; whoever waits first gets it."""
    registration = registrations.get(tx, registration_id)
    must_act(tx, actor, registration)
    if registration.revision != revision:
        raise StaleError
    registration.must_move_to(Status.CANCELLED)
    take_back(tx, registration, now=now)
    event = events.get(tx, registration.event_id)
    cancelled = free_and_hand_on(tx, registration, Status.CANCELLED, event, now=now)
    arrive(tx, actor, cancelled, "registration.cancel", now)
    return Submitted(registration=cancelled, event=event)


def _register(tx: Transaction, actor: Actor, draft: Draft, form: Form, event: Event, now: datetime) -> Registration:
    answers = moves.kept_answers(form, draft.answers)
    before = registrations.find_by_draft(tx, draft.id)
    participant_id = _participant(tx, actor, draft, form, answers, before, now)
    stream = stream_of(event, form, answers)
    unit_id = unit_of(tx, event, form, answers)
    registrations.lock_stream(tx, stream.id)
    if before is not None and before.is_active:
        return _resubmit(tx, before, stream, unit_id, event, now)
    if not event.takes_registrations(now):
        raise RegistrationClosedError
    if registrations.find_active(tx, event.id, participant_id) is not None:
        raise AlreadyRegisteredError
    new = Registration(
        id=0,
        event_id=event.id,
        stream_id=stream.id,
        participant_id=participant_id,
        account_id=actor.account_id,
        draft_id=draft.id,
        form_version_id=draft.form_version_id,
        unit_id=unit_id,
        status=Status.WAITLISTED,
        seat_number=None,
        needs_consent=event.needs_guardian,
        consent_id=None,
        reason=None,
        revision=0,
        submitted_at=now,
        changed_at=now,
        on_behalf=draft.on_behalf,
        acted_by=None if draft.on_behalf is Behalf.OWN else actor.account_id,
    )
    return seat_or_wait(tx, registrations.add(tx, new), event, now=now)


def _resubmit(
    tx: Transaction, before: Registration, stream: Stream, unit_id: int | None, event: Event, now: datetime
) -> Registration:
    """Take a corrected registration back: nobody loses a seat by a correction."""
    moved = move_seat(tx, before, stream.id, unit_id, event, now=now)
    if moved.status is not Status.RETURNED:
        return moved
    status = status_with_seat(event, has_consent=moved.has_consent)
    moved.must_move_to(status)
    return registrations.update(tx, replace(moved, status=status, reason=None), now=now)


def _participant(
    tx: Transaction,
    actor: Actor,
    draft: Draft,
    form: Form,
    answers: dict[str, Any],
    before: Registration | None,
    now: datetime,
) -> int:
    """Return whom the answers are about; who registers a child becomes its guardian, who registers a pupil does not."""
    phone = first_of(form, answers, Kind.PHONE)
    said = {
        "full_name": first_of(form, answers, Kind.NAME) or actor.display_name,
        "born_on": first_of(form, answers, Kind.BIRTH_DATE),
        "phone": phone["number"] if phone else None,
    }
    if before is not None:
        participants.refresh(tx, before.participant_id, **said)
        return before.participant_id
    if draft.on_behalf is Behalf.OWN:
        return participants.save(tx, account_id=actor.account_id, **said, now=now)
    entrusted = participants.save_entrusted(tx, account_id=actor.account_id, on_behalf=draft.on_behalf, **said, now=now)
    if draft.on_behalf is Behalf.CHILD:
        become_guardian(tx, actor, entrusted, draft.event_id, now)
    return entrusted


def _add_link(tx: Transaction, actor: Actor, registration: Registration, token_hash: str, now: datetime) -> None:
    links.add_guardian_link(
        tx,
        token_hash=token_hash,
        registration_id=registration.id,
        created_by=actor.account_id,
        now=now,
        expires_at=now + GUARDIAN_LINK_LIFE,
    )
    audit.record(tx, actor=actor, action="guardian.invite", subject="registration", subject_id=registration.id, now=now)
