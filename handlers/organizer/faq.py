"""Frequent answers for organizers: the list, one entry, its texts in every language."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import advising
from bot.actions.advising import TEXT, Leaf
from bot.domain.errors import StaleError
from bot.domain.language import Language
from bot.middlewares.turn import Turn
from handlers.callbacks import Press
from handlers.organizer import faq_cards as cards
from handlers.organizer.standing import stand
from handlers.places import At
from handlers.talk_callbacks import FaqPress

router = Router(name="faq")


async def show(turn: Turn, leaf: Leaf) -> None:
    """Show an entry, or ask for the text that comes next."""
    await turn.show(cards.leaf(turn.t, leaf) if leaf.asks is None else cards.ask(turn.t, leaf, *leaf.asks))


async def show_current_text(turn: Turn) -> None:
    """Ask for the text again, after a restart for instance."""
    await show(turn, await turn.read(advising.read_asked))


@router.callback_query(Press(FaqPress, "list"))
async def open_list(press: CallbackQuery, turn: Turn, data: FaqPress) -> None:
    """Show every entry."""
    del press
    shelf = await turn.read(advising.read_shelf, event_id=data.event_id)
    await stand(turn, event=data.event_id)
    await turn.show(cards.shelf(turn.t, shelf))


@router.callback_query(Press(FaqPress, "open"))
async def open_entry(press: CallbackQuery, turn: Turn, data: FaqPress) -> None:
    """Show one entry."""
    del press
    leaf = await turn.read(advising.read_leaf, event_id=data.event_id, entry_id=data.entry_id)
    await stand(turn, event=data.event_id)
    await show(turn, leaf)


@router.callback_query(Press(FaqPress, "new"))
async def begin(press: CallbackQuery, turn: Turn, data: FaqPress) -> None:
    """Begin an entry."""
    del press
    await show(turn, await turn.act(advising.begin, event_id=data.event_id))


@router.callback_query(Press(FaqPress, "text"))
async def ask(press: CallbackQuery, turn: Turn, data: FaqPress) -> None:
    """Ask for one text of an entry."""
    del press
    part, _, code = data.value.partition("-")
    if code not in set(Language):
        raise StaleError
    about = {"event_id": data.event_id, "entry_id": data.entry_id}
    await show(turn, await turn.act(advising.ask, part=part, language=Language(code), **about))


@router.callback_query(Press(FaqPress, "hide", "unhide"))
async def hide(press: CallbackQuery, turn: Turn, data: FaqPress) -> None:
    """Hide an entry, or bring it back."""
    del press
    about = {"event_id": data.event_id, "entry_id": data.entry_id}
    await show(turn, await turn.act(advising.show_or_hide, is_hidden=data.do == "hide", **about))


@router.message(At(TEXT))
async def write(message: Message, turn: Turn) -> None:
    """Take a typed text."""
    await show(turn, await turn.act(advising.write, text=message.text or ""))
