"""What somebody says of a whole event: stars, whether they would come again, a line if they like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Again(StrEnum):
    """Whether somebody would come again."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """One account's opinion, as far as it is given."""

    stars: int
    again: Again | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """All opinions of an event: how many of each, and the newest words with their stars; nobody is named."""

    stars: Mapping[int, int]
    again: Mapping[Again, int]
    words: tuple[tuple[int, str], ...]

    @property
    def total(self) -> int:
        """How many have an opinion."""
        return sum(self.stars.values())

    @property
    def average(self) -> float:
        """The mean of the stars; 0 when there are none."""
        return sum(stars * number for stars, number in self.stars.items()) / self.total if self.total else 0.0
