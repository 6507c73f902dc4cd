"""Registrations that look wrong: the list, «it is fine», and taking that back."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import checking
from bot.middlewares.turn import Turn
from handlers.callbacks import Press
from handlers.organizer import check_cards as cards
from handlers.organizer.presses import CheckPress
from handlers.organizer.standing import stand

router = Router(name="checks")


async def show_list(turn: Turn, event_id: int, page: int = 0) -> None:
    """Show one page of what looks wrong."""
    found = await turn.read(checking.read_page, event_id=event_id, page=page)
    await stand(turn, event=event_id)
    await turn.show(cards.odd(turn.t, found))


@router.callback_query(Press(CheckPress, "list"))
async def open_list(press: CallbackQuery, turn: Turn, data: CheckPress) -> None:
    """Open the list."""
    del press
    await show_list(turn, data.id, data.at)


@router.callback_query(Press(CheckPress, "fine"))
async def settle(press: CallbackQuery, turn: Turn, data: CheckPress) -> None:
    """Find a registration to be fine."""
    del press
    await turn.show(cards.settled(turn.t, await turn.act(checking.settle, registration_id=data.id)))


@router.callback_query(Press(CheckPress, "undo"))
async def unsettle(press: CallbackQuery, turn: Turn, data: CheckPress) -> None:
    """Look at it again."""
    del press
    await show_list(turn, await turn.act(checking.unsettle, registration_id=data.id, settled_at=data.at))
