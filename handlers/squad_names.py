"""What a squad is called: its own name, or its number in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.domain.squad import Squad
from bot.texts import Html, Translator


def squad_name(t: Translator, squad: Squad) -> Html:
    """Return what a squad is called."""
    return called(t, {"squad_name": squad.name, "squad_number": squad.number})


def called(t: Translator, data: Mapping[str, Any]) -> Html:
    """Return what the squad is called that a message tells of."""
    name = data["squad_name"]
    return t.piece(name) if name else t("squad-number", number=str(data["squad_number"]))
