"""Delivery: what the outbox owes goes to Telegram, and what became of it goes back.

Always true:
- nothing is sent that is not leased, and a lease outlives the request it was taken for: even a process that was
  frozen does not send what another may be sending by now;
- an emergency waits neither for a place nor behind what was claimed before it;
- a message of several goes out one by one, each written down before the next;
- a stop finishes what Telegram was already asked for and gives the rest back, so nothing is sent twice;
- the log holds ids, kinds and counts.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from bot.clock import Clock
from bot.domain.language import Language
from bot.domain.notice import REMOVAL, AfterUnknown, Priority, after_unknown
from bot.log import get_logger
from bot.outgoing import Outgoing
from bot.pacer import Admission
from bot.steps import Step, next_step
from bot.telegram import Telegram, TelegramError
from bot.verdicts import Verdicts, kind_of
from storage import notices, outbox
from storage.database import Database, Transaction
from storage.outbox import Claim, Ended, Owed, Returned, Settlement, State

log = get_logger(__name__)

__all__ = ["Delivery", "Owed"]

Render = Callable[[Owed, Language], Outgoing]

LEASE: Final = timedelta(seconds=45)
PART_OF_LEASE: Final = 0.9
"""The part of its lease that a request may use."""
PATIENCE: Final = 5.0
"""Seconds a claimed message waits for the pacer before somebody else gets its place."""
LONGEST_REST: Final = 1.0
BREATH: Final = 0.02
"""Seconds between two turns, so that many results share one write."""
SWEEP: Final = 10.0
FEWEST_IN_FLIGHT: Final = 32
PART_OF_SECOND: Final = 8
"""What is on its way at once is at least this part of what may leave in a second."""
WINDOW: Final = 1.0
"""Seconds in which Telegram counts requests."""


def in_flight_for(per_second: float) -> int:
    """Return how many messages may be on their way at once so that a pace can be kept."""
    return max(FEWEST_IN_FLIGHT, round(per_second / PART_OF_SECOND))


@dataclass(slots=True, kw_only=True, eq=False)
class _Flight:
    """One leased message on its way; instants are the clock's monotonic ones."""

    owed: Owed
    land_by: float
    task: asyncio.Task[None] | None = None
    is_asked: bool = False
    """Whether Telegram may have seen the request."""


