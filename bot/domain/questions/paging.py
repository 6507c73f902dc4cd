"""Long lists of buttons, a page at a time.

Always true: a page is named "@1", "@2" … in payloads and steps, the first one also "", and never begins an option's
code; a page beyond the end shows the last one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, TypeVar

from bot.domain.questions.answer import Choice, Opened, Rows, Word

PAGE_ROWS: Final = 8
_PAGE: Final = re.compile(r"@([1-9][0-9]{0,3})")
_One = TypeVar("_One")


def page_in(step: str) -> int:
    """Return the page (from 1) that a step names."""
    named = _PAGE.fullmatch(step)
    return int(named[1]) if named else 1


def read_page(payload: str, length: int) -> Opened | None:
    """Return the step that a page's button opens; None when the payload is no page of this list."""
    named = _PAGE.fullmatch(payload)
    if named is None or int(named[1]) > page_count(length):
        return None
    return Opened(payload if payload != "@1" else "")


def page_count(length: int) -> int:
    """Return how many pages a list of this length has."""
    return max(1, -(-length // PAGE_ROWS))


def paged(items: Sequence[_One], page: int) -> Sequence[_One]:
    """Return the items of one page."""
    page = min(page, page_count(len(items)))
    return items[(page - 1) * PAGE_ROWS : page * PAGE_ROWS]


def pages_row(length: int, page: int, prefix: str = "") -> Rows:
    """Return the row of buttons that turn the pages; no row when one page is enough."""
    last = page_count(length)
    page = min(page, last)
    turns = []
    if page > 1:
        turns.append(Choice(f"{prefix}@{page - 1}", Word("form-previous", {"page": page - 1, "pages": last})))
    if page < last:
        turns.append(Choice(f"{prefix}@{page + 1}", Word("form-more", {"page": page + 1, "pages": last})))
    return (tuple(turns),) if turns else ()
