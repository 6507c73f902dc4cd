"""What was chosen in a poll as a picture for a phone: each option with its bar, its number and its share.

Always true: bars share one scale, the most chosen option is the longest; every value is also written.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.documents.drawing import draw_png, share, written
from bot.domain.poll import MOST_OPTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One option; `percent` of those who answered."""

    label: str
    count: int
    percent: int


def draw_tally(*, title: str, subtitle: str, foot: str, bars: Sequence[Bar]) -> bytes:
    """Return a PNG 1080 pixels wide; ValueError for more than MOST_OPTIONS bars or a number below zero."""
    if len(bars) > MOST_OPTIONS or any(bar.count < 0 for bar in bars):
        raise ValueError(f"at most {MOST_OPTIONS} bars, none below zero")
    longest = max((bar.count for bar in bars), default=0)
    drawn = [
        {
            "label": bar.label,
            "written": written(bar.count),
            "share": share(bar.count, longest),
            "percent": f"{bar.percent}%",
            "is-best": 0 < longest == bar.count,
        }
        for bar in bars
    ]
    return draw_png("tally.typ", {"title": title, "subtitle": subtitle, "foot": foot, "options": drawn})
