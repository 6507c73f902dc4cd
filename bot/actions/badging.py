"""Badges and door lists to print: for an event, one of its streams or one squad.

Always true: only organizers get them, of many people only after a second person agreed; each is on record before
anybody receives it; name, school and squad stand there and nothing else; a code is that of the ticket that is good.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.actions.reaching import reach_event
from bot.actions.vouching import must_be_vouched
from bot.domain.access import Actor, Right, Scope
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event, Stream
from bot.domain.language import Localized
from bot.domain.squad import Squad
from bot.domain.ticket import NOISE_BYTES, new_code, secret_of
from bot.domain.tokens import hash_of
from bot.domain.vouch import Deed, Matter, Rules
from storage import audit, badges, events, squads, tickets
from storage.badges import Entry
from storage.database import Transaction

MOST: Final = 1500
"""Badges of one file; an event with more people is printed by streams or squads."""


class Paper(StrEnum):
    """What is printed: badges, badges with the code of the ticket, a list for the door."""

    BADGES = "badges"
    CODES = "codes"
    DOOR = "door"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """For whom something may be printed."""

    event: Event
    number: int
    squads: tuple[Squad, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """For whom something is to be printed; without a stream and a squad for everybody."""

    event: Event
    stream: Stream | None
    squad: Squad | None
    number: int

    @property
    def is_too_many(self) -> bool:
        """Tell whether these are more than one file holds."""
        return self.number > MOST


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody with a badge; `secret` is for the code and is kept nowhere."""

    name: str
    unit: Localized | None
    squad: tuple[str, int] | None
    is_leader: bool = False
    secret: str = ""


def read_choice(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Choice:
    """Return for whom something may be printed."""
    del now
    event, scope = reach_event(tx, actor, event_id, Right.DECIDE)
    number = badges.count(tx, scope, stream_id=0, squad_id=0)
    known = squads.list_of_event(tx, event_id) if scope.is_whole else ()
    return Choice(event=event, number=number, squads=tuple(one for one in known if one.members))


def read_request(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int, stream_id: int, squad_id: int
) -> Request:
    """Return how many badges these would be."""
    del now
    return _request(tx, actor, event_id, stream_id, squad_id)[0]


def matter_of(request: Request, paper: Paper, rules: Rules) -> Matter | None:
    """Return what takes two when it is more than a few; None when nobody has to agree."""
    if request.number <= rules.above:
        return None
    what: dict[str, int | str] = {"event_id": request.event.id, "paper": paper.value}
    what |= {
        "stream_id": request.stream.id if request.stream else 0,
        "squad_id": request.squad.id if request.squad else 0,
    }
    place = {"programme_id": request.event.programme_id, "event_id": request.event.id}
    return Matter(deed=Deed.EXPORT, what=what, amount=request.number, **place)


def take(
    tx: Transaction,
    *,
    actor: Actor,
    now: datetime,
    event_id: int,
    stream_id: int,
    squad_id: int,
    paper: Paper,
    rules: Rules,
    key: bytes,
    noise: bytes,
) -> tuple[Holder, ...]:
    """Return whose badges are printed; for codes whoever has no ticket gets one, made of the random bytes.

    SecondNeededError when nobody agreed to that many, StaleError when they are more than were asked for.
    """
    request, scope = _request(tx, actor, event_id, stream_id, squad_id)
    if request.is_too_many or len(noise) < request.number * NOISE_BYTES:
        raise StaleError
    matter = matter_of(request, paper, rules)
    if matter is not None:
        must_be_vouched(tx, actor=actor, now=now, matter=matter)
    what = {"kind": paper.value, "count": request.number}
    audit.record(tx, actor=actor, action="badges.print", subject="event", subject_id=event_id, now=now, **what)
    found = badges.list_(tx, scope, stream_id=stream_id, squad_id=squad_id)
    units = events.get_units(tx, request.event.programme_id)
    holders = []
    for index, one in enumerate(found):
        unit = units.with_id(one.unit_id) if one.unit_id is not None else None
        some = noise[index * NOISE_BYTES : (index + 1) * NOISE_BYTES]
        secret = _secret(tx, actor, one, now, key=key, noise=some) if paper is Paper.CODES else ""
        holders.append(Holder(name=one.name, unit=unit.title if unit else None, squad=one.squad, secret=secret))
    leaders = _leaders(tx, request, now) if scope.is_whole and paper is not Paper.DOOR else ()
    return tuple(sorted((*leaders, *holders), key=_order))


def _request(tx: Transaction, actor: Actor, event_id: int, stream_id: int, squad_id: int) -> tuple[Request, Scope]:
    event, scope = reach_event(tx, actor, event_id, Right.DECIDE)
    stream = next((one for one in event.streams if one.id == stream_id), None)
    squad = squads.find(tx, squad_id) if squad_id else None
    if (stream_id and stream is None) or (squad_id and (squad is None or squad.event_id != event_id)):
        raise NotAvailableError
    number = badges.count(tx, scope, stream_id=stream_id, squad_id=squad_id)
    return Request(event=event, stream=stream, squad=squad, number=number), scope


def _secret(tx: Transaction, actor: Actor, one: Entry, now: datetime, *, key: bytes, noise: bytes) -> str:
    """Return the secret of the ticket that is good; a new one when there is none, or none of this key."""
    secret = secret_of(key, one.code, one.registration_id) if one.code else ""
    if secret and hash_of(secret) == one.token_hash:
        return secret
    code = new_code(noise)
    secret = secret_of(key, code, one.registration_id)
    tickets.add(tx, registration_id=one.registration_id, code=code, token_hash=hash_of(secret), now=now)
    of = {"subject": "registration", "subject_id": one.registration_id}
    audit.record(tx, actor=actor, action="ticket.issue", now=now, **of)  # type: ignore[arg-type]
    return secret


def _leaders(tx: Transaction, request: Request, now: datetime) -> tuple[Holder, ...]:
    """Return the leaders of these squads, by the name that Telegram shows."""
    known = {one.id: one for one in squads.list_of_event(tx, request.event.id)}
    found = []
    for one in squads.list_leaders(tx, request.event.id, now):
        squad = known.get(one.squad_id)
        is_asked = request.squad is None or one.squad_id == request.squad.id
        if squad is None or not is_asked or (request.stream and squad.stream_id != request.stream.id):
            continue
        found.append(Holder(name=one.name, unit=None, squad=(squad.name, squad.number), is_leader=True))
    return tuple(found)


def _order(one: Holder) -> tuple[bool, int, bool]:
    """By squads, those in none last; a squad's leaders first; the rest stays as it is, by name."""
    return one.squad is None, one.squad[1] if one.squad else 0, not one.is_leader
