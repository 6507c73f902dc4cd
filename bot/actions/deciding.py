"""An organizer's decisions about registrations: confirm, return for correction, decline, and taking one of them back.

Always true: a minor without the required consents is never confirmed; a decision is told after a hold and can be
taken back for `UNDO_LIFE` as long as nothing has happened to the registration since. Whoever still holds a seat keeps
it then; a declined one gets a seat again only if one is free, else waits where the time of its submission puts it,
because a seat that was handed on stays with whoever got it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.actions.reaching import reach_event, reach_registration
from bot.actions.readmitting import has_another_draft, readmit
from bot.actions.seating import free_and_hand_on, seat_or_wait
from bot.actions.telling import take_back, tell, tell_decision
from bot.domain.access import Actor, Right
from bot.domain.errors import (
    BeingCorrectedError,
    ConsentMissingError,
    LotteryOpenError,
    NoSeatError,
    StaleError,
    UndoExpiredError,
)
from bot.domain.event import Event, Stage
from bot.domain.registration import SEATED, Registration, Status, status_with_seat
from storage import accounts, amendments, audit, consents, drafts, registrations
from storage.amendments import State
from storage.database import Transaction
from storage.values import from_json, instant, micros

UNDO_LIFE: Final = timedelta(seconds=30)
BATCH: Final = 50
"""Registrations that one transaction of a long work decides about, so that nobody else waits long."""
DECISIONS: Final[Mapping[str, Status]] = {
    "registration.confirm": Status.CONFIRMED,
    "registration.return": Status.RETURNED,
    "registration.decline": Status.DECLINED,
}
"""What the trail calls a decision, and where it leads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The decision that led to the registration's present revision."""

    before: Status
    decided_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A part of a long work; `at` (microseconds) names the whole of it."""

    number: int
    at: int

    @property
    def is_last(self) -> bool:
        """Tell whether nothing is left to do."""
        return self.number < BATCH


def confirm(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, revision: int) -> Registration:
    """Say yes; a minor without the required consents is never confirmed."""
    registration, event = _take(tx, actor, registration_id, revision)
    confirmed = _confirm(tx, actor, registration, event, now)
    _arrive(tx, actor, confirmed)
    return confirmed


def return_for_correction(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, revision: int, reason: str
) -> Registration:
    """Ask for a correction: the seat is kept and the draft opens again at its review page."""
    registration, event = _take(tx, actor, registration_id, revision)
    registration.must_move_to(Status.RETURNED)
    take_back(tx, registration, now=now)
    returned = registrations.update(tx, replace(registration, status=Status.RETURNED, reason=reason), now=now)
    _settle_draft(tx, returned, now)
    _record(tx, actor, returned, "registration.return", now, before=registration.status)
    tell_decision(tx, returned, event, "registration-returned", now=now, reason=reason, draft=returned.draft_id)
    _arrive(tx, actor, returned)
    return returned


def decline(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, revision: int, reason: str
) -> Registration:
    """Say no with a reason; the seat goes to whoever waits first."""
    registration, event = _take(tx, actor, registration_id, revision)
    registration.must_move_to(Status.DECLINED)
    take_back(tx, registration, now=now)
    declined = free_and_hand_on(tx, registration, Status.DECLINED, event, now=now, reason=reason)
    _settle_draft(tx, declined, now)
    _record(tx, actor, declined, "registration.decline", now, before=registration.status)
    tell_decision(tx, declined, event, "registration-declined", now=now, reason=reason)
    _arrive(tx, actor, declined)
    return declined


def undo(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, revision: int) -> Registration:
    """Take the newest decision back; places in sessions given up by it are not taken again."""
    registration, event = _take(tx, actor, registration_id, revision)
    undone = _undo(tx, actor, registration, event, now)
    _arrive(tx, actor, undone)
    return undone


def confirm_all(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, until: int) -> Batch:
    """Confirm a batch of those that have waited since `until` (microseconds) and lack nothing."""
    event, scope = reach_event(tx, actor, event_id, Right.DECIDE)
    found = registrations.list_confirmable(tx, scope, until=instant(until), limit=BATCH)
    for registration in found:
        _confirm(tx, actor, registration, event, now)
    accounts.set_place(tx, actor.account_id, "desk", {"event": event_id})
    return Batch(number=len(found), at=micros(now))


def undo_all(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, confirmed_at: int) -> Batch:
    """Take back a batch of what was confirmed at one instant (microseconds) and is still so."""
    event, scope = reach_event(tx, actor, event_id, Right.DECIDE)
    at = instant(confirmed_at)
    found = registrations.list_confirmed_at(tx, scope, confirmed_at=at, limit=BATCH)
    for registration in found:
        _undo(tx, actor, registration, event, now)
    accounts.set_place(tx, actor.account_id, "desk", {"event": event_id})
    return Batch(number=len(found), at=confirmed_at)


def close_call_request(tx: Transaction, *, actor: Actor, now: datetime, call_request_id: int) -> int:
    """Take a guardian off the list of calls and return the event."""
    registration_id = consents.call_request_registration(tx, call_request_id)
    _, event, _ = reach_registration(tx, actor, registration_id, Right.DECIDE)
    if not consents.close_call_request(tx, call_request_id, actor.account_id, now):
        raise StaleError
    audit.record(tx, actor=actor, action="call.close", subject="call_request", subject_id=call_request_id, now=now)
    return event.id


def find_decision(tx: Transaction, registration: Registration) -> Decision | None:
    """Return the decision that led to this revision, None when something else did."""
    for row in reversed(audit.list_(tx, "registration", registration.id)):
        data = from_json(row["data"])
        if row["action"] in DECISIONS and data.get("revision") == registration.revision:
            return Decision(before=Status(data["before"]), decided_at=instant(row["at"]))
    return None


def _confirm(tx: Transaction, actor: Actor, registration: Registration, event: Event, now: datetime) -> Registration:
    registration.must_move_to(Status.CONFIRMED)
    if event.stream_with(registration.stream_id).stage is Stage.DRAWING:
        raise LotteryOpenError
    if not registration.has_consent:
        raise ConsentMissingError
    if _is_being_corrected(tx, registration):
        raise BeingCorrectedError
    take_back(tx, registration, now=now)
    confirmed = _with_seat(tx, registration, event, now)
    if confirmed.status is not Status.CONFIRMED:
        confirmed = registrations.update(tx, replace(confirmed, status=Status.CONFIRMED, reason=None), now=now)
    _settle_draft(tx, confirmed, now)
    amendments.settle(tx, confirmed.id, State.SETTLED, now)
    _record(tx, actor, confirmed, "registration.confirm", now, before=registration.status)
    tell_decision(tx, confirmed, event, "registration-confirmed", now=now)
    return confirmed


def _is_being_corrected(tx: Transaction, registration: Registration) -> bool:
    """Tell whether the family has changed answers of a returned registration and not sent them."""
    is_returned = registration.status is Status.RETURNED
    return is_returned and drafts.has_changed(tx, registration.draft_id, registration.changed_at)


def _with_seat(tx: Transaction, registration: Registration, event: Event, now: datetime) -> Registration:
    if registration.status in SEATED:
        return registration
    registrations.lock_stream(tx, registration.stream_id)
    seated = seat_or_wait(tx, registration, event, now=now)
    if seated.status is Status.WAITLISTED:
        raise NoSeatError
    return seated


def _undo(tx: Transaction, actor: Actor, registration: Registration, event: Event, now: datetime) -> Registration:
    decision = find_decision(tx, registration)
    if decision is None:
        raise StaleError
    if now > decision.decided_at + UNDO_LIFE:
        raise UndoExpiredError
    if _is_being_corrected(tx, registration):
        raise BeingCorrectedError
    too_late = take_back(tx, registration, now=now)
    amendments.unsettle(tx, registration.id, decision.decided_at)
    if registration.status is Status.DECLINED:
        undone = readmit(tx, registration, event, decision.before, now)
    else:
        undone = _step_back(tx, registration, event, decision.before, now)
    _settle_draft(tx, undone, now)
    _record(tx, actor, undone, "registration.undo", now, before=registration.status)
    for account_id in too_late:
        tell(tx, account_id, undone, event, "decision-undone", now=now)
    return undone


def _step_back(
    tx: Transaction, registration: Registration, event: Event, before: Status, now: datetime
) -> Registration:
    """Return to where it was; whoever got a seat by the decision keeps it."""
    is_kept = before in SEATED and before is not Status.OFFERED
    status = before if is_kept else status_with_seat(event, has_consent=registration.has_consent)
    return registrations.update(tx, replace(registration, status=status, reason=None), now=now)


def _settle_draft(tx: Transaction, registration: Registration, now: datetime) -> None:
    """Open the draft of a returned registration for its family, close that of any other."""
    draft = drafts.get(tx, registration.draft_id)
    is_returned = registration.status is Status.RETURNED
    if is_returned == (draft.state == "open"):
        return
    if is_returned and has_another_draft(tx, draft):
        raise StaleError
    state = "open" if is_returned else "submitted"
    drafts.update(tx, replace(draft, state=state, question=None, revision=draft.revision + 1), now)


def _take(tx: Transaction, actor: Actor, registration_id: int, revision: int) -> tuple[Registration, Event]:
    registration, event, _ = reach_registration(tx, actor, registration_id, Right.DECIDE)
    if registration.revision != revision:
        raise StaleError
    return registration, event


def _arrive(tx: Transaction, actor: Actor, registration: Registration) -> None:
    accounts.set_place(tx, actor.account_id, "desk", {"registration": registration.id})


def _record(
    tx: Transaction, actor: Actor, registration: Registration, action: str, now: datetime, *, before: Status
) -> None:
    audit.record(
        tx,
        actor=actor,
        action=action,
        subject="registration",
        subject_id=registration.id,
        now=now,
        status=registration.status.value,
        before=before.value,
        revision=registration.revision,
    )
