"""Polling: getUpdates in a loop that survives whatever comes back.

Always true: the offset moves only after `receive` has returned, which is after COMMIT; nothing but a refused token ends
the loop before `stop()`, and `stop()` ends it at once; while many updates wait, no more are fetched.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any, Final

from bot.arrivals import next_offset
from bot.clock import Clock
from bot.log import get_logger
from bot.telegram import RetryAfter, Telegram, Unauthorized

log = get_logger(__name__)

LONG_POLL: Final = 20
"""Seconds Telegram may keep a getUpdates request waiting: a connection that has died unseen is noticed soon after."""
MARGIN: Final = 5
"""Seconds after which a request that should have been answered is given up."""
LARGEST_BATCH: Final = 100
MOST_WAITING: Final = 100_000
"""No more is fetched while more updates than this wait to be handled."""
FIRST_PAUSE: Final = 0.5
LONGEST_PAUSE: Final = 15.0
"""Seconds between two requests while Telegram is in trouble."""
INSTANT: Final = 1.0
"""An empty answer that comes faster than this many seconds is no long poll."""

Receive = Callable[[list[Any]], Awaitable[None]]


class GarbledAnswerError(Exception):
    """Telegram answered getUpdates with something that holds no update."""


async def pause_until(halt: asyncio.Event, seconds: float) -> None:
    """Wait so many seconds, but not longer than until the halt."""
    with suppress(TimeoutError):
        await asyncio.wait_for(halt.wait(), seconds)


class Polling:
    """Fetches batches of updates and hands them to `receive`."""

    def __init__(
        self,
        *,
        telegram: Telegram,
        clock: Clock,
        kinds: frozenset[str],
        receive: Receive,
        waiting: Callable[[], int],
    ) -> None:
        """`waiting` tells how many updates have not been handled yet."""
        self._telegram = telegram
        self._clock = clock
        self._kinds = kinds
        self._receive = receive
        self._waiting = waiting
        self._halt = asyncio.Event()
        self._call: asyncio.Timeout | None = None
        self._is_webhook_gone = False
        self._offset: int | None = None

    async def run(self) -> None:
        """Fetch updates until `stop()`; Unauthorized when Telegram refuses the token."""
        failures = 0
        while not self._halt.is_set():
            try:
                await self._step()
            except Unauthorized:
                log.critical("Telegram refuses the bot token: put the one that @BotFather shows into BOT_TOKEN")
                raise
            except Exception as error:  # noqa: BLE001 - whatever Telegram answers, polling goes on
                failures += 1
                await self._rest(error, failures)
            else:
                if failures:
                    log.info("polling works again", failures=failures)
                failures = 0

    def stop(self) -> None:
        """End the loop; a request that waits for updates is given up at once."""
        self._halt.set()
        if self._call is not None:
            self._call.reschedule(asyncio.get_running_loop().time())

    async def _step(self) -> None:
        """Do one thing: end a webhook left by another way of running, or fetch one batch."""
        if not self._is_webhook_gone:
            await self._ask("deleteWebhook", {}, seconds=15)
            self._is_webhook_gone = True
        elif self._waiting() > MOST_WAITING:
            await pause_until(self._halt, 0.1)
        else:
            await self._fetch()

    async def _fetch(self) -> None:
        began = self._clock.monotonic()
        payload = {"timeout": LONG_POLL, "limit": LARGEST_BATCH, "allowed_updates": sorted(self._kinds)}
        offset = {} if self._offset is None else {"offset": self._offset}
        raws = await self._ask("getUpdates", {**payload, **offset}, seconds=LONG_POLL + MARGIN)
        if not isinstance(raws, list):
            raise GarbledAnswerError
        await self._receive(raws)
        following = next_offset(raws, self._offset)
        if following == self._offset and (raws or self._clock.monotonic() - began < INSTANT):
            raise GarbledAnswerError
        self._offset = following

    async def _ask(self, method: str, payload: Mapping[str, Any], *, seconds: float) -> object:
        """Call Telegram so that `stop()` can interrupt it."""
        try:
            async with asyncio.timeout(None) as self._call:
                return await self._telegram.call(method, payload, seconds=seconds)
        finally:
            self._call = None

    async def _rest(self, error: Exception, failures: int) -> None:
        """Wait longer after each failure in a row, and tell only of the first."""
        if self._halt.is_set():
            return
        if failures == 1:
            log.warning("polling failed; it goes on trying", error=error)
        pause = min(FIRST_PAUSE * 2 ** min(failures - 1, 10), LONGEST_PAUSE)
        await pause_until(self._halt, max(pause, error.seconds) if isinstance(error, RetryAfter) else pause)
