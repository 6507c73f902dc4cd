"""One pace for everything that is sent: to all of Telegram, into one chat, into one group.

Always true, as Telegram's clock sees it:
- no second holds more than `per_second` requests, whoever asked for them;
- a chat gets `chat_per_second`, a person's replies at most `chat_burst` at once, a group `group_per_minute`;
- nothing enters a chat before its `block` ends, while other chats go on;
- whoever is more urgent goes first; inside one urgency and chat, whoever came first.

Requests leave on an absolute schedule, so that late timers do not add up (the generic cell rate algorithm, ITU-T
I.371). Over the schedule stands a window: a place in it is free again one period after the request that held it. A
request that was answered later than the fastest ever may have arrived later by that much, so its place is held for
as much longer: a stall on the way never turns into a crowd at Telegram's door.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count
from math import inf
from typing import Final

from bot.clock import Clock
from bot.domain.notice import Priority

CATCH_UP: Final = 0.1
"""Seconds of its schedule that may be made up for at once after a late timer or a pause."""
LONGEST_HOLD: Final = 0.25
"""Seconds by which a slow or missing answer may hold a place in the window."""
MARGIN: Final = 0.005
"""Seconds by which a place is held longer, because even the fastest answer so far was not the fastest possible."""
MINUTE: Final = 60.0
FEWEST_TO_FORGET: Final = 1024
MONOTONIC: Final = Clock().monotonic


class Floor:
    """The fastest answer so far, in seconds: what the way there and back takes at least."""

    __slots__ = ("seconds",)

    def __init__(self) -> None:
        self.seconds = inf


@dataclass(slots=True, eq=False)
class Admission:
    """One permitted request; `answered()` tells that Telegram has certainly seen it."""

    at: float
    monotonic: Callable[[], float]
    floor: Floor
    took: float | None = None

    def answered(self) -> None:
        """Note that the answer is here."""
        self.took = self.monotonic() - self.at
        self.floor.seconds = min(self.floor.seconds, self.took)

    def free_at(self, period: float) -> float:
        """Return the instant when a place of a window of `period` seconds is free again."""
        late = LONGEST_HOLD if self.took is None else min(self.took - self.floor.seconds, LONGEST_HOLD)
        return self.at + period + late + MARGIN


@dataclass(slots=True, eq=False)
class _Chat:
    due_at: float = -inf
    blocked_until: float = -inf
    last: Admission | None = None
    recent: deque[Admission] = field(default_factory=deque)


@dataclass(slots=True, order=True)
class _Waiter:
    priority: Priority
    number: int
    chat_id: int | None = field(compare=False)
    admitted: asyncio.Future[Admission] = field(compare=False)


class Pacer:
    """Decides when each request may leave; belongs to one event loop."""

    def __init__(
        self,
        *,
        per_second: float = 25,
        chat_per_second: float = 1,
        chat_burst: int = 3,
        group_per_minute: float = 20,
        monotonic: Callable[[], float] = MONOTONIC,
    ) -> None:
        self._window: deque[Admission] = deque()
        self.set_pace(per_second)
        self._chat_spacing = 1 / chat_per_second
        self._chat_burst = chat_burst
        self._group_places = max(1, int(group_per_minute))
        self._group_period = max(MINUTE, MINUTE * self._group_places / group_per_minute)
        self._monotonic = monotonic
        self._floor = Floor()
        self._next_at = -inf
        self._chats: dict[int, _Chat] = {}
        self._many_chats = FEWEST_TO_FORGET
        self._ready: list[_Waiter] = []
        self._later: list[tuple[float, _Waiter]] = []
        self._numbers = count()
        self._timer: asyncio.TimerHandle | None = None

    def set_pace(self, per_second: float) -> None:
        """Let so many requests leave in a second from now on; what has left counts on."""
        self.per_second = per_second
        self._places = max(1, int(per_second))
        self._period = max(1.0, self._places / per_second)
        self._spacing = self._period / self._places
        self._window = deque(self._window, maxlen=self._places)

    async def admit(self, chat_id: int | None, priority: Priority) -> Admission:
        """Wait until one request may leave, for this chat or (None) for no chat in particular."""
        now = self._monotonic()
        if not (self._ready or self._later) and max(self._leaves_at(), self._opens_at(chat_id, priority)) <= now:
            return self._enter(chat_id, now)
        admitted: asyncio.Future[Admission] = asyncio.get_running_loop().create_future()
        heappush(self._ready, _Waiter(priority, next(self._numbers), chat_id, admitted))
        self._let_go()
        return await admitted

    def block(self, chat_id: int, seconds: float) -> None:
        """Let nothing into this chat for so many seconds from now."""
        chat = self._chats.setdefault(chat_id, _Chat())
        chat.blocked_until = max(chat.blocked_until, self._monotonic() + seconds)

    def rest(self, seconds: float) -> None:
        """Let nothing leave at all for so many seconds from now."""
        self._next_at = max(self._next_at, self._monotonic() + seconds)

    def is_blocked(self, chat_id: int) -> float:
        """Return how many seconds the chat stays blocked; 0 when it is not."""
        chat = self._chats.get(chat_id)
        return max(0.0, chat.blocked_until - self._monotonic()) if chat else 0.0

    def opens_in(self, chat_id: int, priority: Priority) -> float:
        """Return in how many seconds the chat itself would let a request of this urgency in."""
        return max(0.0, self._opens_at(chat_id, priority) - self._monotonic())

    def closed(self, priority: Priority) -> frozenset[int]:
        """Return the chats that would not let a request of this urgency in now."""
        now = self._monotonic()
        self._forget_idle(now)
        return frozenset(chat_id for chat_id in self._chats if self._opens_at(chat_id, priority) > now)

    def _let_go(self) -> None:
        """Admit everybody whose turn it is and set the timer for the next."""
        now = self._monotonic()
        while self._later and self._later[0][0] <= now:
            heappush(self._ready, heappop(self._later)[1])
        while self._ready and self._leaves_at() <= now:
            waiter = heappop(self._ready)
            if waiter.admitted.done():
                continue
            opens_at = self._opens_at(waiter.chat_id, waiter.priority)
            if opens_at > now:
                heappush(self._later, (opens_at, waiter))
            else:
                waiter.admitted.set_result(self._enter(waiter.chat_id, now))
        self._set_timer(now)

    def _set_timer(self, now: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        next_at = self._leaves_at() if self._ready else inf
        if self._later:
            next_at = min(next_at, self._later[0][0])
        if next_at < inf:
            self._timer = asyncio.get_running_loop().call_later(max(0.0, next_at - now), self._let_go)

    def _leaves_at(self) -> float:
        """Return when the whole bot may send its next request."""
        if len(self._window) < self._places:
            return self._next_at
        return max(self._next_at, self._window[0].free_at(self._period))

    def _opens_at(self, chat_id: int | None, priority: Priority) -> float:
        """Return when this chat may get its next request."""
        chat = None if chat_id is None else self._chats.get(chat_id)
        if chat is None:
            return -inf
        opens_at = chat.blocked_until
        if len(chat.recent) >= self._group_places:
            opens_at = max(opens_at, chat.recent[0].free_at(self._group_period))
        if priority <= Priority.REPLY:
            return max(opens_at, chat.due_at - (self._chat_burst - 1) * self._chat_spacing)
        alone_at = chat.last.free_at(self._chat_spacing) if chat.last else -inf
        return max(opens_at, chat.due_at, alone_at)

    def _enter(self, chat_id: int | None, now: float) -> Admission:
        admission = Admission(now, self._monotonic, self._floor)
        self._next_at = max(self._next_at, now - CATCH_UP) + self._spacing
        self._window.append(admission)
        if chat_id is None:
            return admission
        if len(self._chats) >= self._many_chats:
            self._forget_idle(now)
            self._many_chats = max(FEWEST_TO_FORGET, 2 * len(self._chats))
        chat = self._chats.setdefault(chat_id, _Chat())
        chat.due_at = max(chat.due_at, now) + self._chat_spacing
        chat.last = admission
        if chat_id < 0:
            chat.recent.append(admission)
            while len(chat.recent) > self._group_places:
                chat.recent.popleft()
        return admission

    def _forget_idle(self, now: float) -> None:
        """Drop the chats that are open to everybody and whose window is empty."""
        idle = [
            chat_id
            for chat_id, chat in self._chats.items()
            if self._opens_at(chat_id, Priority.BULK) <= now
            and (not chat.recent or chat.recent[-1].free_at(self._group_period) <= now)
        ]
        for chat_id in idle:
            del self._chats[chat_id]
