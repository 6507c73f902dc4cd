"""What a participant thinks of a session, in chat: two presses, and a line for whoever likes to write one."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import rating
from bot.domain.errors import StaleError
from bot.domain.feedback import Tag
from bot.domain.speaker_errors import FeedbackTextError
from bot.middlewares.turn import Turn
from handlers import feedback_cards as cards
from handlers.callbacks import Press, day_of
from handlers.places import At
from handlers.speaker_callbacks import RatePress

router = Router(name="feedback")


@router.callback_query(Press(RatePress, "day"))
async def show_day(press: CallbackQuery, turn: Turn, data: RatePress) -> None:
    """Show what can be rated of a day."""
    del press
    found = await turn.read(rating.read_day, registration_id=data.registration_id, on=day_of(data.value))
    await turn.show(cards.day(turn.t, found))


@router.callback_query(Press(RatePress, "open"))
async def show_one(press: CallbackQuery, turn: Turn, data: RatePress) -> None:
    """Show one session."""
    del press
    ids = {"registration_id": data.registration_id, "session_id": data.session_id}
    await turn.show(cards.one(turn.t, await turn.read(rating.read_one, **ids)))


@router.callback_query(Press(RatePress, "star"))
async def rate(press: CallbackQuery, turn: Turn, data: RatePress) -> None:
    """Take the stars."""
    del press
    stars = int(data.value) if data.value in set("12345") else 0
    ids = {"registration_id": data.registration_id, "session_id": data.session_id}
    await turn.show(cards.one(turn.t, await turn.act(rating.rate, stars=stars, **ids)))


@router.callback_query(Press(RatePress, "tag"))
async def tag(press: CallbackQuery, turn: Turn, data: RatePress) -> None:
    """Take the word, and show what else is to be rated."""
    del press
    if data.value not in set(Tag):
        raise StaleError
    ids = {"registration_id": data.registration_id, "session_id": data.session_id}
    found = await turn.act(rating.tag, word=Tag(data.value), **ids)
    await turn.show(cards.day(turn.t, found, is_thanked=True))


@router.callback_query(Press(RatePress, "write"))
async def ask(press: CallbackQuery, turn: Turn, data: RatePress) -> None:
    """Ask for a line."""
    del press
    ids = {"registration_id": data.registration_id, "session_id": data.session_id}
    await turn.show(cards.ask(turn.t, await turn.act(rating.ask, **ids)))


async def show_current(turn: Turn) -> None:
    """Ask for the line again."""
    args = turn.actor.place_args
    ids = {"registration_id": args["registration"], "session_id": args["session"]}
    await turn.show(cards.ask(turn.t, await turn.read(rating.read_one, **ids)))


@router.message(At(rating.WORDS))
async def say(message: Message, turn: Turn) -> None:
    """Take the typed line."""
    try:
        found = await turn.act(rating.say, text=message.text or "")
    except FeedbackTextError:
        args = turn.actor.place_args
        ids = {"registration_id": args["registration"], "session_id": args["session"]}
        one = await turn.read(rating.read_one, **ids)
        await turn.send(cards.ask(turn.t, one, turn.t("error-feedback-text")))
        return
    await turn.send(cards.day(turn.t, found, is_thanked=True))
