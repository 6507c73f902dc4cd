"""An emergency in the middle of a great announcement, by Telegram's own clock: `python -m tests.promises.emergency`.

Ten thousand copies wait when the organizer presses the last button. `--bulk` raises it as an announcement like others
would go: it must be caught coming late.
"""

from __future__ import annotations

import argparse
import asyncio
import sqlite3
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from handlers.broadcast_callbacks import RaisePress
from tests.journeys.whole_forum import raw_press
from tests.promises.crowd import BULK, EMERGENCY, CrowdWorld, announce, busiest_second, crowd_world
from tests.world import ORGANIZER

PATIENCE = 900.0


@dataclass(frozen=True, kw_only=True)
class Run:
    """What a run measured, in seconds from the last press."""

    first: float
    last: float
    got: int
    waiting: int
    """Copies of the great announcement that waited at the press."""
    busiest: int

    def __str__(self) -> str:
        return (
            f"{self.waiting} bulk copies waiting: first emergency after {self.first:.2f} s, {self.got} people after "
            f"{self.last:.1f} s, at most {self.busiest} requests in any second"
        )


async def run(folder: Path, *, bulk: int, guardians: int, pace: float, is_bulk: bool = False) -> Run:
    """Let a great announcement begin, raise an emergency, and measure."""
    async with crowd_world(folder, {"great": bulk, "camp": guardians}, pace=pace) as world:
        await announce(world, 1)
        raised = await announce(world, 2, is_emergency=True)
        await world.start()
        world.telegram.start(ORGANIZER)
        await until_copies(world, BULK, 3)
        await until_answered(world)
        if is_bulk:
            make_bulk(world)
        waiting = world.ask("SELECT count(*) FROM outbox WHERE state = 'due' AND broadcast_id IS NOT NULL")
        pressed_at = world.telegram.world.ledger.now()
        press = RaisePress(broadcast_id=raised.id, revision=raised.revision, do="raise-yes").pack()
        world.telegram.push_raw_update(raw_press(world.person(ORGANIZER), press))
        came = await until_copies(world, EMERGENCY, guardians)
        return Run(
            first=came[0] - pressed_at,
            last=came[-1] - pressed_at,
            got=len(came),
            waiting=waiting,
            busiest=busiest_second(world),
        )


def make_bulk(world: CrowdWorld) -> None:
    """Take the urgency away from whatever is owed from now on."""
    connection = sqlite3.connect(world.folder / "jazyl.db", timeout=30)
    connection.execute(
        "CREATE TRIGGER no_urgency AFTER INSERT ON outbox WHEN NEW.priority = 0 "
        "BEGIN UPDATE outbox SET priority = 3 WHERE id = NEW.id; END"
    )
    connection.commit()
    connection.close()


async def until_copies(world: CrowdWorld, text: str, number: int) -> list[float]:
    """Wait until so many people got a text; return when each of them first did."""
    async with asyncio.timeout(PATIENCE):
        while len(came := copies(world, text)) < number:  # noqa: ASYNC110 - another process makes it so
            await asyncio.sleep(0.2)
    return came


async def until_answered(world: CrowdWorld) -> None:
    """Wait until the organizer sees a screen."""
    async with asyncio.timeout(PATIENCE):
        while not world.person(ORGANIZER).screen():  # noqa: ASYNC110 - as above
            await asyncio.sleep(0.05)


def copies(world: CrowdWorld, text: str) -> list[float]:
    first: dict[int, float] = {}
    for call in world.telegram.calls():
        if call.ok and call.method == "sendMessage" and text in call.request["text"] and call.chat_id != ORGANIZER:
            first.setdefault(call.chat_id, call.at)
    return sorted(first.values())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--waiting", type=int, default=10_000)
    parser.add_argument("--guardians", type=int, default=500)
    parser.add_argument("--pace", type=float, default=25)
    parser.add_argument("--bulk", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(
            run(Path(folder), bulk=given.waiting, guardians=given.guardians, pace=given.pace, is_bulk=given.bulk)
        )
    print(found)
    is_kept = found.first <= 1 and found.last <= given.guardians / given.pace * 1.25 and found.busiest <= given.pace
    return 0 if is_kept else 1


if __name__ == "__main__":
    sys.exit(main())
