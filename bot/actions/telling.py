"""Steps that actions share to tell people something; each writes outbox rows in the caller's transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain.event import Event
from bot.domain.notice import Notice
from bot.domain.registration import Registration
from storage import outbox, participants
from storage.database import Transaction


def tell_family(
    tx: Transaction,
    registration: Registration,
    event: Event,
    template: str,
    *,
    now: datetime,
    but: int | None = None,
    **data: Any,  # noqa: ANN401 - arguments of a text
) -> None:
    """Tell whoever registered and every guardian, except the account that already knows."""
    told = {registration.account_id, *participants.list_guardians(tx, registration.participant_id)} - {but}
    for account_id in sorted(told):
        tell(tx, account_id, registration, event, template, now=now, **data)


def tell(
    tx: Transaction,
    account_id: int,
    registration: Registration,
    event: Event,
    template: str,
    *,
    now: datetime,
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
    )
    outbox.put(tx, notice, now)
