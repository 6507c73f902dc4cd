"""A database as a file in a folder, and back: SQLite by VACUUM INTO, PostgreSQL by pg_dump.

Always true: a copy and the numbers of its rows are of one moment; a copy counts only after it was restored somewhere
else and looked through there.
"""

from __future__ import annotations

import secrets
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import urlsplit, urlunsplit
from zlib import crc32

from bot.domain.errors import SealBrokenError
from storage.backup import back_up
from storage.engine import Connection, DatabaseError, Engine, engine_of
from storage.sqlite import Sqlite
from storage.vault import Vault, VaultError, key_of

if TYPE_CHECKING:
    import psycopg

    from storage.postgres import Postgres

SQLITE_COPY: Final = "database.sqlite"
POSTGRES_COPY: Final = "database.pgdump"
_ANSWERS: Final = "SELECT draft_id, question, value FROM answers WHERE value LIKE '~%' ORDER BY random() LIMIT 100"
_RAWS: Final = "SELECT update_id, raw FROM inbox WHERE raw LIKE '~%' ORDER BY random() LIMIT 100"
"""Sealed texts that are opened to see whether the keys fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What was found in a restored copy."""

    rows: int
    unsealed: int


def take(where: str | Path, folder: Path) -> Mapping[str, int]:
    """Copy a live database into a folder and return the rows of each table."""
    engine = engine_of(where)
    if not isinstance(engine, Sqlite):
        return _dump(cast("Postgres", engine), folder / POSTGRES_COPY)
    back_up(where, folder / SQLITE_COPY)
    with closing(Sqlite(folder / SQLITE_COPY).connect()) as connection:
        return count(Sqlite(folder / SQLITE_COPY), connection)


def count(engine: Engine, connection: Connection) -> Mapping[str, int]:
    """Return the rows of each table."""
    tables = engine.tables(connection)
    return {t: connection.execute(f'SELECT count(*) FROM "{t}"').fetchone()[0] for t in tables}  # noqa: S608 - our own


@contextmanager
def restored(folder: Path, beside: str | Path) -> Iterator[str | Path]:
    """Restore a folder's copy in a place of its own (on the same server, if any) and take it away afterwards."""
    engine = engine_of(beside)
    if isinstance(engine, Sqlite):
        yield folder / SQLITE_COPY
        return
    with _restored_on_server(folder, cast("Postgres", engine).url) as scratch:
        yield scratch


@contextmanager
def _restored_on_server(folder: Path, url: str) -> Iterator[str]:
    import psycopg  # noqa: PLC0415 - the driver is large, and without PostgreSQL nobody needs it
    from psycopg import sql  # noqa: PLC0415 - as above

    prefix = prefix_of(url)
    name = f"{prefix}{secrets.token_hex(4)}"
    try:
        with psycopg.connect(url, autocommit=True) as server:
            server.execute("SELECT pg_advisory_lock(hashtext(%s))", (name,))
            _drop_left(server, prefix)
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
            try:
                scratch = urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
                fill(folder, scratch)
                yield scratch
            finally:
                server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
    except psycopg.errors.InsufficientPrivilege:
        raise DatabaseError(
            "the account of DATABASE_URL may not make a database to check the backup in: give it CREATEDB"
        ) from None


def prefix_of(url: str) -> str:
    """Return how the names of the places begin in which copies of one database are looked through."""
    return f"jazyl_check_{crc32(urlsplit(url).path.encode()):08x}_"


