"""Rows of a CSV file, such as a ministry's list of schools: read from what somebody sent, never more than asked for.

Always true: a file beyond the caps is refused before it is taken apart; every cell comes back as short plain text.
"""

from __future__ import annotations

import csv
import io
from typing import Final

from bot.documents.pupils import MOST_BYTES, SheetRefused

_SIGNS: Final = ";,\t"
_CODINGS: Final = ("utf-8-sig", "cp1251")


def read_delimited(content: bytes, *, columns: int, most: int, longest: int) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Return (number of the line, cells) of every row with something in it, the head left out; SheetRefused if not."""
    if len(content) > MOST_BYTES:
        raise SheetRefused("too-large")
    text = _text(content)
    first = text.splitlines()[0] if text else ""
    sign = max(_SIGNS, key=first.count)
    found: list[tuple[int, tuple[str, ...]]] = []
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=sign), start=1):
            cells = tuple(" ".join(cell.split())[:longest] for cell in row[:columns])
            if number == 1 or not any(cells):
                continue
            if len(found) >= most:
                raise SheetRefused("too-many")
            found.append((number, cells + ("",) * (columns - len(cells))))
    except csv.Error as error:
        raise SheetRefused("not-table") from error
    if not found:
        raise SheetRefused("empty")
    return tuple(found)


def _text(content: bytes) -> str:
    for coding in _CODINGS:
        try:
            text = content.decode(coding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise SheetRefused("not-table")
