"""The picture card of an event: what it is, when and where, over a drawing in the programme's colours.

Always true: every text fits inside the margins, and white text on the picture keeps a contrast of at least 4.5 to 1.
"""

import re
from collections.abc import Mapping
from typing import Any

from bot.documents.drawing import draw_png

SYMBOLS = frozenset({"mountain", "torch", "book", "globe", "bridge", "leaf", "target", "screen", "star"})
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def draw_card(*, title: str, days: str, place: str, look: Mapping[str, Any]) -> bytes:
    """Return a PNG of 1280 by 720 pixels, under 400 kB; an empty line of text is left out.

    The look holds ``colour`` and ``accent`` as #rrggbb and one of SYMBOLS as ``symbol``; raises ValueError if not.
    """
    colour, accent, symbol = (str(look.get(part, "")) for part in ("colour", "accent", "symbol"))
    if symbol not in SYMBOLS:
        raise ValueError(f"no such symbol: {symbol!r}")
    for given in (colour, accent):
        if not _COLOUR.fullmatch(given):
            raise ValueError(f"not a colour: {given!r}")
    shown = {"title": title, "days": days, "place": place, "colour": colour, "accent": accent, "symbol": symbol}
    return draw_png("card.typ", shown)
