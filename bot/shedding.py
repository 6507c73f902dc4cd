"""Shedding: whose updates are not taken when more comes than can be served.

Always true: one chat never has more than MOST_OF_ONE updates waiting, whatever it sends; when very much waits, looking
around is turned away first, registering long after it, and the camp's own work never (emergencies, the gate, the desk).
What is turned away is kept as `skipped` without its words; whoever sent it is told, at most once in TOLD_EVERY seconds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import IntEnum
from math import inf
from typing import Any, Final

from bot.arrivals import lane_of
from storage.inbox import Arrival

MOST_OF_ONE: Final = 250
"""Updates of one chat that may wait at once."""
TOLD_EVERY: Final = 10.0
"""Seconds in which one chat is told at most once that it was turned away."""
MOST_REMEMBERED: Final = 10_000


class Rank(IntEnum):
    """What an update is for, the first to be turned away first."""

    BROWSE = 0
    REGISTER = 1
    CAMP = 2


PATIENCE: Final[Mapping[Rank, float]] = {Rank.BROWSE: 2_000, Rank.REGISTER: 50_000, Rank.CAMP: inf}
"""Updates of all chats that may wait before one of this rank is turned away."""

Read = Mapping[int, tuple[Arrival, dict[str, Any]]]


def _register(_raw: Mapping[str, Any]) -> Rank:
    return Rank.REGISTER


class Door:
    """Decides which of the updates that have just come are taken in."""

    def __init__(
        self, *, monotonic: Callable[[], float], rank_of: Callable[[Mapping[str, Any]], Rank] = _register
    ) -> None:
        """`rank_of` reads a raw update, which may be anything Telegram or a stranger sends, and must not fail."""
        self._monotonic = monotonic
        self._rank_of = rank_of
        self._told: dict[int | str, float] = {}
        self.most_of_one = MOST_OF_ONE
        """How many updates of one chat may wait."""

    def sort(self, read: Read, behind: Callable[[int | str], int], waiting: int) -> tuple[Read, frozenset[int]]:
        """Return the updates, those turned away marked as skipped, and the ids of these."""
        coming: Counter[int | str] = Counter()
        sorted_: dict[int, tuple[Arrival, dict[str, Any]]] = {}
        refused = set()
        for update_id, (arrival, raw) in read.items():
            lane = lane_of(arrival)
            is_flood = behind(lane) + coming[lane] >= self.most_of_one
            if not arrival.is_skipped and (is_flood or self._is_crowded(waiting + len(sorted_), raw)):
                refused.add(update_id)
                arrival = replace(arrival, is_skipped=True, raw="")  # noqa: PLW2901 - the same update, turned away
            coming[lane] += 1
            sorted_[update_id] = (arrival, raw)
        return sorted_, frozenset(refused)

    def _is_crowded(self, waiting: int, raw: Mapping[str, Any]) -> bool:
        """Tell whether too much waits for an update like this; what it is for is only looked at in a crowd."""
        return waiting >= PATIENCE[Rank.BROWSE] and waiting >= PATIENCE[self._rank_of(raw)]

    def is_told(self, lane: int | str) -> bool:
        """Tell whether this chat has just heard that it was turned away; if not, it counts as told from now on."""
        now = self._monotonic()
        if now - self._told.get(lane, -inf) < TOLD_EVERY:
            return True
        if len(self._told) >= MOST_REMEMBERED:
            self._told.clear()
        self._told[lane] = now
        return False
