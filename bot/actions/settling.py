"""Steps that actions share when an answer of a guardian was recorded: the registration is made to agree with it.

Always true: a registration has its consent exactly while every required text stands given in its newest words and
undisputed, but for a confirmed one that newer words wait for until their deadline; a seat is kept while guardians
differ; what nobody agrees to ends.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.actions.seating import free_and_hand_on
from bot.actions.telling import take_back, tell
from bot.domain.consent import Standing, State, standing
from bot.domain.event import Event
from bot.domain.registration import Registration, Status, status_with_seat
from storage import accounts, consents, events, holds, participants, registrations
from storage.database import Transaction
from storage.holds import Hold, HoldKind


def standings(tx: Transaction, participant_id: int, event_id: int) -> tuple[Standing, ...]:
    """Return what the answers about every text of an event come to, required ones first."""
    answers = consents.list_answers(tx, participant_id, event_id)
    resolutions = consents.list_resolutions(tx, participant_id, event_id)
    return tuple(standing(text, answers, resolutions) for text in events.list_consent_texts(tx, event_id))


def settle(
    tx: Transaction, registration: Registration, event: Event, *, now: datetime, reason: str | None = None
) -> Registration:
    """Make a registration agree with what its guardians' answers come to; `reason` is told if it ends."""
    if not registration.needs_consent or not registration.is_active:
        return registration
    found = standings(tx, registration.participant_id, event.id)
    required = [one for one in found if one.text.is_required]
    refused = [one for one in required if one.state is State.REFUSED]
    if refused and all(one.is_disputed for one in refused):
        return _hold(tx, registration, event, now)
    if refused:
        return end(tx, registration, event, now=now, reason=reason)
    if all(one.state is State.GIVEN and one.proof is not None for one in required):
        return _satisfy(tx, registration, event, required, now)
    return _suspend(tx, registration, now)


def end(
    tx: Transaction, registration: Registration, event: Event, *, now: datetime, reason: str | None
) -> Registration:
    """End a registration that is not consented to: the seat goes to whoever waits first."""
    take_back(tx, registration, now=now)
    holds.close(tx, registration.id, now)
    without = replace(registration, consent_id=None)
    return free_and_hand_on(tx, without, Status.REFUSED, event, now=now, reason=reason)


def tell_staff(
    tx: Transaction, registration: Registration, event: Event, template: str, *, now: datetime, but: int | None = None
) -> None:
    """Tell everybody who runs the programme something about a registration."""
    for organizer in accounts.list_organizers(tx, event, registration.unit_id, now=now):
        if organizer != but:
            tell(tx, organizer, registration, event, template, now=now)


def _satisfy(
    tx: Transaction, registration: Registration, event: Event, required: Iterable[Standing], now: datetime
) -> Registration:
    """Nothing is missing: whoever was confirmed before is so again, everybody else goes on."""
    first = next(iter(required))
    proof = _proof(registration, first)
    status = registration.status
    if status is Status.AWAITING_GUARDIAN:
        was_confirmed = _was_confirmed(registration, holds.list_of(tx, registration.id))
        status = Status.CONFIRMED if was_confirmed else status_with_seat(event, has_consent=True)
    holds.close(tx, registration.id, now)
    return _move(tx, registration, status, proof, now)


def _proof(registration: Registration, about: Standing) -> int | None:
    """Return the yes a registration rests on: the one it has, as long as it stands, else the newest."""
    if registration.consent_id in {one.id for one in about.proofs}:
        return registration.consent_id
    return about.proof.id if about.proof else None


def _hold(tx: Transaction, registration: Registration, event: Event, now: datetime) -> Registration:
    """Guardians differ: the stricter answer holds, the seat is kept, and somebody on the staff has to speak to them."""
    opened = holds.open_(
        tx,
        registration.id,
        HoldKind.DISPUTE,
        was_confirmed=_was_confirmed(registration, holds.list_of(tx, registration.id)),
        now=now,
        due_at=now + event.consent_rules.resolve_within,
    )
    held = _withdraw(tx, registration, now)
    if opened:
        for guardian in participants.list_deciding(tx, held.participant_id):
            tell(tx, guardian.account_id, held, event, "consent-differ", now=now)
        tell_staff(tx, held, event, "consent-differ-staff", now=now)
    return held


def _suspend(tx: Transaction, registration: Registration, now: datetime) -> Registration:
    """Something is missing: nobody is confirmed by it, and whoever is stays so until the deadline of newer words."""
    holds.close(tx, registration.id, now, HoldKind.DISPUTE)
    renewing = any(hold.kind is HoldKind.RENEWAL for hold in holds.list_of(tx, registration.id))
    if renewing and registration.status is Status.CONFIRMED:
        return registration
    return _withdraw(tx, registration, now)


def _withdraw(tx: Transaction, registration: Registration, now: datetime) -> Registration:
    status = registration.status
    if status in (Status.CONFIRMED, Status.PENDING):
        status = Status.AWAITING_GUARDIAN
    return _move(tx, registration, status, None, now)


def lapse(tx: Transaction, registration: Registration, now: datetime) -> Registration:
    """Newer words waited too long: the seat is kept, and nobody is confirmed by older ones any more."""
    return _withdraw(tx, registration, now)


def _move(
    tx: Transaction, registration: Registration, status: Status, consent_id: int | None, now: datetime
) -> Registration:
    if (status, consent_id) == (registration.status, registration.consent_id):
        return registration
    if status is not registration.status:
        registration.must_move_to(status)
        take_back(tx, registration, now=now)
    return registrations.update(tx, replace(registration, status=status, consent_id=consent_id), now=now)


def _was_confirmed(registration: Registration, held: tuple[Hold, ...]) -> bool:
    return registration.status is Status.CONFIRMED or any(hold.was_confirmed for hold in held)
