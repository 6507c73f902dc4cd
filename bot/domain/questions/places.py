"""The question for an organisational unit: region, district, school — by buttons, by search, or typed when not listed.

Always true: only units of the question's levels and roots are accepted, or a typed title inside one of them.
Steps: "" the first list, "u12" inside unit 12, "u12@2" its second page, "u12?text" search results inside it,
"u12!" waiting for a title that is not listed; without a unit "@2", "?text" and "!".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.domain.language import Localized
from bot.domain.names import clean, fold, graphemes
from bot.domain.questions.answer import (
    STALE,
    UNKNOWN,
    Accepted,
    Choice,
    Context,
    Given,
    Json,
    Meaning,
    Opened,
    PressGiven,
    Rejected,
    Rows,
    Shown,
    TextGiven,
    Word,
)
from bot.domain.questions.branches import Branches, Spot
from bot.domain.questions.paging import page_count, paged, pages_row
from bot.domain.questions.question import Question
from bot.domain.units import Unit

TOP: Final = "top"
"""The payload that leads back to the first list."""
LONGEST_TITLE: Final = 100
LONGEST_QUERY: Final = 60
_SHORTEST_TITLE: Final = 2


class Place:
    """An organisational unit; the value is its code, or the deepest known code and a typed title."""

    def read(self, question: Question, given: Given, value: Json, step: str, context: Context) -> Meaning:
        """Take a press, a typed title to search for, or a title that is not listed."""
        del value
        branches = Branches(question=question, units=context.units)
        match given:
            case PressGiven(payload):
                return _pressed(branches, payload)
            case TextGiven(text):
                return _typed(branches, branches.spot(step), clean(text))
            case _:
                return Rejected("choose-button")

    def choices(self, question: Question, value: Json, step: str, context: Context) -> Rows:
        """Offer the units at this step, pages, «not in the list» and the way back."""
        branches = Branches(question=question, units=context.units)
        spot = branches.spot(step)
        if spot.is_typing:
            return ((Choice(_payload(spot.unit), Word("form-back-to-list")),),)
        if spot.query is not None:
            return _results(branches, spot)
        return _list(branches, spot, _chosen(value, context))

    def shown(self, question: Question, value: Json, context: Context) -> tuple[Shown, ...]:
        """Show the titles from the region down, and the typed one last."""
        del question
        if not isinstance(value, Mapping):
            return (UNKNOWN,)
        code, other = value.get("code"), value.get("other")
        titles = tuple(unit.title for unit in context.units.path(code)) if isinstance(code, str) else ()
        typed = (other,) if isinstance(other, str) else ()
        return (*titles, *typed) or (UNKNOWN,)


def trail(question: Question, step: str, context: Context) -> tuple[Shown, ...]:
    """Return the titles chosen so far, and the word that asks to type a title where one is awaited."""
    spot = Branches(question=question, units=context.units).spot(step)
    titles = tuple(unit.title for unit in context.units.path(spot.unit.code)) if spot.unit else ()
    return (*titles, Word("form-write-title")) if spot.is_typing else titles


def _pressed(branches: Branches, payload: str) -> Meaning:
    if payload == TOP:
        return Opened("")
    spot = branches.find_spot(payload) if payload else None
    if spot is None or spot.query is not None:
        return STALE
    if spot.is_typing:
        return Opened(payload) if branches.may_type(spot.unit) else STALE
    if spot.page > page_count(len(branches.listed(spot.unit))):
        return STALE
    if spot.page > 1 or spot.unit is None:
        return Opened(payload)
    return _entered(branches, spot.unit)


def _entered(branches: Branches, unit: Unit) -> Meaning:
    """Go into a unit, or accept it when there is nothing to choose inside."""
    inside = branches.descended(unit)
    if branches.listed(inside):
        return Opened(f"u{inside.id}")
    if branches.is_cut_short(inside):
        return Opened(f"u{inside.id}!")
    return Accepted({"code": inside.code})


def _typed(branches: Branches, spot: Spot, text: str) -> Meaning:
    length = graphemes(text)
    if length > LONGEST_TITLE:
        return Rejected("text-too-long", {"longest": LONGEST_TITLE, "length": length})
    if not any(char.isalnum() for char in text):
        return Rejected("text-needed")
    if spot.is_typing:
        return _other(branches, spot, text)
    named = [unit for unit in branches.listed(spot.unit) if fold(text) in map(fold, unit.title.as_dict().values())]
    if len(named) == 1:
        return _entered(branches, named[0])
    query = text[:LONGEST_QUERY].strip()
    if not branches.found(spot.unit, query):
        return Rejected("unit-not-found")
    return Opened(f"{_step(spot.unit)}?{query}")


def _other(branches: Branches, spot: Spot, text: str) -> Meaning:
    if graphemes(text) < _SHORTEST_TITLE:
        return Rejected("text-needed")
    unit = spot.unit or branches.common()
    return Accepted({"code": unit.code if unit else None, "other": text})


def _list(branches: Branches, spot: Spot, chosen: frozenset[str]) -> Rows:
    listed = branches.listed(spot.unit)
    rows = tuple((Choice(f"u{unit.id}", unit.title, unit.code in chosen),) for unit in paged(listed, spot.page))
    above = branches.above(spot.unit)
    back: Rows = () if above is spot.unit else ((Choice(_payload(above), Word("form-level-back")),),)
    return (*rows, *pages_row(len(listed), spot.page, _step(spot.unit)), *_not_listed(branches, spot.unit), *back)


def _results(branches: Branches, spot: Spot) -> Rows:
    found = branches.found(spot.unit, spot.query or "")
    rows = tuple((Choice(f"u{unit.id}", _label(branches, unit)),) for unit in found)
    back = Choice(_payload(spot.unit), Word("form-back-to-list"))
    return (*rows, *_not_listed(branches, spot.unit), (back,))


def _not_listed(branches: Branches, unit: Unit | None) -> Rows:
    if not branches.may_type(unit):
        return ()
    return ((Choice(f"{_step(unit)}!", Word("form-not-listed")),),)


def _label(branches: Branches, unit: Unit) -> Localized | Word:
    """Return a title with the unit above it, since schools of different districts have the same number."""
    above = branches.units.ancestors(unit.code)
    return Word("form-unit-inside", {"title": unit.title, "inside": above[-1].title}) if above else unit.title


def _chosen(value: Json, context: Context) -> frozenset[str]:
    code = value.get("code") if isinstance(value, Mapping) else None
    return frozenset(unit.code for unit in context.units.path(code)) if isinstance(code, str) else frozenset()


def _step(unit: Unit | None) -> str:
    return f"u{unit.id}" if unit else ""


def _payload(unit: Unit | None) -> str:
    return _step(unit) or TOP
