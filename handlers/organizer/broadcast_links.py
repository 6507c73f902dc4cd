"""Buttons with links under an announcement."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import linking
from bot.domain.errors import StaleError
from bot.domain.link import LinkError
from bot.middlewares.turn import Turn
from bot.telegram import Outgoing
from handlers.broadcast_callbacks import LinkPress
from handlers.callbacks import Press
from handlers.organizer import broadcast
from handlers.organizer import broadcast_content_cards as cards
from handlers.places import At

router = Router(name="broadcast-links")


@router.callback_query(Press(LinkPress, "links"))
async def show_links(press: CallbackQuery, turn: Turn, data: LinkPress) -> None:
    """Show a draft's links."""
    del press
    await turn.show(cards.links(turn.t, await turn.read(linking.read, broadcast_id=data.broadcast_id)))


@router.callback_query(Press(LinkPress, "add"))
async def ask_link(press: CallbackQuery, turn: Turn, data: LinkPress) -> None:
    """Let one more link be typed."""
    del press
    draft = await broadcast.attempt(turn, data.broadcast_id, linking.ask)
    if draft is not None:
        await turn.show(cards.ask_link(turn.t, draft))


@router.message(At(linking.PLACE))
async def take_link(message: Message, turn: Turn) -> None:
    """Take a typed link; what is wrong with it is said."""
    try:
        draft = await turn.act(linking.add, typed=message.text or "")
    except LinkError as error:
        await turn.send(Outgoing(text=turn.t(f"link-problem-{error.why}")))
        return
    await turn.show(cards.links(turn.t, draft))


@router.callback_query(Press(LinkPress, "drop"))
async def drop(press: CallbackQuery, turn: Turn, data: LinkPress) -> None:
    """Take one link away."""
    del press
    if not data.value.isdecimal() or len(data.value) > 1:
        raise StaleError
    asked = {"revision": data.revision, "number": int(data.value)}
    draft = await broadcast.attempt(turn, data.broadcast_id, linking.drop, **asked)
    if draft is not None:
        await turn.show(cards.links(turn.t, draft))


async def show_current(turn: Turn) -> None:
    """Ask again for the link a person was asked for."""
    draft = await turn.read(linking.read, broadcast_id=turn.actor.place_args["broadcast"])
    await turn.show(cards.ask_link(turn.t, draft))
