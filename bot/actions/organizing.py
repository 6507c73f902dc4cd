"""What organizers see of many: their programmes, an event's desk, lists of registrations, calls to make.

Always true: nothing here changes anything; what somebody does not run is as if it were not there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError
from bot.domain.event import Event, Programme
from bot.domain.form import Form, Kind
from bot.domain.language import Localized
from bot.domain.registration import Registration, Status
from bot.domain.units import Units
from storage import consents, drafts, events, registrations
from storage.consents import CallRequest
from storage.database import Transaction
from storage.values import micros

PAGE: Final = 8
"""Registrations on one page of a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeDesk:
    """A programme's events, each with how many registrations wait for a decision."""

    programme: Programme
    events: tuple[tuple[Event, int], ...]
    can_invite: bool
    runs_more: bool
    """Whether the same person runs other programmes too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotaFill:
    """How full one quota is."""

    stream_id: int
    title: Localized
    taken: int
    capacity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDesk:
    """The counts of an event as of the reading."""

    event: Event
    counts: Mapping[tuple[int, Status], int]
    quotas: tuple[QuotaFill, ...]
    calls: int
    can_invite: bool
    is_alone: bool
    """Whether the programme has no other event."""
    runs_more: bool
    read_at: datetime

    def count(self, status: Status) -> int:
        """Return how many registrations of the event stand there."""
        return sum(number for (_, its_status), number in self.counts.items() if its_status is status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One registration in a list; grade and unit only where the form asks for them."""

    registration_id: int
    name: str
    grade: int | None
    unit: Localized | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """One page of an event's registrations in one status; pages count from 0."""

    event: Event
    status: Status
    page: int
    pages: int
    total: int
    rows: tuple[Listed, ...]
    confirmable: int
    read_at: int
    """Microseconds; what changed later was not on this page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallsPage:
    """The guardians of an event who wait for a call, longest first."""

    event: Event
    calls: tuple[CallRequest, ...]


def list_programmes(tx: Transaction, *, actor: Actor, now: datetime) -> tuple[Programme, ...]:
    """Return the programmes one runs."""
    del now
    if not actor.is_staff:
        raise NotAvailableError
    return tuple(programme for programme in events.list_programmes(tx) if actor.runs(programme.id))


def read_programme(tx: Transaction, *, actor: Actor, now: datetime, programme_id: int) -> ProgrammeDesk:
    """Return a programme's events."""
    del now
    actor.must_run(programme_id)
    found = tuple((event, _count(tx, event.id, Status.PENDING)) for event in events.list_events(tx, programme_id))
    return ProgrammeDesk(
        programme=events.get_programme(tx, programme_id),
        events=found,
        can_invite=actor.is_owner,
        runs_more=_runs_more(tx, actor),
    )


def read_desk(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> EventDesk:
    """Return the counts of an event."""
    event = _event(tx, actor, event_id)
    return EventDesk(
        event=event,
        counts=registrations.counts(tx, event_id),
        quotas=tuple(
            QuotaFill(
                stream_id=row["stream_id"],
                title=events.localized(row["title"]),
                taken=row["taken"],
                capacity=row["capacity"],
            )
            for row in registrations.list_quotas(tx, event_id)
        ),
        calls=consents.count_call_requests(tx, event_id),
        can_invite=actor.is_owner,
        is_alone=len(events.list_events(tx, event.programme_id)) == 1,
        runs_more=_runs_more(tx, actor),
        read_at=now,
    )


def read_list(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, status: Status, page: int) -> ListPage:
    """Return one page of an event's registrations in one status; a page that is gone is the last one."""
    event = _event(tx, actor, event_id)
    total = _count(tx, event_id, status)
    pages = max(1, -(-total // PAGE))
    shown = min(max(page, 0), pages - 1)
    units = events.get_units(tx, event.programme_id)
    found = registrations.list_page(tx, event_id, status, limit=PAGE, skipped=shown * PAGE)
    return ListPage(
        event=event,
        status=status,
        page=shown,
        pages=pages,
        total=total,
        rows=tuple(_listed(tx, registration, name, units) for registration, name in found),
        confirmable=registrations.count_confirmable(tx, event_id, until=now) if status is Status.PENDING else 0,
        read_at=micros(now),
    )


def read_calls(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> CallsPage:
    """Return the guardians of an event who wait for a call."""
    del now
    event = _event(tx, actor, event_id)
    return CallsPage(event=event, calls=consents.list_call_requests(tx, event_id))


def _event(tx: Transaction, actor: Actor, event_id: int) -> Event:
    event = events.get(tx, event_id)
    actor.must_run(event.programme_id)
    return event


def _runs_more(tx: Transaction, actor: Actor) -> bool:
    return sum(actor.runs(programme.id) for programme in events.list_programmes(tx)) > 1


def _count(tx: Transaction, event_id: int, status: Status) -> int:
    found = registrations.counts(tx, event_id)
    return sum(number for (_, its_status), number in found.items() if its_status is status)


def _listed(tx: Transaction, registration: Registration, name: str, units: Units) -> Listed:
    form = events.get_form(tx, registration.form_version_id)
    unit = units.with_id(registration.unit_id) if registration.unit_id else None
    return Listed(
        registration_id=registration.id,
        name=name,
        grade=_grade(tx, form, registration.draft_id),
        unit=units.path(unit.code)[0].title if unit else None,
    )


def _grade(tx: Transaction, form: Form, draft_id: int) -> int | None:
    for question in form.questions:
        if question.kind is Kind.GRADE and isinstance(grade := drafts.find_answer(tx, draft_id, question.code), int):
            return grade
    return None
