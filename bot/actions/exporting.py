"""The registrations of an event as a table to take along.

Always true: only organizers of the programme get it, and every table is recorded with how many rows it has before
anybody receives it; answers about identity and health are never in it, whoever asks, nor does it tell whether there are
any. The name and the date of birth stand in it once, as the organizers see them everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from bot.actions.drafting import context_of
from bot.actions.reaching import reach_event
from bot.domain import draft as moves
from bot.domain.access import Actor, Right
from bot.domain.care import hidden_codes
from bot.domain.event import Event
from bot.domain.form import Context, Form, Json, Sensitivity
from bot.domain.registration import Registration
from storage import audit, events, exports
from storage.database import Transaction
from storage.exports import Entry

ASKED_ABOVE: Final = 100
"""Rows above which a table is asked for twice."""
PART: Final = 500
"""Registrations that are read at once, so that nobody else waits long."""
NOT_EXPORTED: Final = frozenset({Sensitivity.IDENTITY, Sensitivity.HEALTH})


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A table somebody asks for."""

    event: Event
    rows: int

    @property
    def is_large(self) -> bool:
        """Tell whether it takes a second press."""
        return self.rows > ASKED_ABOVE


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One registration; its answers are those of the questions that were asked and may be shown."""

    registration: Registration
    full_name: str
    born_on: date | None
    phone: str | None
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


def read_request(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Request:
    """Return how large a table of an event would be."""
    del now
    event, scope = reach_event(tx, actor, event_id, Right.DECIDE)
    return Request(event=event, rows=exports.count(tx, scope))


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


def record(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, rows: int, kind: str) -> None:
    """Record that somebody takes a table of so many rows along."""
    reach_event(tx, actor, event_id, Right.DECIDE)
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


def _line(entry: Entry, forms: Mapping[int, Form], hidden: Mapping[int, frozenset[str]]) -> Line:
    version = entry.registration.form_version_id
    answers = moves.kept_answers(forms[version], entry.answers)
    shown = {code: value for code, value in answers.items() if code not in hidden[version]}
    return Line(
        registration=entry.registration,
        full_name=entry.full_name,
        born_on=entry.born_on,
        phone=entry.phone,
        answers=shown,
    )
