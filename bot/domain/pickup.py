"""Who may collect a child, how somebody proves to be that person, and that a child left and came back.

Always true: whoever is barred from collecting a child is recognized by account, name or telephone, in any script and in
any order of the words; a code says nothing of its person and is compared without telling how much of it was right.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.guardian import Guardian, Relation
from bot.domain.names import ascii_digits, fold, sound

MOST: Final = 8
"""Adults a guardian may name for one child."""
CODE_DIGITS: Final = 6
CODES: Final = 10**CODE_DIGITS
TIME_TO_UNDO: Final = timedelta(minutes=2)
"""How long whoever handed a child over may take it back."""
ASKING_LIFE: Final = timedelta(hours=1)
"""How long an outsider waits for a second member of staff, and how long the answer is good."""
FREE_MISSES: Final = 4
"""Wrong codes that cost nothing."""
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=6)
_WORDS: Final = 2
_PHONE: Final = 10
"""Digits at the end of a telephone that make it the same, however it begins."""


class Kind(StrEnum):
    """Who leaves with a child: a guardian, an adult a guardian named, nobody, or somebody not on the list."""

    GUARDIAN = "guardian"
    NAMED = "named"
    ALONE = "alone"
    OUTSIDER = "outsider"


class Proof(StrEnum):
    """How staff made sure: a code was told, a document was shown, they know the person; or the child goes alone."""

    CODE = "code"
    DOCUMENT = "document"
    KNOWN = "known"
    CONSENT = "consent"


SEEN: Final = frozenset({Proof.DOCUMENT, Proof.KNOWN})
"""What staff may say by a button; a code has to be typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What is known of somebody who may or must not collect a child."""

    name: str = ""
    relation: Relation | None = None
    phone: str = ""
    code: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collector:
    """Somebody on the list of a registration, or an outsider for whom staff asked."""

    id: int
    registration_id: int
    kind: Kind
    account_id: int | None
    person: Person
    named_by: int
    named_at: datetime
    called_id: int | None = None
    """The guardian who was called about an outsider."""
    second_by: int | None = None
    second_at: datetime | None = None

    def is_confirmed(self, now: datetime) -> bool:
        """Tell whether a second member of staff stands for an outsider now."""
        return self.second_at is not None and now - self.second_at < ASKING_LIFE

    def waits(self, now: datetime) -> bool:
        """Tell whether an outsider still waits for a second member of staff."""
        return self.second_at is None and now - self.named_at < ASKING_LIFE


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """That somebody must not collect a child."""

    id: int
    participant_id: int
    account_id: int | None
    person: Person
    barred_by: int
    barred_at: datetime
    asked_by: int | None = None
    asked_at: datetime | None = None
    is_readable: bool = True
    """Whether it is known whom this is about; if not, it may be anybody."""

    def keeps_from(self, person: Person, account_id: int | None = None) -> bool:
        """Tell whether this is about a person: the same account, name or telephone; or about nobody knows whom."""
        return not self.is_readable or self._fits(person, account_id)

    def is_about(self, guardian: Guardian) -> bool:
        """Tell whether this is about a guardian of the child, by account or by what is known of them."""
        return self._fits(Person(name=guardian.name, phone=guardian.phone or ""), guardian.account_id)

    def _fits(self, person: Person, account_id: int | None) -> bool:
        if self.account_id is not None and self.account_id == account_id:
            return True
        return _is_same_name(self.person.name, person.name) or _is_same_phone(self.person.phone, person.phone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """That a child left: with whom, by whose hand, and whether it is back."""

    id: int
    registration_id: int
    collector_id: int
    kind: Kind
    proof: Proof
    released_by: int
    by: str
    """The name of who handed it over."""
    second_by: int | None
    second: str | None
    left_at: datetime
    returned_at: datetime | None = None
    undone_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether the child is out."""
        return self.returned_at is None and self.undone_at is None

    def may_undo(self, account_id: int, now: datetime) -> bool:
        """Tell whether this person may take it back now."""
        return self.is_open and self.released_by == account_id and now - self.left_at <= TIME_TO_UNDO


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """A child that takes part: here, not met yet, or out since when."""

    registration_id: int
    name: str
    squad_id: int | None
    was_met: bool
    left_at: datetime | None
    kind: Kind | None
    proof: Proof | None
    by: str | None


def find_bar(bars: Iterable[Bar], person: Person, account_id: int | None = None) -> Bar | None:
    """Return the first bar that is about a person."""
    return next((one for one in bars if one.keeps_from(person, account_id)), None)


def new_code(number: int, taken: Iterable[str]) -> str:
    """Return a code for a random number below CODES: the next one that nobody of the list has."""
    used = set(taken)
    while f"{number:0{CODE_DIGITS}}" in used:
        number = (number + 1) % CODES
    return f"{number:0{CODE_DIGITS}}"


def read_code(typed: str) -> str | None:
    """Return the digits of a code somebody typed, None when it cannot be one."""
    digits = "".join(char for char in ascii_digits(typed) if not char.isspace() and char != "-")
    return digits if len(digits) == CODE_DIGITS and digits.isascii() and digits.isdecimal() else None


def spaced(code: str) -> str:
    """Return a code as people say it: two groups of three."""
    return f"{code[:3]} {code[3:]}"


def find_by_code(collectors: Iterable[Collector], code: str) -> Collector | None:
    """Return who has this code; every code is looked at in the same way."""
    found = [one for one in collectors if one.person.code and hmac.compare_digest(one.person.code, code)]
    return found[0] if found else None


def pause_after(misses: int) -> timedelta:
    """Return for how long no code is looked at after so many wrong ones."""
    if misses <= FREE_MISSES:
        return timedelta()
    return min(FIRST_PAUSE * (1 << min(misses - FREE_MISSES - 1, 20)), LONGEST_PAUSE)


def _is_same_name(one: str, other: str) -> bool:
    """Tell whether all words of the shorter full name stand in the longer one; single words must be the same."""
    words = sorted(({sound(word) for word in fold(name).split()} for name in (one, other)), key=len)
    if not words[0]:
        return False
    return words[0] <= words[1] if len(words[0]) >= _WORDS else words[0] == words[1]


def _is_same_phone(one: str, other: str) -> bool:
    digits = [digits_of(phone)[-_PHONE:] for phone in (one, other)]
    return len(digits[0]) == _PHONE and digits[0] == digits[1]


def digits_of(phone: str) -> str:
    """Return the digits of a telephone."""
    return "".join(char for char in phone if char.isdecimal())
