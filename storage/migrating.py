"""Bring a database to the newest schema, one numbered file at a time.

Always true: a migration and the record of it are one transaction, so a kill between any two lines leaves the
database at a whole version; a schema newer than this program is refused, and so is one that was made by other
migrations of the same numbers (a build between two releases).
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from storage.engine import Connection, DatabaseError, Engine, engine_of
from storage.sqlite import Sqlite

FOLDER: Final = Path(__file__).parent / "migrations"

_LEDGER: Final = (
    "CREATE TABLE IF NOT EXISTS schema_migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, "
    "sha256 TEXT, applied_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP) STRICT;"
)
_IS_APPLIED: Final = "SELECT 1 FROM schema_migrations WHERE number = :number"
_RECORD: Final = "INSERT INTO schema_migrations (number, name, sha256) VALUES (:number, :name, :sha256)"


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
        _must_be_ours(connection, steps)
        return tuple(number for number, name, file in steps if _apply(engine, connection, number, name, file))
    finally:
        connection.close()


def _must_be_ours(connection: Connection, steps: tuple[tuple[int, str, Path], ...]) -> None:
    """Refuse a database whose migrations have our numbers and other words."""
    rows = connection.execute("SELECT * FROM schema_migrations").fetchall()
    ours = {number: _digest(file) for number, _, file in steps}
    strange = [row["number"] for row in rows if "sha256" not in row.keys() or row["sha256"] != ours[row["number"]]]  # noqa: SIM118 - a row's keys are its columns
    if strange:
        raise DatabaseError(
            f"the database was made by another build (its schema {min(strange)} differs): start with a new one "
            "(--data, DATABASE_URL), or open it with the build that made it"
        )


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


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
        connection.execute(engine.query(_RECORD), {"number": number, "name": name, "sha256": _digest(file)})
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
