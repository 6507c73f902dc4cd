"""Where an organizer stands at the desk, remembered so that it can be shown again and no typed word goes astray."""

from __future__ import annotations

from bot.actions import accounts
from bot.middlewares.turn import Turn

DESK = "desk"
REASON = "decision-reason"


async def stand(turn: Turn, **args: int) -> None:
    """Remember the part of the desk a person looks at, if they were anywhere else; it has been shown to them."""
    if turn.actor.place != DESK or dict(turn.actor.place_args) != args:
        await turn.act(accounts.go, place=DESK, args=args)
