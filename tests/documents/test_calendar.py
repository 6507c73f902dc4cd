"""A calendar file: read back by the letter of the format, it says what was put in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from bot.documents.calendar import LONGEST_LINE, Entry, draw_calendar

MADE = datetime(2027, 7, 1, 12, 0, tzinfo=UTC)
ENTRY = Entry(
    uid="jlf-2027-talk@jazyl",
    sequence=3,
    starts_at=datetime(2027, 7, 7, 10, 0, tzinfo=UTC),
    ends_at=datetime(2027, 7, 7, 11, 30, tzinfo=UTC),
    title="Көшбасшылық; өзімнен, бастаймын \\ келіссөз жүргізу өнері мен сын тұрғысынан ойлау 🚌🚌🚌",
    place="Үлкен зал\nекінші қабат\x00",
    note="",
    is_cancelled=False,
)


def read_back(content: bytes) -> list[tuple[str, str]]:
    """Return (name, value) of every line: unfolded, unescaped."""
    assert content.endswith(b"\r\n")
    whole = content.replace(b"\r\n ", b"").decode()
    found = []
    for line in whole.removesuffix("\r\n").split("\r\n"):
        name, _, value = line.partition(":")
        plain, marks = "", iter(value)
        for char in marks:
            plain += {"n": "\n"}.get(following := next(marks), following) if char == "\\" else char
        found.append((name, plain))
    return found


def test_what_is_put_in_is_read_back() -> None:
    content = draw_calendar("Форум, 2027", [ENTRY], made_at=MADE)
    found = read_back(content)
    assert found[0] == ("BEGIN", "VCALENDAR")
    assert found[-1] == ("END", "VCALENDAR")
    said = dict(found)
    assert said["VERSION"] == "2.0"
    assert said["PRODID"]
    assert said["X-WR-CALNAME"] == "Форум, 2027"
    assert said["UID"] == "jlf-2027-talk@jazyl"
    assert said["SEQUENCE"] == "3"
    assert (said["DTSTAMP"], said["DTSTART"], said["DTEND"]) == (
        "20270701T120000Z",
        "20270707T100000Z",
        "20270707T113000Z",
    )
    assert said["SUMMARY"] == ENTRY.title
    assert said["LOCATION"] == "Үлкен зал\nекінші қабат "
    assert said["STATUS"] == "CONFIRMED"


def test_no_line_is_too_long_and_no_letter_is_cut() -> None:
    content = draw_calendar("x" * 200, [ENTRY], made_at=MADE)
    lines = content.split(b"\r\n")
    assert max(len(line) for line in lines) <= LONGEST_LINE
    for line in lines:
        line.decode()
    assert any(line.startswith(b" ") for line in lines)


def test_no_text_becomes_a_line_of_its_own() -> None:
    evil = "x\r\nEND:VEVENT\nATTACH:http://example.com"
    content = draw_calendar("x", [ENTRY, replace_title(evil)], made_at=MADE)
    assert [value for name, value in read_back(content) if name == "ATTACH"] == []
    assert content.count(b"END:VEVENT\r\n") == 2


def replace_title(title: str) -> Entry:
    return replace(ENTRY, title=title, is_cancelled=True)
