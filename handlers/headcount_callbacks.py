"""What the buttons of head counts carry; the rules are those of `callbacks`."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class HeadcountsPress(CallbackData, prefix="hs"):
    """An event's head counts: room, all, choose (`on`, `off` with a squad's id), chosen, minutes (in `id`)."""

    event_id: int
    do: str
    id: int = 0


class HeadcountPress(CallbackData, prefix="hc"):
    """One count, for organizers: live, calls, squads, desk, close, close-yes."""

    headcount_id: int
    do: str


class RollPress(CallbackData, prefix="hr"):
    """A squad of a count: open, p, m, u (seen, missing, not marked: `id` is a registration), rest.

    `by` is what a tap on a name says: m (missing) or p (seen); the rest is then the other one.
    """

    headcount_id: int
    squad_id: int
    do: str
    id: int = 0
    page: int = 0
    by: str = "m"
