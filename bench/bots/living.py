"""The real program, whose clock is moved from outside and which tells how much memory it holds.

A line on stdin is a question, a line of JSON the answer: `counters`; `hours N` moves the clock so far, in steps of ten
minutes, and waits until everything that came due is done; `announce` owes everybody a message; `backup` makes one;
`traced` names the lines that hold more than when it was asked first.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import threading
import time
import tracemalloc
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, Final

from bench.bots.ours import NO_LIMIT, settings
from bench.bots.reporting import launch
from bot import log
from bot.backups import house_of, name_at
from bot.pacer import Pacer
from bot.program import Program
from storage import safekeeping
from storage.values import micros

STEP: Final = timedelta(minutes=10)
OWED: Final = """
INSERT INTO outbox (account_id, priority, template, data, not_before, dedup_key, created_at)
SELECT id, 3, 'broadcast', :copy, :now, :key || ':' || id, :now FROM accounts
"""
UNSENT: Final = "SELECT count(*) AS number FROM outbox WHERE state IN ('due', 'sending')"
MOST_ALLOWED: Final = 1000.0
"""The fastest pace that may be set; the pacer remembers the requests of a second."""
DEEPEST: Final = 3
Answer = dict[str, Any]


class Life:
    """One program and what may be asked of it."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.first: tracemalloc.Snapshot | None = None

    async def answer(self, words: str) -> Answer:
        """Do what a line asks for."""
        deed, _, number = words.strip().partition(" ")
        deeds: dict[str, Callable[[], Awaitable[Answer]]] = {
            "counters": self.counters,
            "hours": lambda: self.live(timedelta(hours=float(number))),
            "announce": self.announce,
            "backup": self.back_up,
            "traced": self.traced,
        }
        return await deeds[deed]()

    async def counters(self) -> Answer:
        """Return the memory in MB, the processor's seconds and what was counted."""
        return {"rss_mb": resident(), "cpu": time.process_time(), "calls": self.program.telegram.calls}

    async def live(self, span: timedelta) -> Answer:
        """Let time pass; every tick looks in every step."""
        program = self.program
        for _ in range(int(span / STEP)):
            program.move_clock((program.clock.offset + STEP).total_seconds())
            while not program.scheduler.is_settled:
                await asyncio.sleep(0.01)
        return await self.counters()

    async def announce(self) -> Answer:
        """Owe everybody a message, and wait until all are on their way."""
        program, now = self.program, self.program.clock.now()
        given = {"copy": json.dumps({"text": "Ертең кездесеміз!", "language": "kk"}), "now": micros(now)}
        key = f"bench:{micros(now)}"
        await program.database.write(lambda tx: tx.connection.execute(OWED, {**given, "key": key}))
        program.delivery.wake()
        while await program.database.read(self._unsent):
            await asyncio.sleep(0.05)
        return await self.counters()

    def _unsent(self, tx: Any) -> int:
        return int(tx.connection.execute(UNSENT).fetchone()["number"])

    async def back_up(self) -> Answer:
        """Make a backup as the nightly watch makes it."""
        house, now = house_of(self.program.settings), self.program.clock.now()
        await asyncio.to_thread(safekeeping.make, house, self.program.settings.backup_dir / name_at(now), now)
        return await self.counters()

    async def traced(self) -> Answer:
        """Return the places that hold more memory than at the first time; nothing unless tracing is on."""
        if not tracemalloc.is_tracing():
            tracemalloc.start(DEEPEST)
        if self.first is None:
            self.first = tracemalloc.take_snapshot()
            return {}
        grown = tracemalloc.take_snapshot().compare_to(self.first, "traceback")
        return {"  <  ".join(reversed(one.traceback.format()[1::2])): one.size_diff for one in grown[:25]}


def resident() -> float:
    """Return the MB this process holds now (Linux only)."""
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - a file of the kernel
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def listen(life: Life, loop: asyncio.AbstractEventLoop) -> None:
    """Answer each line of stdin; the process ends with it."""
    for words in sys.stdin:
        answer = asyncio.run_coroutine_threadsafe(life.answer(words), loop).result()
        print(json.dumps(answer, ensure_ascii=False), flush=True)
    os._exit(0)


async def main() -> None:
    """Serve until the bench ends this process."""
    log.configure(level="ERROR", style="text")
    program = Program(settings(launch()))
    program.telegram.pacer = Pacer(per_second=MOST_ALLOWED, chat_per_second=NO_LIMIT)
    await program.start()
    print(json.dumps({"ready": True}), flush=True)
    asked = (Life(program), asyncio.get_running_loop())
    threading.Thread(target=listen, args=asked, daemon=True).start()
    await program.wait()


if __name__ == "__main__":
    asyncio.run(main())
