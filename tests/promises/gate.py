"""Ten checkers scan one ticket a hundred times each, all at once: how often is somebody let in?

    python -m tests.promises.gate --checkers 10 --tries 100
    python -m tests.promises.gate --checkers 10 --tries 10 --unprotected

Each checker has a connection of their own to one database. Without protection the schema does not say that somebody is
let in once, and every try lets in.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bot.actions import admitting, loading
from bot.domain.access import Role
from bot.domain.ticket import new_code
from bot.domain.tokens import hash_of
from storage import accounts, tickets
from storage.database import Database, Transaction
from storage.migrating import migrate
from tests import databases
from tests.seed import NOW, meet, programme, register

ONCE = "ON CONFLICT (registration_id, gate, on_day) DO NOTHING"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of all tries."""

    tries: int
    let_in: int
    refused: int
    rows: int
    seconds: float


def prepare(tx: Transaction, checkers: int) -> int:
    """Bring one participant with a ticket and the checkers; return the ticket."""
    loading.load(tx, content=programme(), now=NOW)
    claim = register(tx, 1)
    for number in range(checkers):
        account_id = meet(tx, 100 + number).account_id
        accounts.add_grant(tx, account_id=account_id, role=Role.CHECKER, programme_id=1, granted_by=account_id, now=NOW)
    code = new_code(b"gates")
    return tickets.add(tx, registration_id=claim.id, code=code, token_hash=hash_of("secret"), now=NOW).id


def unprotect(tx: Transaction) -> None:
    """Let the schema say no more that somebody is let in once."""
    tx.connection.execute("DROP TABLE admissions")
    tx.connection.execute(
        "CREATE TABLE admissions (id INTEGER PRIMARY KEY, registration_id INTEGER, gate TEXT, on_day TEXT, "
        "ticket_id INTEGER, account_id INTEGER, admitted_at INTEGER)"
    )


async def scan(database: Database, number: int, ticket_id: int, tries: int) -> list[bool]:
    """Let one checker press «let in» again and again; return what came of each press."""

    def once(tx: Transaction, attempt: int) -> bool:
        now = NOW + timedelta(seconds=attempt)
        of = {"registration_id": 1, "ticket_id": ticket_id, "gate": "arrival"}
        return admitting.let_in(tx, actor=meet(tx, 100 + number), now=now, **of).let_in is not None  # type: ignore[arg-type]

    presses = (database.write(lambda tx, n=attempt: once(tx, n)) for attempt in range(tries))  # type: ignore[misc]
    return list(await asyncio.gather(*presses))


async def run(where: str | Path, folder: Path, *, checkers: int, tries: int, is_protected: bool = True) -> Outcome:
    """Let everybody scan the same ticket at the same time; the database is new and empty."""
    migrate(where)
    opened = [Database(where, key_file=folder / "keys" / "data.key") for _ in range(checkers)]
    async with AsyncExitStack() as stack:
        for database in opened:
            database.open()
            stack.push_async_callback(database.close)
        ticket_id = await opened[0].write(lambda tx: prepare(tx, checkers))
        if not is_protected:
            await opened[0].write(unprotect)
            for database in opened:
                careless = database._queries["admissions.add"].replace(ONCE, "")
                database._queries = {**database._queries, "admissions.add": careless}
        began = time.perf_counter()
        scans = (scan(database, number, ticket_id, tries) for number, database in enumerate(opened))
        found = [one for answers in await asyncio.gather(*scans) for one in answers]
        seconds = time.perf_counter() - began
        rows = await opened[0].read(lambda tx: tx.connection.execute("SELECT count(*) FROM admissions").fetchone()[0])
    return Outcome(tries=len(found), let_in=sum(found), refused=len(found) - sum(found), rows=rows, seconds=seconds)


def main() -> None:
    """Run it and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkers", type=int, default=10)
    parser.add_argument("--tries", type=int, default=100)
    parser.add_argument("--unprotected", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        how = {"checkers": given.checkers, "tries": given.tries, "is_protected": not given.unprotected}
        print(asyncio.run(run(databases.fresh(folder), folder, **how)))


if __name__ == "__main__":
    main()
