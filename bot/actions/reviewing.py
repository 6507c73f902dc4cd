"""What an organizer sees of one registration before deciding: answers, family, consents, history, neighbours.

Always true: nothing here changes anything but the trail, which says who looked; what somebody does not run is as if it
were not there; health answers are never on this page, nor does it tell whether there are any; who only sees lists
and figures gets the name, the grade, the school and the stage of a registration, and nothing else of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.actions.checking import open_doubts
from bot.actions.deciding import UNDO_LIFE, find_decision
from bot.actions.drafting import context_of
from bot.actions.organizing import PAGE
from bot.actions.reaching import reach_registration, reads_whole
from bot.actions.rereading import changes_since
from bot.actions.settling import standings
from bot.domain import draft as moves
from bot.domain.access import Actor, Right, Scope
from bot.domain.amendment import Change
from bot.domain.care import hidden_codes
from bot.domain.consent import Standing
from bot.domain.doubts import Doubt
from bot.domain.errors import NotAvailableError
from bot.domain.event import Event, Stream
from bot.domain.form import Context, Json, Kind, Question
from bot.domain.guardian import Guardian
from bot.domain.registration import Registration, Status
from storage import accounts, amendments, audit, drafts, events, holds, medics, participants, registrations
from storage.amendments import Reply
from storage.database import Transaction
from storage.holds import Hold
from storage.participants import Participant
from storage.values import instant

VIEW: Final = "registration.view"
LISTED: Final = frozenset({Kind.GRADE, Kind.UNIT, Kind.STREAM})
"""Kinds of questions whose answers stand in lists."""
SHORT_HISTORY: Final = 6
"""Newest entries of a registration's history that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An account as organizers may see it."""

    account_id: int
    name: str
    phone: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """One thing that happened to a registration; nobody's name when the program did it."""

    action: str
    at: datetime
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """Another registration to go on with."""

    registration_id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPage:
    """All that an organizer sees of one registration; `place` counts from 1 among those in the same status."""

    registration: Registration
    event: Event
    stream: Stream
    participant: Participant
    questions: tuple[Question, ...]
    """Those that were asked, and all that are hidden."""
    answers: Mapping[str, Json]
    """Without those that are hidden."""
    hidden: frozenset[str]
    reads_health: bool
    context: Context
    registered_by: Person
    guardians: tuple[Guardian, ...]
    standings: tuple[Standing, ...]
    holds: tuple[Hold, ...]
    history: tuple[HistoryEntry, ...]
    place: int
    total: int
    following: Neighbour | None
    next_waiting: Neighbour | None
    can_decide: bool
    can_undo: bool
    changed: tuple[Change, ...] = ()
    """What the family changed and nobody has decided about; without what is hidden."""
    has_hidden_changes: bool = False
    objecting: tuple[Person, ...] = ()
    """Guardians who object to the changes."""
    reads_trail: bool
    doubts: tuple[Doubt, ...] = ()
    """What looks wrong and nobody found to be fine."""
    is_whole: bool = True
    """Whether more is shown than what stands in lists."""

    @property
    def list_page(self) -> int:
        """Return on which page of its list the registration stands, from 0."""
        return (self.place - 1) // PAGE


