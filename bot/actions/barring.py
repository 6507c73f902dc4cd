"""Who must not collect a child: set by an organizer at once, lifted only by an organizer and the primary guardian.

Always true: only those who hand children over see it, the family sees no trace; it holds for the account, the name in
any script and the telephone, on every list and for every exception, and for whom a barred guardian names; nobody lifts
what is about themselves, nor does a guardian who is barred lift anything.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.actions.reaching import reach_registration
from bot.actions.releasing import Child, at_child, child_of, reach_child, record
from bot.domain.access import Actor, Right
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.guardian import Guardian
from bot.domain.notice import Notice, Priority
from bot.domain.pickup import Bar, Person, find_bar
from bot.domain.pickup_errors import PickupPrimaryError, PickupTextError
from storage import accounts, collectors, outbox, participants, registrations
from storage.database import Transaction

PLACE: Final = "pickup-bar"
"""The place where the name of somebody who must not collect is typed."""
REASON: Final = "pickup-reason"
LONGEST: Final = 100


def begin(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> Child:
    """Go where the name of somebody who must not collect a child is typed."""
    child = _reach(tx, actor, registration_id, now)
    accounts.set_place(tx, actor.account_id, PLACE, {"registration": registration_id})
    return child


def bar(tx: Transaction, *, actor: Actor, now: datetime, full_name: str) -> tuple[Child, Bar]:
    """Bar somebody by a full name, whether or not anybody has named them."""
    if actor.place != PLACE:
        raise StaleError
    child = _reach(tx, actor, int(actor.place_args["registration"]), now)
    if not full_name.strip() or len(full_name) > LONGEST:
        raise PickupTextError
    return _bar(tx, actor, child, Person(name=full_name.strip()), None, now)


def bar_collector(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, collector_id: int
) -> tuple[Child, Bar]:
    """Bar somebody who stands on the list."""
    child = _reach(tx, actor, registration_id, now)
    for one in child.collectors:
        if one.id == collector_id and find_bar(child.bars, one.person, one.account_id) is None and one.person.name:
            return _bar(tx, actor, child, replace(one.person, code=""), one.account_id, now)
    raise StaleError


def bar_guardian(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, account_id: int
) -> tuple[Child, Bar]:
    """Bar a guardian by account, on the list or not: the name that Telegram shows is theirs to choose."""
    child = _reach(tx, actor, registration_id, now)
    for one in participants.list_guardians(tx, child.participant.id):
        if one.account_id == account_id and not any(bar.account_id == account_id for bar in child.bars):
            person = Person(name=one.name, relation=one.relation, phone=one.phone or "")
            return _bar(tx, actor, child, person, account_id, now)
    raise StaleError


def begin_reason(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, bar_id: int
) -> tuple[Child, Bar]:
    """Go where the reason is typed."""
    child, found = read_bar(tx, actor=actor, now=now, registration_id=registration_id, bar_id=bar_id)
    accounts.set_place(tx, actor.account_id, REASON, {"registration": registration_id, "bar": bar_id})
    return child, found


def write_reason(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, bar_id: int, reason: str
) -> Child:
    """Say why somebody must not collect a child."""
    child, found = read_bar(tx, actor=actor, now=now, registration_id=registration_id, bar_id=bar_id)
    if not reason.strip() or len(reason) > LONGEST:
        raise PickupTextError
    collectors.write_bar(tx, bar_id, replace(found.person, reason=reason.strip()))
    return at_child(tx, actor, child.registration, child.event, now)


def read_bar(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, bar_id: int) -> tuple[Child, Bar]:
    """Return somebody who must not collect a child, to organizers."""
    child = _reach(tx, actor, registration_id, now)
    for one in child.bars:
        if one.id == bar_id:
            return child, one
    raise StaleError


def ask_lift(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, bar_id: int) -> tuple[Child, Bar]:
    """Ask the primary guardian whether somebody may collect the child again."""
    child, _ = read_bar(tx, actor=actor, now=now, registration_id=registration_id, bar_id=bar_id)
    primary = _primary(tx, child.participant.id)
    if primary is None or primary.account_id == actor.account_id or child.bar_about(primary) is not None:
        raise PickupPrimaryError
    collectors.ask_lift(tx, bar_id, by=actor.account_id, now=now)
    record(tx, actor, "pickup.ask-lift", registration_id, now, bar=bar_id)
    data = {
        "registration": registration_id,
        "bar": bar_id,
        "name": child.participant.full_name,
        "event": child.event.title.as_dict(),
    }
    notice = Notice(account_id=primary.account_id, template="pickup-lift", data=data, priority=Priority.REPLY)
    outbox.put(tx, notice, now)
    return read_bar(tx, actor=actor, now=now, registration_id=registration_id, bar_id=bar_id)


def answer_lift(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, bar_id: int, may_collect: bool
) -> str:
    """Answer as the primary guardian whether somebody may collect again; return the child's name."""
    registration = registrations.get(tx, registration_id)
    primary, bars = _primary(tx, registration.participant_id), collectors.list_bars(tx, registration.participant_id)
    if primary is None or primary.account_id != actor.account_id or any(one.is_about(primary) for one in bars):
        raise NotAvailableError
    if bar_id not in {one.id for one in bars if one.asked_by}:
        raise StaleError
    if not collectors.answer_lift(tx, bar_id, by=actor.account_id, may_collect=may_collect, now=now):
        raise StaleError
    record(tx, actor, "pickup.lift" if may_collect else "pickup.keep", registration_id, now, bar=bar_id)
    return participants.get(tx, registration.participant_id).full_name


def _bar(
    tx: Transaction, actor: Actor, child: Child, person: Person, account_id: int | None, now: datetime
) -> tuple[Child, Bar]:
    who = {"barred_by": actor.account_id, "account_id": account_id}
    bar_id = collectors.add_bar(tx, child.participant.id, person, now=now, **who)  # type: ignore[arg-type]
    record(tx, actor, "pickup.bar", child.registration.id, now, bar=bar_id)
    about = {"registration_id": child.registration.id, "bar_id": bar_id}
    return begin_reason(tx, actor=actor, now=now, **about)


def _reach(tx: Transaction, actor: Actor, registration_id: int, now: datetime) -> Child:
    """Return a child to organizers: a checker who hands children over sees who is barred and changes nothing."""
    reach_registration(tx, actor, registration_id, Right.DECIDE)
    registration, event = reach_child(tx, actor, registration_id)
    return child_of(tx, actor, registration, event, now)


def _primary(tx: Transaction, participant_id: int) -> Guardian | None:
    """Return the primary guardian who may decide."""
    return next((one for one in participants.list_deciding(tx, participant_id) if one.is_primary), None)
