"""The lookout: every few seconds it looks at what whoever runs the bot should know, and tells it.

Always true: trouble that may be a moment's is told only when it is still there at the next look; the lookout itself
never ends, whatever it meets, before it is stopped.
"""

from __future__ import annotations

import shutil
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Final

from bot.alarms import Alarms
from bot.domain.alarm import Trouble
from bot.domain.notice import Priority
from bot.log import get_logger
from bot.telegram import Telegram
from bot.vitals import Vitals
from bot.watch import Watch
from storage.vitals import Backlog

log = get_logger(__name__)

PERIOD: Final = 15.0
"""Seconds between two looks."""
LONGEST_WAIT: Final = timedelta(minutes=1)
"""What people may wait for an answer or a notice; announcements to many take as long as their number needs."""
MOST_SKEW: Final = timedelta(seconds=5)
LEAST_FREE: Final = 500
"""Megabytes."""
MEGABYTE: Final = 2**20


class Lookout(Watch):
    """Looks at one program until it is stopped."""

    def __init__(self, *, vitals: Vitals, alarms: Alarms, telegram: Telegram, folder: Path) -> None:
        """`folder` is where the data lie."""
        super().__init__(period=PERIOD, failed=partial(log.warning, "lookout.failed"))
        self._vitals = vitals
        self._alarms = alarms
        self._telegram = telegram
        self._folder = folder
        self._suspected: set[Trouble] = set()

    async def look(self) -> None:
        """Look at everything once."""
        await self._vitals.listen()
        await self._judge(Trouble.TOKEN, is_there=self._telegram.is_refused)
        skew = abs(self._vitals.find_skew() or timedelta())
        await self._judge(Trouble.CLOCK, is_there=skew > MOST_SKEW, number=int(skew.total_seconds()))
        free = shutil.disk_usage(self._folder).free // MEGABYTE
        await self._judge(Trouble.DISK, is_there=free < LEAST_FREE, number=free)
        await self._look_at_database()
        await self._alarms.flush()

    async def _look_at_database(self) -> None:
        try:
            await self._alarms.learn_languages()
            backlog = await self._vitals.read_backlog()
        except Exception as error:  # noqa: BLE001 - whatever the driver says, nothing can be read
            log.warning("lookout.database", error=error)
            await self._judge(Trouble.DATABASE, is_there=True)
            return
        await self._judge(Trouble.DATABASE, is_there=False)
        await self._judge_wait(Trouble.INBOX, backlog.inbox.age)
        await self._judge_wait(Trouble.OUTBOX, _longest(backlog))

    async def _judge_wait(self, trouble: Trouble, wait: timedelta) -> None:
        await self._judge(trouble, is_there=wait > LONGEST_WAIT, number=int(wait.total_seconds()))

    async def _judge(self, trouble: Trouble, *, is_there: bool, number: int = 0) -> None:
        """Tell what is there for the second time, and what is over."""
        if not is_there:
            self._suspected.discard(trouble)
            await self._alarms.clear(trouble)
        elif trouble in self._suspected:
            await self._alarms.tell(trouble, number=number)
        else:
            self._suspected.add(trouble)


def _longest(backlog: Backlog) -> timedelta:
    """Return for how long the oldest message is overdue, announcements to many aside."""
    return max(backlog.outbox[priority].age for priority in Priority if priority is not Priority.BULK)
