"""Migrations in a process of its own that is killed: before its nth word to the database, or at any moment."""

from __future__ import annotations

import os
import select
import signal
import time
from pathlib import Path
from typing import Any

from storage.engine import engine_of
from storage.migrating import migrate


class _Counting:
    """A connection that kills its process before one of the calls that follow the first statement of a migration."""

    def __init__(self, connection: Any, left: int | None, said: int) -> None:
        self._connection = connection
        self._left = left
        self._said = said
        self.is_begun = False

    def execute(self, *arguments: Any) -> Any:
        if self.is_begun and self._left is not None:
            self._left -= 1
            if self._left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return self._connection.execute(*arguments)

    def begin(self) -> None:
        """Say that the first statement is about to be executed."""
        if not self.is_begun:
            os.write(self._said, b"!")
        self.is_begun = True

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


def die(where: str | Path, folder: Path, *, calls: int | None = None, seconds: float | None = None) -> bool:
    """Migrate in a process that dies; return False when it came to the end before that.

    It dies before the call after so many, or so many seconds after its first statement.
    """
    hears, says = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(hears)
        _migrate_counting(where, folder, calls, says)
    os.close(says)
    try:
        select.select([hears], [], [])  # its first statement, or its end
        if seconds is not None:
            time.sleep(seconds)
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    finally:
        os.close(hears)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the migration failed by itself"
    return os.WIFSIGNALED(status)


def _migrate_counting(where: str | Path, folder: Path, calls: int | None, says: int) -> None:
    """Migrate and leave at once, whatever happens: this is a copy of the process that runs the tests."""
    code = 1
    try:
        kind = type(engine_of(where))
        connect, schema = kind.connect, kind.schema
        ours: list[_Counting] = []

        def counting(engine: Any, **given: Any) -> Any:
            ours.append(_Counting(connect(engine, **given), calls, says))
            return ours[-1]

        def begun(engine: Any, portable: str) -> str:
            if "EXISTS schema_migrations" not in portable:
                ours[-1].begin()
            return str(schema(engine, portable))

        setattr(kind, "connect", counting)  # noqa: B010 - in this process only
        setattr(kind, "schema", begun)  # noqa: B010 - as above
        migrate(where, folder)
        code = 0
    finally:
        os._exit(code)
