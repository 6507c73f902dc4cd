"""Somebody who is not on the list came for a child: an exception that two members of staff make after a call.

Always true: who asks never confirms, whoever presses what; before anybody is asked a guardian who may decide was called
and said yes, and it is on record whom; a person who must not collect the child is refused here too, and so is everybody
after an hour; the child leaves only by the hand of who asked, who has seen a document.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from bot.actions.releasing import Child, at_child, child_of, is_kept_away, must_not_be_barred, reach_child, record
from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.notice import Notice, Priority
from bot.domain.pickup import ASKING_LIFE, Collector, Kind, Person
from bot.domain.pickup_errors import PickupBarredError, PickupCallError, PickupTextError
from storage import accounts, collectors, outbox, participants
from storage.database import Transaction

PLACE: Final = "pickup-outsider"
"""The place where an outsider's name is typed."""
LONGEST_NAME: Final = 100


def begin(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> Child:
    """Go where the full name of somebody who is not on the list is typed."""
    registration, event = reach_child(tx, actor, registration_id)
    child = child_of(tx, actor, registration, event, now)
    if child.out is not None:
        raise StaleError
    accounts.set_place(tx, actor.account_id, PLACE, {"registration": registration_id})
    return child


def ask(tx: Transaction, *, actor: Actor, now: datetime, full_name: str) -> tuple[Child, Collector]:
    """Write down who came; next a guardian is called."""
    if actor.place != PLACE:
        raise StaleError
    registration, event = reach_child(tx, actor, int(actor.place_args["registration"]))
    if not full_name.strip() or len(full_name) > LONGEST_NAME:
        raise PickupTextError
    child = child_of(tx, actor, registration, event, now)
    person = Person(name=full_name.strip())
    if any(one.keeps_from(person) for one in child.bars):
        raise PickupBarredError
    added = collectors.add(tx, registration.id, Kind.OUTSIDER, person, named_by=actor.account_id, now=now)
    record(tx, actor, "pickup.outsider", registration.id, now, collector=added.id)
    return at_child(tx, actor, registration, event, now), added


def note_call(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, collector_id: int, account_id: int
) -> tuple[Child, Collector]:
    """Note which guardian was called and said yes, and ask the other members of staff."""
    child, outsider = _reach(tx, actor, registration_id, collector_id, now)
    deciding = participants.list_deciding(tx, child.participant.id)
    called = next((one for one in deciding if one.account_id == account_id), None)
    if called is None or account_id == actor.account_id or not outsider.waits(now):
        raise StaleError
    if child.bar_about(called) is not None:
        raise PickupBarredError
    if not collectors.call(tx, collector_id, by=actor.account_id, called_id=account_id):
        raise StaleError
    record(tx, actor, "pickup.call", registration_id, now, collector=collector_id, guardian=account_id)
    for one in accounts.list_releasers(tx, child.event, child.registration.unit_id, now=now):
        if one != actor.account_id and not is_kept_away(tx, one, child.participant.id):
            _tell(tx, one, "pickup-asked", child, outsider, actor.display_name, now)
    return _reach(tx, actor, registration_id, collector_id, now)


def confirm(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, collector_id: int
) -> tuple[Child, Collector]:
    """Stand for an outsider too, as another member of staff than who asked."""
    child, outsider = _reach(tx, actor, registration_id, collector_id, now)
    must_not_be_barred(child, outsider)
    if outsider.called_id is None:
        raise PickupCallError
    if outsider.called_id == actor.account_id:
        raise NotAvailableError
    if not outsider.waits(now) or not collectors.second(tx, collector_id, by=actor.account_id, now=now):
        raise StaleError
    record(tx, actor, "pickup.second", registration_id, now, collector=collector_id)
    _tell(tx, outsider.named_by, "pickup-vouched", child, outsider, actor.display_name, now)
    return _reach(tx, actor, registration_id, collector_id, now)


def refuse(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, collector_id: int) -> Child:
    """Say no to an outsider, or take back what one asked."""
    child, outsider = _reach(tx, actor, registration_id, collector_id, now)
    if not collectors.end(tx, outsider, by=actor.account_id, now=now):
        raise StaleError
    record(tx, actor, "pickup.refuse", registration_id, now, collector=collector_id)
    if outsider.named_by != actor.account_id:
        _tell(tx, outsider.named_by, "pickup-refused", child, outsider, actor.display_name, now)
    return at_child(tx, actor, child.registration, child.event, now)


def _reach(
    tx: Transaction, actor: Actor, registration_id: int, collector_id: int, now: datetime
) -> tuple[Child, Collector]:
    """Return a child and an outsider for whom staff asked lately."""
    registration, event = reach_child(tx, actor, registration_id)
    child = child_of(tx, actor, registration, event, now)
    for one in child.outsiders:
        if one.id == collector_id:
            return child, one
    raise StaleError


def _tell(
    tx: Transaction, account_id: int, template: str, child: Child, outsider: Collector, who: str, now: datetime
) -> None:
    data = {
        "registration": child.registration.id,
        "collector": outsider.id,
        "name": child.participant.full_name,
        "event": child.event.title.as_dict(),
        "who": who,
    }
    notice = Notice(
        account_id=account_id, template=template, data=data, priority=Priority.REPLY, not_after=now + ASKING_LIFE
    )
    outbox.put(tx, notice, now)
