"""What the two databases do differently: one class for each, chosen by the URL.

Always true: a write transaction sees everything that was committed before it began, and no other write, of any
process, runs beside it; what is committed is on disk. Everything else in `storage/` is SQL that both understand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit


class DatabaseError(Exception):
    """The database cannot be used; the text names the remedy and holds no data."""


class Row(Protocol):
    """One row; columns by name."""

    def __getitem__(self, column: str) -> Any: ...  # noqa: ANN401 - a column has the type its table gives it

    def __iter__(self) -> Iterator[Any]: ...

    def keys(self) -> Sequence[str]: ...  # noqa: D102


class Connection(Protocol):
    """As much of a connection as the two drivers share; columns by name, transactions are ours to begin."""

    def execute(self, query: str, params: Any = ..., /) -> Any: ...  # noqa: ANN401, D102 - the driver's own cursor

    def cursor(self) -> Any: ...  # noqa: ANN401, D102 - as above

    def close(self) -> None: ...  # noqa: D102


class Engine(Protocol):
    """One kind of database at one address."""

    keys_folder: Path | None
    """Where its keys stand unless the settings say otherwise."""

    def connect(self, *, read_only: bool = False) -> Connection:
        """Open a connection with durable settings; DatabaseError when that cannot be done."""

    def query(self, portable: str) -> str:
        """Return a query of ours in this database's words."""

    def schema(self, portable: str) -> str:
        """Return a statement of a migration in this database's words."""

    def begin_write(self, connection: Connection) -> None:
        """Begin a transaction that nobody writes beside."""

    def move_savepoint(self, connection: Connection) -> None:
        """Keep what was done since the savepoint `job`, and set it anew."""

    def begin_read(self, connection: Connection) -> None:
        """Begin a transaction that sees one committed moment."""

    def is_in_transaction(self, connection: Connection) -> bool:
        """Tell whether a transaction is open and can go on."""

    def is_lost(self, connection: Connection) -> bool:
        """Tell whether a connection has to be opened anew."""

    def empty_log(self, connection: Connection) -> bool:
        """Leave nothing of what was deleted in the database's log; False when that has to be tried again."""

    def tables(self, connection: Connection) -> tuple[str, ...]:
        """Return the names of our tables."""


Values = Mapping[str, object]


def engine_of(where: str | Path) -> Engine:
    """Return the engine for a URL, or for the path of an SQLite file; DatabaseError for anything else."""
    from storage.sqlite import Sqlite, sqlite_path  # noqa: PLC0415 - each driver is imported where it is used

    if isinstance(where, Path):
        return Sqlite(where)
    if urlsplit(where).scheme == "postgresql":
        from storage.postgres import Postgres  # noqa: PLC0415 - as above

        return Postgres(where)
    return Sqlite(sqlite_path(where))
