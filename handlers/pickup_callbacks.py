"""What the buttons about collecting children carry; the rules are those of `callbacks`."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class CollectPress(CallbackData, prefix="pc"):
    """A guardian's list of who may collect: open, self, name, alone …; of somebody (`ref`) person, remove."""

    registration_id: int
    do: str
    ref: int = 0


class PickupPress(CallbackData, prefix="pu"):
    """Handing children over: rooms, and of an event room, find, here, out; of a leader's squad own-here, own-out."""

    do: str
    event_id: int
    squad_id: int = 0
    page: int = 0


class HandPress(CallbackData, prefix="ph"):
    """One child: look; who, document, known and alone (`ref` is who collects); undo and back (`ref` is the leaving).

    To bar a guardian, bar-kin (`ref` is the account).

    `seen` is how often the child had left when the button was shown.
    """

    do: str
    registration_id: int
    ref: int = 0
    seen: int = 0
