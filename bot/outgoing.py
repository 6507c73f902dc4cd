"""What a message looks like before it is sent: text, one keyboard, one file.

Always true: the text is HTML; nothing here knows the network.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final

Files = Mapping[str, tuple[str, bytes]]
"""Parts of an upload: field -> (file name, content)."""

NO_FILES: Final[Files] = MappingProxyType({})
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button under a message: `data` comes back when it is pressed, `url` is opened; exactly one is given."""

    text: str
    data: str | None = None
    url: str | None = None
    style: str | None = None

    def __post_init__(self) -> None:
        if (self.data is None) == (self.url is None):
            raise ValueError("a button has either data or a url")

    def as_json(self) -> dict[str, str]:
        """Return Telegram's InlineKeyboardButton."""
        fields = {"text": self.text, "callback_data": self.data, "url": self.url, "style": self.style}
        return {name: value for name, value in fields.items() if value is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyButton:
    """A button instead of the keyboard: it sends its own text, or asks for the person's own contact."""

    text: str
    asks_contact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyKeyboard:
    """Rows of buttons instead of the keyboard; no rows take it away."""

    rows: tuple[tuple[ReplyButton, ...], ...]

    def as_json(self) -> dict[str, Any]:
        """Return Telegram's ReplyKeyboardMarkup or ReplyKeyboardRemove."""
        if not self.rows:
            return {"remove_keyboard": True}
        rows = [
            [{"text": button.text, **({"request_contact": True} if button.asks_contact else {})} for button in row]
            for row in self.rows
        ]
        return {"keyboard": rows, "resize_keyboard": True, "one_time_keyboard": True}


REMOVE: Final = ReplyKeyboard(rows=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One message as it will look: HTML text, at most one keyboard, at most one file (bytes, or a kept file_id)."""

    text: str
    keyboard: tuple[tuple[Button, ...], ...] = ()
    reply_keyboard: ReplyKeyboard | None = None
    photo: bytes | str | None = None
    album: tuple[str, ...] = ()
    """Photos that Telegram keeps, sent as one album with the text under it; it has no keyboard."""
    document: tuple[str, bytes] | str | None = None
    rest: tuple[Outgoing, ...] = ()
    """What belongs to it and follows as messages of its own; the buttons stand under the last."""

    def __post_init__(self) -> None:
        if self.keyboard and self.reply_keyboard:
            raise ValueError("a message has one keyboard")
        if self.photo is not None and self.document is not None:
            raise ValueError("a message has one file")
        if self.album and (self.keyboard or self.reply_keyboard or self.document is not None):
            raise ValueError("an album has no keyboard and no document")

    @property
    def parts(self) -> tuple[Outgoing, ...]:
        """Return every message of it, in order."""
        return (replace(self, rest=()), *self.rest) if self.rest else (self,)

    @property
    def span(self) -> int:
        """Return how many messages Telegram makes of this one, without what follows: an album is several."""
        return len(self.album) or 1

    def plus(self, *rows: tuple[Button, ...]) -> Outgoing:
        """Return it with more rows of buttons, under its last message; an album has no room for them."""
        *before, last = self.parts
        last = replace(last, keyboard=(*last.keyboard, *rows))
        return replace(before[0], rest=(*before[1:], last)) if before else last

    def send_request(self, chat_id: int) -> tuple[str, dict[str, Any], Files]:
        """Return method, payload and files that send this as a new message."""
        if self.album:
            media: list[dict[str, str]] = [{"type": "photo", "media": one} for one in self.album]
            media[0] |= self._words()
            return "sendMediaGroup", {"chat_id": chat_id, "media": media}, NO_FILES
        payload = {"chat_id": chat_id, **self._words(), **self._markup()}
        if isinstance(self.document, tuple):
            return "sendDocument", payload, {"document": self.document}
        if self.document is not None:
            return "sendDocument", payload | {"document": self.document}, NO_FILES
        if isinstance(self.photo, bytes):
            return "sendPhoto", payload, {"photo": ("picture.png", self.photo)}
        if self.photo is not None:
            return "sendPhoto", payload | {"photo": self.photo}, NO_FILES
        return "sendMessage", payload, NO_FILES

    def edit_request(self, chat_id: int, message_id: int) -> tuple[str, dict[str, Any]]:
        """Return method and payload that make an older message look like this; its file stays as it was."""
        method = "editMessageCaption" if self._has_file else "editMessageText"
        return method, {"chat_id": chat_id, "message_id": message_id, **self._words(), **self._markup()}

    def buttons_request(self, chat_id: int, message_id: int) -> tuple[str, dict[str, Any]]:
        """Return method and payload that put these buttons under an older message."""
        return "editMessageReplyMarkup", {"chat_id": chat_id, "message_id": message_id, **self._markup()}

    def can_replace(self, *, has_media: bool) -> bool:
        """Tell whether an older message, with a file or without, can be edited into this one."""
        return not has_media and not self._has_file and not self.rest and self.reply_keyboard is None

    @property
    def _has_file(self) -> bool:
        return self.photo is not None or self.document is not None or bool(self.album)

    def _words(self) -> dict[str, Any]:
        if self._has_file and not self.text:
            return {}
        if self._has_file:
            return {"caption": self.text, "parse_mode": "HTML"}
        return {"text": self.text, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}

    def _markup(self) -> dict[str, Any]:
        if self.keyboard:
            return {"reply_markup": {"inline_keyboard": [[b.as_json() for b in row] for row in self.keyboard]}}
        return {"reply_markup": self.reply_keyboard.as_json()} if self.reply_keyboard else {}


def plain(text: str) -> str:
    """Return HTML as plain text: tags away, references resolved."""
    return html.unescape(_TAG.sub("", text))
