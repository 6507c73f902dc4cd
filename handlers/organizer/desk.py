"""The organizer's desk: the programmes one runs, and the way to everything in them."""

from __future__ import annotations

from aiogram import Router

from bot.middlewares.turn import Turn
from handlers import cards

router = Router(name="organizer")


async def show_desk(turn: Turn) -> None:
    """Show the programmes one runs."""
    await turn.show(cards.help_card(turn.t))


async def show_current(turn: Turn) -> None:
    """Show the part of the desk a person is on."""
    await show_desk(turn)
