"""Tickets: show one's own, replace it by a new one, and see at the entrance whose it is.

Always true: only a confirmed registration has a ticket, and one that is good at a time; what a ticket says is shown to
organizers of its own programme only, and everybody else reads the same words as for a ticket that never was.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.actions.gating import Bearer, read_bearer
from bot.actions.reaching import reach_registration
from bot.actions.registering import RegistrationCard, card_of, read_card
from bot.domain.access import Actor, Right
from bot.domain.errors import NotAvailableError
from bot.domain.event import Event
from bot.domain.registration import Registration
from bot.domain.ticket import Standing, Ticket, new_code, secret_of
from bot.domain.tokens import hash_of
from storage import accounts, audit, tickets
from storage.database import Transaction

PLACE = "ticket"


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketView:
    """All that is needed to draw a ticket; `secret` is for the picture and is kept nowhere."""

    card: RegistrationCard
    code: str
    secret: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What an organizer sees of a shown ticket."""

    card: RegistrationCard
    standing: Standing
    can_open: bool
    """Whether this person may see more of the registration."""
    bearer: Bearer
    ticket_id: int | None = None
    """The ticket that was shown; None when somebody was found by name."""
    at: datetime
    """When it was looked at."""
    looked_by: int
    """The account of who looks."""
    let_in: str | None = None
    """The gate at which they were let in just now."""
    refused: str | None = None
    """The gate at which they were not let in, because that was done before."""
    may_release: bool = False
    """Whether this person may hand the child over to those who collect it."""


def open_ticket(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, key: bytes, noise: bytes
) -> TicketView:
    """Return the ticket of a registration to its family; the first time it is made of the random bytes."""
    card = _confirmed(tx, actor, now, registration_id)
    ticket = tickets.find_good(tx, registration_id)
    if ticket is None or hash_of(secret_of(key, ticket.code, registration_id)) != ticket.token_hash:
        ticket = _issue(tx, actor, now, registration_id=registration_id, key=key, noise=noise)
    return _view(tx, actor, card, ticket, key)


def renew(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, key: bytes, noise: bytes
) -> TicketView:
    """Replace a ticket that somebody else may have a picture of; the old one is good no more."""
    card = _confirmed(tx, actor, now, registration_id)
    return _view(tx, actor, card, _issue(tx, actor, now, registration_id=registration_id, key=key, noise=noise), key)


def check(
    tx: Transaction, *, actor: Actor, now: datetime, token_hash: str | None = None, code: str | None = None
) -> Checked:
    """Tell an organizer whose ticket this is, by the hash of its secret or by its short code, and what it is worth."""
    by_hash = tickets.find_by_hash(tx, token_hash) if token_hash else None
    ticket = by_hash or (tickets.find_by_code(tx, code) if code else None)
    if ticket is None:
        raise NotAvailableError
    registration, event, _ = reach_registration(tx, actor, ticket.registration_id, Right.CHECK)
    role = actor.role_in(Right.CHECK, event.programme_id, event.id).value
    audit.record(
        tx, actor=actor, action="ticket.check", subject="registration", subject_id=registration.id, now=now, role=role
    )
    return checked_of(tx, actor, registration, event, ticket, now)


def checked_of(
    tx: Transaction, actor: Actor, registration: Registration, event: Event, ticket: Ticket | None, now: datetime
) -> Checked:
    """Return what is seen at the gate of somebody with a ticket, or of somebody found by name."""
    card = card_of(tx, registration, is_own=False)
    return Checked(
        card=card,
        standing=_standing(ticket, card),
        can_open=actor.may(Right.SEE, event.programme_id, event.id),
        bearer=read_bearer(tx, registration, event, now),
        ticket_id=ticket.id if ticket is not None else None,
        at=now,
        looked_by=actor.account_id,
        may_release=registration.needs_consent and actor.may(Right.RELEASE, event.programme_id, event.id),
    )


def _standing(ticket: Ticket | None, card: RegistrationCard) -> Standing:
    if not card.registration.takes_part:
        return Standing.ENDED
    return Standing.REPLACED if ticket is not None and ticket.is_revoked else Standing.GOOD


def _confirmed(tx: Transaction, actor: Actor, now: datetime, registration_id: int) -> RegistrationCard:
    card = read_card(tx, actor=actor, now=now, registration_id=registration_id)
    if not card.registration.takes_part:
        raise NotAvailableError
    return card


def _issue(tx: Transaction, actor: Actor, now: datetime, *, registration_id: int, key: bytes, noise: bytes) -> Ticket:
    code = new_code(noise)
    token_hash = hash_of(secret_of(key, code, registration_id))
    ticket = tickets.add(tx, registration_id=registration_id, code=code, token_hash=token_hash, now=now)
    audit.record(tx, actor=actor, action="ticket.issue", subject="registration", subject_id=registration_id, now=now)
    return ticket


def _view(tx: Transaction, actor: Actor, card: RegistrationCard, ticket: Ticket, key: bytes) -> TicketView:
    accounts.set_place(tx, actor.account_id, PLACE, {"registration": card.registration.id})
    return TicketView(card=card, code=ticket.code, secret=secret_of(key, ticket.code, card.registration.id))
