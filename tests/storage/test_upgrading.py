"""A database of the first release, full of rows, becomes the newest one: nothing is lost, whatever kills the upgrade.

`ROWS=100000` fills it with that many; by itself it is small.
"""

from __future__ import annotations

import hashlib
import itertools
import os
import random
import shutil
import time
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from storage.engine import DatabaseError, engine_of
from storage.migrating import FOLDER, known, migrate
from storage.postgres import Postgres
from storage.sqlite import Sqlite
from tests import databases
from tests.storage.deadly import die
from tests.storage.first_release import RELEASED, make, open_everything, released_folder

PEOPLE = max(20, int(os.environ.get("ROWS", "2000")) // 39)
RANDOM_KILLS = 20
LATER = """
ALTER TABLE accounts ADD COLUMN later INTEGER NOT NULL DEFAULT 0;
UPDATE accounts SET later = id;
CREATE TABLE later_words (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    words TEXT NOT NULL
) STRICT;
INSERT INTO later_words (id, account_id, words) SELECT id, account_id, template || data FROM outbox;
CREATE INDEX later_words_by_account ON later_words (account_id, words);
CREATE VIEW later_said AS SELECT a.later, w.words FROM accounts a JOIN later_words w ON w.account_id = a.id;
DROP INDEX later_words_by_account;
"""
"""A migration that is hard on big tables: whatever the newest ones are, this one comes after them."""
CATALOGUE = (
    """SELECT table_name, column_name, data_type, is_nullable, column_default, is_identity
    FROM information_schema.columns WHERE table_schema = current_schema()""",
    """SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = current_schema()::regnamespace""",
    "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()",
    "SELECT viewname, definition FROM pg_views WHERE schemaname = current_schema()",
)
needs_postgres = pytest.mark.skipif(databases.find_binaries() is None, reason="there is no PostgreSQL on this machine")
both = pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgresql", marks=needs_postgres)])


def empty(kind: str, folder: Path, name: str) -> str | Path:
    """Return a place without a schema."""
    return folder / f"{name}.db" if kind == "sqlite" else databases.bare_postgres()


def catalogue(where: str | Path) -> list[tuple[Any, ...]]:
    """Return everything that a schema consists of."""
    engine = engine_of(where)
    words = CATALOGUE if isinstance(engine, Postgres) else ("SELECT type, name, tbl_name, sql FROM sqlite_master",)
    with closing(engine.connect()) as connection:
        found = [tuple(row) for sql in words for row in connection.execute(sql).fetchall()]
    return sorted(found, key=repr)


def applied(where: str | Path) -> frozenset[int]:
    with closing(engine_of(where).connect()) as connection:
        return frozenset(row[0] for row in connection.execute("SELECT number FROM schema_migrations").fetchall())


def columns_of(where: str | Path) -> dict[str, list[str]]:
    """Return the columns of every table that has rows, but of the record of migrations."""
    engine = engine_of(where)
    with closing(engine.connect()) as connection:
        found = {
            table: connection.execute(f"SELECT * FROM {table} LIMIT 1").fetchone()  # noqa: S608 - our own names
            for table in engine.tables(connection)
            if table != "schema_migrations"
        }
    return {table: list(row.keys()) for table, row in found.items() if row is not None}


def content(where: str | Path, columns: Mapping[str, list[str]]) -> dict[str, tuple[int, str]]:
    """Return how many rows each table has and a digest of what stands in those columns."""
    found = {}
    with closing(engine_of(where).connect()) as connection:
        for table, names in columns.items():
            rows = connection.execute(f"SELECT {', '.join(names)} FROM {table}").fetchall()  # noqa: S608 - our own names
            lines = sorted(repr(tuple(row)) for row in rows)
            found[table] = len(lines), hashlib.sha256("\n".join(lines).encode()).hexdigest()
    return found


class Whole:
    """What a schema of certain migrations looks like when nothing disturbs it."""

    def __init__(self, kind: str, folder: Path, steps: Path) -> None:
        self._kind, self._folder, self._steps = kind, folder, steps
        self._known: dict[frozenset[int], list[tuple[Any, ...]]] = {}

    def of(self, numbers: frozenset[int]) -> list[tuple[Any, ...]]:
        if numbers not in self._known:
            only = self._folder / f"only-{len(self._known)}"
            only.mkdir()
            for number, _, file in known(self._steps):
                if number in numbers:
                    shutil.copy2(file, only / file.name)
            where = empty(self._kind, self._folder, only.name)
            migrate(where, only)
            self._known[numbers] = catalogue(where)
        return self._known[numbers]

    @property
    def newest(self) -> frozenset[int]:
        """Every migration there is."""
        return frozenset(number for number, _, _ in known(self._steps))


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """Return a folder with every migration there is, and one more."""
    steps = tmp_path / "later-migrations"
    shutil.copytree(FOLDER, steps)
    (steps / "9001_later.sql").write_text(LATER, "utf-8")
    return steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Old:
    """A filled database of the first release, and what it held."""

    where: str | Path
    key_file: Path
    columns: dict[str, list[str]]
    held: dict[str, tuple[int, str]]


def fill(kind: str, folder: Path, released: Path, name: str = "old") -> Old:
    where, key_file = empty(kind, folder, name), folder / f"{name}-keys" / "data.key"
    make(where, released, key_file, PEOPLE)
    columns = columns_of(where)
    return Old(where=where, key_file=key_file, columns=columns, held=content(where, columns))


def must_be_whole(old: Old, whole: Whole) -> None:
    """See that the newest schema is there, and everything that was there before."""
    assert catalogue(old.where) == whole.of(whole.newest)
    assert content(old.where, old.columns) == old.held
    assert open_everything(old.where, old.key_file) >= 2 * PEOPLE


# ── What was released stays ─────────────────────────────────────────────────────────────────────────────────────────


def changed(folder: Path) -> list[str]:
    """Return which released migrations are not what they were."""
    return [
        name
        for name, digest in RELEASED["migrations"].items()
        if not (folder / name).exists() or hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest
    ]


def test_no_released_migration_was_changed() -> None:
    assert changed(FOLDER) == [], (
        "databases have these already, and the program refuses a database whose migrations have other words: "
        "put them back (git checkout), and write what should be different as a step of a new migration"
    )


def test_a_changed_or_missing_migration_is_named(later: Path) -> None:
    first, second = list(RELEASED["migrations"])[:2]
    (later / first).write_text((later / first).read_text("utf-8") + "-- one more word\n", "utf-8")
    (later / second).unlink()
    assert changed(later) == [first, second]


def test_no_new_migration_slips_in_before_a_released_one() -> None:
    last = max(RELEASED["migrations"])
    early = [file.name for _, _, file in known() if file.name < last and file.name not in RELEASED["migrations"]]
    assert early == [], "a new migration comes after the released ones: give it a higher number"


# ── The way up ──────────────────────────────────────────────────────────────────────────────────────────────────────


@both
def test_killed_at_each_of_its_calls_the_upgrade_goes_on_and_keeps_every_row(
    kind: str, tmp_path: Path, later: Path
) -> None:
    released = released_folder(tmp_path)
    old, whole = fill(kind, tmp_path, released), Whole(kind, tmp_path, later)
    kills = calls = 0
    before = applied(old.where)
    while die(old.where, later, calls=calls):
        kills, calls = kills + 1, calls + 1
        if (now := applied(old.where)) != before:
            before, calls = now, 0
        assert catalogue(old.where) == whole.of(now)
    print(f"{kind}: killed {kills} times, {sum(rows for rows, _ in old.held.values())} rows")
    assert kills >= len(LATER.strip().split(";\n"))
    must_be_whole(old, whole)
    with pytest.raises(DatabaseError, match="schema 9001, newer than this program"):
        migrate(old.where, released)
    with pytest.raises(DatabaseError, match="schema 9001, newer than this program"):
        migrate(old.where)


@both
def test_killed_at_any_moment_the_upgrade_goes_on_and_keeps_every_row(kind: str, tmp_path: Path, later: Path) -> None:
    released = released_folder(tmp_path)
    old, whole, dice = fill(kind, tmp_path, released), Whole(kind, tmp_path, later), random.Random(20)
    began = time.monotonic()
    migrate(old.where, later)
    longest = time.monotonic() - began
    kills, tries, old = 0, 0, fill(kind, tmp_path, released, "another")
    while kills < RANDOM_KILLS:
        if not die(old.where, later, seconds=dice.uniform(0, longest * 0.8**tries)):
            must_be_whole(old, whole)
            old = fill(kind, tmp_path, released, f"after-{tries}")
            tries += 1
            continue
        kills += 1
        assert catalogue(old.where) == whole.of(applied(old.where))
    migrate(old.where, later)
    must_be_whole(old, whole)
    print(f"{kind}: killed {kills} times within {longest:.2f} s, {sum(rows for rows, _ in old.held.values())} rows")


@both
def test_without_its_transaction_a_kill_would_leave_a_broken_version(
    kind: str, tmp_path: Path, later: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, begun = Sqlite if kind == "sqlite" else Postgres, itertools.count()
    really_begin = engine.begin_write

    def begin_for_what_is_there(one: Any, connection: Any) -> None:
        if next(begun) < len(known()):
            really_begin(one, connection)

    old, whole = fill(kind, tmp_path, released_folder(tmp_path)), Whole(kind, tmp_path, FOLDER)
    migrate(old.where)
    monkeypatch.setattr(engine, "begin_write", begin_for_what_is_there)
    assert die(old.where, later, calls=3)
    monkeypatch.undo()
    assert catalogue(old.where) != whole.of(applied(old.where))


@both
def test_a_program_refuses_the_schema_of_a_newer_one(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], later: Path
) -> None:
    where = empty(kind, tmp_path, "newer")
    migrate(where, later)
    before = catalogue(where)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", where if isinstance(where, str) else f"sqlite:///{where}")
    monkeypatch.setenv("BOT_TOKEN", "123456789:abcdefghijklmnopqrstuvwxyz_01234")
    for command in ("migrate", "run"):
        assert main([command]) != 0
        assert "9001" in "".join(capsys.readouterr())
    assert catalogue(where) == before
