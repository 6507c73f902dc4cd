"""A fair lottery for the places of a stream: open it, draw it, publish it.

Always true: the list is frozen and the seed committed before anybody knows the result; a list that is no longer the
one of the opening is neither drawn nor published; a lottery is drawn once, and another one for the same stream has a
higher number. Whoever waits takes part, with a seat or on the waitlist: in an event with review a seat before a
decision only says who came first. The draw changes no registration.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.domain.access import Actor
from bot.domain.errors import (
    LotteryChangedError,
    LotteryEarlyError,
    LotteryEmptyError,
    LotteryPlacesError,
    NotAvailableError,
    StaleError,
)
from bot.domain.event import Event, Mode, Stream
from bot.domain.lottery import (
    Entry,
    Rule,
    Trait,
    draw,
    freeze,
    published,
)
from bot.domain.units import Units
from storage import audit, events, lotteries, registrations
from storage.database import Transaction
from storage.lotteries import Applicant, KeptLottery

REGION: Final = "region"
"""The kind of unit that rules about regions mean; without one, the topmost unit above the registration."""


def open_lottery(
    tx: Transaction,
    *,
    actor: Actor,
    now: datetime,
    event_id: int,
    stream_id: int,
    places: int,
    rules: Sequence[Rule],
    public_source: str | None,
    seed: bytes,
) -> KeptLottery:
    """Freeze the list of those who wait and commit the seed (32 random bytes that nobody has seen)."""
    event, stream = _take_stream(tx, actor, event_id, stream_id)
    if event.takes_registrations(now):
        raise LotteryEarlyError
    registrations.lock_stream(tx, stream.id)
    newest = lotteries.find_newest(tx, stream.id)
    if newest is not None and newest.drawn_at is None:
        raise StaleError
    lottery = freeze(
        event=event.code,
        stream=stream.code,
        number=1 if newest is None else newest.lottery.number + 1,
        places=places,
        rules=rules,
        public_source=public_source,
        seed=seed,
        entries=_entries(tx, event, stream, places),
    )
    kept = lotteries.add(tx, stream_id=stream.id, lottery=lottery, seed=seed, account_id=actor.account_id, now=now)
    _record(tx, actor, kept, "lottery.open", now)
    return kept


def close_and_draw(
    tx: Transaction, *, actor: Actor, now: datetime, lottery_id: int, public_number: str | None
) -> KeptLottery:
    """Reveal the seed, mix in the public number if one was announced, and keep the result."""
    kept = _take(tx, actor, lottery_id)
    if kept.drawn_at is not None:
        raise StaleError
    result = draw(kept.lottery, seed=lotteries.get_seed(tx, kept.id), public_number=public_number)
    if not lotteries.keep_result(tx, kept.id, result, account_id=actor.account_id, now=now):
        raise StaleError
    _record(tx, actor, kept, "lottery.draw", now)
    return lotteries.get(tx, kept.id)


def publish(tx: Transaction, *, actor: Actor, now: datetime, lottery_id: int) -> bytes:
    """Return the document for everyone as JSON: the announcement, after the draw the result too."""
    kept = _take(tx, actor, lottery_id)
    _record(tx, actor, kept, "lottery.publish", now)
    return published(kept.lottery, kept.result)


def _take_stream(tx: Transaction, actor: Actor, event_id: int, stream_id: int) -> tuple[Event, Stream]:
    event = events.get(tx, event_id)
    actor.must_run(event.programme_id)
    for stream in event.streams:
        if stream.id == stream_id and event.mode is Mode.REVIEW:
            return event, stream
    raise NotAvailableError


def _take(tx: Transaction, actor: Actor, lottery_id: int) -> KeptLottery:
    kept = lotteries.get(tx, lottery_id)
    actor.must_run(events.get(tx, kept.event_id).programme_id)
    if kept.lottery.fingerprint != kept.fingerprint:
        raise LotteryChangedError
    return kept


def _entries(tx: Transaction, event: Event, stream: Stream, places: int) -> tuple[Entry, ...]:
    applicants = lotteries.list_applicants(tx, stream.id)
    if not applicants:
        raise LotteryEmptyError
    if places > lotteries.count_places(tx, stream.id):
        raise LotteryPlacesError
    units = events.get_units(tx, event.programme_id)
    return tuple(_entry(applicant, units) for applicant in applicants)


def _entry(applicant: Applicant, units: Units) -> Entry:
    known = {
        Trait.REGION: _region(applicant, units),
        Trait.GRADE: applicant.grade,
        Trait.GENDER: applicant.gender,
    }
    traits = {trait: value for trait, value in known.items() if value is not None}
    return Entry(code=str(applicant.registration_id), traits=traits)


def _region(applicant: Applicant, units: Units) -> str | None:
    unit = None if applicant.unit_id is None else units.with_id(applicant.unit_id)
    path = () if unit is None else units.path(unit.code)
    regions = [one for one in path if one.kind == REGION] or path[:1]
    return regions[0].code if regions else None


def _record(tx: Transaction, actor: Actor, kept: KeptLottery, action: str, now: datetime) -> None:
    audit.record(
        tx,
        actor=actor,
        action=action,
        subject="lottery",
        subject_id=kept.id,
        now=now,
        stream=kept.stream_id,
        number=kept.lottery.number,
        sha256=kept.fingerprint,
    )
