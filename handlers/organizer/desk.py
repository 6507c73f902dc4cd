"""The organizer's desk: programmes, events, lists, calls, the picture, the team."""

from __future__ import annotations

import asyncio

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import answering, checking, comparing, deciding, organizing
from bot.documents.chart import draw_bars
from bot.domain.access import Role
from bot.domain.errors import StaleError
from bot.domain.registration import Status
from bot.middlewares.turn import Turn
from handlers.callbacks import DeskPress, ListPress, Press
from handlers.organizer import decision, desk_cards, list_cards
from handlers.organizer.standing import stand
from handlers.places import Command

door = Router(name="desk-door")
router = Router(name="desk")


@door.message(Command("desk"))
async def open_desk(message: Message, turn: Turn, argument: str) -> None:
    """Come to the desk by the command."""
    del message, argument
    await show_desk(turn)


async def welcome(turn: Turn, role: Role) -> None:
    """Greet somebody who has just got a role."""
    await turn.show(desk_cards.welcome(turn.t, role))


async def show_current(turn: Turn) -> None:
    """Show the part of the desk a person is on."""
    args = turn.actor.place_args
    if "registration" in args:
        await decision.show_registration(turn, args["registration"])
    elif "event" in args:
        await show_event(turn, args["event"])
    elif "programme" in args:
        await show_programme(turn, args["programme"])
    else:
        await show_desk(turn)


async def show_desk(turn: Turn) -> None:
    """Show the programmes one runs; a single one at once."""
    found = await turn.read(organizing.list_programmes)
    if len(found) == 1:
        await show_programme(turn, found[0].id)
        return
    await stand(turn)
    await turn.show(desk_cards.programmes(turn.t, found))


async def show_programme(turn: Turn, programme_id: int) -> None:
    """Show a programme's events; a single one at once."""
    desk = await turn.read(organizing.read_programme, programme_id=programme_id)
    if len(desk.events) == 1:
        await show_event(turn, desk.events[0][0].id)
        return
    await stand(turn, programme=programme_id)
    await turn.show(desk_cards.programme(turn.t, desk))


async def show_event(turn: Turn, event_id: int) -> None:
    """Show an event's desk."""
    desk = await turn.read(organizing.read_desk, event_id=event_id)
    await stand(turn, event=event_id)
    questions = await turn.read(answering.read_count, event_id=event_id)
    await turn.show(desk_cards.event(turn.t, desk, questions=questions))


async def show_more(turn: Turn, event_id: int) -> None:
    """Show what an organizer needs less often."""
    desk = await turn.read(organizing.read_desk, event_id=event_id)
    await stand(turn, event=event_id)
    duplicates = await turn.read(comparing.read_count, event_id=event_id)
    checks = await turn.read(checking.read_count, event_id=event_id)
    await turn.show(desk_cards.more(turn.t, desk, duplicates=duplicates, checks=checks))


async def show_calls(turn: Turn, event_id: int) -> None:
    """Show the guardians who wait for a call."""
    page = await turn.read(organizing.read_calls, event_id=event_id)
    await stand(turn, event=event_id)
    await turn.show(desk_cards.calls(turn.t, page))


@router.callback_query(Press(DeskPress, "open", "programme", "event", "more", "calls"))
async def go(press: CallbackQuery, turn: Turn, data: DeskPress) -> None:
    """Go to another part of the desk."""
    del press
    match data.do:
        case "programme":
            await show_programme(turn, data.id)
        case "event":
            await show_event(turn, data.id)
        case "more":
            await show_more(turn, data.id)
        case "calls":
            await show_calls(turn, data.id)
        case _:
            await show_desk(turn)


@router.callback_query(Press(DeskPress, "chart"))
async def show_chart(press: CallbackQuery, turn: Turn, data: DeskPress) -> None:
    """Draw how full an event is; drawing does not keep others waiting."""
    del press
    desk = await turn.read(organizing.read_desk, event_id=data.id)
    title = desk.event.title.within(turn.t.language)
    picture = await asyncio.to_thread(draw_bars, title=title, rows=desk_cards.bars(turn.t, desk))
    await turn.send(desk_cards.chart(turn.t, desk, picture))


@router.callback_query(Press(DeskPress, "called"))
async def called(press: CallbackQuery, turn: Turn, data: DeskPress) -> None:
    """Take a guardian off the list of calls."""
    del press
    await show_calls(turn, await turn.act(deciding.close_call_request, call_request_id=data.id))


@router.callback_query(Press(ListPress))
async def show_list(press: CallbackQuery, turn: Turn, data: ListPress) -> None:
    """Show one page of an event's registrations."""
    del press
    if data.status not in set(Status):
        raise StaleError
    page = await turn.read(organizing.read_list, event_id=data.event_id, status=Status(data.status), page=data.page)
    await stand(turn, event=data.event_id)
    await turn.show(list_cards.registrations(turn.t, page))
