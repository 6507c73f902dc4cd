"""Questions about sessions for organizers, in chat: look, show, hide, answer."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import moderating
from bot.domain.session_question import State
from bot.domain.speaker_errors import QuestionTextError
from bot.middlewares.turn import Turn
from handlers.callbacks import Press
from handlers.organizer import moderate_cards as cards
from handlers.places import At
from handlers.speaker_callbacks import ModeratePress

router = Router(name="moderate")


@router.callback_query(Press(ModeratePress, "list"))
async def show_all(press: CallbackQuery, turn: Turn, data: ModeratePress) -> None:
    """Show every question about an event's sessions."""
    del press
    await turn.show(cards.questions(turn.t, await turn.read(moderating.list_questions, event_id=data.event_id)))


@router.callback_query(Press(ModeratePress, "open"))
async def show_one(press: CallbackQuery, turn: Turn, data: ModeratePress) -> None:
    """Show one question."""
    del press
    await turn.show(cards.question(turn.t, await turn.read(moderating.read_question, question_id=data.question_id)))


@router.callback_query(Press(ModeratePress, "show", "hide"))
async def decide(press: CallbackQuery, turn: Turn, data: ModeratePress) -> None:
    """Show a question to everybody of the session, or hide it."""
    del press
    state = State.SHOWN if data.do == "show" else State.HIDDEN
    ids = {"question_id": data.question_id, "revision": data.revision}
    await turn.show(cards.question(turn.t, await turn.act(moderating.decide, state=state, **ids)))


@router.callback_query(Press(ModeratePress, "answer"))
async def begin(press: CallbackQuery, turn: Turn, data: ModeratePress) -> None:
    """Ask for the answer."""
    del press
    ids = {"question_id": data.question_id, "revision": data.revision}
    await turn.show(cards.ask(turn.t, await turn.act(moderating.begin_answer, **ids)))


async def show_current(turn: Turn) -> None:
    """Ask for the answer again."""
    await turn.show(cards.ask(turn.t, await _question(turn)))


@router.message(At(moderating.ANSWER))
async def answer(message: Message, turn: Turn) -> None:
    """Publish the typed answer."""
    try:
        found = await turn.act(moderating.answer, text=message.text or "")
    except QuestionTextError:
        await turn.send(cards.ask(turn.t, await _question(turn), turn.t("moderate-problem")))
        return
    await turn.send(cards.question(turn.t, found))


async def _question(turn: Turn) -> moderating.OneQuestion:
    return await turn.read(moderating.read_question, question_id=turn.actor.place_args["question"])
