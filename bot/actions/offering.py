"""Offers of a freed seat: taken or passed on by the family, and moved on when the deadline passes.

Always true: an open offer holds its seat, so that nobody else is given it; whatever ends an offer without taking the
seat hands it to whoever waits first; an offer is taken only before its deadline; whoever let one pass is asked
once whether they still want a place, and offered nothing more until they say so.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.actions.arriving import arrive
from bot.actions.belonging import must_belong
from bot.actions.seating import free_and_hand_on, let_offer_pass, promote
from bot.actions.telling import tell_family
from bot.domain.access import Actor
from bot.domain.errors import StaleError
from bot.domain.registration import Registration, Status, status_when_moved_up
from storage import events, registrations
from storage.database import Transaction

BATCH: Final = 50
"""Offers that one tick ends, so that nobody waits long for it."""


def accept(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, revision: int) -> Registration:
    """Take the offered seat; after the deadline it goes on instead."""
    offered = _take(tx, actor, registration_id, revision)
    event = events.get(tx, offered.event_id)
    if _is_over(offered, now):
        return let_offer_pass(tx, offered, event, now=now)
    status = status_when_moved_up(event, offered.stream_id, has_consent=offered.has_consent)
    offered.must_move_to(status)
    taken = registrations.update(tx, replace(offered, status=status), now=now)
    arrive(tx, actor, taken, "offer.accept", now)
    tell_family(tx, taken, event, "offer-taken", now=now, but=actor.account_id)
    return taken


def decline(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, revision: int) -> Registration:
    """Pass the seat on to whoever waits next; the registration ends."""
    offered = _take(tx, actor, registration_id, revision)
    event = events.get(tx, offered.event_id)
    offered.must_move_to(Status.CANCELLED)
    ended = free_and_hand_on(tx, offered, Status.CANCELLED, event, now=now)
    arrive(tx, actor, ended, "offer.decline", now)
    tell_family(tx, ended, event, "registration-cancelled", now=now, but=actor.account_id)
    return ended


def ask_again(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, revision: int) -> Registration:
    """Wait again, at the end, after an offer passed; a free place is offered at once."""
    registration = _take_own(tx, actor, registration_id)
    if not registration.rests or registration.revision != revision:
        raise StaleError
    registrations.lock_stream(tx, registration.stream_id)
    event = events.get(tx, registration.event_id)
    registrations.update(tx, replace(registration, rests=False, queued_at=now), now=now)
    promote(tx, registration.stream_id, event, now=now)
    awake = registrations.get(tx, registration.id)
    arrive(tx, actor, awake, "waitlist.again", now)
    return awake


def tick(tx: Transaction, *, now: datetime) -> int:
    """Move the seats on whose offers nobody took in time, and return how many."""
    ended = registrations.list_expired_offers(tx, now, limit=BATCH)
    for offered in ended:
        let_offer_pass(tx, offered, events.get(tx, offered.event_id), now=now)
    return len(ended)


def _is_over(offered: Registration, now: datetime) -> bool:
    return offered.offered_until is None or now >= offered.offered_until


def _take(tx: Transaction, actor: Actor, registration_id: int, revision: int) -> Registration:
    registration = _take_own(tx, actor, registration_id)
    if registration.status is not Status.OFFERED or registration.revision != revision:
        raise StaleError
    return registration


def _take_own(tx: Transaction, actor: Actor, registration_id: int) -> Registration:
    registration = registrations.get(tx, registration_id)
    must_belong(tx, actor, registration)
    return registration
