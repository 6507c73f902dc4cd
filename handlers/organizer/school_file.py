"""Schools from a table: the template, the report on every row, writing it, taking it back."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import accounts, adding_schools
from bot.documents.delimited import read_delimited
from bot.documents.pupils import MOST_BYTES, SheetRefused, read_rows
from bot.domain.errors import StaleError
from bot.domain.school_rows import COLUMNS, LONGEST_NAME, MOST_ROWS, SchoolRow
from bot.download import FileTooLarge, download
from bot.middlewares.turn import Turn
from bot.telegram import TelegramError
from handlers.callbacks import Press
from handlers.organizer import school_file_cards as cards
from handlers.organizer.presses import SchoolsPress
from handlers.places import At

router = Router(name="school-file")

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
ZIPPED: Final = b"PK"
_room = asyncio.Semaphore(2)
"""Files are looked into two at a time, whoever sent them."""


@router.callback_query(Press(SchoolsPress, "rows"))
async def begin(press: CallbackQuery, turn: Turn, data: SchoolsPress) -> None:
    """Send the schools as a spreadsheet and wait for the one with more."""
    del press
    event, units = await turn.act(adding_schools.begin, event_id=data.event_id)
    content = await asyncio.to_thread(cards.draw_template, turn.t, units, turn.now)
    await turn.send(cards.template(turn.t, event, content))


async def show_current(turn: Turn) -> None:
    """Ask for the table again."""
    event = await turn.read(adding_schools.read_event, event_id=turn.actor.place_args["event"])
    await turn.show(cards.ask_again(turn.t, event))


@router.message(At(adding_schools.PLACE))
async def take_file(message: Message, turn: Turn) -> None:
    """Look a table through and show what every row would do."""
    event = await turn.read(adding_schools.read_event, event_id=turn.actor.place_args["event"])
    if message.document is None:
        await turn.send(cards.ask_again(turn.t, event))
        return
    rows = await _rows(turn, message.document.file_id)
    if isinstance(rows, str):
        await turn.send(cards.ask_again(turn.t, event, rows))
        return
    plan = await turn.read(adding_schools.check, event_id=event.id, rows=rows)
    args: dict[str, Any] = {"event": event.id, "file": message.document.file_id, "seen": plan.seen}
    await turn.act(accounts.go, place=adding_schools.PLACE, args=args)
    await turn.send(cards.report(turn.t, plan))


@router.callback_query(Press(SchoolsPress, "rows-ok"))
async def write(press: CallbackQuery, turn: Turn, data: SchoolsPress) -> None:
    """Write what the report said."""
    del press
    args = turn.actor.place_args
    if turn.actor.place != adding_schools.PLACE or args.get("event") != data.event_id or "file" not in args:
        await turn.read(adding_schools.read_event, event_id=data.event_id)
        raise StaleError
    rows = await _rows(turn, args["file"])
    if isinstance(rows, str):
        raise StaleError
    done = await turn.act(adding_schools.apply, event_id=data.event_id, rows=rows, seen=args["seen"])
    await turn.show(cards.written(turn.t, done, (done.at - EPOCH) // timedelta(microseconds=1)))


@router.callback_query(Press(SchoolsPress, "rows-no"))
async def undo(press: CallbackQuery, turn: Turn, data: SchoolsPress) -> None:
    """Take everything back that a table added and changed."""
    del press
    at = EPOCH + timedelta(microseconds=data.value)
    done = await turn.act(adding_schools.undo, event_id=data.event_id, at=at)
    await turn.show(cards.taken_back(turn.t, done))


async def _rows(turn: Turn, file_id: str) -> tuple[SchoolRow, ...] | str:
    """Return the rows of a file, or the name of what is wrong with it."""
    async with _room:
        try:
            content = await download(turn.house.telegram, file_id, most=MOST_BYTES)
            return await asyncio.to_thread(_read, content)
        except FileTooLarge:
            return "too-large"
        except TelegramError:
            return "not-fetched"
        except SheetRefused as refused:
            return refused.problem


def _read(content: bytes) -> tuple[SchoolRow, ...]:
    read = read_rows if content.startswith(ZIPPED) else read_delimited
    found = read(content, columns=len(COLUMNS), most=MOST_ROWS, longest=LONGEST_NAME + 1)
    return tuple(SchoolRow(number=number, **dict(zip(COLUMNS, cells, strict=True))) for number, cells in found)
