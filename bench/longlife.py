"""A day in the life of the program: its clock is moved hour by hour while thousands of people come, each once.

    python -m bench.longlife                          24 hours, 20,000 updates
    python -m bench.longlife --updates 1000000        the same day with more people
    python -m bench.longlife --hours 48               two days
    python -m bench.longlife --trace                  also says which lines hold more at the end (slow)

In every hour people register from the first press to the last, others look in and go, and everything that is due by
itself is done; twice everybody gets a message, twice there is a backup. Prints the memory at the start,
after the first hours, after the day, and how fast it grew. Exit code 1: a person saw another screen than expected.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from bench.api import Api
from bench.contestant import Contestant
from bench.crowd import FIRST_ID, Crowd
from bench.rounds import PLACES, record, write_programmes
from bench.script import Turn, update

WARM: Final = 4
"""Hours after which everything that a program loads once is loaded."""
ANNOUNCED: Final = (1, 12)
BACKED_UP: Final = (2, 20)
AT_ONCE: Final = 32
PASSING: Final = ("/start", "/start e-jlf-2027", "/help", "/menu", "Сәлем!", "/language", "/forget", "/search")
LANGUAGES: Final = ("kk", "ru", "en")
SHARE: Final = 0.2
"""Of the updates are by people who look in once."""
PATIENCE: Final = 120.0


class Passers:
    """People who write one message each and are answered."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.number = 0
        self.waited_for: dict[int, asyncio.Event] = {}

    def hear(self, chat_id: int, _method: str, _payload: Mapping[str, Any], _message: Mapping[str, Any]) -> None:
        """Note that somebody was answered."""
        if chat_id in self.waited_for:
            self.waited_for[chat_id].set()

    async def come(self, people: int) -> None:
        """Let so many come, a few at a time."""
        self.api.on_screen = self.hear
        room = asyncio.Semaphore(AT_ONCE)
        async with asyncio.timeout(PATIENCE), asyncio.TaskGroup() as all_of_them:
            for _ in range(people):
                await room.acquire()
                self.number += 1
                all_of_them.create_task(self._come(self.number, room))

    async def _come(self, number: int, room: asyncio.Semaphore) -> None:
        chat_id, answered = FIRST_ID * 5 + number, asyncio.Event()
        self.waited_for[chat_id] = answered
        said = {"kind": "text", "text": PASSING[number % len(PASSING)]}
        offered = update(said, chat_id, self.api.new_message_id(), None)
        offered["message"]["from"]["language_code"] = LANGUAGES[number % len(LANGUAGES)]
        self.api.offer(offered)
        await answered.wait()
        del self.waited_for[chat_id]
        room.release()


class Day:
    """One program, the people of a day, and what was seen of its memory."""

    def __init__(self, folder: Path, updates: int, hours: int, *, is_traced: bool) -> None:
        self.folder = folder
        self.bot = Contestant("living", "polling", folder, Crowd(AT_ONCE))
        self.passers = Passers(self.bot.crowd.api)
        self.hours = hours
        self.per_hour = updates // hours
        self.is_traced = is_traced
        self.updates = 0
        self.deviations: list[str] = []
        self.script: list[Turn] = []

    async def live(self) -> list[tuple[int, float]]:
        """Return (updates so far, MB) at the start and after every hour."""
        script = self.folder / "script.json"
        programmes = write_programmes(self.folder / "programmes", max(PLACES, self.per_hour * self.hours))
        await self.bot.start(programmes, script)
        try:
            seen = [(0, (await self.bot.ask("counters"))["rss_mb"])]
            await record(self.bot, script)
            self.script = json.loads(script.read_text("utf-8"))
            for hour in range(self.hours):
                await self._hour(hour)
                seen.append((self.updates, (await self.bot.ask("hours 1"))["rss_mb"]))
                print(f"{hour + 1:4d} h  {self.updates:9,} updates  {seen[-1][1]:7.1f} MB", flush=True)
            if self.is_traced:
                tell_traced(await self.bot.ask("traced"))
            return seen
        finally:
            await self.bot.stop()

    async def _hour(self, hour: int) -> None:
        await self._register(max(1, int(self.per_hour * (1 - SHARE) / len(self.script))), hour)
        passing = int(self.per_hour * SHARE)
        await self.passers.come(passing)
        self.updates += passing
        if hour in ANNOUNCED:
            await self.bot.ask("announce")
        if hour in BACKED_UP:
            await self.bot.ask("backup")
        if hour == WARM - 1 and self.is_traced:
            await self.bot.ask("traced")

    async def _register(self, people: int, hour: int) -> None:
        """Let so many people register, from the first press to the last."""
        crowd = Crowd(AT_ONCE, people, self.script, first_id=FIRST_ID + hour * people)
        crowd.api = self.bot.crowd.api
        crowd.api.on_screen = crowd.hear
        crowd.open()
        ends = time.perf_counter() + PATIENCE + people
        while crowd.people and time.perf_counter() < ends:
            await asyncio.sleep(0.01)
        self.updates += crowd.finished
        self.deviations += crowd.deviations[:3] if crowd.completed == people else [f"{len(crowd.people)} wait"]


def tell_traced(grown: Mapping[str, float]) -> None:
    """Print the lines that hold more than after the first hours."""
    for place, size in grown.items():
        print(f"{size / 2**20:8.2f} MB  {place}")


def tell(seen: list[tuple[int, float]]) -> None:
    """Print what became of the memory."""
    (_, first), (early, warm), (last, end) = seen[0], seen[WARM], seen[-1]
    grown, updates = end - warm, last - early
    print(f"at the start {first:.1f} MB, after {WARM} hours {warm:.1f} MB, after {len(seen) - 1} hours {end:.1f} MB")
    print(f"grown by {grown:.1f} MB in {updates:,} updates: {grown / updates * 1e5:.2f} MB per 100,000")


def main() -> int:
    """Live a day, print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--updates", type=int, default=20_000)
    parser.add_argument("--hours", type=int, default=24)
    parser.add_argument("--trace", action="store_true")
    given = parser.parse_args()
    if given.hours <= WARM:
        parser.error(f"--hours: more than {WARM}, in which everything is loaded once")
    with tempfile.TemporaryDirectory(prefix="longlife-") as name:
        day = Day(Path(name), given.updates, given.hours, is_traced=given.trace)
        tell(asyncio.run(day.live()))
    for deviation in day.deviations:
        print(f"WRONG: {deviation}", file=sys.stderr)
    return 1 if day.deviations else 0


if __name__ == "__main__":
    sys.exit(main())
