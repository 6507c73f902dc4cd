"""One copy of the program and several behind one webhook, on one PostgreSQL: how much more do several serve?

    python -m bench.replicas                      one and two copies
    python -m bench.replicas --copies 4 --people 200

A private PostgreSQL writes to the disk. Updates go to the copies in turn, as a reverse proxy hands them on; each chat
is served by the copy that holds it. The load generator, the database and the copies share this machine, so what each
of them costs is told as well, and the most that several copies could serve here if sharing cost nothing: with few cores
one copy and its database use them up already.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import sys
import tempfile
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import psycopg

from bench.api import Api
from bench.contestant import Contestant
from bench.crowd import FIRST_ID, Crowd
from bench.rounds import Windows, measure_window, prepare, record, write_programmes
from bench.storage import ON_DISK
from tests import databases


class Door(Api):
    """A Telegram behind whose webhook several copies stand."""

    def __init__(self, on_screen: Any) -> None:
        super().__init__(on_screen)
        self.doors: list[Any] = []
        self._turn = count()

    async def start(self) -> None:
        """Listen, once for all copies."""
        if self._server is None:
            await super().start()

    def _set_webhook(self, payload: Any) -> None:
        super()._set_webhook(payload)
        self.doors.append(self._webhook)

    def offer(self, update: dict[str, Any]) -> None:
        """Post an update to the next copy."""
        self._webhook = self.doors[next(self._turn) % len(self.doors)]
        super().offer(update)


TICK = os.sysconf("SC_CLK_TCK")
BACKENDS = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"


def cpu_of_server(url: str) -> float:
    """Return the CPU seconds that the server has spent on those who are connected to a database now."""
    with psycopg.connect(url, autocommit=True) as connection:
        stats = [Path(f"/proc/{row[0]}/stat") for row in connection.execute(BACKENDS).fetchall()]
        fields = [stat.read_text().rpartition(")")[2].split() for stat in stats if stat.exists()]
    return sum(int(one[11]) + int(one[12]) for one in fields) / TICK


class Copies:
    """Several processes, one database, one crowd."""

    def __init__(self, number: int, folder: Path, people: int) -> None:
        self.crowd = Crowd(people)
        self.crowd.api = Door(self.crowd.hear)
        self.copies = [Contestant("ours", "webhook", folder / f"copies-{number}", self.crowd) for _ in range(number)]
        self.rehearsed = 0
        self.url = databases.fresh_postgres()
        self.server_cpu = 0.0
        """CPU seconds of the database for each update."""
        for one in self.copies:
            one.address = self.url

    async def start(self, programmes: Path, script: Path) -> None:
        """Start one after the other: the first makes the schema."""
        for one in self.copies:
            await one.start(programmes, script)

    async def counters(self) -> dict[str, float]:
        """Return the sum of what the processes say of themselves."""
        found = [await one.counters() for one in self.copies]
        summed = {key: sum(one[key] for one in found) for key in ("cpu", "hops", "calls", "peak_mb")}
        return {**summed, "api_calls": self.crowd.api.total}

    async def stop(self) -> None:
        """End every process."""
        for one in self.copies:
            await one.stop()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What so many copies served, and the CPU seconds that an update cost each part of the machine."""

    copies: int
    per_second: float
    seconds: float
    program: float
    server: float
    crowd: float

    @classmethod
    def of(cls, group: Copies, windows: Windows) -> Cost:
        """Take the medians of the windows."""
        shares = zip(windows.driver, windows.per_second, strict=True)
        return cls(
            copies=len(group.copies),
            per_second=statistics.median(windows.per_second),
            seconds=statistics.median(windows.seconds),
            program=statistics.median(windows.cpu) / 1e6,
            server=group.server_cpu,
            crowd=statistics.median(busy / served for busy, served in shares),
        )

    def most(self, copies: int, cores: int) -> float:
        """Return the most updates a second that so many copies could serve at this cost: a copy uses one core."""
        return min(copies / self.program, cores / (self.program + self.server + self.crowd))


async def measure(numbers: tuple[int, int], people: int, rounds: int, seconds: float, folder: Path) -> list[Cost]:
    """Go round between one copy and several."""
    programmes, script = write_programmes(folder / "programmes"), folder / "script.json"
    groups = [Copies(number, folder, people) for number in numbers]
    try:
        for group in groups:
            group.crowd.first_id = FIRST_ID
            await group.start(programmes, script)
        await record(groups[0], script)
        for group in groups:
            group.crowd.script = json.loads(script.read_text("utf-8"))
            await prepare(group)
        found = [Windows() for _ in groups]
        spent = [(cpu_of_server(group.url), group.crowd.finished) for group in groups]
        for _ in range(rounds):
            for group, windows in zip(groups, found, strict=True):
                await measure_window(group, windows, seconds)
        for group, (cpu, finished) in zip(groups, spent, strict=True):
            group.server_cpu = (cpu_of_server(group.url) - cpu) / (group.crowd.finished - finished)
        return [Cost.of(*pair) for pair in zip(groups, found, strict=True)]
    finally:
        for group in groups:
            await group.stop()


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=2)
    parser.add_argument("--people", type=int, default=96)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--seconds", type=float, default=4.0)
    given = parser.parse_args()
    databases.SAFE_TO_LOSE = ON_DISK
    numbers = (1, given.copies)
    with tempfile.TemporaryDirectory(prefix="replicas-") as name:
        found = asyncio.run(measure(numbers, given.people, given.rounds, given.seconds, Path(name)))
    for one in found:
        print(
            f"{one.copies} {'copy' if one.copies == 1 else 'copies'}: {one.per_second:,.0f} updates/s, "
            f"p50 {one.seconds * 1000:,.0f} ms, CPU an update: program {one.program * 1e6:,.0f} us, "
            f"database {one.server * 1e6:,.0f} us, load generator {one.crowd * 1e6:,.0f} us"
        )
    one, cores = found[0], len(os.sched_getaffinity(0))
    print(f"{given.copies} copies / one: x {found[1].per_second / one.per_second:.2f}")
    for number in sorted({cores, 8}):
        most = one.most(given.copies, number) / one.most(1, number)
        print(f"at most, if sharing cost nothing and with {number} cores for everything: x {most:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
