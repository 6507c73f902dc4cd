"""Updates wait here until the bot confirms them or they expire; the order of their ids is the order of delivery."""

import asyncio
import math
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .errors import ApiError, Json, bad_request, conflict

FIRST_UPDATE_ID = 400_000_001
DAY = 86_400.0
LIFETIMES = {"callback_query": 150.0, "inline_query": 30.0}
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
LONGEST_POLL = 50
REPEATED_POLL_SECONDS = 3
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One update with the chat that orders it and the moment it stops being worth delivering."""

    id: int
    body: Json
    lane: int | None
    expires_at: float


class UpdateQueue:
    """The updates of the bot; `now` is the emulator's clock in Unix seconds."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._pending: OrderedDict[int, Update] = OrderedDict()
        self._next_expiry = math.inf
        self._last_id = FIRST_UPDATE_ID - 1
        self._poller: asyncio.Future[None] | None = None
        self._last_poll: tuple[int, float] = (0, -1e9)
        self.allowed: frozenset[str] | None = None
        self.on_update: Callable[[Update], None] | None = None

    def __len__(self) -> int:
        self._expire()
        return len(self._pending)

    def __iter__(self) -> Iterator[Update]:
        self._expire()
        return iter(self._pending.values())

    @property
    def last_id(self) -> int:
        """Return the id of the newest update."""
        return self._last_id

    def resume(self, last_id: int) -> None:
        """Continue numbering after `last_id`, as after a restart."""
        self._last_id = max(self._last_id, last_id)

    def set_allowed(self, kinds: list[str] | None) -> None:
        """Choose the kinds delivered from now on; an empty list is the default set."""
        self.allowed = frozenset(kinds) if kinds else None

    def put(self, kind: str, payload: Json, lane: int | None) -> None:
        """Queue an update of one kind unless the bot does not want that kind."""
        wanted = kind in self.allowed if self.allowed is not None else kind not in NOT_BY_DEFAULT
        if wanted:
            self._append({"update_id": self._last_id + 1, kind: payload}, lane, LIFETIMES.get(kind, DAY))

    def put_raw(self, body: Json, lane: int | None) -> None:
        """Queue an update exactly as given; only a missing update_id is filled."""
        self._append({"update_id": self._last_id + 1, **body}, lane, DAY)

    def _append(self, body: Json, lane: int | None, lifetime: float) -> None:
        given = body["update_id"]
        self._last_id = max(self._last_id + 1, given if isinstance(given, int) else 0)
        update = Update(id=self._last_id, body=body, lane=lane, expires_at=self._now() + lifetime)
        self._pending[update.id] = update
        self._next_expiry = min(self._next_expiry, update.expires_at)
        if self.on_update is not None:
            self.on_update(update)
        elif self._poller is not None and not self._poller.done():
            self._poller.set_result(None)

    def confirm(self, offset: int) -> None:
        """Forget updates below `offset`; a negative one keeps only that many of the newest."""
        if offset < 0:
            while len(self._pending) > -offset:
                self._pending.popitem(last=False)
        while offset > 0 and self._pending and next(iter(self._pending)) < offset:
            self._pending.popitem(last=False)

    def forget(self, update_id: int) -> None:
        """Drop one update wherever it is in the queue, as webhook delivery finishes out of order."""
        self._pending.pop(update_id, None)

    def clear(self) -> None:
        """Forget everything that waits."""
        self._pending.clear()

    def stop_poller(self, reason: str) -> None:
        """End the running getUpdates, if any, with 409."""
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(conflict(reason))

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """Answer getUpdates: confirm, then return what waits or what comes within `seconds`."""
        if self.on_update is not None:
            raise conflict(WEBHOOK_ACTIVE)
        self.stop_poller(OTHER_POLLER)
        self.confirm(offset)
        deadline = time.monotonic() + self._slowed(offset, seconds)
        while not len(self):
            remaining = deadline - time.monotonic()
            if remaining <= 0 or not await self._arrival(remaining):
                break
        return [update.body for update, _ in zip(self, range(limit), strict=False)]

    def _slowed(self, offset: int, seconds: float) -> float:
        last_offset, last_at = self._last_poll
        now = time.monotonic()
        self._last_poll = (offset, now)
        if offset == last_offset and now < last_at + REPEATED_POLL_SECONDS:
            return max(seconds, REPEATED_POLL_SECONDS)
        return seconds

    async def _arrival(self, seconds: float) -> bool:
        poller: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._poller = poller
        try:
            await asyncio.wait_for(poller, seconds)
        except TimeoutError:
            return False
        except ApiError as error:
            raise ApiError(error.code, error.description) from None
        finally:
            if self._poller is poller:
                self._poller = None
        return True

    def _expire(self) -> None:
        now = self._now()
        if now < self._next_expiry:
            return
        kept = [update for update in self._pending.values() if update.expires_at > now]
        self._pending = OrderedDict((update.id, update) for update in kept)
        self._next_expiry = min((update.expires_at for update in kept), default=math.inf)


def poll_arguments(offset: int, limit: int, timeout: int) -> tuple[int, int, int]:
    """Clamp the arguments of getUpdates as the server does."""
    if not -(2**31) <= offset < 2**31:
        raise bad_request("offset is out of range")
    return offset, min(limit, 100) if limit > 0 else 100, max(0, min(timeout, LONGEST_POLL))
