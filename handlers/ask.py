"""Asking the camp: frequent answers first, then a conversation with people."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import asking, concluding
from bot.actions.asking import ASK, AskPage
from bot.actions.hearing import THREAD, ThreadPage
from bot.middlewares.turn import Turn
from handlers import ask_cards as cards
from handlers.callbacks import Press
from handlers.places import At, Command
from handlers.talk_callbacks import AskPress
from handlers.talk_words import files, words_of

door = Router(name="ask-door")
router = Router(name="ask")


@door.message(Command("ask"))
async def ask(message: Message, turn: Turn, argument: str) -> None:
    """Come to one's questions by the command."""
    del message, argument
    await show_rooms(turn)


async def show_rooms(turn: Turn) -> None:
    """Show one's conversations and what one may ask about."""
    await turn.show(cards.rooms(turn.t, await turn.read(asking.read_rooms)))


async def show(turn: Turn, page: AskPage | ThreadPage) -> None:
    """Show where a question is asked, the answers that were found, or the conversation."""
    if isinstance(page, ThreadPage):
        await turn.show(cards.thread(turn.t, page))
    elif page.asked is not None:
        await turn.show(cards.found(turn.t, page))
    else:
        await turn.show(cards.ask(turn.t, page))


async def show_current(turn: Turn) -> None:
    """Show where a person was about to ask."""
    await show(turn, await turn.read(asking.read_page))


async def show_current_thread(turn: Turn) -> None:
    """Show the conversation a person is in."""
    await show(turn, await turn.act(asking.open_thread, thread_id=turn.actor.place_args["thread"]))


@router.callback_query(Press(AskPress, "rooms"))
async def open_rooms(press: CallbackQuery, turn: Turn, data: AskPress) -> None:
    """Come to one's questions."""
    del press, data
    await show_rooms(turn)


@router.callback_query(Press(AskPress, "open"))
async def begin(press: CallbackQuery, turn: Turn, data: AskPress) -> None:
    """Ask about an event."""
    del press
    about = {"event_id": data.event_id, "registration_id": data.registration_id}
    await show(turn, await turn.act(asking.begin, **about))


@router.callback_query(Press(AskPress, "faq"))
async def open_entries(press: CallbackQuery, turn: Turn, data: AskPress) -> None:
    """Read all frequent answers."""
    del press
    await turn.show(cards.entries(turn.t, await turn.read(asking.list_entries, event_id=data.event_id)))


@router.callback_query(Press(AskPress, "people"))
async def ask_people(press: CallbackQuery, turn: Turn, data: AskPress) -> None:
    """Ask people what was typed."""
    del press, data
    await show(turn, await turn.act(asking.ask_people))


@router.callback_query(Press(AskPress, "helped"))
async def helped(press: CallbackQuery, turn: Turn, data: AskPress) -> None:
    """A found answer was enough."""
    del press, data
    await turn.act(asking.say_helped)
    await turn.show(cards.helped(turn.t))


@router.callback_query(Press(AskPress, "thread"))
async def open_thread(press: CallbackQuery, turn: Turn, data: AskPress) -> None:
    """Open a conversation."""
    del press
    await show(turn, await turn.act(asking.open_thread, thread_id=data.id))


@router.callback_query(Press(AskPress, "files"))
async def show_files(press: CallbackQuery, turn: Turn, data: AskPress) -> None:
    """Send the photos and documents of a conversation again."""
    del press
    page = await turn.act(asking.open_thread, thread_id=data.id)
    for screen in files(turn.t, page.messages):
        await turn.send(screen)
    await turn.send(cards.thread(turn.t, page))


@router.callback_query(Press(AskPress, "urgent", "close"))
async def conclude(press: CallbackQuery, turn: Turn, data: AskPress) -> None:
    """Say that it cannot wait, or that it is answered."""
    del press
    step = concluding.press_urgent if data.do == "urgent" else concluding.close
    await show(turn, await turn.act(step, thread_id=data.id))


@router.callback_query(Press(AskPress, *(f"rate-{number}" for number in range(1, 6))))
async def rate(press: CallbackQuery, turn: Turn, data: AskPress) -> None:
    """Say how well one was answered."""
    del press
    page = await turn.act(concluding.rate, thread_id=data.id, rating=int(data.do[-1]))
    await turn.answer(turn.t("thread-rated"))
    await show(turn, page)


@router.callback_query(Press(AskPress, "flag"))
async def flag(press: CallbackQuery, turn: Turn, data: AskPress) -> None:
    """Say that something is not okay."""
    del press
    thread = await turn.act(concluding.flag, thread_id=data.id)
    await turn.answer(turn.t("thread-flag-told"), is_alert=True)
    await turn.send(cards.flagged(turn.t, thread.id))


@router.message(At(ASK))
async def type_question(message: Message, turn: Turn) -> None:
    """Take a typed question."""
    await show(turn, await turn.act(asking.type_question, words=words_of(message)))


@router.message(At(THREAD))
async def write(message: Message, turn: Turn) -> None:
    """Add a message to the conversation: a text, a photo, a document."""
    await show(turn, await turn.act(asking.write, words=words_of(message)))
