"""Keeps the sender's message about an announcement true while it goes out.

Always true: the figures come from the database, so a restart goes on where it was; the final figures are shown at
least once; a chat that cannot be written to stops nothing but its own message.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from bot.actions import broadcasting
from bot.actions.broadcasting import Watched
from bot.domain.notice import Priority
from bot.log import get_logger
from bot.middlewares.turn import House
from bot.telegram import BadRequest, Outgoing, TelegramError, Unreachable
from bot.watch import Watch
from handlers.organizer import broadcast_cards as cards

log = get_logger(__name__)

PERIOD: Final = 2.5
"""Seconds between two looks; Telegram allows one message a second into a chat."""


class BroadcastWatch(Watch):
    """Edits the progress messages; one of these runs in a process."""

    def __init__(self, house: House, period: float = PERIOD) -> None:
        """Remember the doors; `run()` begins."""
        super().__init__(period=period, failed=partial(log.error, "broadcast.watch_failed"), looks_first=True)
        self._house = house
        self._shown: dict[int, Outgoing] = {}

    async def look(self) -> None:
        """Show every progress that has changed since it was shown last."""
        watched = await self._house.database.read(broadcasting.list_watched)
        for one in watched:
            try:
                await self._show(one)
            except Unreachable:
                await self._settle(one)
            except TelegramError as error:
                log.warning("broadcast.progress_not_shown", broadcast_id=one.progress.broadcast.id, error=error.kind)
        seen = {one.progress.broadcast.id for one in watched}
        self._shown = {broadcast_id: screen for broadcast_id, screen in self._shown.items() if broadcast_id in seen}

    async def _show(self, one: Watched) -> None:
        house, broadcast = self._house, one.progress.broadcast
        t = house.translators[one.language or house.default_language]
        screen = cards.progress(t, one.progress, house.telegram.pacer.per_second)
        if self._shown.get(broadcast.id) != screen:
            await self._put(one, screen)
            self._shown[broadcast.id] = screen
        await self._settle(one)

    async def _put(self, one: Watched, screen: Outgoing) -> None:
        """Edit the progress message, or send it anew when it is gone."""
        telegram, broadcast = self._house.telegram, one.progress.broadcast
        if broadcast.progress_message_id is not None:
            method, payload = screen.edit_request(one.telegram_id, broadcast.progress_message_id)
            try:
                await telegram.call(method, payload, chat_id=one.telegram_id, priority=Priority.NOTICE)
            except BadRequest as error:
                if error.is_unchanged:
                    return
            else:
                return
        message_id = await telegram.send(one.telegram_id, screen, priority=Priority.NOTICE)
        await self._house.database.write(
            lambda tx: broadcasting.move_progress(tx, broadcast_id=broadcast.id, message_id=message_id)
        )

    async def _settle(self, one: Watched) -> None:
        """Look no more after an announcement whose final figures were shown, or cannot be."""
        broadcast = one.progress.broadcast
        if broadcast.finished_at is None:
            return
        now = self._house.clock.now()
        await self._house.database.write(lambda tx: broadcasting.mark_reported(tx, progress=one.progress, now=now))
