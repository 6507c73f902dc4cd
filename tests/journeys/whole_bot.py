"""The whole product as a process that can be killed: built from settings, run until the end."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

from bot import log
from bot.playground import Playground
from bot.program import Program
from bot.settings import Settings
from tests.intake.killloop import Nursery
from tests.warm import warm
from tests.world import World

warm()


def run(launch: Mapping[str, Any]) -> None:
    """Serve until killed."""
    log.configure(level="ERROR", style="text")
    asyncio.run(_run(Settings(**launch)))


async def _run(settings: Settings) -> None:
    program = Program(settings)
    await program.start()
    await program.wait()


class ProcessWorld(World):
    """A world whose bot is another process: it can be killed at any moment and started again."""

    def __init__(self, playground: Playground, folder: Path, settings: Mapping[str, Any], nursery: Nursery) -> None:
        super().__init__(playground, folder, settings)
        self.nursery = nursery
        self.kills = 0

    async def start(self) -> None:
        """Start the process; it takes up what was left."""
        await self.nursery.start(self.settings().model_dump(mode="json", exclude={"bot_token"}) | self._secrets())

    async def stop(self) -> None:
        """Kill it: this world knows no polite end."""
        await self.nursery.end(9)
        self.kills += 1

    async def _is_idle(self) -> bool:
        if len(self.playground.telegram.world.updates) or not (self.folder / "jazyl.db").exists():
            return False
        try:
            return self.ask("SELECT count(*) FROM inbox WHERE state IN ('received', 'effected')") == 0 and (
                self.ask("SELECT count(*) FROM outbox WHERE state IN ('sending', 'due')") == 0
            )
        except sqlite3.OperationalError:
            return False

    def ask(self, sql: str) -> Any:
        """Return one value from the database file."""
        with closing(sqlite3.connect(f"file:{self.folder / 'jazyl.db'}?mode=ro", uri=True)) as connection:
            return connection.execute(sql).fetchone()[0]

    def _secrets(self) -> dict[str, Any]:
        more = {name: value for name, value in self.more_settings.items() if name == "webhook_secret"}
        return {"bot_token": self.playground.token, "quiet_hours": "22:00-08:00", **more}


@asynccontextmanager
async def killable_world(folder: Path, **settings: Any) -> AsyncIterator[ProcessWorld]:
    """Open a world whose bot can be killed."""
    playground = Playground()
    await playground.start()
    async with Nursery("tests.journeys.whole_bot") as nursery:
        world = ProcessWorld(playground, folder, settings, nursery)
        await world.start()
        try:
            yield world
        finally:
            await world.stop()
            await playground.stop()
