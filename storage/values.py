"""How values lie in columns: instants as microseconds since 1970 in UTC, dates as ISO text, documents as JSON text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)


def micros(instant: datetime) -> int:
    """Return microseconds since 1970 of an aware instant."""
    return (instant - EPOCH) // _MICROSECOND


def instant(value: int) -> datetime:
    """Return the aware UTC instant of a column."""
    return EPOCH + value * _MICROSECOND


def day(value: str) -> date:
    """Return the date of an ISO text column."""
    return date.fromisoformat(value)


def to_json(value: object) -> str:
    """Return compact JSON with sorted keys, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def to_ids(ids: Iterable[int]) -> str:
    """Return ids as a list to be looked through with LIKE: «,3,5,», and nothing for none."""
    found = "".join(f"{one}," for one in ids)
    return f",{found}" if found else ""


def from_json(text: str) -> Any:  # noqa: ANN401 - a document has the shape its column promises
    """Return the document of a JSON column."""
    return json.loads(text)
