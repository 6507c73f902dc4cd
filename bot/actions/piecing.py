"""The pieces into which somebody's client cuts a text that is too long for one message.

Always true: a text that was refused leaves nothing behind, neither a beginning nor an end.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.domain.access import Actor
from bot.domain.broadcast import Broadcast
from bot.domain.language import Language
from storage import accounts, broadcasts
from storage.database import Transaction

TEXT: Final = "announcement-text"
SECONDS_BETWEEN_PIECES: Final = 2
"""A client cuts a text that is too long for a message, at 4096 characters at most, and sends the pieces at once."""


def refuse(
    tx: Transaction, actor: Actor, broadcast: Broadcast, language: Language, said_at: datetime, *, is_cut: bool
) -> None:
    """Forget the pieces that a refused one belongs to, and remember when it came: what is behind it is no text."""
    if not is_cut:
        return
    if actor.place_args.get("goes_on"):
        rest = {code: text for code, text in broadcast.texts.items() if code is not language}
        broadcasts.update(tx, replace(broadcast, texts=rest))
    args = {name: value for name, value in actor.place_args.items() if name != "goes_on"}
    accounts.set_place(tx, actor.account_id, TEXT, {**args, "cut_at": said_at.timestamp()})


def is_rest_of_refused(actor: Actor, said_at: datetime) -> bool:
    """Tell whether a piece of a text that was cut came a moment ago and was refused."""
    cut_at = actor.place_args.get("cut_at")
    return cut_at is not None and abs(said_at.timestamp() - cut_at) <= SECONDS_BETWEEN_PIECES
