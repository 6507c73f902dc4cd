"""A whole small world for tests: the playground's Telegram, the real program, and people who press and type."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.clock import Clock
from bot.playground import Playground
from bot.program import Program
from bot.settings import Settings
from bot.texts import translators
from storage.values import micros

STUDENT, GUARDIAN, ORGANIZER = 101, 102, 103
PATIENCE = 20.0


@dataclass
class Person:
    """Somebody with a phone: sends, presses what is on the screen, and reads."""

    world: World
    id: int
    deeds: int = field(default=0, init=False)
    """How many messages and presses so far."""

    async def start(self, parameter: str = "") -> None:
        """Press Start, perhaps by a deep link."""
        self.deeds += 1
        self.world.telegram.start(self.id, parameter)
        await self.world.idle()

    async def open(self, link: str) -> None:
        """Follow a deep link such as https://t.me/bot?start=abc."""
        await self.start(link.split("start=")[1])

    async def say(self, text: str) -> None:
        """Type a message."""
        self.deeds += 1
        self.world.telegram.send_text(self.id, text)
        await self.world.idle()

    async def share_contact(self, *, own: bool = True, phone: str = "+77010000000") -> None:
        """Share a contact: one's own, or somebody else's."""
        self.deeds += 1
        if own:
            self.world.telegram.share_contact(self.id, own=True)
        else:
            self.world.telegram.share_contact(self.id, own=False, phone=phone, first_name="X")
        await self.world.idle()

    async def press(self, label: str) -> Any:
        """Press the newest button whose label contains these words; return the answer to the press."""
        message_id, data = self.find_button(label)
        return await self.press_data(message_id, data)

    async def press_data(self, message_id: int, data: str) -> Any:
        """Press a button by its message and data."""
        self.deeds += 1
        answer = await self.world.telegram.press(self.id, message_id, data, wait=PATIENCE)
        await self.world.idle()
        return answer

    def find_button(self, label: str) -> tuple[int, str]:
        """Return (message id, data) of the newest button whose label contains these words."""
        for message in reversed(self.messages()):
            for button in buttons(message):
                if label in button["text"] and "callback_data" in button:
                    return message["message_id"], button["callback_data"]
        raise AssertionError(f"no button «{label}» on {self.screen()!r} with {self.labels()}")

    def has_button(self, label: str) -> bool:
        """Tell whether the newest message with buttons has one with these words."""
        return any(label in text for text in self.labels())

    def messages(self) -> list[Mapping[str, Any]]:
        """Return everything in the chat, oldest first."""
        return self.world.telegram.messages(self.id)

    def screen(self) -> str:
        """Return the text of the newest message of the bot."""
        for message in reversed(self.messages()):
            if not message.get("own"):
                return str(message.get("text") or message.get("caption") or "")
        return ""

    def texts(self) -> list[str]:
        """Return the texts of all messages of the bot."""
        return [str(m.get("text") or m.get("caption") or "") for m in self.messages() if not m.get("own")]

    def labels(self) -> list[str]:
        """Return the labels of the newest message that has buttons."""
        for message in reversed(self.messages()):
            if found := [button["text"] for button in buttons(message)]:
                return found
        return []


def buttons(message: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the inline buttons of a message."""
    rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


class World:
    """The playground and the program beside it."""

    def __init__(self, playground: Playground, folder: Path, settings: Mapping[str, Any]) -> None:
        """Keep what a restart needs."""
        self.playground = playground
        self.folder = folder
        self.clock = Clock()
        self.more_settings = dict(settings)
        self.program: Program | None = None

    @property
    def telegram(self) -> Any:
        """The playground's control, in this process."""
        return self.playground.telegram

    @property
    def running(self) -> Program:
        """The program; AssertionError when it is stopped."""
        assert self.program is not None
        return self.program

    def settings(self) -> Settings:
        """Return settings that point at this world only."""
        given: dict[str, Any] = {
            "bot_token": self.playground.token,
            "telegram_api_base": self.playground.url,
            "data_dir": self.folder,
            "database_url": f"sqlite:///{self.folder / 'jazyl.db'}",
            "owner_ids": (ORGANIZER,),
            "http_port": 0,
            "vouch_alone_minutes": 0,
            "backup_every_minutes": 1440,
            "pace_per_second": 1000,
            "pace_chat_per_second": 1000,
            **self.more_settings,
        }
        return Settings(**given)

    async def start(self) -> None:
        """Start the program."""
        self.program = Program(self.settings(), self.clock)
        self.program.translators = translators(strict=True)
        await self.program.start()

    async def stop(self) -> None:
        """Stop the program; Telegram goes on."""
        program, self.program = self.program, None
        if program is not None:
            await program.stop()

    async def restart(self) -> None:
        """Stop and start the program."""
        await self.stop()
        await self.start()

    def person(self, telegram_id: int) -> Person:
        """Return one of the people."""
        return Person(self, telegram_id)

    def newcomer(self, name: str = "Newcomer", language: str = "kk") -> Person:
        """Return somebody new with a phone."""
        user = self.telegram.create_user(first_name=name, language_code=language, phone="+77019998877")
        return Person(self, user["id"] if isinstance(user, Mapping) else user.id)

    async def travel(self, *, to: datetime) -> None:
        """Move everybody's time."""
        seconds = (to - self.clock.now()).total_seconds() + self.clock.offset.total_seconds()
        self.running.move_clock(seconds)
        await self.idle()

    async def idle(self) -> None:
        """Wait until every update is handled and every due message has been sent."""
        async with asyncio.timeout(PATIENCE):
            while not await self._is_idle():  # noqa: ASYNC110 - another process or thread makes it so
                await asyncio.sleep(0.005)

    async def _is_idle(self) -> bool:
        program = self.running
        if len(self.playground.telegram.world.updates) or program.intake is None or program.intake.waiting:
            return False
        now = micros(self.clock.now())
        return program.scheduler.is_settled and await program.database.read(lambda tx: _owes_nothing(tx, now))


def _owes_nothing(tx: Any, now: int) -> bool:
    busy, due_at = tx.connection.execute(
        "SELECT (SELECT count(*) FROM outbox WHERE state = 'sending') "
        "+ (SELECT count(*) FROM inbox WHERE state = 'received'), "
        "(SELECT min(not_before) FROM outbox WHERE state = 'due')"
    ).fetchone()
    return bool(busy == 0 and (due_at is None or due_at > now))


@asynccontextmanager
async def new_world(folder: Path, **settings: Any) -> AsyncIterator[World]:
    """Open a world in a folder and close it afterwards."""
    playground = Playground()
    await playground.start()
    world = World(playground, folder, settings)
    try:
        await world.start()
        yield world
    finally:
        await world.stop()
        await playground.stop()
