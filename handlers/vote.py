"""The options of a poll, as whoever was asked presses them."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import voting
from bot.middlewares.turn import Turn
from bot.telegram import Outgoing
from handlers import vote_cards
from handlers.callbacks import Press
from handlers.poll_callbacks import VotePress

router = Router(name="vote")


@router.callback_query(Press(VotePress, "give", "back"))
async def vote(press: CallbackQuery, turn: Turn, data: VotePress) -> None:
    """Remember the answer; the buttons show what is chosen."""
    del press
    wanted = {"option": data.option, "is_chosen": data.do == "give"}
    voted = await turn.act(voting.vote, broadcast_id=data.broadcast_id, **wanted)
    words = ", ".join(voted.words)
    await turn.answer(turn.t("vote-kept", options=words) if words else turn.t("vote-taken-back"))
    keyboard = vote_cards.buttons(voted.copy["poll"], chosen=voted.chosen)
    await turn.change_buttons(Outgoing(text="", keyboard=keyboard))


@router.callback_query(Press(VotePress, "try"))
async def try_it(press: CallbackQuery, turn: Turn, data: VotePress) -> None:
    """Tell its sender what the button is for."""
    del press, data
    await turn.answer(turn.t("vote-try"), is_alert=True)
