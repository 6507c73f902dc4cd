"""Flood limits as a bot meets them, used only when switched on: each chat and the whole bot have a bucket."""

import math
import time
from dataclasses import dataclass

from .errors import too_many_requests

LIMITED_PREFIXES = ("send", "edit", "copy", "forward")
UNLIMITED = frozenset({"sendChatAction", "sendMessageDraft"})


@dataclass(slots=True)
class _Bucket:
    size: float
    per_second: float
    level: float
    at: float

    def wait(self, now: float) -> float:
        """Refill, then return the seconds until one more is allowed."""
        self.level = min(self.size, self.level + (now - self.at) * self.per_second)
        self.at = now
        return 0.0 if self.level >= 1 else (1 - self.level) / self.per_second


class RateLimits:
    """A burst of 20 then 1/s in a chat, 20 a minute in a group, 30/s for the bot."""

    def __init__(self) -> None:
        self.realistic = False
        self._chats: dict[int, _Bucket] = {}
        self._all: _Bucket | None = None

    def switch(self, *, realistic: bool) -> None:
        """Turn the limits on or off and forget what was sent so far."""
        self.realistic = realistic
        self._chats.clear()
        self._all = None

    def check(self, method: str, chat_id: int | None) -> None:
        """Count one call or refuse it with 429."""
        if not self.realistic or method in UNLIMITED or not method.startswith(LIMITED_PREFIXES):
            return
        now = time.monotonic()
        self._all = self._all or _Bucket(30, 30, 30, now)
        buckets = [self._all]
        if chat_id is not None:
            buckets.append(self._chats.setdefault(chat_id, _new_bucket(chat_id, now)))
        delay = max(bucket.wait(now) for bucket in buckets)
        if delay > 0:
            raise too_many_requests(math.ceil(delay))
        for bucket in buckets:
            bucket.level -= 1


def _new_bucket(chat_id: int, now: float) -> _Bucket:
    return _Bucket(20, 20 / 60 if chat_id < 0 else 1, 20, now)
