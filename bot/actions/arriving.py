"""A step that actions share when a person has moved a registration of the family; it runs inside their transaction."""

from __future__ import annotations

from datetime import datetime

from bot.domain.access import Actor
from bot.domain.registration import Registration
from storage import accounts, audit
from storage.database import Transaction


def arrive(tx: Transaction, actor: Actor, registration: Registration, action: str, now: datetime) -> None:
    """Leave the person at the registration and record what they did, on whose behalf, and where it stands."""
    accounts.set_place(tx, actor.account_id, "registration", {"registration": registration.id})
    audit.record(
        tx,
        actor=actor,
        action=action,
        subject="registration",
        subject_id=registration.id,
        now=now,
        status=registration.status.value,
        on_behalf=registration.on_behalf.value,
    )
