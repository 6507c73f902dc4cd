"""Single-use deep links: the secret is 128 random bits, the database knows only its SHA-256."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.access import Role
from storage.database import Transaction
from storage.values import instant, micros

MEMORY: Final = timedelta(days=2)
"""After so long without a miss an account begins anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link as it is kept."""

    id: int
    kind: str
    registration_id: int | None
    role: Role | None
    programme_id: int | None
    event_id: int | None
    unit_id: int | None
    role_ends_at: datetime | None
    created_by: int
    expires_at: datetime
    used_by: int | None
    is_revoked: bool
    squad_id: int | None = None
    session_id: int | None = None

    def is_usable(self, now: datetime) -> bool:
        """Tell whether nobody used it, it was not taken back and it has not expired."""
        return self.used_by is None and not self.is_revoked and now < self.expires_at


def add_guardian_link(
    tx: Transaction, *, token_hash: str, registration_id: int, created_by: int, now: datetime, expires_at: datetime
) -> None:
    """Replace the unused guardian links of a registration by a new one."""
    tx.run("links.revoke_unused", registration_id=registration_id, now=micros(now))
    _add(tx, "guardian", token_hash, created_by, now, expires_at, registration_id=registration_id)


def add_takeover_link(
    tx: Transaction, *, token_hash: str, registration_id: int, created_by: int, now: datetime, expires_at: datetime
) -> None:
    """Make a link by which a child's own account asks to take its registration over."""
    _add(tx, "takeover", token_hash, created_by, now, expires_at, registration_id=registration_id)


def add_staff_link(
    tx: Transaction,
    *,
    token_hash: str,
    role: Role,
    programme_id: int | None,
    created_by: int,
    now: datetime,
    expires_at: datetime,
    event_id: int | None = None,
    unit_id: int | None = None,
    role_ends_at: datetime | None = None,
    squad_id: int | None = None,
) -> None:
    """Make a link that gives a role to the first who opens it, perhaps for a part and for a time."""
    part = {"programme_id": programme_id, "event_id": event_id, "unit_id": unit_id, "squad_id": squad_id}
    ends = None if role_ends_at is None else micros(role_ends_at)
    _add(tx, "staff", token_hash, created_by, now, expires_at, role=role.value, role_ends_at=ends, **part)


def add_speaker_link(
    tx: Transaction, *, token_hash: str, session_id: int, created_by: int, now: datetime, expires_at: datetime
) -> None:
    """Replace the unused links of a session's speaker by a new one."""
    tx.run("links.revoke_unused_of_speaker", session_id=session_id, now=micros(now))
    who = {"token_hash": token_hash, "session_id": session_id, "created_by": created_by}
    tx.run("links.add_speaker", now=micros(now), expires_at=micros(expires_at), **who)


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
        event_id=row["event_id"],
        unit_id=row["unit_id"],
        role_ends_at=None if row["role_ends_at"] is None else instant(row["role_ends_at"]),
        created_by=row["created_by"],
        expires_at=instant(row["expires_at"]),
        used_by=row["used_by"],
        is_revoked=row["revoked_at"] is not None,
        squad_id=row["squad_id"],
        session_id=row["session_id"],
    )


def use(tx: Transaction, link: Link, account_id: int, now: datetime) -> None:
    """Spend a link; what the account tried before is not held against it any more."""
    forget_misses(tx, account_id)
    tx.run("links.use", link_id=link.id, account_id=account_id, now=micros(now))


def count_misses(tx: Transaction, account_id: int, now: datetime) -> int:
    """Return how many links that lead nowhere an account tried without a day's rest."""
    row = tx.find("links.misses", account_id=account_id)
    if row is None or now - instant(row["missed_at"]) > MEMORY:
        return 0
    return int(row["misses"])


def is_paused(tx: Transaction, account_id: int, now: datetime) -> bool:
    """Tell whether an account must wait before it may open another link."""
    row = tx.find("links.misses", account_id=account_id)
    return row is not None and now < instant(row["paused_until"])


def record_miss(tx: Transaction, account_id: int, misses: int, now: datetime, paused_until: datetime) -> None:
    """Remember one more link that led nowhere."""
    tx.run("links.miss", account_id=account_id, misses=misses, now=micros(now), paused_until=micros(paused_until))


def forget_misses(tx: Transaction, account_id: int) -> None:
    """Hold nothing against an account any more."""
    tx.run("links.forget_misses", account_id=account_id)


def _add(
    tx: Transaction,
    kind: str,
    token_hash: str,
    created_by: int,
    now: datetime,
    expires_at: datetime,
    **subject: object,
) -> None:
    names = ("registration_id", "role", "programme_id", "event_id", "unit_id", "squad_id", "role_ends_at")
    tx.run(
        "links.add",
        kind=kind,
        token_hash=token_hash,
        created_by=created_by,
        now=micros(now),
        expires_at=micros(expires_at),
        **(dict.fromkeys(names) | subject),
    )
