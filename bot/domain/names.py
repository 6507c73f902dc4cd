"""Cleaning, folding, measuring and sorting of what people write.

Always true: every function is total and linear in the length of its text; `clean` and `fold` change nothing when
applied again. The letters in this module are data about alphabets, not sentences.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MOST_MARKS: Final = 3
"""Combining marks kept on one letter; living languages need no more."""

_INVISIBLE: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0\u034f\u17b4\u17b5")
"""Characters that look like nothing although Unicode calls them letters, marks or symbols."""
_DROPPED_CATEGORIES: Final = frozenset({"Cc", "Cf", "Cs", "Co"})
_MARKS: Final = frozenset({"Mn", "Mc", "Me"})
_LINE_ENDS: Final = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")

_TO_RUSSIAN: Final = str.maketrans("әғқңөұүһі", "агкноуухи")
_TO_CYRILLIC: Final = str.maketrans("abcehkmoptxy", "авсенкмортху")
_TO_LATIN: Final = str.maketrans(
    dict(zip("абвгдежзиклмнопрстуфхчшщыэ", "abvgdejziklmnoprstufhCssie", strict=True))
    | {"ц": "ts", "ю": "iu", "я": "ia", "ь": "", "ъ": ""}
    | {"y": "i", "\u0131": "i", "w": "u", "q": "k", "x": "ks", "ə": "a"}
)
_HEARD: Final = (("kh", "h"), ("gh", "g"), ("zh", "j"), ("dj", "j"), ("sh", "s"), ("sch", "s"), ("ch", "C"), ("c", "k"))
"""What is written in several Latin ways; `C` is the sound of «ч», for which Latin has no letter of its own."""
_HEARD_AMONG_VOWELS: Final = (("ie", "e"), ("io", "e"), ("ng", "n"))
_DOUBLED: Final = re.compile(r"([a-zC])\1+")
_ALPHABET_KK: Final = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
_PLACE_KK: Final = {letter: chr(0x1000 + place) for place, letter in enumerate(_ALPHABET_KK)}
_WORD: Final = re.compile(r"[^\W_]+")


def clean(text: str, *, keep_lines: bool = False) -> str:
    """Return the text as NFC without controls, invisible characters, mark floods and needless whitespace."""
    lines = [_clean_line(line) for line in _LINE_ENDS.split(text)]
    if not keep_lines:
        return " ".join(line for line in lines if line)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def fold(text: str) -> str:
    """Return the text for searching: no case, no marks, no punctuation, Kazakh letters as their Russian neighbours."""
    decomposed = unicodedata.normalize("NFKD", ascii_digits(text).replace("№", " ").casefold())
    bare = "".join(char for char in decomposed if unicodedata.category(char) not in _MARKS)
    words = _WORD.findall(unicodedata.normalize("NFKC", bare).casefold().translate(_TO_RUSSIAN))
    return " ".join(_in_one_script(word) for word in words)


def sound(folded: str) -> str:
    """Return roughly how a folded text sounds: one name gives the same in Cyrillic and however it is romanized."""
    heard = folded.translate(_TO_LATIN)
    for written, letter in _HEARD:
        heard = heard.replace(written, letter)
    heard = _DOUBLED.sub(r"\1", heard)
    for written, letter in _HEARD_AMONG_VOWELS:
        heard = heard.replace(written, letter)
    return _DOUBLED.sub(r"\1", heard)


def sort_key_kk(text: str) -> tuple[str, str]:
    """Return a key that sorts by the Kazakh alphabet; Latin goes before Cyrillic."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return "".join(_PLACE_KK.get(char, char) for char in folded), text


def graphemes(text: str) -> int:
    """Return how many characters a person would count: marks, joiners and skin tones belong to the one before."""
    return sum(1 for char in text if not _belongs_to_the_one_before(char))


def ascii_digits(text: str) -> str:
    """Return the text with the digits of every script written 0–9."""
    return "".join(_ascii_digit(char) for char in text)


def _clean_line(line: str) -> str:
    spaced = "".join(" " if char.isspace() else char for char in line)
    visible = "".join(char for char in spaced if not _is_dropped(char))
    composed = unicodedata.normalize("NFC", visible)
    return " ".join(unicodedata.normalize("NFC", _without_floods(composed)).split())


def _is_dropped(char: str) -> bool:
    return char in _INVISIBLE or unicodedata.category(char) in _DROPPED_CATEGORIES


def _without_floods(text: str) -> str:
    """Keep at most MOST_MARKS marks on a letter and none where there is no letter."""
    kept: list[str] = []
    marks = MOST_MARKS
    for char in text:
        if unicodedata.category(char) not in _MARKS:
            marks = MOST_MARKS if char.isspace() else 0
        elif marks >= MOST_MARKS:
            continue
        else:
            marks += 1
        kept.append(char)
    return "".join(kept)


def _belongs_to_the_one_before(char: str) -> bool:
    return unicodedata.category(char) in _MARKS or char == "\u200d" or "\U0001f3fb" <= char <= "\U0001f3ff"


def _ascii_digit(char: str) -> str:
    value = unicodedata.decimal(char, None)
    return char if value is None else str(value)


def _in_one_script(word: str) -> str:
    """Return a word that mixes Cyrillic with Latin look-alikes (a slip of the keyboard) in Cyrillic."""
    if word.isascii() or not any("\u0400" <= char <= "\u04ff" for char in word):
        return word
    return word.translate(_TO_CYRILLIC)
