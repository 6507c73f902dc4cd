"""A database is brought to the newest schema, or refused with a sentence."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.engine import DatabaseError
from storage.migrating import FOLDER, is_current, migrate


def test_a_database_of_another_build_is_refused_and_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "migrations"
    shutil.copytree(FOLDER, other)
    first = other / "0001_first.sql"
    first.write_text(
        first.read_text("utf-8") + "CREATE TABLE of_another_build (id INTEGER PRIMARY KEY) STRICT;\n", "utf-8"
    )
    path = tmp_path / "jazyl.db"
    migrate(path, other)
    with pytest.raises(DatabaseError, match="another build"):
        migrate(path)
    migrate(path, other)


def test_a_database_from_before_the_digests_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "jazyl.db"
    with closing(sqlite3.connect(path)) as old:
        old.execute("CREATE TABLE schema_migrations (number INTEGER PRIMARY KEY, name TEXT, applied_at TEXT)")
        old.execute("INSERT INTO schema_migrations VALUES (1, 'first', '')")
        old.commit()
    with pytest.raises(DatabaseError, match="another build"):
        migrate(path)


def test_the_same_migrations_are_applied_once(tmp_path: Path) -> None:
    path = tmp_path / "jazyl.db"
    assert migrate(path)
    assert migrate(path) == ()
    assert is_current(path)
