"""A registration on paper: facts, answers and consents, as many pages as they need.

Always true: texts are shown letter by letter, whatever they hold; no word leaves its column; the document names no
author and no date of its own, so equal content gives equal bytes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final

from bot.documents.drawing import draw_pdf

_LONG_WORD: Final = re.compile(r"\S{30,}")
_PIECE: Final = 10
_BREAK: Final = "\u200b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under a heading; `head` names the columns, nothing for pairs of a question and its answer."""

    title: str
    rows: tuple[tuple[str, ...], ...]
    head: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One registration, or what is kept of an account; begins on a page of its own."""

    kind: str
    title: str
    facts: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...] = ()


def draw_dossier(sheets: Sequence[Sheet], *, language: str, title: str, foot: str) -> bytes:
    """Return an A4 PDF of the sheets; `foot` stands at the bottom of every page, `title` names the document."""
    drawn = {
        "sheets": [_breakable(asdict(sheet)) for sheet in sheets],
        "language": language,
        "title": title,
        "foot": foot,
    }
    return draw_pdf("dossier.typ", drawn)


def _breakable(content: object) -> object:
    """Return the content with places to break inside words that no column can hold."""
    if isinstance(content, str):
        return _LONG_WORD.sub(_with_breaks, content)
    if isinstance(content, dict):
        return {key: _breakable(value) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [_breakable(value) for value in content]
    return content


def _with_breaks(word: re.Match[str]) -> str:
    text = word.group()
    return _BREAK.join(text[start : start + _PIECE] for start in range(0, len(text), _PIECE))
