"""Seasons of an event in chat: make a new one, change its days, open it."""

from __future__ import annotations

from datetime import date, datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import cloning
from bot.domain.errors import DayError, SeasonNameError, StaleError
from bot.middlewares.turn import Turn
from bot.telegram import Outgoing
from handlers.callbacks import Press
from handlers.organizer import desk
from handlers.organizer import season_cards as cards
from handlers.organizer.presses import SeasonPress
from handlers.organizer.standing import stand
from handlers.places import At

router = Router(name="season")


@router.callback_query(Press(SeasonPress, "name"))
async def ask_name(press: CallbackQuery, turn: Turn, data: SeasonPress) -> None:
    """Ask what the new season is called."""
    del press
    await turn.show(cards.ask_name(turn.t, await turn.act(cloning.ask_name, event_id=data.event_id)))


@router.message(At(cloning.NAME))
async def take_name(message: Message, turn: Turn) -> None:
    """Take a typed name."""
    try:
        event, name = await turn.act(cloning.take_name, text=message.text or "")
    except SeasonNameError:
        await turn.send(Outgoing(text=turn.t("error-season-name")))
        return
    await turn.send(cards.ask_day(turn.t, event, name))


@router.message(At(cloning.FIRST_DAY))
async def take_first_day(message: Message, turn: Turn) -> None:
    """Take a typed first day and show what the new season would be."""
    try:
        plan = await turn.act(cloning.take_first_day, text=message.text or "")
    except DayError as error:
        await turn.send(Outgoing(text=turn.t(f"day-{error.why}")))
        return
    await turn.send(cards.plan(turn.t, plan))


@router.callback_query(Press(SeasonPress, "create"))
async def create(press: CallbackQuery, turn: Turn, data: SeasonPress) -> None:
    """Make the new season."""
    del press
    await turn.show(cards.created(turn.t, await turn.act(cloning.create, event_id=data.event_id)))


async def show_current(turn: Turn) -> None:
    """Show where somebody stands who makes a new season, after a restart for instance."""
    event, name, plan = await turn.read(cloning.read_place)
    if plan is not None:
        await turn.show(cards.plan(turn.t, plan))
    else:
        await turn.show(cards.ask_day(turn.t, event, name) if name else cards.ask_name(turn.t, event))


@router.callback_query(Press(SeasonPress, "open", "days"))
async def look(press: CallbackQuery, turn: Turn, data: SeasonPress) -> None:
    """Ask before an event is opened, or show its days."""
    del press
    event = await turn.read(cloning.read_days, event_id=data.event_id)
    await stand(turn, event=event.id)
    await turn.show(cards.open_question(turn.t, event) if data.do == "open" else cards.days(turn.t, event))


@router.callback_query(Press(SeasonPress, "open-yes"))
async def open_event(press: CallbackQuery, turn: Turn, data: SeasonPress) -> None:
    """Let everybody see the event."""
    del press
    event = await turn.act(cloning.open_event, event_id=data.event_id)
    await turn.answer(turn.t("event-opened"), is_alert=True)
    await desk.show_event(turn, event.id)


@router.callback_query(Press(SeasonPress, "day"))
async def ask_date(press: CallbackQuery, turn: Turn, data: SeasonPress) -> None:
    """Ask for another date."""
    del press
    event = await turn.act(cloning.ask_day, event_id=data.event_id, which=data.value)
    await turn.show(cards.ask_date(turn.t, event, data.value))


async def show_current_date(turn: Turn) -> None:
    """Ask for the date again, after a restart for instance."""
    args = turn.actor.place_args
    event = await turn.read(cloning.read_days, event_id=args["event"])
    await turn.show(cards.ask_date(turn.t, event, args["which"]))


@router.message(At(cloning.DAY))
async def take_date(message: Message, turn: Turn) -> None:
    """Take a typed date."""
    try:
        changed = await turn.act(cloning.take_day, text=message.text or "")
    except DayError as error:
        args = turn.actor.place_args
        event = await turn.read(cloning.read_days, event_id=args["event"])
        await turn.send(cards.ask_date(turn.t, event, args["which"], turn.t(f"day-{error.why}")))
        return
    await turn.send(cards.changed(turn.t, changed))


@router.callback_query(Press(SeasonPress, "back"))
async def put_back(press: CallbackQuery, turn: Turn, data: SeasonPress) -> None:
    """Bring an earlier date back."""
    del press
    which, was, expected = (*data.value.split("-"), "", "")[:3]
    days = {"was": _day(was), "expected": _day(expected)}
    try:
        changed = await turn.act(cloning.put_back, event_id=data.event_id, which=which, **days)
    except DayError as error:
        await turn.answer(turn.t(f"day-{error.why}"), is_alert=True)
        return
    await turn.show(cards.days(turn.t, changed.event))


def _day(text: str) -> date:
    try:
        return datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError as error:
        raise StaleError from error
