"""«Got it» under an announcement, as whoever it was sent to presses it."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import acknowledging
from bot.middlewares.turn import Turn
from bot.telegram import Outgoing
from handlers.broadcast_callbacks import GotItPress
from handlers.broadcast_copy import buttons
from handlers.callbacks import Press

router = Router(name="acknowledge")


@router.callback_query(Press(GotItPress, "yes"))
async def confirm(press: CallbackQuery, turn: Turn, data: GotItPress) -> None:
    """Remember it once; the button becomes a tick."""
    del press
    done = await turn.act(acknowledging.confirm, broadcast_id=data.broadcast_id)
    await turn.answer(turn.t("got-it-thanks" if done.is_new else "got-it-already"))
    await turn.change_buttons(Outgoing(text="", keyboard=buttons(turn.t, done.copy, do="done")))


@router.callback_query(Press(GotItPress, "try"))
async def try_it(press: CallbackQuery, turn: Turn, data: GotItPress) -> None:
    """Tell its sender what the button is for."""
    del press, data
    await turn.answer(turn.t("got-it-try"), is_alert=True)
