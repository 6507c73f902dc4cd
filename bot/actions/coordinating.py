"""Looking after a school: who is invited to, and what they see.

Always true: an invitation makes one person the coordinator of one unit, once; a coordinator sees of a pupil the name,
the grade, the stage and what is lacking, and only of their own unit's pupils; of units inside theirs, only numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Final

from bot.actions.filling import Fills, UnitFill
from bot.domain.access import Actor, Role
from bot.domain.errors import LinkUnusableError, NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.form import Kind
from bot.domain.notice import Notice
from bot.domain.registration import Status
from bot.domain.school import INVITATION_LIFE, Lack, UnitLink, lack_of
from bot.domain.units import Unit, Units
from storage import accounts, audit, drafts, events, outbox, schools
from storage.database import Transaction
from storage.schools import Pupil

PLACE: Final = "school"
PAGE: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """What a fresh invitation is for."""

    unit: Unit
    expires_at: datetime
    zone: tzinfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Coordinator:
    """Somebody who looks after a unit."""

    grant_id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Where a coordinator's school (or branch) stands in one event."""

    event: Event
    way: tuple[Unit, ...]
    here: UnitFill
    counts: dict[Status, int]
    came: int
    """How many came by the link and have not registered; `started` of them have begun."""
    started: int
    lacking: int
    link: UnitLink | None
    inside: tuple[UnitFill, ...]
    now: datetime

    @property
    def unit(self) -> Unit:
        """The unit itself."""
        return self.way[-1]

    @property
    def registered(self) -> int:
        """How many registrations still stand."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class PupilLine:
    """All that a coordinator may know of a pupil."""

    registration_id: int
    name: str
    grade: int | None
    status: Status
    lack: Lack | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PupilsPage:
    """One page of a school's pupils; pages count from 0."""

    event: Event
    unit: Unit
    pupils: tuple[PupilLine, ...]
    page: int
    pages: int


def invite(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, unit_id: int, token_hash: str) -> Invited:
    """Make a link that lets one person look after a unit."""
    event = events.get(tx, event_id)
    actor.must_run(event.programme_id)
    unit = _unit(events.get_units(tx, event.programme_id), unit_id)
    expires_at = now + INVITATION_LIFE
    schools.add_invitation(
        tx, unit_id=unit_id, token_hash=token_hash, created_by=actor.account_id, now=now, expires_at=expires_at
    )
    audit.record(tx, actor=actor, action="coordinator.invite", subject="unit", subject_id=unit_id, now=now)
    return Invited(unit=unit, expires_at=expires_at, zone=event.zone)


def accept(tx: Transaction, *, actor: Actor, now: datetime, token_hash: str) -> None:
    """Become the coordinator an invitation asks for; the first who opens it, once."""
    link = schools.find_invitation(tx, token_hash)
    if link is None:
        raise LinkUnusableError
    is_known = actor.coordinates(link.unit_id) and (link.used_by == actor.account_id or link.is_usable(now))
    if not is_known:
        if not link.is_usable(now):
            raise LinkUnusableError
        schools.use_invitation(tx, link.id, actor.account_id, now)
        accounts.add_grant(
            tx,
            account_id=actor.account_id,
            role=Role.COORDINATOR,
            programme_id=link.programme_id,
            unit_id=link.unit_id,
            granted_by=link.created_by,
            now=now,
        )
        audit.record(tx, actor=actor, action="coordinator.join", subject="unit", subject_id=link.unit_id, now=now)
        _tell_inviter(tx, actor, link, now)
    accounts.set_place(tx, actor.account_id, PLACE, {})


def list_coordinators(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int, unit_id: int
) -> tuple[Unit, tuple[Coordinator, ...]]:
    """Return who looks after a unit."""
    event = events.get(tx, event_id)
    actor.must_run(event.programme_id)
    unit = _unit(events.get_units(tx, event.programme_id), unit_id)
    rows = schools.list_coordinators(tx, unit_id, now)
    return unit, tuple(Coordinator(grant_id=row["id"], name=row["display_name"]) for row in rows)


def dismiss(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, unit_id: int, grant_id: int) -> None:
    """Take a coordinator's role back."""
    _, found = list_coordinators(tx, actor=actor, now=now, event_id=event_id, unit_id=unit_id)
    if grant_id not in {one.grant_id for one in found}:
        raise NotAvailableError
    if not accounts.revoke_grant(tx, grant_id, now):
        raise StaleError
    audit.record(tx, actor=actor, action="coordinator.dismiss", subject="unit", subject_id=unit_id, now=now)


