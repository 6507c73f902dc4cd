"""Who is asking, and what they may touch.

Always true: a role reaches the whole of a programme, one event of it, or one branch of its org units, and nothing
else; a role that does not name a right does not give it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from bot.domain.errors import NotAvailableError
from bot.domain.language import Language


class Role(StrEnum):
    """What a grant allows: owners run all, others what their grant names, coordinators a unit, leaders a squad."""

    OWNER = "owner"
    ORGANIZER = "organizer"
    VIEWER = "viewer"
    CHECKER = "checker"
    COORDINATOR = "coordinator"
    LEADER = "leader"


class Right(StrEnum):
    """What somebody may do: see lists and figures, read one registration whole, decide, check tickets, release."""

    SEE = "see"
    READ = "read"
    DECIDE = "decide"
    CHECK = "check"
    RELEASE = "release"
    """Hand children over to those who collect them."""


RIGHTS: Final[Mapping[Role, frozenset[Right]]] = {
    Role.OWNER: frozenset(Right),
    Role.ORGANIZER: frozenset(Right),
    Role.VIEWER: frozenset({Right.SEE}),
    Role.CHECKER: frozenset({Right.CHECK}),
}
"""A role that is not here gives no right over registrations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """A role: for all, for one programme, for one event of it, for one branch of its units, or for one squad."""

    role: Role
    programme_id: int | None
    event_id: int | None = None
    unit_id: int | None = None
    expires_at: datetime | None = None
    squad_id: int | None = None
    releases: bool = False
    """Whether a ticket checker hands children over too."""

    @property
    def is_limited(self) -> bool:
        """Tell whether it is for less than a programme."""
        return self.event_id is not None or self.unit_id is not None

    def gives(self, right: Right, programme_id: int, event_id: int | None) -> bool:
        """Tell whether it gives a right over some of an event (None: of events yet to be chosen) of a programme."""
        return (
            (right in RIGHTS.get(self.role, ()) or (right is Right.RELEASE and self.releases))
            and self.programme_id in (None, programme_id)
            and (event_id is None or self.event_id in (None, event_id))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The registrations of one event that somebody reaches: all of them, or those of some units.

    Whatever organizers see of many registrations is read through a scope, so that nobody can forget it.
    """

    event_id: int
    unit_ids: frozenset[int] | None
    """With all units below; None: every registration, also one without a unit."""

    @property
    def is_whole(self) -> bool:
        """Tell whether the whole event is reached."""
        return self.unit_ids is None

    def covers(self, unit_id: int | None) -> bool:
        """Tell whether a registration of this unit is reached."""
        return self.unit_ids is None or unit_id in self.unit_ids

    def must_cover(self, unit_id: int | None) -> None:
        """Refuse a registration of any other branch."""
        if not self.covers(unit_id):
            raise NotAvailableError


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A Telegram account as it stands at this update; `place` is the screen it is on."""

    account_id: int
    telegram_id: int
    display_name: str
    language: Language
    has_chosen_language: bool
    place: str = "home"
    place_args: Mapping[str, Any] = field(default_factory=dict)
    grants: tuple[Grant, ...] = ()

    @property
    def is_staff(self) -> bool:
        """Tell whether any role is held that opens the desk."""
        return any(Right.SEE in RIGHTS.get(grant.role, ()) for grant in self.grants)

    @property
    def checks_tickets(self) -> bool:
        """Tell whether tickets may be checked, at any gate at all."""
        return any(Right.CHECK in RIGHTS.get(grant.role, ()) for grant in self.grants)

    @property
    def is_owner(self) -> bool:
        """Tell whether this is an owner of the whole installation."""
        return any(grant.role is Role.OWNER for grant in self.grants)

    @property
    def releases_children(self) -> bool:
        """Tell whether children may be handed over, anywhere at all."""
        return any(Right.RELEASE in RIGHTS.get(grant.role, ()) or grant.releases for grant in self.grants)

    def runs(self, programme_id: int) -> bool:
        """Tell whether this person organizes the whole programme."""
        return any(grant.gives(Right.DECIDE, programme_id, None) and not grant.is_limited for grant in self.grants)

    def coordinates(self, unit_id: int) -> bool:
        """Tell whether this person is the coordinator of this very org unit."""
        return unit_id in self.unit_ids

    @property
    def unit_ids(self) -> tuple[int, ...]:
        """The org units this person coordinates."""
        theirs = [grant.unit_id for grant in self.grants if grant.role is Role.COORDINATOR]
        return tuple(dict.fromkeys(unit_id for unit_id in theirs if unit_id is not None))

    @property
    def squad_ids(self) -> tuple[int, ...]:
        """The squads this person leads."""
        theirs = [grant.squad_id for grant in self.grants if grant.role is Role.LEADER]
        return tuple(dict.fromkeys(squad_id for squad_id in theirs if squad_id is not None))

    def must_lead(self, squad_id: int) -> None:
        """Refuse everybody but the leaders of this very squad."""
        if squad_id not in self.squad_ids:
            raise NotAvailableError

    def must_run(self, programme_id: int) -> None:
        """Refuse everybody but the organizers of the whole programme."""
        if not self.runs(programme_id):
            raise NotAvailableError

    def may(self, right: Right, programme_id: int, event_id: int | None = None) -> bool:
        """Tell whether this person has a right over some of a programme or of an event."""
        return any(grant.gives(right, programme_id, event_id) for grant in self.grants)

    def role_in(self, right: Right, programme_id: int, event_id: int | None = None) -> Role:
        """Return the greatest role that gives this right; NotAvailableError when none does."""
        held = {grant.role for grant in self.grants if grant.gives(right, programme_id, event_id)}
        for role in Role:
            if role in held:
                return role
        raise NotAvailableError

    def must_reach(self, right: Right, programme_id: int, event_id: int | None = None) -> frozenset[int] | None:
        """Return the units whose branches a right is given over, None for all; refuse who has no such right."""
        found = [grant.unit_id for grant in self.grants if grant.gives(right, programme_id, event_id)]
        if not found:
            raise NotAvailableError
        return None if None in found else frozenset(unit for unit in found if unit is not None)

    def must_own(self, account_id: int) -> None:
        """Refuse everybody but the account itself."""
        if account_id != self.account_id:
            raise NotAvailableError
