"""Telegram's HTML: the tags it knows, entities measured in UTF-16 units, and its own words when it refuses.

A lone `&` or `>` is text, a lone `<` is an error; only lt, gt, amp and quot are named references.
"""

import re
from dataclasses import dataclass, field

from .errors import ApiError, Json, bad_request

TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "span": "spoiler",
    "tg-spoiler": "spoiler", "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji", "tg-time": "date_time",
}  # fmt: skip
SPACES = frozenset(" \t\r\n\v\0")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(lt|gt|amp|quot)(?![a-zA-Z]));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_NAME_TOKEN = re.compile(r"[a-zA-Z0-9.-]*")
LAST_CODE_POINT = 0x10FFFF
LONGEST_NUMERIC = 10


def parse_failure(text: str) -> ApiError:
    """Make the refusal of a text that cannot be parsed."""
    return bad_request(f"Can't parse entities: {text}")


def utf16_length(text: str) -> int:
    """Return the length in UTF-16 units, as entities count."""
    return len(text) + sum(1 for char in text if char > "\uffff")


@dataclass(slots=True, kw_only=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int
    start: int


@dataclass(slots=True)
class _HtmlParser:
    text: str
    position: int = 0
    parts: list[str] = field(default_factory=list)
    length: int = 0
    stack: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def run(self) -> tuple[str, list[Json]]:
        while self.position < len(self.text):
            char = self.text[self.position]
            if char == "<":
                self._tag()
            elif char == "&":
                self._reference()
            else:
                self._plain()
        if self.stack:
            raise parse_failure(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"')
        return "".join(self.parts), self.entities

    def _emit(self, piece: str) -> None:
        self.parts.append(piece)
        self.length += utf16_length(piece)

    def _plain(self) -> None:
        ends = [end for end in (self.text.find("<", self.position), self.text.find("&", self.position)) if end >= 0]
        end = min(ends, default=len(self.text))
        self._emit(self.text[self.position : end])
        self.position = end

    def _reference(self) -> None:
        decoded, after = decode_reference(self.text, self.position)
        self._emit(decoded)
        self.position = after

    def _char(self) -> str:
        return self.text[self.position] if self.position < len(self.text) else "\0"

    def _bytes_before(self, position: int) -> int:
        return len(self.text[:position].encode())

    def _word(self, stop: str) -> str:
        begin = self.position
        while self._char() not in SPACES and self._char() not in stop:
            self.position += 1
        return self.text[begin : self.position]

    def _skip_spaces(self) -> None:
        while self.position < len(self.text) and self._char() in SPACES:
            self.position += 1

    def _tag(self) -> None:
        begin = self.position
        self.position += 1
        if self._char() == "/":
            self._end_tag(begin)
        else:
            self._start_tag(begin)
        self.position += 1

    def _start_tag(self, begin: int) -> None:
        tag = self._word(">").lower()
        if self.position >= len(self.text):
            raise parse_failure(f"Unclosed start tag at byte offset {self._bytes_before(begin)}")
        if tag not in TAGS:
            raise parse_failure(f'Unsupported start tag "{tag}" at byte offset {self._bytes_before(begin)}')
        attributes = self._attributes(tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            offset = self._bytes_before(begin)
            raise parse_failure(f'Tag "span" must have class "tg-spoiler" at byte offset {offset}')
        self.stack.append(_Open(tag=tag, attributes=attributes, offset=self.length, start=len(self.parts)))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while True:
            self._skip_spaces()
            if self._char() == ">":
                return attributes
            name = self._word(">=")
            if not name:
                raise parse_failure(
                    f'Empty attribute name in the tag "{tag}" at byte offset {self._bytes_before(begin)}'
                )
            self._skip_spaces()
            attributes.setdefault(name, self._value(tag, begin) if self._char() == "=" else "")
            if self.position >= len(self.text):
                raise parse_failure(f"Unclosed start tag at byte offset {self._bytes_before(begin)}")

    def _value(self, tag: str, begin: int) -> str:
        self.position += 1
        self._skip_spaces()
        if self.position >= len(self.text):
            raise parse_failure(f'Unclosed start tag "{tag}" at byte offset {self._bytes_before(begin)}')
        if self._char() in "'\"":
            return self._quoted()
        token_begin = self.position
        found = _NAME_TOKEN.match(self.text, self.position)
        self.position = found.end() if found else self.position
        if self._char() not in SPACES and self._char() != ">":
            raise parse_failure(f"Unexpected end of name token at byte offset {self._bytes_before(token_begin)}")
        return self.text[token_begin : self.position].lower()

    def _quoted(self) -> str:
        quote = self._char()
        end = self.text.find(quote, self.position + 1)
        end = len(self.text) if end < 0 else end
        raw = self.text[self.position + 1 : end]
        self.position = end + 1
        return unescape(raw)

    def _end_tag(self, begin: int) -> None:
        if not self.stack:
            raise parse_failure(f"Unexpected end tag at byte offset {self._bytes_before(begin)}")
        self.position += 1
        name = self._word(">").lower()
        self._skip_spaces()
        if self._char() != ">":
            raise parse_failure(f"Unclosed end tag at byte offset {self._bytes_before(begin)}")
        opened = self.stack.pop()
        if name and name != opened.tag:
            offset = self._bytes_before(begin)
            raise parse_failure(
                f'Unmatched end tag at byte offset {offset}, expected "</{opened.tag}>", found "</{name}>"'
            )
        if self.length > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        entity: Json = {"type": TAGS[opened.tag], "offset": opened.offset, "length": self.length - opened.offset}
        attributes = opened.attributes
        if opened.tag == "a":
            entity["url"] = attributes.get("href") or "".join(self.parts[opened.start :])
        elif opened.tag == "blockquote" and "expandable" in attributes:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = emoji_id(attributes.get("emoji-id", ""))
        elif opened.tag == "tg-time":
            entity.update(moment(attributes))
        elif opened.tag in {"code", "pre"} and self._joins_previous(entity, attributes):
            return
        self.entities.append(entity)

    def _joins_previous(self, entity: Json, attributes: dict[str, str]) -> bool:
        """Make one "pre" with a language of a pre and a code around the same text."""
        language = attributes.get("class", "").removeprefix("language-")
        if entity["type"] == "code" and "language-" in attributes.get("class", ""):
            entity["language"] = language
        previous = self.entities[-1] if self.entities else {}
        same = all(previous.get(name) == entity[name] for name in ("offset", "length"))
        pair = {previous.get("type"), entity["type"]}
        found = previous.get("language") or entity.get("language")
        if not same or pair != {"code", "pre"} or not found:
            return False
        previous.update({"type": "pre", "language": found})
        return True


def decode_reference(text: str, position: int) -> tuple[str, int]:
    """Return the character of the reference at `position` and where it ends; a wrong one is just an ampersand."""
    found = _REFERENCE.match(text, position)
    if found is None:
        return "&", position + 1
    hexadecimal, decimal, name = found.groups()
    if name:
        return _NAMED[name], found.end()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    length = found.end() - position - found.group().endswith(";")
    if code == 0 or code >= LAST_CODE_POINT or length >= LONGEST_NUMERIC:
        return "&", position + 1
    if 0xD800 <= code <= 0xDFFF:
        raise bad_request("Text contains invalid Unicode characters after decoding HTML entities, "
                          "check for unmatched surrogate code units")  # fmt: skip
    return chr(code), found.end()


def unescape(text: str) -> str:
    """Return an attribute value with its references decoded."""
    parts, position = [], 0
    while (found := text.find("&", position)) >= 0:
        parts.append(text[position:found])
        decoded, position = decode_reference(text, found)
        parts.append(decoded)
    return "".join([*parts, text[position:]])


def emoji_id(value: str) -> str:
    """Return the id of a custom emoji or refuse it."""
    if not value.isdigit() or int(value) == 0:
        raise parse_failure("Invalid custom emoji identifier specified")
    return value


def moment(attributes: dict[str, str]) -> Json:
    """Return the fields of a date-time entity or refuse them."""
    unix, shape = attributes.get("unix", ""), attributes.get("format", "")
    if not unix.lstrip("-").isdigit():
        raise parse_failure("Invalid date-time specified")
    if shape != "r" and not re.fullmatch(r"w?[dD]?[tT]?", shape):
        raise parse_failure("Invalid date-time format specified")
    return {"unix_time": int(unix), "date_time_format": shape} if shape else {"unix_time": int(unix)}


def parse_html(text: str) -> tuple[str, list[Json]]:
    """Return the visible text and its entities; a 400 in the server's words when it cannot be parsed."""
    plain, entities = _HtmlParser(text.replace("\0", " ")).run()
    for entity in entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return plain, entities
