"""A Bot API server that does nothing but count, remember what is on each person's screen, and pass updates on."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections import Counter, deque
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import orjson

from bench import wire

SCREENS = frozenset({"sendMessage", "sendPhoto", "sendDocument", "editMessageText", "editMessageCaption"})
BOT = {"id": 999, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
LONGEST_POLL = 20.0
USUAL_CONNECTIONS = 40
"""Connections that Telegram opens to a webhook at once unless the bot allows more, up to 100."""
_PART = re.compile(rb'name="(\w+)"(?:; filename="[^"]*")?\r\n(?:[^\r\n]+\r\n)*\r\n(.*?)\r\n--', re.DOTALL)

OnScreen = Callable[[int, str, Mapping[str, Any], Mapping[str, Any]], None]
"""Called with the chat, the method, its payload and the message as it is now."""


class Api:
    """The server of one bot, and the way its updates take: the webhook it asked for, or polling."""

    def __init__(self, on_screen: OnScreen) -> None:
        self.on_screen = on_screen
        self.calls: Counter[str] = Counter()
        """How often each method was called, those inside the webhook's responses included."""
        self.port = 0
        self.round_trip = 0.0
        """Seconds after which a call is answered; what is posted to the bot does not wait for it."""
        self._server: asyncio.Server | None = None
        self._webhook: wire.Client | None = None
        self._path = ""
        self._queue: deque[dict[str, Any]] = deque()
        self._poll: wire.Asked | None = None
        self._update_id = 0
        self._message_id = 0
        self._posts: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Listen on a free port."""
        self._server, self.port = await wire.serve(self._take)

    async def stop(self) -> None:
        """Stop listening."""
        if self._webhook is not None:
            self._webhook.close()
        if self._server is not None:
            self._server.close()

    @property
    def total(self) -> int:
        """How many calls were made, other than those that fetch updates."""
        return self.calls.total() - self.calls["getUpdates"]

    def new_message_id(self) -> int:
        """Return the next message id; they are the bot's, whatever the chat."""
        self._message_id += 1
        return self._message_id

    # ── Updates ─────────────────────────────────────────────────────────────────────────────────

    def offer(self, update: dict[str, Any]) -> None:
        """Bring one update to the bot: post it, or let the next poll have it."""
        self._update_id += 1
        update = {"update_id": self._update_id, **update}
        if self._webhook is not None:
            task = asyncio.create_task(self._post(self._webhook, orjson.dumps(update)))
            self._posts.add(task)
            task.add_done_callback(self._posts.discard)
            return
        self._queue.append(update)
        if self._poll is not None:
            self._hand_over()

    async def _post(self, webhook: wire.Client, body: bytes) -> None:
        try:
            answer = await webhook.post(self._path, body)
        except ConnectionError:
            return  # the bot was ended with an answer on its lips
        if answer.startswith(b"{"):
            call = orjson.loads(answer)
            if "method" in call:
                self._execute(call.pop("method"), call)

    def _hand_over(self) -> None:
        poll, self._poll = self._poll, None
        if poll is not None:
            batch = [self._queue[at] for at in range(min(100, len(self._queue)))]
            poll.answer(orjson.dumps({"ok": True, "result": batch}))

    # ── Calls ───────────────────────────────────────────────────────────────────────────────────

    def _take(self, asked: wire.Asked, path: str, head: bytes, body: bytes) -> None:
        if self.round_trip:
            asyncio.get_running_loop().call_later(self.round_trip, self._serve, asked, path, head, body)
        else:
            self._serve(asked, path, head, body)

    def _serve(self, asked: wire.Asked, path: str, head: bytes, body: bytes) -> None:
        method = path.rpartition("/")[2]
        payload = _read(head, body)
        if method == "getUpdates":
            self.calls[method] += 1
            self._begin_poll(asked, int(payload.get("offset") or 0))
            return
        asked.answer(orjson.dumps({"ok": True, "result": self._execute(method, payload)}))

    def _begin_poll(self, asked: wire.Asked, offset: int) -> None:
        while self._queue and self._queue[0]["update_id"] < offset:
            self._queue.popleft()
        self._poll = asked
        if self._queue:
            self._hand_over()
        else:
            asyncio.get_running_loop().call_later(LONGEST_POLL, self._end_poll, asked)

    def _end_poll(self, asked: wire.Asked) -> None:
        if self._poll is asked:
            self._hand_over()

    def _execute(self, method: str, payload: Mapping[str, Any]) -> Any:
        self.calls[method] += 1
        if method in SCREENS:
            chat_id = int(payload["chat_id"])
            message = self.message(chat_id, method, payload)
            self.on_screen(chat_id, method, payload, message)
            return message
        if method == "getMe":
            return {**BOT, "can_join_groups": False, "can_read_all_group_messages": False}
        if method == "setWebhook":
            self._set_webhook(payload)
        return True

    def _set_webhook(self, payload: Mapping[str, Any]) -> None:
        parts = urlsplit(str(payload["url"]))
        secret = f"X-Telegram-Bot-Api-Secret-Token: {payload['secret_token']}\r\n"
        self._path = parts.path
        limit = int(payload.get("max_connections") or USUAL_CONNECTIONS)
        self._webhook = wire.Client(str(parts.hostname), int(parts.port or 80), headers=secret, limit=limit)

    def message(self, chat_id: int, method: str, payload: Mapping[str, Any]) -> dict[str, Any]:
        """Return a message of the bot as it is now."""
        message_id = int(payload["message_id"]) if method.startswith("edit") else self.new_message_id()
        message = {"message_id": message_id, "from": BOT, "chat": chat(chat_id), "date": int(time.time())}
        if "reply_markup" in payload and "inline_keyboard" in payload["reply_markup"]:
            message["reply_markup"] = payload["reply_markup"]
        if method != "sendPhoto":
            return {**message, "text": payload.get("text") or payload.get("caption") or ""}
        size = {"file_id": "picture", "file_unique_id": "picture", "width": 1280, "height": 720, "file_size": 90_000}
        return {**message, "photo": [size], "caption": payload.get("caption") or ""}


def chat(chat_id: int) -> dict[str, Any]:
    """Return a private chat."""
    return {"id": chat_id, "type": "private", "first_name": "Aiym", "last_name": f"Saparova {chat_id}"}


def _read(head: bytes, body: bytes) -> dict[str, Any]:
    """Return a payload, in whichever of the three forms it came."""
    if body.startswith(b"{"):
        found: dict[str, Any] = orjson.loads(body)
        return found
    pairs = _parts(body) if b"multipart/form-data" in head.lower() else parse_qsl(body.decode())
    return {name: _value(name, value) for name, value in pairs}


def _parts(body: bytes) -> list[tuple[str, str]]:
    return [(name.decode(), value.decode("utf-8", "replace")) for name, value in _PART.findall(body)]


def _value(name: str, value: str) -> Any:
    return json.loads(value) if name == "reply_markup" else value
