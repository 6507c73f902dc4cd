"""Telling a family that a child has arrived, or that this was a slip; steps that actions share.

Always true: only guardians who may know are told; what they have not read yet is taken back without a word.
"""

from __future__ import annotations

from datetime import datetime

from bot.actions.telling import HOLD, tell
from bot.domain.event import Event
from bot.domain.registration import Registration
from storage import notices, participants
from storage.database import Transaction


def tell_arrived(tx: Transaction, registration: Registration, event: Event, at: datetime, *, now: datetime) -> None:
    """Tell the guardians who may know, a moment later, so that a slip can be taken back unread."""
    for account_id in _guardians(tx, registration):
        key = _key(registration, at, account_id)
        moment = at.astimezone(event.zone).isoformat()
        tell(
            tx, account_id, registration, event, "checked-in", now=now, not_before=now + HOLD, dedup_key=key, at=moment
        )


def take_back(tx: Transaction, registration: Registration, event: Event, since: datetime, *, now: datetime) -> None:
    """Stop what is not sent yet; whoever has read it reads that it was a slip."""
    for account_id in _guardians(tx, registration):
        if not notices.stop(tx, _key(registration, since, account_id), now):
            tell(tx, account_id, registration, event, "not-checked-in", now=now)


def _guardians(tx: Transaction, registration: Registration) -> tuple[int, ...]:
    return tuple(sorted({one.account_id for one in participants.list_knowing(tx, registration.participant_id)}))


def _key(registration: Registration, at: datetime, account_id: int) -> str:
    return f"checked-in-{registration.id}-{at.isoformat()}-{account_id}"
