"""A timetable as an iCalendar file (RFC 5545), for the calendar of a telephone.

Always true: a line has at most 75 octets and no letter is cut in two; instants are in UTC; a session keeps its UID for
ever, and its SEQUENCE grows with every change, so that a file opened again corrects what is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

LONGEST_LINE: Final = 75
"""Octets, the space that continues a line included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One session; `sequence` grows with every change."""

    uid: str
    sequence: int
    starts_at: datetime
    ends_at: datetime
    title: str
    place: str
    note: str
    is_cancelled: bool


def draw_calendar(name: str, entries: Sequence[Entry], *, made_at: datetime) -> bytes:
    """Return the content of an .ics file."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Jazyl//Timetable//EN", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", f"X-WR-CALNAME:{_text(name)}"]
    for entry in entries:
        lines += _event(entry, made_at)
    lines.append("END:VCALENDAR")
    return b"".join(part for line in lines for part in _folded(line))


def _event(entry: Entry, made_at: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(entry.uid)}"
    yield f"DTSTAMP:{_instant(made_at)}"
    yield f"SEQUENCE:{entry.sequence}"
    yield f"DTSTART:{_instant(entry.starts_at)}"
    yield f"DTEND:{_instant(entry.ends_at)}"
    yield f"SUMMARY:{_text(entry.title)}"
    if entry.place:
        yield f"LOCATION:{_text(entry.place)}"
    if entry.note:
        yield f"DESCRIPTION:{_text(entry.note)}"
    yield f"STATUS:{'CANCELLED' if entry.is_cancelled else 'CONFIRMED'}"
    yield "END:VEVENT"


def _instant(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    """Return a text with what has a meaning in the format marked; controls are spaces."""
    plain = "".join(char if char == "\n" or char.isprintable() else " " for char in text.replace("\r\n", "\n"))
    for char, marked in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        plain = plain.replace(char, marked)
    return plain


def _folded(line: str) -> Iterator[bytes]:
    """Yield a line in parts of at most LONGEST_LINE octets, each but the first after a space."""
    part = b""
    for char in line:
        octets = char.encode()
        if len(part) + len(octets) > LONGEST_LINE:
            yield part + b"\r\n"
            part = b" "
        part += octets
    yield part + b"\r\n"
