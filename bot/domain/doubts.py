"""What looks wrong about a registration and should be looked at by a person.

Always true: every rule is a pure function of the facts, decides nothing and refuses nobody; one that lacks a fact is
silent. The numbers here are data: what is usual, not what is allowed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.names import fold

AGE_ABOVE_GRADE: Final = (5, 8)
"""A pupil of grade g is usually between g + 5 and g + 8 years old."""
SOON: Final = timedelta(days=7)
"""Before the start of an event a missing consent is urgent from then on."""
MOST_FAMILIES: Final = 3
"""Families that may share a phone before it looks wrong."""
MOST_CHILDREN: Final = 5
"""Children one family account may register before it looks wrong."""
_LONGEST_WITHOUT_VOWEL: Final = 5
_VOWELS: Final = frozenset("aeiouy") | frozenset("аеиоуыэюя")
_TRIALS: Final = frozenset(("test", "тест", "asdf", "asd", "qwerty", "qwe", "йцукен", "йцу", "фыва", "проба", "aaa"))
_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
_MASHED: Final = 4
"""Neighbouring keys in a row from which on a word was drummed, not written."""
_LATIN: Final = re.compile("[a-z]", re.IGNORECASE)
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")


class Doubt(StrEnum):
    """What looks wrong."""

    AGE_GRADE = "age-grade"
    CONSENT_LATE = "consent-late"
    NAME_TRIAL = "name-trial"
    NAME_DIGITS = "name-digits"
    NAME_SIGNS = "name-signs"
    NAME_MASHED = "name-mashed"
    NAME_SCRIPTS = "name-scripts"
    NAME_CAPITALS = "name-capitals"
    NAME_ONE_WORD = "name-one-word"
    PHONE_SHARED = "phone-shared"
    MANY_CHILDREN = "many-children"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the rules look at; None is not known."""

    name: str
    born_on: date | None
    grade: int | None
    starts_on: date
    today: date
    lacks_consent: bool
    families_with_phone: int
    children_of_account: int


def age_on(born_on: date, on: date) -> int:
    """Return the age in whole years."""
    return on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))


def is_age_odd(facts: Facts) -> bool:
    """Tell whether the age at the start of the event is unusual for the grade."""
    if facts.born_on is None or facts.grade is None:
        return False
    low, high = AGE_ABOVE_GRADE
    return not facts.grade + low <= age_on(facts.born_on, facts.starts_on) <= facts.grade + high


def is_consent_late(facts: Facts) -> bool:
    """Tell whether a consent is missing although the event begins soon, or has begun."""
    return facts.lacks_consent and facts.starts_on - facts.today <= SOON


def is_trial(facts: Facts) -> bool:
    """Tell whether a name is what people type to try a form."""
    return any(word in _TRIALS for word in fold(facts.name).split())


def has_digits(facts: Facts) -> bool:
    """Tell whether a name has digits."""
    return any(char.isdecimal() for char in facts.name)


def has_signs(facts: Facts) -> bool:
    """Tell whether a name has emoji or other signs."""
    return any(unicodedata.category(char) in ("So", "Sk", "Sm", "Sc") for char in facts.name)


def is_mashed(facts: Facts) -> bool:
    """Tell whether a word is one letter repeated, keys in a row, or has no vowel where it should."""
    return any(_is_mashed(word) for word in re.findall(r"[^\W\d_]+", facts.name.casefold()))


def mixes_scripts(facts: Facts) -> bool:
    """Tell whether a word has both Latin and Cyrillic letters."""
    return any(_LATIN.search(word) and _CYRILLIC.search(word) for word in facts.name.split())


def is_in_capitals(facts: Facts) -> bool:
    """Tell whether a name is written in capitals only."""
    letters = [char for char in facts.name if char.isalpha()]
    return len(letters) > 1 and all(char.isupper() for char in letters)


def has_one_word(facts: Facts) -> bool:
    """Tell whether a name lacks the first name or the surname."""
    return len(facts.name.split()) == 1


def is_phone_shared(facts: Facts) -> bool:
    """Tell whether many families gave the same phone."""
    return facts.families_with_phone > MOST_FAMILIES


def has_many_children(facts: Facts) -> bool:
    """Tell whether one family account registered very many."""
    return facts.children_of_account > MOST_CHILDREN


RULES: Final[Mapping[Doubt, Callable[[Facts], bool]]] = {
    Doubt.CONSENT_LATE: is_consent_late,
    Doubt.AGE_GRADE: is_age_odd,
    Doubt.NAME_TRIAL: is_trial,
    Doubt.NAME_DIGITS: has_digits,
    Doubt.NAME_SIGNS: has_signs,
    Doubt.NAME_MASHED: is_mashed,
    Doubt.NAME_SCRIPTS: mixes_scripts,
    Doubt.NAME_CAPITALS: is_in_capitals,
    Doubt.NAME_ONE_WORD: has_one_word,
    Doubt.PHONE_SHARED: is_phone_shared,
    Doubt.MANY_CHILDREN: has_many_children,
}
"""The rules, the most urgent first."""


def doubts_about(facts: Facts) -> tuple[Doubt, ...]:
    """Return what looks wrong, the most urgent first."""
    return tuple(doubt for doubt, is_odd in RULES.items() if is_odd(facts))


def _is_mashed(word: str) -> bool:
    if len(word) > 1 and len(set(word)) == 1:
        return True
    if len(word) >= _LONGEST_WITHOUT_VOWEL and not _VOWELS & set(fold(word)):
        return True
    pieces = (word[start : start + _MASHED] for start in range(len(word) - _MASHED + 1))
    return any(piece in row or piece[::-1] in row for piece in pieces for row in _ROWS)
