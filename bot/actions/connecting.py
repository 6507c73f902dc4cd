"""A group of staff becomes the room where an event's conversations go, and stops being it.

Always true: only whoever decides about the whole of an event connects a group to it, having asked in that group and
confirmed in private; a room that is lost is told to everybody who runs the event.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Actor, Right
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.notice import Notice
from bot.domain.staffroom import Loss, Staffroom
from storage import accounts, audit, events, outbox, scopes, staffrooms
from storage.database import Transaction
from storage.values import micros


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A group that may become a room, and the events it may be for."""

    room: Staffroom
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A group and the event it would be for, with the Telegram ids of that event's staff."""

    room: Staffroom
    event: Event
    staff: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomPage:
    """What organizers see of their event's room."""

    event: Event
    room: Staffroom | None


def find_room(tx: Transaction, *, actor: Actor | None, now: datetime, chat_id: int) -> Staffroom | None:
    """Return the room a group is; nothing about a family is in it."""
    del actor, now
    return staffrooms.find_of_chat(tx, chat_id)


def ask(tx: Transaction, *, actor: Actor, now: datetime, chat_id: int) -> Offer:
    """Ask to connect a group; whoever may not for any event is refused."""
    allowed = _allowed(tx, actor)
    if not allowed:
        raise NotAvailableError
    room = staffrooms.ask(tx, chat_id=chat_id, account_id=actor.account_id, language=actor.language, now=now)
    return Offer(room=room, events=allowed)


def read_choice(tx: Transaction, *, actor: Actor, now: datetime, room_id: int, event_id: int) -> Choice:
    """Return what is to be confirmed."""
    room, event = _chosen(tx, actor, now, room_id, event_id)
    staff = accounts.list_organizers(tx, event, None, now=now)
    return Choice(room=room, event=event, staff=frozenset(accounts.get_telegram_id(tx, one) for one in staff))


def connect(tx: Transaction, *, actor: Actor, now: datetime, room_id: int, event_id: int) -> Choice:
    """Let an event's conversations go to a group from now on; its open ones come too."""
    room, event = _chosen(tx, actor, now, room_id, event_id)
    if staffrooms.find_of_event(tx, event_id) is not None:
        raise StaleError
    connected = staffrooms.connect(tx, room, event_id, now)
    audit.record(tx, actor=actor, action="staffroom.connect", subject="event", subject_id=event_id, now=now)
    return Choice(room=connected, event=event, staff=frozenset())


def refuse(tx: Transaction, *, actor: Actor, now: datetime, room_id: int) -> Staffroom:
    """Leave a group that waits unconnected."""
    room = staffrooms.get(tx, room_id)
    if not room.may_confirm(actor.account_id, now):
        raise StaleError
    staffrooms.end(tx, room.id, now)
    return room


def read_page(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> RoomPage:
    """Return the room of an event."""
    del now
    event = events.get(tx, event_id)
    _must_decide(tx, actor, event)
    return RoomPage(event=event, room=staffrooms.find_of_event(tx, event_id))


def cut(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Staffroom:
    """Let an event's conversations go to its group no more."""
    page = read_page(tx, actor=actor, now=now, event_id=event_id)
    if page.room is None:
        raise StaleError
    staffrooms.end(tx, page.room.id, now)
    audit.record(tx, actor=actor, action="staffroom.cut", subject="event", subject_id=event_id, now=now)
    return page.room


def lose(tx: Transaction, *, now: datetime, chat_id: int, loss: Loss) -> bool:
    """End a room that Telegram does not let us use; everybody who runs its event is told. False when it was none."""
    room = staffrooms.find_of_chat(tx, chat_id)
    if room is None:
        return False
    staffrooms.end(tx, room.id, now)
    if room.event_id is None:
        return True
    event = events.get(tx, room.event_id)
    audit.record(tx, actor=None, action="staffroom.lose", subject="event", subject_id=event.id, now=now)
    for account_id in accounts.list_organizers(tx, event, None, now=now):
        data = {"event": event.title.as_dict(), "event_id": event.id, "loss": loss.value}
        key = f"staffroom:{room.id}:{micros(now)}:{account_id}"
        notice = Notice(account_id=account_id, template="staffroom-lost", data=data, dedup_key=key)
        outbox.put(tx, notice, now)
    return True


def follow(tx: Transaction, *, now: datetime, chat_id: int, new_id: int) -> bool:
    """Follow a group that got another id; tell whether it was a room."""
    return staffrooms.move(tx, chat_id, new_id, now)


def has_idle(tx: Transaction, *, now: datetime) -> bool:
    """Tell whether a room waits that nobody connected in time."""
    return bool(staffrooms.list_idle(tx, now))


def leave_idle(tx: Transaction, *, now: datetime) -> tuple[int, ...]:
    """End the rooms that nobody connected in time and return their groups."""
    idle = staffrooms.list_idle(tx, now)
    for room in idle:
        staffrooms.end(tx, room.id, now)
    return tuple(room.chat_id for room in idle)


def _chosen(tx: Transaction, actor: Actor, now: datetime, room_id: int, event_id: int) -> tuple[Staffroom, Event]:
    event = events.get(tx, event_id)
    _must_decide(tx, actor, event)
    room = staffrooms.get(tx, room_id)
    if not room.may_confirm(actor.account_id, now):
        raise StaleError
    return room, event


def _allowed(tx: Transaction, actor: Actor) -> tuple[Event, ...]:
    everything = [event for one in events.list_programmes(tx) for event in events.list_events(tx, one.id)]
    return tuple(event for event in everything if _decides(tx, actor, event))


def _decides(tx: Transaction, actor: Actor, event: Event) -> bool:
    try:
        _must_decide(tx, actor, event)
    except NotAvailableError:
        return False
    return True


def _must_decide(tx: Transaction, actor: Actor, event: Event) -> None:
    """Refuse everybody but who decides about the whole of an event: in its group all its families are read of."""
    if not scopes.of_event(tx, actor, event, Right.DECIDE).is_whole:
        raise NotAvailableError
