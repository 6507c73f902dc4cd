"""What every test of delivery needs: a local Telegram over real HTTP, a real database file, people in both."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.clock import Clock
from bot.delivery import Delivery
from bot.domain.language import Language
from bot.domain.notice import Notice, Priority
from bot.outgoing import Outgoing
from bot.pacer import Pacer
from bot.playground import Playground
from bot.telegram import Telegram
from storage import accounts, outbox
from storage.database import Database, Transaction
from storage.migrating import migrate
from storage.outbox import Owed

FIRST_PERSON = 5001


def render(owed: Owed, language: Language) -> Outgoing:
    """Return what the tests put into a notice."""
    return Outgoing(text=str(owed.data["text"]))


@dataclass
class Post:
    """A post office with everything around it in reach."""

    playground: Playground
    path: Path
    database: Database
    clock: Clock = field(default_factory=Clock)
    telegram: Telegram | None = None
    delivery: Delivery | None = None
    _running: asyncio.Task[None] | None = None

    async def open(self, *, render: Callable[[Owed, Language], Outgoing] = render, rate: float = 1000,
                   in_flight: int = 16, lease: float = 45, chat_rate: float = 1) -> Delivery:  # fmt: skip
        """Start a delivery; the pace is fast unless the test is about it."""
        pacer = Pacer(per_second=rate, chat_per_second=chat_rate)
        self.telegram = Telegram(token=self.playground.token, base=self.playground.url, pacer=pacer)
        await self.telegram.open()
        self.delivery = Delivery(
            database=self.database,
            telegram=self.telegram,
            clock=self.clock,
            render=render,
            in_flight=in_flight,
            lease=timedelta(seconds=lease),
        )
        self._running = asyncio.ensure_future(self.delivery.run())
        return self.delivery

    async def close(self, grace: float = 5) -> None:
        """Stop the delivery and say how its run ended."""
        delivery, self.delivery, running, self._running = self.delivery, None, self._running, None
        if delivery is not None and running is not None:
            await delivery.stop(grace)
            await running
        if self.telegram is not None:
            await self.telegram.close()

    async def people(self, number: int) -> list[int]:
        """Create people whom the bot has met; return their account ids (Telegram's are FIRST_PERSON and up)."""
        for n in range(number):
            person = self.playground.telegram.create_user("Aru", id=FIRST_PERSON + n)
            person.started = person.known = True

        def meet(tx: Transaction) -> list[int]:
            now = self.clock.now()
            return [
                accounts.meet(tx, FIRST_PERSON + n, "Aru", offered=Language.KK, now=now).account_id
                for n in range(number)
            ]

        return await self.database.write(meet)

    async def owe(self, account_id: int, text: str, priority: Priority = Priority.NOTICE, **more: Any) -> None:
        """Put one notice."""
        await self.owe_all([self.notice(account_id, text, priority, **more)])

    def notice(self, account_id: int, text: str, priority: Priority = Priority.BULK, **more: Any) -> Notice:
        """Return a notice with a text of its own."""
        more = {"template": "plain", **more}
        return Notice(account_id=account_id, data={"text": text}, priority=priority, **more)

    async def owe_all(self, notices: list[Notice]) -> None:
        """Put many notices at once and wake the delivery."""
        now = self.clock.now()
        await self.database.write(lambda tx: outbox.put_many(tx, notices, now))
        if self.delivery is not None:
            self.delivery.wake()

    async def rows(self) -> list[dict[str, Any]]:
        """Return the whole outbox, oldest first."""

        def read(tx: Transaction) -> list[dict[str, Any]]:
            return [dict(row) for row in tx.connection.execute("SELECT * FROM outbox ORDER BY id")]

        return await self.database.read(read)

    async def states(self) -> dict[str, int]:
        """Return how many messages are in each state."""
        return dict(Counter(row["state"] for row in await self.rows()))

    async def until(self, condition: Callable[[], bool], seconds: float = 10) -> None:
        """Wait for something to become true."""
        async with asyncio.timeout(seconds):
            while not condition():  # noqa: ASYNC110 - it watches from outside
                await asyncio.sleep(0.003)

    async def until_states(self, seconds: float = 10, **expected: int) -> None:
        """Wait until the outbox has so many messages in each state."""
        async with asyncio.timeout(seconds):
            while await self.states() != expected:  # noqa: ASYNC110 - it watches from outside
                await asyncio.sleep(0.02)

    def sends(self, chat_id: int | None = None) -> list[Any]:
        """Return the sendMessage calls that came, whatever became of them, in order of arrival."""
        calls = [call for call in self.playground.telegram.calls() if call.method == "sendMessage"]
        return sorted((c for c in calls if chat_id in (None, c.chat_id)), key=lambda call: call.at)

    def copies(self) -> Counter[str]:
        """Return how often each text stands in somebody's chat."""
        people = self.playground.telegram.world.people
        return Counter(
            message["text"]
            for chat_id in people
            if chat_id >= FIRST_PERSON
            for message in self.playground.telegram.messages(chat_id)
        )


@pytest.fixture
async def post(tmp_path: Path) -> AsyncIterator[Post]:
    """A local Telegram and an empty database; the delivery is opened by the test."""
    path = tmp_path / "jazyl.db"
    migrate(path)
    playground = Playground()
    await playground.start()
    database = Database(f"sqlite:///{path}")
    database.open()
    post = Post(playground, path, database)
    yield post
    await post.close(grace=0.1)
    await database.close()
    await playground.stop()
