"""A gate without the internet: what a list that is taken along knows a ticket by, and what a phone brings back.

Always true: from a list nobody learns a code or makes a ticket: it holds marks, and to find the 60 bits behind one
takes years of guessing; a report is read only when it is whole, short enough and exactly as the list writes it.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.errors import DomainError
from bot.domain.ticket import ALPHABET, CODE_LENGTH

ROUNDS: Final = 4096
"""How often a guess at a code has to be hashed."""
MARK_BYTES: Final = 12
VERSION: Final = "jazyl-gate-1"
MOST_SCANS: Final = 5000
LONGEST_REPORT: Final = 256 * 1024
"""Characters of a report; a file has at most as many bytes."""
PART: Final = 100
"""Scans that a phone puts into one message: Telegram cuts longer ones."""
CHECK_LENGTH: Final = 8
_HEAD: Final = re.compile(rf"{VERSION} ([0-9]{{1,9}}) ([{ALPHABET}]{{8}})")
_SCAN: Final = re.compile(rf"(?:([tr])([0-9]{{1,12}})|c([{ALPHABET}]{{12}})) ([0-9]{{10}}) ([{ALPHABET}]{{8}})")
_END: Final = re.compile(rf"end ([0-9]{{1,4}}) ([0-9a-f]{{{CHECK_LENGTH}}})")


class Outcome(StrEnum):
    """What became of a scan that was brought back."""

    ADMITTED = "admitted"
    CLASH = "clash"
    REPLACED = "replaced"
    ENDED = "ended"
    UNKNOWN = "unknown"


class ReportRefusedError(DomainError):
    """What was sent is no report, or not a whole one; `why` names the text that says so (`offline-refused-<why>`)."""

    code = "report-refused"

    def __init__(self, why: str) -> None:
        """Name the reason: long, strange or cut."""
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """One scan: of a ticket, of somebody found by name, or of letters that were not on the list; one is given."""

    nonce: str
    at: datetime
    ticket_id: int | None = None
    registration_id: int | None = None
    letters: str | None = None

    @property
    def code(self) -> str | None:
        """The short code among the letters."""
        return None if self.letters is None else self.letters[:CODE_LENGTH]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one phone scanned by one list."""

    list_id: int
    device: str
    scans: tuple[Scan, ...]


def mark_of(salt: str, letters: str) -> str:
    """Return what a list knows a ticket by; slow on purpose."""
    return hashlib.pbkdf2_hmac("sha256", letters.encode(), salt.encode(), ROUNDS, MARK_BYTES).hex()


def check_of(lines: str) -> str:
    """Return what stands at the end of a report, so that a cut one is noticed."""
    return hashlib.sha256(lines.encode()).hexdigest()[:CHECK_LENGTH]


def read_report(text: str) -> Report:
    """Return what a phone brings back; ReportRefusedError for anything else."""
    if len(text) > LONGEST_REPORT:
        raise ReportRefusedError("long")
    lines = [line.strip() for line in text.strip().splitlines()]
    head = _HEAD.fullmatch(lines[0]) if lines else None
    if head is None:
        raise ReportRefusedError("strange")
    end = _END.fullmatch(lines[-1])
    body = lines[1:-1]
    if end is None or not body or int(end[1]) != len(body) or check_of("\n".join(lines[:-1])) != end[2]:
        raise ReportRefusedError("cut")
    if len(body) > MOST_SCANS:
        raise ReportRefusedError("long")
    return Report(list_id=int(head[1]), device=head[2], scans=tuple(_scan(line) for line in body))


def _scan(line: str) -> Scan:
    found = _SCAN.fullmatch(line)
    if found is None:
        raise ReportRefusedError("strange")
    how, number, letters, seconds, nonce = found.groups()
    return Scan(
        nonce=nonce,
        at=datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(seconds)),
        ticket_id=int(number) if how == "t" else None,
        registration_id=int(number) if how == "r" else None,
        letters=letters,
    )
