"""Names made to break markup, and texts made to take long, in every template and every kind of question."""

from __future__ import annotations

import itertools
import os
import random
import re
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.domain.form import TextGiven, read_answer
from bot.domain.language import Language
from bot.domain.names import clean, fold, graphemes, sound
from bot.domain.questions.answer import LONGEST_TEXT
from bot.playground.html_text import parse_html
from bot.texts import FOLDER, Html, Translator
from tests.domain.samples import CONTEXT, question

NAMES: Final = int(os.environ.get("NAMES", "2500"))
"""How many names are tried; the whole of it: NAMES=10000."""
SHOWN: Final = frozenset({"name", "guardian", "child", "answer", "reason", "phone", "participant", "person"})
"""Arguments of texts that hold what people wrote."""
PIECES: Final = (
    "<b>", "</b>", "<", ">", "&", "&amp;", "&lt", "&#0;", "&#x110000;", '"', "'", "<a href='x'>", "</a", "<script>",
    "<!--", "]]>", "{ $x }", "{", "}", "\u202e", "\u2066", "\u200b", "\u200d", "\u0301" * 30, "👨‍👩‍👧", "🇰🇿", "\ufffd",
    "Ә", "ʼ", "𝕬", "\x00", "\n", "\t", "%s", "\\", "*_`[", "=cmd|", "@all", "Saparova", "Айым", " ", "-",
)  # fmt: skip


class Variables(Visitor):
    """The arguments a message takes."""

    def __init__(self, message: ftl.Message) -> None:
        self.found: set[str] = set()
        self.visit(message)

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        self.found.add(node.id.name)


def templates(language: Language) -> dict[str, set[str]]:
    """Return the texts that show what people wrote, with the arguments they take."""
    found: dict[str, set[str]] = {}
    for path in sorted((FOLDER / language.value).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            if isinstance(entry, ftl.Message) and (taken := Variables(entry).found) & SHOWN:
                found[entry.id.name] = taken
    return found


def hostile_names(number: int) -> list[str]:
    """Return so many names, the same ones every time."""
    choice = random.Random(7)
    pairs = ["".join(pair) for pair in itertools.product(PIECES, repeat=2)]
    more = ["".join(choice.choices(PIECES, k=choice.randint(3, 8))) for _ in range(number - len(pairs))]
    return (pairs + more)[:number]


def broken(language: Language, names: list[str], *, escapes: bool = True) -> list[str]:
    """Return the templates that a name breaks or adds markup to."""
    t, wrong = Translator(language, strict=True), []
    for key, taken in templates(language).items():
        plain = {name: "x" if name in SHOWN else 1 for name in taken}
        marks = len(parse_html(t.format(key, plain))[1])
        for name in names:
            shown = name if escapes else Html(name)
            try:
                entities = parse_html(t.format(key, {**plain, **dict.fromkeys(taken & SHOWN, shown)}))[1]
            except Exception as error:  # noqa: BLE001 - whatever it refuses with
                wrong.append(f"{key}: {name!r}: {error}")
                continue
            own = [one for one in entities if one["type"] in {"bold", "italic", "text_link", "strikethrough"}]
            if len(own) > marks:
                wrong.append(f"{key}: {name!r}: {own}")
    return wrong


@pytest.mark.parametrize("language", list(Language))
def test_no_name_breaks_a_text_or_adds_markup_to_it(language: Language) -> None:
    assert templates(language)
    assert broken(language, hostile_names(200)) == []


@pytest.mark.slow
def test_thousands_of_names_break_no_text() -> None:
    names = hostile_names(NAMES)
    assert len(set(names)) > NAMES // 2
    for place, language in enumerate(Language):
        assert broken(language, names[place :: len(Language)]) == []


def test_without_escaping_the_same_names_break_texts() -> None:
    assert broken(Language.EN, hostile_names(50), escapes=False) != []


KINDS: Final = ("name", "text", "long_text", "phone", "number", "birth_date", "unit")
MORE: Final[Mapping[str, dict[str, Any]]] = {
    "birth_date": {"born": {"from": "2008-01-01", "to": "2014-12-31"}},
    "unit": {"levels": ["region", "district", "school"]},
}
HOSTILE: Final = tuple(
    (piece * LONGEST_TEXT)[:LONGEST_TEXT]
    for piece in (
        "a", "1", " ", "-", "1.", "1 ", "a.", "\u0301", "e\u0301", "\u202e", "\u200d👩", "ﷺ", "\n", "\r\n", "+", "(",
        "sh", "ё", "١", "a ", "<", "\u1100\u1161", "ie", "io", "’-", "17.05.", "8 701 ",
    )
) + tuple(piece * (LONGEST_TEXT - 1) + "!" for piece in ("1", "a", ".", " "))  # fmt: skip
PLAIN: Final = ("Saparova Aiym " * 400)[:LONGEST_TEXT]
ROOM: Final = 0.05
"""Seconds a hostile text may take beyond what is proportional."""


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of the shortest of three runs: what else the machine does takes no part."""
    runs = []
    for _ in range(3):
        before = time.thread_time()
        work()
        runs.append(time.thread_time() - before)
    return min(runs)


def slow_ones(work: Callable[[str], object], texts: tuple[str, ...] = HOSTILE) -> list[tuple[str, float]]:
    """Return the beginnings of the texts that take much longer than a plain one of the same length."""
    plain = seconds(lambda: work(PLAIN))
    taken = [(text[:8], seconds(partial(work, text))) for text in texts]
    return [(begin, one) for begin, one in taken if one > 20 * plain + ROOM]


@pytest.mark.parametrize("kind", KINDS)
def test_a_hostile_text_is_read_about_as_fast_as_a_plain_one(kind: str) -> None:
    asked = question(kind, **MORE.get(kind, {}))
    assert slow_ones(lambda text: read_answer(asked, TextGiven(text), None, None, CONTEXT)) == []


@pytest.mark.parametrize("work", [clean, fold, graphemes, lambda text: sound(fold(text))])
def test_cleaning_and_folding_take_time_in_proportion(work: Callable[[str], object]) -> None:
    assert slow_ones(work) == []


def test_a_pattern_that_backtracks_would_be_noticed() -> None:
    pattern = re.compile(r"(a|a?)+$")
    assert slow_ones(lambda text: pattern.match("a" * 19 + "!" if text != PLAIN else text), HOSTILE[:1]) != []
