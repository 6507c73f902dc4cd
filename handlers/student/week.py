"""One's own timetable over more than a day, in chat."""

from __future__ import annotations

import asyncio
from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import weeks
from bot.middlewares.turn import Turn
from handlers import week_cards as cards
from handlers.callbacks import Press, day_of
from handlers.timetable_callbacks import WeekPress

router = Router(name="week")

AT_ONCE: Final = 2
"""Pictures that are drawn at the same time, whoever asked for them."""
_room = asyncio.Semaphore(AT_ONCE)


@router.callback_query(Press(WeekPress, "now"))
async def show_now(press: CallbackQuery, turn: Turn, data: WeekPress) -> None:
    """Show what is on and what comes next."""
    del press
    own = await turn.read(weeks.read_own, registration_id=data.registration_id)
    await turn.show(cards.now_next(turn.t, own))


@router.callback_query(Press(WeekPress, "week"))
async def show_week(press: CallbackQuery, turn: Turn, data: WeekPress) -> None:
    """Draw a week; drawing does not keep others waiting."""
    del press
    own = await turn.read(weeks.read_own, registration_id=data.registration_id)
    on = day_of(data.on)
    if not own.week_of(on):
        await turn.show(cards.nothing(turn.t, own))
        return
    async with _room:
        picture = await asyncio.to_thread(cards.draw, turn.t, own, on)
    await turn.send(cards.week(turn.t, own, on, picture))


@router.callback_query(Press(WeekPress, "calendar"))
async def send_calendar(press: CallbackQuery, turn: Turn, data: WeekPress) -> None:
    """Send the whole timetable for a calendar."""
    del press
    own = await turn.read(weeks.read_own, registration_id=data.registration_id)
    await turn.send(cards.calendar(turn.t, own))
