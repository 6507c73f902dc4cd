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


class QuestionPress(CallbackData, prefix="tq"):
    """Questions about sessions: day (ISO date in `value`), board, ask, drop; of a question (`value`) too, not."""

    registration_id: int
    session_id: int
    do: str
    value: str = ""


class ModeratePress(CallbackData, prefix="tm"):
    """Questions about an event's sessions, for organizers: list; of a question open, show, hide, answer."""

    event_id: int
    question_id: int
    revision: int
    do: str
