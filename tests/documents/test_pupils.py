"""A school's spreadsheet is read without running, unpacking or trusting anything in it."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
import xlsxwriter

from bot.documents.pupils import LONGEST_CELL, MOST_ROWS, MOST_UNPACKED, SheetRefused, read_rows

HEAD = ["Surname", "Name", "Born", "Grade", "School"]


def book(*rows: list[object], merged: bool = False) -> bytes:
    """Return a workbook with a head and these rows."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "default_date_format": "dd.mm.yyyy"}) as made:
        sheet = made.add_worksheet()
        for number, row in enumerate([HEAD, *rows]):
            sheet.write_row(number, 0, row)
        if merged:
            sheet.merge_range(5, 0, 6, 1, "Merged")
    return buffer.getvalue()


def packed(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), content)
    return buffer.getvalue()


def test_rows_come_as_plain_text_with_the_numbers_of_the_spreadsheet() -> None:
    rows = read_rows(book(["Сапарова", "Айым", date(2013, 5, 17), 8], [], ["A", "B", "17.05.2013", "9", "№ 14"]))
    assert rows == (
        (2, ("Сапарова", "Айым", "17.05.2013", "8", "")),
        (4, ("A", "B", "17.05.2013", "9", "№ 14")),
    )


def test_a_formula_is_not_computed_merged_cells_and_huge_texts_do_no_harm() -> None:
    content = book(["=1+1", '=HYPERLINK("http://x","y")', "x" * 30_000, 8], merged=True)
    (_, cells), *rest = read_rows(content)
    assert cells[0] in ("", "0")
    assert len(cells[2]) == LONGEST_CELL
    assert rest[0][1][0] == "Merged"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "not-xlsx"),
        ("surname;name\nСапарова;Айым".encode(), "not-xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "not-xlsx"),
        (packed(content_xml=b"<office/>", mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "not-xlsx"),
        (packed(xl__workbook_xml=b"<broken"), "not-xlsx"),
        (packed(xl__workbook_xml=b"<x/>", xl__vbaProject_bin=b"x"), "macros"),
        (packed(xl__workbook_xml=b"<x/>", xl__bomb_xml=b"\0" * (MOST_UNPACKED + 1)), "too-large"),
        (b"PK" + b"\0" * (3 * 1024 * 1024), "too-large"),
        (book(), "empty"),
        (book(*[["A", "B", "17.05.2013", 8]] * (MOST_ROWS + 1)), "too-many"),
    ],
    ids=["nothing", "csv", "xls", "ods", "broken", "macros", "bomb", "large", "empty", "many"],
)
def test_what_cannot_be_read_is_refused_with_its_name(content: bytes, problem: str) -> None:
    with pytest.raises(SheetRefused) as refused:
        read_rows(content)
    assert refused.value.problem == problem
