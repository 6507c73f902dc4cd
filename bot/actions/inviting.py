"""Inviting staff by short-lived, single-use links.

Always true: a link gives one person one role, once, for the part and the time that were chosen; a link to run the whole
programme takes a second person; whoever may do as much already does not use it up; the owner who made the link is told
who came by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Final

from bot.actions.guessing import must_not_be_paused
from bot.actions.vouching import must_be_vouched
from bot.domain.access import Actor, Role
from bot.domain.errors import LinkUnusableError, NotAvailableError, StaleError
from bot.domain.event import Event, Programme
from bot.domain.guardian import is_minor
from bot.domain.language import Localized
from bot.domain.notice import Notice
from bot.domain.units import Unit
from bot.domain.vouch import Deed, Matter
from storage import accounts, audit, events, links, outbox, participants, squads
from storage.database import Transaction
from storage.links import Link

STAFF_LINK_LIFE: Final = timedelta(minutes=10)
INVITED: Final = (Role.ORGANIZER, Role.VIEWER, Role.CHECKER)
"""Roles that a staff link can give."""
LONGEST_DAYS: Final = 366
TO_THE_END: Final = -1
"""Instead of a number of days: until the end of the event, or of the programme's last one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a role is for: the whole programme, one event of it, or one branch of its units."""

    event: Localized | None = None
    branch: Localized | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What can be chosen for a role; `units` are those inside `unit`, or at first the topmost ones."""

    programme: Programme
    events: tuple[Event, ...]
    unit: Unit | None
    above_id: int
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """What a fresh link is for; `zone` is that of the programme's events."""

    programme: Programme
    role: Role
    part: Part
    ends_at: datetime | None
    expires_at: datetime
    zone: tzinfo


def read_choice(tx: Transaction, *, actor: Actor, now: datetime, programme_id: int, unit_id: int = 0) -> Choice:
    """Return what a role in a programme can be limited to."""
    del now
    must_own(actor)
    programme, units = events.get_programme(tx, programme_id), events.get_units(tx, programme_id)
    unit = units.with_id(unit_id) if unit_id else None
    if unit_id and unit is None:
        raise NotAvailableError
    above = units.find(unit.parent_code) if unit and unit.parent_code else None
    return Choice(
        programme=programme,
        events=events.list_events(tx, programme_id),
        unit=unit,
        above_id=above.id if above else 0,
        units=units.children(unit.code) if unit else units.roots(),
    )


def read_matter(
    tx: Transaction,
    *,
    actor: Actor,
    now: datetime,
    programme_id: int,
    role: Role,
    event_id: int,
    unit_id: int,
    days: int,
) -> Matter | None:
    """Return what a second person has to agree to before such a link is made; None when nobody has to."""
    del tx, now
    must_own(actor)
    return matter_of(programme_id, role, event_id or None, unit_id or None, days=days)


def matter_of(programme_id: int, role: Role, event_id: int | None, unit_id: int | None, **what: int) -> Matter | None:
    """Return what takes two about a role: that it runs a whole programme."""
    if role is not Role.ORGANIZER or event_id or unit_id:
        return None
    return Matter(deed=Deed.ROLE, programme_id=programme_id, what={"role": role.value, **what})


def make_staff_link(
    tx: Transaction,
    *,
    actor: Actor,
    now: datetime,
    programme_id: int,
    token_hash: str,
    role: Role = Role.ORGANIZER,
    event_id: int | None = None,
    unit_id: int | None = None,
    days: int = 0,
) -> Invitation:
    """Make a link that gives one person a role for so many days (0: with no end)."""
    must_own(actor)
    programme = events.get_programme(tx, programme_id)
    if role not in INVITED:
        raise StaleError
    part = part_of(tx, programme_id, event_id, unit_id)
    matter = matter_of(programme_id, role, event_id, unit_id, days=days)
    if matter is not None:
        must_be_vouched(tx, actor=actor, now=now, matter=matter)
    expires_at, ends_at = now + STAFF_LINK_LIFE, end_of(tx, programme_id, event_id, days, now)
    links.add_staff_link(
        tx,
        token_hash=token_hash,
        role=role,
        programme_id=programme_id,
        event_id=event_id,
        unit_id=unit_id,
        role_ends_at=ends_at,
        created_by=actor.account_id,
        now=now,
        expires_at=expires_at,
    )
    audit.record(
        tx, actor=actor, action="staff.invite", subject="programme", subject_id=programme_id, now=now, role=role.value
    )
    zone = zone_of(tx, programme_id)
    return Invitation(programme=programme, role=role, part=part, ends_at=ends_at, expires_at=expires_at, zone=zone)