def _drop_left(server: psycopg.Connection[Any], prefix: str) -> None:
    """Take away the places of those who were killed while they looked: whoever looks holds the lock of a place."""
    from psycopg import Error, sql  # noqa: PLC0415 - as above

    found = server.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", (prefix,)).fetchall()
    for (name,) in found:
        (is_left,) = server.execute("SELECT pg_try_advisory_lock(hashtext(%s))", (name,)).fetchone() or (False,)
        if is_left:
            with suppress(Error):
                server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def look_through(where: str | Path, rows: Mapping[str, int], vault: Vault) -> Seen:
    """Return what a restored copy holds; DatabaseError if that is not what was copied, or does not open."""
    engine = engine_of(where)
    with closing(engine.connect()) as connection:
        if isinstance(engine, Sqlite):
            _must_be_whole(connection)
        found = count(engine, connection)
        if dict(found) != dict(rows):
            wrong = sorted(table for table in {*found, *rows} if found.get(table) != rows.get(table))
            raise DatabaseError(f"the copy has other rows than the database in {', '.join(wrong)}")
        answers = connection.execute(_ANSWERS).fetchall()
        raws = connection.execute(_RAWS).fetchall()
    sample: list[tuple[str, tuple[str | int, ...]]] = [
        (row["value"], ("answers", "value", row["draft_id"], row["question"])) for row in answers
    ]
    sample += [(row["raw"], ("inbox", "raw", row["update_id"])) for row in raws]
    _must_open(sample, vault)
    return Seen(rows=sum(found.values()), unsealed=len(sample))


def _must_open(sample: Sequence[tuple[str, tuple[str | int, ...]]], vault: Vault) -> None:
    try:
        vault.open({key_of(text) for text, _ in sample})
        for text, place in sample:
            vault.unseal(text, *place)
    except (VaultError, SealBrokenError) as error:
        raise DatabaseError(f"what is sealed in the copy does not open: {error}") from error


def _must_be_whole(connection: Connection) -> None:
    verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
    if verdict != "ok" or connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise DatabaseError(f"the copy is damaged: the integrity check says {verdict}")


def fill(folder: Path, target: str, last_words: str = "") -> None:
    """Restore a dump into the empty PostgreSQL database of a URL, with a last statement in the same transaction."""
    script = folder / "restore.sql"
    _run("pg_restore", "--no-owner", "--no-privileges", "--file", str(script), str(folder / POSTGRES_COPY), url=None)
    with script.open("a", encoding="utf-8") as file:
        file.write(f"\nSET search_path = public;\n{last_words}\n")
    try:
        _run("psql", "-q", "-X", "-1", "-v", "ON_ERROR_STOP=1", "-f", str(script), url=target)
    finally:
        script.unlink()


def _dump(engine: Postgres, target: Path) -> Mapping[str, int]:
    import psycopg  # noqa: PLC0415 - as above
    from psycopg import sql  # noqa: PLC0415 - as above

    with psycopg.connect(engine.url, autocommit=True) as connection:
        connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        found = connection.execute("SELECT pg_export_snapshot()").fetchone()
        tables = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
        ).fetchall()
        snapshot = str(found[0]) if found else ""
        _run("pg_dump", "-Fc", "--snapshot", snapshot, "--file", str(target), url=engine.url)
        rows = {}
        for (table,) in tables:
            number = connection.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))).fetchone()
            rows[table] = int(number[0]) if number else 0
        connection.execute("COMMIT")
    return rows


def _run(tool: str, *arguments: str, url: str | None) -> None:
    """Run one of PostgreSQL's own tools; its password is not in the list of processes."""
    parts = urlsplit(url or "")
    surroundings = {"PGPASSWORD": parts.password} if parts.password else {}
    host = parts.netloc.replace(f":{parts.password}@", "@") if parts.password else parts.netloc
    where = [] if url is None else ["--dbname", urlunsplit(parts._replace(netloc=host))]
    done = subprocess.run(  # noqa: S603 - a list, never a shell
        [find_tool(tool), *where, *arguments], env=surroundings, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        words = (done.stderr.strip().splitlines() or ["it says nothing"])[0]
        raise DatabaseError(f"{tool} failed: {words[:200]}")


def find_tool(name: str) -> str:
    """Return where one of PostgreSQL's own tools is; DatabaseError says what to install."""
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: -int(path.parts[-3]))
    found = str(installed[0]) if installed else shutil.which(name)
    if found is None:
        raise DatabaseError(f"{name} is not in PATH: install PostgreSQL's client programs (postgresql-client)")
    return found
