"""A text that is longer than one message, in parts that stand by themselves.

Always true: the parts hold every word of the text in order; each is safe HTML with its formatting closed, and opened
again in the next one; none is longer than asked for, counted as Telegram counts: without tags, in UTF-16 code units.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

LONGEST_PART: Final = 3500
"""Characters of a part; what is left of Telegram's 4096 belongs to marks and to what stands around."""
LONGEST_CAPTION: Final = 900
"""The same for a text under a photo or a document."""
NOTHING_LEFT: Final = "☝️"
"""What a message says whose words went into the one before it, when a text became shorter after it was sent."""
_TOKEN: Final = re.compile(r"<[^<>]*>|&[#\w]+;|.", re.DOTALL)
_TAG: Final = re.compile(r"<[^<>]*>")
_NAME: Final = re.compile(r"</?([\w-]+)")
_SENTENCE_ENDS: Final = (".", "!", "?", "…", ":", ";", "»", ")")
_ENDS: Final = (("\n\n", 1), ("\n", 1), (". ", 1), ("! ", 1), ("? ", 1), ("… ", 1), (" ", 0))
"""Where a text is cut best, best first, with how many of the characters stay in the part before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Letter:
    """One visible character: how it is written, how long Telegram takes it to be, and the tags just before it."""

    raw: str
    shown: str
    tags: tuple[str, ...]
    opened: tuple[str, ...]
    """The tags it stands in."""

    @property
    def units(self) -> int:
        return len(self.shown.encode("utf-16-le")) // 2


def length(text: str) -> int:
    """Return the length of safe HTML as Telegram counts it: without tags, in UTF-16 code units."""
    return len(html.unescape(_TAG.sub("", text)).encode("utf-16-le")) // 2


def stands_apart(text: str, *, files: int, has_buttons: bool) -> bool:
    """Tell whether a text follows its files as messages of its own: no caption is so long, no album has buttons."""
    return files > 0 and (length(text) > LONGEST_CAPTION or (files > 1 and has_buttons))


def joined(before: str | None, after: str) -> str:
    """Return safe HTML behind the piece from which somebody's client has cut it off, if there is one."""
    if before is None:
        return after
    said = html.unescape(_TAG.sub("", before)).rstrip()
    return before + ("\n\n" if said.endswith(_SENTENCE_ENDS) else " ") + after


@lru_cache(maxsize=64)
def split(text: str, longest: int = LONGEST_PART) -> tuple[str, ...]:
    """Return safe HTML in parts: cut between paragraphs, else lines, sentences, words, and only then within one."""
    if length(text) <= longest:
        return (text,)
    letters = _letters(text)
    parts: list[str] = []
    while letters:
        end = _end(letters, longest)
        parts.append(_written(letters[:end]))
        letters = _trimmed(letters[end:])
    return tuple(parts) or (text,)


@lru_cache(maxsize=64)
def split_into(text: str, number: int, longest: int = LONGEST_PART) -> tuple[str, ...]:
    """Return safe HTML in exactly so many parts: as even ones as it takes, the last ones empty if words run out.

    Parts are longer than asked for only when the text fits into so many in no other way.
    """
    parts = split(text, longest)
    for step in range(1, _STEPS):
        if len(parts) <= number:
            break
        parts = split(text, longest + longest * step // _STEPS)
    if len(parts) > number:
        parts = split(text, 1 << 30)
    while len(parts) < number and (halved := _halved(parts)) is not None:
        parts = halved
    return (*parts, *(NOTHING_LEFT for _ in range(number - len(parts))))


_STEPS: Final = 8


def _halved(parts: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return one part more, cut out of the longest one; None when there is nothing to cut."""
    place = max(range(len(parts)), key=lambda one: len(parts[one]))
    units = length(parts[place])
    found = split(parts[place], units // 2 + 1) if units > 1 else ()
    if len(found) < 2:  # noqa: PLR2004 - no more than it was
        return None
    rest = found if len(found) == 2 else (found[0], _joined(parts[place], found[0]))  # noqa: PLR2004 - as above
    return (*parts[:place], *rest, *parts[place + 1 :])


def _joined(whole: str, first: str) -> str:
    """Return what of a text comes after its first part."""
    letters = _letters(whole)
    return _written(_trimmed(letters[len(_letters(first)) :]))


def _letters(text: str) -> list[_Letter]:
    found: list[_Letter] = []
    opened: list[str] = []
    tags: list[str] = []
    for token in _TOKEN.findall(text):
        if not (token.startswith("<") and token.endswith(">") and len(token) > 1):
            found.append(_Letter(raw=token, shown=html.unescape(token), tags=tuple(tags), opened=tuple(opened)))
            tags = []
            continue
        tags.append(token)
        if token.startswith("</"):
            opened.pop()
        else:
            opened.append(token)
    return _trimmed(found)


def _trimmed(letters: list[_Letter]) -> list[_Letter]:
    first = next((place for place, one in enumerate(letters) if not one.shown.isspace()), len(letters))
    return letters[first:]


def _end(letters: list[_Letter], longest: int) -> int:
    """Return how many characters the first part has."""
    room, fits = longest, 0
    for one in letters:
        room -= one.units
        if room < 0:
            break
        fits += 1
    if fits == len(letters):
        return fits
    shown = "".join(one.shown[0] for one in letters[: fits + 1])
    for end, stays in _ENDS:
        place = shown.rfind(end, fits // 2)
        if place > 0:
            return min(place + stays, fits)
    return max(1, fits)


def _written(letters: list[_Letter]) -> str:
    """Write characters as HTML, their formatting opened and closed."""
    while letters and letters[-1].shown.isspace():
        letters = letters[:-1]
    if not letters:
        return ""
    inside = [*letters[0].opened, letters[0].raw]
    for one in letters[1:]:
        inside += [*one.tags, one.raw]
    return "".join([*inside, *_closing(letters[-1].opened)])


def _closing(opened: tuple[str, ...]) -> Iterator[str]:
    for tag in reversed(opened):
        name = _NAME.match(tag)
        yield f"</{name[1] if name else ''}>"
