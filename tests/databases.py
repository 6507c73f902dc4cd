"""Where a test's database stands: an SQLite file, or a database of a PostgreSQL server of its own.

`TEST_DATABASE=postgresql` runs the same tests there: a private server is made out of the installed binaries, on this
machine only, as root or not, and goes away with the tests. Every test gets a database that is a copy of an empty one.
"""

from __future__ import annotations

import atexit
import functools
import itertools
import os
import pwd
import shutil
import socket
import sqlite3
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import psycopg
import pytest

from storage.migrating import migrate

REFUSALS = (sqlite3.IntegrityError, psycopg.IntegrityError)
"""What a schema answers to rows that break its rules."""
only_sqlite = pytest.mark.skipif(
    os.environ.get("TEST_DATABASE") == "postgresql", reason="is about the files of an SQLite database"
)
COUNTER = itertools.count()
SAFE_TO_LOSE = "-c fsync=off -c full_page_writes=off -c max_connections=80 -c shared_buffers=64MB"


def is_postgres() -> bool:
    """Tell whether the tests run on PostgreSQL."""
    return os.environ.get("TEST_DATABASE", "sqlite") == "postgresql"


def fresh(folder: Path) -> str | Path:
    """Return a place for one test's database."""
    return fresh_postgres() if is_postgres() else folder / "jazyl.db"


def fresh_postgres() -> str:
    """Return the address of a database with the newest schema, whatever the other tests run on."""
    name = f"test_{os.getpid()}_{next(COUNTER)}"
    server = _server()
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE empty STRATEGY FILE_COPY")
    return f"{server}/{name}"


def bare_postgres() -> str:
    """Return the address of a database with no schema at all."""
    name = f"bare_{os.getpid()}_{next(COUNTER)}"
    server = _server()
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} STRATEGY FILE_COPY")
    return f"{server}/{name}"


class QuestionMarks(psycopg.ClientCursor[Any]):
    """Understands the SQL that tests write for both databases."""

    def execute(self, query: Any, params: Any = None, **more: Any) -> QuestionMarks:
        if isinstance(params, tuple | list):
            query = query.replace("%", "%%").replace("?", "%s")
        super().execute(query, params, **more)
        return self

    def executemany(self, query: Any, params_seq: Any, **more: Any) -> None:
        super().executemany(query.replace("?", "%s"), params_seq, **more)


if is_postgres():
    setattr(psycopg, "ClientCursor", QuestionMarks)  # noqa: B010 - tests write their own SQL for both


def find_binaries() -> Path | None:
    """Return the folder of an installed PostgreSQL, newest first."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: -int(path.parts[-3]))
    on_path = shutil.which("initdb")
    found = [path.parent for path in installed] + ([Path(on_path).parent] if on_path else [])
    return found[0] if found else None


@functools.cache
def _server() -> str:
    """Start a server and return its address."""
    binaries = find_binaries()
    assert binaries is not None, "TEST_DATABASE=postgresql needs PostgreSQL: apt-get install postgresql"
    folder = Path(tempfile.mkdtemp(prefix="jazyl-pg-"))
    runs_as, data = _runs_as(folder), str(folder / "data")
    subprocess.run(
        [*runs_as, str(binaries / "initdb"), "-D", data, "-U", "jazyl", "-A", "trust", "-E", "UTF8", "--locale=C"],
        check=True, capture_output=True,
    )  # fmt: skip
    port = _free_port()
    options = f"-h 127.0.0.1 -p {port} -k {folder} {SAFE_TO_LOSE}"
    start = [*runs_as, str(binaries / "pg_ctl"), "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start"]
    subprocess.run(start, check=True, capture_output=True)
    stop = [*runs_as, str(binaries / "pg_ctl"), "-D", data, "-m", "immediate", "stop"]
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    atexit.register(lambda: subprocess.run(stop, check=False, capture_output=True))
    server = f"postgresql://jazyl@127.0.0.1:{port}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute("CREATE DATABASE empty")
    migrate(f"{server}/empty")
    return server


def _runs_as(folder: Path) -> list[str]:
    """Return what lets the server run: it refuses to be root."""
    if os.geteuid() != 0:
        return []
    name = next(entry.pw_name for entry in pwd.getpwall() if entry.pw_name in ("postgres", "nobody"))
    shutil.chown(folder, name)
    return ["setpriv", f"--reuid={name}", f"--regid={pwd.getpwnam(name).pw_gid}", "--clear-groups"]


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port
