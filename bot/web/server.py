"""The one HTTP server: whether the program is well and ready, its figures, and the webhook.

Always true: a request larger than 1 MB is refused; what is not served here is 404, and another method is 405.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import web

from bot.log import get_logger
from bot.web.metrics import Figure, text
from bot.web.webhook import Webhook

log = get_logger(__name__)

LARGEST_BODY: Final = 1024 * 1024
"""Bytes a request may carry."""

IsWell = Callable[[], Awaitable[bool]]
FindReason = Callable[[], Awaitable[str | None]]
ReadFigures = Callable[[], Awaitable[tuple[Figure, ...]]]


async def _is_ready() -> None:
    """Find no reason against serving."""


async def _no_figures() -> tuple[Figure, ...]:
    return ()


class Server:
    """Serves `/healthz`, `/readyz`, `/metrics`, and the webhook when there is one."""

    def __init__(
        self,
        *,
        host: str,
        port: int,
        is_well: IsWell,
        find_reason: FindReason = _is_ready,
        read_figures: ReadFigures = _no_figures,
        webhook: Webhook | None = None,
        webhook_path: str = "/webhook",
    ) -> None:
        """`is_well` tells whether the program lives, `find_reason` why it cannot serve; port 0 takes any free one."""
        self._host = host
        self._port = port
        self._is_well = is_well
        self._find_reason = find_reason
        self._read_figures = read_figures
        self._app = web.Application(client_max_size=LARGEST_BODY)
        self._app.router.add_get("/healthz", self._tell_health)
        self._app.router.add_get("/readyz", self._tell_readiness)
        self._app.router.add_get("/metrics", self._tell_figures)
        if webhook is not None:
            self._app.router.add_post(webhook_path, webhook.take)
        self._runner: web.AppRunner | None = None

    async def start(self) -> int:
        """Listen, and return the port; OSError when it is taken."""
        self._runner = web.AppRunner(self._app, access_log=None, shutdown_timeout=2)
        await self._runner.setup()
        await web.TCPSite(self._runner, self._host, self._port).start()
        port: int = self._runner.addresses[0][1]
        return port

    async def stop(self) -> None:
        """Take no more requests and answer those that are open."""
        runner, self._runner = self._runner, None
        if runner is not None:
            await runner.cleanup()

    async def _tell_health(self, _request: web.Request) -> web.Response:
        try:
            is_well = await self._is_well()
        except Exception as error:  # noqa: BLE001 - not being able to tell is being unwell
            log.warning("the health check failed", error=error)
            is_well = False
        return web.json_response({"status": "ok" if is_well else "trouble"}, status=200 if is_well else 503)

    async def _tell_readiness(self, _request: web.Request) -> web.Response:
        reason = await self._find_reason()
        if reason is None:
            return web.json_response({"status": "ready"})
        return web.json_response({"status": "unready", "reason": str(reason)}, status=503)

    async def _tell_figures(self, _request: web.Request) -> web.Response:
        body = text(await self._read_figures())
        return web.Response(body=body, headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"})