class Delivery:
    """Sends what is owed until it is stopped; one of these runs in a process."""

    def __init__(
        self,
        *,
        database: Database,
        telegram: Telegram,
        clock: Clock,
        render: Render,
        in_flight: int = FEWEST_IN_FLIGHT,
        lease: timedelta = LEASE,
        default_language: Language = Language.KK,
        holder: str | None = None,
    ) -> None:
        """With a `holder` only the chats of its shares are written to."""
        self.counts: Counter[str] = Counter()
        """What became of attempts since the start: sent, retried, gone_on (with the next part), other ends."""
        self._database = database
        self._telegram = telegram
        self._clock = clock
        self._render = render
        self._in_flight = in_flight
        self._for_emergencies = max(1, in_flight // 4)
        self._lease = lease
        self._default_language = default_language
        self._holder = holder
        self._verdicts = Verdicts(clock)
        self._flights: dict[int, _Flight] = {}
        self._results: list[Settlement] = []
        self._bell = asyncio.Event()
        self._ended = asyncio.Event()
        self._ended.set()
        self._is_stopping = False
        self._grace = 0.0
        self._swept_at = 0.0

    async def run(self) -> None:
        """Send what is owed until `stop()`."""
        self._ended.clear()
        try:
            await self._remember_blocks()
            async with asyncio.TaskGroup() as flights:
                while not self._is_stopping:
                    self._bell.clear()
                    await self._rest(await self._turn(flights))
                await self._land()
        finally:
            self._ended.set()

    async def stop(self, grace: float = 10) -> None:
        """Finish within `grace` seconds what Telegram was asked for, give the rest back, and return."""
        self._grace = grace
        self._is_stopping = True
        self._bell.set()
        await self._ended.wait()

    def wake(self) -> None:
        """Look into the outbox now: something was put there."""
        self._bell.set()

    async def _remember_blocks(self) -> None:
        """Leave alone the chats that Telegram wanted left alone before the program was restarted.

        Whoever died with messages on their way may have sent a second's worth just now: that second is waited for.
        """
        now = self._clock.now()
        if self._holder is None and await self._database.read(lambda tx: notices.is_anything_leased(tx, now)):
            self._telegram.pacer.rest(WINDOW)
            await asyncio.sleep(WINDOW)  # what is claimed and cannot leave counts as tried if the process dies again
        blocks = await self._database.read(lambda tx: outbox.read_blocks(tx, now))
        for chat_id, until in blocks.items():
            self._telegram.pacer.block(chat_id, (until - now).total_seconds())

    async def _turn(self, group: asyncio.TaskGroup) -> Claim | None:
        """Write down what came back and take what is due, in one transaction; None when that failed."""
        results, now, began_at = tuple(self._results), self._clock.now(), self._clock.monotonic()
        limit, least = self._room(len(self._flights) - len(results))
        pacer = self._telegram.pacer
        quick, slow = pacer.closed(Priority.REPLY), pacer.closed(Priority.BULK)
        closed = {priority: quick if priority <= Priority.REPLY else slow for priority in Priority}
        flying = frozenset(self._flights)

        def work(tx: Transaction) -> Claim:
            outbox.settle(tx, results, now)
            self._sweep(tx, now, flying)
            return outbox.claim(tx, now, limit, self._lease, closed=closed, least=least, holder=self._holder)

        try:
            claim = await self._database.write(work)
        except Exception as error:  # noqa: BLE001 - a full disk today is not a full disk tomorrow
            log.error("delivery.database_failed", error=error, unwritten=len(results))  # noqa: TRY400 - once a second
            return None
        self._forget(results)
        for owed in claim.owed:
            self._take_off(group, owed, began_at)
        return claim

    def _room(self, flying: int) -> tuple[int, Priority]:
        """Return how many more messages may be on their way, and down to which urgency."""
        free = self._in_flight - flying
        if free > 0:
            return free, Priority.BULK
        return max(0, free + self._for_emergencies), Priority.EMERGENCY

    def _sweep(self, tx: Transaction, now: datetime, flying: frozenset[int]) -> None:
        if found := outbox.recover(tx, now, flying=flying):
            log.warning("delivery.recovered", messages=found)
        if self._clock.monotonic() - self._swept_at >= SWEEP:
            self._swept_at = self._clock.monotonic()
            outbox.expire(tx, now)

    def _take_off(self, group: asyncio.TaskGroup, owed: Owed, began_at: float) -> None:
        land_by = began_at + self._lease.total_seconds() * PART_OF_LEASE
        flight = _Flight(owed=owed, land_by=land_by)
        self._flights[owed.id] = flight
        flight.task = group.create_task(self._fly(flight))

    def _forget(self, results: Sequence[Settlement]) -> None:
        del self._results[: len(results)]
        for result in results:
            self._flights.pop(result.owed.id, None)

    async def _rest(self, claim: Claim | None) -> None:
        """Wait until something came back, was put or became due."""
        await asyncio.sleep(LONGEST_REST if claim is None else BREATH)
        if self._results or self._is_stopping:
            return
        try:
            async with asyncio.timeout(self._longest_rest(claim)):
                await self._bell.wait()
        except TimeoutError:
            return

    def _longest_rest(self, claim: Claim | None) -> float:
        if claim is None:
            return 0
        seconds = [LONGEST_REST]
        if claim.next_at is not None:
            seconds.append((claim.next_at - self._clock.now()).total_seconds())
        if len(self._flights) < self._in_flight:
            seconds += [self._telegram.pacer.opens_in(chat_id, priority) for chat_id, priority in claim.passed]
        return max(0.0, min(seconds))

    async def _fly(self, flight: _Flight) -> None:
        result = await self._deliver(flight)
        self.counts[kind_of(result)] += 1
        self._results.append(result)
        self._bell.set()

    async def _deliver(self, flight: _Flight) -> Settlement:
        """Render, wait for the turn, send, and return what became of it."""
        owed = flight.owed
        try:
            outgoing = None if owed.template == REMOVAL else self._render(owed, owed.language or self._default_language)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one message concerns that message only
            return self._verdicts.failed(owed, f"render: {type(error).__name__}")
        try:
            async with asyncio.timeout(PATIENCE):
                admission = await self._telegram.pacer.admit(owed.telegram_id, owed.priority)
        except TimeoutError:
            return self._verdicts.unasked(owed)
        if not await self._may_ask(owed) or self._clock.monotonic() >= flight.land_by:
            return self._verdicts.unasked(owed)
        if owed.not_after is not None and owed.not_after <= self._clock.now():
            return Ended(owed=owed, state=State.UNKNOWN if owed.lost_replies or owed.sent_ids else State.EXPIRED)
        return await self._ask(flight, outgoing, admission)

    async def _may_ask(self, owed: Owed) -> bool:
        """Note the coming request if it must not be made twice, so that a crash before it costs nothing."""
        if after_unknown(owed.template) is AfterUnknown.AGAIN:
            return True
        try:
            return await self._database.write(lambda tx: outbox.mark_asked(tx, owed))
        except Exception as error:  # noqa: BLE001 - as in a turn
            log.error("delivery.database_failed", error=error, outbox_id=owed.id)  # noqa: TRY400 - as in a turn
            return False

    async def _ask(self, flight: _Flight, outgoing: Outgoing | None, admission: Admission) -> Settlement:
        """Send, change or delete, within the time the lease leaves."""
        flight.is_asked = True
        owed = flight.owed
        step = next_step(owed, outgoing)
        try:
            async with asyncio.timeout(flight.land_by - self._clock.monotonic()):
                message_ids = await self._do(owed, step, admission)
        except TimeoutError:
            return self._verdicts.lost(owed)
        except TelegramError as error:
            verdict = self._verdicts.refused(owed, error)
            is_done = isinstance(verdict, Ended) and verdict.state is State.SENT
            return self._verdicts.went_on(owed, step.message_id or 0) if is_done and not step.is_last else verdict
        except Exception as error:  # noqa: BLE001 - as above
            return self._verdicts.failed(owed, type(error).__name__)
        if not step.is_last:
            return self._verdicts.went_on(owed, *message_ids)
        return self._verdicts.sent(owed, *(owed.message_ids or (*owed.sent_ids, *message_ids)))

    async def _do(self, owed: Owed, step: Step, admission: Admission) -> tuple[int, ...]:
        """Make the request and return the ids of the messages it is about."""
        how: dict[str, Any] = {"priority": owed.priority, "admission": admission}
        if step.outgoing is None:
            await self._telegram.remove(owed.telegram_id, owed.message_ids, **how)
            return owed.message_ids
        if step.message_id is not None:
            await self._telegram.edit(owed.telegram_id, step.message_id, step.outgoing, **how)
            return (step.message_id,)
        return await self._telegram.send_whole(owed.telegram_id, step.outgoing, **how)

    async def _land(self) -> None:
        """End every flight: what was asked for gets the grace, the rest goes back at once."""
        tasks = {flight.task: flight for flight in self._flights.values() if flight.task is not None}
        for task, flight in tasks.items():
            if not flight.is_asked:
                task.cancel()
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=self._grace)
            for task in late:
                task.cancel()
        landed = {result.owed.id for result in self._results}
        aloft = [flight for flight in self._flights.values() if flight.owed.id not in landed]
        self._results += [self._verdicts.lost(f.owed) if f.is_asked else self._verdicts.unasked(f.owed) for f in aloft]
        results, now = tuple(self._results), self._clock.now()
        await self._database.write(lambda tx: outbox.settle(tx, results, now))
        self._forget(results)
        log.info("delivery.stopped", given_back=sum(isinstance(result, Returned) for result in results))
