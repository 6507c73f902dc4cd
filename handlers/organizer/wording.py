"""A reminder's own words: written in every language, looked at as families will read them, saved or taken back."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import wording
from bot.domain.errors import StaleError
from bot.domain.language import Language
from bot.middlewares.turn import Turn
from handlers.callbacks import Press
from handlers.organizer import wording_cards as cards
from handlers.places import At
from handlers.talk_callbacks import WordsPress

router = Router(name="wording")


async def show_current(turn: Turn) -> None:
    """Show what is being written, after a restart for instance."""
    await turn.show(cards.words(turn.t, await turn.read(wording.read_here)))


@router.callback_query(Press(WordsPress, "open"))
async def open_words(press: CallbackQuery, turn: Turn, data: WordsPress) -> None:
    """Show the words a reminder has, or those being written."""
    del press
    found = await turn.read(wording.read_words, event_id=data.event_id, code=data.rule)
    await turn.show(cards.words(turn.t, found))


@router.callback_query(Press(WordsPress, "write"))
async def ask(press: CallbackQuery, turn: Turn, data: WordsPress) -> None:
    """Ask for the words in one language."""
    del press
    about = {"event_id": data.event_id, "code": data.rule}
    await turn.show(cards.words(turn.t, await turn.act(wording.ask, language=_language(data.value), **about)))


@router.message(At(wording.PLACE))
async def write(message: Message, turn: Turn) -> None:
    """Take typed words."""
    await turn.show(cards.words(turn.t, await turn.act(wording.write, text=message.text or "")))


@router.callback_query(Press(WordsPress, "look"))
async def look(press: CallbackQuery, turn: Turn, data: WordsPress) -> None:
    """Show the reminder as a family reads it in one language."""
    del press
    found = await turn.read(wording.read_words, event_id=data.event_id, code=data.rule)
    reader = turn.house.translators[_language(data.value)]
    await turn.show(cards.look(turn.t, reader, found))


@router.callback_query(Press(WordsPress, "save", "usual"))
async def settle(press: CallbackQuery, turn: Turn, data: WordsPress) -> None:
    """Save the written words, or go back to the usual ones."""
    del press
    deed = wording.save if data.do == "save" else wording.reset
    found = await turn.act(deed, event_id=data.event_id, code=data.rule)
    await turn.answer(turn.t("words-saved" if data.do == "save" else "words-usual"))
    await turn.show(cards.words(turn.t, found))


def _language(code: str) -> Language:
    if code not in set(Language):
        raise StaleError
    return Language(code)
