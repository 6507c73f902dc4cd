"""Finding somebody in an event: by a part of the name, of a guardian's name, of a school or of a phone, in any script.

Always true: only the event's own registrations are looked through, and only for those who run its programme; nothing
that is typed is kept; whose phone a number is is told only to those who may read phones.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.actions.reaching import reach_event
from bot.domain.access import Actor, Right, Scope
from bot.domain.event import Event
from bot.domain.language import Localized
from bot.domain.names import ascii_digits, fold, sort_key_kk, sound
from bot.domain.registration import Status
from storage import accounts, audit, searches
from storage.database import Transaction
from storage.searches import Guardian, Person

FIND: Final = "find"
"""The place where what is typed is looked for."""
MOST_SHOWN: Final = 8
FEWEST_LETTERS: Final = 2
FEWEST_DIGITS: Final = 4
"""Digits from which on a number may be a part of a phone."""
LONGEST: Final = 100
_PHONE: Final = re.compile(r"[\d\s()+.-]+")
_NATIONAL: Final = 11
"""Digits of a number that begins with 8 at home and with 7 abroad."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One registration that was found."""

    registration_id: int
    participant_id: int
    name: str
    status: Status
    unit: Localized | None
    guardian: str | None = None
    """The guardian by whose name it was found, when its own does not fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """The best hits and how many there are in all; `is_too_short` when nothing was looked for."""

    event: Event
    hits: tuple[Hit, ...]
    total: int
    is_too_short: bool = False


def begin(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Event:
    """Go where the next message is looked for."""
    event = read_event(tx, actor=actor, now=now, event_id=event_id)
    accounts.set_place(tx, actor.account_id, FIND, {"event": event_id})
    return event


def read_event(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Event:
    """Return the event among whose registrations somebody may look."""
    del now
    return reach_event(tx, actor, event_id, Right.SEE)[0]


def find(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, text: str) -> Findings:
    """Return who fits every word of a text; those whose name begins with it come first.

    The trail learns that somebody looked, how long the text was and whether it was a number: never the text.
    """
    event, scope = reach_event(tx, actor, event_id, Right.SEE)
    found = look(tx, actor, event, scope, text)
    remember(tx, actor, now, found, text)
    return found


def remember(tx: Transaction, actor: Actor, now: datetime, found: Findings, text: str) -> None:
    """Write into the trail that somebody looked, without what was typed."""
    audit.record(
        tx,
        actor=actor,
        action="registrations.search",
        subject="event",
        subject_id=found.event.id,
        now=now,
        length=len(text[:LONGEST]),
        is_number=bool(_phone_digits(text[:LONGEST])),
        hits=found.total,
    )


def look(
    tx: Transaction, actor: Actor, event: Event, scope: Scope, text: str, *, among: Collection[Status] = tuple(Status)
) -> Findings:
    """Return who of a scope fits a text, if the registration stands as one of these; phones are for those who may."""
    by_phone = actor.may(Right.READ, event.programme_id, event.id)
    words, digits = fold(text[:LONGEST]).split(), _phone_digits(text[:LONGEST]) if by_phone else ""
    if len("".join(words)) < FEWEST_LETTERS:
        return Findings(event=event, hits=(), total=0, is_too_short=True)
    hits: list[tuple[Person, str | None]] = []
    guardians = searches.list_guardians(tx, scope)
    for person in searches.list_people(tx, scope):
        family = guardians.get(person.participant_id, ())
        if not person.search_name or person.status not in among:
            continue
        if _fits(person, words) or _has_phone(person, family, digits):
            hits.append((person, None))
        elif guardian := next((one for one in family if _fits(person, words, one)), None):
            hits.append((person, guardian.name))
    best = sorted(hits, key=lambda hit: (hit[1] is not None, _rank(hit[0], words)))[:MOST_SHOWN]
    return Findings(event=event, hits=tuple(_hit(*hit) for hit in best), total=len(hits))


def _fits(person: Person, words: Sequence[str], guardian: Guardian | None = None) -> bool:
    """Tell whether every word stands in the name or the place, or in a guardian's name."""
    names = (person.search_name, person.place, guardian.search_name if guardian else "")
    return all(any(_has(name, word) for name in names) for word in words)


def _has(folded: str, word: str) -> bool:
    """Tell whether a word stands in a folded text, as it is written or as it sounds; a number must be a whole word."""
    if word.isdigit():
        return word in folded.split()
    heard = sound(word)
    return word in folded or (len(heard) >= FEWEST_LETTERS and heard in sound(folded))


def _has_phone(person: Person, family: Sequence[Guardian], digits: str) -> bool:
    """Tell whether somebody or a guardian has this part of a phone number."""
    return bool(digits) and any(digits in phone for phone in (*person.phones, *(one.phone for one in family)))


def _phone_digits(text: str) -> str:
    """Return the digits of what may be a part of a phone, the way they are kept; else nothing."""
    plain = ascii_digits(text.strip())
    digits = re.sub(r"\D", "", plain)
    if len(digits) < FEWEST_DIGITS or not _PHONE.fullmatch(plain):
        return ""
    return f"7{digits[1:]}" if len(digits) == _NATIONAL and digits.startswith("8") else digits


def _rank(person: Person, words: Sequence[str]) -> tuple[int, tuple[str, str], int]:
    """Return a key that sorts those first whose names begin with most of the words."""
    begun = sum(f" {word}" in f" {person.search_name}" or _begins(person, word) for word in words)
    return -begun, sort_key_kk(person.full_name), person.registration_id


def _begins(person: Person, word: str) -> bool:
    return f" {sound(word)}" in f" {sound(person.search_name)}"


def _hit(person: Person, guardian: str | None) -> Hit:
    return Hit(
        registration_id=person.registration_id,
        participant_id=person.participant_id,
        name=person.full_name,
        status=person.status,
        unit=person.unit,
        guardian=guardian,
    )
