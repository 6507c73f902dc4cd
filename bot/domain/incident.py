"""An incident: what happened to a child or at a place, written down once and never changed.

Always true: an entry's hash covers everything in it and the hash of the entry before, so whoever changes or takes out
one breaks the chain there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.domain.language import Language

LONGEST: Final = 2000
LONGEST_TELLING: Final = 1000
AGES: Final = (0, 15, 30, 60, 120, 240)
"""How many minutes ago something may have happened; what is older is said in words."""
START: Final = "0" * 64
"""What the first entry of an event has in place of the hash before."""


class Kind(StrEnum):
    """What an incident is about."""

    HEALTH = "health"
    ACCIDENT = "accident"
    BEHAVIOUR = "behaviour"
    LOST = "lost"
    OTHER = "other"


TOLD: Final = frozenset({Kind.HEALTH, Kind.ACCIDENT})
"""Of these guardians may be told by the bot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """An entry of the log; `sealed` are its words as they lie in the database."""

    id: int
    event_id: int
    number: int
    key_id: int
    registration_id: int | None
    kind: Kind
    happened_at: datetime
    corrects: int | None
    author_id: int
    written_at: datetime
    sealed: str
    before_hash: str
    hash: str

    def digest(self) -> str:
        """Return the hash (SHA-256, hexadecimal) that this entry must have."""
        said = {
            "event": self.event_id,
            "number": self.number,
            "key": self.key_id,
            "registration": self.registration_id,
            "kind": self.kind.value,
            "happened_at": self.happened_at.isoformat(),
            "corrects": self.corrects,
            "author": self.author_id,
            "written_at": self.written_at.isoformat(),
            "sealed": self.sealed,
            "before": self.before_hash,
        }
        return hashlib.sha256(json.dumps(said, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What guardians are told: words by language, none when they are only asked to call."""

    incident_id: int
    texts: Mapping[Language, str]
    told_at: datetime | None
    recipients: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """How the log of an event stands: `broken_at` is the number of the first entry that is not as it was written."""

    length: int
    broken_at: int | None
    fingerprint: str
    """The last hash, short enough to be read out."""
