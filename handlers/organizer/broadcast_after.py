"""What has been sent already: changing its text, deleting it from people's chats."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import correcting, proposing, removing
from bot.actions.composing import TooLong
from bot.middlewares.turn import Turn
from bot.telegram import Outgoing
from handlers.broadcast_callbacks import AfterPress
from handlers.callbacks import Press
from handlers.organizer import broadcast, broadcast_cards
from handlers.organizer import broadcast_after_cards as cards
from handlers.organizer.formatting import html_of
from handlers.organizer.vouch import is_agreed
from handlers.places import At

router = Router(name="broadcast-after")


@router.callback_query(Press(AfterPress, "remove"))
async def ask_remove(press: CallbackQuery, turn: Turn, data: AfterPress) -> None:
    """Ask in a message of its own: the pressed one goes on showing the figures."""
    del press
    view = await turn.read(removing.read_question, broadcast_id=data.broadcast_id)
    await turn.send(cards.removal_question(turn.t, view, broadcast_cards.start_of(turn.t, view.broadcast)))


@router.callback_query(Press(AfterPress, "remove-yes"))
async def remove(press: CallbackQuery, turn: Turn, data: AfterPress) -> None:
    """Delete what was delivered; the pressed message shows the progress from now on."""
    message_id = press.message.message_id if press.message else None
    view = await broadcast.attempt(turn, data.broadcast_id, removing.remove, message_id=message_id)
    if view is not None:
        await turn.show(broadcast_cards.progress(turn.t, view, broadcast.per_second(turn)))


@router.callback_query(Press(AfterPress, "correct"))
async def ask_language(press: CallbackQuery, turn: Turn, data: AfterPress) -> None:
    """Ask which text is to be changed, in a message of its own."""
    del press
    view = await turn.read(correcting.read_languages, broadcast_id=data.broadcast_id)
    await turn.send(cards.correction_languages(turn.t, view))


@router.callback_query(Press(AfterPress, "correct-in"))
async def ask_text(press: CallbackQuery, turn: Turn, data: AfterPress) -> None:
    """Let the new text be typed."""
    del press
    language = broadcast.language_of(data.value)
    view = await broadcast.attempt(turn, data.broadcast_id, correcting.ask, language=language)
    if view is not None:
        await turn.show(cards.correction_text(turn.t, view))


@router.message(At(proposing.PLACE))
async def take_text(message: Message, turn: Turn) -> None:
    """Take the new text and show it beside the old one."""
    text = html_of(message)
    if text is None or message.text is None:
        await turn.send(Outgoing(text=turn.t("correction-text-needed")))
        return
    kept = await turn.act(correcting.write, text=text, said_at=message.date)
    if isinstance(kept, TooLong):
        if not kept.is_rest:
            await turn.send(Outgoing(text=turn.t("broadcast-too-long", length=kept.length, longest=kept.longest)))
    else:
        await _ask(turn, kept)


@router.callback_query(Press(AfterPress, "correct-yes"))
async def correct(press: CallbackQuery, turn: Turn, data: AfterPress) -> None:
    """Change the text as it was shown; the pressed message shows the progress from now on."""
    asked = {"mark": data.value, "rules": turn.house.vouching}
    message_id = press.message.message_id if press.message else None
    matter = await turn.read(correcting.read_matter, broadcast_id=data.broadcast_id, **asked)
    if not await is_agreed(turn, matter):
        return
    view = await broadcast.attempt(turn, data.broadcast_id, correcting.correct, message_id=message_id, **asked)
    if view is not None:
        await turn.show(broadcast_cards.progress(turn.t, view, broadcast.per_second(turn)))


@router.callback_query(Press(AfterPress, "correct-look"))
async def look_again(press: CallbackQuery, turn: Turn, data: AfterPress) -> None:
    """Come back to the typed text, to which somebody has agreed meanwhile."""
    del press, data
    await show_current(turn)


async def show_current(turn: Turn) -> None:
    """Ask again for the text, or whether the typed one is to be."""
    view = await turn.read(correcting.read_proposal)
    if view.text is None:
        await turn.show(cards.correction_text(turn.t, view))
    else:
        await _ask(turn, view)


async def _ask(turn: Turn, view: correcting.Proposal) -> None:
    """Ask whether a typed text is to be."""
    *before, question = cards.correction_question(turn.t, view)
    for screen in before:
        await turn.send(screen)
    await (turn.send(question) if before else turn.show(question))
