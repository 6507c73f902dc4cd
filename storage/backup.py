"""Copies of a live database that can be trusted.

Always true: a copy is one consistent moment, whatever is written meanwhile; it is readable by its owner only, and it
exists only if it passed the integrity check.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from storage.engine import DatabaseError, engine_of
from storage.sqlite import Sqlite


def back_up(where: str | Path, target: Path) -> int:
    """Copy an SQLite database into a new file and return its bytes; DatabaseError when that cannot be done."""
    engine = engine_of(where)
    if not isinstance(engine, Sqlite):
        raise DatabaseError("this copies an SQLite file; a PostgreSQL database is copied by pg_dump")
    source = engine.path
    if not source.exists():
        raise DatabaseError(f"there is no database at {source}")
    if target.exists():
        raise DatabaseError(f"{target} exists already: name a new file")
    previous = os.umask(0o077)
    try:
        _copy(source, target)
    except sqlite3.Error as error:
        target.unlink(missing_ok=True)
        raise DatabaseError(f"the copy failed: {error}") from error
    finally:
        os.umask(previous)
    return target.stat().st_size


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))
    with closing(sqlite3.connect(target)) as copy:
        verdict = copy.execute("PRAGMA integrity_check").fetchone()[0]
    if verdict != "ok":
        raise sqlite3.DatabaseError(f"integrity check says {verdict}")
