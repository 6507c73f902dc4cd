"""Steps that actions share to tell people something; each writes outbox rows in the caller's transaction."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from bot.domain.event import Event
from bot.domain.notice import Notice
from bot.domain.registration import Registration
from storage import notices, outbox, participants
from storage.database import Transaction

HOLD: Final = timedelta(seconds=20)
"""A decision is told only then, so that a slip can be taken back before anybody reads of it."""


def tell_decision(
    tx: Transaction,
    registration: Registration,
    event: Event,
    template: str,
    *,
    now: datetime,
    **data: Any,  # noqa: ANN401 - arguments of a text
) -> None:
    """Tell the family of the decision that led to this revision, after the hold."""
    key = decision_key(registration)
    tell_family(tx, registration, event, template, now=now, not_before=now + HOLD, dedup_key=key, **data)


def take_back(tx: Transaction, registration: Registration, *, now: datetime) -> tuple[int, ...]:
    """Stop what is still owed about the decision that led to this revision; return the accounts it is too late for."""
    key = decision_key(registration)
    return tuple(one for one in family_of(tx, registration) if not notices.stop(tx, f"{key}-{one}", now))


def decision_key(registration: Registration) -> str:
    """Return what a message about the decision that led to this revision is known by, so that it can be taken back."""
    return f"decision-{registration.id}-{registration.revision}"


def tell_family(
    tx: Transaction,
    registration: Registration,
    event: Event,
    template: str,
    *,
    now: datetime,
    but: int | None = None,
    not_before: datetime | None = None,
    not_after: datetime | None = None,
    dedup_key: str | None = None,
    **data: Any,  # noqa: ANN401 - arguments of a text
) -> None:
    """Tell whoever registered and every guardian, except the account that already knows.

    Each one's message has the key `<dedup_key>-<account>`.
    """
    for account_id in family_of(tx, registration):
        if account_id != but:
            key = f"{dedup_key}-{account_id}" if dedup_key else None
            tell(
                tx,
                account_id,
                registration,
                event,
                template,
                now=now,
                not_before=not_before,
                not_after=not_after,
                dedup_key=key,
                **data,
            )


def family_of(tx: Transaction, registration: Registration) -> tuple[int, ...]:
    """Return the accounts of whoever registered and of every guardian, but for those who may not know."""
    knowing = {guardian.account_id for guardian in participants.list_knowing(tx, registration.participant_id)}
    if not participants.is_shut_out(tx, registration.participant_id, registration.account_id):
        knowing.add(registration.account_id)
    return tuple(sorted(knowing))


def tell(
    tx: Transaction,
    account_id: int,
    registration: Registration,
    event: Event,
    template: str,
    *,
    now: datetime,
    not_before: datetime | None = None,
    not_after: datetime | None = None,
    dedup_key: str | None = None,
    **data: Any,  # noqa: ANN401 - arguments of a text
) -> None:
    """Tell one account something about a registration, in that account's language."""
    participant = participants.get(tx, registration.participant_id)
    notice = Notice(
        account_id=account_id,
        template=template,
        data={
            "registration": registration.id,
            "is_own": registration.account_id == account_id,
            "name": participant.full_name,
            "event": event.title.as_dict(),
            **data,
        },
        not_before=not_before,
        not_after=not_after,
        dedup_key=dedup_key,
    )
    outbox.put(tx, notice, now)
