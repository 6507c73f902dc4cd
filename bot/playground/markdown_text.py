"""Telegram's MarkdownV2: nested marks, every reserved character escaped, and the server's own words when it refuses."""

from dataclasses import dataclass, field

from .errors import Json
from .html_text import emoji_id, parse_failure, utf16_length

RESERVED = frozenset("_*[]()~`>#+-=|{}.!\n")
NAMES = {
    "bold": "Bold", "italic": "Italic", "underline": "Underline", "strikethrough": "Strikethrough",
    "spoiler": "Spoiler", "code": "Code", "pre": "Pre", "pre_code": "PreCode", "text_link": "TextUrl",
    "custom_emoji": "CustomEmoji", "blockquote": "BlockQuote", "expandable_blockquote": "ExpandableBlockQuote",
}  # fmt: skip
ENDINGS = {
    "bold": "*", "strikethrough": "~", "code": "`", "pre": "```", "pre_code": "```", "text_link": "]",
    "custom_emoji": "]", "underline": "__", "spoiler": "||",
}  # fmt: skip
BEGINNINGS = (("__", "underline"), ("_", "italic"), ("**>", "expandable_blockquote"), ("*", "bold"),
              ("~", "strikethrough"), ("||", "spoiler"), ("```", "pre"), ("`", "code"), ("![", "custom_emoji"),
              ("[", "text_link"))  # fmt: skip
QUOTES = frozenset({"blockquote", "expandable_blockquote"})


@dataclass(slots=True, kw_only=True)
class _Open:
    type: str
    offset: int
    at: int
    start: int
    language: str = ""


@dataclass(slots=True)
class _MarkdownParser:
    text: str
    position: int = 0
    parts: list[str] = field(default_factory=list)
    length: int = 0
    stack: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)
    quoted: bool = False

    def run(self) -> tuple[str, list[Json]]:
        while self.position < len(self.text):
            self._step()
        if self.quoted and self.stack and self.stack[-1].type in QUOTES:
            self._finish(self.stack.pop(), {})
        if self.stack:
            raise self._endless(self.stack[-1])
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.parts), self.entities

    def _step(self) -> None:
        char = self.text[self.position]
        following = self.text[self.position + 1 : self.position + 2]
        if char == "\\" and following and 0 < ord(following) <= 126:
            self._emit(following)
            self.position += 2
        elif char not in self._reserved():
            self._emit(char)
            self.position += 1
        elif self._ends(char):
            self._end(char)
        else:
            self._begin(char)

    def _reserved(self) -> frozenset[str]:
        inside_code = self.stack and self.stack[-1].type in {"code", "pre", "pre_code"}
        return frozenset("`") if inside_code else RESERVED

    def _emit(self, piece: str) -> None:
        self.parts.append(piece)
        self.length += utf16_length(piece)

    def _at(self, mark: str) -> bool:
        return self.text.startswith(mark, self.position)

    def _bytes_before(self, position: int) -> int:
        return len(self.text[:position].encode())

    def _endless(self, opened: _Open) -> Exception:
        offset = self._bytes_before(opened.at)
        return parse_failure(f"Can't find end of {NAMES[opened.type]} entity at byte offset {offset}")

    def _ends(self, char: str) -> bool:
        if not self.stack:
            return False
        if self.quoted and char == "\n" and not self.text.startswith(">", self.position + 1):
            return True
        kind = self.stack[-1].type
        if kind == "italic":
            return char == "_" and not self._at("__")
        if kind == "expandable_blockquote":
            return self._at("||") and self.text[self.position + 2 : self.position + 3] in {"", "\n"}
        return kind in ENDINGS and self._at(ENDINGS[kind])

    def _begin(self, char: str) -> None:
        if char == "\n":
            self._new_line()
            return
        kind, mark = ("blockquote", ">") if char == ">" and self.position == 0 else self._kind_here()
        if kind == "expandable_blockquote" and self.text[self.position - 1 : self.position] not in {"", "\n"}:
            kind, mark = "bold", "*"
        if not kind or (kind in QUOTES and self.quoted):
            raise parse_failure(f"Character '{char}' is reserved and must be escaped with the preceding '\\'")
        opened = _Open(type=kind, offset=self.length, at=self.position, start=len(self.parts))
        self.position += len(mark)
        self.quoted = self.quoted or kind in QUOTES
        if kind == "pre":
            self._language(opened)
        self.stack.append(opened)

    def _kind_here(self) -> tuple[str, str]:
        return next(((kind, mark) for mark, kind in BEGINNINGS if self._at(mark)), ("", ""))

    def _new_line(self) -> None:
        self._emit("\n")
        self.position += 1
        if not self._at(">"):
            return
        self.position += 1
        if not self.quoted:
            self.quoted = True
            start = self.position - 1
            self.stack.append(_Open(type="blockquote", offset=self.length, at=start, start=len(self.parts)))

    def _language(self, opened: _Open) -> None:
        end = self.position
        while end < len(self.text) and not self.text[end].isspace() and self.text[end] != "`":
            end += 1
        if end > self.position and end < len(self.text) and self.text[end] != "`":
            opened.language = self.text[self.position : end]
            opened.type = "pre_code"
            self.position = end
        if self._at("\r\n") or self._at("\n\r"):
            self.position += 2
        elif self._at("\n") or self._at("\r"):
            self.position += 1

    def _end(self, char: str) -> None:
        opened = self.stack[-1]
        if char == "\n" and opened.type not in QUOTES:
            raise self._endless(opened)
        self.stack.pop()
        extra: Json = {}
        if opened.type in QUOTES:
            self._end_quote(char)
        else:
            self.position += len(ENDINGS.get(opened.type, "_"))
        if opened.type == "text_link":
            extra = {"url": self._address("a URL") or "".join(self.parts[opened.start :])}
        elif opened.type == "custom_emoji":
            extra = self._emoji()
        elif opened.type == "pre_code":
            extra = {"type": "pre", "language": opened.language}
        self._finish(opened, extra, trailing=char == "\n")

    def _end_quote(self, char: str) -> None:
        self.quoted = False
        if char == "\n":
            self._emit("\n")
            self.position += 1
        else:
            self.position += 2

    def _finish(self, opened: _Open, extra: Json, *, trailing: bool = False) -> None:
        length = self.length - opened.offset - trailing
        if length > 0:
            self.entities.append({"type": opened.type, "offset": opened.offset, "length": length, **extra})

    def _emoji(self) -> Json:
        address = self._address("a custom emoji URL")
        if not address.startswith("tg://emoji?id="):
            raise parse_failure("Custom emoji entity must contain a tg://emoji URL")
        return {"custom_emoji_id": emoji_id(address.removeprefix("tg://emoji?id="))}

    def _address(self, what: str) -> str:
        """Read `(address)` if it follows."""
        if not self._at("("):
            return ""
        begin = self.position + 1
        self.position = begin
        address = []
        while self.position < len(self.text) and self.text[self.position] != ")":
            if self.text[self.position] == "\\" and self.position + 1 < len(self.text):
                self.position += 1
            address.append(self.text[self.position])
            self.position += 1
        if not self._at(")"):
            raise parse_failure(f"Can't find end of {what} at byte offset {self._bytes_before(begin)}")
        self.position += 1
        return "".join(address)


def parse_markdown(text: str) -> tuple[str, list[Json]]:
    """Return the visible text and its entities; a 400 in the server's words when it cannot be parsed."""
    return _MarkdownParser(text.replace("\0", " ")).run()
