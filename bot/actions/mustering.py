"""The squads of an event: making them, moving a child by hand, naming one, ending an empty one.

Always true: only who runs the whole event touches squads; only confirmed registrations are in one, each in one; a squad
gets no more children than it has places.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from bot.actions.rostering import Line, Room, SquadPage, lines_of, page_of, reach_squad, reach_squads, room_of
from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.names import clean
from bot.domain.squad import LONGEST_NAME, MOST_AT_ONCE, MOST_PLACES, Squad
from bot.domain.squad_errors import SquadFullError, SquadNotEmptyError, SquadTextError
from storage import accounts, audit, registrations, sessions, squads
from storage.database import Transaction
from storage.values import micros

TEXT: Final = "squad-text"
"""The place where a squad's name or number of places is typed."""
UNDO_LIFE: Final = timedelta(hours=1)
"""So long many squads at once, or a spreading, can be taken back."""


def read_room(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Room:
    """Return the squads of an event."""
    event, scope = reach_squads(tx, actor, event_id)
    return room_of(tx, event, scope, now)


def make(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int, stream_id: int, count: int
) -> tuple[Room, int]:
    """Make so many squads of a stream with places for all of it; return them and what takes them back."""
    event, scope = reach_squads(tx, actor, event_id)
    stream = next((one for one in event.streams if one.id == stream_id), None)
    if stream is None:
        raise NotAvailableError
    if not 1 <= count <= MOST_AT_ONCE:
        raise StaleError
    places = min(MOST_PLACES, -(-stream.capacity // count))
    squads.add(tx, event_id, stream_id, count=count, places=places, now=now)
    audit.record(tx, actor=actor, action="squad.make", subject="event", subject_id=event_id, now=now, count=count)
    return room_of(tx, event, scope, now), micros(now)


def undo_make(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, at: int) -> Room:
    """Take squads back that were made a while ago, as long as nobody is in them."""
    event, scope = reach_squads(tx, actor, event_id)
    made = squads.list_made_at(tx, event_id, at)
    leaders = {leader.squad_id for leader in squads.list_leaders(tx, event_id, now)}
    is_free = all(not members and squad_id not in leaders for squad_id, members in made)
    if not made or not is_free or at < micros(now - UNDO_LIFE):
        raise StaleError
    for squad_id, _ in made:
        squads.end(tx, squad_id, now)
    audit.record(tx, actor=actor, action="squad.unmake", subject="event", subject_id=event_id, now=now, count=len(made))
    return room_of(tx, event, scope, now)


def read_squad(tx: Transaction, *, actor: Actor, now: datetime, squad_id: int) -> SquadPage:
    """Return a squad with who is in it."""
    squad, event = reach_squad(tx, actor, squad_id)
    return page_of(tx, event, squad, now)


def read_waiting(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> SquadPage:
    """Return who takes part and is in no squad."""
    del now
    event, scope = reach_squads(tx, actor, event_id)
    lines = lines_of(tx, event, squads.list_waiting(tx, scope))
    return SquadPage(event=event, squad=None, lines=lines, leaders=(), squads=squads.list_of_event(tx, event_id))


def read_child(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> tuple[SquadPage, Line]:
    """Return a child that takes part, with its squad (or those in none) and the squads it can be moved to."""
    del now
    claim = registrations.get(tx, registration_id)
    event, scope = reach_squads(tx, actor, claim.event_id)
    squad = squads.find_of(tx, registration_id)
    members = squads.list_waiting(tx, scope) if squad is None else squads.list_roll(tx, squad.id)
    line = next((one for one in lines_of(tx, event, members) if one.registration_id == registration_id), None)
    if line is None:
        raise StaleError
    others = tuple(one for one in squads.list_of_event(tx, event.id) if one.stream_id == claim.stream_id)
    return SquadPage(event=event, squad=squad, lines=(line,), leaders=(), squads=others), line


def move(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, squad_id: int) -> tuple[int, int]:
    """Put a child into another squad of its stream (0: into none); return the event and the squad it was in (or 0)."""
    claim = registrations.get(tx, registration_id)
    event, _ = reach_squads(tx, actor, claim.event_id)
    if not claim.takes_part:
        raise StaleError
    before = squads.find_of(tx, registration_id)
    if squad_id == 0:
        squads.leave(tx, registration_id)
    else:
        squad = squads.get(tx, squad_id)
        if squad.stream_id != claim.stream_id:
            raise NotAvailableError
        if squad.places_left == 0 and (before is None or before.id != squad_id):
            raise SquadFullError
        squads.place(tx, registration_id, squad_id, now)
    sessions.release_other_squads(tx, claim, now)
    about: dict[str, Any] = {"actor": actor, "subject": "registration", "subject_id": registration_id, "now": now}
    audit.record(tx, action="squad.move", squad=squad_id, **about)
    return event.id, before.id if before else 0


def ask_text(tx: Transaction, *, actor: Actor, now: datetime, squad_id: int, part: str) -> Squad:
    """Let a squad's name or number of places be typed."""
    del now
    squad, _ = reach_squad(tx, actor, squad_id)
    if part not in ("name", "places"):
        raise StaleError
    accounts.set_place(tx, actor.account_id, TEXT, {"squad": squad_id, "part": part})
    return squad


def read_asked(tx: Transaction, *, actor: Actor, now: datetime) -> tuple[Squad, str]:
    """Return the squad about which something is to be typed, and what."""
    del now
    return reach_squad(tx, actor, actor.place_args["squad"])[0], str(actor.place_args["part"])


def write_text(tx: Transaction, *, actor: Actor, now: datetime, text: str) -> SquadPage:
    """Take a typed name or number of places; SquadTextError when it is neither."""
    if actor.place != TEXT:
        raise StaleError
    squad, event = reach_squad(tx, actor, actor.place_args["squad"])
    typed = clean(text)
    if actor.place_args["part"] == "name":
        if not 0 < len(typed) <= LONGEST_NAME:
            raise SquadTextError
        squads.change(tx, squad, name=typed, places=squad.places)
    else:
        squads.change(tx, squad, name=squad.name, places=_places(typed, squad))
    accounts.set_place(tx, actor.account_id, "desk", {"event": event.id})
    audit.record(tx, actor=actor, action="squad.change", subject="squad", subject_id=squad.id, now=now)
    return page_of(tx, event, squads.get(tx, squad.id), now)


def end(tx: Transaction, *, actor: Actor, now: datetime, squad_id: int) -> int:
    """End an empty squad and the roles of its leaders; return the event."""
    squad, event = reach_squad(tx, actor, squad_id)
    if squad.members:
        raise SquadNotEmptyError
    for leader in squads.list_leaders(tx, event.id, now):
        if leader.squad_id == squad_id:
            accounts.revoke_grant(tx, leader.grant_id, now)
    squads.end(tx, squad_id, now)
    audit.record(tx, actor=actor, action="squad.end", subject="squad", subject_id=squad_id, now=now)
    return event.id


def _places(typed: str, squad: Squad) -> int:
    if not (typed.isascii() and typed.isdecimal()) or not max(1, squad.members) <= int(typed[:6]) <= MOST_PLACES:
        raise SquadTextError
    return int(typed[:6])
