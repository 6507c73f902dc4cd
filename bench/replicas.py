"""One copy of the program and several behind one webhook, on one PostgreSQL: how much more do several serve?

    python -m bench.replicas                      one and two copies
    python -m bench.replicas --copies 4 --people 200

A private PostgreSQL writes to the disk. Updates go to the copies in turn, as a reverse proxy hands them on; each chat
is served by the copy that holds it. The load generator, the database and the copies share this machine, so the ratio
says little unless there are more cores than copies.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import sys
import tempfile
from itertools import count
from pathlib import Path
from typing import Any

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


class Copies:
    """Several processes, one database, one crowd."""

    def __init__(self, number: int, folder: Path, people: int) -> None:
        self.crowd = Crowd(people)
        self.crowd.api = Door(self.crowd.hear)
        self.copies = [Contestant("ours", "webhook", folder / f"copies-{number}", self.crowd) for _ in range(number)]
        self.rehearsed = 0
        url = databases.fresh_postgres()
        for one in self.copies:
            one.address = url

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


async def measure(numbers: tuple[int, int], people: int, rounds: int, seconds: float, folder: Path) -> list[Windows]:
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
        for _ in range(rounds):
            for group, windows in zip(groups, found, strict=True):
                await measure_window(group, windows, seconds)
        return found
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
    middle = [statistics.median(windows.per_second) for windows in found]
    for number, windows, per_second in zip(numbers, found, middle, strict=True):
        print(
            f"{number} {'copy' if number == 1 else 'copies'}: {per_second:,.0f} updates/s, "
            f"p50 {statistics.median(windows.seconds) * 1000:,.0f} ms, "
            f"CPU {statistics.median(windows.cpu):,.0f} us an update, load generator {max(windows.driver):.0%} busy"
        )
    print(f"{given.copies} copies / one: x {middle[1] / middle[0]:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
