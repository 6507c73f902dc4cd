"""Schools and their coordinators: invitations, links to forward, who came by them, who lacks what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Scope
from bot.domain.registration import Registration
from bot.domain.school import UnitLink
from storage import registrations
from storage.database import Transaction
from storage.engine import Row
from storage.scopes import within
from storage.values import instant, micros


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A link that makes somebody the coordinator of a unit."""

    id: int
    unit_id: int
    programme_id: int
    created_by: int
    expires_at: datetime
    used_by: int | None

    def is_usable(self, now: datetime) -> bool:
        """Tell whether nobody used it and it has not expired."""
        return self.used_by is None and now < self.expires_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Pupil:
    """A registration of a unit with the name and whether a guardian came."""

    registration: Registration
    full_name: str
    has_guardian: bool


def add_invitation(
    tx: Transaction, *, unit_id: int, token_hash: str, created_by: int, now: datetime, expires_at: datetime
) -> None:
    """Make a link that gives a unit a coordinator."""
    tx.run(
        "schools.add_invitation",
        unit_id=unit_id,
        token_hash=token_hash,
        created_by=created_by,
        now=micros(now),
        expires_at=micros(expires_at),
    )


def find_invitation(tx: Transaction, token_hash: str) -> Invitation | None:
    """Return the invitation behind a hash, usable or not."""
    row = tx.find("schools.invitation", token_hash=token_hash)
    if row is None:
        return None
    return Invitation(
        id=row["id"],
        unit_id=row["unit_id"],
        programme_id=row["programme_id"],
        created_by=row["created_by"],
        expires_at=instant(row["expires_at"]),
        used_by=row["used_by"],
    )


def use_invitation(tx: Transaction, link_id: int, account_id: int, now: datetime) -> None:
    """Spend an invitation."""
    tx.run("schools.use_invitation", link_id=link_id, account_id=account_id, now=micros(now))


def list_coordinators(tx: Transaction, unit_id: int, now: datetime) -> tuple[Row, ...]:
    """Return (id of the grant, account_id, display_name) of those who look after a unit."""
    return tx.list_("schools.coordinators", unit_id=unit_id, now=micros(now))


def find_link(tx: Transaction, event_id: int, unit_id: int) -> UnitLink | None:
    """Return the link of a unit for an event that was not taken back."""
    row = tx.find("schools.find_link", event_id=event_id, unit_id=unit_id)
    return None if row is None else _link(row)


def find_link_by_hash(tx: Transaction, token_hash: str) -> UnitLink | None:
    """Return the link behind a hash, usable or not."""
    row = tx.find("schools.link_by_hash", token_hash=token_hash)
    return None if row is None else _link(row)


def add_link(
    tx: Transaction,
    *,
    event_id: int,
    unit_id: int,
    noise: str,
    token_hash: str,
    most_uses: int,
    created_by: int,
    now: datetime,
    expires_at: datetime,
) -> None:
    """Make a link to forward; the one before it is good no more."""
    revoke_links(tx, event_id, unit_id, now)
    tx.run(
        "schools.add_link",
        event_id=event_id,
        unit_id=unit_id,
        noise=noise,
        token_hash=token_hash,
        most_uses=most_uses,
        created_by=created_by,
        now=micros(now),
        expires_at=micros(expires_at),
    )


def revoke_links(tx: Transaction, event_id: int, unit_id: int, now: datetime) -> bool:
    """Take the link of a unit back; False when there was none."""
    return tx.run("schools.revoke_links", event_id=event_id, unit_id=unit_id, now=micros(now)) > 0


def use_link(tx: Transaction, link: UnitLink) -> None:
    """Count one more who came by a link."""
    tx.run("schools.use_link", link_id=link.id)


def find_arrival(tx: Transaction, event_id: int, account_id: int) -> int | None:
    """Return the unit by whose link somebody came to an event."""
    row = tx.find("schools.arrival", event_id=event_id, account_id=account_id)
    return None if row is None else int(row["unit_id"])


def arrive(tx: Transaction, event_id: int, account_id: int, unit_id: int, now: datetime) -> None:
    """Remember that somebody came to an event by the link of a unit."""
    tx.run("schools.arrive", event_id=event_id, account_id=account_id, unit_id=unit_id, now=micros(now))


def count_unsent(tx: Transaction, event_id: int, unit_id: int) -> tuple[int, int]:
    """Return how many came by a unit's link and have not registered: (all of them, those with a draft)."""
    rows = tx.list_("schools.unsent", event_id=event_id, unit_id=unit_id)
    return sum(row["number"] for row in rows), sum(row["number"] for row in rows if row["drafts"])


def list_unfinished(tx: Transaction, event_id: int, unit_id: int) -> tuple[tuple[int, int], ...]:
    """Return (draft, account) of those who came by a unit's link, began and have not registered."""
    rows = tx.list_("schools.unfinished", event_id=event_id, unit_id=unit_id)
    return tuple((row["id"], row["account_id"]) for row in rows)


def list_pupils(tx: Transaction, event_id: int, unit_id: int) -> tuple[Pupil, ...]:
    """Return the registrations of exactly this unit that still stand, by name."""
    scope = Scope(event_id=event_id, unit_ids=frozenset({unit_id}))
    return tuple(
        Pupil(
            registration=registrations.from_row(row),
            full_name=row["full_name"],
            has_guardian=bool(row["guardians"]),
        )
        for row in tx.list_("schools.pupils", **within(scope))
    )


def _link(row: Row) -> UnitLink:
    return UnitLink(
        id=row["id"],
        event_id=row["event_id"],
        unit_id=row["unit_id"],
        noise=row["noise"],
        most_uses=row["most_uses"],
        uses=row["uses"],
        expires_at=instant(row["expires_at"]),
        is_revoked=row["revoked_at"] is not None,
    )
