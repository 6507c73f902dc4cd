"""The small bot with the protection off: the effect and the record of it are two transactions."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from bot.intake import Incoming
from storage import inbox
from storage.database import Transaction
from tests.intake import small_bot
from tests.intake.small_bot import SmallBot, effects, is_quiet, prepare, texts, unfinished

__all__ = ["effects", "is_quiet", "prepare", "run", "texts", "unfinished"]


class CarelessBot(SmallBot):
    """Forgets that it may die between two commits."""

    async def handle(self, incoming: Incoming) -> None:
        await super().handle(incoming)
        if not incoming.is_effected:
            await asyncio.sleep(0.01)
            now = self.clock.now()
            await self.database.write(lambda tx: inbox.mark_effected(tx, incoming.update_id, now))

    def mark(self, tx: Transaction, update_id: int) -> None:
        """Leave it for later."""


def run(launch: Mapping[str, Any]) -> None:
    """Run until SIGTERM, or until killed."""
    asyncio.run(small_bot.live(CarelessBot(launch)))
