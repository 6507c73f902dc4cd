"""A child who was registered without a telephone takes its registration over when it has one.

Always true: the link works once, and it changes nothing by itself: a guardian (without one, whoever acts) must say that
the account is the child's; an account that takes part already takes nothing over; the guardians stay linked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.actions.belonging import is_acting, must_belong
from bot.actions.guessing import must_not_be_paused
from bot.actions.telling import family_of, tell
from bot.domain.access import Actor
from bot.domain.errors import AlreadyTakesPartError, LinkUnusableError, NotAvailableError, OwnLinkError
from bot.domain.event import Event
from bot.domain.registration import Registration
from storage import accounts, audit, drafts, events, links, participants, registrations, takeovers
from storage.database import Transaction
from storage.participants import Participant

LINK_LIFE: Final = timedelta(hours=72)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """Whose registration is to be taken over."""

    registration: Registration
    participant: Participant
    event: Event


def make_link(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, token_hash: str) -> Handover:
    """Make a link for the child's own account."""
    registration = registrations.get(tx, registration_id)
    must_belong(tx, actor, registration)
    participant = participants.get(tx, registration.participant_id)
    if participant.account_id is not None:
        raise NotAvailableError
    links.add_takeover_link(
        tx,
        token_hash=token_hash,
        registration_id=registration_id,
        created_by=actor.account_id,
        now=now,
        expires_at=now + LINK_LIFE,
    )
    _record(tx, actor, registration, "takeover.invite", now)
    return _handover(tx, registration)


def ask(tx: Transaction, *, actor: Actor, now: datetime, token_hash: str) -> Handover:
    """Ask to take a registration over; whoever must confirm it is told."""
    must_not_be_paused(tx, actor, now)
    link = links.find(tx, token_hash)
    if link is None or link.kind != "takeover" or link.registration_id is None or not link.is_usable(now):
        raise LinkUnusableError
    found = _handover(tx, registrations.get(tx, link.registration_id))
    if found.participant.account_id is not None:
        raise LinkUnusableError
    deciding = _deciding(tx, found.registration)
    if actor.account_id in deciding or is_acting(tx, actor, found.registration):
        raise OwnLinkError
    if participants.find_by_account(tx, actor.account_id) is not None:
        raise AlreadyTakesPartError
    links.use(tx, link, actor.account_id, now)
    takeover_id = takeovers.add(
        tx, participant_id=found.participant.id, account_id=actor.account_id, link_id=link.id, now=now
    )
    for account_id in deciding:
        tell(
            tx,
            account_id,
            found.registration,
            found.event,
            "takeover-asked",
            now=now,
            takeover=takeover_id,
            who=actor.display_name,
        )
    accounts.set_place(tx, actor.account_id, "home")
    _record(tx, actor, found.registration, "takeover.ask", now)
    return found


def answer(tx: Transaction, *, actor: Actor, now: datetime, takeover_id: int, is_child: bool) -> Handover:
    """Say whether the account that asked is the child's; if so it acts for itself from now on."""
    takeover = takeovers.get(tx, takeover_id)
    registration = registrations.get(tx, takeover.registration_id)
    if actor.account_id not in _deciding(tx, registration):
        raise NotAvailableError
    takeovers.decide(tx, takeover, by=actor.account_id, is_confirmed=is_child, now=now)
    if is_child:
        _connect(tx, takeover, now)
    moved = _handover(tx, registrations.get(tx, registration.id))
    template = "takeover-confirmed" if is_child else "takeover-refused"
    _record(tx, actor, moved.registration, template.replace("-", "."), now)
    if is_child:
        tell(tx, takeover.account_id, moved.registration, moved.event, template, now=now)
    return moved


def _connect(tx: Transaction, takeover: takeovers.Takeover, now: datetime) -> None:
    """Hand the participant, its registrations and their answers to its own account."""
    if participants.find_by_account(tx, takeover.account_id) is not None:
        raise AlreadyTakesPartError
    takeovers.connect(tx, takeover)
    for one in registrations.list_ids_of(tx, takeover.participant_id):
        claim = registrations.get(tx, one)
        begun = drafts.find_open(tx, takeover.account_id, claim.event_id)
        if begun is not None:
            drafts.close(tx, begun, now)
        registrations.hand_over(tx, takeover.participant_id, claim.account_id, takeover.account_id)
    registrations.make_own(tx, takeover.participant_id)


def _deciding(tx: Transaction, registration: Registration) -> tuple[int, ...]:
    """Return who says whether an account is the child's: the guardians, without one whoever acts."""
    guardians = tuple(one.account_id for one in participants.list_deciding(tx, registration.participant_id))
    if guardians:
        return guardians
    return tuple(one for one in family_of(tx, registration) if one == registration.account_id)


def _handover(tx: Transaction, registration: Registration) -> Handover:
    return Handover(
        registration=registration,
        participant=participants.get(tx, registration.participant_id),
        event=events.get(tx, registration.event_id),
    )


def _record(tx: Transaction, actor: Actor, registration: Registration, action: str, now: datetime) -> None:
    audit.record(tx, actor=actor, action=action, subject="registration", subject_id=registration.id, now=now)
