"""A fair lottery for the places of a stream: open it, draw it, publish it.

Always true: the list is frozen and the seed committed before anybody knows the result; a list that is no longer the
one of the opening is neither drawn nor published; a lottery is drawn once, and another one for the same stream has a
higher number. Whoever waits takes part, with a seat or on the waitlist: before the draw a seat only says who came
first. While a lottery is open nobody gets a seat of the stream, so that whoever comes late cannot take one from a
winner. The draw changes no registration; applying its result does.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from bot.actions.choosing import place_in_order
from bot.actions.seating import promote
from bot.actions.telling import tell_family
from bot.domain.access import Actor
from bot.domain.errors import (
    LotteryChangedError,
    LotteryEarlyError,
    LotteryEmptyError,
    LotteryPlacesError,
    NotAvailableError,
    StaleError,
)
from bot.domain.event import Event, Mode, Stage, Stream
from bot.domain.form import Form, Kind
from bot.domain.lottery import (
    Entry,
    Rule,
    Trait,
    draw,
    freeze,
    published,
)
from bot.domain.units import Unit, Units
from storage import audit, drafts, events, lotteries, registrations
from storage.choices import Choice
from storage.database import Transaction
from storage.lotteries import Applicant, KeptLottery, Plan

BATCH: Final = 100
"""Families that one tick tells, so that nobody else waits long."""
GENDER: Final = "gender"
"""The code of the question that rules about gender mean."""
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
    if newest is not None and newest.is_open:
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
    events.set_stage(tx, stream.id, Stage.DRAWING)
    _record(tx, actor, kept, "lottery.open", now)
    return kept


def open_planned(
    tx: Transaction, *, actor: Actor, now: datetime, stream_id: int, plan: Plan, seed: bytes
) -> KeptLottery:
    """Open a lottery for every place that nobody outside it holds, by a plan."""
    return open_lottery(
        tx,
        actor=actor,
        now=now,
        event_id=events.find_event_id(tx, stream_id),
        stream_id=stream_id,
        places=lotteries.count_places(tx, stream_id),
        rules=plan.rules,
        public_source=plan.public_source,
        seed=seed,
    )


def call_off(tx: Transaction, *, actor: Actor, now: datetime, lottery_id: int) -> KeptLottery:
    """End an open lottery without a draw; its number is used up, and seats are given again."""
    kept = _take(tx, actor, lottery_id)
    registrations.lock_stream(tx, kept.stream_id)
    if not lotteries.call_off(tx, lottery_id, now):
        raise StaleError
    events.set_stage(tx, kept.stream_id, Stage.OPEN)
    promote(tx, kept.stream_id, events.get(tx, kept.event_id), now=now)
    _record(tx, actor, kept, "lottery.call-off", now)
    return lotteries.get(tx, lottery_id)


def close_and_draw(
    tx: Transaction, *, actor: Actor, now: datetime, lottery_id: int, public_number: str | None
) -> KeptLottery:
    """Reveal the seed, mix in the public number if one was announced, and keep the result."""
    kept = _take(tx, actor, lottery_id)
    if not kept.is_open:
        raise StaleError
    result = draw(kept.lottery, seed=lotteries.get_seed(tx, kept.id), public_number=public_number)
    if not lotteries.keep_result(tx, kept.id, result, account_id=actor.account_id, now=now):
        raise StaleError
    _record(tx, actor, kept, "lottery.draw", now)
    return lotteries.get(tx, kept.id)


def apply(tx: Transaction, *, actor: Actor, now: datetime, lottery_id: int) -> Choice:
    """Give the places to the winners in the drawn sequence; everyone else waits in the drawn sequence."""
    kept = _take(tx, actor, lottery_id)
    newest = lotteries.find_newest(tx, kept.stream_id)
    _, stream = _take_stream(tx, actor, kept.event_id, kept.stream_id)
    if kept.result is None or newest is None or newest.id != lottery_id or stream.stage is not Stage.DRAWING:
        raise StaleError
    ranked = [int(code) for code in (*kept.result["winners"], *kept.result["waitlist"])]
    choice = place_in_order(tx, actor=actor, now=now, stream_id=kept.stream_id, ranked=ranked, lottery_id=lottery_id)
    _record(tx, actor, kept, "lottery.apply", now)
    return choice


def tick(tx: Transaction, *, now: datetime) -> int:
    """Tell a batch of families that a lottery is open and which code is theirs, and return how many."""
    for kept, announced in lotteries.list_unannounced(tx):
        batch = kept.lottery.entries[announced : announced + BATCH]
        lotteries.mark_announced(tx, kept.id, announced + len(batch) if batch else -1)
        event = events.get(tx, kept.event_id)
        for entry in batch:
            one = registrations.get(tx, int(entry.code))
            about: dict[str, Any] = {"code": entry.code, "source": kept.lottery.public_source or ""}
            about |= {"sha256": kept.fingerprint, "dedup_key": f"lottery-{kept.id}-{one.id}"}
            if one.is_active:
                tell_family(tx, one, event, "lottery-opened", now=now, **about)
        if batch:
            return len(batch)
    return 0


def publish(tx: Transaction, *, actor: Actor, now: datetime, lottery_id: int) -> bytes:
    """Return the document for everyone as JSON: the announcement, after the draw the result too."""
    kept = _take(tx, actor, lottery_id)
    _record(tx, actor, kept, "lottery.publish", now)
    return published(kept.lottery, kept.result)


def entries_of(tx: Transaction, event: Event, stream_id: int) -> tuple[Entry, ...]:
    """Return those who would take part now, with every trait that rules may be about."""
    units = events.get_units(tx, event.programme_id)
    return tuple(_entry(tx, applicant, units) for applicant in lotteries.list_applicants(tx, stream_id))


def region_of(units: Units, unit_id: int | None) -> Unit | None:
    """Return what rules about regions mean for a unit."""
    unit = None if unit_id is None else units.with_id(unit_id)
    path = () if unit is None else units.path(unit.code)
    regions = [one for one in path if one.kind == REGION] or path[:1]
    return regions[0] if regions else None


def grade_code(form: Form) -> str | None:
    """Return the code of the question about the grade."""
    return next((question.code for question in form.questions if question.kind is Kind.GRADE), None)


def _take_stream(tx: Transaction, actor: Actor, event_id: int, stream_id: int) -> tuple[Event, Stream]:
    event = events.get(tx, event_id)
    actor.must_run(event.programme_id)
    for stream in event.streams:
        if stream.id == stream_id and event.mode is Mode.LOTTERY:
            return event, stream
    raise NotAvailableError


def _take(tx: Transaction, actor: Actor, lottery_id: int) -> KeptLottery:
    kept = lotteries.get(tx, lottery_id)
    actor.must_run(events.get(tx, kept.event_id).programme_id)
    if kept.lottery.fingerprint != kept.fingerprint:
        raise LotteryChangedError
    return kept


def _entries(tx: Transaction, event: Event, stream: Stream, places: int) -> tuple[Entry, ...]:
    entries = entries_of(tx, event, stream.id)
    if not entries:
        raise LotteryEmptyError
    if places > lotteries.count_places(tx, stream.id):
        raise LotteryPlacesError
    return entries


def _entry(tx: Transaction, applicant: Applicant, units: Units) -> Entry:
    region = region_of(units, applicant.unit_id)
    grade = grade_code(events.get_form(tx, applicant.form_version_id))
    known = {
        Trait.REGION: region.code if region else None,
        Trait.GRADE: _said(tx, applicant, grade) if grade else None,
        Trait.GENDER: _said(tx, applicant, GENDER),
    }
    traits = {trait: value for trait, value in known.items() if value is not None}
    return Entry(code=str(applicant.registration_id), traits=traits)


def _said(tx: Transaction, applicant: Applicant, question: str) -> str | None:
    """Return an answer as text, opened if it lies sealed; None when it was skipped or never asked."""
    value = drafts.find_answer(tx, applicant.draft_id, question)
    return None if value is None else str(value)


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
