"""The way out to Telegram: one small HTTP client for the Bot API.

Always true:
- every counted request passes the pacer first;
- a failure says whether the request certainly was not executed (`NotSent`, `ServerTrouble`) or may have been
  (`AnswerLost`), because a message sent again may be a second copy;
- no error holds the token, a text, a payload or another exception that could;
- what people read is HTML, and a message that Telegram cannot parse still arrives, as plain text.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from math import inf
from typing import Any, Final
from urllib.parse import quote

import aiohttp
import orjson

from bot.answers import (
    AnswerLost,
    BadRequest,
    Conflict,
    Migrated,
    NotOurs,
    NotSent,
    RetryAfter,
    ServerTrouble,
    TelegramError,
    Unauthorized,
    Unreachable,
    read_answer,
)
from bot.domain.notice import Priority
from bot.log import get_logger
from bot.outgoing import NO_FILES, REMOVE, Button, Files, Outgoing, ReplyButton, ReplyKeyboard, plain
from bot.pacer import Admission, Pacer

__all__ = [
    "REMOVE",
    "AnswerLost",
    "BadRequest",
    "Button",
    "Conflict",
    "Migrated",
    "NotOurs",
    "NotSent",
    "Outgoing",
    "ReplyButton",
    "ReplyKeyboard",
    "RetryAfter",
    "ServerTrouble",
    "Telegram",
    "TelegramError",
    "Unauthorized",
    "Unreachable",
    "is_counted",
    "plain",
]

Payload = Mapping[str, Any]

log = get_logger(__name__)

SECONDS_TO_CONNECT: Final = 5.0
MOST_AT_ONCE: Final = 256
"""Requests under way at once; a crowd's others wait here, before their time begins to run."""
_COUNTED: Final = ("send", "edit", "copy", "forward", "delete", "stop", "createForumTopic")
_NOT_COUNTED: Final = frozenset({"sendChatAction", "deleteWebhook", "deleteMyCommands"})
_JSON: Final = {"Content-Type": "application/json"}


@dataclass(frozen=True, slots=True)
class Heard:
    """Telegram's last answer: its Date header, and when it came by the event loop's clock."""

    date: str | None
    at: float


def is_counted(method: str) -> bool:
    """Tell whether Telegram counts this method against the bot's limits."""
    return method.startswith(_COUNTED) and method not in _NOT_COUNTED


