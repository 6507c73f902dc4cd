"""Questions answered with a photo or a document.

Always true: the value names a file that was made harmless and lies sealed, and holds what opens it; nothing is read
from the file here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.domain.names import clean
from bot.domain.questions.answer import (
    STALE,
    UNKNOWN,
    Accepted,
    Context,
    FileGiven,
    Given,
    Json,
    Meaning,
    PressGiven,
    Rejected,
    Rows,
    Shown,
    Word,
)
from bot.domain.questions.question import Question

MOST_MEGABYTES: Final = 20
"""What a bot may download from Telegram."""
_LONGEST_NAME: Final = 100
_TYPES: Final = frozenset({"application/pdf", "image/jpeg", "image/png", "image/webp", "image/heic", "image/heif"})
"""Documents that cannot run anything."""
_WORDS: Final = {"photo": Word("form-photo"), "document": Word("form-document")}


class File:
    """A photo, a picture or a PDF."""

    def read(self, question: Question, given: Given, value: Json, step: str, context: Context) -> Meaning:
        """Take a file of an accepted kind, type and size."""
        del value, step, context
        match given:
            case FileGiven():
                return _read(question, given)
            case PressGiven(_):
                return STALE
            case _:
                return Rejected(_needed(question))

    def choices(self, question: Question, value: Json, step: str, context: Context) -> Rows:
        """Offer no buttons."""
        del question, value, step, context
        return ()

    def shown(self, question: Question, value: Json, context: Context) -> tuple[Shown, ...]:
        """Show what was sent, with a document's name."""
        del question, context
        if not isinstance(value, Mapping):
            return (UNKNOWN,)
        kind, name = value.get("kind"), value.get("name")
        word = _WORDS.get(kind, UNKNOWN) if isinstance(kind, str) else UNKNOWN
        return (word, name) if isinstance(name, str) and name else (word,)


def _read(question: Question, file: FileGiven) -> Meaning:
    if question.accepts and file.kind not in question.accepts:
        return Rejected(_needed(question))
    if (file.size or 0) > MOST_MEGABYTES * 1024 * 1024 or file.refusal == "file-too-large":
        return Rejected("file-too-large", {"megabytes": MOST_MEGABYTES})
    if file.refusal is not None:
        return Rejected(file.refusal)
    name = clean(file.name or "")[:_LONGEST_NAME]
    if file.upload is not None:
        return Accepted({"kind": file.kind, "upload": file.upload.name, "key": file.upload.key, "name": name})
    if file.kind == "document" and not _is_readable(file.mime):
        return Rejected("file-type")
    return Accepted({"kind": file.kind, "file_id": file.file_id, "name": name})


def _is_readable(mime: str | None) -> bool:
    return mime in _TYPES


def _needed(question: Question) -> str:
    match question.accepts:
        case ("photo",):
            return "photo-needed"
        case ("document",):
            return "document-needed"
        case _:
            return "file-needed"
