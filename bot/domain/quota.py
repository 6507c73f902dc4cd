"""The tree of quotas inside a stream: who may take a place, how large a quota may be, what a recall gives back.

Always true: a quota keeps its places for its branch, so what the quotas below keep is nobody else's; a quota that was
recalled keeps nothing any more, and its branch takes places from the pool of the quota above, as everybody there does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """Places of a stream for a branch of org units; `reserved` is what the quotas right below keep and nobody took."""

    id: int
    stream_id: int
    unit_id: int
    above_id: int | None
    capacity: int
    taken: int
    reserved: int
    is_recalled: bool = False
    recall_on: date | None = None

    @property
    def left(self) -> int:
        """Places nobody took."""
        return self.capacity - self.taken

    @property
    def pool(self) -> int:
        """Places nobody took and no quota below keeps."""
        return self.left - self.reserved

    @property
    def least(self) -> int:
        """The smallest capacity that takes no place from anybody."""
        return self.taken + self.reserved


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How large a quota may be, both ends included."""

    least: int
    most: int

    def admits(self, capacity: int) -> bool:
        """Tell whether a capacity lies inside."""
        return self.least <= capacity <= self.most


def source_of(way: Sequence[Quota]) -> int | None:
    """Return the position on the way up (nearest quota first) of the quota whose pool gives a place, or None.

    Those before it were recalled and grow by the place; those after it have kept it for this branch.
    """
    for position, quota in enumerate(way):
        if not quota.is_recalled:
            has_room = quota.pool > 0 and all(above.left > 0 for above in way[position:])
            return position if has_room else None
    return None


def bounds(*, least: int, capacity: int, above: Quota | None, stream_capacity: int) -> Bounds:
    """Return how large a quota may be that has so many places now (`least` for a new one)."""
    if above is None:
        return Bounds(least=least, most=max(stream_capacity, least))
    return Bounds(least=least, most=capacity + max(above.pool, 0))
