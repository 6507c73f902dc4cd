"""The one way organizers' actions come to an event or to a registration: by a right that reaches it.

Always true: what a role does not reach — another programme, another event, another branch — is refused with the same
words as what is not there.
"""

from __future__ import annotations

from bot.domain.access import Actor, Right, Scope
from bot.domain.event import Event
from bot.domain.registration import Registration
from storage import events, registrations, scopes
from storage.database import Transaction


def reach_event(tx: Transaction, actor: Actor, event_id: int, right: Right) -> tuple[Event, Scope]:
    """Return an event and which of its registrations a right reaches."""
    event = events.get(tx, event_id)
    return event, scopes.of_event(tx, actor, event, right)


def reads_whole(tx: Transaction, actor: Actor, event: Event, unit_id: int | None) -> bool:
    """Tell whether more than lists is shown to somebody of a registration of this unit: answers, family, phones."""
    if not actor.may(Right.READ, event.programme_id, event.id):
        return False
    return scopes.of_event(tx, actor, event, Right.READ).covers(unit_id)


def reach_registration(
    tx: Transaction, actor: Actor, registration_id: int, right: Right
) -> tuple[Registration, Event, Scope]:
    """Return a registration that a right reaches, its event, and what else of it the right reaches."""
    registration = registrations.get(tx, registration_id)
    event, scope = reach_event(tx, actor, registration.event_id, right)
    scope.must_cover(registration.unit_id)
    return registration, event, scope
