"""Incidents: written down, read, corrected by a new entry, and the chain looked through.

Always true: what is typed is shown before it is written down; what is written down is never changed; whoever writes
about a child leads its squad or runs the whole event.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.actions.chronicling import (
    PLACE,
    WRITING,
    Page,
    Reach,
    must_read,
    name_of,
    page_of,
    reach_child,
    reach_incident,
    reach_log,
)
from bot.domain.access import Actor, Scope
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.incident import AGES, LONGEST, Chain, Kind
from bot.domain.incident_errors import IncidentTextError
from bot.domain.squad import Squad
from storage import accounts, audit, incidents, registrations, squads
from storage.database import Transaction
from storage.incidents import Draft, Listed
from storage.squads import Member
from storage.values import instant, micros

SHOWN = 8
"""Entries on one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """One page of the log as somebody sees it, without any words."""

    reach: Reach
    shown: tuple[Listed, ...]
    page: int
    has_older: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Whom:
    """Whom somebody may write about: squads to choose from, or the children of one (0: of none)."""

    event: Event
    squads: tuple[Squad, ...]
    squad_id: int | None
    children: tuple[Member, ...]
    without: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is being written: about whom, of what kind, when; `words` are what was typed, None before."""

    event: Event
    registration_id: int | None
    name: str | None
    kind: Kind
    happened_at: datetime
    corrects: int | None
    words: str | None


def read_log(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, page: int) -> Log:
    """Return one page of the log, the newest first: all of it, or what a leader wrote."""
    del now
    reach = reach_log(tx, actor, event_id)
    author_id = 0 if reach.is_whole else actor.account_id
    found = incidents.list_of(tx, event_id, author_id=author_id, most=SHOWN + 1, skipped=SHOWN * max(0, page))
    return Log(reach=reach, shown=found[:SHOWN], page=max(0, page), has_older=len(found) > SHOWN)


def read_whom(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, squad_id: int | None) -> Whom:
    """Return the squads whose children one may write about, or the children of one of them (0: of none)."""
    del now
    reach = reach_log(tx, actor, event_id)
    theirs = [one for one in squads.list_of_event(tx, event_id) if reach.is_whole or one.id in reach.squad_ids]
    chosen = theirs[0].id if squad_id is None and len(theirs) == 1 and not reach.is_whole else squad_id
    waiting = squads.list_waiting(tx, Scope(event_id=event_id, unit_ids=None)) if reach.is_whole else ()
    if chosen is not None and chosen != 0 and chosen not in {one.id for one in theirs}:
        raise NotAvailableError
    children = () if chosen is None else squads.list_roll(tx, chosen) if chosen else waiting
    return Whom(event=reach.event, squads=tuple(theirs), squad_id=chosen, children=children, without=len(waiting))


def read_about(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int, registration_id: int
) -> tuple[Event, str | None]:
    """Return the name of whom one is about to write about; registration 0 is a place or a thing."""
    del now
    reach = reach_log(tx, actor, event_id)
    if registration_id:
        reach_child(tx, reach, registration_id)
    return reach.event, name_of(tx, registration_id or None)


def begin(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int, registration_id: int, kind: Kind, minutes: int
) -> Asked:
    """Let it be typed what happened so many minutes ago; registration 0 is a place or a thing."""
    reach = reach_log(tx, actor, event_id)
    if minutes not in AGES:
        raise StaleError
    if registration_id:
        reach_child(tx, reach, registration_id)
    args = {"event": event_id, "registration": registration_id, "kind": kind.value, "corrects": 0}
    return _ask(tx, actor, {**args, "at": micros(now - timedelta(minutes=minutes))})


def correct(tx: Transaction, *, actor: Actor, now: datetime, incident_id: int) -> Asked:
    """Let a correction of an entry be typed."""
    del now
    incident, _ = must_read(tx, actor, incident_id)
    args = {"event": incident.event_id, "registration": incident.registration_id or 0, "kind": incident.kind.value}
    return _ask(tx, actor, {**args, "corrects": incident.id, "at": micros(incident.happened_at)})


def read_asked(tx: Transaction, *, actor: Actor, now: datetime) -> Asked:
    """Return what somebody is writing."""
    del now
    return _asked(tx, actor)


def write(tx: Transaction, *, actor: Actor, now: datetime, text: str) -> Asked:
    """Take what was typed; it is shown before it is written down."""
    del now
    asked, words = _asked(tx, actor), text.strip()
    if not 0 < len(words) <= LONGEST:
        raise IncidentTextError
    reach = reach_log(tx, actor, asked.event.id)
    participant_id = _participant_of(tx, reach, asked)
    draft = Draft(
        key_id=0,
        event_id=asked.event.id,
        registration_id=asked.registration_id,
        kind=asked.kind,
        happened_at=asked.happened_at,
        corrects=asked.corrects,
        sealed="",
    )
    incidents.save_draft(tx, actor.account_id, participant_id, draft, words)
    return _asked(tx, actor)


def save(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Page:
    """Write it down, for good; the trail keeps its number and its hash."""
    draft = incidents.find_draft(tx, actor.account_id)
    if draft is None or draft.event_id != event_id:
        raise StaleError
    reach = reach_log(tx, actor, event_id)
    _participant_of(tx, reach, _asked_of(tx, reach.event, draft))
    incident = incidents.add(tx, actor.account_id, draft, now)
    about = {"number": incident.number, "hash": incident.hash, "incident": incident.id}
    audit.record(tx, actor=actor, action="incident.write", subject="event", subject_id=event_id, now=now, **about)
    accounts.set_place(tx, actor.account_id, PLACE, {"event": event_id})
    return page_of(tx, actor, incident, reach, now)


def drop(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> int:
    """Throw away what is not written down yet; return the event."""
    del now
    reach_log(tx, actor, event_id)
    incidents.drop_draft(tx, actor.account_id)
    accounts.set_place(tx, actor.account_id, PLACE, {"event": event_id})
    return event_id


def read(tx: Transaction, *, actor: Actor, now: datetime, incident_id: int) -> Page:
    """Return an entry; a reading about health is recorded."""
    incident, reach = reach_incident(tx, actor, incident_id)
    return page_of(tx, actor, incident, reach, now)


def check(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> tuple[Event, Chain]:
    """Look through the log of an event, for who runs it whole."""
    reach = reach_log(tx, actor, event_id)
    if not reach.is_whole:
        raise NotAvailableError
    chain = incidents.check(tx, event_id)
    broken_at = chain.broken_at or 0
    audit.record(
        tx, actor=actor, action="incident.check", subject="event", subject_id=event_id, now=now, broken_at=broken_at
    )
    return reach.event, chain


def _ask(tx: Transaction, actor: Actor, args: dict[str, int | str]) -> Asked:
    incidents.drop_draft(tx, actor.account_id)
    accounts.set_place(tx, actor.account_id, WRITING, args)
    event = reach_log(tx, actor, int(args["event"])).event
    return _asked_by(tx, event, args)


def _asked(tx: Transaction, actor: Actor) -> Asked:
    if actor.place != WRITING:
        raise StaleError
    args = actor.place_args
    event = reach_log(tx, actor, args["event"]).event
    draft = incidents.find_draft(tx, actor.account_id)
    return _asked_by(tx, event, args) if draft is None else _asked_of(tx, event, draft)


def _asked_by(tx: Transaction, event: Event, args: Mapping[str, Any]) -> Asked:
    registration_id = args["registration"] or None
    return Asked(
        event=event,
        registration_id=registration_id,
        name=name_of(tx, registration_id),
        kind=Kind(args["kind"]),
        happened_at=instant(args["at"]),
        corrects=args["corrects"] or None,
        words=None,
    )


def _asked_of(tx: Transaction, event: Event, draft: Draft) -> Asked:
    return Asked(
        event=event,
        registration_id=draft.registration_id,
        name=name_of(tx, draft.registration_id),
        kind=draft.kind,
        happened_at=draft.happened_at,
        corrects=draft.corrects,
        words=incidents.read_words(tx, draft.key_id, draft.sealed),
    )


def _participant_of(tx: Transaction, reach: Reach, asked: Asked) -> int | None:
    """Return whom an entry is about, checked again; a correction may follow whoever has left since."""
    if asked.registration_id is None:
        return None
    if asked.corrects is not None:
        return registrations.get(tx, asked.registration_id).participant_id
    return reach_child(tx, reach, asked.registration_id)
