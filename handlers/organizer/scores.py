"""Reviewing with marks: the room, one card after another, the ranking, the choice by it."""

from __future__ import annotations

import asyncio

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import choosing, scoring
from bot.documents.chart import draw_bars
from bot.domain.errors import StaleError
from bot.middlewares.turn import Turn
from handlers.callbacks import Press
from handlers.organizer import score_cards as cards
from handlers.organizer.presses import ScorePress
from handlers.organizer.standing import stand
from handlers.places import At

router = Router(name="scores")


async def show_room(turn: Turn, stream_id: int) -> None:
    """Show how far the marking of a stream has come."""
    room = await turn.read(scoring.read_room, stream_id=stream_id)
    await stand(turn, event=room.event.id)
    await turn.show(cards.room(turn.t, room))


async def show_current_comment(turn: Turn) -> None:
    """Ask for the comment again, after a restart for instance."""
    page = await turn.read(scoring.read_card, registration_id=turn.actor.place_args["registration"])
    await turn.show(cards.comment_question(turn.t, page))


@router.callback_query(Press(ScorePress, "room", "next"))
async def open_room(press: CallbackQuery, turn: Turn, data: ScorePress) -> None:
    """Come to the marks of a stream, or to the next card."""
    del press
    page = await turn.read(scoring.find_next, stream_id=data.id) if data.do == "next" else None
    if page is not None:
        await turn.show(cards.card(turn.t, page))
        return
    if data.do == "next":
        await turn.answer(turn.t("score-none-left"))
    await show_room(turn, data.id)


@router.callback_query(Press(ScorePress, "card", "mark"))
async def mark(press: CallbackQuery, turn: Turn, data: ScorePress) -> None:
    """Show a card, or give one of its marks."""
    del press
    if data.do == "card":
        page = await turn.read(scoring.read_card, registration_id=data.id)
    else:
        place, _, given = data.value.partition(".")
        page = await turn.read(scoring.read_card, registration_id=data.id)
        if not (place.isdecimal() and given.isdecimal() and int(place) < len(page.method.criteria)):
            raise StaleError
        code = page.method.criteria[int(place)].code
        page = await turn.act(scoring.give_mark, registration_id=data.id, criterion=code, mark=int(given))
    await turn.show(cards.card(turn.t, page))


@router.callback_query(Press(ScorePress, "conflict"))
async def leave_to_others(press: CallbackQuery, turn: Turn, data: ScorePress) -> None:
    """Leave somebody one knows to other reviewers, and go on."""
    stream = await turn.act(scoring.say_conflict, registration_id=data.id)
    await open_room(press, turn, ScorePress(do="next", id=stream.id))


@router.callback_query(Press(ScorePress, "comment"))
async def ask_comment(press: CallbackQuery, turn: Turn, data: ScorePress) -> None:
    """Ask for a comment."""
    del press
    page = await turn.act(scoring.ask_comment, registration_id=data.id)
    await turn.show(cards.comment_question(turn.t, page))


@router.message(At(scoring.COMMENT))
async def take_comment(message: Message, turn: Turn) -> None:
    """Take a typed comment."""
    registration_id = turn.actor.place_args["registration"]
    page = await turn.act(scoring.comment, registration_id=registration_id, text=message.text or "")
    await turn.send(cards.card(turn.t, page))


@router.callback_query(Press(ScorePress, "ranking"))
async def show_ranking(press: CallbackQuery, turn: Turn, data: ScorePress) -> None:
    """Show one page of the order."""
    del press
    number = int(data.value) if data.value.isdecimal() else 0
    page = await turn.read(scoring.read_ranking, stream_id=data.id, page=number)
    await turn.show(cards.ranking(turn.t, page))


@router.callback_query(Press(ScorePress, "picture"))
async def show_picture(press: CallbackQuery, turn: Turn, data: ScorePress) -> None:
    """Draw how the scores are spread; drawing does not keep others waiting."""
    del press
    page = await turn.read(scoring.read_ranking, stream_id=data.id, page=0)
    title = page.room.stream.title.within(turn.t.language)
    picture = await asyncio.to_thread(draw_bars, title=title, rows=cards.bars(page.scores))
    await turn.send(cards.picture(turn.t, page, picture))


@router.callback_query(Press(ScorePress, "ask", "choose"))
async def choose(press: CallbackQuery, turn: Turn, data: ScorePress) -> None:
    """Ask before the places are given by the marks, then give them all at once."""
    del press
    if data.do == "ask":
        page = await turn.read(scoring.read_ranking, stream_id=data.id, page=0)
        await turn.show(cards.choose_question(turn.t, page))
        return
    await turn.act(scoring.choose, stream_id=data.id)
    await show_room(turn, data.id)


@router.callback_query(Press(ScorePress, "undo"))
async def undo(press: CallbackQuery, turn: Turn, data: ScorePress) -> None:
    """Take the choice back before anybody is told."""
    del press
    if not data.value.isdecimal():
        raise StaleError
    await turn.act(choosing.undo, choice_id=int(data.value[:16]))
    await turn.answer(turn.t("choice-undone"))
    await show_room(turn, data.id)
