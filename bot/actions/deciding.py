"""An organizer's decisions about a registration: confirm, return for correction, decline with a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.actions.seating import free_and_hand_on, seat_or_wait
from bot.actions.telling import tell_family
from bot.domain.access import Actor
from bot.domain.errors import ConsentMissingError, NoSeatError, StaleError
from bot.domain.event import Event
from bot.domain.registration import Registration, Status
from storage import accounts, audit, consents, drafts, events, registrations
from storage.database import Transaction


def confirm(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, revision: int) -> Registration:
    """Say yes; a minor without the required consents is never confirmed."""
    registration, event = _take(tx, actor, registration_id, revision)
    if not registration.has_consent:
        raise ConsentMissingError
    if registration.status is Status.WAITLISTED:
        registrations.lock_stream(tx, registration.stream_id)
        registration = seat_or_wait(tx, registration, event, now=now)
        if registration.status is Status.WAITLISTED:
            raise NoSeatError
    if registration.status is not Status.CONFIRMED:
        registration.must_move_to(Status.CONFIRMED)
        registration = registrations.update(tx, replace(registration, status=Status.CONFIRMED, reason=None), now=now)
    _arrive(tx, actor, registration, "registration.confirm", now)
    tell_family(tx, registration, event, "registration-confirmed", now=now)
    return registration


def return_for_correction(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, revision: int, reason: str
) -> Registration:
    """Ask for a correction: the seat is kept and the draft opens again at its review page."""
    registration, event = _take(tx, actor, registration_id, revision)
    registration.must_move_to(Status.RETURNED)
    returned = registrations.update(tx, replace(registration, status=Status.RETURNED, reason=reason), now=now)
    draft = drafts.get(tx, registration.draft_id)
    drafts.update(tx, replace(draft, state="open", question=None, revision=draft.revision + 1), now)
    _arrive(tx, actor, returned, "registration.return", now)
    tell_family(tx, returned, event, "registration-returned", now=now, reason=reason, draft=draft.id)
    return returned


def decline(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, revision: int, reason: str
) -> Registration:
    """Say no with a reason; the seat goes to whoever waits first."""
    registration, event = _take(tx, actor, registration_id, revision)
    registration.must_move_to(Status.DECLINED)
    declined = free_and_hand_on(tx, registration, Status.DECLINED, event, now=now, reason=reason)
    _arrive(tx, actor, declined, "registration.decline", now)
    tell_family(tx, declined, event, "registration-declined", now=now, reason=reason)
    return declined


def close_call_request(tx: Transaction, *, actor: Actor, now: datetime, call_request_id: int) -> int:
    """Take a guardian off the list of calls and return the event."""
    event_id = consents.call_request_event(tx, call_request_id)
    actor.must_run(events.get(tx, event_id).programme_id)
    consents.close_call_request(tx, call_request_id, actor.account_id, now)
    audit.record(tx, actor=actor, action="call.close", subject="call_request", subject_id=call_request_id, now=now)
    return event_id


def _take(tx: Transaction, actor: Actor, registration_id: int, revision: int) -> tuple[Registration, Event]:
    registration = registrations.get(tx, registration_id)
    event = events.get(tx, registration.event_id)
    actor.must_run(event.programme_id)
    if registration.revision != revision:
        raise StaleError
    return registration, event


def _arrive(tx: Transaction, actor: Actor, registration: Registration, action: str, now: datetime) -> None:
    accounts.set_place(tx, actor.account_id, "desk", {"registration": registration.id})
    audit.record(
        tx,
        actor=actor,
        action=action,
        subject="registration",
        subject_id=registration.id,
        now=now,
        status=registration.status.value,
    )