class Telegram:
    """The Bot API of one bot."""

    def __init__(
        self, *, token: str, base: str, pacer: Pacer, is_ours: Callable[[int | None], bool] = lambda _chat_id: True
    ) -> None:
        """`is_ours` is asked at the last moment whether a chat may be written to by this process."""
        self.pacer = pacer
        self._is_ours = is_ours
        self.calls = 0
        """Requests since the start."""
        self.sent_plain = 0
        """Messages that Telegram could not parse and that went out as plain text."""
        self.heard: Heard | None = None
        """The last answer that was Telegram's own."""
        self.is_refused = False
        """Whether that answer refused the token."""
        self._address = f"{base.rstrip('/')}/bot{token}/"
        self._files = f"{base.rstrip('/')}/file/bot{token}/"
        self._session: aiohttp.ClientSession | None = None
        self._room = asyncio.Semaphore(MOST_AT_ONCE)

    def silence(self) -> float:
        """Return for how many seconds nothing has come from Telegram; infinite before the first answer."""
        return inf if self.heard is None else asyncio.get_running_loop().time() - self.heard.at

    async def open(self) -> None:
        """Make ready to call; needs a running event loop."""
        self._session = self._session or aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))

    async def close(self) -> None:
        """Close the connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def call(
        self,
        method: str,
        payload: Payload,
        *,
        chat_id: int | None = None,
        priority: Priority = Priority.REPLY,
        files: Files = NO_FILES,
        seconds: float = 15,
        admission: Admission | None = None,
    ) -> Any:  # noqa: ANN401 - each method has a result of its own
        """Call a method and return its `result`; TelegramError otherwise.

        A counted method waits for its turn unless it brings its `admission`. `seconds` bound the call after that.
        """
        if admission is None and is_counted(method):
            admission = await self.pacer.admit(chat_id, priority)
        async with self._room:
            if chat_id is not None and not self._is_ours(chat_id):
                raise NotOurs
            answer = await self._exchange(method, payload, files, seconds)
        if admission is not None and not isinstance(answer, (NotSent, AnswerLost, ServerTrouble)):
            admission.answered()
        if isinstance(answer, RetryAfter) and chat_id is not None:
            self.pacer.block(chat_id, answer.seconds)
        if isinstance(answer, TelegramError):
            raise answer
        return answer

    async def send(
        self, chat_id: int, outgoing: Outgoing, *, priority: Priority, admission: Admission | None = None
    ) -> int:
        """Send a message and return its message_id; what Telegram cannot parse goes out as plain text."""
        return (await self.send_whole(chat_id, outgoing, priority=priority, admission=admission))[0]

    async def send_whole(
        self, chat_id: int, outgoing: Outgoing, *, priority: Priority, admission: Admission | None = None
    ) -> tuple[int, ...]:
        """Send a message and return its message_id; an album is several messages."""
        sent = await self._say(*outgoing.send_request(chat_id), priority, admission)
        return tuple(int(one["message_id"]) for one in (sent if isinstance(sent, list) else [sent]))

    async def edit(
        self,
        chat_id: int,
        message_id: int,
        outgoing: Outgoing,
        *,
        priority: Priority,
        admission: Admission | None = None,
    ) -> None:
        """Make an older message look like this; what Telegram cannot parse is shown as plain text."""
        await self._say(*outgoing.edit_request(chat_id, message_id), NO_FILES, priority, admission)

    async def remove(
        self, chat_id: int, message_ids: Sequence[int], *, priority: Priority, admission: Admission | None = None
    ) -> None:
        """Delete a message, or all of an album, from its chat."""
        is_one = len(message_ids) == 1
        which = {"message_id": message_ids[0]} if is_one else {"message_ids": list(message_ids)}
        method, payload = "deleteMessage" if is_one else "deleteMessages", {"chat_id": chat_id, **which}
        await self.call(method, payload, chat_id=chat_id, priority=priority, admission=admission)

    def get_file(self, path: str, *, seconds: float) -> AbstractAsyncContextManager[aiohttp.ClientResponse]:
        """Return the request for a file by the path getFile named; what it raises may hold the address."""
        if self._session is None:
            raise RuntimeError("open() comes first")
        timeout = aiohttp.ClientTimeout(total=seconds, connect=SECONDS_TO_CONNECT)
        return self._session.get(self._files + quote(path), timeout=timeout, allow_redirects=False)

    async def _say(
        self, method: str, payload: dict[str, Any], files: Files, priority: Priority, admission: Admission | None
    ) -> Any:  # noqa: ANN401 - as in call
        """Send or change words, as plain text when their markup is refused."""
        chat_id = payload["chat_id"]
        try:
            return await self.call(
                method, payload, chat_id=chat_id, priority=priority, files=files, admission=admission
            )
        except BadRequest as error:
            if not error.is_unparsable:
                raise
            return await self._send_plain(method, payload, files, priority)

    async def _send_plain(self, method: str, payload: dict[str, Any], files: Files, priority: Priority) -> Any:  # noqa: ANN401
        self.sent_plain += 1
        log.warning("telegram.sent_plain", method=method)
        said = payload["media"][0] if "media" in payload else payload
        del said["parse_mode"]
        words = "text" if "text" in said else "caption"
        said[words] = plain(said[words])
        return await self.call(method, payload, chat_id=payload["chat_id"], priority=priority, files=files)

    async def _exchange(self, method: str, payload: Payload, files: Files, seconds: float) -> Any:  # noqa: ANN401
        """Return the result, or a TelegramError that carries nothing of the request."""
        if self._session is None:
            raise RuntimeError("open() comes first")
        self.calls += 1
        timeout = aiohttp.ClientTimeout(total=seconds, connect=min(SECONDS_TO_CONNECT, seconds))
        body: dict[str, Any] = {"data": _form(payload, files)} if files else {"data": _json(payload), "headers": _JSON}
        try:
            async with self._session.post(self._address + method, timeout=timeout, **body) as response:
                return self._hear(response.headers.get("Date"), read_answer(response.status, await response.read()))
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
            return NotSent()
        except (aiohttp.ClientError, TimeoutError, OSError):
            return AnswerLost()

    def _hear(self, date: str | None, answer: Any) -> Any:  # noqa: ANN401
        """Remember that Telegram spoke, unless it was something on the way to it."""
        if not isinstance(answer, (ServerTrouble, AnswerLost)):
            self.heard = Heard(date, asyncio.get_running_loop().time())
            self.is_refused = isinstance(answer, Unauthorized)
        return answer


def _json(payload: Payload) -> bytes:
    return orjson.dumps(payload)


def _form(payload: Payload, files: Files) -> aiohttp.FormData:
    form = aiohttp.FormData(quote_fields=False)  # else Telegram shows file names with %D0%9A
    for name, value in payload.items():
        form.add_field(name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
    for name, (filename, content) in files.items():
        form.add_field(name, content, filename=filename)
    return form
