"""Whom an announcement is for, as facets: who fits is looked up anew whenever it is asked.

Always true: to choose something twice changes nothing; what is taken away stays away, whatever else is chosen; nobody
outside `within` is ever in an audience.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, Self, TypeVar

from bot.domain.errors import StaleError
from bot.domain.language import Language, Localized
from bot.domain.registration import Status

Choice = TypeVar("Choice", bound=StrEnum)

REACHED: Final = (
    Status.CONFIRMED,
    Status.PENDING,
    Status.AWAITING_GUARDIAN,
    Status.RETURNED,
    Status.OFFERED,
    Status.WAITLISTED,
)
"""The statuses an audience is chosen by; those who have left are not written to."""
MOST_FACETS: Final = 60
"""Facets of one audience; a longer list is a squad or a session."""


class Role(StrEnum):
    """What somebody is to a registration, or to the programme."""

    STUDENT = "student"
    GUARDIAN = "guardian"
    COORDINATOR = "coordinator"
    STAFF = "staff"


FAMILY: Final = frozenset({Role.STUDENT, Role.GUARDIAN})


class Kind(StrEnum):
    """What registrations can be chosen by: an org unit with all below it, a session, a squad, or by hand."""

    UNIT = "unit"
    SESSION = "session"
    WAITING = "waiting"
    """Who waits for a place of a session."""
    SQUAD = "squad"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Facet:
    """One thing that registrations are chosen by."""

    kind: Kind
    id: int

    @classmethod
    def typed(cls, text: str) -> Self:
        """Return the facet a button names («unit-5»); ValueError when there can be none."""
        kind, _, number = text.partition("-")
        return cls(kind=Kind(kind), id=_id(number))


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What an audience can be chosen by; a session with its start and how many have a place."""

    facet: Facet
    title: Localized | str
    starts_at: datetime | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Whom an announcement is for.

    A registration is in it that fits the event, the stream, the statuses and, of each kind in `only`, one facet;
    and also whoever was picked by hand, of any stream and any status but those who have left. When nothing but people
    are in `only`, nobody else is. What `without` names is out. Of these registrations, the `roles` that read one of
    the `languages` are written to.
    """

    event_id: int | None = None
    stream_id: int | None = None
    statuses: frozenset[Status] = frozenset({Status.CONFIRMED})
    roles: frozenset[Role] = FAMILY
    languages: frozenset[Language] = frozenset(Language)
    only: frozenset[Facet] = frozenset()
    without: frozenset[Facet] = frozenset()
    within: frozenset[int] | None = None
    """Units beyond which its author may not reach, with all below them; None: everywhere."""

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Self:
        """Build from what `as_dict` returned."""
        return cls(
            event_id=kept.get("event"),
            stream_id=kept.get("stream"),
            statuses=frozenset(Status(one) for one in kept.get("statuses", (Status.CONFIRMED,))),
            roles=frozenset(Role(one) for one in kept.get("roles", FAMILY)),
            languages=frozenset(Language(one) for one in kept.get("languages", Language)),
            only=frozenset(Facet.typed(one) for one in kept.get("only", ())),
            without=frozenset(Facet.typed(one) for one in kept.get("without", ())),
            within=None if kept.get("within") is None else frozenset(kept["within"]),
        )

    def as_dict(self) -> dict[str, Any]:
        """Return what can be kept as a document."""
        return {
            "event": self.event_id,
            "stream": self.stream_id,
            "statuses": sorted(self.statuses),
            "roles": sorted(self.roles),
            "languages": sorted(self.languages),
            "only": [f"{one.kind}-{one.id}" for one in sorted(self.only)],
            "without": [f"{one.kind}-{one.id}" for one in sorted(self.without)],
            "within": None if self.within is None else sorted(self.within),
        }

    @property
    def is_only_picked(self) -> bool:
        """Tell whether nobody is in it but those who were picked by hand."""
        return bool(self.only) and all(one.kind is Kind.PERSON for one in self.only)

    @property
    def leaves_families_out(self) -> bool:
        """Tell whether some of a family that was chosen are not written to."""
        return not self.roles >= FAMILY or self.languages != frozenset(Language)

    def ids(self, kind: Kind, *, without: bool = False) -> frozenset[int] | None:
        """Return what is chosen of a kind; None when nothing is."""
        return frozenset(one.id for one in (self.without if without else self.only) if one.kind is kind) or None

    def choosing(self, part: str, choice: str) -> Self:
        """Return the audience with one part chosen: «all», an id or a code, «+code», «-code»."""
        try:
            return self._choosing(part, choice)
        except ValueError:
            raise StaleError from None

    def _choosing(self, part: str, choice: str) -> Self:
        is_all = choice == "all"
        match part:
            case "event":
                return self._about(None if is_all else _id(choice))
            case "stream":
                return replace(self, stream_id=None if is_all else _id(choice))
            case "status":
                return replace(self, statuses=_turned(self.statuses, choice, Status, frozenset(REACHED)))
            case "role":
                return replace(self, roles=_turned(self.roles, choice, Role, FAMILY))
            case "language":
                return replace(self, languages=_turned(self.languages, choice, Language, frozenset(Language)))
            case "only" | "without" | "off":
                return self._with(Facet.typed(choice), part)
            case _:
                raise StaleError

    def _about(self, event_id: int | None) -> Self:
        """Return the audience for another event; what belongs to the one before is not chosen any more."""
        if event_id == self.event_id:
            return self
        of_all = frozenset({Kind.UNIT})
        return replace(
            self,
            event_id=event_id,
            stream_id=None,
            only=frozenset(one for one in self.only if one.kind in of_all),
            without=frozenset(one for one in self.without if one.kind in of_all),
        )

    def _with(self, facet: Facet, part: str) -> Self:
        one = frozenset({facet})
        chosen = replace(
            self,
            only=self.only | one if part == "only" else self.only - one,
            without=self.without | one if part == "without" else self.without - one,
        )
        if len(chosen.only) + len(chosen.without) > MOST_FACETS:
            raise StaleError
        return chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """An audience with a name, to be used again."""

    id: int
    programme_id: int
    name: str
    audience: Audience
    is_dropped: bool = False


def _turned(chosen: frozenset[Choice], choice: str, kind: type[Choice], every: frozenset[Choice]) -> frozenset[Choice]:
    """Return a set after «all», «+one», «-one» or only «one»."""
    if choice == "all":
        return every
    one = frozenset({kind(choice.lstrip("+-"))})
    if choice.startswith("+"):
        return chosen | one
    return chosen - one if choice.startswith("-") else one


def _id(choice: str) -> int:
    """Return the id a button names; ValueError when no row can have it."""
    number = int(choice)
    if not 0 < number < 2**53:
        raise ValueError(choice)
    return number
