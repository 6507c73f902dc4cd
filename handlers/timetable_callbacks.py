"""What the buttons of a timetable carry; the rules are those of `callbacks`."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class TimetablePress(CallbackData, prefix="tt"):
    """An organizer's timetable: day, add, file …; of a session open, ask, pick, set (what.value), shown, save, undo."""

    event_id: int
    session_id: int
    do: str
    value: str = ""


class WeekPress(CallbackData, prefix="tw"):
    """One's own timetable: now, week (in which `on` is, an ISO date), calendar."""

    registration_id: int
    do: str
    on: str = ""
