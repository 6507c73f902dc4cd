"""Leaders of squads: invited by a single-use link for one squad, let go, and what they see of their own squad.

Always true: a leader sees the children of the own squad by name, grade and school, guardians' phones on the list of
calls, and nothing else of anybody; taking the phones is recorded; the role ends with the event.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from bot.actions.inviting import TO_THE_END, end_of
from bot.actions.rostering import SquadPage, page_of, reach_squad
from bot.domain.access import Actor, Role
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.letter import Letter
from bot.domain.squad import Squad
from bot.domain.timetable import Session
from storage import accounts, audit, events, letters, links, squads
from storage.database import Transaction
from storage.squads import Call

LINK_LIFE: Final = timedelta(hours=24)
PLACE: Final = "squad"
"""The place of a leader who looks at a squad."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A fresh link for a leader of a squad."""

    event: Event
    squad: Squad
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Calls:
    """Whom to call about the children of a squad."""

    squad: Squad
    calls: tuple[Call, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SquadDay:
    """One local day of a squad's timetable; `days` are all days it has."""

    event: Event
    squad: Squad
    days: tuple[date, ...]
    on: date
    sessions: tuple[Session, ...]


def invite(tx: Transaction, *, actor: Actor, now: datetime, squad_id: int, token_hash: str) -> Invitation:
    """Make a link by which one person becomes a leader of a squad until the event is over."""
    squad, event = reach_squad(tx, actor, squad_id)
    expires_at = now + LINK_LIFE
    links.add_staff_link(
        tx,
        token_hash=token_hash,
        role=Role.LEADER,
        programme_id=event.programme_id,
        event_id=event.id,
        squad_id=squad_id,
        role_ends_at=end_of(tx, event.programme_id, event.id, TO_THE_END, now),
        created_by=actor.account_id,
        now=now,
        expires_at=expires_at,
    )
    audit.record(tx, actor=actor, action="leader.invite", subject="squad", subject_id=squad_id, now=now)
    return Invitation(event=event, squad=squad, expires_at=expires_at)


def read_leader(tx: Transaction, *, actor: Actor, now: datetime, squad_id: int, grant_id: int) -> tuple[SquadPage, str]:
    """Return a squad and the name of one of its leaders."""
    squad, event = reach_squad(tx, actor, squad_id)
    page = page_of(tx, event, squad, now)
    for leader in page.leaders:
        if leader.grant_id == grant_id:
            return page, leader.name
    raise StaleError


def dismiss(tx: Transaction, *, actor: Actor, now: datetime, squad_id: int, grant_id: int) -> SquadPage:
    """Let somebody lead a squad no more."""
    squad, event = reach_squad(tx, actor, squad_id)
    theirs = {leader.grant_id for leader in squads.list_leaders(tx, event.id, now) if leader.squad_id == squad_id}
    if grant_id not in theirs or not accounts.revoke_grant(tx, grant_id, now):
        raise StaleError
    audit.record(tx, actor=actor, action="leader.dismiss", subject="squad", subject_id=squad_id, now=now)
    return page_of(tx, event, squad, now)


def list_own(tx: Transaction, *, actor: Actor, now: datetime) -> tuple[tuple[Squad, Event], ...]:
    """Return the squads somebody leads."""
    del now
    found = []
    for squad_id in actor.squad_ids:
        try:
            squad = squads.get(tx, squad_id)
        except NotAvailableError:
            continue
        found.append((squad, events.get(tx, squad.event_id)))
    return tuple(found)


def read_own(tx: Transaction, *, actor: Actor, now: datetime, squad_id: int) -> tuple[SquadPage, tuple[Letter, ...]]:
    """Return one's own squad (names, grades, schools) and what of its letters is not sent yet."""
    actor.must_lead(squad_id)
    squad = squads.get(tx, squad_id)
    return page_of(tx, events.get(tx, squad.event_id), squad, now), letters.list_unfinished(tx, squad_id)


def read_day(tx: Transaction, *, actor: Actor, now: datetime, squad_id: int, on: date | None) -> SquadDay:
    """Return one day of the timetable of one's own squad: today, or the next day with sessions, when none is named."""
    actor.must_lead(squad_id)
    squad = squads.get(tx, squad_id)
    event = events.get(tx, squad.event_id)
    days = events.list_session_days(tx, event.id, squad.stream_id, squad_id)
    today = event.today(now)
    chosen = on or next((day for day in days if day >= today), today)
    found = events.list_sessions(tx, event.id, squad.stream_id, chosen, squad_id)
    return SquadDay(event=event, squad=squad, days=days, on=chosen, sessions=found)


def take_calls(tx: Transaction, *, actor: Actor, now: datetime, squad_id: int) -> Calls:
    """Return the guardians of one's own squad with their phones; that somebody took them is recorded."""
    actor.must_lead(squad_id)
    squad = squads.get(tx, squad_id)
    audit.record(tx, actor=actor, action="squad.calls", subject="squad", subject_id=squad_id, now=now)
    return Calls(squad=squad, calls=squads.list_calls(tx, squad_id))
