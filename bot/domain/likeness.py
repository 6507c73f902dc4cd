"""Who may be registered twice: names compared as they sound, birth dates, phones, schools, guardians.

Always true: nothing is decided here, a pair is only pointed out, with its reasons; whoever has the same first name and
nothing else is not pointed out, nor are brothers and sisters for a shared phone alone; the work grows with the number
of people, not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import combinations
from typing import Final

from bot.domain.names import sound

ENOUGH: Final = 55
"""The score from which on two registrations are shown as a pair."""
MOST_ALIKE: Final = 60
"""People who share a phone, a name or a birth date and are still compared one by one."""
_LONG_WORD: Final = 4
"""Letters from which on one different letter may be a slip."""
_FEWEST_WORDS: Final = 2


class Reason(StrEnum):
    """Why two people may be one."""

    NAME = "name"
    NAME_PART = "name-part"
    NAME_NEAR = "name-near"
    NAME_WORD = "name-word"
    BIRTH_DATE = "birth-date"
    BIRTH_DATE_NEAR = "birth-date-near"
    PHONE = "phone"
    SCHOOL = "school"
    GUARDIAN = "guardian"


WEIGHTS: Final = {
    Reason.NAME: 40,
    Reason.NAME_PART: 32,
    Reason.NAME_NEAR: 24,
    Reason.NAME_WORD: 20,
    Reason.BIRTH_DATE: 35,
    Reason.BIRTH_DATE_NEAR: 15,
    Reason.PHONE: 25,
    Reason.SCHOOL: 15,
    Reason.GUARDIAN: 10,
}
"""What each reason counts; a birth date that differs counts against."""
OTHER_BIRTH_DATE: Final = -30


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What is compared of one registration; `name` is folded."""

    registration_id: int
    participant_id: int
    name: str
    born_on: date | None
    phones: frozenset[str]
    unit_id: int | None
    guardians: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two registrations that may be one person's, the earlier one first."""

    one: Profile
    other: Profile
    reasons: tuple[Reason, ...]
    score: int


@lru_cache(maxsize=8_192)
def name_key(folded: str) -> tuple[str, ...]:
    """Return the words of a folded name as they sound, each once, in an order that does not depend on the writing."""
    return tuple(sorted({heard for word in folded.split() if (heard := sound(word))}))


def compare_names(one: tuple[str, ...], other: tuple[str, ...]) -> Reason | None:
    """Return how alike two names are, given by their keys; None when they are different people's."""
    fewer, more = sorted((one, other), key=len)
    if not fewer:
        return None
    left = [word for word in fewer if word not in more]
    if not left:
        if len(fewer) < _FEWEST_WORDS:
            return Reason.NAME_WORD
        return Reason.NAME if len(fewer) == len(more) else Reason.NAME_PART
    if len(left) > 1 or len(fewer) < _FEWEST_WORDS:
        return None
    rest = [word for word in more if word not in fewer]
    return Reason.NAME_NEAR if any(_may_be_a_slip(left[0], word) for word in rest) else None


def compare(one: Profile, other: Profile) -> Pair | None:
    """Return the pair if two registrations may be one person's."""
    named = compare_names(name_key(one.name), name_key(other.name))
    if named is None or one.participant_id == other.participant_id:
        return None
    dated = _compare_dates(one.born_on, other.born_on)
    found = [named]
    if isinstance(dated, Reason):
        found.append(dated)
    if one.phones & other.phones:
        found.append(Reason.PHONE)
    if one.unit_id is not None and one.unit_id == other.unit_id:
        found.append(Reason.SCHOOL)
    if one.guardians & other.guardians:
        found.append(Reason.GUARDIAN)
    score = sum(WEIGHTS[reason] for reason in found) + (OTHER_BIRTH_DATE if dated is False else 0)
    if score < ENOUGH:
        return None
    first, second = sorted((one, other), key=lambda profile: profile.registration_id)
    return Pair(one=first, other=second, reasons=tuple(found), score=score)


def has_twin(profiles: Sequence[Profile], participant_id: int) -> bool:
    """Tell whether anybody among these may be the same person as one participant who is among them too."""
    own = [profile for profile in profiles if profile.participant_id == participant_id]
    return any(compare(one, other) for one in own for other in profiles)


def find_pairs(profiles: Sequence[Profile]) -> tuple[Pair, ...]:
    """Return every pair that may be one person, the surest first."""
    found: dict[tuple[int, int], Pair] = {}
    tried: set[tuple[int, int]] = set()
    for one, other in _candidates(profiles):
        key = (one.registration_id, other.registration_id)
        if key not in tried:
            tried.add(key)
            if pair := compare(one, other):
                found[key] = pair
    return tuple(sorted(found.values(), key=lambda pair: (-pair.score, pair.one.registration_id)))


def _candidates(profiles: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Yield those who share enough to be compared: a pair that scores enough always shares one of these."""
    shelves: dict[tuple[object, ...], list[Profile]] = defaultdict(list)
    for profile in profiles:
        for shelf in _shelves(profile):
            shelves[shelf].append(profile)
    for alike in shelves.values():
        if 1 < len(alike) <= MOST_ALIKE:
            yield from combinations(sorted(alike, key=lambda one: one.registration_id), 2)


def _shelves(profile: Profile) -> Iterator[tuple[object, ...]]:
    key = name_key(profile.name)
    yield "name", key
    yield from (("phone", phone) for phone in profile.phones)
    yield from (("guardian", account_id) for account_id in profile.guardians)
    if profile.born_on is not None:
        yield from (("born", profile.born_on, word) for word in key)
    if profile.unit_id is not None:
        yield from (("school", profile.unit_id, words) for words in combinations(key, 2))


def _compare_dates(one: date | None, other: date | None) -> Reason | bool | None:
    """Return a reason, False when the dates contradict each other, None when one is not known."""
    if one is None or other is None:
        return None
    if one == other:
        return Reason.BIRTH_DATE
    is_swapped = (one.year, one.month, one.day) == (other.year, other.day, other.month)
    differing = sum(a != b for a, b in zip(f"{one:%Y%m%d}", f"{other:%Y%m%d}", strict=True))
    return Reason.BIRTH_DATE_NEAR if is_swapped or differing == 1 else False


def _may_be_a_slip(one: str, other: str) -> bool:
    """Tell whether two words differ by an initial for a name, or by one letter."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) == 1:
        return longer.startswith(shorter)
    if len(shorter) < _LONG_WORD or len(longer) - len(shorter) > 1:
        return False
    start = next((place for place, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    if len(shorter) == len(longer):
        return shorter[start + 1 :] == longer[start + 1 :] or _is_swapped(shorter, longer, start)
    return shorter[start:] == longer[start + 1 :]


def _is_swapped(one: str, other: str, at: int) -> bool:
    """Tell whether two neighbouring letters changed places."""
    return one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
