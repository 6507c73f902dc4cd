"""Sharing out places among regions, districts and schools."""

from __future__ import annotations

import asyncio

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import accounts, allocating, coordinating, recalling
from bot.actions.allocating import NumberPage
from bot.documents.chart import draw_bars
from bot.domain.errors import NotAvailableError
from bot.middlewares.turn import Turn
from handlers.callbacks import Press
from handlers.links import deep_link, new_token
from handlers.organizer import schools_cards
from handlers.organizer.presses import SchoolsPress
from handlers.places import At

router = Router(name="schools")

SCHOOLS = "schools"


async def show_branch(turn: Turn, event_id: int, unit_id: int, page: int = 0) -> None:
    """Show the places of a unit and of the units inside it; what is typed there is looked for."""
    branch = await turn.read(allocating.read_branch, event_id=event_id, unit_id=unit_id, page=page)
    args = {"event": event_id, "unit": unit_id}
    if turn.actor.place != SCHOOLS or dict(turn.actor.place_args) != args:
        await turn.act(accounts.go, place=SCHOOLS, args=args)
    await turn.show(schools_cards.branch(turn.t, branch))


async def show_current(turn: Turn) -> None:
    """Show the unit somebody is on."""
    await show_branch(turn, turn.actor.place_args["event"], turn.actor.place_args["unit"])


async def show_current_number(turn: Turn) -> None:
    """Ask for the number of places again."""
    args = turn.actor.place_args
    page = await turn.read(
        allocating.read_number, event_id=args["event"], unit_id=args["unit"], stream_id=args["stream"]
    )
    await turn.show(schools_cards.number(turn.t, page))


@router.callback_query(Press(SchoolsPress, "open"))
async def open_branch(press: CallbackQuery, turn: Turn, data: SchoolsPress) -> None:
    """Go up or down the tree."""
    del press
    await show_branch(turn, data.event_id, data.unit_id, data.value)


@router.callback_query(Press(SchoolsPress, "chart"))
async def show_chart(press: CallbackQuery, turn: Turn, data: SchoolsPress) -> None:
    """Draw how full the units inside one are; drawing does not keep others waiting."""
    del press
    branch = await turn.read(allocating.read_all_inside, event_id=data.event_id, unit_id=data.unit_id)
    title, rows = schools_cards.chart_title(turn.t, branch), schools_cards.bars(turn.t, branch)
    if not rows:
        await turn.answer(turn.t("schools-chart-none"), is_alert=True)
        return
    picture = await asyncio.to_thread(draw_bars, title=title, rows=rows)
    await turn.send(schools_cards.chart(turn.t, branch, picture))


@router.callback_query(Press(SchoolsPress, "number"))
async def ask_number(press: CallbackQuery, turn: Turn, data: SchoolsPress) -> None:
    """Ask how many places a unit gets."""
    del press
    page = await turn.act(allocating.ask_number, event_id=data.event_id, unit_id=data.unit_id, stream_id=data.stream_id)
    await turn.show(schools_cards.number(turn.t, page))


@router.callback_query(Press(SchoolsPress, "undo"))
async def undo(press: CallbackQuery, turn: Turn, data: SchoolsPress) -> None:
    """Set a quota back."""
    del press
    await turn.act(
        allocating.undo,
        event_id=data.event_id,
        unit_id=data.unit_id,
        stream_id=data.stream_id,
        before=data.value,
        after=data.was,
    )
    await turn.answer(turn.t("schools-undone"))
    await show_branch(turn, data.event_id, data.unit_id)


@router.callback_query(Press(SchoolsPress, "team"))
async def show_coordinators(press: CallbackQuery, turn: Turn, data: SchoolsPress) -> None:
    """Show who looks after a unit."""
    del press
    unit, found = await turn.read(coordinating.list_coordinators, event_id=data.event_id, unit_id=data.unit_id)
    await turn.show(schools_cards.coordinators(turn.t, data.event_id, unit, found))


