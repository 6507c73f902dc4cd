"""Moving everything from SQLite into PostgreSQL, once.

Always true: the move is one transaction that ends only when every table has as many rows as its source, and every
constraint has been checked over all of them; before that the new database holds nothing, and the old one is only read.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import psycopg
from psycopg import sql

from storage.engine import DatabaseError, engine_of
from storage.migrating import is_current, migrate
from storage.postgres import Postgres
from storage.sqlite import Sqlite

OWN_OF_EACH: Final = frozenset({"schema_migrations", "shares", "replicas"})
"""What each database has rows of its own in."""
PAGE: Final = 1000
_CONSTRAINTS: Final = (
    "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
    "WHERE contype = 'f' AND connamespace = current_schema()::regnamespace"
)
_COUNTERS: Final = (
    "SELECT table_name, column_name FROM information_schema.columns "
    "WHERE table_schema = current_schema() AND is_identity = 'YES'"
)


def move(source: str | Path, target: str) -> Mapping[str, int]:
    """Copy every table into an empty PostgreSQL database and return the rows of each; the bot must not run.

    DatabaseError when the source is not an SQLite database of this schema, or the target holds people or programmes.
    """
    engine = engine_of(source)
    if not isinstance(engine, Sqlite) or not is_current(source):
        raise DatabaseError("only an SQLite database with the newest schema can be moved: run migrate first")
    if not isinstance(engine_of(target), Postgres):
        raise DatabaseError("the target must look like postgresql://name@host/database")
    migrate(target)
    with closing(engine.connect(read_only=True)) as old, psycopg.connect(target) as new:
        old.execute("BEGIN")
        tables = [table for table in engine.tables(old) if table not in OWN_OF_EACH]
        _must_be_empty(new, tables)
        constraints = new.execute(_CONSTRAINTS).fetchall()
        for table, name, _ in constraints:
            new.execute(sql.SQL("ALTER TABLE {} DROP CONSTRAINT {}").format(_name(table), _name(name)))
        rows = {table: _copy(old, new, table) for table in tables}
        for table, name, words in constraints:
            new.execute(sql.SQL("ALTER TABLE {} ADD CONSTRAINT {} ").format(_name(table), _name(name)) + sql.SQL(words))
        _count_on(new)
        _must_agree(new, rows)
    return rows


def _copy(old: Any, new: psycopg.Connection[Any], table: str) -> int:  # noqa: ANN401 - the driver's connection
    read = old.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - a name out of our own schema
    columns = sql.SQL(", ").join(_name(column[0]) for column in read.description)
    copied = 0
    with new.cursor().copy(sql.SQL("COPY {} ({}) FROM STDIN").format(_name(table), columns)) as copy:
        while page := read.fetchmany(PAGE):
            for row in page:
                copy.write_row(tuple(row))
            copied += len(page)
    return copied


def _must_be_empty(new: psycopg.Connection[Any], tables: list[str]) -> None:
    full = [table for table in tables if _count(new, table)]
    if full:
        raise DatabaseError(f"the target is not empty (it has rows in {', '.join(full)}): name a new database")


def _must_agree(new: psycopg.Connection[Any], rows: Mapping[str, int]) -> None:
    wrong = [table for table, number in rows.items() if _count(new, table) != number]
    if wrong:
        raise DatabaseError(f"not all rows arrived in {', '.join(wrong)}: nothing was changed")


def _count_on(new: psycopg.Connection[Any]) -> None:
    """Let every counter go on behind the highest number that was moved."""
    for table, column in new.execute(_COUNTERS).fetchall():
        new.execute(
            sql.SQL("SELECT setval(pg_get_serial_sequence({}, {}), coalesce(max({}), 0) + 1, false) FROM {}").format(
                sql.Literal(table), sql.Literal(column), _name(column), _name(table)
            )
        )


def _count(new: psycopg.Connection[Any], table: str) -> int:
    found = new.execute(sql.SQL("SELECT count(*) FROM {}").format(_name(table))).fetchone()
    return int(found[0]) if found else 0


def _name(name: str) -> sql.Identifier:
    return sql.Identifier(name)
