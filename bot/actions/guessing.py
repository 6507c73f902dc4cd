"""Links that lead nowhere are counted, so that nobody guesses one: each pause is twice as long as the one before.

Always true: during a pause no link is looked up at all, a right one neither; whether a link exists makes no difference.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from bot.domain.access import Actor
from bot.domain.errors import LinksPausedError
from storage import links
from storage.database import Transaction

FREE_MISSES: Final = 10
"""Slips that cost nothing: an old message, a link cut short."""
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(days=1)


def must_not_be_paused(tx: Transaction, actor: Actor, now: datetime) -> None:
    """Refuse to look a link up while the account must wait."""
    if links.is_paused(tx, actor.account_id, now):
        raise LinksPausedError


def record_miss(tx: Transaction, *, actor: Actor, now: datetime) -> None:
    """Count a link that led nowhere."""
    misses = links.count_misses(tx, actor.account_id, now) + 1
    links.record_miss(tx, actor.account_id, misses, now, now + pause_after(misses))


def pause_after(misses: int) -> timedelta:
    """Return how long an account must wait after so many misses."""
    if misses <= FREE_MISSES:
        return timedelta()
    doubled = min(misses - FREE_MISSES - 1, 20)
    return min(FIRST_PAUSE * (1 << doubled), LONGEST_PAUSE)
