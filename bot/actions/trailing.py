"""The trail for owners: who saw and changed a registration, and what one of the staff did.

Always true: nothing here changes the trail; it holds ids and codes, names are looked up when it is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Final

from bot.actions.inviting import must_own, zone_of
from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError, StaleError
from storage import accounts, events, participants, registrations, trails
from storage.database import Transaction
from storage.trails import Step

PAGE: Final = 12
"""Steps on one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """One page of a trail, newest first; pages count from 0."""

    subject_id: int
    name: str
    steps: tuple[Step, ...]
    page: int
    has_older: bool
    zone: tzinfo
    programme_id: int


def read_registration(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, page: int) -> Trail:
    """Return who saw and changed a registration."""
    del now
    must_own(actor)
    registration = registrations.get(tx, registration_id)
    event = events.get(tx, registration.event_id)
    found = trails.list_of_registration(tx, registration_id, limit=PAGE + 1, skipped=_skipped(page))
    name = participants.get(tx, registration.participant_id).full_name
    return _page(registration_id, name, found, page, event.zone, event.programme_id)


def read_person(tx: Transaction, *, actor: Actor, now: datetime, grant_id: int, page: int) -> Trail:
    """Return what somebody who holds a role, or held it, did and saw."""
    del now
    must_own(actor)
    row = accounts.find_grant(tx, grant_id)
    if row is None or row["programme_id"] is None:
        raise NotAvailableError
    found = trails.list_of_account(tx, row["account_id"], limit=PAGE + 1, skipped=_skipped(page))
    name = accounts.get_row(tx, row["account_id"])["display_name"]
    return _page(grant_id, name, found, page, zone_of(tx, row["programme_id"]), row["programme_id"])


def _skipped(page: int) -> int:
    if not 0 <= page <= 10**6:
        raise StaleError
    return page * PAGE


def _page(subject_id: int, name: str, found: tuple[Step, ...], page: int, zone: tzinfo, programme_id: int) -> Trail:
    return Trail(
        subject_id=subject_id,
        name=name,
        steps=found[:PAGE],
        page=page,
        has_older=len(found) > PAGE,
        zone=zone,
        programme_id=programme_id,
    )
