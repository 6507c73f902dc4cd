"""Inviting staff by short-lived, single-use links, and letting them go.

Always true: a link makes one person an organizer, once; whoever runs the programme already does not use it up; the
owner who made the link is told who came by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final

from bot.actions.guessing import must_not_be_paused
from bot.domain.access import Actor, Role
from bot.domain.errors import LinkUnusableError, NotAvailableError, StaleError
from bot.domain.event import Programme
from bot.domain.notice import Notice
from storage import accounts, audit, events, links, medics, outbox
from storage.database import Transaction

STAFF_LINK_LIFE: Final = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """What a fresh link is for; `zone` is that of the programme's events."""

    programme: Programme
    expires_at: datetime
    zone: tzinfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Organizer:
    """Somebody who holds a role in one programme."""

    grant_id: int
    name: str
    is_medic: bool = False


def make_staff_link(tx: Transaction, *, actor: Actor, now: datetime, programme_id: int, token_hash: str) -> Invitation:
    """Make a link that lets one person organize a programme."""
    _must_own(actor)
    programme = events.get_programme(tx, programme_id)
    its_events = events.list_events(tx, programme_id)
    expires_at = now + STAFF_LINK_LIFE
    links.add_staff_link(
        tx,
        token_hash=token_hash,
        role=Role.ORGANIZER,
        programme_id=programme_id,
        created_by=actor.account_id,
        now=now,
        expires_at=expires_at,
    )
    audit.record(tx, actor=actor, action="staff.invite", subject="programme", subject_id=programme_id, now=now)
    zone = its_events[0].zone if its_events else UTC
    return Invitation(programme=programme, expires_at=expires_at, zone=zone)


def accept_staff_link(tx: Transaction, *, actor: Actor, now: datetime, token_hash: str) -> None:
    """Take the role a link gives; the first who opens it, once."""
    must_not_be_paused(tx, actor, now)
    link = links.find(tx, token_hash)
    if link is None or link.kind != "staff" or link.role is None or link.programme_id is None:
        raise LinkUnusableError
    accounts.set_place(tx, actor.account_id, "desk", {"programme": link.programme_id})
    if actor.runs(link.programme_id) and (link.used_by == actor.account_id or link.is_usable(now)):
        return
    if not link.is_usable(now):
        raise LinkUnusableError
    links.use(tx, link, actor.account_id, now)
    accounts.add_grant(
        tx,
        account_id=actor.account_id,
        role=link.role,
        programme_id=link.programme_id,
        granted_by=link.created_by,
        now=now,
    )
    audit.record(tx, actor=actor, action="staff.join", subject="account", subject_id=actor.account_id, now=now)
    _tell_owner(tx, actor, link.created_by, link.programme_id, now)


def list_team(
    tx: Transaction, *, actor: Actor, now: datetime, programme_id: int
) -> tuple[Programme, tuple[Organizer, ...]]:
    """Return who organizes a programme by a role of its own; owners are not among them."""
    _must_own(actor)
    rows = accounts.list_team(tx, programme_id, now=now)
    team = tuple(Organizer(grant_id=row["id"], name=row["display_name"]) for row in rows)
    return events.get_programme(tx, programme_id), team


def read_organizer(tx: Transaction, *, actor: Actor, now: datetime, grant_id: int) -> tuple[Organizer, int]:
    """Return who holds a role that has not ended, and in which programme."""
    del now
    _must_own(actor)
    row = accounts.find_grant(tx, grant_id)
    if row is None or row["programme_id"] is None or row["revoked_at"] is not None:
        raise NotAvailableError
    name = accounts.get_row(tx, row["account_id"])["display_name"]
    is_medic = medics.is_medic(tx, row["account_id"], row["programme_id"])
    return Organizer(grant_id=grant_id, name=name, is_medic=is_medic), row["programme_id"]


def dismiss(tx: Transaction, *, actor: Actor, now: datetime, grant_id: int) -> int:
    """Take an organizer's role back and return the programme."""
    _must_own(actor)
    row = accounts.find_grant(tx, grant_id)
    if row is None or row["programme_id"] is None:
        raise NotAvailableError
    if not accounts.revoke_grant(tx, grant_id, now):
        raise StaleError
    programme_id: int = row["programme_id"]
    medics.revoke(tx, row["account_id"], programme_id, now)
    audit.record(tx, actor=actor, action="staff.dismiss", subject="account", subject_id=row["account_id"], now=now)
    accounts.set_place(tx, actor.account_id, "desk", {"programme": programme_id})
    return programme_id


def _must_own(actor: Actor) -> None:
    if not actor.is_owner:
        raise NotAvailableError


def _tell_owner(tx: Transaction, actor: Actor, owner_id: int, programme_id: int, now: datetime) -> None:
    title = events.get_programme(tx, programme_id).title
    data = {"name": actor.display_name, "programme": title.as_dict(), "programme_id": programme_id}
    outbox.put(tx, Notice(account_id=owner_id, template="staff-joined", data=data), now)
