"""A migration that is killed at any of its statements is taken up by the next start, as if nothing had been."""

from __future__ import annotations

import os
import signal
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from storage import migrating
from storage.engine import Connection
from storage.migrating import is_current, known, migrate, statements
from storage.sqlite import Sqlite

ALL = sum(1 for _, _, file in known() for _ in statements(file.read_text("utf-8")))
POINTS = range(1, ALL + 1, max(1, ALL // 24))


def schema(path: Path) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()


def die_at(path: Path, number: int) -> None:
    """Migrate in a process of its own that is killed before so many statements are through."""
    child = os.fork()
    if child == 0:
        left = number
        whole = Sqlite.schema

        def count(self: Sqlite, portable: str) -> str:
            nonlocal left
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return whole(self, portable)

        Sqlite.schema = count  # type: ignore[method-assign]
        migrate(path)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)


@pytest.mark.parametrize("number", POINTS)
def test_a_killed_migration_is_finished_by_the_next_start(number: int, tmp_path: Path) -> None:
    die_at(tmp_path / "killed.db", number)
    assert not is_current(tmp_path / "killed.db")
    migrate(tmp_path / "killed.db")
    migrate(tmp_path / "whole.db")
    assert is_current(tmp_path / "killed.db")
    assert schema(tmp_path / "killed.db") == schema(tmp_path / "whole.db")


def test_without_one_transaction_for_each_step_the_next_start_would_stumble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def begin_nothing(_engine: Sqlite, connection: Connection) -> None:
        del connection

    monkeypatch.setattr(Sqlite, "begin_write", begin_nothing)
    monkeypatch.setattr(Sqlite, "is_in_transaction", lambda *_: False)
    die_at(tmp_path / "killed.db", 10)
    with pytest.raises(sqlite3.Error):
        migrating.migrate(tmp_path / "killed.db")
