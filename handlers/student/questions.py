"""Questions about a session, in chat: read the board, ask once, want to know too."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import wondering
from bot.domain.errors import StaleError
from bot.domain.speaker_errors import QuestionTextError
from bot.middlewares.turn import Turn
from handlers import question_cards as cards
from handlers.callbacks import Press, day_of
from handlers.places import At
from handlers.speaker_callbacks import QuestionPress

router = Router(name="session-questions")


@router.callback_query(Press(QuestionPress, "day"))
async def show_day(press: CallbackQuery, turn: Turn, data: QuestionPress) -> None:
    """Show what of a day one can ask about."""
    del press
    found = await turn.read(wondering.read_day, registration_id=data.registration_id, on=day_of(data.value))
    await turn.show(cards.day(turn.t, found))


@router.callback_query(Press(QuestionPress, "board"))
async def show_board(press: CallbackQuery, turn: Turn, data: QuestionPress) -> None:
    """Show the questions about a session."""
    del press
    ids = {"registration_id": data.registration_id, "session_id": data.session_id}
    await turn.show(cards.board(turn.t, await turn.read(wondering.read_board, **ids)))


@router.callback_query(Press(QuestionPress, "ask"))
async def begin(press: CallbackQuery, turn: Turn, data: QuestionPress) -> None:
    """Ask for the question."""
    del press
    ids = {"registration_id": data.registration_id, "session_id": data.session_id}
    await turn.show(cards.ask(turn.t, await turn.act(wondering.begin, **ids)))


async def show_current(turn: Turn) -> None:
    """Ask for the question again."""
    await turn.show(cards.ask(turn.t, await _board(turn)))


@router.message(At(wondering.WORDS))
async def ask(message: Message, turn: Turn) -> None:
    """Take the typed question."""
    try:
        found = await turn.act(wondering.ask, text=message.text or "")
    except QuestionTextError:
        await turn.send(cards.ask(turn.t, await _board(turn), turn.t("error-question-text")))
        return
    await turn.send(cards.board(turn.t, found))


@router.callback_query(Press(QuestionPress, "drop"))
async def take_back(press: CallbackQuery, turn: Turn, data: QuestionPress) -> None:
    """Take one's question back."""
    del press
    ids = {"registration_id": data.registration_id, "session_id": data.session_id}
    await turn.show(cards.board(turn.t, await turn.act(wondering.take_back, **ids)))


@router.callback_query(Press(QuestionPress, "too", "not"))
async def want(press: CallbackQuery, turn: Turn, data: QuestionPress) -> None:
    """Want to know it too, or not any more."""
    del press
    if not (data.value.isascii() and data.value.isdecimal() and len(data.value) < len(str(2**53))):
        raise StaleError
    ids = {"registration_id": data.registration_id, "question_id": int(data.value)}
    await turn.show(cards.board(turn.t, await turn.act(wondering.want, too=data.do == "too", **ids)))


async def _board(turn: Turn) -> wondering.Board:
    args = turn.actor.place_args
    ids = {"registration_id": args["registration"], "session_id": args["session"]}
    return await turn.read(wondering.read_board, **ids)