def list_rooms(tx: Transaction, *, actor: Actor, now: datetime) -> tuple[tuple[Event, Unit], ...]:
    """Return every event that is not over for every unit somebody looks after."""
    found: list[tuple[Event, Unit]] = []
    for programme in events.list_programmes(tx):
        units = events.get_units(tx, programme.id)
        own = [unit for unit_id in actor.unit_ids if (unit := units.with_id(unit_id)) is not None]
        going = [event for event in events.list_events(tx, programme.id) if event.today(now) <= event.ends_on]
        found.extend((event, unit) for event in going for unit in own)
    if not actor.unit_ids:
        raise NotAvailableError
    return tuple(found)


def read_room(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, unit_id: int) -> Room:
    """Return where somebody's school stands in an event."""
    event, unit, units = reach(tx, actor, event_id, unit_id)
    inside = units.descendants(unit.code)
    fills = Fills(tx, event, units, frozenset(one.id for one in (unit, *inside)))
    pupils = schools.list_pupils(tx, event_id, unit_id)
    came, started = schools.count_unsent(tx, event_id, unit_id)
    return Room(
        event=event,
        way=units.path(unit.code),
        here=fills.of(unit),
        counts={status: number for status in Status if (number := fills.count(unit, status)) and _stands(status)},
        came=came,
        started=started,
        lacking=sum(lack_of(one.registration, has_guardian=one.has_guardian) is not None for one in pupils),
        link=schools.find_link(tx, event_id, unit_id),
        inside=tuple(fills.of(one) for one in units.children(unit.code)),
        now=now,
    )


def list_pupils(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, unit_id: int, page: int) -> PupilsPage:
    """Return one page of a school's pupils, those who lack something first."""
    del now
    event, unit, _ = reach(tx, actor, event_id, unit_id)
    found = sorted((_line(tx, one) for one in schools.list_pupils(tx, event_id, unit_id)), key=_needs_help)
    pages = max(1, -(-len(found) // PAGE))
    shown = min(max(page, 0), pages - 1)
    return PupilsPage(
        event=event, unit=unit, pupils=tuple(found[shown * PAGE : (shown + 1) * PAGE]), page=shown, pages=pages
    )


def read_pupil(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int, unit_id: int, registration_id: int
) -> tuple[Event, Unit, PupilLine]:
    """Return one pupil of a school that somebody looks after."""
    del now
    event, unit, _ = reach(tx, actor, event_id, unit_id)
    for pupil in schools.list_pupils(tx, event_id, unit_id):
        if pupil.registration.id == registration_id:
            return event, unit, _line(tx, pupil)
    raise NotAvailableError


def reach(tx: Transaction, actor: Actor, event_id: int, unit_id: int) -> tuple[Event, Unit, Units]:
    """Return an event and the unit that somebody looks after; refuse every other unit."""
    if not actor.coordinates(unit_id):
        raise NotAvailableError
    event = events.get(tx, event_id)
    units = events.get_units(tx, event.programme_id)
    return event, _unit(units, unit_id), units


def _stands(status: Status) -> bool:
    return status not in (Status.DECLINED, Status.REFUSED, Status.CANCELLED)


def _needs_help(line: PupilLine) -> bool:
    return line.lack is None


def _line(tx: Transaction, pupil: Pupil) -> PupilLine:
    return PupilLine(
        registration_id=pupil.registration.id,
        name=pupil.full_name,
        grade=_grade(tx, pupil),
        status=pupil.registration.status,
        lack=lack_of(pupil.registration, has_guardian=pupil.has_guardian),
    )


def _grade(tx: Transaction, pupil: Pupil) -> int | None:
    form = events.get_form(tx, pupil.registration.form_version_id)
    for question in form.questions:
        if question.kind is Kind.GRADE:
            grade = drafts.find_answer(tx, pupil.registration.draft_id, question.code)
            return grade if isinstance(grade, int) else None
    return None


def _tell_inviter(tx: Transaction, actor: Actor, link: schools.Invitation, now: datetime) -> None:
    unit = _unit(events.get_units(tx, link.programme_id), link.unit_id)
    data = {"name": actor.display_name, "unit": unit.title.as_dict()}
    outbox.put(tx, Notice(account_id=link.created_by, template="coordinator-joined", data=data), now)


def _unit(units: Units, unit_id: int) -> Unit:
    unit = units.with_id(unit_id)
    if unit is None:
        raise NotAvailableError
    return unit
