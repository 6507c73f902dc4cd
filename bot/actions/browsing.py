"""Looking around: the start, programmes, events, one's own registrations, timetables. Nothing here changes anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.actions.belonging import is_acting, must_belong
from bot.actions.registering import RegistrationCard, card_of
from bot.domain.access import Actor
from bot.domain.behalf import Behalf
from bot.domain.errors import NotAvailableError
from bot.domain.event import Event, Programme
from bot.domain.feedback import is_open
from bot.domain.registration import Registration
from bot.domain.session_question import can_ask
from bot.domain.timetable import Session
from storage import drafts, events, participants, queues, registrations, sessions, speakers, squads
from storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What the start screen depends on."""

    has_registrations: bool
    has_children: bool
    speaks: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """An event and where this person stands with it: new, draft or registered."""

    event: Event
    standing: str
    registration_id: int | None
    is_open: bool
    picture: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """One local day of a timetable; `days` are all days it has."""

    event: Event
    stream_id: int | None
    days: tuple[date, ...]
    on: date
    sessions: tuple[Session, ...]
    chosen: frozenset[int] = frozenset()
    """Sessions the registration has a place in."""
    changeable: frozenset[int] = frozenset()
    """Sessions whose places this person may take or give back now."""
    waiting: Mapping[int, int] = field(default_factory=dict)
    """Sessions the registration waits for -> how many stand in the queue up to it."""
    can_ask: bool = False
    """Whether there is something to ask about."""
    can_rate: bool = False
    """Whether something this person was in is over and waits for what they think of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine:
    """What a person has begun and sent."""

    drafts: tuple[tuple[int, Event, Behalf], ...]
    registrations: tuple[RegistrationCard, ...]
    """One's own and those of pupils; children have a view of their own."""


def read_start(tx: Transaction, *, actor: Actor, now: datetime) -> Start:
    """Return what the start screen depends on."""
    return Start(
        has_registrations=bool(
            registrations.list_by_account(tx, actor.account_id) or drafts.list_open(tx, actor.account_id)
        ),
        has_children=bool(registrations.list_by_guardian(tx, actor.account_id)),
        speaks=speakers.speaks(tx, actor.account_id, now),
    )


def list_programmes(tx: Transaction, *, actor: Actor, now: datetime) -> tuple[Programme, ...]:
    """Return every programme."""
    del actor, now
    return events.list_programmes(tx)


def read_programme(
    tx: Transaction, *, actor: Actor, now: datetime, programme_id: int
) -> tuple[Programme, tuple[Event, ...]]:
    """Return a programme with its events."""
    del now
    found = events.list_events(tx, programme_id)
    return events.get_programme(tx, programme_id), tuple(one for one in found if _is_seen(actor, one))


def read_event(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int | None = None, code: str | None = None
) -> EventView:
    """Return an event, by its id or by the code of a deep link, and where this person stands with it."""
    event = events.get_by_code(tx, code) if event_id is None and code is not None else events.get(tx, event_id or 0)
    if not _is_seen(actor, event):
        raise NotAvailableError
    event = events.count_places(tx, event)
    participant = participants.find_by_account(tx, actor.account_id)
    active = registrations.find_active(tx, event.id, participant.id) if participant else None
    draft = drafts.find_open(tx, actor.account_id, event.id)
    return EventView(
        event=event,
        standing="registered" if active else "draft" if draft else "new",
        registration_id=active.id if active else None,
        is_open=event.takes_registrations(now),
        picture=events.find_picture(tx, picture_code(event, actor)),
    )


def _is_seen(actor: Actor, event: Event) -> bool:
    """Tell whether a person may know of an event: of a hidden one only those who run its programme."""
    return not event.is_hidden or actor.runs(event.programme_id)


def picture_code(event: Event, actor: Actor) -> str:
    """Return what the picture card of an event is kept under."""
    return f"card-2:{event.code}:{actor.language.value}:{event.starts_on}:{event.ends_on}"


def keep_picture(tx: Transaction, *, code: str, file_id: str, now: datetime) -> None:
    """Remember a picture that Telegram keeps."""
    events.keep_picture(tx, code, file_id, now)


def read_mine(tx: Transaction, *, actor: Actor, now: datetime) -> Mine:
    """Return a person's own drafts and registrations."""
    del now
    sent = registrations.list_by_account(tx, actor.account_id)
    resumed = {registration.draft_id for registration in sent}
    begun = tuple(draft for draft in drafts.list_open(tx, actor.account_id) if draft.id not in resumed)
    return Mine(
        drafts=tuple((draft.id, events.get(tx, draft.event_id), draft.on_behalf) for draft in begun),
        registrations=tuple(
            card_of(tx, registration, is_own=True)
            for registration in sent
            if registration.on_behalf is not Behalf.CHILD or registration.account_id != registration.acted_by
        ),
    )


def list_of_family(tx: Transaction, *, actor: Actor, now: datetime) -> tuple[RegistrationCard, ...]:
    """Return one's own registrations and those of one's children."""
    return (*read_mine(tx, actor=actor, now=now).registrations, *list_children(tx, actor=actor, now=now))


def list_children(tx: Transaction, *, actor: Actor, now: datetime) -> tuple[RegistrationCard, ...]:
    """Return the registrations of a guardian's children."""
    found = registrations.list_by_guardian(tx, actor.account_id)
    cards = tuple(card_of(tx, one, is_own=is_acting(tx, actor, one)) for one in found)
    return tuple(replace(card, is_guardian=True, is_open=card.event.takes_registrations(now)) for card in cards)


def read_day(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int, registration_id: int, on: date | None
) -> DayView:
    """Return one day of a timetable: for the stream of a registration one may see, or (0) for every stream."""
    event = events.get(tx, event_id)
    if not _is_seen(actor, event):
        raise NotAvailableError
    registration = _family_registration(tx, actor, registration_id)
    stream_id = registration.stream_id if registration else None
    squad_id = squads.id_of(tx, registration.id) if registration else None
    days = events.list_session_days(tx, event_id, stream_id, squad_id)
    chosen = _nearest(days, on or event.today(now))
    found = events.list_sessions(tx, event_id, stream_id, chosen, squad_id)
    may_change = registration and is_acting(tx, actor, registration) and registration.takes_part
    chosen_ids = sessions.list_places(tx, registration.id) if registration else frozenset()
    over = [one for one in found if is_open(event, one, now) and (one.capacity is None or one.id in chosen_ids)]
    return DayView(
        event=event,
        stream_id=stream_id,
        days=days,
        on=chosen,
        sessions=found,
        chosen=chosen_ids,
        changeable=frozenset(one.id for one in found if may_change and one.takes_sign_ups(now)),
        waiting=queues.read_positions(tx, registration.id) if registration else {},
        can_rate=bool(may_change and over),
        can_ask=bool(registration and registration.takes_part and any(can_ask(event, one, now) for one in found)),
    )


def _family_registration(tx: Transaction, actor: Actor, registration_id: int) -> Registration | None:
    if not registration_id:
        return None
    registration = registrations.get(tx, registration_id)
    must_belong(tx, actor, registration)
    return registration


def _nearest(days: tuple[date, ...], wanted: date) -> date:
    """Return the wanted day if it has sessions, else the first after it, else the last before it."""
    later = [day for day in days if day >= wanted]
    if later:
        return later[0]
    return days[-1] if days else wanted
