"""Handing a child over: to somebody of its own list who tells a code, shows a document or is known; and back again.

Always true: one press is one transaction, and a child leaves once at a time, however many press; whoever is not on the
list, or must not collect the child, gets it by nothing that one member of staff can do, nor does anybody on the word of
a guardian who must not; staff who must not, or who are limited as its guardian, reach the child no more than strangers;
guardians who may know are told in the same moment, ahead of everything that can wait; a slip is taken back within two
minutes, and told again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.actions.reaching import reach_registration
from bot.domain.access import Actor, Right
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.guardian import Guardian
from bot.domain.notice import Notice, Priority
from bot.domain.pickup import (
    SEEN,
    Bar,
    Collector,
    Kind,
    Leaving,
    Proof,
    find_bar,
    find_by_code,
    read_code,
)
from bot.domain.pickup_errors import PickupBarredError, PickupOwnError
from bot.domain.registration import Registration
from bot.domain.squad import Squad
from storage import accounts, audit, collectors, leavings, outbox, participants, squads
from storage.database import Transaction
from storage.participants import Participant

CODE: Final = "pickup-code"
"""The place where a told code is typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A child as those see it who hand it over."""

    registration: Registration
    event: Event
    participant: Participant
    squad: Squad | None
    guardians: tuple[Guardian, ...]
    collectors: tuple[Collector, ...]
    outsiders: tuple[Collector, ...]
    bars: tuple[Bar, ...]
    leavings: tuple[Leaving, ...]
    """Every time it left, the newest first; slips too."""
    with_whom: Collector | None
    """With whom it is out, or left last."""
    names: dict[int, str]
    """The names of the accounts that are spoken of."""
    at: datetime
    looked_by: int
    may_bar: bool
    refused: str | None = None
    """Why nothing was done just now: out, code, pause."""
    is_done: bool = False
    """Whether it was handed over just now."""

    @property
    def out(self) -> Leaving | None:
        """That the child is out, if it is."""
        return next((one for one in self.leavings if one.is_open), None)

    @property
    def seen(self) -> int:
        """How often the child left so far: a button of an earlier screen has another number."""
        return len(self.leavings)

    def bar_of(self, collector: Collector) -> Bar | None:
        """Return what keeps somebody from collecting: a bar of their own, or of the guardian on whose word they do."""
        own = find_bar(self.bars, collector.person, collector.account_id)
        word = collector.called_id if collector.kind is Kind.OUTSIDER else collector.named_by
        guardian = next((one for one in self.guardians if one.account_id == word), None)
        return own if own is not None or guardian is None else self.bar_about(guardian)

    def bar_about(self, guardian: Guardian) -> Bar | None:
        """Return what keeps a guardian from collecting the child, and from saying who may."""
        return next((one for one in self.bars if one.is_about(guardian)), None)


def look(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> Child:
    """Return a child and who may collect it, ready for a code to be typed; that somebody looked is on record."""
    registration, event = reach_child(tx, actor, registration_id)
    record(tx, actor, "pickup.look", registration_id, now)
    return at_child(tx, actor, registration, event, now)


def read_child(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> Child:
    """Return a child and who may collect it, after a restart for instance."""
    registration, event = reach_child(tx, actor, registration_id)
    return child_of(tx, actor, registration, event, now)


def read_collector(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, collector_id: int
) -> tuple[Child, Collector]:
    """Return somebody of the child's list, or an outsider, and the child."""
    child = read_child(tx, actor=actor, now=now, registration_id=registration_id)
    for one in (*child.collectors, *child.outsiders):
        if one.id == collector_id:
            return child, one
    raise StaleError


def hand_over(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, collector_id: int, proof: Proof, seen: int
) -> Child:
    """Hand a child over to somebody whose document was seen, whom one knows, or alone where a guardian allowed it."""
    child, collector = read_collector(
        tx, actor=actor, now=now, registration_id=registration_id, collector_id=collector_id
    )
    if collector.kind is Kind.ALONE:
        is_fitting = proof is Proof.CONSENT
    else:
        is_fitting = proof in SEEN and (proof is Proof.DOCUMENT or collector.kind is not Kind.OUTSIDER)
    if not is_fitting or (seen != child.seen and child.out is None):
        raise StaleError
    return _release(tx, actor, child, collector, proof, now)


def hand_over_by_code(tx: Transaction, *, actor: Actor, now: datetime, text: str) -> Child:
    """Hand a child over to whoever has the typed code; wrong ones are counted, and after a few nothing is looked at."""
    if actor.place != CODE:
        raise StaleError
    registration, event = reach_child(tx, actor, int(actor.place_args["registration"]))
    child = child_of(tx, actor, registration, event, now)
    paused_until = collectors.paused_until(tx, registration.id)
    if child.out is not None:
        return replace(child, refused="out")
    if paused_until is not None and now < paused_until:
        return replace(child, refused="pause")
    code = read_code(text)
    collector = find_by_code(child.collectors, code) if code is not None else None
    if collector is None:
        if code is not None:
            collectors.record_miss(tx, registration.id, now)
            record(tx, actor, "pickup.wrong-code", registration.id, now)
        return replace(child, refused="code")
    collectors.forget_misses(tx, registration.id)
    return _release(tx, actor, child, collector, Proof.CODE, now)


def undo(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, leaving_id: int) -> Child:
    """Take back within two minutes that one handed a child over; its guardians are told that it was a slip."""
    registration, event = reach_child(tx, actor, registration_id)
    leaving = _leaving(tx, registration_id, leaving_id)
    if not leaving.may_undo(actor.account_id, now) or not leavings.undo(tx, leaving, by=actor.account_id, now=now):
        raise StaleError
    record(tx, actor, "pickup.undo", registration_id, now, leaving=leaving_id)
    tell_guardians(tx, registration, event, "pickup-undone", now)
    return at_child(tx, actor, registration, event, now)


