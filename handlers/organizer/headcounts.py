"""The room of head counts: begin one, watch it, see whom to call, close it."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import accounts, headcounting
from bot.actions.tracking import PLACE, Live
from bot.middlewares.turn import Turn
from handlers.callbacks import Press
from handlers.headcount_callbacks import HeadcountPress, HeadcountsPress
from handlers.organizer import desk
from handlers.organizer import headcount_cards as cards

router = Router(name="headcounts")


async def show_room(turn: Turn, event_id: int) -> None:
    """Show the count that runs, or what can be counted."""
    found = await turn.read(headcounting.read_room, event_id=event_id)
    if turn.actor.place != PLACE or turn.actor.place_args.get("event") != event_id:
        await turn.act(accounts.go, place=PLACE, args={"event": event_id})
    await turn.show(cards.live(turn.t, found) if isinstance(found, Live) else cards.room(turn.t, found))


async def show_current(turn: Turn) -> None:
    """Show the room an organizer is in, after a restart for instance."""
    await show_room(turn, turn.actor.place_args["event"])


@router.callback_query(Press(HeadcountsPress, "room"))
async def open_room(press: CallbackQuery, turn: Turn, data: HeadcountsPress) -> None:
    """Come into the room."""
    del press
    await show_room(turn, data.event_id)


@router.callback_query(Press(HeadcountsPress, "minutes"))
async def set_minutes(press: CallbackQuery, turn: Turn, data: HeadcountsPress) -> None:
    """Choose when leaders are reminded."""
    del press
    await turn.act(headcounting.set_minutes, event_id=data.event_id, minutes=data.id)
    await show_room(turn, data.event_id)


@router.callback_query(Press(HeadcountsPress, "choose", "on", "off"))
async def choose(press: CallbackQuery, turn: Turn, data: HeadcountsPress) -> None:
    """Choose squads one by one."""
    del press
    about = {"event_id": data.event_id, "squad_id": data.id, "is_in": data.do == "on"}
    await turn.show(cards.choose(turn.t, await turn.act(headcounting.choose, **about)))


@router.callback_query(Press(HeadcountsPress, "all", "chosen"))
async def begin(press: CallbackQuery, turn: Turn, data: HeadcountsPress) -> None:
    """Begin to count; this message shows the figures from now on."""
    message_id = press.message.message_id if press.message else None
    about = {"event_id": data.event_id, "is_chosen": data.do == "chosen", "message_id": message_id}
    await turn.show(cards.live(turn.t, await turn.act(headcounting.begin, **about)))


@router.callback_query(Press(HeadcountPress, "live"))
async def show_live(press: CallbackQuery, turn: Turn, data: HeadcountPress) -> None:
    """Show how a count stands."""
    del press
    await turn.show(cards.live(turn.t, await turn.read(headcounting.read_live, headcount_id=data.headcount_id)))


@router.callback_query(Press(HeadcountPress, "calls"))
async def show_calls(press: CallbackQuery, turn: Turn, data: HeadcountPress) -> None:
    """Show whom to call, below the figures, which stay live."""
    del press
    await turn.send(cards.calls(turn.t, *await turn.act(headcounting.take_calls, headcount_id=data.headcount_id)))


@router.callback_query(Press(HeadcountPress, "squads"))
async def show_squads(press: CallbackQuery, turn: Turn, data: HeadcountPress) -> None:
    """Show the squads, below the figures, which stay live."""
    del press
    found = await turn.read(headcounting.read_live, headcount_id=data.headcount_id)
    await turn.send(cards.squads_of(turn.t, found))


@router.callback_query(Press(HeadcountPress, "desk"))
async def leave(press: CallbackQuery, turn: Turn, data: HeadcountPress) -> None:
    """Go to the desk in a new message: this one stays live."""
    del press
    found = await turn.read(headcounting.read_live, headcount_id=data.headcount_id)
    await turn.answer()
    turn.press = None
    await desk.show_event(turn, found.event.id)


@router.callback_query(Press(HeadcountPress, "close", "close-yes"))
async def close(press: CallbackQuery, turn: Turn, data: HeadcountPress) -> None:
    """Close a count; ask first when somebody is missing or not marked."""
    del press
    about = {"headcount_id": data.headcount_id}
    found = await turn.read(headcounting.read_live, **about)
    if data.do == "close" and (found.figures.missing or found.figures.open):
        await turn.send(cards.close_question(turn.t, found))
        return
    await turn.show(cards.live(turn.t, await turn.act(headcounting.close, **about)))
