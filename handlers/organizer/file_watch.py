"""Takes tables back out of chats when their time is over.

Always true: a message is forgotten only after Telegram has deleted it or refused to; a restart forgets nothing.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from bot.actions import fading
from bot.log import get_logger
from bot.middlewares.turn import House
from bot.telegram import BadRequest, TelegramError, Unreachable
from bot.watch import Watch

log = get_logger(__name__)

PERIOD: Final = 30.0
"""Seconds between two looks."""


class FileWatch(Watch):
    """Deletes messages with files; one of these runs in a process."""

    def __init__(self, house: House, period: float = PERIOD) -> None:
        """Remember the doors; `run()` begins."""
        super().__init__(period=period, failed=partial(log.error, "files.watch_failed"), looks_first=True)
        self._house = house

    async def look(self) -> None:
        """Delete what is due."""
        house, now = self._house, self._house.clock.now()
        for one in await house.database.read(lambda tx: fading.list_due(tx, now=now)):
            try:
                await house.telegram.call("deleteMessage", {"chat_id": one.telegram_id, "message_id": one.message_id})
            except (Unreachable, BadRequest):
                log.info("files.not_deleted", account_id=one.account_id, message_id=one.message_id)
            except TelegramError as error:
                log.warning("files.not_deleted", account_id=one.account_id, error=error.kind)
                continue
            await house.database.write(lambda tx, one=one: fading.forget(tx, fading=one))  # type: ignore[misc]
