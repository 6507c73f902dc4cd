"""What comes in: raw updates, read just far enough to keep them, and the form in which they are handed on.

Always true: nothing Telegram may send raises here; what is wrong with one update concerns that update alone.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

import orjson

from storage.inbox import Arrival, Unfinished

LARGEST: Final = 2**63 - 1
"""The largest whole number a column holds."""
LONGEST_KIND: Final = 64


class ReplySlot:
    """Room for one `answerCallbackQuery` in the webhook's own HTTP response."""

    def __init__(self) -> None:
        """Open the slot; needs a running event loop."""
        self._reply: asyncio.Future[dict[str, Any] | None] = asyncio.get_running_loop().create_future()

    def offer(self, method: str, payload: Mapping[str, Any]) -> bool:
        """Let the call travel in the response; False when it has to be made the usual way."""
        if method != "answerCallbackQuery" or self._reply.done():
            return False
        self._reply.set_result({"method": method, **payload})
        return True

    def close(self) -> None:
        """Take no more offers and let the response leave."""
        if not self._reply.done():
            self._reply.set_result(None)

    async def take(self, seconds: float) -> dict[str, Any] | None:
        """Return the call for the response, or None when there is none after that many seconds."""
        timer = asyncio.get_running_loop().call_later(seconds, self.close)
        try:
            return await self._reply
        finally:
            timer.cancel()


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One update to handle; when `is_effected` its action is in the database and only the screen is owed."""

    update_id: int
    chat_id: int | None
    kind: str
    raw: dict[str, Any]
    is_effected: bool = False
    is_refused: bool = False
    """Nothing is done for it: there is too much at once, and whoever sent it is told so."""
    slot: ReplySlot | None = None
    sender: Any = None
    """What `look` found in the transaction that kept the update; None when it has to be looked up."""

    @classmethod
    def first(cls, arrival: Arrival, raw: dict[str, Any], slot: ReplySlot | None, sender: object) -> Incoming:
        """Return an update that came for the first time."""
        return cls(
            update_id=arrival.update_id,
            chat_id=arrival.chat_id,
            kind=arrival.kind,
            raw=raw,
            slot=slot,
            sender=sender,
        )

    @classmethod
    def again(cls, left: Unfinished) -> Incoming:
        """Return what is left to do for an update that came before."""
        return cls(
            update_id=left.update_id, chat_id=left.chat_id, kind=left.kind, raw=left.raw, is_effected=left.is_effected
        )

    @property
    def facts(self) -> dict[str, object]:
        """What may be said of it in a log: ids and its kind."""
        return {"update_id": self.update_id, "chat_id": self.chat_id, "kind": self.kind}

    @property
    def lane(self) -> int | str:
        """The lane it waits in; what is turned away waits for nothing."""
        return f"refused {lane_of(self)}" if self.is_refused else lane_of(self)


def lane_of(update: Arrival | Incoming) -> int | str:
    """Return the lane an update waits in: its chat, or its kind when there is no chat."""
    return update.kind if update.chat_id is None else update.chat_id


def read_arrivals(raws: Sequence[Any], kinds: frozenset[str]) -> list[tuple[Arrival, dict[str, Any]]]:
    """Return what can be kept, each with its raw form; an element without a usable update_id is left out."""
    return list(_readable(raws, kinds))


def next_offset(raws: Sequence[Any], offset: int | None) -> int | None:
    """Return the polling offset that confirms all of these updates."""
    ids = [update_id for raw in raws if (update_id := _update_id(raw)) is not None]
    return max(ids) + 1 if ids else offset


def _readable(raws: Sequence[Any], kinds: frozenset[str]) -> Iterator[tuple[Arrival, dict[str, Any]]]:
    for raw in raws:
        update_id = _update_id(raw)
        kind = None if update_id is None else next((key for key in raw if key in kinds), None)
        text = "" if kind is None else _to_text(raw)
        if update_id is not None and text is not None:
            yield _arrival(update_id, kind, text, raw), raw


def _arrival(update_id: int, kind: str | None, text: str, raw: dict[str, Any]) -> Arrival:
    if kind is None:
        return Arrival(update_id=update_id, chat_id=None, kind=_unknown_kind(raw), raw=text, is_skipped=True)
    return Arrival(update_id=update_id, chat_id=_chat_id(raw[kind]), kind=kind, raw=text, is_skipped=False)


def _update_id(raw: object) -> int | None:
    return _whole(raw.get("update_id"), smallest=0) if isinstance(raw, dict) else None


def _chat_id(payload: object) -> int | None:
    """Return the chat an update belongs to: its own, or that of the message it is about."""
    if not isinstance(payload, dict):
        return None
    for holder in (payload, payload.get("message")):
        chat = holder.get("chat") if isinstance(holder, dict) else None
        chat_id = _whole(chat.get("id")) if isinstance(chat, dict) else None
        if chat_id is not None:
            return chat_id
    return None


def _whole(value: object, *, smallest: int = -LARGEST) -> int | None:
    """Return a whole number a column can hold."""
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if smallest <= value <= LARGEST else None


def _unknown_kind(raw: dict[str, Any]) -> str:
    """Return the name of a kind we do not handle, if it looks like a name at all."""
    name = next((key for key in raw if key != "update_id"), "")
    is_name = name.isascii() and name.isidentifier() and len(name) <= LONGEST_KIND
    return name if is_name else "unknown"


def _to_text(raw: dict[str, Any]) -> str | None:
    """Return the update as JSON (in ASCII when it holds half of an emoji, no valid text), None when it is too deep."""
    with suppress(orjson.JSONEncodeError):
        return orjson.dumps(raw).decode()
    try:
        return json.dumps(raw, separators=(",", ":"))
    except (ValueError, RecursionError):
        return None
