"""What stands under the question of a poll: what answering means, and a button for each option."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bot.domain.poll import bit
from bot.telegram import Button
from bot.texts import Html, Translator
from handlers.poll_callbacks import VotePress


def lines(t: Translator, poll: Mapping[str, Any]) -> Html:
    """Whether organizers see names, whether several may be chosen, and until when."""
    found = [t("poll-note-named" if poll["is_named"] else "poll-note-anonymous")]
    if poll["has_many"]:
        found.append(t("poll-note-many"))
    if "closes" in poll:
        closes = datetime.fromisoformat(poll["closes"])
        found.append(t("poll-ends-at", moment=t.moment(closes, closes.tzinfo or UTC)))
    return Html("\n".join(found))


def buttons(poll: Mapping[str, Any], *, chosen: int = 0, do: str = "give") -> tuple[tuple[Button, ...], ...]:
    """One button for each option; a chosen one takes the answer back."""
    rows = []
    for option, words in enumerate(poll["options"]):
        is_chosen = bool(chosen & bit(option))
        press = VotePress(broadcast_id=poll["id"], do="back" if is_chosen else do, option=option).pack()
        style = "success" if is_chosen else None
        rows.append((Button(text=("✅ " if is_chosen else "") + words, data=press, style=style),))
    return tuple(rows)
