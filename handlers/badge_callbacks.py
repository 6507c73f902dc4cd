"""What the buttons about badges carry; the rules are those of `callbacks`."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class BadgePress(CallbackData, prefix="bg"):
    """Badges of an event (0: all streams, all squads): room, whom, and what is printed: badges, codes, door."""

    do: str
    event_id: int
    stream_id: int = 0
    squad_id: int = 0
