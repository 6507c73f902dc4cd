"""Counting a squad: taps on names, and that it is done; for its leaders, and for organizers who count for them."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import marking
from bot.domain.headcount import Mark
from bot.middlewares.turn import Turn
from handlers import headcount_cards as cards
from handlers.callbacks import Press
from handlers.headcount_callbacks import RollPress
from handlers.headcount_cards import Taps

router = Router(name="headcount")


async def show_current(turn: Turn) -> None:
    """Show the list somebody counts by, after a restart for instance."""
    found = await turn.read(marking.read_current)
    taps = Taps(headcount_id=found.headcount.id, squad_id=found.part.squad.id)
    await turn.show(cards.roll(turn.t, found, taps))


@router.callback_query(Press(RollPress, "open"))
async def open_roll(press: CallbackQuery, turn: Turn, data: RollPress) -> None:
    """Show a squad's list."""
    del press
    found = await turn.read(marking.read_roll, headcount_id=data.headcount_id, squad_id=data.squad_id)
    await turn.show(cards.roll(turn.t, found, _taps(data)))


@router.callback_query(Press(RollPress, "p", "m", "u"))
async def mark(press: CallbackQuery, turn: Turn, data: RollPress) -> None:
    """Mark one child."""
    del press
    about = {"headcount_id": data.headcount_id, "squad_id": data.squad_id, "registration_id": data.id}
    await turn.show(cards.roll(turn.t, await turn.act(marking.mark, mark=Mark(data.do), **about), _taps(data)))


@router.callback_query(Press(RollPress, "rest"))
async def finish(press: CallbackQuery, turn: Turn, data: RollPress) -> None:
    """End with a squad: the rest is what a tap does not say."""
    del press
    taps = _taps(data)
    rest = Mark.PRESENT if taps.by is Mark.MISSING else Mark.MISSING
    about = {"headcount_id": data.headcount_id, "squad_id": data.squad_id, "rest": rest}
    await turn.show(cards.roll(turn.t, await turn.act(marking.finish, **about), taps))


def _taps(data: RollPress) -> Taps:
    by = Mark.PRESENT if data.by == Mark.PRESENT.value else Mark.MISSING
    return Taps(headcount_id=data.headcount_id, squad_id=data.squad_id, by=by, page=max(0, data.page))
