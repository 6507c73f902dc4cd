"""Spreading the children of an event over its squads: first as a preview, then in one press, with a way back.

Always true: what is done is what was previewed, or nothing; whoever is in a squad already is not touched; it can be
taken back as a whole, but for who was moved by hand since.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.actions.drawing import GENDER
from bot.actions.mustering import UNDO_LIFE
from bot.actions.rostering import Room, grade_of, reach_squads, room_of
from bot.domain.access import Actor, Scope
from bot.domain.errors import StaleError
from bot.domain.event import Event
from bot.domain.squad import Child, Schools, Squad, spread
from storage import audit, drafts, squads
from storage.database import Transaction
from storage.squads import Member
from storage.values import micros


@dataclass(frozen=True, slots=True, kw_only=True)
class Spreading:
    """What spreading the rest would come to, or came to: how many each squad gets, and who stays without one."""

    event: Event
    schools: Schools
    squads: tuple[Squad, ...]
    """As they were before."""
    added: Mapping[int, int]
    grades: Mapping[int, Mapping[str, int]]
    """Squad -> grade -> how many it has afterwards."""
    genders: Mapping[int, Mapping[str, int]]
    placed: int
    left: int
    at: int
    """By which it is taken back."""


def preview(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, schools: Schools) -> Spreading:
    """Return what spreading those without a squad would come to."""
    event, scope = reach_squads(tx, actor, event_id)
    return _spread(tx, event, scope, schools, now)[0]


def distribute(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int, schools: Schools, placed: int
) -> Spreading:
    """Spread those without a squad as it was previewed; StaleError when it would be another number by now."""
    event, scope = reach_squads(tx, actor, event_id)
    found, chosen = _spread(tx, event, scope, schools, now)
    if not chosen or len(chosen) != placed:
        raise StaleError
    for registration_id, squad_id in chosen.items():
        squads.place(tx, registration_id, squad_id, now)
    what = {"count": placed, "schools": schools.value}
    audit.record(tx, actor=actor, action="squad.spread", subject="event", subject_id=event_id, now=now, **what)
    return found


def undo_distribute(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, at: int) -> Room:
    """Take a spreading back; whoever was moved by hand since stays."""
    event, scope = reach_squads(tx, actor, event_id)
    if at < micros(now - UNDO_LIFE) or not (count := squads.take_out(tx, event_id, at)):
        raise StaleError
    audit.record(tx, actor=actor, action="squad.unspread", subject="event", subject_id=event_id, now=now, count=count)
    return room_of(tx, event, scope, now)


def _spread(
    tx: Transaction, event: Event, scope: Scope, schools: Schools, now: datetime
) -> tuple[Spreading, dict[int, int]]:
    """Return what a spreading comes to, and who goes where: each stream over its own squads."""
    everything, waiting = squads.list_of_event(tx, event.id), squads.list_waiting(tx, scope)
    rolls = {squad.id: [_child(tx, one) for one in squads.list_roll(tx, squad.id)] for squad in everything}
    children = {one.registration_id: _child(tx, one) for one in waiting}
    chosen: dict[int, int] = {}
    for stream in event.streams:
        own = [squad for squad in everything if squad.stream_id == stream.id]
        new = [children[one.registration_id] for one in waiting if one.stream_id == stream.id]
        chosen |= spread(own, rolls, new, schools)
    after = {squad_id: list(roll) for squad_id, roll in rolls.items()}
    added: dict[int, int] = defaultdict(int)
    for registration_id, squad_id in chosen.items():
        after[squad_id].append(children[registration_id])
        added[squad_id] += 1
    found = Spreading(
        event=event,
        schools=schools,
        squads=everything,
        added=added,
        grades={squad_id: _counted([one.grade for one in roll]) for squad_id, roll in after.items()},
        genders={squad_id: _counted([one.gender for one in roll]) for squad_id, roll in after.items()},
        placed=len(chosen),
        left=len(waiting) - len(chosen),
        at=micros(now),
    )
    return found, chosen


def _counted(values: list[str | None]) -> dict[str, int]:
    return {value: values.count(value) for value in sorted({one for one in values if one is not None})}


def _child(tx: Transaction, one: Member) -> Child:
    gender = drafts.find_answer(tx, one.draft_id, GENDER)
    return Child(
        registration_id=one.registration_id,
        unit_id=one.unit_id,
        grade=grade_of(tx, one),
        gender=None if gender is None else str(gender),
    )
