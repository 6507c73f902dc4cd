"""Files on their way in and out: fetched with a cap, made harmless off the event loop, kept sealed, shown again."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import Final, Literal

from bot.actions import uploading
from bot.documents.upload import Harmless, UploadRefused, make_harmless
from bot.domain.form import FileGiven, Given, Json, Kind, Question
from bot.domain.questions.files import MOST_MEGABYTES
from bot.download import FileTooLarge, download
from bot.middlewares.turn import Turn
from bot.telegram import Button, Outgoing, TelegramError
from bot.texts import Html

MOST_BYTES: Final = MOST_MEGABYTES * 1024 * 1024
AT_ONCE: Final = 2
"""Files that are looked into at the same time, whoever sent them."""
_room = asyncio.Semaphore(AT_ONCE)


async def taken(turn: Turn, question: Question | None, given: Given) -> Given:
    """Return what was given; a file that answers a question about one comes back kept, or with why it is not taken."""
    if not isinstance(given, FileGiven) or question is None or question.kind is not Kind.FILE:
        return given
    if (given.size or 0) > MOST_BYTES or (given.kind == "photo" and "photo" not in question.accepts):
        return given
    if not await turn.read(uploading.has_room):
        return replace(given, refusal="file-too-many")
    async with _room:
        return await _kept(turn, question, given)


async def _kept(turn: Turn, question: Question, given: FileGiven) -> FileGiven:
    try:
        content = await download(turn.house.telegram, given.file_id, most=MOST_BYTES)
        harmless = await asyncio.to_thread(make_harmless, content)
    except FileTooLarge:
        return replace(given, refusal="file-too-large")
    except TelegramError:
        return replace(given, refusal="file-not-fetched")
    except UploadRefused as refused:
        return replace(given, refusal=refused.problem)
    kind = _kind(question, given, harmless)
    if kind not in question.accepts:
        return replace(given, kind=kind, refusal="file-type")
    upload = await asyncio.to_thread(uploading.write, turn.house.upload_folder, harmless.content)
    return replace(given, kind=kind, upload=upload)


def _kind(question: Question, given: FileGiven, harmless: Harmless) -> Literal["photo", "document"]:
    """Return what a file counts as: a picture sent as a file is a photo where photos are asked for."""
    if harmless.kind == "photo" and "photo" in question.accepts:
        return "photo"
    return given.kind


async def show_file(turn: Turn, caption: Html, value: Json, back: Button) -> None:
    """Send the file an answer names; one that Telegram keeps from earlier goes out by its name there."""
    is_photo = isinstance(value, Mapping) and value.get("kind") == "photo"
    rows = ((back,),)
    if isinstance(value, Mapping) and "file_id" in value:
        kept = str(value["file_id"])
        earlier = Outgoing(text=caption, photo=kept, keyboard=rows) if is_photo else None
        await turn.send(earlier or Outgoing(text=caption, document=kept, keyboard=rows))
        return
    content = await asyncio.to_thread(uploading.open_file, turn.house.upload_folder, value)
    if is_photo:
        await turn.send(Outgoing(text=caption, photo=content, keyboard=rows))
        return
    suffix = "pdf" if content.startswith(b"%PDF-") else "jpg"
    await turn.send(Outgoing(text=caption, document=(f"file.{suffix}", content), keyboard=rows))
