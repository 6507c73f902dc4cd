"""Single-use deep links: the secret is 128 random bits, the database knows only its SHA-256."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Role
from storage.database import Transaction
from storage.values import instant, micros


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link as it is kept."""

    id: int
    kind: str
    registration_id: int | None
    role: Role | None
    programme_id: int | None
    created_by: int
    expires_at: datetime
    used_by: int | None
    is_revoked: bool

    def is_usable(self, now: datetime) -> bool:
        """Tell whether nobody used it, it was not taken back and it has not expired."""
        return self.used_by is None and not self.is_revoked and now < self.expires_at


def add_guardian_link(
    tx: Transaction, *, token_hash: str, registration_id: int, created_by: int, now: datetime, expires_at: datetime
) -> None:
    """Replace the unused guardian links of a registration by a new one."""
    tx.run("links.revoke_unused", registration_id=registration_id, now=micros(now))
    _add(tx, "guardian", token_hash, registration_id, None, None, created_by, now, expires_at)


def add_staff_link(
    tx: Transaction,
    *,
    token_hash: str,
    role: Role,
    programme_id: int | None,
    created_by: int,
    now: datetime,
    expires_at: datetime,
) -> None:
    """Make a link that gives a role to the first who opens it."""
    _add(tx, "staff", token_hash, None, role, programme_id, created_by, now, expires_at)


def find(tx: Transaction, token_hash: str) -> Link | None:
    """Return the link behind a hash, locked, usable or not."""
    row = tx.find("links.by_hash", token_hash=token_hash)
    if row is None:
        return None
    return Link(
        id=row["id"],
        kind=row["kind"],
        registration_id=row["registration_id"],
        role=Role(row["role"]) if row["role"] else None,
        programme_id=row["programme_id"],
        created_by=row["created_by"],
        expires_at=instant(row["expires_at"]),
        used_by=row["used_by"],
        is_revoked=row["revoked_at"] is not None,
    )


def use(tx: Transaction, link: Link, account_id: int, now: datetime) -> None:
    """Spend a link."""
    tx.run("links.use", link_id=link.id, account_id=account_id, now=micros(now))


def _add(
    tx: Transaction,
    kind: str,
    token_hash: str,
    registration_id: int | None,
    role: Role | None,
    programme_id: int | None,
    created_by: int,
    now: datetime,
    expires_at: datetime,
) -> None:
    tx.run(
        "links.add",
        kind=kind,
        token_hash=token_hash,
        registration_id=registration_id,
        role=role.value if role else None,
        programme_id=programme_id,
        created_by=created_by,
        now=micros(now),
        expires_at=micros(expires_at),
    )
