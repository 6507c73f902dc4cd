"""Whole registrations (place, registration, notices, audit) a second, with few and with many rows in the database.

    python -m bench.storage                            SQLite and PostgreSQL, at 1,000, 100,000 and 1,000,000 rows
    python -m bench.storage --on sqlite --rows 1000 100000
    python -m bench.transactions                       a small transaction beside SQLAlchemy, aiosqlite and asyncpg

Each of the timed registrations is the program's own action in a transaction of its own; those that wait at the same
moment share one COMMIT, as in the program. The rows that stand there before are copies of one registration, made by
SQL. Exit code 1: a registration got lost.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from bot.actions import drafting, loading
from bot.domain.form import TextGiven
from bot.domain.registration import Registration
from storage.database import Database, Transaction
from storage.migrating import migrate
from tests import databases
from tests.seed import NOW, meet, programme, submit

DATABASES: Final = ("sqlite", "postgresql")
ROUNDS: Final = 5
AT_ONCE: Final = 50_000
"""Copies that are made in one transaction."""
ON_DISK: Final = "-c max_connections=20 -c shared_buffers=256MB -c max_wal_size=4GB"
FIRST_SEAT: Final = 10_000_000
"""Seats of copies begin here; all their other numbers are below zero, so that they never meet those given later."""
OWN: Final = "-n.k"
SEAT: Final = f"n.k + {FIRST_SEAT}"
NAME: Final = "one.search_name || ' ' || n.k"
COPIES: Final = {
    "accounts": {"id": OWN, "telegram_id": OWN, "search_name": NAME},
    "participants": {"id": OWN, "account_id": OWN, "search_name": NAME},
    "drafts": {"id": OWN, "account_id": OWN},
    "answers": {"draft_id": OWN},
    "seats": {"number": SEAT},
    "registrations": {"id": OWN, "participant_id": OWN, "account_id": OWN, "draft_id": OWN, "seat_number": SEAT},
    "audit": {"id": OWN, "account_id": OWN, "subject_id": OWN},
}
"""The tables a registration stands in, and the columns in which one differs from another."""
MODELS: Final = {
    "answers": "draft_id = 1",
    "seats": "number = 1",
    "audit": "action = 'registration.submit' AND subject_id = 1",
}
"""Which row is copied where it is not simply the first."""


def copy_registration(tx: Transaction, first: int, last: int) -> None:
    """Copy the first registration, numbered from `first` to `last`."""
    for table, changed in COPIES.items():
        model = f"SELECT * FROM {table} WHERE {MODELS.get(table, 'id = 1')}"  # noqa: S608 - names of our own tables
        columns = tuple(tx.connection.execute(model).fetchone().keys())
        values = ", ".join(changed.get(column, f"one.{column}") for column in columns)
        tx.connection.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) "  # noqa: S608 - as above
            f"WITH RECURSIVE n(k) AS (SELECT {first} UNION ALL SELECT k + 1 FROM n WHERE k < {last}) "
            f"SELECT {values} FROM n, ({model}) AS one"
        )


def fill_in(tx: Transaction, number: int) -> tuple[Any, drafting.Page]:
    """Let somebody with a name of their own fill in the form."""
    actor = meet(tx, number)
    name = "".join("abcdefghij"[int(digit)] for digit in str(number))
    page = drafting.begin(tx, actor=actor, now=NOW, event_id=1)
    given = TextGiven(f"Person {name.title()}")
    return actor, drafting.answer(tx, actor=actor, now=NOW, draft_id=page.draft.id, revision=None, given=given)


def send(tx: Transaction, person: tuple[Any, drafting.Page]) -> Registration:
    """Let them submit it."""
    return submit(tx, *person)


class Storage:
    """One database that is filled up and measured."""

    def __init__(self, where: str | Path, folder: Path, most: int) -> None:
        migrate(where)
        self.database = Database(where, key_file=folder / "keys" / "data.key")
        self.most = most
        self.people = 0
        self.copies = 0

    async def begin(self) -> None:
        """Open it, load the event and let the first person register."""
        self.database.open()
        content = programme(capacity=self.most)
        await self.database.write(lambda tx: loading.load(tx, content=content, now=NOW))
        await self.register(1)

    async def fill(self, rows: int) -> None:
        """Copy until so many registrations stand there."""
        while (first := self.copies + 1) <= rows - self.people:
            last = min(self.copies + AT_ONCE, rows - self.people)
            await self.database.write(partial(copy_registration, first=first, last=last))
            self.copies = last
        await self.database.write(lambda tx: tx.connection.execute("ANALYZE"))

    async def register(self, people: int) -> tuple[float, float]:
        """Let people register; return wall and CPU seconds from the first submit to the last COMMIT."""
        numbers = range(self.people + 1, self.people + people + 1)
        self.people += people
        ready = await asyncio.gather(*(self.database.write(partial(fill_in, number=number)) for number in numbers))
        began, busy = time.perf_counter(), time.process_time()
        await asyncio.gather(*(self.database.write(partial(send, person=person)) for person in ready))
        return time.perf_counter() - began, time.process_time() - busy

    async def count(self) -> int:
        """Return how many registrations with a place there are."""
        query = "SELECT count(*) AS n FROM registrations WHERE seat_number IS NOT NULL"
        found: int = await self.database.read(lambda tx: tx.connection.execute(query).fetchone()["n"])
        return found


async def measure(kind: str, folder: Path, sizes: Sequence[int], people: int) -> bool:
    """Print a line for each size; False when a registration got lost."""
    where = databases.fresh_postgres() if kind == "postgresql" else folder / "bench.db"
    storage = Storage(where, folder, (len(sizes) * ROUNDS + 1) * people + 2)
    await storage.begin()
    first: dict[str, float] = {}
    is_whole = True
    for rows in sizes:
        began = time.perf_counter()
        await storage.fill(rows)
        filled = time.perf_counter() - began
        await storage.register(people)
        found = [await storage.register(people) for _ in range(ROUNDS)]
        figures = {
            "registrations/s": people / statistics.median(wall for wall, _ in found),
            "CPU us": statistics.median(busy for _, busy in found) / people * 1e6,
        }
        first = first or figures
        cost = {name: first[name] / figures[name] if "/s" in name else figures[name] / first[name] for name in figures}
        print(
            f"{kind:10s} {rows:>9,} rows  "
            + "  ".join(f"{name} {figures[name]:8,.0f} (cost x {cost[name]:.2f})" for name in figures)
            + f"  filled in {filled:.0f} s",
            flush=True,
        )
        is_whole &= await storage.count() == storage.people + storage.copies
    await storage.database.close()
    return is_whole


def main() -> int:
    """Measure both databases."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--on", nargs="+", choices=DATABASES, default=DATABASES)
    parser.add_argument("--rows", nargs="+", type=int, default=(1_000, 100_000, 1_000_000))
    parser.add_argument("--people", type=int, default=400, help="who register in one round (%(default)s)")
    given = parser.parse_args()
    databases.SAFE_TO_LOSE = ON_DISK
    is_whole = True
    for kind in given.on:
        with tempfile.TemporaryDirectory(prefix="storage-") as name:
            is_whole &= asyncio.run(measure(kind, Path(name), given.rows, given.people))
    return int(not is_whole)


if __name__ == "__main__":
    sys.exit(main())
