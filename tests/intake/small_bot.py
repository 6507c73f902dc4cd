"""A bot small enough to reason about, built from the program's own intake, database and delivery.

For each update it records an effect, owes a notice and shows a screen. The table of effects takes duplicates, so that
a second effect would be seen.
"""

from __future__ import annotations

import asyncio
import random
import signal
import sqlite3
from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.clock import Clock
from bot.delivery import Delivery
from bot.domain.language import Language
from bot.domain.notice import Notice, Priority
from bot.intake import Incoming, Intake
from bot.outgoing import Outgoing
from bot.pacer import Pacer
from bot.shedding import Door
from bot.telegram import Telegram
from bot.web.server import Server
from bot.web.webhook import Webhook, set_webhook
from storage import inbox, outbox
from storage.database import Database, Transaction
from storage.migrating import migrate
from storage.outbox import Owed
from tests.intake.faultpoints import arm

KINDS = frozenset({"message"})
CHATS = range(1, 9)
SENDS_AT_ONCE = 8
_UNFINISHED = """SELECT (SELECT count(*) FROM inbox WHERE state IN ('received', 'effected'))
    + (SELECT count(*) FROM outbox WHERE state = 'sending')"""
_OWED = "SELECT count(*) FROM outbox WHERE state IN ('due', 'sending')"


def prepare(folder: Path) -> None:
    """Make the database this bot expects."""
    migrate(folder / "bot.db")
    with sqlite3.connect(folder / "bot.db") as connection:
        connection.execute("CREATE TABLE effects (update_id INTEGER NOT NULL)")
        connection.executemany(
            "INSERT INTO accounts (id, telegram_id, display_name, met_at, seen_at) VALUES (?, ?, '-', 0, 0)",
            [(chat, chat) for chat in CHATS],
        )
    connection.close()


def effects(folder: Path) -> Counter[int]:
    """Return how often each update took effect."""
    return Counter(row[0] for row in _ask(folder, "SELECT update_id FROM effects"))


def unfinished(folder: Path) -> int:
    """Return how many updates and messages are in the middle of something."""
    return int(_ask(folder, _UNFINISHED)[0][0])


def is_quiet(folder: Path) -> bool:
    """Tell whether nothing is left to do."""
    return unfinished(folder) == 0 and _ask(folder, _OWED)[0][0] == 0


def texts(update_id: int) -> tuple[str, ...]:
    """Return what the person has to be told because of an update."""
    return f"notice {update_id}", f"screen {update_id}"


def run(launch: Mapping[str, Any]) -> None:
    """Run until SIGTERM, or until killed."""
    arm(launch)
    asyncio.run(live(SmallBot(launch)))


def _ask(folder: Path, sql: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(folder / "bot.db", timeout=10)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


class SmallBot:
    """Everything that lives in one process."""

    def __init__(self, launch: Mapping[str, Any]) -> None:
        self.launch = launch
        self.clock = Clock()
        self.database = Database(f"sqlite:///{launch['folder']}/bot.db")
        pacer = Pacer(per_second=1000, chat_per_second=1000, chat_burst=1000)
        self.telegram = Telegram(token=launch["token"], base=launch["base"], pacer=pacer)
        self.delivery = Delivery(
            database=self.database,
            telegram=self.telegram,
            clock=self.clock,
            render=_render,
            in_flight=SENDS_AT_ONCE,
            lease=timedelta(seconds=1),
        )
        door = Door(monotonic=self.clock.monotonic)
        door.most_of_one = 10**9  # eight chats stand for a whole camp: here nobody floods
        self.intake = Intake(
            database=self.database,
            telegram=self.telegram,
            clock=self.clock,
            handle=self.handle,
            alarm=print,
            kinds=KINDS,
            door=door,
        )
        self.intake.backlog.most_in_hand = 4  # of its eight chats, so that some always wait in the inbox

    async def handle(self, incoming: Incoming) -> None:
        await asyncio.sleep(self.launch.get("pause") or random.uniform(0, 0.01))
        if not incoming.is_effected:
            await self.database.write(lambda tx: self.act(tx, incoming))
            self.delivery.wake()
        await asyncio.sleep(random.uniform(0, 0.01))
        screen = {"chat_id": incoming.chat_id, "text": f"screen {incoming.update_id}"}
        await self.telegram.call("sendMessage", screen, chat_id=incoming.chat_id)

    def act(self, tx: Transaction, incoming: Incoming) -> None:
        tx.connection.execute("INSERT INTO effects (update_id) VALUES (?)", (incoming.update_id,))
        assert incoming.chat_id is not None
        data = {"update_id": incoming.update_id}
        notice = Notice(account_id=incoming.chat_id, template="test", data=data, priority=Priority.REPLY)
        outbox.put(tx, notice, self.clock.now())
        self.mark(tx, incoming.update_id)

    def mark(self, tx: Transaction, update_id: int) -> None:
        inbox.mark_effected(tx, update_id, self.clock.now())


def _render(owed: Owed, _language: Language) -> Outgoing:
    return Outgoing(text=f"notice {owed.data['update_id']}")


async def live(bot: SmallBot) -> None:
    """Run until SIGTERM."""
    halt = asyncio.Event()
    bot.database.open()
    await bot.telegram.open()
    await bot.intake.recover()
    async with asyncio.TaskGroup() as group:
        group.create_task(bot.delivery.run())
        group.create_task(bot.intake.backlog.watch())
        door = await _open_door(bot, group)
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, halt.set)
        await halt.wait()
        if door is not None:
            await door.stop()
        await bot.intake.stop()
        await bot.delivery.stop()
    await bot.telegram.close()
    await bot.database.close()


async def _open_door(bot: SmallBot, group: asyncio.TaskGroup) -> Server | None:
    """Let updates in, by polling or by webhook."""
    if not bot.launch["port"]:
        group.create_task(bot.intake.poll())
        return None

    async def is_well() -> bool:
        return True

    webhook = Webhook(intake=bot.intake, secret=bot.launch["secret"])
    server = Server(host="127.0.0.1", port=bot.launch["port"], is_well=is_well, webhook=webhook)
    await server.start()
    url = f"http://127.0.0.1:{bot.launch['port']}/webhook"
    await set_webhook(bot.telegram, url=url, secret=bot.launch["secret"], kinds=KINDS)
    return server
