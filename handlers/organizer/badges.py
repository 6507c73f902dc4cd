"""Badges and door lists to print; many take a second person."""

from __future__ import annotations

import asyncio
import secrets
from typing import Any, Final

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import badging, fading
from bot.actions.badging import Holder, Paper, Request
from bot.documents.badges import draw_badges
from bot.documents.dossier import draw_dossier
from bot.domain.ticket import NOISE_BYTES
from bot.middlewares.turn import Turn
from handlers.badge_callbacks import BadgePress
from handlers.callbacks import Press
from handlers.links import deep_link
from handlers.organizer import badge_cards as cards
from handlers.organizer.vouch import is_agreed

router = Router(name="badges")

MANY: Final = 100
"""From so many on it is said that it takes a while."""
_room = asyncio.Semaphore(1)
"""One file is drawn at a time: it takes all of a processor."""


@router.callback_query(Press(BadgePress, "room"))
async def show_room(press: CallbackQuery, turn: Turn, data: BadgePress) -> None:
    """Ask for whom something is printed."""
    del press
    await turn.show(cards.room(turn.t, await turn.read(badging.read_choice, event_id=data.event_id)))


@router.callback_query(Press(BadgePress, "whom"))
async def ask_what(press: CallbackQuery, turn: Turn, data: BadgePress) -> None:
    """Ask what is printed."""
    del press
    await turn.show(cards.papers(turn.t, await turn.read(badging.read_request, **_whom(data))))


@router.callback_query(Press(BadgePress, *(one.value for one in Paper)))
async def give(press: CallbackQuery, turn: Turn, data: BadgePress) -> None:
    """Draw what is printed, after a second person agreed when it is of many."""
    del press
    paper = Paper(data.do)
    request = await turn.read(badging.read_request, **_whom(data))
    if not request.number or request.is_too_many:
        key = "badges-too-many" if request.is_too_many else "badges-none"
        await turn.answer(turn.t(key, most=str(badging.MOST)) if request.is_too_many else turn.t(key), is_alert=True)
        return
    if not await is_agreed(turn, badging.matter_of(request, paper, turn.house.vouching)):
        return
    noise = secrets.token_bytes(NOISE_BYTES * request.number)
    random = {"rules": turn.house.vouching, "key": turn.house.ticket_key, "noise": noise}
    holders = await turn.act(badging.take, paper=paper, **_whom(data), **random)
    await turn.answer(turn.t("badges-making"))
    if len(holders) > MANY:
        await turn.show(cards.drawing(turn.t, request))
    async with _room:
        content = await asyncio.to_thread(draw, turn, request, paper, holders)
    name = f"{'door' if paper is Paper.DOOR else 'badges'}-{request.event.code}.pdf"
    message_id = await turn.send(cards.document(turn.t, request, paper, len(holders), (name, content)))
    await turn.act(fading.keep, message_id=message_id)
    if len(holders) > MANY:
        await turn.show(cards.papers(turn.t, request))


def draw(turn: Turn, request: Request, paper: Paper, holders: tuple[Holder, ...]) -> bytes:
    """Return the PDF; takes a while and may be done in a thread of its own."""
    t, event = turn.t, request.event
    title = cards.heading(t, request, paper)
    if paper is Paper.DOOR:
        taken = cards.foot(t, request, turn.actor.display_name, turn.now)
        return draw_dossier(cards.door(t, request, holders), language=t.language.value, title=title, foot=taken)
    drawn = [
        cards.badge(t, one, deep_link(turn.house.bot_name, f"t-{one.secret}") if one.secret else "") for one in holders
    ]
    whose: dict[str, Any] = {"event": event.title.within(t.language), "look": event.card, "title": title}
    return draw_badges(drawn, language=t.language.value, **whose)


def _whom(data: BadgePress) -> dict[str, int]:
    return {"event_id": data.event_id, "stream_id": data.stream_id, "squad_id": data.squad_id}
