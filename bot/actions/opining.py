"""Saying what an event was like: stars, whether one would come again, a line; organizers see counts.

Always true: only the family of somebody who took part has an opinion, one an account, the newest counts; organizers see
numbers and words and never whose they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.names import clean
from bot.domain.opinion import Again, Opinion, Results
from storage import accounts, events, opinions
from storage.database import Transaction

PLACE: Final = "opinion"
LONGEST: Final = 300
"""Characters of the line; the rest is cut off."""
MOST_WORDS: Final = 10
MOST_STARS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody has said of an event so far."""

    event: Event
    opinion: Opinion | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What everybody has said of an event."""

    event: Event
    results: Results


def give_stars(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, stars: int) -> Said:
    """Give an event one to five stars."""
    _must_say(tx, actor, event_id)
    if not 1 <= stars <= MOST_STARS:
        raise StaleError
    opinions.set_stars(tx, event_id, actor.account_id, stars, now)
    return _said(tx, actor, event_id)


def say_again(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, again: Again) -> Said:
    """Say whether one would come again; then a line may be typed."""
    _must_say(tx, actor, event_id)
    if opinions.find(tx, event_id, actor.account_id) is None:
        raise StaleError
    opinions.set_again(tx, event_id, actor.account_id, again, now)
    accounts.set_place(tx, actor.account_id, PLACE, {"event": event_id})
    return _said(tx, actor, event_id)


def write(tx: Transaction, *, actor: Actor, now: datetime, text: str) -> Said:
    """Take the line; nothing is asked any more."""
    event_id = actor.place_args["event"]
    _must_say(tx, actor, event_id)
    said = clean(text, keep_lines=False)[:LONGEST]
    if not said:
        return _said(tx, actor, event_id)
    opinions.set_words(tx, event_id, actor.account_id, said, now)
    accounts.set_place(tx, actor.account_id, "home")
    return _said(tx, actor, event_id)


def read_own(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Said:
    """Return what somebody has said so far."""
    del now
    _must_say(tx, actor, event_id)
    return _said(tx, actor, event_id)


def read_here(tx: Transaction, *, actor: Actor, now: datetime) -> Said:
    """Return what somebody has said of the event they are asked about."""
    return read_own(tx, actor=actor, now=now, event_id=actor.place_args["event"])


def read_heard(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Heard:
    """Return what everybody has said to whoever runs the programme."""
    del now
    event = events.get(tx, event_id)
    actor.must_run(event.programme_id)
    return Heard(event=event, results=opinions.read_results(tx, event_id, limit=MOST_WORDS))


def _must_say(tx: Transaction, actor: Actor, event_id: int) -> None:
    if not opinions.may_say(tx, event_id, actor.account_id):
        raise NotAvailableError


def _said(tx: Transaction, actor: Actor, event_id: int) -> Said:
    return Said(event=events.get(tx, event_id), opinion=opinions.find(tx, event_id, actor.account_id))
