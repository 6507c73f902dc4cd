"""What of a message is asked for next: a message may consist of several, which go out, or are changed, one by one.

Always true: what Telegram has confirmed is not asked for again; each step is a request of its own, whose result is
written down before the next, so that a process which dies repeats the step it was in and no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.outgoing import Outgoing
from storage.outbox import Owed


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One request: something to send, or (with a `message_id`) to change; nothing to say is a deletion."""

    outgoing: Outgoing | None
    message_id: int | None = None
    is_last: bool = True


def next_step(owed: Owed, outgoing: Outgoing | None) -> Step:
    """Return what is to be asked for now; the last part once more when nothing is left."""
    if outgoing is None:
        return Step(outgoing=None)
    if owed.message_ids:
        pairs = tuple(_pairs(outgoing.parts, owed.message_ids)) or ((owed.message_ids[0], outgoing),)
        at = min(len(owed.sent_ids), len(pairs) - 1)
        message_id, part = pairs[at]
        return Step(outgoing=part, message_id=message_id, is_last=at == len(pairs) - 1)
    left = list(outgoing.parts)
    there = len(owed.sent_ids)
    while len(left) > 1 and there >= left[0].span:
        there -= left[0].span
        left.pop(0)
    return Step(outgoing=left[0], is_last=len(left) == 1)


def _pairs(parts: Sequence[Outgoing], message_ids: Sequence[int]) -> Iterator[tuple[int, Outgoing]]:
    """Yield each part that has words with the message in the chat that shows it."""
    place = 0
    for part in parts:
        if part.text and place < len(message_ids):
            yield message_ids[place], part
        place += part.span
