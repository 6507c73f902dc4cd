"""Steps that actions about incidents share: who may write and read of them.

Always true: the log of an event is reached by those who run the whole event, and by leaders of its squads as far as
they wrote it; the words about health are read by medics and by whoever wrote them, and each reading is recorded.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.domain.access import Actor, Right
from bot.domain.errors import NotAvailableError
from bot.domain.event import Event
from bot.domain.incident import TOLD, Incident, Kind, Telling
from storage import accounts, audit, events, incidents, medics, participants, registrations, scopes, squads
from storage.database import Transaction

PLACE: Final = "incidents"
"""The place of whoever looks at the log."""
WRITING: Final = "incident-writing"
"""The place of whoever types what happened."""
TELLING: Final = "incident-telling"
"""The place of whoever types what guardians are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far somebody reaches the log of an event."""

    event: Event
    is_whole: bool
    """Runs the whole event; a leader sees only what they wrote."""
    is_medic: bool
    squad_ids: tuple[int, ...]
    """The squads of this event that they lead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An entry as somebody reads it; `words` is None when they are hidden from them or can be opened no more."""

    incident: Incident
    event: Event
    name: str | None
    author: str
    words: str | None
    is_hidden: bool
    corrects: int | None
    corrected_by: int | None
    may_correct: bool
    may_tell: bool
    telling: Telling | None
    leader_squad: int | None


def reach_log(tx: Transaction, actor: Actor, event_id: int) -> Reach:
    """Return how far somebody reaches the log of an event; NotAvailableError when not at all."""
    event = events.get(tx, event_id)
    led = {one.id for one in squads.list_of_event(tx, event_id)} & set(actor.squad_ids)
    is_whole = (
        actor.may(Right.DECIDE, event.programme_id, event_id)
        and scopes.of_event(tx, actor, event, Right.DECIDE).is_whole
    )
    if not is_whole and not led:
        raise NotAvailableError
    is_medic = is_whole and medics.is_medic(tx, actor.account_id, event.programme_id)
    return Reach(event=event, is_whole=is_whole, is_medic=is_medic, squad_ids=tuple(sorted(led)))


def reach_child(tx: Transaction, reach: Reach, registration_id: int) -> int:
    """Return the participant of somebody who takes part and whom one may write about."""
    registration = registrations.get(tx, registration_id)
    if registration.event_id != reach.event.id or not registration.takes_part:
        raise NotAvailableError
    if not reach.is_whole and squads.id_of(tx, registration_id) not in reach.squad_ids:
        raise NotAvailableError
    return registration.participant_id


def reach_incident(tx: Transaction, actor: Actor, incident_id: int) -> tuple[Incident, Reach]:
    """Return an entry to those who run the whole event, and to whoever wrote it."""
    incident = incidents.get(tx, incident_id)
    reach = reach_log(tx, actor, incident.event_id)
    if not reach.is_whole and incident.author_id != actor.account_id:
        raise NotAvailableError
    return incident, reach


def may_read(actor: Actor, incident: Incident, reach: Reach) -> bool:
    """Tell whether somebody who reaches an entry reads its words, too."""
    return incident.kind is not Kind.HEALTH or reach.is_medic or incident.author_id == actor.account_id


def must_read(tx: Transaction, actor: Actor, incident_id: int) -> tuple[Incident, Reach]:
    """Return an entry to whoever reads its words."""
    incident, reach = reach_incident(tx, actor, incident_id)
    if not may_read(actor, incident, reach):
        raise NotAvailableError
    return incident, reach


def page_of(tx: Transaction, actor: Actor, incident: Incident, reach: Reach, now: datetime) -> Page:
    """Return an entry as somebody reads it, and record that they read about health; the caller has checked who asks."""
    is_read = may_read(actor, incident, reach)
    if is_read and incident.kind is Kind.HEALTH:
        _record(tx, actor, incident, now)
    telling = incidents.find_telling(tx, incident) if is_read else None
    corrects = None if incident.corrects is None else incidents.get(tx, incident.corrects).number
    is_about_child = incident.registration_id is not None
    return Page(
        incident=incident,
        event=reach.event,
        name=name_of(tx, incident.registration_id),
        author=accounts.get_row(tx, incident.author_id)["display_name"],
        words=incidents.read_words(tx, incident.key_id, incident.sealed) if is_read else None,
        is_hidden=not is_read,
        corrects=corrects,
        corrected_by=incidents.find_correction(tx, incident.id),
        may_correct=is_read,
        may_tell=is_read and is_about_child and incident.kind in TOLD and (telling is None or telling.told_at is None),
        telling=telling,
        leader_squad=None if reach.is_whole else reach.squad_ids[0],
    )


def name_of(tx: Transaction, registration_id: int | None) -> str | None:
    """Return the name of the child an entry is about."""
    if registration_id is None:
        return None
    return participants.get(tx, registrations.get(tx, registration_id).participant_id).full_name


def _record(tx: Transaction, actor: Actor, incident: Incident, now: datetime) -> None:
    """Record that somebody read about health, in the history of the child where there is one."""
    subject, subject_id = ("registration", incident.registration_id) if incident.registration_id else ("event", None)
    audit.record(
        tx,
        actor=actor,
        action="incident.read",
        subject=subject,
        subject_id=subject_id or incident.event_id,
        now=now,
        incident=incident.id,
    )
