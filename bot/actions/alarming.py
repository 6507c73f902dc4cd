"""A step of registering: the organizers are pointed to somebody who may be registered twice.

Always true: it runs inside the caller's transaction, and the family learns nothing of it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from bot.domain.access import Scope
from bot.domain.event import Event
from bot.domain.likeness import has_twin
from bot.domain.notice import Notice
from bot.domain.registration import Registration
from storage import accounts, duplicates, outbox, participants
from storage.database import Transaction

ALARM_LIFE: Final = timedelta(days=3)
"""How long it is worth telling."""


def tell_organizers(tx: Transaction, registration: Registration, event: Event, now: datetime) -> None:
    """Tell the organizers, once a day at most, that somebody may have registered twice just now."""
    participant = participants.get(tx, registration.participant_id)
    scope = Scope(event_id=event.id, unit_ids=None)
    search_name = participants.search_name(tx, participant.id)
    alike = duplicates.list_alike(tx, scope, participant, search_name)
    if not has_twin(alike, participant.id):
        return
    for account_id in accounts.list_organizers(tx, event, registration.unit_id, now=now):
        notice = Notice(
            account_id=account_id,
            template="duplicates-found",
            data={"event": event.title.as_dict(), "event_id": event.id},
            not_after=now + ALARM_LIFE,
            dedup_key=f"duplicates-{event.id}-{event.today(now)}-{account_id}",
        )
        outbox.put(tx, notice, now)
