"""What the buttons about one's own messages carry; the rules are those of `callbacks`."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class AttentionPress(CallbackData, prefix="Y"):
    """What reaches me: open; set (a choice), hour; missed (page in `id`), see (a missed one), read (from a digest)."""

    do: str
    id: int = 0
    value: str = ""


class OpinionPress(CallbackData, prefix="P"):
    """What an event was like: open, stars (1 to 5), again (yes, maybe, no); heard (everybody's, for organizers)."""

    event_id: int
    do: str
    value: str = ""
