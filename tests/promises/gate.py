"""Ten checkers scan one ticket a hundred times each, all at once: how often is somebody let in?

    python -m tests.promises.gate --checkers 10 --tries 100
    python -m tests.promises.gate --checkers 10 --tries 10 --unprotected
    python -m tests.promises.gate --offline --checkers 10 --tickets 100
    python -m tests.promises.gate --offline --checkers 10 --tickets 10 --unprotected

Each checker has a connection of their own to one database. Without protection the schema does not say that somebody is
let in once, and every try lets in.

Offline: every checker's phone scans all tickets without the internet; then all bring what they scanned at the same
time, in parts, three times over. Each ticket lets in once, every other scan is reported once as a clash.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bot.actions import admitting, carrying, loading, reconciling
from bot.domain import offline
from bot.domain.access import Role
from bot.domain.offline import Report, Scan
from bot.domain.ticket import new_code
from bot.domain.tokens import hash_of
from bot.domain.vouch import Rules
from storage import accounts, tickets
from storage.database import Database, Transaction
from storage.migrating import migrate
from tests import databases
from tests.seed import NOW, meet, programme, register

ONCE = "ON CONFLICT (registration_id, gate, on_day) DO NOTHING"
TIMES = 3
"""How often every part of a report is brought."""
PART = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of all tries."""

    tries: int
    let_in: int
    refused: int
    rows: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Offline:
    """What came of scanning without the internet: rows are admissions, scans are those kept."""

    scanned: int
    brought: int
    let_in: int
    clashes: int
    before: int
    rows: int
    scans: int
    seconds: float


def prepare(tx: Transaction, checkers: int, people: int = 1) -> int:
    """Bring participants with a ticket each, the first of which is returned, and the checkers."""
    loading.load(tx, content=programme(capacity=people), now=NOW)
    claim = register(tx, 1)
    for number in range(1, people):
        one = register(tx, 10_000 + number)
        code = f"offline-{number}"
        tickets.add(tx, registration_id=one.id, code=code, token_hash=hash_of(code), now=NOW)
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


async def scan_offline(
    database: Database, number: int, people: int, chance: random.Random
) -> list[reconciling.Settled]:
    """Let one phone scan every ticket, and bring that in parts, in any order and more than once."""

    def begin(tx: Transaction) -> tuple[int, list[int]]:
        of = {"event_id": 1, "gate": "arrival", "with_names": False, "rules": Rules()}
        taken = carrying.take(tx, actor=meet(tx, 100 + number), now=NOW, **of)  # type: ignore[arg-type]
        return taken.id, [one.ticket_id for one in taken.entries if one.ticket_id is not None]

    list_id, known = await database.write(begin)
    chance.shuffle(known)
    scans = [
        Scan(nonce=f"{at:08d}", at=NOW + timedelta(seconds=chance.randrange(people)), ticket_id=one)
        for at, one in enumerate(known)
    ]
    parts = [tuple(scans[start : start + PART]) for start in range(0, len(scans), PART)] * TIMES
    chance.shuffle(parts)

    def bring(tx: Transaction, part: tuple[Scan, ...]) -> reconciling.Merged:
        report = Report(list_id=list_id, device=f"PHONE{number:03d}", scans=part)
        later = NOW + timedelta(hours=2)
        return reconciling.take_in(tx, actor=meet(tx, 100 + number), now=later, report=report, key=bytes(32))

    brought = (database.write(lambda tx, part=part: bring(tx, part)) for part in parts)  # type: ignore[misc]
    return [one for merged in await asyncio.gather(*brought) for one in merged.settled]


async def run_offline(
    where: str | Path, folder: Path, *, checkers: int, people: int, is_protected: bool = True
) -> Offline:
    """Let every phone scan every ticket without the internet and bring it back; the database is new and empty."""
    migrate(where)
    opened = [Database(where, key_file=folder / "keys" / "data.key") for _ in range(checkers)]
    async with AsyncExitStack() as stack:
        for database in opened:
            database.open()
            stack.push_async_callback(database.close)
        await opened[0].write(lambda tx: prepare(tx, checkers, people))
        if not is_protected:
            for database in opened:
                forgetful = database._queries["offline.scan_before"].replace("nonce =", "nonce <> nonce AND nonce =")
                database._queries = {**database._queries, "offline.scan_before": forgetful}
        began = time.perf_counter()
        phones = (scan_offline(one, number, people, random.Random(number)) for number, one in enumerate(opened))
        found = [one.outcome for brought in await asyncio.gather(*phones) for one in brought]
        seconds = time.perf_counter() - began
        rows, scans = await opened[0].read(_rows)
    return Offline(
        scanned=checkers * people,
        brought=len(found),
        let_in=found.count(offline.Outcome.ADMITTED),
        clashes=found.count(offline.Outcome.CLASH),
        before=found.count(None),
        rows=rows,
        scans=scans,
        seconds=seconds,
    )


def _rows(tx: Transaction) -> tuple[int, int]:
    row = tx.connection.execute(
        "SELECT (SELECT count(*) FROM admissions) AS a, (SELECT count(*) FROM gate_scans) AS b"
    ).fetchone()
    return row["a"], row["b"]


def main() -> None:
    """Run it and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkers", type=int, default=10)
    parser.add_argument("--tries", type=int, default=100)
    parser.add_argument("--unprotected", action="store_true")
    parser.add_argument("--offline", action="store_true")
    parser.add_argument("--tickets", type=int, default=100)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        how = {"checkers": given.checkers, "is_protected": not given.unprotected}
        if given.offline:
            print(asyncio.run(run_offline(databases.fresh(folder), folder, people=given.tickets, **how)))
            return
        how["tries"] = given.tries
        print(asyncio.run(run(databases.fresh(folder), folder, **how)))


if __name__ == "__main__":
    main()
