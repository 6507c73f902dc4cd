"""Speakers for organizers, in chat: invite one, see who comes, part with one."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import hosting, rescheduling
from bot.domain.errors import StaleError
from bot.domain.speaker import Speaker
from bot.middlewares.turn import Turn
from handlers.callbacks import Press
from handlers.links import deep_link, new_token
from handlers.organizer import speaker_cards as cards
from handlers.organizer.timetable import show_session
from handlers.timetable_callbacks import TimetablePress

router = Router(name="speakers")


@router.callback_query(Press(TimetablePress, "speakers"))
async def show_all(press: CallbackQuery, turn: Turn, data: TimetablePress) -> None:
    """Show who speaks, who confirmed and who is silent."""
    del press
    await turn.show(cards.everybody(turn.t, await turn.read(hosting.read_speakers, event_id=data.event_id)))


@router.callback_query(Press(TimetablePress, "invite"))
async def invite(press: CallbackQuery, turn: Turn, data: TimetablePress) -> None:
    """Make a link for a session's speaker."""
    del press
    token, token_hash = new_token()
    invited = await turn.act(hosting.invite, session_id=data.session_id, token_hash=token_hash)
    await turn.show(cards.link(turn.t, invited, deep_link(turn.house.bot_name, f"p-{token}")))


@router.callback_query(Press(TimetablePress, "part"))
async def ask_to_part(press: CallbackQuery, turn: Turn, data: TimetablePress) -> None:
    """Ask before an account speaks at a session no more."""
    del press
    page = await turn.read(rescheduling.read_session, session_id=data.session_id)
    await turn.show(cards.part_question(turn.t, page, _speaker(page, data.value)))


@router.callback_query(Press(TimetablePress, "part-yes"))
async def part(press: CallbackQuery, turn: Turn, data: TimetablePress) -> None:
    """Let an account speak at a session no more."""
    del press
    page = await turn.read(rescheduling.read_session, session_id=data.session_id)
    account_id = _speaker(page, data.value).account_id
    await turn.act(hosting.part, session_id=data.session_id, account_id=account_id)
    await show_session(turn, data.session_id)


def _speaker(page: rescheduling.SessionPage, value: str) -> Speaker:
    found = next((one for one in page.speakers if str(one.account_id) == value), None)
    if found is None:
        raise StaleError
    return found
