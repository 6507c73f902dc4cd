"""One's own data: see what is kept, take a copy, have it erased. Anybody may, whatever they are here."""

from __future__ import annotations

import asyncio
import json
from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import dossiers, erasing, staffing
from bot.domain.errors import StaffCannotForgetError
from bot.middlewares.turn import Turn
from bot.telegram import AnswerLost, NotSent, Outgoing, RetryAfter, ServerTrouble
from handlers.callbacks import DataPress, Press
from handlers.places import Command
from handlers.student import data_cards, sheets
from handlers.student.ticket import draw

router = Router(name="data")
door = Router(name="data-commands")

PAUSES: Final = (0.5, 2.0, 5.0)
"""Seconds between the attempts to show a proof."""


@door.message(Command("mydata"))
async def open_by_command(message: Message, turn: Turn, argument: str) -> None:
    """Show what is kept about a person."""
    del message, argument
    await show_kept(turn)


@door.message(Command("forget"))
async def forget_by_command(message: Message, turn: Turn, argument: str) -> None:
    """Begin to forget: first ask whom."""
    del message, argument
    await show_whom(turn)


@router.callback_query(Press(DataPress))
async def press_data(press: CallbackQuery, turn: Turn, data: DataPress) -> None:
    """Do what a button about one's data asks for."""
    del press
    match data.do:
        case "export":
            await export(turn)
        case "whom":
            await show_whom(turn)
        case "forget":
            await ask(turn, data.subject_id)
        case "leave":
            await turn.act(staffing.leave)
            await turn.refresh_actor()
            await turn.show(data_cards.left(turn.t))
        case "again":
            found = await turn.act(erasing.ask_again, subject_id=data.subject_id)
            await turn.show(data_cards.last_question(turn.t, found))
        case "erase":
            done = await turn.act(erasing.erase, subject_id=data.subject_id)
            await insist(turn, data_cards.erased(turn.t, done))
        case _:
            await show_kept(turn)


async def insist(turn: Turn, screen: Outgoing) -> None:
    """Show what nobody could show later, because whom it is for is not known any more: try several times."""
    for pause in PAUSES:
        try:
            return await turn.show(screen)
        except (AnswerLost, NotSent, RetryAfter, ServerTrouble):
            await asyncio.sleep(pause)
    return await turn.show(screen)


async def show_kept(turn: Turn) -> None:
    """Show what is kept about a person."""
    await turn.show(data_cards.kept(turn.t, await turn.read(dossiers.read_kept)))


async def show_whom(turn: Turn) -> None:
    """Ask whose data are to be erased; with nobody to choose from go on at once."""
    subjects = await turn.read(erasing.list_subjects)
    if len(subjects) > 1:
        await turn.show(data_cards.whom(turn.t, subjects))
        return
    await ask(turn, erasing.MYSELF)


async def ask(turn: Turn, subject_id: int) -> None:
    """Show what an erasure would mean; staff are first offered to leave the team."""
    try:
        found = await turn.act(erasing.ask, subject_id=subject_id)
    except StaffCannotForgetError:
        if turn.actor.is_owner:
            raise
        await turn.show(data_cards.leave_first(turn.t))
        return
    await turn.show(data_cards.plan(turn.t, found))


async def show_current(turn: Turn) -> None:
    """Show the first question again, after a restart for instance."""
    plan = await turn.act(erasing.ask, subject_id=turn.actor.place_args["subject"])
    await turn.show(data_cards.plan(turn.t, plan))


async def export(turn: Turn) -> None:
    """Give a copy: a JSON document for programs and a PDF for people."""
    kept = await turn.read(dossiers.read_kept)
    content = json.dumps(dossiers.as_json(kept, turn.actor.language), ensure_ascii=False, indent=1).encode()
    await turn.send(Outgoing(text=turn.t("export-json"), document=("my-data.json", content)))
    pdf = await draw(turn, sheets.everything(turn.t, kept))
    await turn.send(Outgoing(text=turn.t("export-pdf"), document=("my-data.pdf", pdf)))
