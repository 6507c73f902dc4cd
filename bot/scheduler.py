"""The clockwork: a few fixed ticks, each of which asks one action what is due.

Always true: what is due lives in the database, never here, so a restart forgets nothing; a tick never runs beside
itself; a tick that fails is logged and tried again at its next turn, and stops no other.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock
from bot.log import get_logger
from storage.database import Database, Transaction

log = get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """One thing to do every so many seconds: `work` is one transaction and returns how much it wrote."""

    name: str
    seconds: float
    work: Callable[[Transaction, datetime], int]


class Scheduler:
    """Runs the ticks from `start()` to `stop()`; one of these runs in a process."""

    def __init__(self, *, database: Database, clock: Clock, wake: Callable[[], None], ticks: Sequence[Tick]) -> None:
        """Remember the ticks; `wake` is called when one of them wrote something."""
        self._database = database
        self._clock = clock
        self._wake = wake
        self._ticks = tuple(ticks)
        self._wanted: set[str] = set()
        self._running: set[str] = set()
        self._rests = asyncio.Event()
        self._rests.set()
        self._scheduler: AsyncIOScheduler | None = None

    @property
    def is_settled(self) -> bool:
        """Tell whether every tick has run since `tick_now()` was last called."""
        return not self._wanted and not self._running

    def start(self) -> None:
        """Run every tick now and then again and again."""
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        )
        for tick in self._ticks:
            first_at = self._machine_now()
            self._scheduler.add_job(
                self._run, "interval", (tick,), seconds=tick.seconds, id=tick.name, next_run_time=first_at
            )
        self._wanted = {tick.name for tick in self._ticks}
        self._scheduler.start()

    async def stop(self) -> None:
        """Begin no tick any more and wait for those that run."""
        scheduler, self._scheduler = self._scheduler, None
        if scheduler is None:
            return
        scheduler.remove_all_jobs()
        self._wanted.clear()
        await asyncio.sleep(0)  # a tick that was handed over begins here, and is then waited for
        await self._rests.wait()
        scheduler.shutdown(wait=False)
        await asyncio.sleep(0)

    def tick_now(self) -> None:
        """Run every tick at once, because time has moved; one that runs already runs again afterwards."""
        if self._scheduler is None:
            return
        self._wanted = {tick.name for tick in self._ticks}
        for name in self._wanted - self._running:
            self._scheduler.modify_job(name, next_run_time=self._machine_now())

    async def _run(self, tick: Tick) -> None:
        self._begin(tick)
        try:
            await self._attempt(tick)
            while tick.name in self._wanted:
                await self._attempt(tick)
        finally:
            self._end(tick)

    async def _attempt(self, tick: Tick) -> None:
        self._wanted.discard(tick.name)
        now = self._clock.now()
        try:
            written = await self._database.write(lambda tx: tick.work(tx, now))
        except Exception as error:  # noqa: BLE001 - the next turn tries again, and the other ticks go on
            log.error("scheduler.tick_failed", tick=tick.name, error=error)  # noqa: TRY400 - every few seconds
            return
        if written:
            self._wake()

    def _begin(self, tick: Tick) -> None:
        self._running.add(tick.name)
        self._rests.clear()

    def _end(self, tick: Tick) -> None:
        self._running.discard(tick.name)
        if not self._running:
            self._rests.set()

    def _machine_now(self) -> datetime:
        """Return the machine's time, by which the ticks themselves run however the program's time moves."""
        return self._clock.now() - self._clock.offset
