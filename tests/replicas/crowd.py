"""Several copies of the program behind one webhook: real processes, a real PostgreSQL, a door that takes turns."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp
import psycopg
from aiohttp import web

from bot import log
from bot.playground import Playground
from bot.program import Program
from bot.settings import Settings
from storage.migrating import migrate
from tests import databases
from tests.journeys.conftest import SECRET
from tests.world import World

BRIEFLY = 3.0


class Door:
    """Hands each request to the next copy, as a reverse proxy does; one that does not answer is passed over."""

    def __init__(self) -> None:
        self.ports: list[int] = []
        self.handed: dict[int, int] = {}
        self._turn = count()

    async def start(self) -> None:
        app = web.Application()
        app.router.add_post("/webhook", self._hand_on)
        self._session = aiohttp.ClientSession()
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.port: int = self._runner.addresses[0][1]

    async def stop(self) -> None:
        await self._runner.cleanup()
        await self._session.close()

    async def _hand_on(self, request: web.Request) -> web.Response:
        body = await request.read()
        headers = {name: value for name, value in request.headers.items() if name.startswith(("X-", "Content-Type"))}
        first = next(self._turn)
        for number in range(len(self.ports)):
            port = self.ports[(first + number) % len(self.ports)]
            try:
                address = f"http://127.0.0.1:{port}/webhook"
                wait = aiohttp.ClientTimeout(total=BRIEFLY)
                async with self._session.post(address, data=body, headers=headers, timeout=wait) as answer:
                    self.handed[port] = self.handed.get(port, 0) + 1
                    return web.Response(status=answer.status, body=await answer.read(), content_type="application/json")
            except (aiohttp.ClientError, TimeoutError):
                continue
        return web.Response(status=502)


class Copy:
    """One process."""

    name = ""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.replicas.crowd"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(settings) + "\n")
        self.process.stdin.close()

    async def begin(self) -> int:
        """Wait until it serves; return its port and know its name."""
        assert self.process.stdout is not None
        port, self.name = (await asyncio.to_thread(self.process.stdout.readline)).split()
        return int(port)

    def freeze(self) -> None:
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self.process.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()


class Crowd(World):
    """A world with several copies of the program."""

    def __init__(self, playground: Playground, folder: Path, settings: Mapping[str, Any], url: str) -> None:
        super().__init__(playground, folder, settings)
        self.url = url
        self.door = Door()
        self.copies: list[Copy] = []

    async def add(self) -> Copy:
        """Start another copy."""
        given = self.settings().model_dump(mode="json", exclude={"bot_token", "webhook_secret"})
        secrets = {"bot_token": self.playground.token, "webhook_secret": SECRET, "quiet_hours": "22:00-08:00"}
        copy = Copy(given | secrets)
        self.copies.append(copy)
        self.door.ports.append(await asyncio.wait_for(copy.begin(), 30))
        return copy

    async def remove(self, copy: Copy) -> None:
        """Kill a copy; the door learns of it by itself."""
        copy.kill()
        self.copies.remove(copy)

    async def _is_idle(self) -> bool:
        waiting = "SELECT count(*) FROM inbox WHERE state IN ('received', 'effected')"
        owed = "SELECT count(*) FROM outbox WHERE state IN ('sending', 'due')"
        return not len(self.playground.telegram.world.updates) and not self.ask(waiting) and not self.ask(owed)

    def ask(self, sql: str, *values: Any) -> Any:
        """Return one value from the database."""
        with psycopg.connect(self.url) as connection:
            found = connection.execute(sql.encode(), values).fetchone()
            assert found is not None
            return found[0]


@asynccontextmanager
async def crowd(folder: Path, copies: int, **settings: Any) -> AsyncIterator[Crowd]:
    """Open a world with so many copies."""
    url = databases.fresh_postgres()
    migrate(url)
    playground = Playground(webhook_pace=0.05)
    await playground.start()
    world = Crowd(playground, folder, {}, url)
    await world.door.start()
    world.more_settings = {
        "database_url": url,
        "webhook_url": f"http://127.0.0.1:{world.door.port}/webhook",
        "webhook_secret": SECRET,
        **settings,
    }
    try:
        for _ in range(copies):
            await world.add()
        yield world
    finally:
        for copy in world.copies:
            copy.kill()
        await world.door.stop()
        await playground.stop()


async def _serve(settings: Settings) -> None:
    program = Program(settings)
    assert program.shares is not None
    await program.start()
    os.write(1, f"{program.port} {program.shares.name}\n".encode())
    await program.wait()


if __name__ == "__main__":
    log.configure(level="ERROR", style="text")
    asyncio.run(_serve(Settings(**json.loads(sys.stdin.readline()))))