def accept_staff_link(tx: Transaction, *, actor: Actor, now: datetime, token_hash: str) -> Role:
    """Take the role a link gives, and return it; the first who opens it, once."""
    must_not_be_paused(tx, actor, now)
    link = links.find(tx, token_hash)
    if link is None or link.kind != "staff" or link.role is None or link.programme_id is None:
        raise LinkUnusableError
    if _has_as_much(actor, link) and (link.used_by == actor.account_id or link.is_usable(now)):
        _arrive_by(tx, actor, link)
        return link.role
    if not link.is_usable(now):
        raise LinkUnusableError
    if link.role is Role.LEADER:
        _must_lead_as_an_adult(tx, actor, link, now)
    links.use(tx, link, actor.account_id, now)
    accounts.add_grant(
        tx,
        account_id=actor.account_id,
        role=link.role,
        programme_id=link.programme_id,
        event_id=link.event_id,
        unit_id=link.unit_id,
        squad_id=link.squad_id,
        expires_at=link.role_ends_at,
        granted_by=link.created_by,
        now=now,
    )
    audit.record(tx, actor=actor, action="staff.join", subject="account", subject_id=actor.account_id, now=now)
    _tell_owner(tx, actor, link, now)
    _arrive_by(tx, actor, link)
    return link.role


def must_own(actor: Actor) -> None:
    """Refuse everybody but owners."""
    if not actor.is_owner:
        raise NotAvailableError


def part_of(tx: Transaction, programme_id: int, event_id: int | None, unit_id: int | None) -> Part:
    """Return what a role is for; NotAvailableError when it is not of the programme."""
    event = events.get(tx, event_id) if event_id else None
    unit = events.get_units(tx, programme_id).with_id(unit_id) if unit_id else None
    if (event and event.programme_id != programme_id) or (unit_id and unit is None):
        raise NotAvailableError
    return Part(event=event.title if event else None, branch=unit.title if unit else None)


def end_of(tx: Transaction, programme_id: int, event_id: int | None, days: int, now: datetime) -> datetime | None:
    """Return when a role ends that is given for so many days, at midnight where the event is; None for never."""
    if days == 0:
        return None
    if not TO_THE_END <= days <= LONGEST_DAYS:
        raise StaleError
    zone, found = zone_of(tx, programme_id), events.list_events(tx, programme_id)
    if days != TO_THE_END:
        last = now.astimezone(zone).date() + timedelta(days=days)
    else:
        last = max(event.ends_on for event in found if event_id in (None, event.id)) + timedelta(days=1)
    end = datetime.combine(last, time(), zone).astimezone(UTC)
    if end <= now:
        raise StaleError
    return end


def zone_of(tx: Transaction, programme_id: int) -> tzinfo:
    """Return the zone of a programme's events."""
    its_events = events.list_events(tx, programme_id)
    return its_events[0].zone if its_events else UTC


def _has_as_much(actor: Actor, link: Link) -> bool:
    """Tell whether a link would give nothing new."""
    wanted = (link.role, link.programme_id, link.event_id, link.unit_id, link.squad_id)
    held = {(one.role, one.programme_id, one.event_id, one.unit_id, one.squad_id) for one in actor.grants}
    return (link.role is not Role.LEADER and actor.runs(link.programme_id or 0)) or wanted in held


def _must_lead_as_an_adult(tx: Transaction, actor: Actor, link: Link, now: datetime) -> None:
    """Refuse a child's account, and a squad that is no more."""
    own = participants.find_by_account(tx, actor.account_id)
    event = events.get(tx, link.event_id or 0)
    if squads.find(tx, link.squad_id or 0) is None:
        raise LinkUnusableError
    if own is not None and own.born_on is not None and is_minor(own.born_on, event.today(now)):
        raise LinkUnusableError


def _arrive_by(tx: Transaction, actor: Actor, link: Link) -> None:
    """Leave a leader at the squad, everybody else at the desk of the programme."""
    if link.squad_id is not None:
        accounts.set_place(tx, actor.account_id, "squad", {"squad": link.squad_id})
    else:
        arrive(tx, actor, link.programme_id or 0)


def arrive(tx: Transaction, actor: Actor, programme_id: int) -> None:
    """Leave a person at the desk of a programme."""
    accounts.set_place(tx, actor.account_id, "desk", {"programme": programme_id})


def _tell_owner(tx: Transaction, actor: Actor, link: Link, now: datetime) -> None:
    programme_id = link.programme_id or 0
    part = part_of(tx, programme_id, link.event_id, link.unit_id)
    data = {
        "name": actor.display_name,
        "programme": events.get_programme(tx, programme_id).title.as_dict(),
        "programme_id": programme_id,
        "role": link.role,
        "parts": [title.as_dict() for title in (part.event, part.branch) if title],
    }
    if link.squad_id is not None:
        squad = squads.get(tx, link.squad_id)
        data |= {"squad": squad.id, "squad_name": squad.name, "squad_number": squad.number}
    template = "staff-joined" if link.squad_id is None else "leader-joined"
    outbox.put(tx, Notice(account_id=link.created_by, template=template, data=data), now)
