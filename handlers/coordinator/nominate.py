"""Naming pupils by a spreadsheet: the template, the report, the links."""

from __future__ import annotations

import asyncio
import secrets
from typing import Any, Final

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import accounts, nominating
from bot.actions.nominating import Row
from bot.documents.pupils import MOST_BYTES, SheetRefused, read_rows
from bot.domain.errors import StaleError
from bot.download import FileTooLarge, download
from bot.middlewares.turn import Turn
from bot.telegram import TelegramError
from handlers.callbacks import CoordinatorPress, Press
from handlers.coordinator import nominate_cards as cards
from handlers.places import At

router = Router(name="nominate")

NOISE_BYTES: Final = 12
AT_ONCE: Final = 2
"""Spreadsheets that are looked into at the same time, whoever sent them."""
_room = asyncio.Semaphore(AT_ONCE)


@router.callback_query(Press(CoordinatorPress, "nominate"))
async def begin(press: CallbackQuery, turn: Turn, data: CoordinatorPress) -> None:
    """Send the template and wait for the filled one."""
    del press
    event, unit = await turn.act(nominating.begin, event_id=data.event_id, unit_id=data.unit_id)
    template = await asyncio.to_thread(cards.draw_template, turn.t, turn.now)
    await turn.send(cards.template(turn.t, event, unit, template))


async def show_current(turn: Turn) -> None:
    """Ask for the file again."""
    args = turn.actor.place_args
    event, unit, _ = await turn.read(nominating.list_named, event_id=args["event"], unit_id=args["unit"])
    await turn.show(cards.ask_again(turn.t, event, unit))


@router.message(At(nominating.PLACE))
async def take_file(message: Message, turn: Turn) -> None:
    """Look a list through and show what would become of every row."""
    where = {"event_id": turn.actor.place_args["event"], "unit_id": turn.actor.place_args["unit"]}
    event, unit, _ = await turn.read(nominating.list_named, **where)
    if message.document is None:
        await turn.send(cards.ask_again(turn.t, event, unit))
        return
    rows = await _rows(turn, message.document.file_id)
    if isinstance(rows, str):
        await turn.send(cards.ask_again(turn.t, event, unit, problem=rows))
        return
    report = await turn.read(nominating.check, rows=rows, **where)
    args: dict[str, Any] = {"event": event.id, "unit": unit.id, "file": message.document.file_id}
    await turn.act(accounts.go, place=nominating.PLACE, args=args)
    await turn.send(cards.report(turn.t, report))


@router.callback_query(Press(CoordinatorPress, "nominate-yes"))
async def write(press: CallbackQuery, turn: Turn, data: CoordinatorPress) -> None:
    """Write the good rows and send every pupil's link."""
    del press
    args = turn.actor.place_args
    is_here = turn.actor.place == nominating.PLACE and args.get("unit") == data.unit_id
    if not is_here or args.get("event") != data.event_id or "file" not in args:
        raise StaleError
    where = {"event_id": data.event_id, "unit_id": data.unit_id}
    rows = await _rows(turn, args["file"])
    if isinstance(rows, str):
        raise StaleError
    noise = [secrets.token_hex(NOISE_BYTES) for _ in rows]
    named = await turn.act(nominating.write, rows=rows, key=turn.house.ticket_key, noise=noise, **where)
    await turn.show(cards.written(turn.t, data.event_id, data.unit_id, named))
    await _send_list(turn, data)


@router.callback_query(Press(CoordinatorPress, "unname"))
async def undo(press: CallbackQuery, turn: Turn, data: CoordinatorPress) -> None:
    """Take a list back."""
    del press
    number = await turn.act(nominating.undo, event_id=data.event_id, unit_id=data.unit_id, nominee_id=data.id)
    await turn.show(cards.taken_back(turn.t, data.event_id, data.unit_id, number))


@router.callback_query(Press(CoordinatorPress, "named"))
async def show_named(press: CallbackQuery, turn: Turn, data: CoordinatorPress) -> None:
    """Send the list of named pupils with their links and how far each is."""
    del press
    await _send_list(turn, data)


async def _send_list(turn: Turn, data: CoordinatorPress) -> None:
    event, unit, named = await turn.read(nominating.list_named, event_id=data.event_id, unit_id=data.unit_id)
    if not named:
        await turn.answer(turn.t("nominate-none"), is_alert=True)
        return
    house = turn.house
    content = await asyncio.to_thread(
        cards.draw_links, turn.t, named, key=house.ticket_key, bot_name=house.bot_name, now=turn.now
    )
    await turn.send(cards.links(turn.t, event, unit, content))


async def _rows(turn: Turn, file_id: str) -> tuple[Row, ...] | str:
    """Return the rows of a file, or the name of what is wrong with it."""
    async with _room:
        try:
            content = await download(turn.house.telegram, file_id, most=MOST_BYTES)
            return await asyncio.to_thread(read_rows, content)
        except FileTooLarge:
            return "too-large"
        except TelegramError:
            return "not-fetched"
        except SheetRefused as refused:
            return refused.problem
