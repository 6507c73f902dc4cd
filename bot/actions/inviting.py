"""Inviting staff by short-lived, single-use links."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from bot.domain.access import Actor, Role
from bot.domain.errors import LinkUnusableError, NotAvailableError
from storage import accounts, audit, links
from storage.database import Transaction

STAFF_LINK_LIFE: Final = timedelta(minutes=10)


def make_staff_link(tx: Transaction, *, actor: Actor, now: datetime, programme_id: int, token_hash: str) -> datetime:
    """Make a link that lets one person organize a programme; return when it expires."""
    if not actor.is_owner:
        raise NotAvailableError
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
    return expires_at


def accept_staff_link(tx: Transaction, *, actor: Actor, now: datetime, token_hash: str) -> None:
    """Take the role a link gives; the first who opens it, once."""
    link = links.find(tx, token_hash)
    if link is None or link.kind != "staff" or link.role is None:
        raise LinkUnusableError
    if link.used_by == actor.account_id and actor.is_staff:
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
