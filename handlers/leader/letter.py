"""Writing a letter to families part by part and photo by photo, and the second adult who confirms it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import countersigning, writing
from bot.actions.vetting import PLACE, REASON, Page
from bot.middlewares.turn import Turn
from handlers.callbacks import Press
from handlers.leader import letter_cards as cards
from handlers.leader.squad import show_squad
from handlers.places import At
from handlers.squad_callbacks import LeaderPress, LetterPress

router = Router(name="letter")

CHANGES: Final[Mapping[str, Callable[..., Page]]] = {
    "submit": writing.submit,
    "back": writing.take_back,
    "confirm": countersigning.confirm,
    "undo": countersigning.undo,
}
PARTS: Final = ("did", "best", "tomorrow", "text", "photos")


async def show(turn: Turn, page: Page) -> None:
    """Show what is asked now, or the whole."""
    await turn.show(cards.page(turn.t, page))


async def show_current(turn: Turn) -> None:
    """Show what the writer is on, after a restart for instance."""
    await show(turn, await turn.read(writing.read_current))


async def show_current_reason(turn: Turn) -> None:
    """Ask for the reason again."""
    await turn.show(cards.ask_reason(turn.t, await turn.read(countersigning.read_asked)))


@router.callback_query(Press(LeaderPress, "message"))
async def begin_message(press: CallbackQuery, turn: Turn, data: LeaderPress) -> None:
    """Begin a message to the families of one's squad."""
    del press
    await show(turn, await turn.act(writing.begin_message, squad_id=data.squad_id))


@router.callback_query(Press(LetterPress, "begin"))
async def begin(press: CallbackQuery, turn: Turn, data: LetterPress) -> None:
    """Begin a letter, or go on with it."""
    del press
    await show(turn, await turn.act(writing.begin, letter_id=data.letter_id))


@router.callback_query(Press(LetterPress, *PARTS))
async def ask(press: CallbackQuery, turn: Turn, data: LetterPress) -> None:
    """Ask for one part, or for photos."""
    del press
    await show(turn, await turn.act(writing.ask, part=data.do, **_about(data)))


@router.callback_query(Press(LetterPress, "whole", "look", "drop"))
async def open_whole(press: CallbackQuery, turn: Turn, data: LetterPress) -> None:
    """Show the whole letter, its photos, or the question before it is thrown away."""
    del press
    page = await turn.read(writing.read_whole, letter_id=data.letter_id)
    if data.do == "drop":
        await turn.show(cards.drop_question(turn.t, page))
        return
    if data.do == "look":
        for photo in cards.look(turn.t, page):
            await turn.send(photo)
        await turn.send(cards.whole(turn.t, page))
        return
    await show(turn, page)


@router.callback_query(Press(LetterPress, "drop-yes"))
async def drop(press: CallbackQuery, turn: Turn, data: LetterPress) -> None:
    """Throw away what one is writing."""
    del press
    await show_squad(turn, await turn.act(writing.drop, **_about(data)))


@router.callback_query(Press(LetterPress, *CHANGES))
async def change(press: CallbackQuery, turn: Turn, data: LetterPress) -> None:
    """Hand a letter on, take it back, confirm it, or take that back."""
    del press
    await show(turn, await turn.act(CHANGES[data.do], **_about(data)))


@router.callback_query(Press(LetterPress, "on", "off"))
async def set_face(press: CallbackQuery, turn: Turn, data: LetterPress) -> None:
    """Say that a child is on a photo, or is not."""
    del press
    about = {**_about(data), "photo_id": data.photo, "registration_id": data.id}
    await show(turn, await turn.act(writing.set_face, is_there=data.do == "on", **about))


@router.callback_query(Press(LetterPress, "marked", "nobody", "unphoto"))
async def mark(press: CallbackQuery, turn: Turn, data: LetterPress) -> None:
    """End with a photo, or take it out."""
    del press
    about = {**_about(data), "photo_id": data.photo}
    if data.do == "unphoto":
        await show(turn, await turn.act(writing.drop_photo, **about))
    else:
        await show(turn, await turn.act(writing.mark, is_nobody=data.do == "nobody", **about))


@router.callback_query(Press(LetterPress, "return"))
async def ask_reason(press: CallbackQuery, turn: Turn, data: LetterPress) -> None:
    """Ask why a letter goes back."""
    del press
    await turn.show(cards.ask_reason(turn.t, await turn.act(countersigning.ask_reason, **_about(data))))


@router.message(At(REASON))
async def give_back(message: Message, turn: Turn) -> None:
    """Give a letter back with the typed reason."""
    await show(turn, await turn.act(countersigning.give_back, text=message.text or ""))


@router.message(At(PLACE))
async def write(message: Message, turn: Turn) -> None:
    """Take a typed part, or a photo."""
    if message.photo:
        await show(turn, await turn.act(writing.add_photo, file_id=message.photo[-1].file_id))
    else:
        await show(turn, await turn.act(writing.write, text=message.text or ""))


def _about(data: LetterPress) -> dict[str, Any]:
    return {"letter_id": data.letter_id, "revision": data.revision}
