"""Something that looks again and again while the program runs.

Always true: a look that fails is told and the next one comes all the same; nothing but `stop()` ends a watch.
"""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress


class Watch(ABC):
    """What is done every `period` seconds; one of each kind runs in a process."""

    def __init__(self, *, period: float, failed: Callable[..., object], looks_first: bool = False) -> None:
        """`failed` is told of a failed look (`error=`); the first look comes after a period unless `looks_first`."""
        self._period = period
        self._failed = failed
        self._looks_first = looks_first
        self._task: asyncio.Task[None] | None = None

    @abstractmethod
    async def look(self) -> object:
        """Do once what is to be done."""

    async def run(self) -> None:
        """Look again and again until `stop()`."""
        self._task = asyncio.current_task()
        with suppress(asyncio.CancelledError):
            if self._looks_first:
                await self._try_to_look()
            while True:
                await asyncio.sleep(self._period)
                await self._try_to_look()

    def stop(self) -> None:
        """Look no more; a look under way is given up, the next start goes on."""
        if self._task is not None:
            self._task.cancel()

    async def _try_to_look(self) -> None:
        try:
            await self.look()
        except Exception as error:  # noqa: BLE001 - the next look tries again
            self._failed(error=error)
