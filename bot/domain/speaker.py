"""Who speaks at a session: a name in the timetable, and perhaps the account behind it.

Always true: a corrected name is still the same person, another name is another one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.language import Language, Localized
from bot.domain.names import fold
from bot.domain.timetable import Session


class Answer(StrEnum):
    """What a speaker says about coming; who says nothing is silent."""

    CAN = "can"
    CANNOT = "cannot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """An account that speaks at a session; `name` is what Telegram shows, `known_as` what it was invited as."""

    session_id: int
    account_id: int
    name: str
    known_as: Localized
    since_at: datetime
    language: Language | None
    answer: Answer | None
    answered_at: datetime | None


def is_same_person(one: Localized | None, other: Localized | None) -> bool:
    """Tell whether two names share a word in any language."""
    if one is None or other is None:
        return False
    pairs = zip(one.as_dict().values(), other.as_dict().values(), strict=True)
    return any(set(fold(mine).split()) & set(fold(theirs).split()) for mine, theirs in pairs)


def is_same_name(one: Localized | None, other: Localized | None) -> bool:
    """Tell whether two names are the same in any language."""
    if one is None or other is None:
        return False
    pairs = zip(one.as_dict().values(), other.as_dict().values(), strict=True)
    return any(fold(mine) == fold(theirs) != "" for mine, theirs in pairs)


def can_be_asked(session: Session, now: datetime) -> bool:
    """Tell whether it still matters whether a speaker comes."""
    return not session.is_cancelled and now < session.ends_at
