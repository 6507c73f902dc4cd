"""What the buttons at the gates carry; the rules are those of `callbacks`."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class GatePress(CallbackData, prefix="ga"):
    """The gates: rooms, and of an event room, find, missing (at a gate, by pages)."""

    do: str
    event_id: int
    gate: str = ""
    page: int = 0


class PassPress(CallbackData, prefix="gp"):
    """Somebody at a gate: look, let (`ref` is the ticket, 0 without one), undo (`ref` is the instant of it)."""

    do: str
    registration_id: int
    gate: str
    ref: int


class OfflinePress(CallbackData, prefix="gl"):
    """A gate without the internet: room, take and names (of a gate), bring, trouble (by pages)."""

    do: str
    event_id: int
    gate: str = ""
    page: int = 0
