"""Telling exactly those whom a changed timetable concerns, once it can be taken back no more.

Always true: what nobody was told is told once, as the difference between what people know and what is; that it was told
and the messages are one transaction; what was changed and changed back is told to nobody; a cancelled session keeps no
places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from bot.actions.briefing import brief
from bot.actions.rescheduling import HOLD
from bot.domain.event import Event
from bot.domain.language import Language
from bot.domain.notice import Notice
from bot.domain.timetable import Session
from bot.domain.timetable_edits import as_it_was, is_seen
from storage import accounts, events, outbox, queues, registrations, reminders, sessions, squads, timetables
from storage.database import Transaction
from storage.reminders import Recipient


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A session as people know it (None: not at all) and as it is."""

    was: Session | None
    became: Session
    changed_at: datetime

    def is_seen(self, language: Language | None) -> bool:
        """Tell whether whoever goes there both before and afterwards reads something else now."""
        languages = Language if language is None else (language,)
        return self.was is not None and any(is_seen(self.was, self.became, one) for one in languages)


@dataclass(slots=True, kw_only=True)
class _News:
    """What one account is told of."""

    items: list[dict[str, Any]] = field(default_factory=list)
    about: dict[int, str] = field(default_factory=dict)
    is_own: bool = True


def tick(tx: Transaction, *, now: datetime) -> int:
    """Tell what can be taken back no more and return how many messages are owed for it."""
    ready = [one for one in timetables.list_untold(tx) if one.last_at + HOLD <= now]
    moves: defaultdict[int, list[Move]] = defaultdict(list)
    for untold in ready:
        session = sessions.get(tx, untold.session_id)
        was = as_it_was(session, untold.was) if untold.was else None
        moves[session.event_id].append(Move(was=was, became=session, changed_at=untold.last_at))
        timetables.settle(tx, untold, now)
    last_id = max((one.last_id for one in ready), default=0)
    return sum(_tell(tx, events.get(tx, event_id), found, last_id, now) for event_id, found in moves.items())


def _tell(tx: Transaction, event: Event, moves: list[Move], last_id: int, now: datetime) -> int:
    news: defaultdict[int, _News] = defaultdict(_News)
    people: dict[int, frozenset[Recipient]] = {}
    for move in sorted(moves, key=lambda one: one.became.starts_at):
        if _is_of_use(move, now):
            _add(tx, event, move, news, people, now)
        _free(tx, move)
    until = max(*(move.became.ends_at for move in moves), now + HOLD)
    key = f"timetable:{event.id}:{last_id}"
    told = outbox.put_many(tx, _notices(event, news, key, until), now)
    return told + sum(_brief(tx, event, move, key, now) for move in moves if _is_of_use(move, now))


def _brief(tx: Transaction, event: Event, move: Move, key: str, now: datetime) -> int:
    """Tell the speakers of one session."""
    if move.was is None:
        return 0
    until = max(move.became.ends_at, now + HOLD)
    item = partial(_item, event, move)
    when = {"changed_at": move.changed_at, "until": until, "now": now}
    return brief(tx, event, move.was, move.became, item=item, key=key, **when)


def _is_of_use(move: Move, now: datetime) -> bool:
    return move.became.ends_at > now or (move.was is not None and move.was.ends_at > now)


def _add(
    tx: Transaction,
    event: Event,
    move: Move,
    news: dict[int, _News],
    people: dict[int, frozenset[Recipient]],
    now: datetime,
) -> None:
    before = _concerned(tx, event, move.was, people, now=now)
    opened = move.was is not None and move.was.capacity is None
    after = _concerned(tx, event, move.became, people, now=now, is_for_all=opened)
    still = frozenset(one for one in before & after if move.is_seen(accounts.find_language(tx, one.account_id)))
    for kind, recipients in (("gone", before - after), ("new", after - before), ("changed", still)):
        names: defaultdict[int, list[str]] = defaultdict(list)
        for one in sorted(recipients, key=lambda one: one.registration_id):
            names[one.account_id].append(one.name)
            news[one.account_id].about[one.registration_id] = one.name
            news[one.account_id].is_own &= one.is_own
        for account_id, named in names.items():
            news[account_id].items.append(_item(event, move, kind) | {"names": named})


