"""The one door to the database: `read()` and `write()`.

Always true:
- a write's result is handed out only after COMMIT has reached the disk (`synchronous=FULL`);
- writes that wait at the same moment share one COMMIT, each inside a savepoint of its own, so one failing
  action undoes itself and nobody else;
- a reader sees one committed snapshot; work given to `read()` cannot write;
- what is sealed can be opened, or the database does not open;
- every difference between databases lives in `engine.py` and the two files it chooses from.
"""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

import aiosql

from bot.log import get_logger
from storage.engine import Connection, DatabaseError, Engine, Row, engine_of
from storage.line import Line
from storage.sqlite import Sqlite
from storage.vault import Vault, VaultError, key_of

T = TypeVar("T")
log = get_logger(__name__)

HERE: Final = Path(__file__).parent
_TABLE: Final = re.compile(r'"([a-z_]+\.[a-z_]+)"')


@dataclass(frozen=True, slots=True)
class Transaction:
    """What an action works in: named queries on one connection inside one transaction."""

    connection: Connection
    queries: Mapping[str, str]
    kept: dict[object, Any]
    """What was built from rows that never change (published forms, loaded units) or whose values are kept beside it."""
    vault: Vault

    def one(self, name: str, **values: object) -> Row:
        """Return the only row, or raise LookupError when there is none."""
        row = self.find(name, **values)
        if row is None:
            raise LookupError(f"{name} found nothing")
        return row

    def find(self, name: str, **values: object) -> Row | None:
        """Return the first row or None."""
        found: Row | None = self.connection.execute(self.queries[name], values).fetchone()
        return found

    def list_(self, name: str, **values: object) -> tuple[Row, ...]:
        """Return every row."""
        return tuple(self.connection.execute(self.queries[name], values).fetchall())

    def run(self, name: str, **values: object) -> int:
        """Execute a statement and return how many rows it touched."""
        touched: int = self.connection.execute(self.queries[name], values).rowcount
        return touched

    def run_many(self, name: str, rows: Sequence[Mapping[str, object]]) -> None:
        """Execute one statement for each of the rows."""
        self.connection.cursor().executemany(self.queries[name], rows)

    def leave_no_traces(self) -> None:
        """Empty the write-ahead log after this COMMIT, so that what was deleted is in no file any more."""
        self.kept["traces"] = True


Work = Callable[[Transaction], T]


@dataclass(frozen=True, slots=True)
class _Job:
    work: Work[Any]
    future: asyncio.Future[Any]
    loop: asyncio.AbstractEventLoop
    asked_at: float


def read_queries(engine: Engine) -> dict[str, str]:
    """Return the text of every named query as `noun.name`, in the words of a database."""
    return {name: engine.query(sql) for name, sql in _named_queries()}


@cache
def _named_queries() -> tuple[tuple[str, str], ...]:
    """Return every named query with its text as the files have it; they are read once."""
    found: dict[str, str] = {}
    for path in sorted(HERE.glob("*.sql")):
        loaded = aiosql.from_path(path, "sqlite3", mandatory_parameters=False)
        for name in loaded.available_queries:
            if not name.endswith("_cursor"):
                found[f"{path.stem}.{name}"] = str(getattr(loaded, name).sql)
    return tuple((name, _with_tables(text, found)) for name, text in found.items())


def _with_tables(text: str, found: Mapping[str, str]) -> str:
    """Return a query in which each query it names as a table ("noun.name") stands in its place."""
    return _TABLE.sub(lambda named: f"({found[named[1]].rstrip().rstrip(';')})", text)


