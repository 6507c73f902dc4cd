"""What the buttons of polls carry; the rules are those of `callbacks`."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class VotePress(CallbackData, prefix="pv"):
    """Under a question: give and back (one's answer), try under the copy that its sender looks at."""

    broadcast_id: int
    do: str
    option: int


class PollsPress(CallbackData, prefix="pl"):
    """An event's polls: list, new."""

    event_id: int
    do: str


class PollPress(CallbackData, prefix="po"):
    """A draft: options, set, ends. A sent one: room (apart), results, parts, voters, picture, close …, publish …."""

    broadcast_id: int
    revision: int
    do: str
    value: str = ""
