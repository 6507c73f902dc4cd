"""Squads of a stream, and how children are spread over them.

Always true: a squad never gets more children than it has places; whoever is in a squad stays in it; the same children
and squads are always spread in the same way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

MOST_AT_ONCE: Final = 40
"""Squads that are made by one press."""
MOST_PLACES: Final = 200
LONGEST_NAME: Final = 40


class Schools(StrEnum):
    """Whether children of one school come into different squads or into the same."""

    MIXED = "mixed"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True, kw_only=True)
class Squad:
    """A squad and how many are in it; without a name it is called by its number."""

    id: int
    event_id: int
    stream_id: int
    number: int
    name: str
    places: int
    members: int

    @property
    def places_left(self) -> int:
        """Return how many more it takes."""
        return max(0, self.places - self.members)


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """What of a confirmed registration decides where it goes; None is not known."""

    registration_id: int
    unit_id: int | None = None
    grade: str | None = None
    gender: str | None = None


def spread(
    squads: Sequence[Squad], present: Mapping[int, Sequence[Child]], waiting: Iterable[Child], schools: Schools
) -> dict[int, int]:
    """Return registration -> squad for as many of those who wait as there are places.

    Squads fill evenly; among equally full ones a child goes where the fewest are of its gender, its school and its
    grade. Schools that stay together are put as a whole where they fit, the largest first, else split.
    """
    rolls = {squad.id: list(present.get(squad.id, ())) for squad in squads}
    found: dict[int, int] = {}
    for bunch in _bunches(waiting, schools):
        left = list(bunch)
        while left and (squad := _choose(squads, rolls, left)) is not None:
            room = squad.places - len(rolls[squad.id])
            for child in left[:room]:
                rolls[squad.id].append(child)
                found[child.registration_id] = squad.id
            left = left[room:]
    return found


def _bunches(waiting: Iterable[Child], schools: Schools) -> Iterator[list[Child]]:
    """Yield those who are put together: whole schools, or everybody alone, one kind of child after the other."""
    ordered = sorted(
        waiting, key=lambda one: (one.gender or "", one.grade or "", one.unit_id or 0, one.registration_id)
    )
    if schools is Schools.MIXED:
        yield from ([child] for child in ordered)
        return
    of_school: dict[int, list[Child]] = defaultdict(list)
    for child in ordered:
        of_school[child.unit_id if child.unit_id is not None else -child.registration_id].append(child)
    yield from sorted(of_school.values(), key=lambda bunch: (-len(bunch), bunch[0].registration_id))


def _kind(child: Child) -> tuple[str, str, int, int]:
    return child.gender or "", child.grade or "", child.unit_id or 0, child.registration_id


def _choose(squads: Sequence[Squad], rolls: Mapping[int, Sequence[Child]], bunch: Sequence[Child]) -> Squad | None:
    """Return the squad for a bunch: the emptiest it fits into as a whole, else the one with the most room."""
    room = {squad.id: squad.places - len(rolls[squad.id]) for squad in squads}
    fitting = [squad for squad in squads if room[squad.id] >= len(bunch)]
    if not fitting:
        largest = max(squads, key=lambda squad: (room[squad.id], -squad.number), default=None)
        return largest if largest is not None and room[largest.id] > 0 else None
    first = bunch[0]

    def order(squad: Squad) -> tuple[int, ...]:
        roll = rolls[squad.id]
        alike = [
            sum(1 for one in roll if one.gender == first.gender),
            sum(1 for one in roll if one.unit_id == first.unit_id),
            sum(1 for one in roll if one.grade == first.grade),
        ]
        return (len(roll), *alike, squad.number)

    return min(fitting, key=order)
