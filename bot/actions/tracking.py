"""Steps that actions about head counts share: who reaches a count, and how it stands.

Always true: a squad of a count is reached by its leaders and by those who run the whole event, by nobody else; of a
child no more is read than the name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from bot.actions.rostering import reach_squads
from bot.domain.access import Actor, Right
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.headcount import Child, Figures, Headcount, Mark, Part, figures_of
from bot.domain.notice import Notice, Priority
from storage import events, headcounts, outbox, scopes, squads
from storage.database import Transaction
from storage.headcounts import Counted
from storage.squads import Leader

PLACE: Final = "headcount"
"""The place of an organizer in the room of head counts."""
USE: Final = timedelta(hours=1)
"""So long it is of use to get the list of a squad."""
ROLL: Final = "headcount-roll"
"""The place of whoever counts a squad."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """A count as organizers see it."""

    headcount: Headcount
    event: Event
    parts: tuple[Part, ...]

    @property
    def figures(self) -> Figures:
        """How the whole count stands."""
        return figures_of(child for part in self.parts for child in part.children)

    @property
    def missing(self) -> tuple[tuple[Part, Child], ...]:
        """Return who is missing now, whoever is missed longest first."""
        found = [(part, child) for part in self.parts for child in part.children if child.mark is Mark.MISSING]
        return tuple(sorted(found, key=lambda one: (one[1].marked_at or self.headcount.started_at, one[1].name)))

    @property
    def late(self) -> tuple[Part, ...]:
        """Return the squads that are not done."""
        return tuple(part for part in self.parts if part.finished_at is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """One squad of a count as whoever counts it sees it."""

    headcount: Headcount
    event: Event
    part: Part
    is_leader: bool


def reach_live(tx: Transaction, actor: Actor, headcount_id: int) -> tuple[Headcount, Event]:
    """Return a count to whoever runs the whole event."""
    headcount = headcounts.get(tx, headcount_id)
    return headcount, reach_squads(tx, actor, headcount.event_id)[0]


def reach_roll(tx: Transaction, actor: Actor, headcount_id: int, squad_id: int) -> tuple[Headcount, Event]:
    """Return a count to the leaders of one of its squads, and to those who run the whole event."""
    headcount = headcounts.get(tx, headcount_id)
    event = events.get(tx, headcount.event_id)
    if squad_id not in actor.squad_ids and not scopes.of_event(tx, actor, event, Right.DECIDE).is_whole:
        raise NotAvailableError
    return headcount, event


def roll_of(tx: Transaction, actor: Actor, headcount: Headcount, event: Event, squad_id: int, now: datetime) -> Roll:
    """Return one squad of a count; the caller has checked who asks."""
    for part in parts_of(tx, headcount, event, now):
        if part.squad.id == squad_id:
            return Roll(headcount=headcount, event=event, part=part, is_leader=squad_id in actor.squad_ids)
    raise NotAvailableError


def live_of(tx: Transaction, headcount: Headcount, event: Event, now: datetime) -> Live:
    """Return a count with all of its squads; the caller has checked who asks."""
    return Live(headcount=headcount, event=event, parts=parts_of(tx, headcount, event, now))


def parts_of(tx: Transaction, headcount: Headcount, event: Event, now: datetime) -> tuple[Part, ...]:
    """Return the squads of a count with who was seen and who leads them."""
    leaders: dict[int, list[str]] = defaultdict(list)
    for one in squads.list_leaders(tx, event.id, now):
        if one.is_reachable:
            leaders[one.squad_id].append(one.name)
    return tuple(
        Part(
            squad=one.squad,
            children=one.children,
            leaders=tuple(leaders[one.squad.id]),
            finished_at=one.finished_at,
        )
        for one in headcounts.list_counted(tx, headcount)
    )


def must_run(headcount: Headcount) -> None:
    """Refuse what is pressed about a count that is over."""
    if headcount.ended_at is not None:
        raise StaleError


def tell_leaders(
    tx: Transaction, headcount: Headcount, event: Event, parts: Sequence[Counted], template: str, now: datetime
) -> int:
    """Give the leaders of squads the list to count by, before everything else; return how many are told."""
    leaders = squads.list_leaders(tx, event.id, now)
    notices = [
        _list_for(headcount, event, part, leader, template) for part in parts for leader in _of_squad(leaders, part)
    ]
    return outbox.put_many(tx, notices, now)


def _of_squad(leaders: Sequence[Leader], part: Counted) -> tuple[Leader, ...]:
    return tuple(one for one in leaders if one.squad_id == part.squad.id and one.is_reachable)


def _list_for(headcount: Headcount, event: Event, part: Counted, leader: Leader, template: str) -> Notice:
    data: dict[str, Any] = {
        "headcount": headcount.id,
        "squad": part.squad.id,
        "squad_name": part.squad.name,
        "squad_number": part.squad.number,
        "event": event.title.as_dict(),
        "children": [[one.registration_id, one.name, one.mark.value] for one in part.children],
    }
    return Notice(
        account_id=leader.account_id,
        template=template,
        data=data,
        priority=Priority.EMERGENCY,
        not_after=headcount.started_at + USE,
        dedup_key=f"{template}:{headcount.id}:{part.squad.id}:{leader.account_id}",
    )
