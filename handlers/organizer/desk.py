"""The organizer's desk: programmes, events, lists, calls, the picture, the team."""

from __future__ import annotations

import asyncio

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import comparing, deciding, inviting, medical, organizing
from bot.documents.chart import draw_bars
from bot.domain.errors import StaleError
from bot.domain.registration import Status
from bot.middlewares.turn import Turn
from handlers.callbacks import DeskPress, ListPress, Press
from handlers.links import deep_link, new_token
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


async def welcome(turn: Turn) -> None:
    """Greet somebody who has just become an organizer."""
    await turn.show(desk_cards.welcome(turn.t))


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
    await turn.show(desk_cards.event(turn.t, desk))


async def show_more(turn: Turn, event_id: int) -> None:
    """Show what an organizer needs less often."""
    desk = await turn.read(organizing.read_desk, event_id=event_id)
    await stand(turn, event=event_id)
    duplicates = await turn.read(comparing.read_count, event_id=event_id)
    await turn.show(desk_cards.more(turn.t, desk, duplicates=duplicates))


async def show_calls(turn: Turn, event_id: int) -> None:
    """Show the guardians who wait for a call."""
    page = await turn.read(organizing.read_calls, event_id=event_id)
    await stand(turn, event=event_id)
    await turn.show(desk_cards.calls(turn.t, page))


async def show_team(turn: Turn, programme_id: int) -> None:
    """Show who organizes a programme."""
    programme, found = await turn.read(inviting.list_team, programme_id=programme_id)
    is_medic = await turn.read(medical.is_own, programme_id=programme_id)
    await stand(turn, programme=programme_id)
    await turn.show(desk_cards.team(turn.t, programme, found, is_medic=is_medic))


@router.callback_query(Press(DeskPress, "open", "programme", "event", "more", "calls", "team"))
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
        case "team":
            await show_team(turn, data.id)
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


@router.callback_query(Press(DeskPress, "staff"))
async def invite(press: CallbackQuery, turn: Turn, data: DeskPress) -> None:
    """Make a link for a new organizer."""
    del press
    token, token_hash = new_token()
    invitation = await turn.act(inviting.make_staff_link, programme_id=data.id, token_hash=token_hash)
    link = deep_link(turn.house.bot_name, f"s-{token}")
    await turn.show(desk_cards.staff_link(turn.t, invitation, link))


@router.callback_query(Press(DeskPress, "dismiss"))
async def ask_to_dismiss(press: CallbackQuery, turn: Turn, data: DeskPress) -> None:
    """Ask before a role is taken back."""
    del press
    organizer, programme_id = await turn.read(inviting.read_organizer, grant_id=data.id)
    await turn.show(desk_cards.dismiss_question(turn.t, organizer, programme_id))


@router.callback_query(Press(DeskPress, "dismiss-yes"))
async def dismiss(press: CallbackQuery, turn: Turn, data: DeskPress) -> None:
    """Take a role back."""
    del press
    await show_team(turn, await turn.act(inviting.dismiss, grant_id=data.id))


@router.callback_query(Press(DeskPress, "medic"))
async def switch_medic(press: CallbackQuery, turn: Turn, data: DeskPress) -> None:
    """Let an organizer read health answers, or no more."""
    await turn.act(medical.switch, grant_id=data.id)
    await ask_to_dismiss(press, turn, data)


@router.callback_query(Press(DeskPress, "medic-own"))
async def switch_own_medic(press: CallbackQuery, turn: Turn, data: DeskPress) -> None:
    """Let an owner read health answers, or no more."""
    del press
    await turn.act(medical.switch_own, programme_id=data.id)
    await show_team(turn, data.id)


@router.callback_query(Press(ListPress))
async def show_list(press: CallbackQuery, turn: Turn, data: ListPress) -> None:
    """Show one page of an event's registrations."""
    del press
    if data.status not in set(Status):
        raise StaleError
    page = await turn.read(organizing.read_list, event_id=data.event_id, status=Status(data.status), page=data.page)
    await stand(turn, event=data.event_id)
    await turn.show(list_cards.registrations(turn.t, page))
