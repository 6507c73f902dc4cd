"""From the text a call carries to the text and entities a message keeps, with Telegram's limits and refusals."""

import re
from collections.abc import Callable
from itertools import accumulate
from typing import Any

from .errors import Json, bad_request
from .html_text import parse_html, utf16_length
from .links import checked_link, linked_user_id
from .markdown_text import parse_markdown
from .params import Params

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_RAW = 32_768
ENTITIES_KEPT = 100
FindUser = Callable[[int], Json | None]
Formatted = tuple[str, list[Json]]

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]|\t")
_FOUND = re.compile(
    r"(?P<url>(?:https?://|www\.)[^\s<>\"']+|(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|org|net|kz|ru|me|info|io|dev)"
    r"(?:/[^\s<>\"']*)?(?![\w@.-]))"
    r"|(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<![\w/<>])(?P<bot_command>/[a-zA-Z0-9_]{1,64}(?:@\w{3,32})?)(?![\w/])"
    r"|(?<![\w@])(?P<mention>@[a-zA-Z]\w{3,31})(?!\w)"
    r"|(?<![\w#])(?P<hashtag>#\w*[^\W\d]\w*)",
    re.IGNORECASE,
)
_KEEPS_OUT = frozenset({"code", "pre", "text_link", "text_mention", "url", "email"})


def formatted_text(params: Params, field: str, entities_field: str, find_user: FindUser) -> Formatted:
    """Return the text of an argument with its entities: parsed, cleaned, trimmed and completed."""
    raw = params.text(field)
    if _byte_length(raw) > LONGEST_RAW:
        raise bad_request("text is too long")
    text, entities = _parse(raw, params, entities_field)
    text, entities = trimmed(text, _resolved(entities, find_user))
    return text, with_found_entities(text, entities)[:ENTITIES_KEPT]


def _byte_length(raw: str) -> int:
    try:
        return len(raw.encode())
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None


def message_text(params: Params, find_user: FindUser, field: str = "text") -> Formatted:
    """Return the formatted text of a message or refuse an empty one."""
    if not params.text(field):
        raise bad_request("message text is empty")
    text, entities = formatted_text(params, field, "entities", find_user)
    if not text:
        raise bad_request("text must be non-empty")
    return text, entities


def check_length(text: str, longest: int = LONGEST_TEXT) -> None:
    """Refuse what is longer than a message or a caption may be, in code points."""
    if len(text) > longest:
        raise bad_request("message is too long" if longest == LONGEST_TEXT else "message caption is too long")


def text_content(formatted: Formatted) -> Json:
    """Return the fields of a text message."""
    text, entities = formatted
    return {"text": text, "entities": entities} if entities else {"text": text}


def caption_content(params: Params, find_user: FindUser) -> Json:
    """Return the caption fields of a media message, none when there is no caption."""
    text, entities = formatted_text(params, "caption", "caption_entities", find_user)
    content: Json = {"caption": text} if text else {}
    if text and entities:
        content["caption_entities"] = entities
    if text and params.flag("show_caption_above_media"):
        content["show_caption_above_media"] = True
    return content


def _parse(raw: str, params: Params, entities_field: str) -> Formatted:
    mode = params.text("parse_mode").lower()
    if mode == "html":
        return parse_html(raw)
    if mode == "markdownv2":
        return parse_markdown(raw)
    if mode == "markdown":
        raise bad_request("the playground does not model parse_mode Markdown")
    if mode:
        raise bad_request("unsupported parse_mode")
    return raw, _given_entities(raw, params.parsed(entities_field, "message entities"))


def _given_entities(text: str, given: Any) -> list[Json]:  # noqa: ANN401 - JSON may be anything
    if given is None:
        return []
    if not isinstance(given, list) or not all(isinstance(entity, dict) for entity in given):
        raise bad_request("can't parse message entities: expected an Array of MessageEntity")
    size = utf16_length(text)
    for entity in given:
        offset, length = entity.get("offset"), entity.get("length")
        if not isinstance(offset, int) or not isinstance(length, int) or not isinstance(entity.get("type"), str):
            raise bad_request("can't parse MessageEntity: field must be specified")
        if offset > size:
            raise bad_request(f"entity begins after the end of the text at UTF-16 offset {size}")
        if offset < 0 or offset + length > size:
            raise bad_request(f"entity beginning at UTF-16 offset {offset} ends after the end of the text "
                              f"at UTF-16 offset {size}")  # fmt: skip
    return [dict(entity) for entity in given if entity["length"] > 0]


def _resolved(entities: list[Json], find_user: FindUser) -> list[Json]:
    """Turn links to accounts into mentions and drop links Telegram refuses."""
    kept = []
    for entity in entities:
        if entity["type"] != "text_link":
            kept.append(entity)
            continue
        user_id = linked_user_id(entity.get("url", ""))
        user = find_user(user_id) if user_id is not None else None
        place = {"offset": entity["offset"], "length": entity["length"]}
        if user is not None:
            kept.append({"type": "text_mention", **place, "user": user})
        elif user_id is None and (url := checked_link(entity.get("url", ""))):
            kept.append({"type": "text_link", **place, "url": url})
    return kept


def trimmed(text: str, entities: list[Json]) -> Formatted:
    """Clean control characters and both ends; entities move with their text."""
    ordered = sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))
    cleaned = _CONTROL.sub(lambda found: "" if found.group() == "\r" else " ", text)
    short = cleaned.strip()
    if short == text:
        return text, ordered
    if not ordered:
        return short, []
    lost_before = utf16_length(cleaned) - utf16_length(cleaned.lstrip())
    removed = _removed_before(text)
    end = utf16_length(short)
    moved = []
    for entity in ordered:
        begin = max(0, removed(entity["offset"]) - lost_before)
        finish = min(end, removed(entity["offset"] + entity["length"]) - lost_before)
        if finish > begin:
            moved.append({**entity, "offset": begin, "length": finish - begin})
    return short, moved


def _removed_before(text: str) -> Callable[[int], int]:
    """Return a function from an offset in `text` to the offset once carriage returns are gone."""
    if "\r" not in text:
        return lambda offset: offset
    units = [unit for char in text for unit in ((0,) if char == "\r" else (1,) * utf16_length(char))]
    kept = [0, *accumulate(units)]
    return lambda offset: kept[min(offset, len(kept) - 1)]


def with_found_entities(text: str, entities: list[Json]) -> list[Json]:
    """Add the links, commands, mentions, hashtags and addresses Telegram finds by itself."""
    if not any(mark in text for mark in "/@#."):
        return entities
    found = []
    for match in _FOUND.finditer(text):
        piece = match.group().rstrip(".,:;!?)") if match.lastgroup == "url" else match.group()
        offset = utf16_length(text[: match.start()])
        entity = {"type": match.lastgroup, "offset": offset, "length": utf16_length(piece)}
        if not any(_overlap(entity, other) for other in entities if other["type"] in _KEEPS_OUT):
            found.append(entity)
    return sorted([*entities, *found], key=lambda entity: (entity["offset"], -entity["length"])) if found else entities


def _overlap(first: Json, second: Json) -> bool:
    return bool(
        first["offset"] < second["offset"] + second["length"] and second["offset"] < first["offset"] + first["length"],
    )
