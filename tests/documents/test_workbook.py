"""A table for a spreadsheet: what is text stays text, dates are dates, and Kazakh letters arrive."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import UTC, date, datetime

import pytest
from python_calamine import CalamineWorkbook

from bot.documents import workbook
from bot.documents.workbook import Cell, Table, draw_csv, draw_xlsx

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
LOCAL = datetime(2027, 3, 1, 14, 5, tzinfo=UTC).replace(tzinfo=None)
ATTACKS = (
    '=HYPERLINK("http://evil.example","Айгерім")',
    "=1+1",
    "+7701",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    "  =cmd|' /C calc'!A0",
    "\uff1d1+1",
    "{=1+1}",
    "http://evil.example",
    "mailto:a@b.kz",
    "internal:Sheet1!A1",
    "0077",
    "1e5",
)


def of(*rows: tuple[Cell, ...], width: int = 1) -> Table:
    head = tuple(f"Сұрақ {number}" for number in range(width))
    return Table(title="Тіркелімдер", head=head, rows=rows)


def xlsx_rows(content: bytes) -> list[list[object]]:
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
    return [list(row) for row in sheet.to_python(skip_empty_area=False)]


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def csv_rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_whatever_is_typed_stays_text_in_the_workbook() -> None:
    content = draw_xlsx(of(*((attack,) for attack in ATTACKS)), made_at=NOW)
    assert [row[0] for row in xlsx_rows(content)[1:]] == list(ATTACKS)
    sheet = parts(content)["xl/worksheets/sheet1.xml"]
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet.lower()
    assert not [name for name in parts(content) if name.endswith("sheet1.xml.rels")]


def test_the_same_texts_would_be_formulas_and_links_without_the_care(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_OPTIONS", {"in_memory": True})
    monkeypatch.setattr("xlsxwriter.worksheet.Worksheet.write_string", lambda sheet, *a: sheet.write(*a))
    assert "<f>" in parts(draw_xlsx(of(("=1+1",)), made_at=NOW))["xl/worksheets/sheet1.xml"]


@pytest.mark.parametrize("attack", ["=1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "\uff1d1"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe_in_the_csv(attack: str) -> None:
    assert csv_rows(draw_csv(of((attack,))))[1] == [f"'{attack}"]


def test_a_text_cannot_leave_its_cell_of_the_csv() -> None:
    texts = ('a";=1+1', "a\r\n=1+1;b", "a;=1", "Әбіл «Қ»")
    assert [row[0] for row in csv_rows(draw_csv(of(*((text,) for text in texts))))[1:]] == list(texts)


def test_the_csv_says_that_it_is_utf_8_and_separates_as_spreadsheets_here_expect() -> None:
    content = draw_csv(of(("ұқғәөіңһ", date(2013, 5, 17), LOCAL, 7, None), width=5))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").splitlines()[1] == '"ұқғәөіңһ";"17.05.2013";"01.03.2027 14:05";"7";""'


def test_the_workbook_has_dates_numbers_kazakh_letters_a_frozen_head_and_a_filter() -> None:
    row = ("Айгерім Ұлықбек", date(2013, 5, 17), LOCAL, 7, None)
    content = draw_xlsx(of(row, width=5), made_at=NOW)
    assert xlsx_rows(content) == [[f"Сұрақ {n}" for n in range(5)], [*row[:3], 7.0, ""]]
    sheet = parts(content)["xl/worksheets/sheet1.xml"]
    assert 'state="frozen"' in sheet
    assert 'ySplit="1"' in sheet
    assert '<autoFilter ref="A1:E2"/>' in sheet
    assert "<cols>" in sheet


def test_equal_tables_are_equal_files_that_name_nobody() -> None:
    once, again = (draw_xlsx(of(("x",)), made_at=NOW) for _ in range(2))
    assert parts(once) == parts(again)
    assert "<dc:creator></dc:creator>" in parts(once)["docProps/core.xml"]


def test_a_text_longer_than_a_cell_is_cut_and_breaks_nothing() -> None:
    content = draw_xlsx(of(("ә" * 40_000,), ("\x00\x0b<b>&",)), made_at=NOW)
    rows = xlsx_rows(content)
    assert len(str(rows[1][0])) == workbook.LONGEST_CELL
    assert "<b>&" in str(rows[2][0])
