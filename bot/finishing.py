"""Finishing: updates that are handled are written as done, many in one write.

Always true: what is handed in is written sooner or later, in this run or, as still unfinished, shown again by the next.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Final

from bot import retrying
from bot.clock import Clock
from bot.log import get_logger
from bot.polling import pause_until
from storage import inbox
from storage.database import Database

log = get_logger(__name__)

GATHERING: Final = 0.01
"""Seconds in which finished updates gather before one write records them all."""


class Finishing:
    """Gathers the ids of finished updates and records them."""

    def __init__(
        self, *, database: Database, clock: Clock, halt: asyncio.Event, forget: Callable[[Sequence[int]], None]
    ) -> None:
        """`forget` is told the ids that are on disk as done; after the halt one more write is tried."""
        self._database = database
        self._clock = clock
        self._halt = halt
        self._forget = forget
        self._finished: list[int] = []
        self._recorder: asyncio.Task[None] | None = None

    def add(self, update_id: int) -> None:
        """Let an update be recorded as done."""
        self._finished.append(update_id)
        if self._recorder is None or self._recorder.done():
            self._recorder = asyncio.create_task(self._record())  # noqa: TID251 - held, and awaited by stop()

    async def stop(self) -> None:
        """Wait until what was handed in is recorded, or cannot be."""
        if self._recorder is not None:
            await self._recorder

    async def _record(self) -> None:
        pause = GATHERING
        while self._finished:
            await pause_until(self._halt, pause)
            is_recorded = await self._record_group(tuple(self._finished))
            if not is_recorded and self._halt.is_set():
                return
            pause = GATHERING if is_recorded else retrying.LONGEST_PAUSE

    async def _record_group(self, group: Sequence[int]) -> bool:
        now = self._clock.now()
        try:
            await self._database.write(lambda tx: inbox.finish(tx, group, now))
        except Exception as trouble:  # noqa: BLE001 - they stay on the list
            log.warning("the inbox cannot be written", error=trouble)
            return False
        del self._finished[: len(group)]
        self._forget(group)
        return True
