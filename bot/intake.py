"""Intake: from Telegram into the inbox, and from the inbox to whoever handles an update.

Always true:
- an update is committed to the inbox before Telegram is told that we have it: the polling offset moves, and
  `receive()` returns, only after COMMIT;
- updates of one chat are handled in order and one at a time, chats side by side;
- only so many are held in memory; the rest waits in the inbox and comes in the order of its arrival (`Backlog`);
- one update that cannot be handled is put aside; nobody else waits for it, and only ids are reported;
- whatever is not finished when the process ends is taken up by `recover()` at the next start: an update that took
  effect is handed over with `is_effected`, so that the person sees where they are and nothing acts twice.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from bot import retrying
from bot.arrivals import Incoming, ReplySlot, lane_of, read_arrivals
from bot.backlog import Backlog
from bot.clock import Clock
from bot.finishing import Finishing
from bot.lanes import Lanes
from bot.log import get_logger
from bot.polling import Polling, pause_until
from bot.retrying import PoisonError, pause_before_retry
from bot.shares import Shares
from bot.shedding import Door, Read
from bot.telegram import Telegram, Unreachable
from storage import inbox
from storage.database import Database, Transaction

__all__ = ["Incoming", "Intake", "PoisonError", "ReplySlot"]

log = get_logger(__name__)

Handle = Callable[[Incoming], Awaitable[None]]
Alarm = Callable[[str, Mapping[str, object]], Awaitable[None] | None]
Look = Callable[[Transaction, Mapping[str, Any]], object]


class Intake:
    """Takes updates in, by polling or from a webhook, and brings each to its end."""

    def __init__(
        self,
        *,
        database: Database,
        telegram: Telegram,
        clock: Clock,
        handle: Handle,
        alarm: Alarm,
        kinds: frozenset[str],
        look: Look = lambda _tx, _raw: None,
        shares: Shares | None = None,
        door: Door | None = None,
    ) -> None:
        """`handle` is called for each update of the `kinds`, `alarm` with a sentence and ids when one is put aside.

        `look` may read, in the transaction that keeps an update, what handling it begins with (`Incoming.sender`); it
        must not fail on what Telegram may send. With `shares` this is one of several processes: it handles what comes
        for its own chats, whoever received it.
        """
        self.counts: Counter[str] = Counter()
        """What happened since the start: received, repeated, skipped, shed, dropped, retried, done, quarantined."""
        self._database = database
        self._clock = clock
        self._handle = handle
        self._alarm = alarm
        self._kinds = kinds
        self._look = look
        self._shares = shares
        self._door = door or Door(monotonic=clock.monotonic)
        self._coming: Counter[int | str] = Counter()
        self._lanes: Lanes[Incoming] = Lanes(self._work)
        self._held: dict[int, float] = {}
        self._slots: dict[int, ReplySlot] = {}
        self.backlog = self._new_backlog()
        self._halt = asyncio.Event()
        self._finishing = Finishing(database=database, clock=clock, halt=self._halt, forget=self._forget)
        self._polling = Polling(
            telegram=telegram, clock=clock, kinds=kinds, receive=self.receive, waiting=lambda: self.waiting
        )

    def _new_backlog(self) -> Backlog:
        return Backlog(
            database=self._database,
            clock=self._clock,
            holder=self._shares.name if self._shares else None,
            in_hand=lambda: self._lanes.busy,
            held=self._held,
            enter=self._take_up,
        )

    @property
    def waiting(self) -> int:
        """How many updates are in the lanes, or in the inbox because the lanes are full."""
        return self._lanes.waiting + len(self.backlog)

    async def recover(self) -> None:
        """Take up what the last run left unfinished; to be called before the first update comes in."""
        await self.backlog.recover()
        if self.waiting:
            log.info("unfinished updates taken up", updates=self.waiting)

    async def receive(self, raws: Sequence[Any], slot: ReplySlot | None = None) -> None:
        """Keep the updates and let them be handled; returns after COMMIT."""
        read, shed = self._door.sort(
            {arrival.update_id: (arrival, raw) for arrival, raw in read_arrivals(raws, self._kinds)},
            lambda lane: self._lanes.behind(lane) + self.backlog.behind(lane),
            self.waiting,
        )
        added, senders = await self._keep(read)
        self.counts["received"] += len(added.fresh)
        self.counts["repeated"] += len(read) - len(added.fresh)
        self.counts["dropped"] += len(raws) - len(read)
        self.counts["skipped"] += sum(read[update_id][0].is_skipped for update_id in added.fresh)
        if self._shares is None:
            self._enter_all(read, added, senders, slot)
        else:
            await self._pick_up_with(slot, [one for one in added.fresh if self._shares.holds(read[one][0].chat_id)])
        self._turn_away(read, shed & added.fresh, slot)
        if slot is not None and not added.fresh & self._held.keys():
            slot.close()

    def _enter_all(self, read: Read, added: inbox.Added, senders: Mapping[int, object], slot: ReplySlot | None) -> None:
        """Put what has just been kept into its lanes, or leave it in the inbox while these are full."""
        for update_id, (arrival, raw) in read.items():
            if update_id not in added.fresh or arrival.is_skipped or update_id in self._held:
                continue
            if self.backlog.is_full:
                self.backlog.add(update_id, lane_of(arrival))
            else:
                self._enter(Incoming.first(arrival, raw, slot, senders.get(update_id)))
        for left in () if self.backlog else added.unfinished:
            self._enter(Incoming.again(left))

    async def _pick_up_with(self, slot: ReplySlot | None, update_ids: Collection[int]) -> None:
        """Take up what is for this process; the answer to these updates of its own may travel in the slot."""
        if not update_ids:
            return
        if slot is not None:
            self._slots |= dict.fromkeys(update_ids, slot)
        try:
            await self.backlog.pick_up()
        finally:
            for update_id in update_ids:
                self._slots.pop(update_id, None)

    def _take_up(self, left: inbox.Unfinished) -> None:
        self._enter(replace(Incoming.again(left), slot=self._slots.pop(left.update_id, None)))

    def _turn_away(self, read: Read, shed: frozenset[int], slot: ReplySlot | None) -> None:
        """Let those be told whose updates are not taken."""
        self.counts["shed"] += len(shed)
        for arrival, raw in (read[update_id] for update_id in sorted(shed)):
            if self._lanes.busy < 2 * self.backlog.most_in_hand and not self._door.is_told(lane_of(arrival)):
                self._enter(replace(Incoming.first(arrival, raw, slot, None), is_refused=True))

    async def _keep(self, read: Read) -> tuple[inbox.Added, dict[int, object]]:
        """Commit the updates; return also what was found on the way for those that will be handled at once."""
        now, first = self._clock.now(), self._first(read)
        lanes = Counter(lane_of(arrival) for arrival, _ in read.values())

        def work(tx: Transaction) -> tuple[inbox.Added, dict[int, object]]:
            added = inbox.add(tx, [arrival for arrival, _ in read.values()], now)
            return added, {one: self._look(tx, read[one][1]) for one in first if one in added.fresh}

        self._coming += lanes
        self.backlog.hear_of(self._coming.total())
        try:
            return await self._database.write(work, is_first=True)
        finally:
            self._coming -= lanes

    def _first(self, read: Read) -> list[int]:
        """Return the updates that have nothing before them: what is read for them now is still true when they begin."""
        first: dict[int | str, int] = {}
        if self.backlog.is_full:
            return []
        for update_id, (arrival, _) in read.items():
            if not arrival.is_skipped:
                first.setdefault(lane_of(arrival), update_id)
        return [one for lane, one in first.items() if self._lanes.is_empty(lane) and lane not in self._coming]

    async def poll(self) -> None:
        """Ask Telegram for updates until `stop()`; Unauthorized when it refuses the token."""
        await self._polling.run()

    async def stop(self, grace: float = 10) -> None:
        """Fetch nothing more, let the lanes work for `grace` seconds; what is left stays in the inbox."""
        self._halt.set()
        self.backlog.stop()
        self._polling.stop()
        await self._lanes.stop(grace)
        await self._finishing.stop()

    def _enter(self, incoming: Incoming) -> None:
        """Put an update into its lane, unless it is in one or the intake is stopping."""
        if self._halt.is_set() or incoming.update_id in self._held:
            return
        self._held[incoming.update_id] = self._clock.monotonic()
        self._lanes.put(incoming.lane, incoming)

    async def _work(self, incoming: Incoming) -> None:
        try:
            await self._bring_to_end(incoming)
        finally:
            if incoming.slot is not None:
                incoming.slot.close()
            self.backlog.tell_room()

    async def _bring_to_end(self, incoming: Incoming) -> None:
        """Handle an update until it is done or put aside; when the intake stops it stays in the inbox."""
        began = self._clock.monotonic()
        attempts = 0
        while True:
            attempts += 1
            error = await self._attempt(incoming)
            if error is None or isinstance(error, Unreachable):
                return self._finish(incoming)
            if self._shares is not None and not self._shares.holds(incoming.chat_id):
                return self._forget([incoming.update_id])
            incoming = await self._look_again(incoming)
            if attempts > len(retrying.QUICK_PAUSES) and incoming.is_effected and self._lanes.behind(incoming.lane):
                return self._finish(incoming)  # the next update in this chat shows the current screen
            pause = pause_before_retry(error, attempts, self._clock.monotonic() - began, incoming)
            if pause is None and await self._quarantine(incoming, error, attempts):
                return None
            self._tell_retry(incoming, error, attempts)
            attempts = 0 if pause is None else attempts  # the database was the trouble, so the update may be sound
            await pause_until(self._halt, retrying.LONGEST_PAUSE if pause is None else pause)
            if self._halt.is_set():
                return None

    async def _attempt(self, incoming: Incoming) -> Exception | None:
        try:
            await self._handle(incoming)
        except Exception as error:  # noqa: BLE001 - one update's failure is judged by the caller
            return error
        except asyncio.CancelledError:
            task = asyncio.current_task()
            if task is not None and task.cancelling():
                raise
            return RuntimeError("cancelled itself")
        return None

    async def _look_again(self, incoming: Incoming) -> Incoming:
        """Return the update as the database knows it after a failure; nothing travels in the response any more."""
        if incoming.slot is not None:
            incoming.slot.close()
        with suppress(Exception):
            left = await self._database.read(lambda tx: inbox.find_unfinished(tx, incoming.update_id))
            return replace(incoming, slot=None, sender=None, is_effected=left is not None and left.is_effected)
        return replace(incoming, slot=None, sender=None)

    async def _quarantine(self, incoming: Incoming, error: Exception, attempts: int) -> bool:
        """Put an update aside and raise the alarm; False while the database is the trouble."""
        name = type(error).__qualname__
        now = self._clock.now()
        try:
            await self._database.write(
                lambda tx: inbox.quarantine(tx, incoming.update_id, error=name, attempts=attempts, now=now)
            )
        except Exception as trouble:  # noqa: BLE001 - it will be tried again
            log.warning("the inbox cannot be written", error=trouble)
            return False
        self._forget([incoming.update_id])
        self.counts["quarantined"] += 1
        facts = {**incoming.facts, "error": name, "attempts": attempts}
        log.error("update put aside", **facts, exc_info=None if isinstance(error, PoisonError) else error)
        await self._raise_alarm(facts)
        return True

    async def _raise_alarm(self, facts: Mapping[str, object]) -> None:
        try:
            answer = self._alarm("update put aside", facts)
            if answer is not None:
                await answer
        except Exception as error:
            log.exception("the alarm failed", update_id=facts["update_id"], exc_info=error)

    def _tell_retry(self, incoming: Incoming, error: Exception, attempt: int) -> None:
        self.counts["retried"] += 1
        if attempt == 1:
            log.warning("update will be tried again", **incoming.facts, error=type(error).__qualname__)

    def _forget(self, update_ids: Sequence[int]) -> None:
        for update_id in update_ids:
            self._held.pop(update_id, None)

    def _finish(self, incoming: Incoming) -> None:
        self.counts["done"] += 1
        self._finishing.add(incoming.update_id)
