"""The room «Selection»: how an event chooses, and how many places its streams have."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import selecting
from bot.domain.errors import StaleError
from bot.domain.event import Mode
from bot.middlewares.turn import Turn
from bot.telegram import Outgoing
from handlers.callbacks import Press
from handlers.organizer import selection_cards as cards
from handlers.organizer.presses import SelectionPress
from handlers.organizer.standing import stand
from handlers.places import At

router = Router(name="selection")

LONGEST_NUMBER, LONGEST_INSTANT = 6, 16


async def show_room(turn: Turn, event_id: int) -> None:
    """Show how an event chooses."""
    room = await turn.read(selecting.read_room, event_id=event_id)
    await stand(turn, event=event_id)
    await turn.show(cards.room(turn.t, room))


async def show_current_capacity(turn: Turn) -> None:
    """Ask for the number of places again, after a restart for instance."""
    event, row = await turn.read(selecting.read_stream, stream_id=turn.actor.place_args["stream"])
    await turn.show(cards.capacity(turn.t, event, row))


@router.callback_query(Press(SelectionPress, "room"))
async def open_room(press: CallbackQuery, turn: Turn, data: SelectionPress) -> None:
    """Come into the room."""
    del press
    await show_room(turn, data.id)


@router.callback_query(Press(SelectionPress, "ask", "mode"))
async def choose_mode(press: CallbackQuery, turn: Turn, data: SelectionPress) -> None:
    """Ask before the way of choosing changes, then change it."""
    del press
    if data.value not in set(Mode):
        raise StaleError
    mode = Mode(data.value)
    if data.do == "ask":
        room = await turn.read(selecting.read_room, event_id=data.id)
        await turn.show(cards.mode_question(turn.t, room, mode))
        return
    await turn.act(selecting.choose_mode, event_id=data.id, mode=mode)
    await show_room(turn, data.id)


@router.callback_query(Press(SelectionPress, "places"))
async def ask_capacity(press: CallbackQuery, turn: Turn, data: SelectionPress) -> None:
    """Ask for the number of places."""
    del press
    event, row = await turn.act(selecting.ask_capacity, stream_id=data.id)
    await turn.show(cards.capacity(turn.t, event, row))


@router.message(At(selecting.CAPACITY))
async def take_capacity(message: Message, turn: Turn) -> None:
    """Take a typed number of places."""
    typed = (message.text or "").strip()
    if not _is_number(typed) or len(typed) > LONGEST_NUMBER:
        await turn.send(Outgoing(text=turn.t("capacity-number-needed")))
        return
    stream_id = turn.actor.place_args["stream"]
    done = await turn.act(selecting.resize, stream_id=stream_id, capacity=int(typed))
    if not done.is_refused:
        await stand(turn, event=done.event.id)
    await turn.send(cards.resized(turn.t, done))


@router.callback_query(Press(SelectionPress, "undo"))
async def undo_capacity(press: CallbackQuery, turn: Turn, data: SelectionPress) -> None:
    """Take a change of the number of places back."""
    del press
    capacity, _, at = data.value.partition("-")
    if not (_is_number(capacity) and _is_number(at)):
        raise StaleError
    event = await turn.act(selecting.undo_resize, stream_id=data.id, capacity=int(capacity), at=int(at))
    await turn.answer(turn.t("capacity-undone"))
    await show_room(turn, event.id)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= LONGEST_INSTANT
