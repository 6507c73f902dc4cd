"""What the buttons about a programme's people, trail and deeds of two carry; the rules are those of `callbacks`."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class TeamPress(CallbackData, prefix="I"):
    """Inviting somebody: part, unit, until, make; with what was chosen so far (0 is nothing, and no end)."""

    programme_id: int
    do: str
    role: str
    event_id: int = 0
    unit_id: int = 0
    days: int = 0


class GrantPress(CallbackData, prefix="E"):
    """Somebody's role in a programme: open, when, end (after days), release, release-end, or another role to give."""

    grant_id: int
    do: str
    days: int = 0


class TrailPress(CallbackData, prefix="H"):
    """A page of the trail of a registration (of: r) or of somebody who holds a role (p: the subject is the grant)."""

    of: str
    subject_id: int
    page: int = 0


class VouchPress(CallbackData, prefix="V"):
    """A deed that takes two: open, confirm, withdraw (one's own; somebody else's: say no)."""

    vouch_id: int
    do: str
