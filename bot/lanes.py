"""Lanes: one after the other inside a lane, side by side across lanes.

Always true: what is put into a lane is worked on in that order, never two of one lane at once; a lane exists only
while something is in it; no work ends unseen.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

from bot.log import get_logger

T = TypeVar("T")
log = get_logger(__name__)


class Lanes(Generic[T]):
    """Queues that each have one task for as long as they are not empty."""

    def __init__(self, work: Callable[[T], Awaitable[None]]) -> None:
        """Work is called with each item and is expected to look after its own failures."""
        self.waiting = 0
        """How many items are in all lanes, those being worked on included."""
        self._work = work
        self._lanes: dict[Hashable, deque[T]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def put(self, key: Hashable, item: T) -> None:
        """Add the item at the end of its lane."""
        self.waiting += 1
        lane = self._lanes.get(key)
        if lane is not None:
            lane.append(item)
            return
        lane = self._lanes[key] = deque((item,))
        task = asyncio.create_task(self._run(key, lane))  # noqa: TID251 - held until it ends, and it logs its errors
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    @property
    def busy(self) -> int:
        """How many lanes something is in."""
        return len(self._lanes)

    def is_empty(self, key: Hashable) -> bool:
        """Tell whether nothing is in a lane, not even something that is being worked on."""
        return key not in self._lanes

    def behind(self, key: Hashable) -> int:
        """Return how many items wait behind the one that is being worked on."""
        return len(self._lanes.get(key, ()))

    async def stop(self, grace: float) -> None:
        """Let the lanes work for up to `grace` seconds, then cancel what is left."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=grace)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _run(self, key: Hashable, lane: deque[T]) -> None:
        try:
            while lane:
                await self._attempt(lane.popleft())
        finally:
            del self._lanes[key]
            self.waiting -= len(lane)

    async def _attempt(self, item: T) -> None:
        try:
            await self._work(item)
        except Exception as error:
            log.exception("work in a lane failed", exc_info=error)
        finally:
            self.waiting -= 1
