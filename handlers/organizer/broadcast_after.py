"""What has been sent already: deleting it from people's chats."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import removing
from bot.middlewares.turn import Turn
from handlers.broadcast_callbacks import AfterPress
from handlers.callbacks import BroadcastPress, Press
from handlers.organizer import broadcast, broadcast_cards
from handlers.organizer import broadcast_after_cards as cards

router = Router(name="broadcast-after")


@router.callback_query(Press(AfterPress, "remove"))
async def ask_remove(press: CallbackQuery, turn: Turn, data: AfterPress) -> None:
    """Ask in a message of its own: the pressed one goes on showing the figures."""
    del press
    view = await turn.read(removing.read_question, broadcast_id=data.broadcast_id)
    await turn.send(cards.removal_question(turn.t, view, broadcast_cards.start_of(turn.t, view.broadcast)))


@router.callback_query(Press(AfterPress, "remove-yes"))
async def remove(press: CallbackQuery, turn: Turn, data: AfterPress) -> None:
    """Delete what was delivered; the pressed message shows the progress from now on."""
    message_id = press.message.message_id if press.message else None
    view = await broadcast.attempt(turn, _as_press(data), removing.remove, message_id=message_id)
    if view is not None:
        await turn.show(broadcast_cards.progress(turn.t, view, broadcast.per_second(turn)))


def _as_press(data: AfterPress) -> BroadcastPress:
    return BroadcastPress(broadcast_id=data.broadcast_id, revision=0, do=data.do)
