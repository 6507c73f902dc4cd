"""The registrations of an event as a table to take along.

Always true: only organizers of the programme get it, a large one only after a second person agreed, and every table is
recorded with how many rows it has before anybody receives it; answers about identity and health are never in it,
whoever asks, nor does it tell whether there are any. The name and the date of birth stand in it once, as the organizers
see them everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from bot.actions.drafting import context_of
from bot.actions.reaching import reach_event
from bot.actions.vouching import find_confirmed, must_be_vouched
from bot.domain import draft as moves
from bot.domain.access import Actor, Right
from bot.domain.care import hidden_codes
from bot.domain.event import Event
from bot.domain.form import Context, Form, Json, Sensitivity
from bot.domain.registration import Registration
from bot.domain.vouch import Deed, Matter, Rules
from storage import audit, events, exports
from storage.database import Transaction
from storage.exports import Entry

PART: Final = 500
"""Registrations that are read at once, so that nobody else waits long."""
NOT_EXPORTED: Final = frozenset({Sensitivity.IDENTITY, Sensitivity.HEALTH})


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A table somebody asks for."""

    event: Event
    rows: int
    matter: Matter | None
    """What a second person has to agree to, if it is that many."""
    is_agreed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One registration; its answers are those of the questions that were asked and may be shown."""

    registration: Registration
    full_name: str
    born_on: date | None
    phone: str | None
    squad: tuple[str, int] | None
    """The name and the number of the squad it is in."""
    answers: Mapping[str, Json]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some lines of a table, and what they are to be read with; forms by the id of their version."""

    event: Event
    lines: tuple[Line, ...]
    forms: Mapping[int, Form]
    hidden: Mapping[int, frozenset[str]]
    context: Context
    is_last: bool


def read_request(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, rules: Rules) -> Request:
    """Return how large a table of an event would be, and whether it may be taken."""
    event, scope = reach_event(tx, actor, event_id, Right.DECIDE)
    rows = exports.count(tx, scope)
    matter = _matter(event, rows, rules)
    is_agreed = matter is None or find_confirmed(tx, actor=actor, now=now, matter=matter) is not None
    return Request(event=event, rows=rows, matter=matter, is_agreed=is_agreed)


def read_part(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, after: int) -> Part:
    """Return the lines that follow a registration's number (0: from the beginning)."""
    event, scope = reach_event(tx, actor, event_id, Right.DECIDE)
    entries = exports.list_page(tx, scope, after=after, limit=PART)
    versions = {entry.registration.form_version_id for entry in entries}
    forms = {version: events.get_form(tx, version) for version in sorted(versions)}
    hidden = {version: hidden_codes(form, NOT_EXPORTED) for version, form in forms.items()}
    return Part(
        event=event,
        lines=tuple(_line(entry, forms, hidden) for entry in entries),
        forms=forms,
        hidden=hidden,
        context=context_of(tx, event, now),
        is_last=len(entries) < PART,
    )


def record(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, rows: int, kind: str, rules: Rules) -> None:
    """Record that somebody takes a table of so many rows along; SecondNeededError when nobody agreed to that many."""
    event, scope = reach_event(tx, actor, event_id, Right.DECIDE)
    matter = _matter(event, max(rows, exports.count(tx, scope)), rules)
    if matter is not None:
        must_be_vouched(tx, actor=actor, now=now, matter=matter)
    audit.record(
        tx,
        actor=actor,
        action="registrations.export",
        subject="event",
        subject_id=event_id,
        now=now,
        count=rows,
        kind=kind,
    )


def _matter(event: Event, rows: int, rules: Rules) -> Matter | None:
    """Return what takes two when it is more than a few."""
    if rows <= rules.above:
        return None
    place = {"programme_id": event.programme_id, "event_id": event.id}
    return Matter(deed=Deed.EXPORT, what={"event_id": event.id}, amount=rows, **place)


def _line(entry: Entry, forms: Mapping[int, Form], hidden: Mapping[int, frozenset[str]]) -> Line:
    version = entry.registration.form_version_id
    answers = moves.kept_answers(forms[version], entry.answers)
    shown = {code: value for code, value in answers.items() if code not in hidden[version]}
    return Line(
        registration=entry.registration,
        full_name=entry.full_name,
        born_on=entry.born_on,
        phone=entry.phone,
        squad=entry.squad,
        answers=shown,
    )
