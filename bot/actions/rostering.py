"""Steps that actions about squads share: who reaches them, and who is in them.

Always true: only who runs the whole event reaches its squads this way; of a child no more is read than the name, the
grade and the school.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.actions.drawing import grade_code
from bot.actions.reaching import reach_event
from bot.domain.access import Actor, Right, Scope
from bot.domain.errors import NotAvailableError
from bot.domain.event import Event
from bot.domain.language import Localized
from bot.domain.squad import Squad
from storage import drafts, events, headcounts, squads
from storage.database import Transaction
from storage.squads import Leader, Member


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The squads of an event, who leads them, and how many of each stream are in none."""

    event: Event
    squads: tuple[Squad, ...]
    leaders: tuple[Leader, ...]
    waiting: Mapping[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A child of a squad, as organizers and leaders see it."""

    registration_id: int
    name: str
    grade: str | None
    school: Localized | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SquadPage:
    """A squad with its children and leaders; `squad` is None for those who are in none."""

    event: Event
    squad: Squad | None
    lines: tuple[Line, ...]
    leaders: tuple[Leader, ...]
    squads: tuple[Squad, ...]
    headcount_id: int | None = None
    """The head count that counts this squad now."""


def reach_squads(tx: Transaction, actor: Actor, event_id: int) -> tuple[Event, Scope]:
    """Return an event to whoever runs all of it."""
    event, scope = reach_event(tx, actor, event_id, Right.DECIDE)
    if not scope.is_whole:
        raise NotAvailableError
    return event, scope


def reach_squad(tx: Transaction, actor: Actor, squad_id: int) -> tuple[Squad, Event]:
    """Return a squad to whoever runs all of its event."""
    squad = squads.get(tx, squad_id)
    return squad, reach_squads(tx, actor, squad.event_id)[0]


def page_of(tx: Transaction, event: Event, squad: Squad, now: datetime) -> SquadPage:
    """Return a squad with who is in it; the caller has checked who may see it."""
    leaders = squads.list_leaders(tx, event.id, now)
    return SquadPage(
        event=event,
        squad=squad,
        lines=lines_of(tx, event, squads.list_roll(tx, squad.id)),
        leaders=tuple(one for one in leaders if one.squad_id == squad.id),
        squads=squads.list_of_event(tx, event.id),
        headcount_id=headcounts.find_running_of(tx, squad.id),
    )


def lines_of(tx: Transaction, event: Event, members: tuple[Member, ...]) -> tuple[Line, ...]:
    """Return the name, the grade and the school of each, and nothing else."""
    units = events.get_units(tx, event.programme_id)
    lines = []
    for one in members:
        unit = units.with_id(one.unit_id) if one.unit_id is not None else None
        line = Line(
            registration_id=one.registration_id,
            name=one.full_name,
            grade=grade_of(tx, one),
            school=unit.title if unit else None,
        )
        lines.append(line)
    return tuple(lines)


def room_of(tx: Transaction, event: Event, scope: Scope, now: datetime) -> Room:
    """Return the squads of an event; the caller has checked who may see them."""
    waiting: dict[int, int] = defaultdict(int)
    for one in squads.list_waiting(tx, scope):
        waiting[one.stream_id or 0] += 1
    return Room(
        event=event,
        squads=squads.list_of_event(tx, event.id),
        leaders=squads.list_leaders(tx, event.id, now),
        waiting=waiting,
    )


def grade_of(tx: Transaction, one: Member) -> str | None:
    """Return the grade that a registration names, None when it names none."""
    code = grade_code(events.get_form(tx, one.form_version_id))
    grade = drafts.find_answer(tx, one.draft_id, code) if code else None
    return None if grade is None else str(grade)
