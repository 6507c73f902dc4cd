"""What a school's coordinator works with: the link to forward, and what a pupil still lacks.

Always true: a link says nothing of its school to whoever reads it; its secret follows from the key, so it can be shown
again and nobody without the key can make one.
"""

from __future__ import annotations

import hashlib
import hmac
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.registration import Registration, Status

INVITATION_LIFE: Final = timedelta(hours=24)
"""How long the link that makes somebody a coordinator is good."""
LINK_LIFE: Final = timedelta(days=30)
"""How long the link that a school forwards is good, unless registration closes earlier."""
RESERVE: Final = 5
"""How many more than its places may come by a school's link: some change their mind."""
USES_WITHOUT_QUOTA: Final = 30
_SECRET_BYTES: Final = 16


class Lack(StrEnum):
    """What a pupil's registration waits for, from whoever can do something about it."""

    GUARDIAN = "guardian"
    CONSENT = "consent"
    CORRECTION = "correction"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLink:
    """The link of one school for one event."""

    id: int
    event_id: int
    unit_id: int
    noise: str
    most_uses: int
    uses: int
    expires_at: datetime
    is_revoked: bool

    def is_usable(self, now: datetime) -> bool:
        """Tell whether one more may come by it."""
        return not self.is_revoked and now < self.expires_at and self.uses < self.most_uses


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominee:
    """A pupil whom a school named; `account_id` is whoever opened the link."""

    id: int
    event_id: int
    unit_id: int
    full_name: str
    born_on: str | None
    grade: int | None
    noise: str
    nominated_at: datetime
    expires_at: datetime
    account_id: int | None
    has_begun: bool
    has_sent: bool

    @property
    def stage(self) -> str:
        """How far the pupil is: named, opened, began, sent."""
        if self.account_id is None:
            return "named"
        if self.has_sent:
            return "sent"
        return "began" if self.has_begun else "opened"


def secret_of(key: bytes, kind: str, noise: str) -> str:
    """Return the 128 bits of a link of a kind (unit, pupil), as text."""
    seal = hmac.digest(key, f"{kind}-1:{noise}".encode(), hashlib.sha256)
    return urlsafe_b64encode(seal[:_SECRET_BYTES]).decode().rstrip("=")


def lack_of(registration: Registration, *, has_guardian: bool) -> Lack | None:
    """Return what a registration waits for from the family."""
    match registration.status:
        case Status.RETURNED:
            return Lack.CORRECTION
        case Status.OFFERED:
            return Lack.ANSWER
        case Status.AWAITING_GUARDIAN:
            return Lack.CONSENT if has_guardian else Lack.GUARDIAN
        case _:
            return None
