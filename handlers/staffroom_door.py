"""Takes out of a staff room whoever has lost the role by which they read along there.

Always true: somebody is banned and let off the ban at once, so that they can be brought back; a kill between the two
is made good at the next look; whom Telegram does not let us remove is reported, and the room stays a room.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Final

from bot.domain.staffroom import Leaver, Outcome
from bot.telegram import BadRequest

Call = Callable[[str, dict[str, Any]], Awaitable[Any]]
"""One call of Telegram about the room."""

_OUTSIDE: Final = frozenset({"left", "kicked"})
_STRANGE: Final = ("user not found", "PARTICIPANT_ID_INVALID", "USER_NOT_PARTICIPANT", "member not found")
"""How Telegram says that it knows nobody like this there."""


async def take_out(call: Call, leaver: Leaver, begin: Callable[[], Awaitable[None]]) -> Outcome:
    """Remove somebody and return what became of it; `begin` notes it before Telegram is asked."""
    who = {"user_id": leaver.telegram_id}
    try:
        status = (await call("getChatMember", who)).get("status")
        if status == "kicked" and leaver.is_removing:
            await call("unbanChatMember", who | {"only_if_banned": True})
            return Outcome.REMOVED
        if status in _OUTSIDE:
            return Outcome.REMOVED if leaver.is_removing else Outcome.ABSENT
        await begin()
        await call("banChatMember", who)
        await call("unbanChatMember", who | {"only_if_banned": True})
    except BadRequest as error:
        is_strange = any(words in error.description for words in _STRANGE)
        return Outcome.ABSENT if is_strange else Outcome.STAYS
    return Outcome.REMOVED
