"""Kill a bot again and again while updates are in flight, and count what was lost, done twice or never said.

The Bot API lives in this process and survives; the bot lives in another one and dies by `kill -9` at random moments:
while it starts, while it fetches, between an effect and its screen, while a message is on its way.

    python -m tests.intake.killloop --kills 500
    python -m tests.intake.killloop --kills 500 --webhook
    python -m tests.intake.killloop --kills 600 --points      (at each of the named moments in turn)
    python -m tests.intake.killloop --kills 100 --term --pause 3   (asked to stop, with slow handlers)
    python -m tests.intake.killloop --kills 100 --bot tests.intake.usual_bot     (loses updates)
    python -m tests.intake.killloop --kills 50 --bot tests.intake.careless_bot   (acts twice)

A bot is a module with `prepare(folder)`, `run(launch)`, `effects(folder)`, `unfinished(folder)`, `is_quiet(folder)` and
`texts(update_id)`; `launch` holds base, token, folder, port (0: polling) and secret.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib
import json
import random
import signal
import socket
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from tests.intake import faultpoints
from tests.intake.fake_api import TOKEN, FakeApi, message

SMALL_BOT = "tests.intake.small_bot"
SECRET = "kill_kill_kill_kill_kill_kill_kill"
BURST = 15
MOST_BEHIND = 300
"""No more is sent while a bot that lives so shortly is so many updates and messages behind."""
LONGEST_LIFE = 4.0
"""Seconds for which a bot may not come by the moment at which it is to die; then it is killed as it is."""
CHATS = 8
ROOT = Path(__file__).parents[2]


@dataclass(kw_only=True)
class Tally:
    """What became of everything that was sent to the bot."""

    kills: int = 0
    kills_in_flight: int = 0
    """How many of them hit the bot in the middle of something."""
    pushed: int = 0
    in_flight: int = 0
    """The sum, over all kills, of the updates and messages that were in the middle of something."""
    most_in_flight: int = 0
    lost: list[int] = field(default_factory=list)
    twice: list[int] = field(default_factory=list)
    unsaid: list[str] = field(default_factory=list)
    copies: int = 0
    seconds: float = 0.0
    deaths: Counter[str] = field(default_factory=Counter)
    """How often it died at each named moment."""
    slowest_stop: float = 0.0
    """Seconds from the signal to the end of the process."""

    def __str__(self) -> str:
        return (
            f"{self.kills} kills ({self.kills_in_flight} in the middle of something), {self.pushed} updates, "
            f"in flight {self.in_flight} in all, at most {self.most_in_flight}: "
            f"{len(self.lost)} lost, {len(self.twice)} took effect twice, {len(self.unsaid)} messages missing, "
            f"{self.copies} extra copies; slowest end {self.slowest_stop:.1f} s; {self.seconds:.0f} s"
        )


class Nursery:
    """The process in which bots are born."""

    def __init__(self, bot: str) -> None:
        self._bot = bot
        self._process: asyncio.subprocess.Process | None = None

    async def __aenter__(self) -> Self:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.intake.nursery",
            f"{self._bot}:run",
            cwd=ROOT,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        assert await self._answer() == "ready"
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.close()
        await self._process.wait()

    async def start(self, launch: dict[str, Any]) -> None:
        await self._tell(f"start {json.dumps(launch)}")

    async def end(self, number: int) -> int:
        """Send the signal and return the exit code, below zero for the signal that killed it."""
        return int(await self._tell(f"end {number}"))

    async def _tell(self, line: str) -> str:
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(line.encode() + b"\n")
        return await self._answer()

    async def _answer(self) -> str:
        assert self._process is not None
        assert self._process.stdout is not None
        async with asyncio.timeout(60):
            return (await self._process.stdout.readline()).decode().strip()


class KillLoop:
    """One run of the loop against one bot."""

    def __init__(
        self,
        *,
        bot: str,
        folder: Path,
        is_webhook: bool,
        seed: int,
        number: int = signal.SIGKILL,
        points: Sequence[str] = (),
        pause: float = 0,
    ) -> None:
        self.bot: Any = importlib.import_module(bot)
        self.api = FakeApi()
        self.tally = Tally()
        self._folder = folder
        self._nursery = Nursery(bot)
        self._dice = random.Random(seed)
        self._number = number
        self._pause = pause
        self._sign = "setWebhook" if is_webhook else "getUpdates"
        self._launch = {
            "token": TOKEN,
            "folder": str(folder),
            "port": _free_port() if is_webhook else 0,
            "secret": SECRET,
            "pause": pause,
        }
        self._points = points

    async def run(self, kills: int) -> Tally:
        """Kill so many times, then let the bot finish, and count."""
        began = asyncio.get_running_loop().time()
        self.bot.prepare(self._folder)
        await self.api.start()
        self._launch["base"] = self.api.base
        try:
            async with self._nursery as nursery:
                while self.tally.kills < kills:
                    await self._kill_once(nursery)
                await self._finish(nursery)
        finally:
            await self.api.stop()
        self._count()
        self.tally.seconds = asyncio.get_running_loop().time() - began
        return self.tally

    async def _kill_once(self, nursery: Nursery) -> None:
        calls = len(self.api.calls)
        behind = self.bot.unfinished(self._folder) + len(self.api.pending)
        self._push(BURST if behind < MOST_BEHIND else 0)
        mine = self._next_mine()
        await nursery.start(self._launch | mine)
        if mine:
            await self._until_dead(self.tally.deaths.total())
        elif self._dice.random() < 0.15:
            await asyncio.sleep(self._dice.uniform(0, 0.05))
        else:
            await self.api.until(lambda: any(name == self._sign for name, _ in self.api.calls[calls:]), 30)
            await asyncio.sleep(self._dice.uniform(0, 0.15))
        self._push(2)
        asked_at = asyncio.get_running_loop().time()
        code = await nursery.end(self._number)
        self.tally.slowest_stop = max(self.tally.slowest_stop, asyncio.get_running_loop().time() - asked_at)
        assert code in {-self._number, 0 if self._number == signal.SIGTERM else None}, (
            f"the bot ended in a way of its own: {code}"
        )
        in_flight = self.bot.unfinished(self._folder)
        self.tally.kills += 1
        self.tally.kills_in_flight += in_flight > 0
        self.tally.in_flight += in_flight
        self.tally.most_in_flight = max(self.tally.most_in_flight, in_flight)

    def _next_mine(self) -> dict[str, Any]:
        """Return at which moment, and which time it comes, the next bot dies."""
        if not self._points:
            return {}
        point = self._points[self.tally.kills % len(self._points)]
        most = faultpoints.MOST_TIMES.get(point.partition(" ")[2], 6)
        return {"point": point, "nth": self._dice.randint(1, most)}

    async def _until_dead(self, deaths: int) -> None:
        """Wait until the bot says that it dies, or for a while when it does not come by."""
        until = asyncio.get_running_loop().time() + LONGEST_LIFE
        while self.tally.deaths.total() == deaths and asyncio.get_running_loop().time() < until:
            await asyncio.sleep(0.005)
            log = self._folder / "deaths"
            self.tally.deaths = Counter(log.read_text(encoding="utf-8").splitlines() if log.exists() else ())
            self._push(self._dice.random() < 0.03)

    async def _finish(self, nursery: Nursery) -> None:
        """Let the bot live until nothing has happened for a while."""
        await nursery.start(self._launch)
        quiet_since = calls = 0
        async with asyncio.timeout(120 + MOST_BEHIND * self._pause):
            while quiet_since < 10:
                await asyncio.sleep(0.1)
                is_quiet = not self.api.pending and self.bot.is_quiet(self._folder) and calls == len(self.api.calls)
                quiet_since = quiet_since + 1 if is_quiet else 0
                calls = len(self.api.calls)
        await nursery.end(self._number)

    def _push(self, count: int) -> None:
        for _ in range(count):
            self.tally.pushed += 1
            self.api.push(message(self.tally.pushed, chat_id=self._dice.randint(1, CHATS)))

    def _count(self) -> None:
        effects = self.bot.effects(self._folder)
        said = Counter[str]()
        for (_, text), times in self.api.sent.items():
            said[text] += times
        everything = range(1, self.tally.pushed + 1)
        self.tally.lost = [update_id for update_id in everything if not effects[update_id]]
        self.tally.twice = [update_id for update_id in everything if effects[update_id] > 1]
        wanted = [text for update_id in everything for text in self.bot.texts(update_id)]
        self.tally.unsaid = [text for text in wanted if not said[text]]
        self.tally.copies = sum(said[text] - 1 for text in wanted if said[text])


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def main() -> None:
    parser = argparse.ArgumentParser(description="Kill a bot many times and count what was lost.")
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--bot", default=SMALL_BOT, help="the module with the bot")
    parser.add_argument("--webhook", action="store_true", help="bring updates by webhook instead of polling")
    parser.add_argument("--term", action="store_true", help="ask it to stop (SIGTERM) instead of killing it")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--points", action="store_true", help="let it die at each of the named moments in turn")
    parser.add_argument("--pause", type=float, default=0, help="seconds that every handler takes")
    options = parser.parse_args()
    number = signal.SIGTERM if options.term else signal.SIGKILL
    with tempfile.TemporaryDirectory() as folder:
        loop = KillLoop(
            bot=options.bot,
            folder=Path(folder),
            is_webhook=options.webhook,
            seed=options.seed,
            number=number,
            points=faultpoints.points(is_webhook=options.webhook) if options.points else (),
            pause=options.pause,
        )
        tally = asyncio.run(loop.run(options.kills))
    for point, times in sorted(tally.deaths.items()):
        print(f"{times:4} {point}")
    print(tally)
    raise SystemExit(1 if tally.lost or tally.twice or tally.unsaid or tally.copies > tally.in_flight else 0)


if __name__ == "__main__":
    main()
