"""A leader's own squad: who is in it, whom to call."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import accounts, leading
from bot.actions.leading import PLACE
from bot.middlewares.turn import Turn
from handlers.callbacks import Press, day_of
from handlers.leader import squad_cards as cards
from handlers.squad_callbacks import LeaderPress

router = Router(name="squad")


async def show_own(turn: Turn) -> None:
    """Show the squads one leads; a single one at once."""
    found = await turn.read(leading.list_own)
    if len(found) == 1:
        await show_squad(turn, found[0][0].id)
        return
    await turn.show(cards.own(turn.t, found))


async def show_squad(turn: Turn, squad_id: int, page: int = 0) -> None:
    """Show one's own squad and remember that one is there."""
    found, letters = await turn.read(leading.read_own, squad_id=squad_id)
    if turn.actor.place != PLACE or turn.actor.place_args.get("squad") != squad_id:
        await turn.act(accounts.go, place=PLACE, args={"squad": squad_id})
    await turn.show(cards.squad(turn.t, found, letters, page))


async def show_current(turn: Turn) -> None:
    """Show the squad a leader is at, after a restart for instance."""
    await show_squad(turn, turn.actor.place_args["squad"])


@router.callback_query(Press(LeaderPress, "own", "open"))
async def open_squad(press: CallbackQuery, turn: Turn, data: LeaderPress) -> None:
    """Come to one's squads, or to one of them."""
    del press
    if data.do == "own":
        await show_own(turn)
    else:
        await show_squad(turn, data.squad_id, max(0, data.page))


@router.callback_query(Press(LeaderPress, "day"))
async def show_day(press: CallbackQuery, turn: Turn, data: LeaderPress) -> None:
    """Show a day of one's own squad."""
    del press
    on = day_of(data.on) if data.on else None
    await turn.show(cards.day(turn.t, await turn.read(leading.read_day, squad_id=data.squad_id, on=on)))


@router.callback_query(Press(LeaderPress, "calls"))
async def show_calls(press: CallbackQuery, turn: Turn, data: LeaderPress) -> None:
    """Show whom to call."""
    del press
    await turn.show(cards.calls(turn.t, await turn.act(leading.take_calls, squad_id=data.squad_id)))
