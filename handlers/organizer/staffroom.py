"""The staff group of an event, in an organizer's private chat: how to connect one, confirming it, letting it go."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import connecting
from bot.middlewares.turn import Turn
from handlers import staffroom_rooms as rooms
from handlers.callbacks import Press
from handlers.organizer import staffroom_cards as cards
from handlers.organizer.standing import stand
from handlers.staffroom_callbacks import StaffroomPress
from handlers.staffroom_watch import leave

router = Router(name="staffroom")


@router.callback_query(Press(StaffroomPress, "page", "cut"))
async def open_page(press: CallbackQuery, turn: Turn, data: StaffroomPress) -> None:
    """Come to the staff group of an event, or ask before it is let go."""
    del press
    page = await turn.read(connecting.read_page, event_id=data.event_id)
    await stand(turn, event=page.event.id)
    await turn.show(cards.ask_cut(turn.t, page) if data.do == "cut" and page.room else cards.page(turn.t, page))


@router.callback_query(Press(StaffroomPress, "cut-yes"))
async def cut(press: CallbackQuery, turn: Turn, data: StaffroomPress) -> None:
    """Let the group go."""
    del press
    room = await turn.act(connecting.cut, event_id=data.event_id)
    await leave(turn.house, room.chat_id)
    await turn.show(cards.page(turn.t, await turn.read(connecting.read_page, event_id=data.event_id)))


@router.callback_query(Press(StaffroomPress, "choose"))
async def choose(press: CallbackQuery, turn: Turn, data: StaffroomPress) -> None:
    """Choose the event a group is for."""
    del press
    await turn.show(await rooms.confirmed(turn, data.room_id, data.event_id))


@router.callback_query(Press(StaffroomPress, "connect"))
async def connect(press: CallbackQuery, turn: Turn, data: StaffroomPress) -> None:
    """Confirm that an event's conversations go to a group."""
    del press
    choice = await turn.act(connecting.connect, room_id=data.room_id, event_id=data.event_id)
    await rooms.say(turn.house, choice.room.chat_id, turn.t("staffroom-here", title=choice.event.title))
    await turn.show(cards.page(turn.t, await turn.read(connecting.read_page, event_id=data.event_id)))


@router.callback_query(Press(StaffroomPress, "refuse"))
async def refuse(press: CallbackQuery, turn: Turn, data: StaffroomPress) -> None:
    """Leave a group unconnected."""
    del press
    room = await turn.act(connecting.refuse, room_id=data.room_id)
    await leave(turn.house, room.chat_id)
    await turn.show(cards.refused(turn.t))
