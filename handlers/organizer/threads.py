"""Families' questions: the room, one conversation, taking it, the answer, handing over, the end."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import answering
from bot.actions.answering import ANSWER, Case
from bot.domain.errors import StaleError
from bot.middlewares.turn import Turn
from handlers.callbacks import Press
from handlers.organizer import thread_cards as cards
from handlers.organizer.standing import stand
from handlers.places import At
from handlers.talk_callbacks import ThreadPress
from handlers.talk_words import files, words_of

router = Router(name="threads")


async def show_case(turn: Turn, case: Case) -> None:
    """Show a conversation."""
    await turn.show(cards.case(turn.t, case))


async def show_current_answer(turn: Turn) -> None:
    """Ask for the answer again, after a restart for instance."""
    case = await turn.read(answering.read_case, thread_id=turn.actor.place_args["thread"])
    await turn.show(cards.ask_answer(turn.t, case))


@router.callback_query(Press(ThreadPress, "room"))
async def open_room(press: CallbackQuery, turn: Turn, data: ThreadPress) -> None:
    """Come to an event's questions."""
    del press
    room = await turn.read(answering.read_room, event_id=data.thread_id)
    await stand(turn, event=room.event.id)
    await turn.show(cards.room(turn.t, room))


@router.callback_query(Press(ThreadPress, "open", "hand"))
async def open_case(press: CallbackQuery, turn: Turn, data: ThreadPress) -> None:
    """Open a conversation, or choose whom it is handed to."""
    del press
    case = await turn.read(answering.read_case, thread_id=data.thread_id)
    await stand(turn, event=case.event.id)
    if data.do == "hand":
        await turn.show(cards.hand(turn.t, case))
    else:
        await show_case(turn, case)


@router.callback_query(Press(ThreadPress, "files"))
async def show_files(press: CallbackQuery, turn: Turn, data: ThreadPress) -> None:
    """Send the photos and documents of a conversation."""
    del press
    case = await turn.read(answering.read_case, thread_id=data.thread_id)
    for screen in files(turn.t, case.messages):
        await turn.send(screen)
    await turn.send(cards.case(turn.t, case))


@router.callback_query(Press(ThreadPress, "claim", "close", "to"))
async def change(press: CallbackQuery, turn: Turn, data: ThreadPress) -> None:
    """Take a question, end it, or hand it to a colleague."""
    del press
    about = {"thread_id": data.thread_id, "revision": data.revision}
    try:
        if data.do == "to":
            case = await turn.act(answering.hand_over, to=data.to_id, **about)
        else:
            case = await turn.act(answering.claim if data.do == "claim" else answering.close, **about)
    except StaleError:
        await turn.answer(turn.t("error-stale"))
        case = await turn.read(answering.read_case, thread_id=data.thread_id)
    await show_case(turn, case)


@router.callback_query(Press(ThreadPress, "answer"))
async def begin_answer(press: CallbackQuery, turn: Turn, data: ThreadPress) -> None:
    """Ask for the answer."""
    del press
    await turn.show(cards.ask_answer(turn.t, await turn.act(answering.begin_answer, thread_id=data.thread_id)))


@router.callback_query(Press(ThreadPress, "flag"))
async def flag(press: CallbackQuery, turn: Turn, data: ThreadPress) -> None:
    """Say that something is not okay."""
    del press
    case = await turn.act(answering.flag, thread_id=data.thread_id)
    await turn.answer(turn.t("thread-flag-told"), is_alert=True)
    await show_case(turn, case)


@router.message(At(ANSWER))
async def answer(message: Message, turn: Turn) -> None:
    """Send the answer: a text, a photo, a document."""
    await show_case(turn, await turn.act(answering.answer, words=words_of(message)))
