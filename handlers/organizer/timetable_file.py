"""A timetable from a file: the template, the report on every row, writing it, taking it back."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import accounts, importing
from bot.documents.pupils import MOST_BYTES, SheetRefused, read_rows
from bot.domain.errors import StaleError
from bot.domain.timetable_rows import COLUMNS, MOST_ROWS, Row
from bot.download import FileTooLarge, download
from bot.middlewares.turn import Turn
from bot.programmes.sessions import SessionsRefused, read_sessions
from bot.telegram import TelegramError
from handlers.callbacks import Press
from handlers.organizer import timetable_file_cards as cards
from handlers.places import At
from handlers.timetable_callbacks import TimetablePress

router = Router(name="timetable-file")

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
LONGEST_CELL: Final = 300
ZIPPED: Final = b"PK"
AT_ONCE: Final = 2
"""Files that are looked into at the same time, whoever sent them."""
_room = asyncio.Semaphore(AT_ONCE)


@router.callback_query(Press(TimetablePress, "file"))
async def begin(press: CallbackQuery, turn: Turn, data: TimetablePress) -> None:
    """Send the timetable as a spreadsheet and wait for the changed one."""
    del press
    event, sessions, squads = await turn.act(importing.begin, event_id=data.event_id)
    content = await asyncio.to_thread(cards.draw_template, turn.t, event, sessions, squads, turn.now)
    await turn.send(cards.template(turn.t, event, content))


async def show_current(turn: Turn) -> None:
    """Ask for the file again."""
    event = await turn.read(importing.read_event, event_id=turn.actor.place_args["event"])
    await turn.show(cards.ask_again(turn.t, event))


@router.message(At(importing.PLACE))
async def take_file(message: Message, turn: Turn) -> None:
    """Look a file through and show what every row would do."""
    event = await turn.read(importing.read_event, event_id=turn.actor.place_args["event"])
    if message.document is None:
        await turn.send(cards.ask_again(turn.t, event))
        return
    rows = await _rows(turn, message.document.file_id)
    if isinstance(rows, str):
        await turn.send(cards.ask_again(turn.t, event, rows))
        return
    plan = await turn.read(importing.check, event_id=event.id, rows=rows)
    args: dict[str, Any] = {"event": event.id, "file": message.document.file_id, "seen": plan.seen}
    await turn.act(accounts.go, place=importing.PLACE, args=args)
    await turn.send(cards.report(turn.t, plan))


@router.callback_query(Press(TimetablePress, "file-yes", "file-whole"))
async def write(press: CallbackQuery, turn: Turn, data: TimetablePress) -> None:
    """Write what the report said."""
    del press
    args = turn.actor.place_args
    if turn.actor.place != importing.PLACE or args.get("event") != data.event_id or "file" not in args:
        await turn.read(importing.read_event, event_id=data.event_id)
        raise StaleError
    rows = await _rows(turn, args["file"])
    if isinstance(rows, str):
        raise StaleError
    is_whole = data.do == "file-whole"
    done = await turn.act(importing.apply, event_id=data.event_id, rows=rows, seen=args["seen"], is_whole=is_whole)
    await turn.show(cards.applied(turn.t, done, (done.at - EPOCH) // timedelta(microseconds=1)))


@router.callback_query(Press(TimetablePress, "file-undo"))
async def undo(press: CallbackQuery, turn: Turn, data: TimetablePress) -> None:
    """Take everything back that a file changed."""
    del press
    try:
        at = EPOCH + timedelta(microseconds=int(data.value))
    except (ValueError, OverflowError) as error:
        raise StaleError from error
    done = await turn.act(importing.undo, event_id=data.event_id, at=at)
    await turn.show(cards.taken_back(turn.t, done))


async def _rows(turn: Turn, file_id: str) -> tuple[Row, ...] | str:
    """Return the rows of a file, or the name of what is wrong with it."""
    async with _room:
        try:
            content = await download(turn.house.telegram, file_id, most=MOST_BYTES)
            return await asyncio.to_thread(_read, content)
        except FileTooLarge:
            return "too-large"
        except TelegramError:
            return "not-fetched"
        except (SheetRefused, SessionsRefused) as refused:
            return refused.problem


def _read(content: bytes) -> tuple[Row, ...]:
    if not content.startswith(ZIPPED):
        return read_sessions(content)
    found = read_rows(content, columns=len(COLUMNS), most=MOST_ROWS, longest=LONGEST_CELL)
    return tuple(Row(number=number, cells=dict(zip(COLUMNS, cells, strict=True))) for number, cells in found)
