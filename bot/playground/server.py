"""The playground as one object: start it, point a bot at its address, play people through `telegram`, stop it."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from .bot_api import REAL_TOKEN, BotApi
from .control import Control, sentences_for_errors
from .errors import PlayError
from .page import Page
from .params import LARGEST_REQUEST
from .snapshot import load_state, save_state
from .telegram import Telegram
from .webhook import WebhookSender
from .world import DEFAULT_TOKEN

SAVE_EVERY_SECONDS = 2.0
SHUTDOWN_SECONDS = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A prepared situation the page offers."""

    code: str
    title: str
    run: Callable[["Playground"], Awaitable[None]]


class Playground:
    """A local Telegram with one bot, its Bot API over HTTP, a page and a control API."""

    def __init__(
        self,
        *,
        token: str | None = None,
        state_file: Path | None = None,
        scenarios: Mapping[str, Scenario] | None = None,
        on_reset: Callable[[], Awaitable[None]] | None = None,
        on_clock: Callable[[float], None] | None = None,
        webhook_pace: float = 1.0,
    ) -> None:
        self.token = token or DEFAULT_TOKEN
        if REAL_TOKEN.fullmatch(self.token):
            raise ValueError("this looks like a real token: the playground takes only a made-up one")
        self.telegram = Telegram(self.token)
        self.telegram.on_clock = on_clock
        self.url = ""
        self.webhook_pace = webhook_pace
        self._state_file = state_file
        self._scenarios = dict(scenarios or {})
        self._on_reset = on_reset
        self._runner: web.AppRunner | None = None
        self._sender: WebhookSender | None = None
        self._saver: asyncio.Task[None] | None = None
        if state_file is not None:
            load_state(self.telegram, state_file)

    def app(self) -> web.Application:
        """Return the web application with every route."""
        world = self.telegram.world
        api = BotApi(world)
        listed = [{"code": scenario.code, "title": scenario.title} for scenario in self._scenarios.values()]
        control = Control(self.telegram, listed, self.reset, self.run_scenario)
        app = web.Application(client_max_size=LARGEST_REQUEST, middlewares=[sentences_for_errors])
        app.add_routes([*api.routes(), *control.routes(), *Page(world).routes()])
        self._sender = WebhookSender(world, api.execute, pace=self.webhook_pace)
        return app

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> str:
        """Serve and return the address; OSError when the port is taken."""
        runner = web.AppRunner(
            self.app(), access_log=None, shutdown_timeout=SHUTDOWN_SECONDS, handler_cancellation=True,
        )  # fmt: skip
        await runner.setup()
        try:
            await web.TCPSite(runner, host, port, backlog=1024).start()
        except OSError:
            await runner.cleanup()
            raise
        self._runner = runner
        self.url = f"http://{host}:{runner.addresses[0][1]}"
        if self._state_file is not None:
            self._saver = asyncio.create_task(self._save_regularly(self._state_file))
        return self.url

    async def stop(self) -> None:
        """Stop serving; the state is saved if it is kept in a file."""
        if self._saver is not None:
            self._saver.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._saver
        if self._sender is not None:
            await self._sender.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
        if self._state_file is not None:
            save_state(self.telegram, self._state_file)

    async def reset(self) -> None:
        """Begin again with the three personas and let the program do the same with its own data."""
        self.telegram.reset()
        if self._on_reset is not None:
            await self._on_reset()
        self.telegram.world.events.publish("reset", {})

    async def run_scenario(self, code: str) -> None:
        """Play a prepared situation."""
        scenario = self._scenarios.get(code)
        if scenario is None:
            raise PlayError(f"there is no scenario {code}", 404)
        await scenario.run(self)

    async def _save_regularly(self, path: Path) -> None:
        saved_at = self.telegram.world.events.seq
        while True:
            await asyncio.sleep(SAVE_EVERY_SECONDS)
            if self.telegram.world.events.seq != saved_at:
                saved_at = self.telegram.world.events.seq
                save_state(self.telegram, path)
