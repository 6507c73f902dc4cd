"""What the buttons about squads and letters to families carry; the rules are those of `callbacks`."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class SquadsPress(CallbackData, prefix="sq"):
    """An event's squads: room, waiting (page in `value`), make, unmake, how, preview, spread, unspread ..."""

    event_id: int
    do: str
    stream_id: int = 0
    value: str = ""


class SquadPress(CallbackData, prefix="sd"):
    """A squad: open, name, places, end; with an id pick and to (a registration), leader, dismiss (a grant)."""

    squad_id: int
    do: str
    id: int = 0
    page: int = 0


class LeaderPress(CallbackData, prefix="ld"):
    """A leader's own squads: own; by squad open (one page), day (`on`, an ISO date), calls, message."""

    do: str
    squad_id: int = 0
    page: int = 0
    on: str = ""


class LetterPress(CallbackData, prefix="lt"):
    """A letter to families: begin, did, best, tomorrow, text, photos, whole, look, submit, back, confirm, undo ...

    About a photo: on and off (`id` is the registration of a child), nobody, marked, unphoto.
    """

    letter_id: int
    revision: int
    do: str
    photo: int = 0
    id: int = 0
