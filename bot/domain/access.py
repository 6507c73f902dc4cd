"""Who is asking, and what they may touch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from bot.domain.errors import NotAvailableError
from bot.domain.language import Language


class Role(StrEnum):
    """What a grant allows: owners run everything, organizers run their programme, coordinators look after a unit."""

    OWNER = "owner"
    ORGANIZER = "organizer"
    COORDINATOR = "coordinator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """A role, for one programme or (None) for all; a coordinator's also for one org unit."""

    role: Role
    programme_id: int | None
    unit_id: int | None = None


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
        return any(grant.unit_id is None for grant in self.grants)

    @property
    def is_owner(self) -> bool:
        """Tell whether this is an owner of the whole installation."""
        return any(grant.role is Role.OWNER for grant in self.grants)

    def runs(self, programme_id: int) -> bool:
        """Tell whether this person organizes the programme."""
        return any(grant.programme_id in (None, programme_id) for grant in self.grants if grant.unit_id is None)

    def coordinates(self, unit_id: int) -> bool:
        """Tell whether this person is the coordinator of this very org unit."""
        return any(grant.unit_id == unit_id for grant in self.grants)

    @property
    def unit_ids(self) -> tuple[int, ...]:
        """The org units this person coordinates."""
        return tuple(dict.fromkeys(grant.unit_id for grant in self.grants if grant.unit_id is not None))

    def must_run(self, programme_id: int) -> None:
        """Refuse everybody but the programme's organizers."""
        if not self.runs(programme_id):
            raise NotAvailableError

    def must_own(self, account_id: int) -> None:
        """Refuse everybody but the account itself."""
        if account_id != self.account_id:
            raise NotAvailableError
