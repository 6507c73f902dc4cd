"""A table of registrations as a file for a spreadsheet program: XLSX and CSV.

Always true: a text stays a text, so nothing that somebody typed is ever a formula or a link; the table touches no disk;
the file names nobody and no moment but those it is given.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | date | datetime | None
"""A datetime is local and names no zone."""

LONGEST_CELL: Final = 32_767
"""Characters that a spreadsheet takes in a cell."""
WIDTHS: Final = (8, 48)
MEASURED: Final = 200
"""Rows that a column's width is measured by."""
LONGEST_TITLE: Final = 31
LONGEST_FOOTER: Final = 250
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet take a cell of a CSV for a formula, wide forms included."""
SEPARATOR: Final = ";"
"""What spreadsheets set to Kazakh or Russian expect."""

_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "dd.mm.yyyy",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under a head; `title` names the sheet."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def draw_xlsx(table: Table, *, made_at: datetime, mark: str = "") -> bytes:
    """Return a workbook of one sheet: the head stays in sight, every column can be filtered; a mark stands below."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - the library is large and a start does not need it

    buffer = io.BytesIO()
    with Workbook(buffer, _OPTIONS) as book:
        book.set_properties({"created": made_at.replace(tzinfo=None)})
        sheet = book.add_worksheet(table.title[:LONGEST_TITLE])
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E2E8F0"})
        moment = book.add_format({"num_format": "dd.mm.yyyy hh:mm"})
        for column, name in enumerate(table.head):
            sheet.write_string(0, column, name[:LONGEST_CELL], bold)
            sheet.set_column(column, column, _width(table, column))
        for number, row in enumerate(table.rows, start=1):
            _write_row(sheet, number, row, moment)
        if mark:
            sheet.write_string(len(table.rows) + 2, 0, mark, book.add_format({"italic": True, "font_color": "#64748B"}))
            sheet.set_footer(f"&L{mark.replace('&', '&&')}"[:LONGEST_FOOTER])
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(table.rows), len(table.head) - 1)
    return buffer.getvalue()


def draw_csv(table: Table) -> bytes:
    """Return the same as CSV with a mark of UTF-8; what could be a formula gets an apostrophe in front."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=SEPARATOR, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in (table.head, *table.rows):
        writer.writerow([_as_text(cell) for cell in row])
    return buffer.getvalue().encode("utf-8-sig")


def _write_row(sheet: Worksheet, number: int, row: Sequence[Cell], moment: Format) -> None:
    for column, cell in enumerate(row):
        match cell:
            case str():
                sheet.write_string(number, column, cell[:LONGEST_CELL])
            case datetime():
                sheet.write_datetime(number, column, cell, moment)
            case date():
                sheet.write_datetime(number, column, cell)
            case int():
                sheet.write_number(number, column, cell)


def _as_text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return f"'{cell}" if cell.lstrip(" \u00a0").startswith(FORMULA_STARTS) else cell
        case datetime():
            return f"{cell:%d.%m.%Y %H:%M}"
        case date():
            return f"{cell:%d.%m.%Y}"
        case _:
            return str(cell)


def _width(table: Table, column: int) -> int:
    """Return a width that shows most of the cells whole."""
    cells = (_as_text(row[column]) for row in table.rows[:MEASURED])
    longest = max((len(cell) for cell in cells), default=0)
    head = max((len(word) for word in table.head[column].split()), default=0)
    return min(max(longest, head, WIDTHS[0]), WIDTHS[1]) + 2
