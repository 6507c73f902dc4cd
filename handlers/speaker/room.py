"""The speaker's room in chat."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import accounts, speaking
from bot.domain.speaker import Answer
from bot.middlewares.turn import Turn
from handlers.callbacks import Press
from handlers.speaker import cards
from handlers.speaker_callbacks import SpeakerPress

router = Router(name="speaker")


async def follow(turn: Turn, token_hash: str) -> None:
    """Come in by a link."""
    await turn.show(cards.talks(turn.t, await turn.act(speaking.accept, token_hash=token_hash)))


async def show_current(turn: Turn) -> None:
    """Show where a speaker stands."""
    session_id = turn.actor.place_args.get("session")
    if session_id is None:
        await turn.show(cards.talks(turn.t, await turn.read(speaking.list_talks)))
    else:
        await turn.show(cards.talk(turn.t, await turn.read(speaking.read_talk, session_id=session_id)))


@router.callback_query(Press(SpeakerPress, "list"))
async def show_all(press: CallbackQuery, turn: Turn, data: SpeakerPress) -> None:
    """Show one's sessions."""
    del press, data
    found = await turn.read(speaking.list_talks)
    await turn.act(accounts.go, place=speaking.PLACE)
    await turn.show(cards.talks(turn.t, found))


@router.callback_query(Press(SpeakerPress, "open"))
async def show_one(press: CallbackQuery, turn: Turn, data: SpeakerPress) -> None:
    """Show one session."""
    del press
    found = await turn.read(speaking.read_talk, session_id=data.session_id)
    await turn.act(accounts.go, place=speaking.PLACE, args={"session": data.session_id})
    await turn.show(cards.talk(turn.t, found))


@router.callback_query(Press(SpeakerPress, *(one.value for one in Answer)))
async def answer(press: CallbackQuery, turn: Turn, data: SpeakerPress) -> None:
    """Take what the speaker says about coming."""
    del press
    found = await turn.act(speaking.answer, session_id=data.session_id, revision=data.revision, said=Answer(data.do))
    await turn.answer(turn.t(f"speaker-thanks-{data.do}"))
    await turn.show(cards.talk(turn.t, found))
