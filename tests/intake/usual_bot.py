"""The usual bot: the framework's own polling as it comes, one commit and one answer for each message."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message, Update


def prepare(folder: Path) -> None:
    """Make the database this bot expects."""
    with sqlite3.connect(folder / "usual.db") as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE effects (update_id INTEGER NOT NULL)")
    connection.close()


def effects(folder: Path) -> Counter[int]:
    """Return how often each update took effect."""
    connection = sqlite3.connect(folder / "usual.db", timeout=10)
    found = Counter(row[0] for row in connection.execute("SELECT update_id FROM effects"))
    connection.close()
    return found


def unfinished(_folder: Path) -> int:
    """Return 0: this bot does not know what it is in the middle of."""
    return 0


def is_quiet(_folder: Path) -> bool:
    """Return True: this bot owes nothing that it knows of."""
    return True


def texts(update_id: int) -> tuple[str, ...]:
    """Return what the person has to be told because of an update."""
    return (f"screen {update_id}",)


def run(launch: Mapping[str, Any]) -> None:
    """Run until killed."""
    asyncio.run(_run(launch))


async def _run(launch: Mapping[str, Any]) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(launch["base"]))
    bot = Bot(launch["token"], session=session)
    dispatcher = Dispatcher()
    connection = sqlite3.connect(Path(launch["folder"]) / "usual.db", timeout=10, isolation_level=None)

    @dispatcher.message()
    async def answer(message: Message, event_update: Update) -> None:
        await asyncio.sleep(0.05)
        connection.execute("INSERT INTO effects (update_id) VALUES (?)", (event_update.update_id,))
        await message.answer(f"screen {event_update.update_id}")

    await dispatcher.start_polling(bot, handle_signals=False)
