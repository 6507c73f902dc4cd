"""Questions answered in one's own words: a person's name, a short or a long text.

Always true: the value is clean (see `names.clean`) and not longer than the question allows, in characters as people
count them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from bot.domain.names import clean, graphemes
from bot.domain.questions.answer import (
    STALE,
    UNKNOWN,
    Accepted,
    Context,
    Given,
    Json,
    Meaning,
    PressGiven,
    Rejected,
    Rows,
    Shown,
    TextGiven,
)
from bot.domain.questions.question import Question

LONGEST_NAME: Final = 100
_FEWEST_WORDS: Final = 2
_FEWEST_LETTERS: Final = 2
"""In the longest word: families named Yu or I, one letter, are many in Kazakhstan."""
_ADDRESS: Final = re.compile(r"[^\W\d_]{2}\.[^\W\d_]")
"""A dot inside a word, as in an address of a site; initials are fine."""
_DASHES: Final = re.compile(r"[‐‑‒–—−]")  # noqa: RUF001 - every dash that a keyboard makes of "-"
_APOSTROPHES: Final = re.compile(r"[`´‘ʼʹʻ]")  # noqa: RUF001 - every apostrophe that a keyboard makes
_JOINERS: Final = frozenset(" -'’.")


class Name:
    """A person's name, as in a document: at least two words of letters."""

    def read(self, question: Question, given: Given, value: Json, step: str, context: Context) -> Meaning:
        """Take letters of any script; say what else was found."""
        del question, value, step, context
        text = _typed(given, keep_lines=False)
        if isinstance(text, Rejected):
            return text
        name = _APOSTROPHES.sub("’", _DASHES.sub("-", text))
        problem = _problem(name)
        return problem or Accepted(name)

    def choices(self, question: Question, value: Json, step: str, context: Context) -> Rows:
        """Offer no buttons."""
        del question, value, step, context
        return ()

    def shown(self, question: Question, value: Json, context: Context) -> tuple[Shown, ...]:
        """Show the name."""
        del question, context
        return (value if isinstance(value, str) else UNKNOWN,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text of at most so many characters, unless the question says another number."""

    longest: int
    keep_lines: bool

    def read(self, question: Question, given: Given, value: Json, step: str, context: Context) -> Meaning:
        """Take any text that has something to read and is not too long."""
        del value, step, context
        text = _typed(given, keep_lines=self.keep_lines)
        if isinstance(text, Rejected):
            return text
        longest, length = question.longest or self.longest, graphemes(text)
        if length > longest:
            return Rejected("text-too-long", {"longest": longest, "length": length})
        return Accepted(text)

    def choices(self, question: Question, value: Json, step: str, context: Context) -> Rows:
        """Offer no buttons."""
        del question, value, step, context
        return ()

    def shown(self, question: Question, value: Json, context: Context) -> tuple[Shown, ...]:
        """Show the text."""
        del question, context
        return (value if isinstance(value, str) else UNKNOWN,)


def _typed(given: Given, *, keep_lines: bool) -> str | Rejected:
    """Return the cleaned text of a message, or why there is none."""
    if isinstance(given, PressGiven):
        return STALE
    text = clean(given.text, keep_lines=keep_lines) if isinstance(given, TextGiven) else ""
    return text or Rejected("text-needed")


def _problem(name: str) -> Rejected | None:
    length = graphemes(name)
    if length > LONGEST_NAME:
        return Rejected("name-too-long", {"longest": LONGEST_NAME, "length": length})
    if any(unicodedata.category(char)[0] == "N" for char in name):
        return Rejected("name-has-digits")
    if _ADDRESS.search(name) or not all(_is_part_of_a_name(char) for char in name):
        return Rejected("name-has-symbols")
    words = [letters for word in name.split() if (letters := sum(char.isalpha() for char in word))]
    if len(words) < _FEWEST_WORDS or max(words) < _FEWEST_LETTERS:
        return Rejected("name-two-words")
    return None


def _is_part_of_a_name(char: str) -> bool:
    return char in _JOINERS or unicodedata.category(char)[0] in "LM"
