"""A guardian of a participant: who they are to the child, and what they may do.

Always true: whoever may decide may know; a limited guardian is treated everywhere as a stranger is, and only staff
sees that there is a limit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final


class Relation(StrEnum):
    """Who a guardian is to the child."""

    MOTHER = "mother"
    FATHER = "father"
    GRANDPARENT = "grandparent"
    GUARDIAN = "guardian"
    SIBLING_ADULT = "sibling_adult"
    OTHER = "other"


class Limit(StrEnum):
    """What staff may take away from a guardian; who may not know may not decide either."""

    MAY_NOT_DECIDE = "may_not_decide"
    MAY_NOT_KNOW = "may_not_know"


MOST_CHILDREN: Final = 10
"""Of how many children an account may be a guardian before the organizers have looked at it."""


GROWN_UP: Final = 18
"""Years."""


def is_minor(born_on: date, on: date) -> bool:
    """Tell whether somebody has not come of age on a day."""
    birthday = (on.month, on.day) >= (born_on.month, born_on.day)
    return on.year - born_on.year - (0 if birthday else 1) < GROWN_UP


@dataclass(frozen=True, slots=True, kw_only=True)
class Guardian:
    """A link between an account and a participant that has not ended; `relation` is None until they say it."""

    link_id: int
    participant_id: int
    account_id: int
    name: str
    phone: str | None
    relation: Relation | None
    is_primary: bool
    may_decide: bool
    """May give and withdraw consents."""
    may_know: bool
    """Is told things, and may see and print the registration."""
    limit_reason: str | None
    limited_by: int | None
    limited_at: datetime | None
    confirmed_at: datetime

    @property
    def is_limited(self) -> bool:
        """Tell whether staff took something away from this guardian."""
        return self.limited_at is not None
