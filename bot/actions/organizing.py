"""What organizers see of many: their programmes, an event's desk, lists of registrations, calls to make.

Always true: nothing here changes anything; what somebody does not run is as if it were not there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.actions.checking import open_doubts
from bot.actions.reaching import reach_event
from bot.domain.access import Actor, Right, Scope
from bot.domain.errors import NotAvailableError
from bot.domain.event import Event, Programme
from bot.domain.form import Form, Kind
from bot.domain.language import Localized
from bot.domain.registration import Registration, Status
from bot.domain.units import Units
from storage import consents, drafts, events, registrations, scopes
from storage.consents import CallRequest, ToCall
from storage.database import Transaction
from storage.values import micros

PAGE: Final = 8
"""Registrations on one page of a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeDesk:
    """A programme's events, each with how many registrations wait for a decision."""

    programme: Programme
    events: tuple[tuple[Event, int], ...]
    can_announce: bool
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
    branches: tuple[Localized, ...]
    """The only branches one reaches; none are named when it is the whole event."""
    can_decide: bool
    runs_programme: bool
    runs_all: bool
    """Whether one organizes the whole programme, and so may use its rarer rooms."""
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
    is_odd: bool = False
    """Whether something looks wrong about it and nobody found it to be fine."""


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
    """The guardians of an event who wait for a call, and families to be called about a consent, longest first."""

    event: Event
    calls: tuple[CallRequest, ...]
    to_call: tuple[ToCall, ...] = ()


def list_programmes(tx: Transaction, *, actor: Actor, now: datetime) -> tuple[Programme, ...]:
    """Return the programmes one runs."""
    del now
    if not actor.is_staff:
        raise NotAvailableError
    return _programmes(tx, actor)


def read_programme(tx: Transaction, *, actor: Actor, now: datetime, programme_id: int) -> ProgrammeDesk:
    """Return those of a programme's events that one reaches."""
    del now
    actor.must_reach(Right.SEE, programme_id)
    reached = [scopes.of_event(tx, actor, event, Right.SEE) for event in _events(tx, actor, programme_id)]
    found = zip(_events(tx, actor, programme_id), reached, strict=True)
    return ProgrammeDesk(
        programme=events.get_programme(tx, programme_id),
        events=tuple((event, _count(tx, scope, Status.PENDING)) for event, scope in found),
        can_announce=actor.may(Right.DECIDE, programme_id),
        can_invite=actor.is_owner,
        runs_more=_runs_more(tx, actor),
    )


def read_desk(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> EventDesk:
    """Return the counts of an event."""
    event, scope = reach_event(tx, actor, event_id, Right.SEE)
    return EventDesk(
        event=event,
        counts=registrations.counts(tx, scope),
        quotas=tuple(
            QuotaFill(
                stream_id=row["stream_id"],
                title=events.localized(row["title"]),
                taken=row["taken"],
                capacity=row["capacity"],
            )
            for row in registrations.list_quotas(tx, scope)
        ),
        calls=_count_calls(tx, event, scope, now),
        branches=_branches(tx, actor, event),
        can_decide=actor.may(Right.DECIDE, event.programme_id, event_id),
        runs_programme=actor.runs(event.programme_id),
        runs_all=actor.runs(event.programme_id),
        can_invite=actor.is_owner,
        is_alone=len(_events(tx, actor, event.programme_id)) == 1,
        runs_more=_runs_more(tx, actor),
        read_at=now,
    )


def read_list(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, status: Status, page: int) -> ListPage:
    """Return one page of an event's registrations in one status; a page that is gone is the last one."""
    event, scope = reach_event(tx, actor, event_id, Right.SEE)
    total = _count(tx, scope, status)
    pages = max(1, -(-total // PAGE))
    shown = min(max(page, 0), pages - 1)
    units = events.get_units(tx, event.programme_id)
    found = registrations.list_page(tx, scope, status, limit=PAGE, skipped=shown * PAGE)
    odd = open_doubts(tx, event, scope, now, [registration.id for registration, _ in found])
    return ListPage(
        event=event,
        status=status,
        page=shown,
        pages=pages,
        total=total,
        rows=tuple(_listed(tx, one, name, units, is_odd=one.id in odd) for one, name in found),
        confirmable=_confirmable(tx, actor, event, now) if status is Status.PENDING else 0,
        read_at=micros(now),
    )


def read_to_confirm(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> ListPage:
    """Return the first page of those who wait for a decision to who may decide about them all."""
    reach_event(tx, actor, event_id, Right.DECIDE)
    return read_list(tx, actor=actor, now=now, event_id=event_id, status=Status.PENDING, page=0)


def read_calls(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> CallsPage:
    """Return the guardians of an event who wait for a call, and the families that must be called about a consent."""
    event, scope = reach_event(tx, actor, event_id, Right.DECIDE)
    return CallsPage(
        event=event,
        calls=consents.list_call_requests(tx, scope),
        to_call=consents.list_to_call(tx, scope, silent_since=now - event.consent_rules.silence),
    )


def _count_calls(tx: Transaction, event: Event, scope: Scope, now: datetime) -> int:
    found = consents.list_to_call(tx, scope, silent_since=now - event.consent_rules.silence)
    return consents.count_call_requests(tx, scope) + len(found)


def _programmes(tx: Transaction, actor: Actor) -> tuple[Programme, ...]:
    return tuple(programme for programme in events.list_programmes(tx) if actor.may(Right.SEE, programme.id))


def _events(tx: Transaction, actor: Actor, programme_id: int) -> tuple[Event, ...]:
    found = events.list_events(tx, programme_id)
    return tuple(event for event in found if actor.may(Right.SEE, programme_id, event.id))


def _branches(tx: Transaction, actor: Actor, event: Event) -> tuple[Localized, ...]:
    units = events.get_units(tx, event.programme_id)
    roots = actor.must_reach(Right.SEE, event.programme_id, event.id) or frozenset()
    return tuple(unit.title for unit in map(units.with_id, sorted(roots)) if unit is not None)


def _confirmable(tx: Transaction, actor: Actor, event: Event, now: datetime) -> int:
    """Return how many somebody could confirm at once; nobody sees that who may not."""
    if not actor.may(Right.DECIDE, event.programme_id, event.id):
        return 0
    return registrations.count_confirmable(tx, scopes.of_event(tx, actor, event, Right.DECIDE), until=now)


def _runs_more(tx: Transaction, actor: Actor) -> bool:
    return len(_programmes(tx, actor)) > 1


def _count(tx: Transaction, scope: Scope, status: Status) -> int:
    found = registrations.counts(tx, scope)
    return sum(number for (_, its_status), number in found.items() if its_status is status)


def _listed(tx: Transaction, registration: Registration, name: str, units: Units, *, is_odd: bool) -> Listed:
    form = events.get_form(tx, registration.form_version_id)
    unit = units.with_id(registration.unit_id) if registration.unit_id else None
    return Listed(
        registration_id=registration.id,
        name=name,
        grade=_grade(tx, form, registration.draft_id),
        unit=units.path(unit.code)[0].title if unit else None,
        is_odd=is_odd,
    )


def _grade(tx: Transaction, form: Form, draft_id: int) -> int | None:
    for question in form.questions:
        if question.kind is Kind.GRADE and isinstance(grade := drafts.find_answer(tx, draft_id, question.code), int):
            return grade
    return None
