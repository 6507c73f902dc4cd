"""The people of a programme: who they are, changing what they may do, letting them go, and leaving oneself.

Always true: only owners see or change it; a changed role begins anew, so that the trail keeps what it was; a medic who
is no organizer any more reads no health answers; running the whole programme takes a second person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.actions.inviting import INVITED, Part, arrive, end_of, matter_of, must_own, part_of, zone_of
from bot.actions.vouching import must_be_vouched
from bot.domain.access import Actor, Role
from bot.domain.errors import NotAvailableError, OwnersStayError, StaleError
from bot.domain.event import Programme
from bot.domain.notice import Notice
from bot.domain.vouch import Matter
from storage import accounts, audit, events, medics, outbox
from storage.database import Transaction
from storage.engine import Row
from storage.values import instant

TOLD_BEFORE: Final = timedelta(days=1)
"""So long before the end of a role the person is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organizer:
    """Somebody who holds a role in one programme."""

    grant_id: int
    name: str
    role: Role
    part: Part
    ends_at: datetime | None
    is_medic: bool
    releases: bool
    """Whether a ticket checker hands children over too."""


def list_team(
    tx: Transaction, *, actor: Actor, now: datetime, programme_id: int
) -> tuple[Programme, tuple[Organizer, ...]]:
    """Return who holds a role of its own in a programme; owners are not among them."""
    must_own(actor)
    rows = accounts.list_team(tx, programme_id, now=now)
    return events.get_programme(tx, programme_id), tuple(_organizer(tx, row) for row in rows)


def read_organizer(tx: Transaction, *, actor: Actor, now: datetime, grant_id: int) -> tuple[Organizer, int]:
    """Return who holds a role that has not ended, and in which programme."""
    row = _grant(tx, actor, grant_id, now)
    return _organizer(tx, row), row["programme_id"]


def read_matter(tx: Transaction, *, actor: Actor, now: datetime, grant_id: int, role: Role) -> Matter | None:
    """Return what a second person has to agree to before somebody gets another role; None when nobody has to."""
    return _matter(_grant(tx, actor, grant_id, now), role)


def change(
    tx: Transaction,
    *,
    actor: Actor,
    now: datetime,
    grant_id: int,
    role: Role | None = None,
    days: int | None = None,
) -> int:
    """Give a person another role, or another end, for the same part; return the new grant."""
    row = _grant(tx, actor, grant_id, now)
    wanted = role or Role(row["role"])
    if wanted not in INVITED:
        raise StaleError
    matter = _matter(row, wanted)
    if matter is not None:
        must_be_vouched(tx, actor=actor, now=now, matter=matter)
    ends_at = None if row["expires_at"] is None else instant(row["expires_at"])
    if days is not None:
        ends_at = end_of(tx, row["programme_id"], row["event_id"], days, now)
    accounts.revoke_grant(tx, grant_id, now)
    part = {"programme_id": row["programme_id"], "event_id": row["event_id"], "unit_id": row["unit_id"]}
    person = {"account_id": row["account_id"], "granted_by": actor.account_id, "now": now}
    accounts.add_grant(tx, role=wanted, expires_at=ends_at, **person, **part)
    if wanted is not Role.ORGANIZER:
        medics.revoke(tx, row["account_id"], row["programme_id"], now)
    what = {"subject": "account", "subject_id": row["account_id"], "role": wanted.value}
    audit.record(tx, actor=actor, action="staff.change", now=now, **what)
    return accounts.newest_grant(tx, row["account_id"])


def let_release(tx: Transaction, *, actor: Actor, now: datetime, grant_id: int, may: bool) -> tuple[Organizer, int]:
    """Let a ticket checker hand children over too, or not any more; return who it is and in which programme."""
    row = _grant(tx, actor, grant_id, now)
    if bool(row["releases"]) is may or not accounts.let_release(tx, grant_id, may=may):
        raise StaleError
    what = {"subject": "account", "subject_id": row["account_id"], "releases": int(may)}
    audit.record(tx, actor=actor, action="staff.release", now=now, **what)
    return read_organizer(tx, actor=actor, now=now, grant_id=grant_id)


def dismiss(tx: Transaction, *, actor: Actor, now: datetime, grant_id: int) -> int:
    """Take a role back and return the programme."""
    must_own(actor)
    row = accounts.find_grant(tx, grant_id)
    if row is None or row["programme_id"] is None:
        raise NotAvailableError
    if not accounts.revoke_grant(tx, grant_id, now):
        raise StaleError
    programme_id: int = row["programme_id"]
    medics.revoke(tx, row["account_id"], programme_id, now)
    audit.record(tx, actor=actor, action="staff.dismiss", subject="account", subject_id=row["account_id"], now=now)
    arrive(tx, actor, programme_id)
    return programme_id


def leave(tx: Transaction, *, actor: Actor, now: datetime) -> None:
    """Give all one's own roles back; an owner stays as long as the settings name one."""
    if actor.is_owner:
        raise OwnersStayError
    for row in accounts.list_grants(tx, actor.account_id, now=now):
        accounts.revoke_grant(tx, row["id"], now)
        medics.revoke(tx, actor.account_id, row["programme_id"], now)
        title = events.get_programme(tx, row["programme_id"]).title
        data = {"name": actor.display_name, "programme": title.as_dict(), "programme_id": row["programme_id"]}
        if row["granted_by"] is not None:
            outbox.put(tx, Notice(account_id=row["granted_by"], template="staff-left", data=data), now)
    audit.record(tx, actor=actor, action="staff.leave", subject="account", subject_id=actor.account_id, now=now)
    accounts.set_place(tx, actor.account_id, "home")


def tick(tx: Transaction, *, now: datetime) -> int:
    """Tell everybody whose role ends within a day, once; return how many there were."""
    return sum(_tell_end(tx, row, now) for row in accounts.list_ending(tx, after=now, until=now + TOLD_BEFORE))


def _tell_end(tx: Transaction, row: Row, now: datetime) -> bool:
    ends_at, programme_id = instant(row["expires_at"]), row["programme_id"]
    data = {
        "programme": events.get_programme(tx, programme_id).title.as_dict(),
        "role": row["role"],
        "ends": ends_at.astimezone(zone_of(tx, programme_id)).isoformat(),
    }
    key = f"role-ending-{row['id']}"
    notice = Notice(account_id=row["account_id"], template="role-ending", data=data, not_after=ends_at, dedup_key=key)
    return outbox.put(tx, notice, now)


def _matter(row: Row, wanted: Role) -> Matter | None:
    if row["role"] == wanted.value:
        return None
    return matter_of(row["programme_id"], wanted, row["event_id"], row["unit_id"], grant_id=row["id"])


def _grant(tx: Transaction, actor: Actor, grant_id: int, now: datetime) -> Row:
    """Return a role of one programme that has not ended, to an owner."""
    must_own(actor)
    row = accounts.find_grant(tx, grant_id)
    if row is None or row["programme_id"] is None or row["revoked_at"] is not None:
        raise NotAvailableError
    if row["expires_at"] is not None and instant(row["expires_at"]) <= now:
        raise NotAvailableError
    return row


def _organizer(tx: Transaction, row: Row) -> Organizer:
    return Organizer(
        grant_id=row["id"],
        name=accounts.get_row(tx, row["account_id"])["display_name"],
        role=Role(row["role"]),
        part=part_of(tx, row["programme_id"], row["event_id"], row["unit_id"]),
        ends_at=None if row["expires_at"] is None else instant(row["expires_at"]),
        is_medic=medics.is_medic(tx, row["account_id"], row["programme_id"]),
        releases=bool(row["releases"]),
    )
