"""A new season of an event: the same, so many days later, under another name.

Always true: every date moves by the same number of days; nothing is moved out of its order.
"""

from __future__ import annotations

import copy
import re
from datetime import date, timedelta
from typing import Final

from bot.domain.errors import SeasonNameError
from bot.domain.form_edits import Content, questions
from bot.domain.language import Localized

LONGEST: Final = 20
_NOT_CODE: Final = re.compile(r"[^a-z0-9]+")
_LONGEST_CODE: Final = 40
_LONGEST_TITLE: Final = 200
_DAYS_OF_YEAR: Final = 365.25


def season_name(text: str) -> str:
    """Return a typed name of a season; SeasonNameError when it is empty, too long or has nothing for a code."""
    name = " ".join(text.split())
    if not name or len(name) > LONGEST or not _slug(name):
        raise SeasonNameError
    return name


def season_code(code: str, before: str, after: str) -> str:
    """Return the code of the new season's event."""
    old, new = _slug(before), _slug(after)
    named = code.replace(old, new) if old and old in code else f"{code}-{new}"
    return named[-_LONGEST_CODE:].strip("-")


def season_title(title: Localized, before: str, after: str) -> Localized:
    """Return the event's title with the new season's name in place of the old one, or behind it."""
    texts = {
        language: (text.replace(before, after) if before in text else f"{text} · {after}")[:_LONGEST_TITLE]
        for language, text in title.as_dict().items()
    }
    return Localized.of(texts)


def renamed(text: Localized, before: str, after: str) -> Localized:
    """Return a text with the new season's name wherever the old one stood."""
    return Localized.of({language: one.replace(before, after) for language, one in text.as_dict().items()})


def moved(day: str | None, shift: timedelta) -> str | None:
    """Return a date (ISO text) so many days later."""
    return None if day is None else (date.fromisoformat(day) + shift).isoformat()


def years(shift: timedelta) -> int:
    """Return how many whole years lie nearest to a shift."""
    return round(shift.days / _DAYS_OF_YEAR)


def form_for(content: Content, shift: timedelta) -> Content:
    """Return the form with the accepted dates of birth as many whole years later, so that the ages stay the same."""
    changed = copy.deepcopy(dict(content))
    for one in questions(changed):
        if born := one.get("born"):
            for end in ("from", "to"):
                born[end] = _years_later(born[end], years(shift))
    return changed


def _years_later(day: str, number: int) -> str:
    on = date.fromisoformat(day)
    last = 28 if (on.month, on.day) == (2, 29) else on.day
    return on.replace(year=on.year + number, day=last).isoformat()


def _slug(name: str) -> str:
    return _NOT_CODE.sub("-", name.lower()).strip("-")
