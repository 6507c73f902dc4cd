"""What the buttons about a child's guardians carry; the rules are those of `callbacks`."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class CirclePress(CallbackData, prefix="C"):
    """Who is linked to a child, for its family: open, invite, relation, is-…, leave, leave-yes, hand-over."""

    registration_id: int
    do: str


class WardPress(CallbackData, prefix="W"):
    """One guardian, for organizers: list, open, set (a limit with a reason), lift, first, allow, end ..."""

    registration_id: int
    link_id: int
    do: str


class TakeoverPress(CallbackData, prefix="T"):
    """Whether the account that asked is the child's: yes, no."""

    takeover_id: int
    do: str
