"""A great announcement through kills and faults: `python -m tests.promises.broadcast --recipients 10000 --kills 50`.

5 % of the requests are refused with 429, 1 % of the answers are lost, 2 % of the people have blocked the bot, and the
process dies by `kill -9` at random moments. Everybody must end in exactly one state, and what the organizer reads must
be what lies in the chats. `--careless` takes what was on its way at a kill for sent: it must be caught.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.promises.crowd import BULK, FIRST, CrowdWorld, announce, busiest_second, crowd_world, ids, too_early

FAULTS = {"429": 0.05, "lost_reply": 0.01}
BLOCKED = 0.02
PATIENCE = 3600.0


@dataclass(kw_only=True)
class Run:
    """What a run found."""

    recipients: int
    pace: float
    kills: int = 0
    states: Counter[str] = field(default_factory=Counter)
    reported: int = 0
    """Recipients as the organizer reads it."""
    in_flight: int = 0
    """Requests on their way at the kills, in all."""
    lost_replies: int = 0
    extra: int = 0
    never_got: int = 0
    """People who can be written to and have nothing."""
    untrue: int = 0
    """People whose state says something else than their chat."""
    busiest: int = 0
    too_early: int = 0
    seconds: float = 0.0

    @property
    def is_kept(self) -> bool:
        """Tell whether the promise was kept."""
        return (
            sum(self.states.values()) == self.recipients == self.reported
            and not {"due", "sending", "failed", "expired", "stopped"} & set(self.states)
            and self.never_got == self.untrue == self.too_early == 0
            and self.busiest <= self.pace
            and self.extra <= self.in_flight + self.lost_replies
        )

    def __str__(self) -> str:
        states = ", ".join(f"{state} {number}" for state, number in sorted(self.states.items()))
        return (
            f"{self.recipients} recipients, {self.kills} kills: {states}; never got {self.never_got}, "
            f"untrue figures {self.untrue}, extra copies {self.extra} (in flight at kills {self.in_flight}, "
            f"lost replies {self.lost_replies}); at most {self.busiest} requests in any second, "
            f"{self.too_early} before a retry_after ended; {self.seconds:.0f} s"
        )


async def run(
    folder: Path,
    *,
    recipients: int,
    kills: int,
    pace: float,
    lease: float | None,
    is_careless: bool = False,
    patience: float = PATIENCE,
) -> Run:
    """Send one announcement through everything, and compare; one that is not over after `patience` seconds as it is."""
    dice, began_at = random.Random(recipients + kills), time.monotonic()
    found = Run(recipients=recipients, pace=pace)
    launch = {"is_careless": is_careless} | ({} if lease is None else {"lease": lease})
    async with crowd_world(folder, {"great": recipients}, pace=pace, **launch) as world:
        for number, (kind, share) in enumerate(FAULTS.items()):
            world.telegram.add_fault(kind, method="sendMessage", count=10**9, probability=share, seed=number)
        for telegram_id in ids(1, recipients):
            if dice.random() < BLOCKED:
                world.telegram.world.people[telegram_id].blocked = True
        await announce(world, 1)
        await world.start()
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                await kill_on_the_way(world, found, kills, dice)
                await until_over(world)
        compare(world, found)
    found.seconds = time.monotonic() - began_at
    return found


async def kill_on_the_way(world: CrowdWorld, found: Run, kills: int, dice: random.Random) -> None:
    """Kill the bot so often while the announcement goes out, and start it again."""
    leased: set[tuple[int, int]] = set()
    marks = sorted(dice.uniform(0.01, 0.95) * found.recipients for _ in range(kills))
    for mark in marks:
        while len(world.telegram.world.ledger.calls) < mark:  # noqa: ASYNC110 - another process makes it so
            await asyncio.sleep(dice.uniform(0, 0.05))
        await world.stop()
        found.kills += 1
        leased |= leases(world)
        found.in_flight = len(leased)
        await world.start()


def leases(world: CrowdWorld) -> set[tuple[int, int]]:
    """Return the messages that are leased, each with its lease: one that is waited for is counted once."""
    with closing(sqlite3.connect(world.folder / "jazyl.db")) as connection:
        return set(connection.execute("SELECT id, lease_until FROM outbox WHERE state = 'sending'").fetchall())


async def until_over(world: CrowdWorld) -> None:
    while not world.ask("SELECT count(*) FROM broadcasts WHERE finished_at IS NOT NULL"):  # noqa: ASYNC110 - as above
        await asyncio.sleep(0.2)


def compare(world: CrowdWorld, found: Run) -> None:
    """Compare what the organizer reads with what lies in the chats."""
    with closing(sqlite3.connect(world.folder / "jazyl.db")) as connection:
        states = dict(
            connection.execute(
                "SELECT a.telegram_id, o.state FROM outbox o JOIN accounts a ON a.id = o.account_id "
                "WHERE o.template = 'broadcast'"
            ).fetchall()
        )
        found.reported = connection.execute("SELECT recipients FROM broadcasts").fetchone()[0]
    found.states = Counter(states.values())
    for telegram_id in range(FIRST, FIRST + found.recipients):
        copies = sum(BULK in str(one.get("text")) for one in world.telegram.messages(telegram_id))
        is_blocked = world.telegram.world.people[telegram_id].blocked
        found.extra += max(0, copies - 1)
        found.never_got += not copies and not is_blocked
        is_sure = states.get(telegram_id) != "unknown"  # whose answer was lost is counted as that
        found.untrue += is_sure and (states.get(telegram_id) == "unreachable") != is_blocked
        found.untrue += (copies > 0) == is_blocked
    found.lost_replies = sum("lost_reply" in call.description for call in world.telegram.calls())
    found.busiest, found.too_early = busiest_second(world), too_early(world)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--recipients", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--pace", type=float, default=25)
    parser.add_argument("--lease", type=float, default=None, help="seconds; the product's own when not given")
    parser.add_argument("--careless", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(
            run(
                Path(folder),
                recipients=given.recipients,
                kills=given.kills,
                pace=given.pace,
                lease=given.lease,
                is_careless=given.careless,
            )
        )
    print(found)
    return 0 if found.is_kept else 1


if __name__ == "__main__":
    sys.exit(main())
