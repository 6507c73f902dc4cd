"""Reasons that need not be typed: they are kept by their code, so that everybody reads them in their own language."""

from __future__ import annotations

from typing import Final

from bot.texts import Translator

RETURN: Final = ("return-name", "return-study", "return-words")
DECLINE: Final = ("decline-age", "decline-places", "decline-twice")
_MARK: Final = "#"


def kept(code: str) -> str:
    """Return what is kept of a ready reason."""
    return _MARK + code


def words(t: Translator, reason: str) -> str:
    """Return a kept reason as it is read: a ready one in the reader's language, a typed one as it was typed."""
    code = reason.removeprefix(_MARK)
    return t(f"reason-{code}") if reason.startswith(_MARK) and code in RETURN + DECLINE else reason
