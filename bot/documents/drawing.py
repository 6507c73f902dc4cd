"""A picture is a template of ours beside this file plus data; the data never becomes part of the template's code.

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
    """Return the PNG that a template makes of the data, one pixel a point; raises RuntimeError if the template fails."""
    import typst  # noqa: PLC0415 - the library is large and a start does not need it

    drawn = typst.compile(
        _HERE / template,
        root=_HERE,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="png",
        ppi=_PIXELS_PER_INCH,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    if not isinstance(drawn, bytes):
        raise TypeError(f"{template} must make exactly one page")
    return drawn


@cache
def _fonts() -> "Fonts":
    """Return the fonts beside this file, read once."""
    import typst  # noqa: PLC0415 - see draw_png

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[_HERE / "fonts"])
