"""What a guardian agrees to: exact words, for one purpose, in one version."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.language import Localized


class Decision(StrEnum):
    """What a guardian decided; a change of mind is a new decision."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentText:
    """The exact words a guardian agrees to, for one purpose; a new version needs a new consent."""

    id: int
    event_id: int
    purpose: str
    version: int
    is_required: bool
    title: Localized
    body: Localized
