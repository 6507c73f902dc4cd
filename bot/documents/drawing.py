"""A picture or a PDF is a template of ours beside this file plus data; the data never becomes part of its code.

Always true: the fonts are only those in the fonts folder, so equal data gives equal bytes on every machine.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typst import Fonts

_HERE = Path(__file__).parent
_PIXELS_PER_INCH = 72  # a template's point is one pixel


def draw_png(template: str, data: Mapping[str, Any]) -> bytes:
    """Return the PNG that a template makes of the data, one pixel a point; raises RuntimeError if it cannot."""
    drawn = _compile(template, data, format="png", ppi=_PIXELS_PER_INCH)
    if not isinstance(drawn, bytes):
        raise TypeError(f"{template} must make exactly one page")
    return drawn


def draw_pdf(template: str, data: Mapping[str, Any]) -> bytes:
    """Return the PDF that a template makes of the data, as many pages as it needs; RuntimeError if it cannot."""
    drawn = _compile(template, data, format="pdf")
    if not isinstance(drawn, bytes):
        raise TypeError(f"{template} must make one document")
    return drawn


def share(number: int, longest: int) -> float:
    """Return how much of the longest bar a number takes, 0 to 1."""
    return number / longest if longest else 0.0


def written(number: int) -> str:
    """Return the number with its thousands apart."""
    return f"{number:,}".replace(",", "\u00a0")


def _compile(template: str, data: Mapping[str, Any], **options: Any) -> bytes | list[bytes] | None:  # noqa: ANN401
    import typst  # noqa: PLC0415 - the library is large and a start does not need it

    drawn: bytes | list[bytes] | None = typst.compile(
        _HERE / template,
        root=_HERE,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        **options,
    )
    return drawn


@cache
def _fonts() -> "Fonts":
    """Return the fonts beside this file, read once."""
    import typst  # noqa: PLC0415 - see _compile

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[_HERE / "fonts"])
