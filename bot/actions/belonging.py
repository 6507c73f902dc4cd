"""Whose a registration is: the question that every action of a family asks first, with one refusal for everybody else.

Always true: whoever made a registration may act for it until, as a guardian, their link ends or they may not know any
more; from then on they are strangers to it, whatever old button they press.
"""

from __future__ import annotations

from datetime import datetime

from bot.domain.access import Actor
from bot.domain.behalf import Behalf
from bot.domain.errors import NotAvailableError, TooManyChildrenError
from bot.domain.registration import Registration
from storage import participants
from storage.database import Transaction


def is_acting(tx: Transaction, actor: Actor, registration: Registration) -> bool:
    """Tell whether this person made the registration and still may act for it."""
    if registration.account_id != actor.account_id:
        return False
    return not participants.is_shut_out(tx, registration.participant_id, actor.account_id)


def must_act(tx: Transaction, actor: Actor, registration: Registration) -> None:
    """Refuse everybody but whoever made the registration and still may act for it."""
    if not is_acting(tx, actor, registration):
        raise NotAvailableError


def must_belong(tx: Transaction, actor: Actor, registration: Registration) -> bool:
    """Refuse everybody but the family; return whether this is whoever made the registration."""
    if is_acting(tx, actor, registration):
        return True
    if not participants.is_guardian(tx, registration.participant_id, actor.account_id):
        raise NotAvailableError
    return False


def may_invite(tx: Transaction, actor: Actor, registration: Registration) -> bool:
    """Tell whether this person may make a link for a guardian.

    The child, whoever acts for it and the primary guardian may; a teacher only until there is a guardian.
    """
    if not registration.needs_consent or not registration.is_active:
        return False
    knowing = participants.list_knowing(tx, registration.participant_id)
    if any(one.is_primary and one.account_id == actor.account_id for one in knowing):
        return True
    is_teacher = registration.on_behalf is Behalf.PUPIL and registration.account_id == registration.acted_by
    return is_acting(tx, actor, registration) and not (is_teacher and knowing)


def become_guardian(tx: Transaction, actor: Actor, participant_id: int, event_id: int, now: datetime) -> None:
    """Link this person to a child as a guardian; TooManyChildrenError when staff must look first."""
    if participants.is_guardian(tx, participant_id, actor.account_id):
        return
    if participants.count_children(tx, actor.account_id) >= participants.most_children(tx, actor.account_id):
        raise TooManyChildrenError(event_id)
    participants.add_guardian(tx, participant_id, actor.account_id, now)
