"""What registering asks the database costs the same with a million people as with ten: no query reads a whole table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from storage.database import Database, Transaction
from tests import databases
from tests.seed import open_database, programme, register

GROWING = {"accounts", "answers", "audit", "drafts", "inbox", "outbox", "participants", "registrations", "seats"}
"""Tables that grow with the number of people."""


class _Nothing(dict[str, object]):
    def __missing__(self, name: str) -> None:
        return None


@databases.only_sqlite
async def test_no_question_of_a_registration_reads_a_whole_table(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme()) as database:
        asked = await _asked_while_registering(database)
        assert "drafts.find_earlier" in asked
        assert await database.read(lambda tx: list(_scans(tx, asked))) == []
        assert "drafts_by_account" in await database.read(lambda tx: _plan(tx, "drafts.find_open")), "not by the event"
        await database.write(lambda tx: tx.connection.execute("DROP INDEX drafts_by_account"))
        scans = await database.write(lambda tx: list(_scans(tx, asked)))
        assert ("drafts.find_earlier", "drafts") in scans, "what reads a table whole is noticed"


async def _asked_while_registering(database: Database) -> tuple[str, ...]:
    """Return the names of the queries that a registration runs."""
    texts: list[str] = []

    def work(tx: Transaction) -> dict[str, str]:
        tx.connection.set_trace_callback(texts.append)  # type: ignore[attr-defined]
        register(tx, 5_000)
        tx.connection.set_trace_callback(None)  # type: ignore[attr-defined]
        return {name: query.split(":")[0].strip() for name, query in tx.queries.items()}

    beginnings = await database.write(work)
    ran = "\n".join(texts)
    return tuple(name for name, beginning in beginnings.items() if beginning.startswith("SELECT") and beginning in ran)


def _plan(tx: Transaction, name: str) -> str:
    rows = tx.connection.execute(f"EXPLAIN QUERY PLAN {tx.queries[name]}", _Nothing())
    return "; ".join(str(row["detail"]) for row in rows)


def _scans(tx: Transaction, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield each query with the growing table that it reads from beginning to end."""
    for name in names:
        query = tx.queries[name]
        aliases = _aliases(query)
        for row in tx.connection.execute(f"EXPLAIN QUERY PLAN {query}", _Nothing()):
            words = str(row["detail"]).split()
            table = aliases.get(words[1], words[1]) if words[0] == "SCAN" else ""
            if table in GROWING and "INDEX" not in words:
                yield name, table


def _aliases(query: str) -> dict[str, str]:
    """Return what the one-letter names in a query stand for."""
    words = query.replace(",", " ").replace("\n", " ").split()
    return {alias: table for table, alias in pairwise(words) if table in GROWING and alias.islower()}
