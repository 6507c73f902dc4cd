"""What an event was like: two presses and a line."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import opining
from bot.domain.errors import StaleError
from bot.domain.opinion import Again
from bot.middlewares.turn import Turn
from handlers import opinion_cards as cards
from handlers.attention_callbacks import OpinionPress
from handlers.callbacks import Press
from handlers.places import At

router = Router(name="opinion")


async def show_current(turn: Turn) -> None:
    """Show what is asked, after a restart for instance."""
    await turn.show(cards.asked(turn.t, await turn.read(opining.read_here)))


@router.callback_query(Press(OpinionPress, "open"))
async def open_own(press: CallbackQuery, turn: Turn, data: OpinionPress) -> None:
    """Show what is asked next."""
    del press
    await turn.show(cards.asked(turn.t, await turn.read(opining.read_own, event_id=data.event_id)))


@router.callback_query(Press(OpinionPress, "stars"))
async def give_stars(press: CallbackQuery, turn: Turn, data: OpinionPress) -> None:
    """Take the stars and ask whether they would come again."""
    del press
    if data.value not in cards.STARS:
        raise StaleError
    said = await turn.act(opining.give_stars, event_id=data.event_id, stars=int(data.value))
    await turn.show(cards.asked(turn.t, said))


@router.callback_query(Press(OpinionPress, "again"))
async def say_again(press: CallbackQuery, turn: Turn, data: OpinionPress) -> None:
    """Take whether they would come again and ask for a line."""
    del press
    if data.value not in set(Again):
        raise StaleError
    said = await turn.act(opining.say_again, event_id=data.event_id, again=Again(data.value))
    await turn.show(cards.asked(turn.t, said))


@router.message(At(opining.PLACE))
async def write(message: Message, turn: Turn) -> None:
    """Take the line and thank."""
    await turn.show(cards.asked(turn.t, await turn.act(opining.write, text=message.text or "")))


@router.callback_query(Press(OpinionPress, "heard"))
async def hear(press: CallbackQuery, turn: Turn, data: OpinionPress) -> None:
    """Show an organizer what everybody said."""
    del press
    await turn.show(cards.heard(turn.t, await turn.read(opining.read_heard, event_id=data.event_id)))