def take_in(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, leaving_id: int) -> Child:
    """Take a child in again that was out; its guardians are told."""
    registration, event = reach_child(tx, actor, registration_id)
    leaving = _leaving(tx, registration_id, leaving_id)
    if not leavings.come_back(tx, leaving, by=actor.account_id, now=now):
        raise StaleError
    record(tx, actor, "pickup.back", registration_id, now, leaving=leaving_id)
    tell_guardians(tx, registration, event, "pickup-back", now, at=now.astimezone(event.zone).isoformat())
    return at_child(tx, actor, registration, event, now)


def reach_child(tx: Transaction, actor: Actor, registration_id: int) -> tuple[Registration, Event]:
    """Return a minor who takes part, to those who may hand it over."""
    registration, event, _ = reach_registration(tx, actor, registration_id, Right.RELEASE)
    if is_kept_away(tx, actor.account_id, registration.participant_id):
        raise NotAvailableError
    if not registration.takes_part or not registration.needs_consent:
        raise StaleError
    return registration, event


def is_kept_away(tx: Transaction, account_id: int, participant_id: int) -> bool:
    """Tell whether somebody of the staff is barred from collecting this child, or limited as its guardian."""
    is_barred = any(one.account_id == account_id for one in collectors.list_bars(tx, participant_id))
    return is_barred or participants.was_limited(tx, participant_id, account_id)


def at_child(tx: Transaction, actor: Actor, registration: Registration, event: Event, now: datetime) -> Child:
    """Go where a code of this child is typed, and return the child."""
    accounts.set_place(tx, actor.account_id, CODE, {"registration": registration.id})
    return child_of(tx, actor, registration, event, now)


def child_of(tx: Transaction, actor: Actor, registration: Registration, event: Event, now: datetime) -> Child:
    """Return a child and who may collect it."""
    outsiders = collectors.list_outsiders(tx, registration.id, now)
    left = leavings.list_of(tx, registration.id)
    last = next((one for one in left if one.undone_at is None), None)
    spoken = {one for outsider in outsiders for one in (outsider.named_by, outsider.called_id, outsider.second_by)}
    return Child(
        registration=registration,
        event=event,
        participant=participants.get(tx, registration.participant_id),
        squad=squads.find_of(tx, registration.id),
        guardians=participants.list_knowing(tx, registration.participant_id),
        collectors=collectors.list_standing(tx, registration.id),
        outsiders=outsiders,
        bars=collectors.list_bars(tx, registration.participant_id),
        leavings=left,
        with_whom=collectors.get(tx, registration.id, last.collector_id) if last else None,
        names={one: accounts.get_row(tx, one)["display_name"] for one in spoken if one is not None},
        at=now,
        looked_by=actor.account_id,
        may_bar=actor.may(Right.DECIDE, event.programme_id, event.id),
    )


def tell_guardians(
    tx: Transaction, registration: Registration, event: Event, template: str, now: datetime, **data: object
) -> None:
    """Tell every guardian who may know at once, ahead of whatever else is owed to anybody but in an emergency."""
    participant = participants.get(tx, registration.participant_id)
    for account_id in sorted({one.account_id for one in participants.list_knowing(tx, participant.id)}):
        about = {"registration": registration.id, "is_own": False, "name": participant.full_name}
        notice = Notice(
            account_id=account_id,
            template=template,
            data={**about, "event": event.title.as_dict(), **data},
            priority=Priority.REPLY,
        )
        outbox.put(tx, notice, now)


def record(tx: Transaction, actor: Actor, action: str, registration_id: int, now: datetime, **what: int | str) -> None:
    """Write into the trail what was done about a child."""
    of = {"subject": "registration", "subject_id": registration_id}
    audit.record(tx, actor=actor, action=action, now=now, **of, **what)  # type: ignore[arg-type]


def _release(tx: Transaction, actor: Actor, child: Child, collector: Collector, proof: Proof, now: datetime) -> Child:
    """Let the child go, once; whoever came later reads who was quicker."""
    registration, event = child.registration, child.event
    must_not_be_barred(child, collector)
    if collector.account_id == actor.account_id:
        raise PickupOwnError
    if not leavings.add(tx, collector, proof, by=actor.account_id, now=now):
        return _too_late(child_of(tx, actor, registration, event, now))
    found = at_child(tx, actor, registration, event, now)
    left = found.leavings[0]
    record(tx, actor, "pickup.release", registration.id, now, leaving=left.id, kind=left.kind, proof=proof.value)
    what = {"collector": collector.id, "kind": left.kind.value, "proof": proof.value, "by": left.by}
    moment = now.astimezone(event.zone).isoformat()
    tell_guardians(tx, registration, event, "pickup-left", now, at=moment, second=left.second or "", **what)
    return replace(found, is_done=True)


def _too_late(child: Child) -> Child:
    """Say that somebody was quicker; StaleError when it was another reason, such as a missing second confirmation."""
    if child.out is None:
        raise StaleError
    return replace(child, refused="out")


def must_not_be_barred(child: Child, collector: Collector) -> None:
    """Refuse somebody who must not collect this child."""
    if child.bar_of(collector) is not None:
        raise PickupBarredError


def _leaving(tx: Transaction, registration_id: int, leaving_id: int) -> Leaving:
    for one in leavings.list_of(tx, registration_id):
        if one.id == leaving_id:
            return one
    raise StaleError
