"""SQLite: one file, one process that writes.

Always true: a COMMIT has reached the disk (`synchronous=FULL`), deleted bytes are overwritten, and nobody but the
owner can read the file.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from storage.engine import Connection, DatabaseError


def sqlite_path(url: str) -> Path:
    """Return the file named by `sqlite:///relative` or `sqlite:////absolute`."""
    parts = urlsplit(url)
    if parts.scheme != "sqlite" or not parts.path.strip("/"):
        raise DatabaseError("DATABASE_URL must look like sqlite:///data/jazyl.db or postgresql://name@host/database")
    return Path(parts.path[1:])


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open a connection with durable settings; transactions are ours to begin; DatabaseError when it cannot be used."""
    try:
        return _connect(path, read_only=read_only)
    except (OSError, sqlite3.Error) as error:
        raise DatabaseError(
            f"DATABASE_URL (by itself in DATA_DIR): {path.name} cannot be used as a database ({type(error).__name__})"
        ) from error


def _connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    previous = os.umask(0o077)
    try:
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, cached_statements=512)
    finally:
        os.umask(previous)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA busy_timeout = 10000")
    for durable in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {durable}")
    connection.execute(f"PRAGMA query_only = {'ON' if read_only else 'OFF'}")
    return connection


class Sqlite:
    """An SQLite file."""

    def __init__(self, path: Path) -> None:
        """Name the file; it is made by the first connection."""
        self.path = path
        self.keys_folder: Path | None = path.parent / "keys"

    def connect(self, *, read_only: bool = False) -> Connection:
        """Open a connection with durable settings."""
        return connect(self.path, read_only=read_only)

    def query(self, portable: str) -> str:
        """Return a query as it is."""
        return portable

    def schema(self, portable: str) -> str:
        """Return a statement of a migration as it is."""
        return portable

    def begin_write(self, connection: Connection) -> None:
        """Begin a transaction that nobody writes beside."""
        connection.execute("BEGIN IMMEDIATE")

    def move_savepoint(self, connection: Connection) -> None:
        """Keep what was done since the savepoint `job`, and set it anew."""
        connection.execute("RELEASE job")
        connection.execute("SAVEPOINT job")

    def begin_read(self, connection: Connection) -> None:
        """Begin a transaction that sees one committed moment."""
        connection.execute("BEGIN")

    def is_in_transaction(self, connection: Connection) -> bool:
        """Tell whether a transaction is open and can go on."""
        return cast("sqlite3.Connection", connection).in_transaction

    def is_lost(self, connection: Connection) -> bool:
        """Tell whether a connection has to be opened anew: a file never goes away."""
        del connection
        return False

    def empty_log(self, connection: Connection) -> bool:
        """Move the write-ahead log into the database and cut it to nothing; False while somebody still reads in it."""
        connection.execute("PRAGMA busy_timeout = 200")
        try:
            return not connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except sqlite3.OperationalError:
            return False
        finally:
            connection.execute("PRAGMA busy_timeout = 10000")

    def tables(self, connection: Connection) -> tuple[str, ...]:
        """Return the names of our tables."""
        found = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
        )
        return tuple(row[0] for row in found)
