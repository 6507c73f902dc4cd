"""What reaches a person at once, and what they missed: everybody's own screens."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import digesting
from bot.domain.attention import Attention
from bot.domain.errors import StaleError
from bot.middlewares.turn import Turn
from handlers import attention_cards as cards
from handlers.attention_callbacks import AttentionPress
from handlers.callbacks import Press
from handlers.notices import render_one
from handlers.places import Command

door = Router(name="attention-door")
router = Router(name="attention")


@door.message(Command("notices"))
async def command(message: Message, turn: Turn, argument: str) -> None:
    """Show what a person chose."""
    del message, argument
    await _show(turn)


@router.callback_query(Press(AttentionPress, "open"))
async def open_settings(press: CallbackQuery, turn: Turn, data: AttentionPress) -> None:
    """Show what a person chose."""
    del press, data
    await _show(turn)


@router.callback_query(Press(AttentionPress, "set", "hour"))
async def choose(press: CallbackQuery, turn: Turn, data: AttentionPress) -> None:
    """Change what reaches the person, or the hour of the digest."""
    del press
    if data.do == "hour":
        changed = await turn.act(digesting.choose, hour=data.id)
    elif data.value in set(Attention):
        changed = await turn.act(digesting.choose, attention=Attention(data.value))
    else:
        raise StaleError
    await turn.show(cards.settings(turn.t, changed))


@router.callback_query(Press(AttentionPress, "missed"))
async def missed(press: CallbackQuery, turn: Turn, data: AttentionPress) -> None:
    """List what the person was not told at once."""
    del press
    page = await turn.read(digesting.list_missed, page=data.id)
    await turn.show(cards.missed(turn.t, page, render=render_one))


@router.callback_query(Press(AttentionPress, "see", "read"))
async def see(press: CallbackQuery, turn: Turn, data: AttentionPress) -> None:
    """Show the whole of one message: over the list, or below a digest, which stays."""
    del press
    found = await turn.read(digesting.open_missed, message_id=data.id)
    screen = render_one(turn.t, found.template, found.data)
    if data.do == "read":
        await turn.send(screen)
        return
    if screen.album and not screen.rest:
        await turn.send(screen)
        await turn.send(cards.below_album(turn.t))
        return
    await turn.show(screen.plus(cards.back_to_missed(turn.t)))


async def _show(turn: Turn) -> None:
    await turn.show(cards.settings(turn.t, await turn.read(digesting.read_settings)))
