"""Everything visible that happens gets a number; the newest events are kept and can be waited for.

Publishing costs the same with and without listeners, except that a waiter of the same chat or of all chats is checked.
"""

import asyncio
import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from .errors import Json

RING_SIZE = 5_000
Event = Json
Matcher = Callable[[Event], bool]


@dataclass(frozen=True, slots=True, eq=False)
class _Waiter:
    matches: Matcher
    future: "asyncio.Future[Event]"


class EventLog:
    """A ring of the last events with consecutive numbers."""

    def __init__(self) -> None:
        self.seq = 0
        self._ring: list[Event] = [{} for _ in range(RING_SIZE)]
        self._waiters: dict[int | None, list[_Waiter]] = {}

    def publish(self, kind: str, data: Json) -> None:
        """Number an event, keep it and wake whoever waits for it."""
        self.seq += 1
        event = {"seq": self.seq, "type": kind, "data": data}
        self._ring[self.seq % RING_SIZE] = event
        if self._waiters:
            self._wake(event, data.get("chat_id"))

    def after(self, seq: int) -> Iterator[Event]:
        """Yield kept events numbered above `seq`, oldest first."""
        for number in range(max(seq + 1, self.seq - RING_SIZE + 1, 1), self.seq + 1):
            yield self._ring[number % RING_SIZE]

    async def wait(self, matches: Matcher, *, after: int, chat_id: int | None = None, seconds: float = 10.0) -> Event:
        """Return the first event above `after` that matches; TimeoutError after `seconds`."""
        for event in self.after(after):
            if matches(event):
                return event
        future: asyncio.Future[Event] = asyncio.get_running_loop().create_future()
        waiter = _Waiter(matches, future)
        self._waiters.setdefault(chat_id, []).append(waiter)
        try:
            return await asyncio.wait_for(future, seconds)
        finally:
            self._forget(chat_id, waiter)

    def _forget(self, chat_id: int | None, waiter: _Waiter) -> None:
        waiters = self._waiters.get(chat_id, [])
        with contextlib.suppress(ValueError):
            waiters.remove(waiter)
        if not waiters:
            self._waiters.pop(chat_id, None)

    def _wake(self, event: Event, chat_id: Any) -> None:  # noqa: ANN401 - whatever the event carries
        keys = (chat_id, None) if chat_id is not None else (None,)
        for key in keys:
            for waiter in self._waiters.get(key, ()):
                if not waiter.future.done() and waiter.matches(event):
                    waiter.future.set_result(event)
