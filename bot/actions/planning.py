"""What a lottery of a stream shall be like, and how far it has come, for its organizers.

Always true: a plan changes only while no lottery of the stream is open, and only what was shown is opened.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.actions.deciding import UNDO_LIFE
from bot.actions.drawing import GENDER, REGION, grade_code, open_planned
from bot.actions.selecting import take_stream
from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event, Mode, Stage, Stream
from bot.domain.language import Localized
from bot.domain.lottery import Rule, Trait
from bot.domain.names import clean
from storage import accounts, choices, events, lotteries
from storage.choices import Choice
from storage.database import Transaction
from storage.lotteries import KeptLottery, Plan

SOURCE: Final = "lottery-source"
"""The screen on which a typed text names the public source."""
NUMBER: Final = "lottery-number"
"""The screen on which a typed number is the public number."""
LONGEST_SOURCE: Final = 200
GRADES: Final = tuple(str(grade) for grade in range(1, 13))


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value of a trait that rules may be about; grades are their own title."""

    code: str
    title: Localized | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LotteryPage:
    """Everything about the lottery of a stream."""

    event: Event
    stream: Stream
    plan: Plan
    places: int
    entries: int
    is_closed: bool
    """Whether registration is over, so that a lottery may be opened."""
    kept: KeptLottery | None
    choice: Choice | None
    counts: tuple[int, int, int]
    """Of the choice that applied it: how many took part, have been told, have a place."""
    can_undo: bool
    values: dict[Trait, tuple[Value, ...]]

    def title(self, rule: Rule) -> Localized | str:
        """Return what a rule is about, in words."""
        return self.title_of(rule.trait, rule.value)

    def title_of(self, trait: Trait, code: str) -> Localized | str:
        """Return a value of a trait in words."""
        found = next((one.title for one in self.values[trait] if one.code == code), None)
        return found or code


def read_page(tx: Transaction, *, actor: Actor, now: datetime, stream_id: int) -> LotteryPage:
    """Return everything about the lottery of a stream."""
    event, stream = take_stream(tx, actor, stream_id)
    if event.mode is not Mode.LOTTERY:
        raise NotAvailableError
    choice = choices.find_newest(tx, stream_id)
    kept = lotteries.find_newest(tx, stream_id)
    is_shown = choice is not None and kept is not None and choice.lottery_id == kept.id
    return LotteryPage(
        event=event,
        stream=stream,
        plan=lotteries.get_plan(tx, stream_id),
        places=lotteries.count_places(tx, stream_id),
        entries=len(lotteries.list_applicants(tx, stream_id)),
        is_closed=not event.takes_registrations(now),
        kept=kept,
        choice=choice if is_shown else None,
        counts=choices.counts(tx, choice.id) if choice is not None and is_shown else (0, 0, 0),
        can_undo=choice is not None and is_shown and now <= choice.made_at + UNDO_LIFE,
        values=_values(tx, event),
    )


def set_rule(tx: Transaction, *, actor: Actor, now: datetime, stream_id: int, revision: int, rule: Rule) -> LotteryPage:
    """Add a rule to the plan or change the one about the same value; a rule that says nothing is left out."""
    plan = _take_plan(tx, actor, stream_id, revision)
    others = [one for one in plan.rules if (one.trait, one.value) != (rule.trait, rule.value)]
    says = [rule] if rule.minimum > 0 or rule.maximum is not None else []
    rules = tuple(sorted([*others, *says], key=lambda one: (one.trait, one.value)))
    lotteries.save_plan(tx, stream_id, replace(plan, rules=rules))
    return read_page(tx, actor=actor, now=now, stream_id=stream_id)


def ask_source(tx: Transaction, *, actor: Actor, now: datetime, stream_id: int) -> LotteryPage:
    """Go where a typed text names the public source."""
    page = read_page(tx, actor=actor, now=now, stream_id=stream_id)
    accounts.set_place(tx, actor.account_id, SOURCE, {"stream": stream_id})
    return page


def set_source(tx: Transaction, *, actor: Actor, now: datetime, stream_id: int, source: str | None) -> LotteryPage:
    """Name the public source of the number, or (None) none."""
    plan = lotteries.get_plan(tx, stream_id)
    _take_plan(tx, actor, stream_id, plan.revision)
    named = (clean(source or "") or None) and clean(source or "")[:LONGEST_SOURCE]
    lotteries.save_plan(tx, stream_id, replace(plan, public_source=named))
    event_id = events.find_event_id(tx, stream_id)
    accounts.set_place(tx, actor.account_id, "desk", {"event": event_id})
    return read_page(tx, actor=actor, now=now, stream_id=stream_id)


def open_by_plan(
    tx: Transaction, *, actor: Actor, now: datetime, stream_id: int, revision: int, seed: bytes
) -> KeptLottery:
    """Open a lottery for every place of the stream, as it was planned and shown."""
    plan = _take_plan(tx, actor, stream_id, revision)
    return open_planned(tx, actor=actor, now=now, stream_id=stream_id, plan=plan, seed=seed)


def ask_number(tx: Transaction, *, actor: Actor, now: datetime, stream_id: int) -> LotteryPage:
    """Go where a typed number is the public number."""
    page = read_page(tx, actor=actor, now=now, stream_id=stream_id)
    if page.kept is None or not page.kept.is_open:
        raise StaleError
    accounts.set_place(tx, actor.account_id, NUMBER, {"stream": stream_id})
    return page


def _take_plan(tx: Transaction, actor: Actor, stream_id: int, revision: int) -> Plan:
    event, stream = take_stream(tx, actor, stream_id)
    plan = lotteries.get_plan(tx, stream_id)
    if event.mode is not Mode.LOTTERY:
        raise NotAvailableError
    kept = lotteries.find_newest(tx, stream_id)
    if plan.revision != revision or (stream.stage is Stage.DRAWING and kept is not None and kept.is_open):
        raise StaleError
    return plan


def _values(tx: Transaction, event: Event) -> dict[Trait, tuple[Value, ...]]:
    """Return every value of every trait, in an order that stays."""
    units = events.get_units(tx, event.programme_id)
    regions = [unit for unit in units if unit.kind == REGION] or [unit for unit in units if unit.parent_code is None]
    _, form = events.newest_form(tx, event.id)
    gender = next((question for question in form.questions if question.code == GENDER), None)
    return {
        Trait.REGION: tuple(Value(code=unit.code, title=unit.title) for unit in regions),
        Trait.GRADE: tuple(Value(code=grade, title=None) for grade in GRADES) if grade_code(form) else (),
        Trait.GENDER: tuple(Value(code=one.code, title=one.title) for one in (gender.options if gender else ())),
    }
