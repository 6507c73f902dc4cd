"""Webhook delivery: one chat's updates strictly in order, different chats side by side, until accepted or expired.

The answer of the bot may carry one method call; it is executed and its result is lost.
"""

import asyncio
import json
from collections import deque
from collections.abc import Callable
from itertools import count
from urllib.parse import parse_qsl, urlsplit

import aiohttp

from .errors import Json
from .models import Webhook
from .params import Params
from .updates import Update
from .world import World

LONGEST_PAUSE = 60.0
LONGEST_ASKED_PAUSE = 3600.0
ANSWER_SECONDS = 60.0
GONE = 410
GONE_SECONDS = 23 * 3600.0
NO_CHAT = 0
Execute = Callable[[str, Params], None]


def webhook_info(world: World) -> Json:
    """Return the Bot API WebhookInfo object."""
    webhook = world.webhook
    info: Json = {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }
    if world.updates.allowed is not None:
        info["allowed_updates"] = sorted(world.updates.allowed)
    if webhook is None:
        return info
    info |= {"max_connections": webhook.most, "ip_address": urlsplit(webhook.url).hostname}
    if webhook.last_error:
        info |= {"last_error_date": webhook.last_error_at, "last_error_message": webhook.last_error}
    return info


def pause_before(attempt: int) -> float:
    """Return the seconds to wait before the given repetition: at once, then 2, 4, 8 and so on up to a minute."""
    return 0.0 if attempt <= 1 else min(2.0 ** (attempt - 1), LONGEST_PAUSE)


class WebhookSender:
    """Carries updates to the webhook of the world; `pace` shortens the pauses in tests."""

    def __init__(self, world: World, execute: Execute, *, pace: float = 1.0) -> None:
        self._world = world
        self._execute = execute
        self._pace = pace
        self._lanes: dict[int, deque[Update]] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._session: aiohttp.ClientSession | None = None
        self._places = asyncio.Semaphore(1)
        world.on_webhook = self.restart

    def restart(self) -> None:
        """Begin anew with the webhook the world has now."""
        for task in self._tasks.values():
            task.cancel()
        self._tasks.clear()
        self._lanes.clear()
        webhook = self._world.webhook
        self._world.updates.on_update = self._take if webhook else None
        if webhook is not None:
            self._places = asyncio.Semaphore(webhook.most)
            for update in self._world.updates:
                self._take(update)

    async def close(self) -> None:
        """Stop delivering; what is not accepted stays in the queue."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    def _take(self, update: Update) -> None:
        lane = NO_CHAT if update.lane is None else update.lane
        self._lanes.setdefault(lane, deque()).append(update)
        if lane not in self._tasks:
            self._tasks[lane] = asyncio.get_running_loop().create_task(self._drain(lane))

    async def _drain(self, lane: int) -> None:
        waiting = self._lanes[lane]
        while waiting:
            await self._deliver(waiting[0])
            waiting.popleft()
        if self._lanes.get(lane) is waiting:
            del self._lanes[lane], self._tasks[lane]

    async def _deliver(self, update: Update) -> None:
        for attempt in count(1):
            if update.expires_at <= self._world.now():
                break
            pause = await self._attempt(update, attempt)
            if pause is None:
                break
            await asyncio.sleep(pause * self._pace)
        self._world.updates.forget(update.id)

    async def _attempt(self, update: Update, attempt: int) -> float | None:
        """Post once; return nothing when accepted, else the seconds until the next try."""
        webhook = self._world.webhook
        if webhook is None:
            return None
        headers = {"X-Telegram-Bot-Api-Secret-Token": webhook.secret} if webhook.secret else {}
        try:
            async with self._places, self._client().post(
                webhook.url, json=update.body, headers=headers, allow_redirects=False,
            ) as answer:  # fmt: skip
                body = await answer.read()
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            self._note(webhook, f"Connection failed: {type(error).__name__}")
            return pause_before(attempt)
        if 200 <= answer.status < 300:
            webhook.gone_since = 0.0
            self._reply(answer.content_type, body)
            return None
        self._note(webhook, f"Wrong response from the webhook: {answer.status} {answer.reason}")
        self._give_up_when_gone(webhook, answer.status)
        return _asked_pause(answer.headers.get("Retry-After", ""), pause_before(attempt))

    def _client(self) -> aiohttp.ClientSession:
        if self._session is None:
            timeout = aiohttp.ClientTimeout(total=ANSWER_SECONDS)
            self._session = aiohttp.ClientSession(timeout=timeout, connector=aiohttp.TCPConnector(limit=0))
        return self._session

    def _note(self, webhook: Webhook, text: str) -> None:
        webhook.last_error = text
        webhook.last_error_at = int(self._world.now())

    def _give_up_when_gone(self, webhook: Webhook, status: int) -> None:
        if status != GONE:
            webhook.gone_since = 0.0
            return
        webhook.gone_since = webhook.gone_since or self._world.now()
        if self._world.now() - webhook.gone_since >= GONE_SECONDS:
            self._world.webhook = None
            asyncio.get_running_loop().call_soon(self._world.use_webhook, None)

    def _reply(self, content_type: str, body: bytes) -> None:
        """Execute the method call in the bot's answer, if there is one."""
        values = _reply_values(content_type, body)
        method = values.pop("method", None)
        if isinstance(method, str):
            self._execute(method, Params(values))


def _reply_values(content_type: str, body: bytes) -> Json:
    try:
        if content_type == "application/json":
            decoded = json.loads(body) if body else {}
            return decoded if isinstance(decoded, dict) else {}
        if content_type == "application/x-www-form-urlencoded":
            return dict(parse_qsl(body.decode()))
    except ValueError:
        return {}
    return {}


def _asked_pause(header: str, usual: float) -> float:
    return min(float(header), LONGEST_ASKED_PAUSE) if header.isdigit() else usual
