"""The steps of registration as a picture for a phone: large letters, each bar with its number and its share.

Always true: every bar has the scale of the first step, the longest one, from zero; every value is also written.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.documents.drawing import draw_png, share, written

MOST_STEPS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One step; `percent` of the step before, None for the first."""

    label: str
    number: int
    percent: int | None
    is_worst: bool


def draw_funnel(*, title: str, subtitle: str, foot: str, bars: Sequence[Bar]) -> bytes:
    """Return a PNG 1080 pixels wide; ValueError for more than MOST_STEPS bars or a number below zero."""
    if len(bars) > MOST_STEPS or any(bar.number < 0 for bar in bars):
        raise ValueError(f"at most {MOST_STEPS} bars, none below zero")
    longest = max((bar.number for bar in bars), default=0)
    drawn = [
        {
            "label": bar.label,
            "written": written(bar.number),
            "share": share(bar.number, longest),
            "percent": None if bar.percent is None else f"{bar.percent}%",
            "is-worst": bar.is_worst,
        }
        for bar in bars
    ]
    return draw_png("funnel.typ", {"title": title, "subtitle": subtitle, "foot": foot, "steps": drawn})
