"""The list of who may collect a child, kept by its guardians: themselves, other adults, or the child alone.

Always true: only a guardian who may decide reads or changes it, and the other guardians who may know are told of every
change; whoever is taken off stands there no more at once; nobody reads another guardian's own code or changes what
stands there of them; a limit that staff set is not to be seen here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.actions.telling import tell
from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.guardian import Guardian, Relation
from bot.domain.pickup import MOST, Collector, Kind, Person, new_code
from bot.domain.pickup_errors import PickupFullError, PickupTextError
from bot.domain.registration import Registration
from storage import accounts, audit, collectors, events, participants, registrations
from storage.database import Transaction
from storage.participants import Participant

PLACE: Final = "collect-name"
PHONE: Final = "collect-phone"
LONGEST_NAME: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class PickupList:
    """Who may collect a child, as one of its guardians sees it."""

    registration: Registration
    event: Event
    participant: Participant
    collectors: tuple[Collector, ...]
    account_id: int
    """Of who looks."""

    @property
    def named(self) -> tuple[Collector, ...]:
        """Everybody but the child itself."""
        return tuple(one for one in self.collectors if one.kind is not Kind.ALONE)

    @property
    def alone(self) -> Collector | None:
        """That the child may go alone, if it may."""
        return next((one for one in self.collectors if one.kind is Kind.ALONE), None)

    @property
    def has_me(self) -> bool:
        """Tell whether whoever looks is on the list."""
        return any(one.account_id == self.account_id for one in self.collectors)

    @property
    def is_full(self) -> bool:
        """Tell whether nobody more can be named."""
        return len(self.named) >= MOST


def read_list(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> PickupList:
    """Return who may collect a child to a guardian who may decide."""
    del now
    registration, _ = _reach(tx, actor, registration_id)
    return _list(tx, actor, registration)


def read_one(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, collector_id: int
) -> tuple[PickupList, Collector]:
    """Return somebody on the list to a guardian who may decide."""
    page = read_list(tx, actor=actor, now=now, registration_id=registration_id)
    for collector in page.named:
        if collector.id == collector_id:
            return page, collector
    raise StaleError


def collect_myself(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, number: int
) -> tuple[PickupList, Collector]:
    """Put oneself on the list; `number` is the random one that the code is made of."""
    registration, me = _reach(tx, actor, registration_id)
    page = _list(tx, actor, registration)
    if page.has_me:
        raise StaleError
    person = Person(name=me.name, relation=me.relation, phone=me.phone or "", code=_code(page, number))
    mine = {"account_id": actor.account_id, "named_by": actor.account_id}
    added = collectors.add(tx, registration_id, Kind.GUARDIAN, person, now=now, **mine)
    return _changed(tx, actor, registration, added, "pickup.name", now), added


def begin_name(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> PickupList:
    """Go where the name of somebody else is typed."""
    page = read_list(tx, actor=actor, now=now, registration_id=registration_id)
    if page.is_full:
        raise PickupFullError
    accounts.set_place(tx, actor.account_id, PLACE, {"registration": registration_id})
    return page


def name(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, full_name: str, number: int
) -> tuple[PickupList, Collector]:
    """Put another adult on the list by a full name; `number` is the random one that the code is made of."""
    registration, _ = _reach(tx, actor, registration_id)
    page = _list(tx, actor, registration)
    if page.is_full:
        raise PickupFullError
    if not full_name.strip() or len(full_name) > LONGEST_NAME:
        raise PickupTextError
    person = Person(name=full_name.strip(), code=_code(page, number))
    added = collectors.add(tx, registration_id, Kind.NAMED, person, named_by=actor.account_id, now=now)
    accounts.set_place(tx, actor.account_id, "home")
    return _changed(tx, actor, registration, added, "pickup.name", now), added


def relate(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, collector_id: int, relation: Relation
) -> tuple[PickupList, Collector]:
    """Remember who somebody on the list is to the child."""
    _, found = _changeable(tx, actor, now, registration_id, collector_id)
    collectors.write(tx, collector_id, replace(found.person, relation=relation))
    return read_one(tx, actor=actor, now=now, registration_id=registration_id, collector_id=collector_id)


def begin_phone(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, collector_id: int
) -> tuple[PickupList, Collector]:
    """Go where the telephone of somebody on the list is typed."""
    found = _changeable(tx, actor, now, registration_id, collector_id)
    args = {"registration": registration_id, "collector": collector_id}
    accounts.set_place(tx, actor.account_id, PHONE, args)
    return found


def write_phone(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, collector_id: int, phone: str
) -> tuple[PickupList, Collector]:
    """Remember the telephone of somebody on the list."""
    _, found = _changeable(tx, actor, now, registration_id, collector_id)
    collectors.write(tx, collector_id, replace(found.person, phone=phone))
    accounts.set_place(tx, actor.account_id, "home")
    return read_one(tx, actor=actor, now=now, registration_id=registration_id, collector_id=collector_id)


def renew_code(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, collector_id: int, number: int
) -> tuple[PickupList, Collector]:
    """Give somebody on the list another code; the one before opens nothing any more."""
    page, found = _changeable(tx, actor, now, registration_id, collector_id)
    collectors.write(tx, collector_id, replace(found.person, code=_code(page, number)))
    _record(tx, actor, registration_id, "pickup.code", found, now)
    return read_one(tx, actor=actor, now=now, registration_id=registration_id, collector_id=collector_id)


def remove(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, collector_id: int) -> PickupList:
    """Take somebody off the list."""
    registration, _ = _reach(tx, actor, registration_id)
    _, found = read_one(tx, actor=actor, now=now, registration_id=registration_id, collector_id=collector_id)
    if not collectors.end(tx, found, by=actor.account_id, now=now):
        raise StaleError
    return _changed(tx, actor, registration, found, "pickup.remove", now)


def restore(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, collector_id: int
) -> tuple[PickupList, Collector]:
    """Put somebody back whom one has taken off by a slip."""
    registration, _ = _reach(tx, actor, registration_id)
    if _list(tx, actor, registration).is_full:
        raise PickupFullError
    if not collectors.restore(tx, registration_id, collector_id, by=actor.account_id):
        raise StaleError
    found = collectors.get(tx, registration_id, collector_id)
    _changed(tx, actor, registration, found, "pickup.name", now)
    return read_one(tx, actor=actor, now=now, registration_id=registration_id, collector_id=collector_id)


def let_go_alone(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, may: bool) -> PickupList:
    """Allow the child to go home alone, or not any more; any one guardian's no is enough."""
    registration, _ = _reach(tx, actor, registration_id)
    alone = _list(tx, actor, registration).alone
    if may is (alone is not None):
        raise StaleError
    collectors.end_alone(tx, registration_id, by=actor.account_id, now=now)
    if alone is not None:
        return _changed(tx, actor, registration, alone, "pickup.not-alone", now)
    added = collectors.add(tx, registration_id, Kind.ALONE, Person(), named_by=actor.account_id, now=now)
    return _changed(tx, actor, registration, added, "pickup.alone", now)


