"""What every test of the intake needs: a database, a tiny Bot API and an intake in between."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.clock import Clock
from bot.intake import Incoming, Intake
from bot.pacer import Pacer
from bot.shares import Shares
from bot.telegram import Telegram
from storage import inbox
from storage.database import Database, Transaction
from storage.inbox import State
from storage.migrating import migrate
from tests.intake.fake_api import TOKEN, FakeApi

KINDS = frozenset({"message", "edited_message", "callback_query", "my_chat_member", "poll"})


@dataclass
class Desk:
    """An intake with everything around it in reach."""

    api: FakeApi
    database: Database
    telegram: Telegram
    handled: list[Incoming] = field(default_factory=list)
    alarms: list[tuple[str, Mapping[str, object]]] = field(default_factory=list)

    def open_intake(
        self,
        handle: Callable[[Incoming], Awaitable[None]] | None = None,
        look: Callable[[Transaction, Mapping[str, Any]], object] = lambda _tx, _raw: None,
        shares: Shares | None = None,
    ) -> Intake:
        """Return an intake that records what it hands over, and then asks `handle`."""

        async def record(incoming: Incoming) -> None:
            self.handled.append(incoming)
            if handle is not None:
                await handle(incoming)

        return Intake(
            database=self.database,
            telegram=self.telegram,
            clock=Clock(),
            handle=record,
            alarm=lambda words, facts: self.alarms.append((words, facts)),
            kinds=KINDS,
            look=look,
            shares=shares,
        )

    def ids(self) -> list[int]:
        """Return the updates handed over so far, in order."""
        return [incoming.update_id for incoming in self.handled]

    async def until_states(self, **expected: int) -> None:
        """Wait until the inbox has so many updates in each state."""
        async with asyncio.timeout(10):
            while await self.states() != expected:  # noqa: ASYNC110 - it watches from outside
                await asyncio.sleep(0.005)

    async def states(self) -> dict[State, int]:
        """Return how many updates the inbox has in each state."""
        return await self.database.read(inbox.counts)

    async def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Return what a query finds in the database."""
        return await self.database.read(lambda tx: [tuple(row) for row in tx.connection.execute(sql).fetchall()])


@asynccontextmanager
async def open_desk(folder: Path) -> AsyncIterator[Desk]:
    """Open a database and a tiny Bot API, and close them again."""
    path = folder / "jazyl.db"
    migrate(path)
    database = Database(f"sqlite:///{path}")
    database.open()
    api = FakeApi()
    await api.start()
    telegram = Telegram(token=TOKEN, base=api.base, pacer=Pacer())
    await telegram.open()
    yield Desk(api=api, database=database, telegram=telegram)
    await telegram.close()
    await api.stop()
    await database.close()


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with open_desk(tmp_path) as opened:
        yield opened
