"""A step that actions share when an ended registration is let in again; it runs inside the caller's transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.actions.seating import seat_or_wait, tell_promoted
from bot.domain.behalf import Behalf
from bot.domain.draft import Draft
from bot.domain.errors import StaleError
from bot.domain.event import Event
from bot.domain.registration import Registration, Status
from storage import drafts, registrations
from storage.database import Transaction


def readmit(tx: Transaction, registration: Registration, event: Event, before: Status, now: datetime) -> Registration:
    """Let an ended one in again: to a free seat if there is one, else to the waitlist, by the time it was sent."""
    has_new_claim = registrations.find_active(tx, registration.event_id, registration.participant_id) is not None
    if has_new_claim or has_another_draft(tx, drafts.get(tx, registration.draft_id)):
        raise StaleError
    registrations.lock_stream(tx, registration.stream_id)
    waiting = registrations.update(tx, replace(registration, status=Status.WAITLISTED, reason=None), now=now)
    waited = before in (Status.WAITLISTED, Status.OFFERED)
    seated = seat_or_wait(tx, waiting, event, now=now, is_offered=waited)
    if seated.status is Status.WAITLISTED:
        return seated
    if waited:
        tell_promoted(tx, seated, event, now)
        return seated
    return registrations.update(tx, replace(seated, status=before), now=now)


def has_another_draft(tx: Transaction, draft: Draft) -> bool:
    """Tell whether a person began anew; for others one may fill in as many forms as there are children."""
    return draft.on_behalf is Behalf.OWN and drafts.find_open(tx, draft.account_id, draft.event_id) is not None