@router.callback_query(Press(SchoolsPress, "invite"))
async def invite(press: CallbackQuery, turn: Turn, data: SchoolsPress) -> None:
    """Make a link for a new coordinator."""
    del press
    token, token_hash = new_token()
    invited = await turn.act(coordinating.invite, event_id=data.event_id, unit_id=data.unit_id, token_hash=token_hash)
    link = deep_link(turn.house.bot_name, f"c-{token}")
    await turn.show(schools_cards.invitation(turn.t, data.event_id, invited, link))


@router.callback_query(Press(SchoolsPress, "dismiss"))
async def ask_to_dismiss(press: CallbackQuery, turn: Turn, data: SchoolsPress) -> None:
    """Ask before a coordinator is let go."""
    del press
    unit, found = await turn.read(coordinating.list_coordinators, event_id=data.event_id, unit_id=data.unit_id)
    one = next((one for one in found if one.grant_id == data.value), None)
    if one is None:
        raise NotAvailableError
    await turn.show(schools_cards.dismiss_question(turn.t, data.event_id, unit, one))


@router.callback_query(Press(SchoolsPress, "let-go"))
async def dismiss(press: CallbackQuery, turn: Turn, data: SchoolsPress) -> None:
    """Let a coordinator go."""
    await turn.act(coordinating.dismiss, event_id=data.event_id, unit_id=data.unit_id, grant_id=data.value)
    await show_coordinators(press, turn, data)


@router.callback_query(Press(SchoolsPress, "recall"))
async def ask_to_recall(press: CallbackQuery, turn: Turn, data: SchoolsPress) -> None:
    """Ask before unused places go back."""
    del press
    branch = await turn.read(allocating.read_branch, event_id=data.event_id, unit_id=data.unit_id, page=0)
    if not branch.way:
        raise NotAvailableError
    await turn.show(schools_cards.recall_question(turn.t, branch))


@router.callback_query(Press(SchoolsPress, "give-up"))
async def recall(press: CallbackQuery, turn: Turn, data: SchoolsPress) -> None:
    """Let unused places go back."""
    del press
    done = await turn.act(recalling.recall, event_id=data.event_id, unit_id=data.unit_id)
    branch = await turn.read(allocating.read_branch, event_id=data.event_id, unit_id=data.unit_id, page=0)
    await turn.show(schools_cards.recalled(turn.t, branch, done))


@router.callback_query(Press(SchoolsPress, "restore"))
async def restore(press: CallbackQuery, turn: Turn, data: SchoolsPress) -> None:
    """Give a unit its recalled places again."""
    del press
    number = await turn.act(recalling.undo, event_id=data.event_id, unit_id=data.unit_id, recall_id=data.value)
    await turn.answer(turn.t("schools-restored", number=str(number)), is_alert=True)
    await show_branch(turn, data.event_id, data.unit_id)


@router.message(At(allocating.NUMBER))
async def take_number(message: Message, turn: Turn) -> None:
    """Set the quota that was typed, or say why it cannot be."""
    args = turn.actor.place_args
    outcome = await turn.act(
        allocating.set_number,
        event_id=args["event"],
        unit_id=args["unit"],
        stream_id=args["stream"],
        text=message.text or "",
    )
    if isinstance(outcome, NumberPage):
        await turn.send(schools_cards.number(turn.t, outcome))
        return
    branch = await turn.read(allocating.read_branch, event_id=args["event"], unit_id=args["unit"], page=0)
    await turn.send(schools_cards.changed(turn.t, branch, outcome))


@router.message(At(SCHOOLS))
async def look_for(message: Message, turn: Turn) -> None:
    """Look for a school by any part of its title."""
    event_id = turn.actor.place_args["event"]
    branch = await turn.read(allocating.search, event_id=event_id, text=message.text or "")
    await turn.send(schools_cards.found(turn.t, branch))
