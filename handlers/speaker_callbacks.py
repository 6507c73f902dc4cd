"""What the buttons about speakers carry; the rules are those of `callbacks`."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class SpeakerPress(CallbackData, prefix="ts"):
    """A speaker's own sessions: list; of a session open, can, cannot."""

    session_id: int
    revision: int
    do: str


class RatePress(CallbackData, prefix="tr"):
    """What a participant thinks: day (ISO date in `value`), open, star (1-5), tag (a word), write."""

    registration_id: int
    session_id: int
    do: str
    value: str = ""
