"""The chats that this process looks after, when several processes share one database.

Always true: two processes never look after one chat at once. A share is held by a lease in the database; here it
counts for less time than there, by a clock that runs on while a process is frozen, so whoever wakes up late knows that
its chats are somebody else's. The pace is divided like the shares: all together never exceed it.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial
from math import inf
from typing import Final

from bot.clock import Clock
from bot.log import get_logger
from bot.watch import Watch
from storage import shares
from storage.database import Database

log = get_logger(__name__)

LEASE: Final = timedelta(seconds=8)
TRUSTED: Final = 6.0
"""Seconds for which a renewed lease is believed here."""
PERIOD: Final = 2.0
"""Seconds between two renewals."""


class Shares(Watch):
    """One process's part of the chats."""

    def __init__(self, *, database: Database, clock: Clock, changed: Callable[[float], None]) -> None:
        """`changed` is told the part of all chats that is ours, whenever that is another one."""
        super().__init__(period=PERIOD, failed=partial(log.warning, "shares.not_renewed"))
        self.name = secrets.token_hex(8)
        self._database = database
        self._clock = clock
        self._changed = changed
        self._held: frozenset[int] = frozenset()
        self._until = -inf

    @property
    def part(self) -> float:
        """The part of all chats that is ours, from 0 to 1."""
        return len(self._held) / shares.NUMBER

    @property
    def held(self) -> int:
        """How many shares are ours."""
        return len(self._held)

    def holds(self, chat_id: int | None) -> bool:
        """Tell whether a chat is ours at this moment."""
        return shares.share_of(chat_id) in self._held and self._clock.monotonic() < self._until

    async def renew(self) -> None:
        """Keep what is ours, take what nobody looks after, let go of more than our part."""
        began_at, now = self._clock.monotonic(), self._clock.now()
        held = await self._database.write(lambda tx: shares.renew(tx, self.name, now=now, until=now + LEASE))
        is_new = held != self._held
        self._held, self._until = held, began_at + TRUSTED
        if is_new:
            log.info("shares.changed", held=len(held))
            self._changed(self.part)

    async def look(self) -> None:
        """Renew; when that fails the lease runs out by itself."""
        await self.renew()

    async def leave(self) -> None:
        """Give everything to the others at once."""
        self.stop()
        self._held = frozenset()
        with suppress(Exception):
            await self._database.write(lambda tx: shares.leave(tx, self.name))
