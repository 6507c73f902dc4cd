"""Keeps the figures of a head count true on the screen of who began it.

Always true: the figures come from the database, so a restart goes on where it was; the last figures of a count are
shown at least once; a chat that cannot be written to stops nothing but its own message.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from bot.actions import headcounting
from bot.actions.headcounting import Watched
from bot.domain.notice import Priority
from bot.log import get_logger
from bot.middlewares.turn import House
from bot.telegram import BadRequest, Outgoing, TelegramError, Unreachable
from bot.watch import Watch
from handlers.organizer import headcount_cards as cards

log = get_logger(__name__)

PERIOD: Final = 2.0
"""Seconds between two looks; Telegram allows one message a second into a chat."""


class HeadcountWatch(Watch):
    """Edits the live figures; one of these runs in a process."""

    def __init__(self, house: House, period: float = PERIOD) -> None:
        """Remember the doors; `run()` begins."""
        super().__init__(period=period, failed=partial(log.error, "headcount.watch_failed"), looks_first=True)
        self._house = house
        self._shown: dict[int, Outgoing] = {}

    async def look(self) -> None:
        """Show every count whose figures have changed since they were shown last."""
        now = self._house.clock.now()
        watched = await self._house.database.read(lambda tx: headcounting.list_watched(tx, now))
        for one in watched:
            try:
                await self._show(one)
            except Unreachable:
                await self._settle(one)
            except TelegramError as error:
                log.warning("headcount.figures_not_shown", headcount_id=one.live.headcount.id, error=error.kind)
        seen = {one.live.headcount.id for one in watched}
        self._shown = {headcount_id: screen for headcount_id, screen in self._shown.items() if headcount_id in seen}

    async def _show(self, one: Watched) -> None:
        headcount = one.live.headcount
        screen = cards.live(self._house.translators[one.language or self._house.default_language], one.live)
        if self._shown.get(headcount.id) != screen:
            await self._put(one, screen)
            self._shown[headcount.id] = screen
        await self._settle(one)

    async def _put(self, one: Watched, screen: Outgoing) -> None:
        """Edit the message with the figures, or send it anew when it is gone."""
        telegram, headcount = self._house.telegram, one.live.headcount
        if headcount.message_id is not None:
            method, payload = screen.edit_request(one.telegram_id, headcount.message_id)
            try:
                await telegram.call(method, payload, chat_id=one.telegram_id, priority=Priority.REPLY)
            except BadRequest as error:
                if error.is_unchanged:
                    return
            else:
                return
        message_id = await telegram.send(one.telegram_id, screen, priority=Priority.REPLY)
        await self._house.database.write(
            lambda tx: headcounting.move_figures(tx, headcount_id=headcount.id, message_id=message_id)
        )

    async def _settle(self, one: Watched) -> None:
        """Look no more after a count that is over and whose last figures were shown, or cannot be."""
        if one.live.headcount.ended_at is None:
            return
        now, headcount_id = self._house.clock.now(), one.live.headcount.id
        await self._house.database.write(lambda tx: headcounting.mark_reported(tx, headcount_id=headcount_id, now=now))
