"""A gate without the internet: take its list along, bring back what was scanned, see what did not fit together."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import replace
from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import admitting, carrying, fading, reconciling
from bot.actions.carrying import Carried
from bot.actions.reconciling import Merged
from bot.documents.gate_page import Row, Rules, draw_gate_page
from bot.domain.offline import (
    CHECK_LENGTH,
    LONGEST_REPORT,
    MARK_BYTES,
    PART,
    ROUNDS,
    VERSION,
    Report,
    ReportRefusedError,
    mark_of,
    read_report,
)
from bot.domain.ticket import secret_of, typed_of
from bot.domain.tokens import hash_of
from bot.download import FileTooLarge, download
from bot.middlewares.turn import Turn
from bot.telegram import TelegramError
from handlers import offline_cards as cards
from handlers.callbacks import Press
from handlers.gate_callbacks import OfflinePress
from handlers.places import At

router = Router(name="offline")

AT_ONCE: Final = 200
"""Scans that are taken in by one transaction, so that nobody else waits long."""
SALT_BYTES: Final = 8
_room = asyncio.Semaphore(2)
"""Lists are drawn and files looked into two at a time, whoever asks."""


@router.callback_query(Press(OfflinePress, "room"))
async def show_room(press: CallbackQuery, turn: Turn, data: OfflinePress) -> None:
    """Say how a gate works without the internet, and show the gates."""
    del press
    await turn.show(cards.room(turn.t, await turn.read(carrying.read_choice, event_id=data.event_id)))


@router.callback_query(Press(OfflinePress, "take"))
async def take(press: CallbackQuery, turn: Turn, data: OfflinePress) -> None:
    """Give the list of a gate without names."""
    del press
    await send_list(turn, data.event_id, data.gate, with_names=False)


async def send_list(turn: Turn, event_id: int, gate: str, *, with_names: bool) -> None:
    """Take the list of a gate along as a page; one with names does not stay in the chat."""
    of = {"event_id": event_id, "gate": gate, "with_names": with_names, "rules": turn.house.vouching}
    carried = await turn.act(carrying.take, **of)
    await turn.answer(turn.t("offline-making"))
    async with _room:
        page = await asyncio.to_thread(draw, turn, carried)
    name = f"gate-{carried.event.code}-{carried.gate.code}-{carried.id}.html"
    message_id = await turn.send(cards.page(turn.t, carried, (name, page)))
    if with_names:
        await turn.act(fading.keep, message_id=message_id)


def draw(turn: Turn, carried: Carried) -> bytes:
    """Return the page; takes a while for many people and may be done in a thread of its own."""
    salt = secrets.token_hex(SALT_BYTES)
    offset = carried.made_at.astimezone(carried.event.zone).utcoffset()
    rules = Rules(
        version=VERSION,
        list_id=carried.id,
        salt=salt,
        rounds=ROUNDS,
        mark_bytes=MARK_BYTES,
        check_length=CHECK_LENGTH,
        part=PART,
        is_daily=carried.gate.is_daily,
        offset=int(offset.total_seconds()) if offset else 0,
        has_names=carried.has_names,
    )
    rows = tuple(_row(turn, carried, index, salt) for index in range(len(carried.entries)))
    return draw_gate_page(**cards.words(turn.t, carried), rules=rules, rows=rows)


def _row(turn: Turn, carried: Carried, index: int, salt: str) -> Row:
    one = carried.entries[index]
    mark = ""
    if one.code is not None:
        secret = secret_of(turn.house.ticket_key, one.code, one.registration_id)
        mark = mark_of(salt, typed_of(secret)) if hash_of(secret) == one.token_hash else ""
    since = carried.inside.get(one.registration_id)
    return Row(
        number=one.registration_id,
        ticket_id=(one.ticket_id or 0) if mark else 0,
        mark=mark,
        squad=cards.squad(turn.t, one.squad),
        since=0 if since is None else int(since.timestamp()),
        name=one.name if carried.has_names else "",
    )


@router.callback_query(Press(OfflinePress, "bring"))
async def begin(press: CallbackQuery, turn: Turn, data: OfflinePress) -> None:
    """Wait for what a phone scanned."""
    del press
    await turn.show(cards.ask_report(turn.t, await turn.act(carrying.begin, event_id=data.event_id)))


@router.message(At(carrying.PLACE))
async def take_report(message: Message, turn: Turn) -> None:
    """Take in what a phone scanned, part by part: whatever stops it, the same report may be sent again."""
    try:
        report = read_report(await _text(message, turn))
    except ReportRefusedError as refused:
        event = await turn.read(admitting.read_event, event_id=turn.actor.place_args["event"])
        await turn.send(cards.ask_report(turn.t, event, refused.why))
        return
    await turn.send(cards.report(turn.t, await _take_in(turn, report), turn.now))


async def _take_in(turn: Turn, report: Report) -> Merged:
    parts = []
    for start in range(0, len(report.scans), AT_ONCE):
        some = replace(report, scans=report.scans[start : start + AT_ONCE])
        parts.append(await turn.act(reconciling.take_in, report=some, key=turn.house.ticket_key))
    return replace(parts[0], settled=tuple(one for part in parts for one in part.settled))


async def _text(message: Message, turn: Turn) -> str:
    """Return what was sent as text or as a file; ReportRefusedError when it is too long or cannot be read."""
    if message.document is None:
        return message.text or ""
    if (message.document.file_size or 0) > LONGEST_REPORT:
        raise ReportRefusedError("long")
    try:
        async with _room:
            return (await download(turn.house.telegram, message.document.file_id, most=LONGEST_REPORT)).decode("ascii")
    except FileTooLarge:
        raise ReportRefusedError("long") from None
    except TelegramError:
        raise ReportRefusedError("not-fetched") from None
    except UnicodeDecodeError:
        raise ReportRefusedError("strange") from None


@router.callback_query(Press(OfflinePress, "trouble"))
async def show_trouble(press: CallbackQuery, turn: Turn, data: OfflinePress) -> None:
    """Show the scans that did not let in."""
    del press
    page = await turn.read(carrying.list_trouble, event_id=data.event_id, page=data.page)
    await turn.show(cards.trouble(turn.t, page))


async def show_current(turn: Turn) -> None:
    """Ask again for what a phone scanned."""
    event = await turn.read(admitting.read_event, event_id=turn.actor.place_args["event"])
    await turn.show(cards.ask_report(turn.t, event))
