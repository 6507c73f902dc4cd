"""Bring a hundred thousand mutated updates to the real intake, by polling and by webhook, and watch its memory.

    python -m tests.intake.fuzz --updates 100000

Among every fifty mutated updates stands a sound one, which must be handled within two seconds. Exit code 1: one was
not, an update did not come to an end, or the memory grew by more than fifty megabytes.
"""

from __future__ import annotations

import argparse
import asyncio
import copy
import itertools
import json
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp

from bot import log
from storage.inbox import State
from tests.intake.conftest import Desk, open_desk
from tests.intake.fake_api import SECRET_HEADER, message
from tests.intake.test_fuzz import WHOLE, parse, places
from tests.intake.test_webhook import SECRET, serving

GROUP = 50
PATIENCE = 2.0
MOST_GROWTH = 50.0
WARM_UP = 5_000
"""Updates before which the memory is not looked at: caches fill."""
STRANGE: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 2**31, 2**63, -(2**63), 10**18, 10**400, 1.5, float("1e308"), "", "x" * 5000),
    *("\ud83d", "\x00", "'; DROP TABLE inbox;--", "\u202e", "ә" * 200, [], {}, [[[[]]]], {"a": {"b": {}}}, ["x"] * 100),
)


def mutate(dice: random.Random) -> dict[str, Any]:
    """Return an update with some values replaced, gone, or where they do not belong."""
    raw: dict[str, Any] = copy.deepcopy(dice.choice(WHOLE))
    for _ in range(dice.randint(0, 4)):
        path = dice.choice(places(raw))
        if path == ("update_id",):
            continue
        holder = raw
        for key in path[:-1]:
            holder = holder[key]
        if dice.random() < 0.4:
            del holder[path[-1]]
        else:
            holder[path[-1]] = copy.deepcopy(dice.choice((*STRANGE, dice.choice(WHOLE))))
    return raw


def grown(since: float) -> float:
    """Return the megabytes by which this process's memory is larger than that."""
    with Path("/proc/self/status").open(encoding="ascii") as file:
        kilobytes = next(int(line.split()[1]) for line in file if line.startswith("VmRSS"))
    return kilobytes / 1024 - since


def group(dice: random.Random, ids: Iterator[int]) -> tuple[list[dict[str, Any]], int]:
    """Return mutated updates with a sound one among them, and its id."""
    made = [mutate(dice) for _ in range(GROUP)]
    made.insert(dice.randint(0, GROUP), message(0, chat_id=77))
    for raw in made:
        raw["update_id"] = next(ids)
    sound = next(raw["update_id"] for raw in made if raw.get("message", {}) and _is_sound(raw))
    return made, sound


def _is_sound(raw: dict[str, Any]) -> bool:
    body = raw["message"]
    chat = body.get("chat") if isinstance(body, dict) else None
    return isinstance(chat, dict) and chat.get("id") == 77


async def bring(desk: Desk, number: int, seed: int, way: str) -> tuple[float, float]:
    """Bring so many updates; return the longest wait of a sound one and the growth of the memory."""
    dice, ids, slowest, since = random.Random(seed), itertools.count(1), 0.0, 0.0
    intake = desk.open_intake(parse)
    intake._door.most_of_one = 10**9  # none of the mutated is turned away as a flood: each is to be looked at
    watching = asyncio.get_running_loop().create_task(intake.backlog.watch())
    async with serving(intake) as url, aiohttp.ClientSession() as session:
        polling = asyncio.get_running_loop().create_task(intake.poll()) if way == "polling" else None
        for done in range(0, number, GROUP):
            raws, sound = group(dice, ids)
            began = time.perf_counter()
            if polling is not None:
                desk.api.push(*raws)
            else:
                await asyncio.gather(*(_post(session, url, raw) for raw in raws))
            await desk.api.until(lambda sound=sound: any(one.update_id == sound for one in desk.handled), 30)  # type: ignore[misc]
            slowest = max(slowest, time.perf_counter() - began)
            if done % 1_000 == 0:
                await desk.api.until(lambda: intake.waiting == 0, 30)  # what waits is no growth
            _forget(desk)
            if since == 0.0 and done >= min(WARM_UP, number // 4):
                since = grown(0)
            if done % 10_000 == 0:
                print(f"{way}: {done}, slowest sound update {slowest:.2f} s, {grown(0):.0f} MB", flush=True)
        assert polling is None or not polling.done()
        await _until_over(desk)
        intake._polling.stop()
        if polling is not None:
            await polling
        intake.backlog.stop()
        await watching
    return slowest, grown(since)


async def _post(session: aiohttp.ClientSession, url: str, raw: dict[str, Any]) -> None:
    body = json.dumps(raw).encode()
    async with session.post(url, data=body, headers={SECRET_HEADER: SECRET}) as response:
        assert response.status == 200, response.status


def _forget(desk: Desk) -> None:
    """Leave nothing in the test's own lists, whose growth would be taken for the program's."""
    for memory in (desk.handled, desk.alarms, desk.api.calls, desk.api.offsets):
        memory.clear()


async def _until_over(desk: Desk) -> None:
    async with asyncio.timeout(120):
        while State.RECEIVED in await desk.states():  # noqa: ASYNC110 - it watches from outside
            await asyncio.sleep(0.1)


async def run(number: int, seed: int, way: str) -> bool:
    """Bring them one way, print what became of them, and return whether the promise held."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        async with open_desk(Path(folder)) as desk:
            began = time.perf_counter()
            slowest, growth = await bring(desk, number, seed, way)
            states = Counter({state.value: count for state, count in (await desk.states()).items()})
    print(
        f"{way}: {states.total()} updates in {time.perf_counter() - began:.0f} s, {dict(states)}; slowest sound update "
        f"{slowest:.2f} s, memory grew by {growth:.1f} MB"
    )
    known = {State.DONE.value, State.SKIPPED.value, State.QUARANTINED.value}
    return set(states) <= known and slowest <= PATIENCE and growth < MOST_GROWTH


def main() -> int:
    """Fuzz once."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--updates", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--way", choices=("polling", "webhook", "both"), default="both")
    given = parser.parse_args()
    log.configure(level="CRITICAL", style="text")
    ways = ("polling", "webhook") if given.way == "both" else (given.way,)
    held = [asyncio.run(run(given.updates // len(ways), given.seed, way)) for way in ways]
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return int(not all(held))


if __name__ == "__main__":
    sys.exit(main())
