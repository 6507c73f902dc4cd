"""A chart of horizontal bars for an organizer: the steps of registration, or how full each region is.

Always true: bars of one picture share one scale from zero, and every value is also written as a number.
"""

from collections.abc import Sequence

from bot.documents.drawing import draw_png, share, written

MOST_ROWS = 30


def draw_bars(*, title: str, rows: Sequence[tuple[str, int, int | None]]) -> bytes:
    """Return a PNG 1280 pixels wide and at most 1280 high; a row is label, value, capacity (an outline) or None.

    Raises ValueError for more than MOST_ROWS rows, or for a value or capacity below zero.
    """
    if len(rows) > MOST_ROWS:
        raise ValueError(f"at most {MOST_ROWS} rows, not {len(rows)}")
    if any(number < 0 for _, value, capacity in rows for number in (value, capacity or 0)):
        raise ValueError("a value or capacity is below zero")
    longest = max((max(value, capacity or 0) for _, value, capacity in rows), default=0)
    drawn = [
        {
            "label": label,
            "value": share(value, longest),
            "capacity": None if capacity is None else share(capacity, longest),
            "written": written(value) if capacity is None else f"{written(value)} / {written(capacity)}",
        }
        for label, value, capacity in rows
    ]
    return draw_png("chart.typ", {"title": title, "rows": drawn})
