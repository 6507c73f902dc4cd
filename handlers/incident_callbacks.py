"""What the buttons about incidents carry; the rules are those of `callbacks`."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class LogPress(CallbackData, prefix="il"):
    """An event's log: room (a page), whom (`id` is a squad, 0 those without), about, kind, begin, save, drop, check.

    From about on `id` is a registration, 0 a place or a thing.
    """

    event_id: int
    do: str
    id: int = 0
    kind: str = ""
    value: int = 0


class IncidentPress(CallbackData, prefix="ie"):
    """One entry: open, correct; for its guardians tell, ask (a language in `value`), call, send (`value`: the seal)."""

    incident_id: int
    do: str
    value: str = ""
