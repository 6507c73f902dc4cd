"""A poll: options in three languages under an announcement, and what its readers chose.

Always true: one account is one voice, whatever it chooses; nothing that fewer than five people chose is told apart
when a poll is anonymous, neither directly nor as what is left of a sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from bot.domain.broadcast import FALLBACK
from bot.domain.errors import DomainError
from bot.domain.language import Language

FEWEST_OPTIONS: Final = 2
MOST_OPTIONS: Final = 10
LONGEST_OPTION: Final = 60
"""Characters that stand on one button."""
LEAST_SHOWN: Final = 5
"""Answers from which on those of an anonymous poll are told."""


class PollClosedError(DomainError):
    """Nobody answers any more."""

    code = "poll-closed"


class OptionsError(DomainError):
    """Typed options that cannot be taken; `why` names the text that explains it (`poll-problem-<why>`)."""

    code = "poll-options"

    def __init__(self, why: str, number: int = 0) -> None:
        """Name the reason, and how many there should be."""
        super().__init__(why)
        self.why = why
        self.number = number


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """What is asked under an announcement; the question is the announcement's own text."""

    broadcast_id: int
    options: Mapping[Language, tuple[str, ...]]
    has_many: bool = False
    """Whether several options may be chosen."""
    is_named: bool = False
    """Whether organizers see who chose what; everybody is told before."""
    closes_at: datetime | None = None
    zone: str = "UTC"
    """Whose local time its end is told in."""
    closed_at: datetime | None = None
    published_at: datetime | None = None
    changes: int = 0

    @property
    def number(self) -> int:
        """How many options there are."""
        return max(map(len, self.options.values()), default=0)

    def is_open(self, now: datetime) -> bool:
        """Tell whether it takes answers."""
        return self.closed_at is None and (self.closes_at is None or now < self.closes_at)

    def must_be_open(self, now: datetime) -> None:
        """Refuse what comes too late."""
        if not self.is_open(now):
            raise PollClosedError

    def is_ready(self, written: Iterable[Language], now: datetime) -> bool:
        """Tell whether everybody who gets the question could answer it."""
        return bool(self.number) and not self.lacks(written) and self.is_open(now)

    def words(self, reader: Language) -> tuple[str, ...]:
        """Return the options as this reader gets them; LookupError when there are none."""
        return next((self.options[one] for one in FALLBACK[reader] if one in self.options), ())

    def lacks(self, written: Iterable[Language]) -> tuple[Language, ...]:
        """Return the languages of the question in which the options are missing."""
        return tuple(language for language in Language if language in set(written) and language not in self.options)

    def copy(self, reader: Language) -> dict[str, Any]:
        """Return what the part of a message below the question is rendered from."""
        closes = (
            {} if self.closes_at is None else {"closes": self.closes_at.astimezone(ZoneInfo(self.zone)).isoformat()}
        )
        kind = {"has_many": self.has_many, "is_named": self.is_named}
        return {"id": self.broadcast_id, "options": list(self.words(reader)), **kind, **closes}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What was chosen: answers for each option in their order, and how many people answered."""

    counts: tuple[int, ...]
    people: int

    def percent(self, option: int) -> int:
        """Return how many of a hundred who answered chose this option."""
        return round(100 * self.counts[option] / self.people) if self.people else 0

    @property
    def best(self) -> int:
        """What the option that most chose has."""
        return max(self.counts, default=0)


def may_show(poll: Poll, people: int) -> bool:
    """Tell whether the figures of so many people are told."""
    return poll.is_named or people >= LEAST_SHOWN


def shown_parts(poll: Poll, people: Mapping[int, int]) -> tuple[frozenset[int], int]:
    """Return of which parts (id -> people who answered) figures are told, and how many people the others have.

    What is left when the shown are taken from the sum is never less than LEAST_SHOWN people, unless it is nobody.
    """
    if poll.is_named:
        return frozenset(people), 0
    ordered = sorted(people, key=lambda one: (people[one], one))
    hidden = [one for one in ordered if people[one] < LEAST_SHOWN]
    rest = ordered[len(hidden) :]
    while rest and 0 < sum(people[one] for one in hidden) < LEAST_SHOWN:
        hidden.append(rest.pop(0))
    return frozenset(rest), sum(people[one] for one in hidden)


def read_options(typed: str, number: int | None = None) -> tuple[str, ...]:
    """Return the options typed one to a line; OptionsError when there are too few, too many, long or alike.

    With a `number` there must be exactly so many: those of another language are there already.
    """
    lines = tuple(" ".join(line.split()) for line in typed.splitlines())
    options = tuple(line.lstrip("-•–—*").strip() for line in lines)
    options = tuple(one for one in options if one)
    _must_be_options(options)
    if number is not None and len(options) != number:
        raise OptionsError("number", number)
    return options


def _must_be_options(options: Sequence[str]) -> None:
    if not FEWEST_OPTIONS <= len(options) <= MOST_OPTIONS:
        raise OptionsError("count")
    if any(len(one) > LONGEST_OPTION for one in options):
        raise OptionsError("long")
    if len({one.casefold() for one in options}) < len(options):
        raise OptionsError("twice")


def bit(option: int) -> int:
    """Return what stands for an option in a vote."""
    return 1 << option


def chosen_of(mask: int) -> frozenset[int]:
    """Return the options a vote stands for."""
    return frozenset(option for option in range(MOST_OPTIONS) if mask & bit(option))
