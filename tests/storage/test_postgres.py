"""What PostgreSQL has to understand; the tests of `tests/actions` run there too (`TEST_DATABASE=postgresql`)."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path

import psycopg
import pytest

from storage.database import Database, Transaction, read_queries
from storage.engine import Connection, DatabaseError, engine_of
from storage.migrating import is_current, migrate
from storage.postgres import LONGEST_SILENCE, TURN, Postgres
from storage.prepared import query_of
from tests import databases

pytestmark = pytest.mark.skipif(databases.find_binaries() is None, reason="there is no PostgreSQL on this machine")


@pytest.fixture
def url() -> str:
    return databases.fresh_postgres()


@contextmanager
def connected(where: str | Path, *, read_only: bool = False) -> Iterator[Connection]:
    with closing(engine_of(where).connect(read_only=read_only)) as connection:
        yield connection


def test_every_query_is_understood(url: str) -> None:
    refused = {}
    with connected(url) as connection:
        for name, query in read_queries(engine_of(url)).items():
            values = dict.fromkeys(re.findall(r"%\((\w+)\)s", query))
            try:
                connection.execute(f"EXPLAIN {query}", values or None)
            except psycopg.Error as error:
                refused[name] = str(error).splitlines()[0]
    assert refused == {}


def test_every_query_can_be_prepared_and_holds_instants_wherever_a_number_stands(url: str) -> None:
    refused = {}
    with connected(url) as connection:
        for name, query in read_queries(engine_of(url)).items():
            connection.execute("BEGIN READ ONLY")
            try:
                connection.execute(query, dict.fromkeys(query.names, 2**52))  # type: ignore[attr-defined]
            except psycopg.Error as error:
                refused[name] = type(error)
            connection.execute("ROLLBACK")
    writing = psycopg.errors.ReadOnlySqlTransaction
    assert {name: why for name, why in refused.items() if why is not writing} == {}


def test_values_come_back_as_they_went_in(url: str) -> None:
    query = query_of(
        "SELECT :text AS text, :empty AS empty, CAST(:number AS BIGINT) + 1 AS number, 'a:b' AS kept, 5 % 3 AS rest"
    )
    with connected(url) as connection:
        found = connection.execute(query, {"text": "«ә» %s ' \\", "empty": None, "number": 2**60}).fetchone()
        assert dict(zip(found.keys(), found, strict=True)) == {
            "text": "«ә» %s ' \\", "empty": None, "number": 2**60 + 1, "kept": "a:b", "rest": 2
        }  # fmt: skip
        with pytest.raises(psycopg.DataError):
            connection.execute(query, {"text": "cut\0off", "empty": None, "number": 1})


async def test_a_schema_that_changes_under_a_running_program_costs_one_attempt(url: str, tmp_path: Path) -> None:
    database = Database(url, key_file=tmp_path / "data.key")
    database.open()

    def look(tx: Transaction) -> list[str]:
        tx.connection.execute(query_of("INSERT INTO grown VALUES (:one)"), {"one": 1})
        return list(tx.connection.execute(query_of("SELECT * FROM grown"), {}).fetchone().keys())

    await database.write(lambda tx: tx.connection.execute("CREATE TABLE grown (one BIGINT)"))
    assert await database.write(look) == ["one"]
    with psycopg.connect(url, autocommit=True) as newer:
        newer.execute("ALTER TABLE grown ADD COLUMN two BIGINT")
    with pytest.raises(psycopg.errors.FeatureNotSupported):
        await database.write(look)
    assert await database.write(look) == ["one", "two"]
    assert await database.read(lambda tx: tx.connection.execute("SELECT count(*) FROM grown").fetchone()[0]) == 2
    await database.close()


@pytest.mark.parametrize("companions", [0, 2])
async def test_whoever_hides_a_failed_statement_is_not_told_that_it_was_kept(
    url: str, tmp_path: Path, *, companions: int
) -> None:
    database = Database(url, key_file=tmp_path / "data.key")
    database.open()

    def hide(tx: Transaction) -> None:
        with suppress(psycopg.Error):
            tx.connection.execute("SELECT 1 / 0")

    works = [hide, *(lambda _tx: None for _ in range(companions))]
    told = await asyncio.gather(*(database.write(work) for work in works), return_exceptions=True)
    assert isinstance(told[0], psycopg.errors.InFailedSqlTransaction)
    await database.close()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
@pytest.mark.parametrize("companions", [0, 4])
async def test_a_failing_write_undoes_itself_and_nobody_else(tmp_path: Path, kind: str, *, companions: int) -> None:
    where = databases.fresh_postgres() if kind == "postgresql" else tmp_path / "jazyl.db"
    migrate(where)
    database = Database(where, key_file=tmp_path / "data.key")
    database.open()
    await database.write(lambda tx: tx.connection.execute("CREATE TABLE kept (number BIGINT)"))

    def keep(tx: Transaction, number: int) -> int:
        tx.connection.execute(f"INSERT INTO kept VALUES ({number})")  # noqa: S608 - a number of our own
        if number % 2 == 0:
            raise LookupError(number)
        return number

    works = [database.write(partial(keep, number=number)) for number in range(companions + 1)]
    told = await asyncio.gather(*works, return_exceptions=True)
    odd = [number for number in range(companions + 1) if number % 2]
    assert [one for one in told if not isinstance(one, LookupError)] == odd
    rows = await database.read(lambda tx: tx.connection.execute("SELECT number FROM kept ORDER BY number").fetchall())
    assert [row[0] for row in rows] == odd
    await database.close()


def test_the_schema_is_the_same_in_both(url: str, tmp_path: Path) -> None:
    migrate(tmp_path / "jazyl.db")
    assert is_current(url)
    ours, theirs = engine_of(tmp_path / "jazyl.db"), engine_of(url)
    with connected(tmp_path / "jazyl.db") as one, connected(url) as other:
        assert ours.tables(one) == theirs.tables(other)


async def test_two_programs_write_in_turns(url: str, tmp_path: Path) -> None:
    one, other = (Database(url, key_file=tmp_path / "data.key") for _ in range(2))
    one.open()
    other.open()
    await one.write(lambda tx: tx.connection.execute("CREATE TABLE counted (number BIGINT NOT NULL)"))
    await one.write(lambda tx: tx.connection.execute("INSERT INTO counted VALUES (0)"))

    def look_then_write(tx: Transaction) -> None:
        number = tx.connection.execute("SELECT number FROM counted").fetchone()[0]
        tx.connection.execute("UPDATE counted SET number = %s", (number + 1,))

    await asyncio.gather(*(database.write(look_then_write) for _ in range(200) for database in (one, other)))
    assert await one.read(lambda tx: tx.connection.execute("SELECT number FROM counted").fetchone()[0]) == 400
    await one.close()
    await other.close()


async def test_without_turns_two_programs_write_over_each_other(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Postgres, "begin_write", lambda _self, connection: connection.execute("BEGIN"))
    with pytest.raises(AssertionError):
        await test_two_programs_write_in_turns(url, tmp_path)


async def test_a_program_that_falls_silent_in_its_turn_is_cut_off_and_comes_back(url: str, tmp_path: Path) -> None:
    database = Database(url, key_file=tmp_path / "data.key")
    database.open()
    silent = psycopg.connect(url, autocommit=True)
    silent.execute("SET idle_in_transaction_session_timeout = '300ms'")
    silent.execute("BEGIN")
    silent.execute("SELECT pg_advisory_xact_lock(%s)", (TURN,))
    silent.execute("CREATE TABLE half_done (id BIGINT)")
    assert await asyncio.wait_for(database.write(lambda _tx: 1), 10) == 1
    with pytest.raises(psycopg.Error):
        silent.execute("COMMIT")
    silent.close()
    assert not await database.read(lambda tx: "half_done" in database.engine.tables(tx.connection))
    await database.close()


async def test_a_server_that_ends_our_connections_is_found_again(url: str, tmp_path: Path) -> None:
    database = Database(url, key_file=tmp_path / "data.key")
    database.open()
    with psycopg.connect(url, autocommit=True) as outside:
        outside.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE pid <> pg_backend_pid() AND datname = current_database()"
        )
    for ask in (database.write, database.read):
        with pytest.raises(psycopg.Error):
            await ask(lambda tx: tx.connection.execute("SELECT 1").fetchone()[0])
        assert await ask(lambda tx: tx.connection.execute("SELECT 1").fetchone()[0]) == 1
    await database.close()


async def test_a_refusal_while_the_server_ends_the_connection_is_told_and_the_next_work_goes_on(
    url: str, tmp_path: Path
) -> None:
    database = Database(url, key_file=tmp_path / "data.key")
    database.open()

    def refuse(tx: Transaction) -> None:
        number = tx.connection.execute("SELECT pg_backend_pid()").fetchone()[0]
        with psycopg.connect(url, autocommit=True) as outside:
            outside.execute(f"SELECT pg_terminate_backend({number}, 5000)")
        raise LookupError(number)

    for ask in (database.write, database.read):
        with pytest.raises(LookupError):
            await asyncio.wait_for(ask(refuse), 10)
        assert await asyncio.wait_for(ask(lambda tx: tx.connection.execute("SELECT 1").fetchone()[0]), 10) == 1
    await database.close()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_not_even_what_would_end_a_program_ends_a_thread_of_the_database(tmp_path: Path, kind: str) -> None:
    where = databases.fresh_postgres() if kind == "postgresql" else tmp_path / "jazyl.db"
    migrate(where)
    database = Database(where, key_file=tmp_path / "data.key")
    database.open()

    def interrupt(_tx: Transaction) -> None:
        raise KeyboardInterrupt

    for ask in (database.write, database.read):
        with pytest.raises(RuntimeError, match="KeyboardInterrupt"):
            await asyncio.wait_for(ask(interrupt), 10)
        assert await asyncio.wait_for(ask(lambda tx: tx.connection.execute("SELECT 1").fetchone()[0]), 10) == 1
    await database.close()


async def test_a_reader_that_fails_takes_nothing_from_those_beside_it(url: str, tmp_path: Path) -> None:
    database = Database(url, key_file=tmp_path / "data.key")
    database.open()
    gate = threading.Event()
    asyncio.get_running_loop().call_later(0.1, gate.set)

    def look(tx: Transaction, words: str) -> int:
        return int(tx.connection.execute(words).fetchone()[0])

    works = [partial(look, words=words) for words in ("SELECT 1", "SELECT 1 / 0", "SELECT 2")]
    told = await asyncio.gather(
        database.read(lambda _tx: gate.wait(10)), *map(database.read, works), return_exceptions=True
    )
    assert (told[1], type(told[2]), told[3]) == (1, psycopg.errors.DivisionByZero, 2)
    await database.close()


@pytest.mark.parametrize("is_left", [False, True])
async def test_what_was_deleted_without_traces_takes_no_space(url: str, tmp_path: Path, *, is_left: bool) -> None:
    database = Database(url, key_file=tmp_path / "data.key")
    database.open()
    put = (
        "INSERT INTO inbox (update_id, kind, raw, received_at) "
        "SELECT n, 'poll', repeat('x', 200), 0 FROM generate_series(1, 999) n"
    )
    await database.write(lambda tx: tx.connection.execute(put))

    def forget(tx: Transaction) -> None:
        tx.connection.execute("DELETE FROM inbox")
        if not is_left:
            tx.leave_no_traces()

    await database.write(forget)
    await database.write(lambda _tx: None)
    size = await database.read(lambda tx: tx.connection.execute("SELECT pg_relation_size('inbox')").fetchone()[0])
    assert (size > 0) == is_left
    await database.close()


def test_the_server_ends_a_silent_transaction_within_seconds(url: str) -> None:
    with connected(url) as connection:
        silence = connection.execute("SHOW idle_in_transaction_session_timeout").fetchone()[0]
    assert silence == f"{LONGEST_SILENCE}s"


def test_what_is_committed_is_on_disk_and_a_reader_cannot_write(url: str) -> None:
    with connected(url) as connection:
        assert connection.execute("SHOW synchronous_commit").fetchone()[0] == "on"
    with connected(url, read_only=True) as reader, pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
        reader.execute("CREATE TABLE never (id BIGINT)")


def test_a_server_that_is_not_there_is_named_without_its_password() -> None:
    with pytest.raises(DatabaseError, match="DATABASE_URL") as refused:
        Postgres("postgresql://jazyl:secretive@127.0.0.1:1/jazyl").connect()
    assert "secretive" not in str(refused.value)


def test_values_in_quotes_and_percent_signs_stay_as_they_are() -> None:
    asked = Postgres("postgresql://x/y").query("SELECT ':a' LIKE '%' || :b_c -- what :this is\n")
    assert asked == "SELECT ':a' LIKE '%%' || %(b_c)s -- what :this is\n"
