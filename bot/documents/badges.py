"""Badges to print: eight to an A4 page, with marks where to cut.

Always true: every text fits inside its badge, whatever it holds; a code is black on white with a quiet zone and at most
of the version that a ticket's has; the document names no author and no date, so equal content gives equal bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any, Final

from bot.documents.drawing import draw_pdf
from bot.documents.ticket import qr_rows

QUIET: Final = 4
"""Modules of white around a code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """One badge, in the reader's language; `code` is what its QR code says, empty for none."""

    name: str
    school: str
    squad: str
    role: str
    code: str = ""


def draw_badges(badges: Sequence[Badge], *, event: str, look: Mapping[str, Any], language: str, title: str) -> bytes:
    """Return a PDF of A4 pages; ValueError when a code would be too fine. Takes a while for hundreds.

    The look holds ``colour`` and ``accent`` as #rrggbb; `title` names the document.
    """
    shown = {
        "title": title,
        "event": event,
        "language": language,
        "colour": str(look["colour"]),
        "accent": str(look["accent"]),
        "badges": [{**asdict(one), "code": _svg(one.code) if one.code else ""} for one in badges],
    }
    return draw_pdf("badges.typ", shown)


def _svg(content: str) -> str:
    """Return a QR code as one drawing of one path."""
    rows = qr_rows(content)
    side = len(rows) + 2 * QUIET
    path = "".join(_run(x, y, length) for y, row in enumerate(rows) for x, length in _runs(row))
    box = f'viewBox="0 0 {side} {side}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}><path d="{path}" shape-rendering="crispEdges"/></svg>'


def _runs(row: str) -> list[tuple[int, int]]:
    """Return (where, how long) of every run of dark modules."""
    runs, at = [], 0
    for module, same in groupby(row):
        length = len(list(same))
        if module == "1":
            runs.append((at, length))
        at += length
    return runs


def _run(x: int, y: int, length: int) -> str:
    return f"M{x + QUIET} {y + QUIET}h{length}v1h-{length}z"