def _concerned(
    tx: Transaction,
    event: Event,
    session: Session | None,
    people: dict[int, frozenset[Recipient]],
    *,
    now: datetime,
    is_for_all: bool = False,
) -> frozenset[Recipient]:
    """Return whom a session concerns: whoever it is for (or has a place), their guardians, its squads' leaders."""
    if session is None or session.is_cancelled:
        return frozenset()
    found = frozenset[Recipient]()
    for stream_id in _streams(event, session):
        found |= people.get(stream_id) or people.setdefault(stream_id, _of_stream(tx, stream_id))
    found = _of_squads(tx, session, found)
    if session.capacity is None or is_for_all:
        return found | _leaders(tx, event, session, now)
    holders = sessions.list_holders(tx, session.id)
    return frozenset(one for one in found if one.registration_id in holders)


def _of_squads(tx: Transaction, session: Session, found: frozenset[Recipient]) -> frozenset[Recipient]:
    """Return those of them who are in a squad that a session is for."""
    if not session.squad_ids:
        return found
    placed = squads.read_placed(tx, session.event_id)
    return frozenset(one for one in found if placed.get(one.registration_id) in session.squad_ids)


def _streams(event: Event, session: Session) -> Iterator[int]:
    """Yield the streams whose people a session is for."""
    for stream in event.streams:
        is_there = session.stream_id is None and stream.starts_on <= session.held_on <= stream.ends_on
        if is_there or session.stream_id == stream.id:
            yield stream.id


def _leaders(tx: Transaction, event: Event, session: Session, now: datetime) -> frozenset[Recipient]:
    """Return who leads the squads that go to a session, with the squad below zero where a registration would be."""
    leaders = squads.list_leaders(tx, event.id, now)
    stream_ids = set(_streams(event, session))
    going = {
        one.id
        for one in (squads.list_of_event(tx, event.id) if leaders else ())
        if (one.id in session.squad_ids if session.squad_ids else one.stream_id in stream_ids)
    }
    return frozenset(
        Recipient(account_id=one.account_id, registration_id=-one.squad_id, name="", is_own=False)
        for one in leaders
        if one.squad_id in going
    )


def _of_stream(tx: Transaction, stream_id: int) -> frozenset[Recipient]:
    taking_part = {
        (one.account_id, one.registration_id): one
        for one in (*reminders.list_guardians(tx, stream_id), *reminders.list_participants(tx, stream_id))
    }
    return frozenset(taking_part.values())


def _free(tx: Transaction, move: Move) -> None:
    """Take back the places of those who cannot come any more."""
    session = move.became
    if session.is_cancelled or session.capacity is None:
        timetables.free_places(tx, session.id)
        queues.clear(tx, session.id)
    elif move.was is not None and (session.stream_id, session.squad_ids) != (move.was.stream_id, move.was.squad_ids):
        for registration_id in sessions.list_holders(tx, session.id):
            if not sessions.is_for(tx, session, registrations.get(tx, registration_id)):
                sessions.release_place(tx, session.id, registration_id)


def _item(event: Event, move: Move, kind: str) -> dict[str, Any]:
    """Return a change as texts show it, in the event's local time."""
    was = None if move.was is None or kind == "new" else state_of(event, move.was)
    return {"kind": kind, "icon": move.became.kind, "was": was, "became": state_of(event, move.became)}


def state_of(event: Event, session: Session) -> dict[str, Any]:
    """Return a session as texts show it."""
    return {
        "on": session.held_on.isoformat(),
        "starts": f"{session.starts_at.astimezone(event.zone):%H:%M}",
        "ends": f"{session.ends_at.astimezone(event.zone):%H:%M}",
        "title": session.title.as_dict(),
        "place": session.place.as_dict(),
        "speaker": session.speaker.as_dict() if session.speaker else None,
        "has_places": session.capacity is not None,
        "is_cancelled": session.is_cancelled,
    }


def _notices(event: Event, news: Mapping[int, _News], key: str, until: datetime) -> Iterator[Notice]:
    for account_id, one in sorted(news.items()):
        yield Notice(
            account_id=account_id,
            template="timetable-changed",
            data={
                "event": event.title.as_dict(),
                "event_id": event.id,
                "is_own": one.is_own,
                "about": [[registration_id, name] for registration_id, name in one.about.items()],
                "items": one.items,
            },
            not_after=until,
            dedup_key=f"{key}:{account_id}",
        )
