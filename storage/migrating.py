"""Bring a database to the newest schema, one numbered file at a time.

Always true: a migration and the record of it are one transaction, so a kill between any two lines leaves the
database at a whole version; a schema newer than this program is refused.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from storage.engine import Connection, DatabaseError, Engine, engine_of
from storage.sqlite import Sqlite

FOLDER: Final = Path(__file__).parent / "migrations"

_LEDGER: Final = (
    "CREATE TABLE IF NOT EXISTS schema_migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, "
    "applied_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP) STRICT;"
)
_IS_APPLIED: Final = "SELECT 1 FROM schema_migrations WHERE number = :number"
_RECORD: Final = "INSERT INTO schema_migrations (number, name) VALUES (:number, :name)"


def known(folder: Path = FOLDER) -> tuple[tuple[int, str, Path], ...]:
    """Return (number, name, file) of every migration, in order."""
    files = sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    return tuple((int(path.name[:4]), path.stem[5:], path) for path in files)


def applied(engine: Engine, connection: Connection) -> frozenset[int]:
    """Return the numbers this database already has."""
    connection.execute(engine.schema(_LEDGER))
    return frozenset(row[0] for row in connection.execute("SELECT number FROM schema_migrations"))


def migrate(where: str | Path, folder: Path = FOLDER) -> tuple[int, ...]:
    """Apply what is missing and return those numbers; DatabaseError when the database is newer than the program."""
    engine = engine_of(where)
    connection = engine.connect()
    try:
        done = applied(engine, connection)
        steps = known(folder)
        if unknown := done - {number for number, _, _ in steps}:
            message = (
                f"the database has schema {max(unknown)}, newer than this program knows: install the newer program"
            )
            raise DatabaseError(message)
        return tuple(number for number, name, file in steps if _apply(engine, connection, number, name, file))
    finally:
        connection.close()


def exists(where: str | Path) -> bool:
    """Tell whether there is a database with a schema of ours; DatabaseError when that cannot be asked."""
    engine = engine_of(where)
    if isinstance(engine, Sqlite):
        return engine.path.exists()
    connection = engine.connect()
    try:
        return "schema_migrations" in engine.tables(connection)
    finally:
        connection.close()


def is_current(where: str | Path, folder: Path = FOLDER) -> bool:
    """Tell whether the database exists and has every migration, and none that is unknown."""
    if not exists(where):
        return False
    engine = engine_of(where)
    connection = engine.connect()
    try:
        return applied(engine, connection) == {number for number, _, _ in known(folder)}
    finally:
        connection.close()


def _apply(engine: Engine, connection: Connection, number: int, name: str, file: Path) -> bool:
    """Apply one migration unless it is there already (another start may have been faster)."""
    engine.begin_write(connection)
    try:
        if connection.execute(engine.query(_IS_APPLIED), {"number": number}).fetchone():
            connection.execute("ROLLBACK")
            return False
        for statement in statements(file.read_text("utf-8")):
            connection.execute(engine.schema(statement))
        connection.execute(engine.query(_RECORD), {"number": number, "name": name})
        connection.execute("COMMIT")
    except BaseException:
        if engine.is_in_transaction(connection):
            connection.execute("ROLLBACK")
        raise
    return True


def statements(script: str) -> Iterator[str]:
    """Yield the statements of a script one by one, without running them."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
