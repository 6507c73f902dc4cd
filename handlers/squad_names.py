"""What a squad is called: its own name, or its number in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.actions.rostering import Line
from bot.domain.squad import Squad
from bot.texts import Html, Translator


def squad_name(t: Translator, squad: Squad) -> Html:
    """Return what a squad is called."""
    return called(t, {"squad_name": squad.name, "squad_number": squad.number})


def squad_line(t: Translator, squad: Squad, leaders: Sequence[str]) -> Html:
    """Return which squad a child is in and who leads it, for the family."""
    if not leaders:
        return t("family-squad", squad=squad_name(t, squad))
    return t("family-squad-led", squad=squad_name(t, squad), leaders=", ".join(leaders))


def line_text(t: Translator, one: Line) -> Html:
    """A child in one line: the name, the grade, the school."""
    parts = [t.piece(one.name)]
    if one.grade is not None:
        parts.append(t("list-grade", grade=one.grade))
    if one.school is not None:
        parts.append(t.of(one.school))
    return Html(" · ".join(parts))


def called(t: Translator, data: Mapping[str, Any]) -> Html:
    """Return what the squad is called that a message tells of."""
    name = data["squad_name"]
    return t.piece(name) if name else t("squad-number", number=str(data["squad_number"]))
