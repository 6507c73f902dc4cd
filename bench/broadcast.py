"""One announcement to many: does it keep the pace it is allowed, and what does a message cost?

    python -m bench.broadcast                     36,000 people at 1,000 a second and 500 at 25 a second, then the peer
    python -m bench.broadcast --people 2000 --no-peer

Ours is the real outbox and delivery: each message is leased and settled on disk. The peer, aiogram-broadcaster, keeps
its list in memory and pauses after each message. The server refuses, as Telegram does, what comes faster than it
allows; of the people everybody must get the message once. Exit code 1: of ours somebody did not.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import orjson

from bench import wire
from bench.api import Api
from bench.contestant import HERE, TOKEN, install_peers, peer_python
from storage.migrating import migrate
from storage.sqlite import connect
from storage.values import micros

FIRST_ID: Final = 3_000_000
TEXT: Final = "Ертең жиналыс сағат 10:00-де акт залында. Келесіздер ме?"
COPY: Final = json.dumps({"text": TEXT, "language": "kk"})
SILENCE: Final = 8.0
"""Seconds without a message after which a bot is taken to have finished."""
NUMBERS: Final = "WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < :people)"
PEOPLE: Final = f"""
INSERT INTO accounts (id, telegram_id, display_name, language, met_at, seen_at)
{NUMBERS} SELECT k, k + {FIRST_ID} - 1, 'Person', 'kk', :now, :now FROM n
"""  # noqa: S608 - our own numbers
OWED: Final = f"""
INSERT INTO outbox (account_id, priority, template, data, not_before, dedup_key, created_at)
{NUMBERS} SELECT k, 3, 'broadcast', :copy, :now, 'bench:' || k, :now FROM n
"""  # noqa: S608 - as above


class Strict(Api):
    """A Telegram that refuses what comes faster than `rate` in any second."""

    def __init__(self, rate: float) -> None:
        super().__init__(self._hear)
        self.rate = rate
        self.got: Counter[int] = Counter()
        self.refused = 0
        self.first_at = self.last_at = 0.0
        self._recent: deque[float] = deque()

    def _hear(self, chat_id: int, _method: str, _payload: Mapping[str, Any], _message: Mapping[str, Any]) -> None:
        self.got[chat_id] += 1
        self.last_at = time.perf_counter()
        self.first_at = self.first_at or self.last_at

    def _take(self, asked: wire.Asked, path: str, head: bytes, body: bytes) -> None:
        now = time.perf_counter()
        while self._recent and self._recent[0] <= now - 1:
            self._recent.popleft()
        if len(self._recent) >= self.rate:
            self.refused += 1
            no = {"ok": False, "error_code": 429, "description": "Too Many Requests", "parameters": {"retry_after": 1}}
            asked.answer(orjson.dumps(no), b"429 Too Many Requests")
            return
        self._recent.append(now)
        super()._take(asked, path, head, body)


def owe(path: Path, people: int) -> None:
    """Make a database that owes everybody a message."""
    path.parent.mkdir(parents=True, exist_ok=True)
    migrate(path)
    given = {"people": people, "now": micros(datetime.now(UTC)), "copy": COPY}
    with closing(connect(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(PEOPLE, given)
        connection.execute(OWED, given)
        connection.execute("COMMIT")


async def run(bot: str, people: int, rate: float, folder: Path) -> dict[str, float]:
    """Let one bot send to everybody; return what came of it."""
    path = folder / f"{bot}-{people}" / "bench.db"
    if bot == "delivering":
        owe(path, people)
    api = Strict(rate)
    await api.start()
    python = sys.executable if bot == "delivering" else str(peer_python())
    given = {
        "api": f"http://127.0.0.1:{api.port}",
        "token": TOKEN,
        "database": str(path),
        "rate": rate,
        "people": people,
        "first_id": FIRST_ID,
        "text": TEXT,
    }
    process = await asyncio.create_subprocess_exec(
        *(python, "-m", f"bench.bots.{bot}", json.dumps(given)),
        cwd=HERE.parent,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        await _line(process)
        before = await _counters(process)
        began = time.perf_counter()
        while len(api.got) < people and time.perf_counter() - max(began, api.last_at) < SILENCE:
            await asyncio.sleep(0.05)
        after = await _counters(process)
    finally:
        process.kill()
        await process.wait()
        await api.stop()
    wall = api.last_at - api.first_at
    return {
        "got it": len(api.got),
        "twice": sum(times - 1 for times in api.got.values()),
        "seconds": wall,
        "per second": (len(api.got) - 1) / wall if wall else 0,
        "x ideal": wall / ((people - 1) / rate),
        "429s": api.refused,
        "CPU us a message": (after["cpu"] - before["cpu"]) / max(len(api.got), 1) * 1e6,
        "peak MB": after["peak_mb"],
    }


async def _counters(process: asyncio.subprocess.Process) -> dict[str, float]:
    assert process.stdin is not None
    process.stdin.write(b"counters\n")
    found: dict[str, float] = await _line(process)
    return found


async def _line(process: asyncio.subprocess.Process) -> Any:
    assert process.stdout is not None
    return json.loads(await process.stdout.readline())


def main() -> int:
    """Run ours, then the peer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=36_000, help="who gets it at 1,000 a second (%(default)s)")
    parser.add_argument("--slow", type=int, default=500, help="who gets it at 25 a second (%(default)s)")
    parser.add_argument("--peer", type=int, default=3_000, help="who gets the peer's at 1,000 a second (%(default)s)")
    parser.add_argument("--no-peer", action="store_true")
    given = parser.parse_args()
    plan = [("delivering", given.people, 1000.0), ("delivering", given.slow, 25.0)]
    if not given.no_peer:
        install_peers()
        plan += [("broadcaster", given.peer, 1000.0), ("broadcaster", given.slow, 25.0)]
    is_whole = True
    with tempfile.TemporaryDirectory(prefix="broadcast-") as name:
        for bot, people, rate in plan:
            found = asyncio.run(run(bot, people, rate, Path(name)))
            title = "ours" if bot == "delivering" else "aiogram-broadcaster"
            figures = ", ".join(f"{key} {value:,.2f}".removesuffix(".00") for key, value in found.items())
            print(f"{title}, {people:,} at {rate:,.0f}/s: {figures}", flush=True)
            is_whole &= bot != "delivering" or (found["got it"] == people and not found["twice"])
    return int(not is_whole)


if __name__ == "__main__":
    sys.exit(main())