def may_read_code(collector: Collector, account_id: int) -> bool:
    """Tell whether a guardian may read somebody's code: not that of another guardian."""
    return collector.account_id in (None, account_id)


def _reach(tx: Transaction, actor: Actor, registration_id: int) -> tuple[Registration, Guardian]:
    """Return a minor's active registration and the guardian who may decide about it."""
    registration = registrations.get(tx, registration_id)
    for guardian in participants.list_deciding(tx, registration.participant_id):
        if guardian.account_id == actor.account_id and registration.is_active and registration.needs_consent:
            return registration, guardian
    raise NotAvailableError


def _changeable(
    tx: Transaction, actor: Actor, now: datetime, registration_id: int, collector_id: int
) -> tuple[PickupList, Collector]:
    """Return somebody on the list of whom something is changed: another guardian says of themselves what is true."""
    page, found = read_one(tx, actor=actor, now=now, registration_id=registration_id, collector_id=collector_id)
    if not may_read_code(found, actor.account_id):
        raise NotAvailableError
    return page, found


def _list(tx: Transaction, actor: Actor, registration: Registration) -> PickupList:
    return PickupList(
        registration=registration,
        event=events.get(tx, registration.event_id),
        participant=participants.get(tx, registration.participant_id),
        collectors=collectors.list_standing(tx, registration.id),
        account_id=actor.account_id,
    )


def _code(page: PickupList, number: int) -> str:
    return new_code(number, [one.person.code for one in page.collectors])


def _changed(
    tx: Transaction, actor: Actor, registration: Registration, found: Collector, action: str, now: datetime
) -> PickupList:
    """Record a change and tell the other guardians of it."""
    _record(tx, actor, registration.id, action, found, now)
    event = events.get(tx, registration.event_id)
    template = action.replace("pickup.", "pickup-list-")
    for guardian in participants.list_knowing(tx, registration.participant_id):
        if guardian.account_id != actor.account_id:
            about = {"now": now, "collector": found.id, "who": actor.display_name}
            tell(tx, guardian.account_id, registration, event, template, **about)  # type: ignore[arg-type]
    return _list(tx, actor, registration)


def _record(tx: Transaction, actor: Actor, registration_id: int, action: str, found: Collector, now: datetime) -> None:
    of = {"subject": "registration", "subject_id": registration_id}
    audit.record(tx, actor=actor, action=action, now=now, collector=found.id, **of)  # type: ignore[arg-type]
