"""What the buttons of staff rooms carry; the rules are those of `callbacks`."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class StaffroomPress(CallbackData, prefix="R"):
    """A staff room: page, cut, cut-yes (of an event); choose, connect, refuse (a group that waits, `room_id`)."""

    do: str
    room_id: int
    event_id: int
