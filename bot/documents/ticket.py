"""The picture of a ticket: a QR code to scan, the same as a short code to type, and for what it is.

Always true: the QR code is at most of version 6, black on white with a quiet zone, so any phone reads it off a screen;
texts are shown letter by letter, whatever they hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

import segno

from bot.documents.drawing import draw_png

LARGEST_VERSION: Final = 6
"""Larger QR codes have modules too small for an old camera."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """The words on a ticket, in the reader's language."""

    heading: str
    event: str
    name: str
    stream: str
    days: str
    place: str
    code: str
    hint: str


def draw_ticket(*, content: str, face: Face, look: Mapping[str, Any]) -> bytes:
    """Return a PNG of 1080 by 1440 pixels; ValueError when the content needs a QR code that is too fine.

    The look holds ``colour`` and ``accent`` as #rrggbb.
    """
    data = {**asdict(face), "modules": qr_rows(content), "colour": look["colour"], "accent": look["accent"]}
    return draw_png("ticket.typ", data)


def qr_rows(content: str) -> list[str]:
    """Return the QR code's rows as text, 1 for a dark module; ValueError above LARGEST_VERSION."""
    code = segno.make_qr(content, error="m", boost_error=False)
    if int(code.version) > LARGEST_VERSION:
        raise ValueError(f"the content needs a QR code of version {code.version}")
    return ["".join("1" if module else "0" for module in row) for row in code.matrix]
