"""The only door to time.

Every instant is aware and in UTC. Nothing else in the program asks the machine for the time, so moving ``offset`` moves
the whole program: reminders, deadlines and quiet hours follow.
"""

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(slots=True, kw_only=True)
class Clock:
    """The time as the program sees it: the machine's clock plus ``offset``."""

    offset: timedelta = timedelta()

    def now(self) -> datetime:
        """Return the current instant, aware, in UTC."""
        return datetime.now(UTC) + self.offset

    def monotonic(self) -> float:
        """Return seconds that only grow, for measuring how long something took; ``offset`` does not move it."""
        return time.monotonic()
