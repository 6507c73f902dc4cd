"""What a message says in a conversation with the camp: read from Telegram, and shown again.

Always true: a text, a photo or a document is passed on, each by the id under which Telegram keeps it; a voice, a video,
a sticker or a place says nothing here, so it is refused and not lost silently.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import Any

from aiogram.types import Message

from bot.domain.thread import Message as Said
from bot.domain.thread import Words
from bot.telegram import Outgoing
from bot.texts import Html, Translator


def words_of(message: Message) -> Words:
    """Return what a message says; nothing for what is not passed on."""
    if message.photo:
        return Words(text=message.caption or "", photo=message.photo[-1].file_id)
    if message.document is not None and message.animation is None:
        return Words(text=message.caption or "", document=message.document.file_id)
    return Words(text=message.text or "")


def in_line(t: Translator, words: Words) -> Html | str:
    """Return a message as it stands inside a screen: a file is named, not shown."""
    if not words.has_file:
        return words.text
    name = t("thread-photo") if words.photo is not None else t("thread-document")
    return Html(f"{name}\n{html.escape(words.text, quote=False)}") if words.text else name


def owed(data: Mapping[str, Any]) -> Words:
    """Return what the message says that a notice is about."""
    return Words(text=data["text"], photo=data["photo"], document=data["document"])


def files(t: Translator, said: Sequence[Said]) -> tuple[Outgoing, ...]:
    """Return the files of a conversation, each as a message of its own."""
    return tuple(
        Outgoing(text=in_line(t, one.words), photo=one.words.photo, document=one.words.document)
        for one in said
        if one.words.has_file
    )
