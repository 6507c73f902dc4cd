"""What one organizer may only do after another one has agreed.

Always true: what is agreed to is one exact deed, for as many as were named, and only for a time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

LIFE: Final = timedelta(hours=24)
"""So long a request waits, and so long what was confirmed may be done."""
TENTH: Final = 10
"""As many more as a tenth of what was confirmed may have come since."""


class Deed(StrEnum):
    """What takes two: many registrations as a table, a role for a whole programme, a message to many."""

    EXPORT = "export"
    ROLE = "role"
    SEND = "send"


class State(StrEnum):
    """What has become of a request; only the first two are alive."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    USED = "used"
    WITHDRAWN = "withdrawn"
    DECLINED = "declined"
    EXPIRED = "expired"


REPEATED: Final[Mapping[Deed, timedelta]] = {Deed.EXPORT: timedelta(minutes=10)}
"""For so long after the first time a deed may be done again: the other kind of file, or one that did not arrive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """From how many on it takes two, and after how long somebody who is alone may confirm it alone."""

    above: int = 50
    send_above: int = 300
    """The same for an announcement; an emergency never waits."""
    alone_after: timedelta = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One exact deed; `what` holds the ids and codes that name it, `amount` how many people it concerns."""

    deed: Deed
    programme_id: int
    event_id: int | None = None
    what: Mapping[str, int | str] = field(default_factory=dict)
    amount: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Vouch:
    """A request that somebody else agree to a deed."""

    id: int
    matter: Matter
    asked_by: int
    asked_at: datetime
    expires_at: datetime
    state: State
    settled_by: int | None
    used_at: datetime | None

    def is_alive(self, now: datetime) -> bool:
        """Tell whether it can still lead to the deed."""
        return self.state in (State.OPEN, State.CONFIRMED) and now < self.expires_at

    def covers(self, amount: int, now: datetime) -> bool:
        """Tell whether the deed may be done for so many now."""
        agreed = self.matter.amount + self.matter.amount // TENTH
        return self.state is State.CONFIRMED and now < self.expires_at and amount <= agreed
