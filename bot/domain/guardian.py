"""A guardian of a participant: who they are to the child, and what they may do.

Always true: whoever may decide may know; a limited guardian is treated everywhere as a stranger is, and only staff
sees that there is a limit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


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