def read_page(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> DecisionPage:
    """Return everything about one registration."""
    registration, event, scope = reach_registration(tx, actor, registration_id, Right.SEE)
    form = events.get_form(tx, registration.form_version_id)
    answers = moves.kept_answers(form, drafts.get(tx, registration.draft_id).answers)
    hidden, asked = hidden_codes(form), moves.asked(form, answers)
    changed = changes_since(form, answers, amendments.list_waiting(tx, registration.id))
    decision = find_decision(tx, registration)
    guardians = participants.list_guardians(tx, registration.participant_id)
    page = DecisionPage(
        registration=registration,
        event=event,
        stream=next(stream for stream in event.streams if stream.id == registration.stream_id),
        participant=participants.get(tx, registration.participant_id),
        questions=tuple(one for one in form.questions if one in asked or one.code in hidden),
        answers={code: value for code, value in answers.items() if code not in hidden},
        hidden=hidden,
        reads_health=bool(hidden) and medics.is_medic(tx, actor.account_id, event.programme_id),
        context=context_of(tx, event, now),
        registered_by=_person(tx, registration.acted_by or registration.account_id),
        guardians=guardians,
        standings=standings(tx, registration.participant_id, event.id),
        holds=holds.list_of(tx, registration.id),
        history=_history(tx, registration),
        place=registrations.count_before(tx, scope, registration) + 1,
        total=_total(tx, scope, registration.status),
        following=_neighbour(tx, scope, registration, registration.status),
        next_waiting=_neighbour(tx, scope, registration, Status.PENDING),
        reads_trail=actor.is_owner,
        can_decide=actor.may(Right.DECIDE, event.programme_id, event.id),
        can_undo=decision is not None and now <= decision.decided_at + UNDO_LIFE,
        changed=tuple(one for one in changed if one.question.code not in hidden),
        has_hidden_changes=any(one.question.code in hidden for one in changed),
        objecting=tuple(_person(tx, account_id) for account_id in _objecting(tx, registration)),
        doubts=open_doubts(tx, event, scope, now, (registration.id,)).get(registration.id, ()),
    )
    return page if reads_whole(tx, actor, event, registration.unit_id) else _narrow(page)


def _narrow(page: DecisionPage) -> DecisionPage:
    """Return of a page what stands in lists too."""
    questions = tuple(one for one in page.questions if one.kind in LISTED and one.code not in page.hidden)
    participant = page.participant
    return replace(
        page,
        registration=replace(page.registration, reason=None),
        participant=Participant(
            id=participant.id, account_id=None, full_name=participant.full_name, born_on=None, phone=None
        ),
        questions=questions,
        answers={one.code: page.answers[one.code] for one in questions if one.code in page.answers},
        hidden=frozenset(),
        reads_health=False,
        registered_by=replace(page.registered_by, name="", phone=None),
        guardians=(),
        standings=(),
        holds=(),
        history=(),
        changed=(),
        has_hidden_changes=False,
        objecting=(),
        doubts=(),
        is_whole=False,
    )


def read_to_decide(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> DecisionPage:
    """Return everything about one registration to who may decide about it, and not only look."""
    reach_registration(tx, actor, registration_id, Right.DECIDE)
    return read_page(tx, actor=actor, now=now, registration_id=registration_id)


def read_whole(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> DecisionPage:
    """Return everything about one registration to who may read more of it than stands in lists."""
    page = read_page(tx, actor=actor, now=now, registration_id=registration_id)
    if not page.is_whole:
        raise NotAvailableError
    return page


def open_page(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> DecisionPage:
    """Come to a registration: return everything about it, and record that it was looked at and by which role."""
    page = read_page(tx, actor=actor, now=now, registration_id=registration_id)
    role = actor.role_in(Right.SEE, page.event.programme_id, page.event.id)
    audit.record(
        tx,
        actor=actor,
        action=VIEW,
        subject="registration",
        subject_id=registration_id,
        now=now,
        role=role.value,
    )
    accounts.set_place(tx, actor.account_id, "desk", {"registration": registration_id})
    return page


def _person(tx: Transaction, account_id: int) -> Person:
    row = accounts.get_row(tx, account_id)
    return Person(account_id=account_id, name=row["display_name"], phone=row["phone"])


def _objecting(tx: Transaction, registration: Registration) -> tuple[int, ...]:
    found = amendments.replies(tx, registration.id)
    return tuple(account_id for account_id, reply in found.items() if reply is Reply.OBJECTS)


def _history(tx: Transaction, registration: Registration) -> tuple[HistoryEntry, ...]:
    rows = [row for row in audit.list_(tx, "registration", registration.id) if row["action"] != VIEW][-SHORT_HISTORY:]
    return tuple(
        HistoryEntry(
            action=row["action"],
            at=instant(row["at"]),
            name=_person(tx, row["account_id"]).name if row["account_id"] else None,
        )
        for row in rows
    )


def _neighbour(tx: Transaction, scope: Scope, registration: Registration, status: Status) -> Neighbour | None:
    found = registrations.find_following(tx, scope, registration, status)
    return None if found is None else Neighbour(registration_id=found[0].id, name=found[1])


def _total(tx: Transaction, scope: Scope, status: Status) -> int:
    found = registrations.counts(tx, scope)
    return sum(number for (_, its_status), number in found.items() if its_status is status)
