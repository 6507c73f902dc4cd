"""A tiny Bot API over real HTTP: updates with Telegram's own offset semantics, a ledger of calls, and answers to order.

It knows nothing of the program: what it returns can be broken in any way a test asks for.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter, defaultdict, deque
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
from aiohttp import web

TOKEN = "424242:abcdefghijklmnopqrstuvwxyz012345678"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


def message(update_id: int, chat_id: int = 1, text: str = "hello") -> dict[str, Any]:
    """Return an update with a private message."""
    person = {"id": chat_id, "is_bot": False, "first_name": "Aru"}
    body = {"message_id": update_id, "date": 1_790_000_000, "text": text}
    return {"update_id": update_id, "message": {**body, "chat": {"id": chat_id, "type": "private"}, "from": person}}


def press(update_id: int, chat_id: int = 1, data: str = "x") -> dict[str, Any]:
    """Return an update with a press of an inline button."""
    about = message(update_id, chat_id)["message"]
    query = {"id": str(update_id), "from": about["from"], "message": about, "chat_instance": "1", "data": data}
    return {"update_id": update_id, "callback_query": query}


class FakeApi:
    """One bot's Telegram on a port of 127.0.0.1."""

    def __init__(self) -> None:
        self.pending: dict[int, Any] = {}
        """What getUpdates would return, by update_id."""
        self.broken: deque[Answer] = deque()
        """Answers for the next getUpdates calls, used before anything else."""
        self.litter: list[Any] = []
        """What comes along, once, in the middle of the next batch."""
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.sent: Counter[tuple[int, str]] = Counter()
        """How often each text went into each chat."""
        self.offsets: list[int] = []
        self.base = ""
        self._changed = asyncio.Event()
        self._polls = 0
        self._runner: web.AppRunner | None = None
        self._webhook: tuple[str, str] | None = None
        self._lines: dict[int, deque[dict[str, Any]]] = defaultdict(deque)
        self._tasks: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None

    async def start(self, port: int = 0) -> None:
        app = web.Application()
        app.router.add_post("/bot{token}/{method}", self._serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        self.base = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        self._session = aiohttp.ClientSession()

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()
        if self._runner is not None:
            await self._runner.cleanup()

    def push(self, *raws: Any) -> None:
        """Let updates happen: they wait for getUpdates, or go to the webhook that is set."""
        for raw in raws:
            self.pending[raw["update_id"]] = raw
            if self._webhook is not None:
                self._queue(raw)
        self._changed.set()

    def made(self, method: str) -> list[dict[str, Any]]:
        """Return the payloads of every call of a method."""
        return [payload for name, payload in self.calls if name == method]

    async def until(self, condition: Callable[[], bool], seconds: float = 10) -> None:
        """Wait for something to become true."""
        async with asyncio.timeout(seconds):
            while not condition():  # noqa: ASYNC110 - it watches from outside
                await asyncio.sleep(0.005)

    # ── The methods ─────────────────────────────────────────────────────────────────────────────

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        payload = await _read(request)
        self.calls.append((method, payload))
        if method == "getUpdates":
            return await self._get_updates(request, payload)
        if method in {"setWebhook", "deleteWebhook"}:
            self._set_webhook(str(payload.get("url", "")), str(payload.get("secret_token", "")))
        if method == "sendMessage":
            self.sent[int(payload["chat_id"]), str(payload["text"])] += 1
            about = {
                "message_id": len(self.calls),
                "date": 1,
                "chat": {"id": int(payload["chat_id"]), "type": "private"},
            }
            return ok({**about, "text": payload["text"]})
        if method == "getMe":
            return ok({"id": 424242, "is_bot": True, "first_name": "Bot", "username": "a_bot"})
        return ok(result=True)

    async def _get_updates(self, request: web.Request, payload: dict[str, Any]) -> web.StreamResponse:
        if self.broken:
            return await self.broken.popleft()(request)
        offset = int(payload.get("offset", 0))
        self.offsets.append(offset)
        self.pending = {key: raw for key, raw in self.pending.items() if key >= offset}
        self._polls += 1
        mine = self._polls
        with_patience = asyncio.get_running_loop().time() + float(payload.get("timeout", 0))
        while not self.pending and mine == self._polls:
            left = with_patience - asyncio.get_running_loop().time()
            if left <= 0:
                break
            self._changed.clear()
            try:
                await asyncio.wait_for(self._changed.wait(), min(left, 0.5))
            except TimeoutError:
                continue
        if mine != self._polls:
            return refusal(409, "Conflict: terminated by other getUpdates request")
        batch = [self.pending[key] for key in sorted(self.pending)][: int(payload.get("limit", 100))]
        batch[1:1], self.litter = self.litter, []
        return ok(batch)

    # ── Webhook delivery ────────────────────────────────────────────────────────────────────────

    def _set_webhook(self, url: str, secret: str) -> None:
        self._webhook = (url, secret) if url else None
        if self._webhook is not None and not self._lines:
            for key in sorted(self.pending):
                self._queue(self.pending[key])

    def _queue(self, raw: dict[str, Any]) -> None:
        """Deliver in order inside a chat, side by side across chats."""
        body = raw.get("message") or raw["callback_query"]["message"]
        line = self._lines[body["chat"]["id"]]
        line.append(raw)
        if len(line) == 1:
            task = asyncio.create_task(self._deliver(line))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _deliver(self, line: deque[dict[str, Any]]) -> None:
        while line:
            if await self._post(line[0]):
                self.pending.pop(line.popleft()["update_id"], None)
            else:
                await asyncio.sleep(0.02)

    async def _post(self, raw: dict[str, Any]) -> bool:
        if self._webhook is None or self._session is None:
            return False
        url, secret = self._webhook
        try:
            async with self._session.post(url, json=raw, headers={SECRET_HEADER: secret}) as response:
                return response.status == 200
        except (aiohttp.ClientError, OSError):
            return False


def ok(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def refusal(code: int, description: str, **parameters: Any) -> web.Response:
    body = {"ok": False, "error_code": code, "description": description}
    return web.json_response({**body, "parameters": parameters} if parameters else body, status=code)


async def _read(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        return dict(json.loads(await request.read()))
    return dict(await request.post())
