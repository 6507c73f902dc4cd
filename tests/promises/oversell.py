"""Many processes fight for the last places: `python -m tests.promises.oversell --attempts 1000000`.

With `TEST_DATABASE=postgresql` they fight on a PostgreSQL server of their own.

Every attempt is one transaction of its own on the same database: claim a seat through the quotas, or give one back.
In the end, and all the time for whoever looks, no seat is held twice and no quota is over its capacity. `--unprotected`
looks first, sleeps up to 20 ms and then writes, without lock, seats or checks, as a careless program would: it must be
caught selling one place twice.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sys
import tempfile
import time
from pathlib import Path

from bot.actions import loading
from storage import registrations
from storage.database import Transaction, read_queries
from storage.engine import Connection, Engine, engine_of
from storage.migrating import migrate
from storage.sqlite import Sqlite
from storage.vault import Vault
from tests import databases
from tests.seed import NOW, programme

CAPACITIES = (1, 2, 50, 500)
Found = multiprocessing.Queue  # of (attempts, claims, times sold twice)
GROUP = 20
"""Attempts between two looks at the whole."""


def prepare(where: str | Path, keys: Path) -> None:
    """Make a database with one stream for each capacity, half of its places for the north; who holds what is noted."""
    migrate(where)
    made = programme(capacity=1, quotas={"north": 1})
    stream = made["events"][0]["streams"][0]
    made["events"][0]["streams"] = [
        {
            **stream,
            "code": f"s{capacity}",
            "capacity": capacity,
            "quotas": [{"unit": "north", "capacity": -(-capacity // 2)}],
        }
        for capacity in CAPACITIES
    ]
    engine = engine_of(where)
    connection = engine.connect()
    tx = Transaction(connection, read_queries(engine), {}, Vault(keys / "key"))
    loading.load(tx, content=made, now=NOW)
    connection.execute("CREATE TABLE held (stream_id INTEGER, unit_id INTEGER, number INTEGER, holder INTEGER)")
    connection.close()


def fight(where: str | Path, keys: Path, number: int, attempts: int, is_protected: bool, found: Found) -> None:
    """Claim and give back, at random; put (attempts, claims, times sold twice)."""
    chance = random.Random(number)
    engine = engine_of(where)
    connection = engine.connect()
    if isinstance(engine, Sqlite):
        connection.execute("PRAGMA busy_timeout = 120000")
        connection.execute("PRAGMA synchronous = OFF")
    tx = Transaction(connection, read_queries(engine), {}, Vault(keys / "key"))
    mine: list[tuple[int, int, int, tuple[int, ...]]] = []
    claims = oversold = 0
    for attempt in range(attempts):
        if is_protected:
            claims += attempt_once(engine, tx, chance, mine, number)
        else:
            claims += careless(connection, chance, number)
        if attempt % GROUP == 0:
            oversold += is_oversold(connection)
    connection.close()
    found.put((attempts, claims, oversold))


def attempt_once(
    engine: Engine,
    tx: Transaction,
    chance: random.Random,
    mine: list[tuple[int, int, int, tuple[int, ...]]],
    holder: int,
) -> int:
    """Give one's seat back or claim one, as the program does; return whether a seat was claimed."""
    stream_id, unit_id = chance.randint(1, len(CAPACITIES)), chance.choice((1, 2))
    engine.begin_write(tx.connection)
    claim = None
    if mine and chance.random() < 0.3:
        give_back(tx, mine.pop(chance.randrange(len(mine))))
    else:
        claim = registrations.claim_seat(tx, stream_id, unit_id)
        if claim is not None:
            number, quota_ids = claim
            tx.connection.execute("INSERT INTO held VALUES (?, ?, ?, ?)", (stream_id, unit_id, number, holder))
            mine.append((stream_id, unit_id, number, quota_ids))
    tx.connection.execute("COMMIT")
    return int(claim is not None)


def give_back(tx: Transaction, seat: tuple[int, int, int, tuple[int, ...]]) -> None:
    stream_id, _, number, quota_ids = seat
    tx.connection.execute("DELETE FROM held WHERE stream_id = ? AND number = ?", (stream_id, number))
    for quota_id in quota_ids:
        tx.run("quotas.give_back", quota_id=quota_id, shrunk=0)
    tx.run("registrations.free_seat", stream_id=stream_id, number=number)


def careless(connection: Connection, chance: random.Random, holder: int) -> int:
    """Look, sleep, write: what goes wrong without the lock and the seats."""
    stream_id = chance.randint(1, len(CAPACITIES))
    taken = connection.execute("SELECT count(*) FROM held WHERE stream_id = ?", (stream_id,)).fetchone()[0]
    time.sleep(chance.random() * 0.02)
    if taken >= CAPACITIES[stream_id - 1]:
        return 0
    connection.execute("INSERT INTO held VALUES (?, 1, ?, ?)", (stream_id, taken + 1, holder))
    return 1


def is_oversold(connection: Connection) -> int:
    """Tell, of one moment, whether more is held than there is or a quota has more than it may."""
    row = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM held h JOIN streams s ON s.id = h.stream_id GROUP BY s.id"
        " HAVING count(*) > s.capacity) OR EXISTS (SELECT 1 FROM held GROUP BY stream_id, number HAVING count(*) > 1)"
        " OR EXISTS (SELECT 1 FROM quotas q WHERE (SELECT count(*) FROM held h WHERE h.stream_id = q.stream_id"
        " AND h.unit_id = q.unit_id) > q.capacity)"
    ).fetchone()
    return int(row[0])


def run(attempts: int, processes: int, *, is_protected: bool) -> tuple[int, int, int]:
    """Return (attempts, claims, moments in which something was sold twice)."""
    with tempfile.TemporaryDirectory(prefix="oversell-") as folder:
        keys = Path(folder)
        where = databases.fresh(keys)
        prepare(where, keys)
        context = multiprocessing.get_context("spawn")
        found = context.Queue()
        share = -(-attempts // processes)
        workers = [
            context.Process(target=fight, args=(where, keys, one, share, is_protected, found))
            for one in range(processes)
        ]
        for worker in workers:
            worker.start()
        results = [found.get(timeout=3600) for _ in workers]
        for worker in workers:
            worker.join()
        last = engine_of(where).connect()
        at_the_end = is_oversold(last)
        last.close()
    tried, claimed, oversold = (sum(column) for column in zip(*results, strict=True))
    return tried, claimed, oversold + at_the_end


def main() -> int:
    """Run once from the command line; the exit code says whether the promise held."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--attempts", type=int, default=100_000)
    parser.add_argument("--processes", type=int, default=16)
    parser.add_argument("--unprotected", action="store_true")
    given = parser.parse_args()
    started = time.perf_counter()
    tried, claimed, oversold = run(given.attempts, given.processes, is_protected=not given.unprotected)
    seconds = time.perf_counter() - started
    print(f"{tried} attempts by {given.processes} processes in {seconds:.0f} s, {claimed} claims: oversold {oversold}")
    return int(bool(oversold))


if __name__ == "__main__":
    sys.exit(main())
