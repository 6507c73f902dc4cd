"""Backlog: updates that are kept but not in hand, because so many wait that memory should not hold them all.

Always true: as long as anything waits here, whatever comes joins the end, so nobody overtakes anybody; what an update
says lies in the inbox alone, and here only its number and its lane; what ends while the inbox is read is not taken up
again.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from functools import partial
from itertools import islice, takewhile
from math import inf
from typing import Final

from bot.clock import Clock
from bot.log import get_logger
from storage import inbox
from storage.database import Database, Transaction
from storage.inbox import Unfinished

log = get_logger(__name__)

Lane = int | str

MOST_IN_HAND: Final = 256
"""Chats whose updates are in the lanes at once; what comes beyond them waits in the inbox."""
HANDFUL: Final = 24
"""Chats in the lanes while many updates come at once: with few in hand, what comes is kept almost at once."""
RUSH: Final = 8
"""When so many updates are being kept at the same moment, this is a rush."""
RUSH_LASTS: Final = 0.5
"""Seconds for which it counts as one."""
MOST_STUCK: Final = 2_000
"""Chats that may take long (Telegram does not answer for them) without holding up others."""
PATIENCE: Final = 2.0
"""Seconds after which an update that is still in hand counts as stuck."""
BETWEEN_LOOKS: Final = 0.1
"""Seconds between two looks into the inbox, when something may be there."""
BETWEEN_COUNTS: Final = 2.0
"""Seconds between two counts of what waits for one of several processes, while it has no room."""


class Backlog:
    """What waits in the inbox for room in the lanes, or was put there by another process."""

    def __init__(
        self,
        *,
        database: Database,
        clock: Clock,
        holder: str | None,
        in_hand: Callable[[], int],
        held: Mapping[int, float],
        enter: Callable[[Unfinished], None],
    ) -> None:
        """`in_hand` tells how many chats are in the lanes, `held` which updates are, and since when; `enter` takes one.

        With a holder this is one of several processes, and others may put something for it into the inbox at any time.
        """
        self.most_in_hand = MOST_IN_HAND
        """How many chats may be in the lanes at once, the stuck ones not counted."""
        self._database = database
        self._clock = clock
        self._holder = holder
        self._in_hand = in_hand
        self._held = held
        self._enter = enter
        self._lanes: dict[int, Lane] = {}
        self._behind: Counter[Lane] = Counter()
        self._looking = asyncio.Lock()
        self._looks_wanted = self._looks_done = 0
        self._reason = asyncio.Event()
        self._is_halted = False
        self._stuck = 0
        self._rush_ends = -inf
        self._counted_at = -inf

    def __len__(self) -> int:
        """Return how many updates are known to wait."""
        return len(self._lanes)

    @property
    def is_full(self) -> bool:
        """Whether what comes now has to wait: there is no room in the lanes, or others wait before it."""
        return bool(self._lanes) or self._in_hand() >= self.most_in_hand + self._stuck

    @property
    def _is_behind(self) -> bool:
        """Whether something may lie in the inbox for this process that is not in hand."""
        return bool(self._lanes) or self._holder is not None

    def behind(self, lane: Lane) -> int:
        """Return how many updates of a lane wait."""
        return self._behind[lane]

    def add(self, update_id: int, lane: Lane) -> None:
        """Let an update wait that lies in the inbox."""
        self._reason.set()
        if update_id not in self._lanes:
            self._lanes[update_id] = lane
            self._behind[lane] += 1

    def hear_of(self, coming: int) -> None:
        """Hear how many updates are being kept at this moment."""
        if coming >= RUSH:
            self._rush_ends = self._clock.monotonic() + RUSH_LASTS

    def tell_room(self) -> None:
        """Say that the lanes have become emptier; when few are left in hand, more is taken up."""
        in_hand = self._in_hand()
        self._stuck = min(self._stuck, in_hand)
        if self._lanes and in_hand - self._stuck <= self._most() // 2:
            self._reason.set()

    async def recover(self) -> None:
        """Take up what the last run left unfinished."""
        if self._holder is None:
            await self._learn()
        await self.pick_up()

    async def _learn(self) -> None:
        """Find out what waits for this process."""
        known, held, now = tuple(self._lanes), frozenset(self._held), self._clock.now()
        found = await self._database.read(partial(inbox.list_waiting, now=now, holder=self._holder))
        self._drop(known)
        for update_id, chat_id, kind in found:
            if update_id not in held and update_id not in self._held:
                self.add(update_id, kind if chat_id is None else chat_id)

    async def _count(self) -> None:
        """Find out now and then, while there is no room, what others received for this process."""
        is_time = self._clock.monotonic() >= self._counted_at + BETWEEN_COUNTS
        if self._holder is not None and is_time and self._room() <= 0:
            self._counted_at = self._clock.monotonic()
            await self._learn()

    async def watch(self) -> None:
        """Look into the inbox, until `stop()`, whenever something may be there and there is room for it."""
        while not self._is_halted:
            with suppress(TimeoutError):
                async with asyncio.timeout(BETWEEN_LOOKS if self._is_behind else None):
                    await self._reason.wait()
            self._reason.clear()
            try:
                if self._is_behind:
                    await self.pick_up()
                    await self._count()
            except Exception as trouble:  # noqa: BLE001 - the next look tries again
                log.warning("the inbox cannot be read", error=trouble)

    def stop(self) -> None:
        """End `watch()`."""
        self._is_halted = True
        self._reason.set()

    async def pick_up(self) -> None:
        """Take up, in order, what waits for this process and has room in the lanes; calls that wait share one look."""
        self._looks_wanted += 1
        mine = self._looks_wanted
        async with self._looking:
            if self._looks_done < mine:
                covered = self._looks_wanted
                await self._look()
                self._looks_done = covered

    async def _look(self) -> None:
        """Fill the room in the lanes; who has many updates waiting does not take it away from others."""
        while (room := self._room()) > 0:
            known, held, now = frozenset(self._lanes), frozenset(self._held), self._clock.now()
            found = await self._database.read(partial(self._read, held=held, room=room, now=now))
            for left in found:
                self._enter(left)
            if len(found) < room:
                return self._drop(known)
            self._drop(left.update_id for left in found)
            if not self._is_behind:
                return None  # whoever comes from now on enters the lanes, and a look would find it there a second time
        return None

    def _read(self, tx: Transaction, *, held: frozenset[int], room: int, now: datetime) -> tuple[Unfinished, ...]:
        return inbox.unfinished(tx, now, but=held, most=room, holder=self._holder)

    def _room(self) -> int:
        """Return how many more may come into the lanes."""
        if self._is_halted:
            return 0
        in_hand = self._in_hand()
        self._stuck = min(self._count_stuck(), in_hand)
        return self._most() + self._stuck - in_hand

    def _most(self) -> int:
        """Return how many chats may be in hand at this moment, the stuck ones not counted."""
        is_rush = self._clock.monotonic() < self._rush_ends
        return min(self.most_in_hand, HANDFUL) if is_rush else self.most_in_hand

    def _count_stuck(self) -> int:
        """Return how many of those in hand came long ago; they lie in the order of their coming."""
        long_ago = self._clock.monotonic() - PATIENCE
        return sum(1 for _ in takewhile(lambda since: since < long_ago, islice(self._held.values(), MOST_STUCK)))

    def _drop(self, update_ids: Iterable[int]) -> None:
        """Let updates wait no longer: they are in hand, or gone."""
        for update_id in update_ids:
            lane = self._lanes.pop(update_id, None)
            if lane is not None:
                self._behind[lane] -= 1
                if not self._behind[lane]:
                    del self._behind[lane]
