"""When an update that failed is tried again.

Always true: what cannot be understood is not tried again; what only waits for Telegram is, for an hour.
"""

from __future__ import annotations

from typing import Final

from bot.arrivals import Incoming
from bot.telegram import BadRequest, RetryAfter, TelegramError

QUICK_PAUSES: Final = (0.5, 2.0, 5.0)
"""Seconds before each of the retries every failure gets."""
LONGEST_PAUSE: Final = 15.0
PATIENCE: Final = 3600.0
"""Seconds for which an update is retried when only Telegram or the screen is the trouble."""


class PoisonError(Exception):
    """The update cannot be understood, however often it is tried; raised by `handle`, its words are shown nowhere."""


def pause_before_retry(error: Exception, attempt: int, waited: float, incoming: Incoming) -> float | None:
    """Return the seconds to wait, or None when trying again is of no use."""
    if isinstance(error, PoisonError):
        return None
    if isinstance(error, RetryAfter):
        return float(error.seconds)
    if attempt <= len(QUICK_PAUSES):
        return QUICK_PAUSES[attempt - 1]
    is_passing = isinstance(error, TelegramError) and not isinstance(error, BadRequest)
    return LONGEST_PAUSE if (is_passing or incoming.is_effected) and waited < PATIENCE else None
