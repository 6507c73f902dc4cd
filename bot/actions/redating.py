"""Telling families that the days of their stream are others, a minute later.

Always true: within the minute several changes are one message that names what people know and what is; what was changed
and changed back is told to nobody; whoever gave the place up is told nothing.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from bot.actions.telling import tell_family
from bot.domain.event import Event, Stream
from storage import registrations, seasons
from storage.database import Transaction
from storage.values import micros

HOLD: Final = timedelta(seconds=60)
"""Days are told only then, so that a slip can be taken back before anybody reads of it."""


def tell_days(tx: Transaction, event: Event, before: Stream, after: Stream, *, now: datetime) -> int:
    """Let families know the new days of a stream after the hold; return how many registrations it concerns."""
    known = seasons.take_owed_days(tx, before.id, now) or _days(before)
    if known == _days(after):
        return 0
    claims = seasons.list_active(tx, before.id)
    for registration_id in claims:
        tell_family(
            tx,
            registrations.get(tx, registration_id),
            event,
            "stream-days",
            now=now,
            not_before=now + HOLD,
            dedup_key=f"stream-days-{registration_id}-{micros(now)}",
            stream=after.id,
            title=after.title.as_dict(),
            was=known,
            will=_days(after),
        )
    return len(claims)


def _days(stream: Stream) -> list[str]:
    return [stream.starts_on.isoformat(), stream.ends_on.isoformat()]
