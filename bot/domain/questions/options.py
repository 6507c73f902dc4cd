"""Questions answered with options: one of them, or several.

Always true: only codes of the question's own options are ever accepted, each once, in the question's order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.domain.names import fold
from bot.domain.questions.answer import (
    STALE,
    UNKNOWN,
    Accepted,
    Choice,
    Context,
    Given,
    Json,
    Meaning,
    PressGiven,
    Rejected,
    Rows,
    Shown,
    TextGiven,
    Word,
    in_rows,
)
from bot.domain.questions.paging import page_in, paged, pages_row, read_page
from bot.domain.questions.question import Option, Question

DONE: Final = "done"
_PARTS: Final = re.compile(r"[,;\n]")


def fewest(question: Question) -> int:
    """Return how many options must be chosen at least."""
    if question.least is not None:
        return question.least
    return 1 if question.required else 0


def most(question: Question) -> int:
    """Return how many options may be chosen at most."""
    return len(question.options) if question.most is None else question.most


class OneOf:
    """One of the options; the value is its code."""

    def read(self, question: Question, given: Given, value: Json, step: str, context: Context) -> Meaning:
        """Take a pressed option or its title typed in any language."""
        del value, step, context
        match given:
            case PressGiven(payload):
                page = read_page(payload, len(question.options))
                if page is not None:
                    return page
                return Accepted(payload) if question.option(payload) else STALE
            case TextGiven(text):
                option = _titled(question, text)
                return Accepted(option.code) if option else Rejected("choose-button")
            case _:
                return Rejected("choose-button")

    def choices(self, question: Question, value: Json, step: str, context: Context) -> Rows:
        """Offer every option, a page at a time."""
        del context
        page = page_in(step)
        shown = [Choice(one.code, one.title, one.code == value) for one in paged(question.options, page)]
        return (*in_rows(shown, 1), *pages_row(len(question.options), page))

    def shown(self, question: Question, value: Json, context: Context) -> tuple[Shown, ...]:
        """Show the option's title."""
        del context
        option = question.option(value) if isinstance(value, str) else None
        return (option.title if option else UNKNOWN,)


class SeveralOf:
    """Several of the options; the value is the list of their codes, saved at every press and final at «done»."""

    def read(self, question: Question, given: Given, value: Json, step: str, context: Context) -> Meaning:
        """Take «+code», «-code» and «done», or titles typed with commas between them."""
        del step, context
        chosen = _chosen(question, value)
        match given:
            case PressGiven(payload) if payload == DONE:
                return _done(question, chosen)
            case PressGiven(payload):
                return read_page(payload, len(question.options)) or _pressed(question, chosen, payload)
            case TextGiven(text):
                return _typed(question, chosen, text)
            case _:
                return Rejected("choose-button")

    def choices(self, question: Question, value: Json, step: str, context: Context) -> Rows:
        """Offer every option with the press that would change it, and «done» once enough are chosen."""
        del context
        chosen, page = _chosen(question, value), page_in(step)
        shown = [
            Choice(f"{'-' if one.code in chosen else '+'}{one.code}", one.title, one.code in chosen)
            for one in paged(question.options, page)
        ]
        done = Choice(DONE, Word("form-done", {"count": len(chosen)}))
        last: Rows = ((done,),) if len(chosen) >= fewest(question) else ()
        return (*in_rows(shown, 1), *pages_row(len(question.options), page), *last)

    def shown(self, question: Question, value: Json, context: Context) -> tuple[Shown, ...]:
        """Show the titles of what was chosen, or that it was nothing."""
        del context
        titles = tuple(one.title for one in question.options if one.code in _chosen(question, value))
        return titles or (Word("form-nothing-chosen"),)


def _titled(question: Question, text: str) -> Option | None:
    """Return the option with this title in any language."""
    wanted = fold(text)
    for option in question.options:
        if wanted and wanted in {fold(title) for title in option.title.as_dict().values()}:
            return option
    return None


def _chosen(question: Question, value: Json) -> frozenset[str]:
    """Return the saved codes that are still options."""
    saved = value if isinstance(value, Sequence) and not isinstance(value, str) else ()
    return frozenset(one.code for one in question.options if one.code in saved)


def _accepted(question: Question, chosen: frozenset[str], *, is_final: bool) -> Accepted:
    return Accepted([one.code for one in question.options if one.code in chosen], is_final=is_final)


def _done(question: Question, chosen: frozenset[str]) -> Meaning:
    if len(chosen) < fewest(question):
        return Rejected("several-too-few", {"least": fewest(question)})
    return _accepted(question, chosen, is_final=True)


def _pressed(question: Question, chosen: frozenset[str], payload: str) -> Meaning:
    sign, code = payload[:1], payload[1:]
    if sign not in {"+", "-"} or question.option(code) is None:
        return STALE
    return _changed(question, chosen | {code} if sign == "+" else chosen - {code})


def _typed(question: Question, chosen: frozenset[str], text: str) -> Meaning:
    whole = _titled(question, text)
    named = [whole] if whole else [_titled(question, part) for part in _PARTS.split(text)[: len(question.options)]]
    codes = frozenset(option.code for option in named if option)
    if not codes or None in named:
        return Rejected("choose-button")
    return _changed(question, chosen | codes)


def _changed(question: Question, chosen: frozenset[str]) -> Meaning:
    if len(chosen) > most(question):
        return Rejected("several-too-many", {"most": most(question)})
    return _accepted(question, chosen, is_final=False)
