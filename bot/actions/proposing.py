"""A step of agreeing: what exactly somebody is asked to agree to, as it can be read.

Always true: a changed text is shown only as long as it stands in front of who asked, and only with the very words that
are agreed to; the words of a draft likewise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from bot.domain.language import Language
from bot.domain.vouch import Deed, Matter
from storage import accounts, broadcasts
from storage.database import Transaction
from storage.values import from_json

PLACE: Final = "announcement-correction"
MARK: Final = 8
"""Letters of the mark that stands for an old and a new text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What is to be said to many: the texts of a draft, or an old text and the new one in its place."""

    texts: Mapping[Language, str]
    old: str | None = None
    is_change: bool = False


def mark_of(old: str, new: str | None) -> str:
    """Return what stands for an old and a new text in a button."""
    return sha256(f"{old}\0{new}".encode()).hexdigest()[:MARK]


def find_words(tx: Transaction, matter: Matter, asked_by: int) -> Words | None:
    """Return what is to be said to many, if it is still what is asked about."""
    if matter.deed is not Deed.SEND:
        return None
    broadcast = broadcasts.find(tx, int(matter.what["broadcast_id"]))
    if broadcast is None:
        return None
    if "mark" not in matter.what:
        is_same = broadcast.revision == matter.what["revision"]
        return Words(texts=broadcast.texts) if is_same else None
    row = accounts.get_row(tx, asked_by)
    args = from_json(row["place_args"])
    if row["place"] != PLACE or args.get("broadcast") != broadcast.id or "text" not in args:
        return None
    language = Language(args["language"])
    old = broadcast.texts.get(language)
    if mark_of(old or "", args["text"]) != matter.what["mark"]:
        return None
    return Words(texts={language: args["text"]}, old=old, is_change=True)