class Database:
    """A database behind two threads: one that writes in groups, one that reads snapshots."""

    def __init__(self, where: str | Path, *, key_file: Path | None = None) -> None:
        """Name the database and its keys (a folder beside a file unless told otherwise); `open()` makes it usable."""
        self.engine = engine_of(where)
        folder = self.engine.keys_folder
        if key_file is None and folder is None:
            raise DatabaseError("keys never stand inside a server's database: set DATA_KEY_FILE")
        self.vault = Vault(key_file or folder / "data.key")  # type: ignore[operator]
        self.hops = 0
        """Trips to a database thread since the start."""
        self.waited = 0.0
        """Seconds that trips have waited for their thread, all together."""
        self._queries = read_queries(self.engine)
        self._kept: dict[object, Any] = {}
        self._writes: Line[_Job] = Line()
        self._reads: Line[_Job] = Line()
        self._threads: tuple[threading.Thread, ...] = ()

    @property
    def path(self) -> Path:
        """The file of an SQLite database."""
        if not isinstance(self.engine, Sqlite):
            raise DatabaseError("only SQLite is one file")
        return self.engine.path

    def open(self) -> None:
        """Open the keys, the connections and both threads; the schema must be current."""
        if self._threads:
            return
        writing = self.engine.connect()
        try:
            self.vault.open({key_of(row["head"]) for row in writing.execute(self._queries["vault.used_keys"])})
        except VaultError as error:
            writing.close()
            raise DatabaseError(f"DATA_KEY_FILE: {error}") from error
        reading = self.engine.connect(read_only=True)
        self._writes.reopen()
        self._reads.reopen()
        self._threads = (
            threading.Thread(target=self._run_writes, args=(writing,), name="database-write", daemon=True),
            threading.Thread(target=self._run_reads, args=(reading,), name="database-read", daemon=True),
        )
        for thread in self._threads:
            thread.start()

    async def close(self) -> None:
        """Finish what waits, then close both connections."""
        self._writes.close()
        self._reads.close()
        threads, self._threads = self._threads, ()
        for thread in threads:
            await asyncio.to_thread(thread.join)

    async def write(self, work: Work[T], *, is_first: bool = False) -> T:
        """Run the work in one transaction and return its result once it is on disk; `is_first` overtakes the rest."""
        return await self._ask(self._writes, work, is_first=is_first)

    async def read(self, work: Work[T]) -> T:
        """Run the work on a snapshot of what is committed; it cannot write."""
        return await self._ask(self._reads, work)

    async def _ask(self, line: Line[_Job], work: Work[T], *, is_first: bool = False) -> T:
        if not self._threads:
            raise DatabaseError("the database is not open")
        self.hops += 1
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        line.put(_Job(work, future, loop, loop.time()), is_first=is_first)
        return await future

    def _run_writes(self, connection: Connection) -> None:
        while group := self._writes.take():
            self._count_wait(group)
            connection = self._alive(connection, read_only=False)
            outcomes = _write_group(self.engine, self._transaction(connection), group)
            if self._kept.pop("traces", False) and not self.engine.empty_log(connection):
                self._kept["traces"] = True
            _hand_out(outcomes)
        connection.close()

    def _run_reads(self, connection: Connection) -> None:
        while group := self._reads.take():
            self._count_wait(group)
            connection = self._alive(connection, read_only=True)
            _hand_out(_read_group(self.engine, self._transaction(connection), group))
        connection.close()

    def _count_wait(self, group: Sequence[_Job]) -> None:
        self.waited += sum(job.loop.time() - job.asked_at for job in group)

    def _transaction(self, connection: Connection) -> Transaction:
        return Transaction(connection, self._queries, self._kept, self.vault)

    def _alive(self, connection: Connection, *, read_only: bool) -> Connection:
        """Return the connection, or a new one when the server ended it; if that fails, so does this work."""
        if not self.engine.is_lost(connection):
            return connection
        try:
            return self.engine.connect(read_only=read_only)
        except DatabaseError:
            return connection


_Outcome = tuple[_Job, Any, Exception | None]


def _write_group(engine: Engine, transaction: Transaction, group: Sequence[_Job]) -> list[_Outcome]:
    connection = transaction.connection
    try:
        engine.begin_write(connection)
        outcomes = _side_by_side(engine, transaction, group) if len(group) > 1 else [_alone(transaction, group[0])]
        connection.execute("COMMIT")
    except BaseException as error:  # noqa: BLE001 - every waiting caller must learn of it, and the thread goes on
        trouble = _undone(engine, connection, error)
        return [(job, None, trouble) for job in group]
    return outcomes


def _undone(engine: Engine, connection: Connection, error: BaseException) -> Exception:
    """Undo a transaction, unless the server has ended it; return its error as one that ends no thread and no loop."""
    try:
        if engine.is_in_transaction(connection):
            connection.execute("ROLLBACK")
    except Exception as trouble:  # noqa: BLE001 - what went wrong first is what the callers are told
        log.warning("database.not_undone", error=trouble)
    return error if isinstance(error, Exception) else RuntimeError(type(error).__name__)


def _alone(transaction: Transaction, job: _Job) -> _Outcome:
    """Run a job whose failure undoes all there is."""
    return job, job.work(transaction), None


def _side_by_side(engine: Engine, transaction: Transaction, group: Sequence[_Job]) -> list[_Outcome]:
    """Run jobs one after the other; a failing one undoes itself alone unless the database gave up the transaction."""
    connection = transaction.connection
    outcomes: list[_Outcome] = []
    connection.execute("SAVEPOINT job")
    for job in group:
        try:
            outcomes.append((job, job.work(transaction), None))
        except Exception as error:
            if not engine.is_in_transaction(connection):
                raise
            connection.execute("ROLLBACK TO job")
            outcomes.append((job, None, error))
        else:
            engine.move_savepoint(connection)
    return outcomes


def _read_group(engine: Engine, transaction: Transaction, group: Sequence[_Job]) -> list[_Outcome]:
    """Run readers on one snapshot; each by itself when one of them fails, which may spoil the snapshot."""
    connection = transaction.connection
    try:
        engine.begin_read(connection)
        outcomes = [_alone(transaction, job) for job in group]
        connection.execute("COMMIT")
    except BaseException as error:  # noqa: BLE001 - as above
        trouble = _undone(engine, connection, error)
        if len(group) > 1:
            return [outcome for job in group for outcome in _read_group(engine, transaction, (job,))]
        return [(job, None, trouble) for job in group]
    return outcomes


def _hand_out(outcomes: Sequence[_Outcome]) -> None:
    """Wake the callers, with one call into each event loop."""
    loops: dict[asyncio.AbstractEventLoop, list[_Outcome]] = {}
    for outcome in outcomes:
        loops.setdefault(outcome[0].loop, []).append(outcome)
    for loop, own in loops.items():
        if not loop.is_closed():
            loop.call_soon_threadsafe(_resolve, own)


def _resolve(outcomes: Sequence[_Outcome]) -> None:
    for job, result, error in outcomes:
        if job.future.done():
            continue
        if error is None:
            job.future.set_result(result)
        else:
            job.future.set_exception(error)
