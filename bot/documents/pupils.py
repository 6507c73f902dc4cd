"""Rows of a spreadsheet, such as a school's list of pupils: read from what somebody sent, never more than asked for.

Always true: only XLSX is read, without macros; nothing is computed, a formula counts as the value it was saved with; a
file that would grow beyond the caps is refused before it is unpacked; every cell comes back as short plain text.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Final, NamedTuple

MOST_BYTES: Final = 2 * 1024 * 1024
MOST_UNPACKED: Final = 20 * 1024 * 1024
MOST_PARTS: Final = 200
MOST_ROWS: Final = 500
COLUMNS: Final = 5
LONGEST_CELL: Final = 120


class _Caps(NamedTuple):
    """How much of a spreadsheet is read."""

    columns: int
    most: int
    longest: int


class SheetRefused(Exception):
    """A file that is not read; `problem` names why: not-xlsx, macros, too-large, too-many, empty."""

    def __init__(self, problem: str) -> None:
        """Name why."""
        super().__init__(problem)
        self.problem = problem


def read_rows(
    content: bytes, *, columns: int = COLUMNS, most: int = MOST_ROWS, longest: int = LONGEST_CELL
) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Return (number as in the spreadsheet, cells) of every row with something in it, the head left out."""
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - large, and not needed by a start

    caps = _Caps(columns, most, longest)
    _must_be_harmless(content)
    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
        found = tuple(_rows(sheet.start[0] if sheet.start else 0, sheet.iter_rows(), caps))
    except (CalamineError, OSError, ValueError, IndexError, OverflowError) as error:
        raise SheetRefused("not-xlsx") from error
    if not found:
        raise SheetRefused("empty")
    return found


def _must_be_harmless(content: bytes) -> None:
    if len(content) > MOST_BYTES:
        raise SheetRefused("too-large")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise SheetRefused("not-xlsx") from error
    names = {part.filename for part in parts}
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise SheetRefused("macros")
    if "xl/workbook.xml" not in names:
        raise SheetRefused("not-xlsx")
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise SheetRefused("too-large")


def _rows(first: int, rows: Iterator[Sequence[object]], caps: _Caps) -> Iterator[tuple[int, tuple[str, ...]]]:
    seen = 0
    for number, row in enumerate(rows, start=first + 1):
        cells = tuple(_text(cell)[: caps.longest] for cell in row[: caps.columns])
        if number == 1 or not any(cells):
            continue
        seen += 1
        if seen > caps.most:
            raise SheetRefused("too-many")
        yield number, cells + ("",) * (caps.columns - len(cells))


def _text(cell: object) -> str:
    match cell:
        case time() | datetime(year=1899 | 1900):
            return f"{cell:%H:%M}"
        case datetime() | date():
            return f"{cell:%d.%m.%Y}"
        case float() if cell.is_integer():
            return str(int(cell))
        case _:
            return str(cell).strip()
