"""What participants think of sessions, for organizers, in chat."""

from __future__ import annotations

import asyncio

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import surveying
from bot.documents.chart import draw_bars
from bot.middlewares.turn import Turn
from handlers.callbacks import Press
from handlers.organizer import survey_cards as cards
from handlers.timetable_callbacks import TimetablePress

router = Router(name="survey")


@router.callback_query(Press(TimetablePress, "survey"))
async def show_all(press: CallbackQuery, turn: Turn, data: TimetablePress) -> None:
    """Show every session that is over."""
    del press
    await turn.show(cards.survey(turn.t, await turn.read(surveying.read_survey, event_id=data.event_id)))


@router.callback_query(Press(TimetablePress, "survey-one"))
async def show_one(press: CallbackQuery, turn: Turn, data: TimetablePress) -> None:
    """Show the figures of one session."""
    del press
    await turn.show(cards.one(turn.t, await turn.read(surveying.read_one, session_id=data.session_id)))


@router.callback_query(Press(TimetablePress, "survey-chart"))
async def show_picture(press: CallbackQuery, turn: Turn, data: TimetablePress) -> None:
    """Draw the figures of one session; drawing does not keep others waiting."""
    del press
    found = await turn.read(surveying.read_one, session_id=data.session_id)
    image = await asyncio.to_thread(draw_bars, **cards.chart(turn.t, found))
    await turn.send(cards.picture(turn.t, found, image))


@router.callback_query(Press(TimetablePress, "survey-table"))
async def send_table(press: CallbackQuery, turn: Turn, data: TimetablePress) -> None:
    """Send everything as a spreadsheet."""
    del press
    found = await turn.read(surveying.read_survey, event_id=data.event_id)
    content = await asyncio.to_thread(cards.draw_table, turn.t, found, turn.now)
    await turn.send(cards.table(turn.t, found, content))
