"""Queries on a PostgreSQL connection, each prepared once and then only named.

Always true: a query of ours costs one trip to the server and gives the interpreter to other threads once, while it
waits; its values travel beside its text, never inside; a text with a NUL is refused, never cut off there; what was
prepared for a schema that has changed since ends the connection, so that the next one begins anew; a COMMIT that kept
nothing is an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, Final

import psycopg
from psycopg.errors import error_from_result
from psycopg.pq import ExecStatus
from psycopg.pq.abc import PGresult

_TOKENS: Final = re.compile(r"'(?:[^']|'')*'|--[^\n]*|(?<![:\w]):([a-z_][a-z0-9_]*)(\s+IS (?:NOT )?NULL)?|%")
_CAST: Final = re.compile(r"\bAS INTEGER\b")
_FINE: Final = frozenset({ExecStatus.COMMAND_OK, ExecStatus.TUPLES_OK})
_BIGINT: Final = 20
_SMALLER: Final = frozenset({21, 23})
"""Types a server chooses for a number beside a small one; ours may be instants, which need more room."""


class Query(str):
    """A query in the driver's words; `prepared` is the same in the server's, `names` are the values it asks for."""

    __slots__ = ("names", "prepared")
    names: tuple[str, ...]
    prepared: bytes


def query_of(portable: str) -> Query:
    """Return a portable query for this database."""
    names: list[str] = []
    portable = _CAST.sub("AS BIGINT", portable)

    def number(found: re.Match[str]) -> str:
        if not found[1]:
            return found[0]
        names.append(found[1])
        return f"${len(names)}::text{found[2]}" if found[2] else f"${len(names)}"

    query = Query(_TOKENS.sub(_name, portable))
    query.prepared = _TOKENS.sub(number, portable).encode()
    query.names = tuple(names)
    return query


def _name(found: re.Match[str]) -> str:
    return f"%({found[1]})s{found[2] or ''}" if found[1] else found[0].replace("%", "%%")


class Record:
    """One row; columns by name or by number."""

    __slots__ = ("_at", "_values")

    def __init__(self, at: Mapping[str, int], values: Sequence[Any]) -> None:
        """Keep the values and where each column stands."""
        self._at = at
        self._values = values

    def __getitem__(self, column: str | int) -> Any:  # noqa: ANN401 - a column has the type its table gives it
        return self._values[column if isinstance(column, int) else self._at[column]]

    def __iter__(self) -> Any:  # noqa: ANN401 - as above
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def keys(self) -> Sequence[str]:
        """Return the names of the columns."""
        return tuple(self._at)


def number_of(text: bytes) -> int | float:
    """Return a number; a sum of whole numbers is a whole number."""
    return float(text) if b"." in text else int(text)


_READ: Final[Mapping[int, Callable[[bytes], Any]]] = {
    16: b"t".__eq__,
    17: lambda text: bytes.fromhex(text[2:].decode()),
    20: int,
    21: int,
    23: int,
    700: float,
    701: float,
    1700: number_of,
}
"""How to read the values of a type (its number in PostgreSQL); everything else is text."""


@dataclass(slots=True)
class _Columns:
    """What a statement returns: where each column stands and how it is read."""

    at: Mapping[str, int]
    read: Sequence[Callable[[bytes], Any]]

    @classmethod
    def of(cls, result: PGresult) -> _Columns:
        numbers = range(result.nfields)
        at = {(result.fname(number) or b"").decode(): number for number in numbers}
        return cls(at, [_READ.get(result.ftype(number), bytes.decode) for number in numbers])


@dataclass(slots=True)
class _Statement:
    """A query as this connection's server knows it."""

    name: bytes
    columns: _Columns


class Found:
    """What a statement returned, as far as a cursor of either driver has it."""

    __slots__ = ("_columns", "_next", "_result")

    def __init__(self, result: PGresult, columns: _Columns | None) -> None:
        """Keep the answer; rows are read when they are asked for."""
        self._result = result
        self._columns = columns or _Columns.of(result)
        self._next = 0

    @property
    def rowcount(self) -> int:
        """How many rows were touched or found."""
        return self._result.command_tuples or 0

    def fetchone(self) -> Record | None:
        """Return the next row, if there is one."""
        if self._next >= self._result.ntuples:
            return None
        self._next += 1
        return self._record(self._next - 1)

    def fetchall(self) -> list[Record]:
        """Return the rows that are left."""
        first, self._next = self._next, self._result.ntuples
        return [self._record(row) for row in range(first, self._next)]

    def __iter__(self) -> Iterator[Record]:
        return iter(self.fetchall())

    def _record(self, row: int) -> Record:
        value_at = self._result.get_value
        values = [
            None if (text := value_at(row, column)) is None else read(text)
            for column, read in enumerate(self._columns.read)
        ]
        return Record(self._columns.at, values)


class Preparing(psycopg.Connection[Any]):
    """A connection that prepares queries of ours; everything else is done by the driver."""

    def __init__(self, *given: Any, **more: Any) -> None:  # noqa: ANN401 - the driver's own signature
        """Nothing is prepared yet."""
        super().__init__(*given, **more)
        self._statements: dict[Query, _Statement] = {}
        self._numbers = count()

    def execute(self, query: Any, params: Any = None, **more: Any) -> Any:  # noqa: ANN401 - as above
        """Execute a query of ours by its name, words without values as they stand, anything else by the driver."""
        if isinstance(query, Query):
            statement = self._statements.get(query) or self._prepare(query)
            values = [_text(params[name]) for name in query.names]
            result = self.pgconn.exec_prepared(statement.name, values)  # type: ignore[arg-type] # None is NULL
            return Found(self._must_be_fine(result), statement.columns)
        if params is None and isinstance(query, str):
            result = self._must_be_fine(self.pgconn.exec_(query.encode()))
            if query == "COMMIT" and result.command_status != b"COMMIT":
                raise psycopg.errors.InFailedSqlTransaction("a statement failed, so nothing was kept")
            return Found(result, None)
        return super().execute(query, params, **more)

    def _prepare(self, query: Query) -> _Statement:
        """Let the server get to know a query; whole numbers have 64 bits wherever they stand."""
        name = self._introduce(query, None)
        told = self._must_be_fine(self.pgconn.describe_prepared(name))
        types = [told.param_type(at) for at in range(len(query.names))]
        if _SMALLER.intersection(types):
            name = self._introduce(query, [_BIGINT if one in _SMALLER else 0 for one in types])
        self._statements[query] = statement = _Statement(name, _Columns.of(told))
        return statement

    def _introduce(self, query: Query, types: Sequence[int] | None) -> bytes:
        name = b"jazyl_%d" % next(self._numbers)
        self._must_be_fine(self.pgconn.prepare(name, query.prepared, types))
        return name

    def _must_be_fine(self, result: PGresult) -> PGresult:
        if result.status in _FINE:
            return result
        error = error_from_result(result, encoding="utf-8")
        if isinstance(error, psycopg.errors.FeatureNotSupported):  # the schema is another one than when we prepared
            self.close()
        raise error


def _text(value: object) -> bytes | None:
    """Return a value as the server reads it; DataError for what it cannot hold."""
    if value is None:
        return None
    if isinstance(value, str):
        if "\0" in value:
            raise psycopg.DataError("a text of PostgreSQL cannot hold a NUL")
        return value.encode()
    if isinstance(value, int):
        return b"%d" % value
    if isinstance(value, float):
        return repr(value).encode()
    if isinstance(value, bytes):
        return b"\\x" + value.hex().encode()
    raise psycopg.DataError(f"a {type(value).__name__} has no place in a column")
