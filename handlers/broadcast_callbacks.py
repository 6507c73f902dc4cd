"""What the buttons of confirmed announcements and emergencies carry; the rules are those of `callbacks`."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class GotItPress(CallbackData, prefix="A"):
    """Under a copy: yes (read and understood); try under the copy that its sender looks at."""

    broadcast_id: int
    do: str


class RaisePress(CallbackData, prefix="B"):
    """A draft that asks for an answer: reply, set (off, or hours), alarm, calm, raise, raise-yes."""

    broadcast_id: int
    revision: int
    do: str
    value: str = ""


class AnswersPress(CallbackData, prefix="L"):
    """Who confirmed: room (apart), open, calls, silent and confirmed, of a stream (s), a unit (u) or all (a)."""

    broadcast_id: int
    do: str
    part: str = "a"
    part_id: int = 0
    page: int = 0


class LaterPress(CallbackData, prefix="N"):
    """Sending later: when, at (a ready time), joins, join (off, start, end), pause, resume, inherit, discard(-yes)."""

    broadcast_id: int
    revision: int
    do: str
    value: str = ""


class AfterPress(CallbackData, prefix="J"):
    """What has been sent: remove(-yes), correct, correct-in (a language), correct-yes (a mark), correct-look, table."""

    broadcast_id: int
    do: str
    value: str = ""


class LinkPress(CallbackData, prefix="lk"):
    """Links of a draft: links, add, drop (by its number)."""

    broadcast_id: int
    revision: int
    do: str
    value: str = ""


class BranchPress(CallbackData, prefix="O"):
    """Whom a draft is for by org units: look (below a unit, 0: the roots), only, without, all."""

    broadcast_id: int
    revision: int
    do: str
    unit_id: int = 0
    page: int = 0
