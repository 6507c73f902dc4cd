"""The live funnel of an event: numbers, down to a school, a picture, and where people stop."""

from __future__ import annotations

import asyncio

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import counting
from bot.documents.funnel import draw_funnel
from bot.middlewares.turn import Turn
from handlers.callbacks import Press
from handlers.organizer import funnel_cards as cards
from handlers.organizer.presses import FunnelPress
from handlers.organizer.standing import stand

router = Router(name="funnel")


@router.callback_query(Press(FunnelPress, "open", "stops"))
async def go(press: CallbackQuery, turn: Turn, data: FunnelPress) -> None:
    """Go up or down the tree, or to the questions at which people stop."""
    del press
    if data.do == "stops":
        await turn.show(cards.stops(turn.t, await turn.read(counting.read_stops, event_id=data.event_id)))
        return
    page = await turn.read(counting.read_funnel, event_id=data.event_id, unit_id=data.unit_id, page=data.page)
    await stand(turn, event=data.event_id)
    await turn.show(cards.funnel(turn.t, page))


@router.callback_query(Press(FunnelPress, "picture"))
async def show_picture(press: CallbackQuery, turn: Turn, data: FunnelPress) -> None:
    """Draw the steps; drawing does not keep others waiting."""
    del press
    page = await turn.read(counting.read_funnel, event_id=data.event_id, unit_id=data.unit_id)
    picture = await asyncio.to_thread(draw_funnel, **cards.drawing(turn.t, page))
    await turn.send(cards.picture(turn.t, page, picture))
