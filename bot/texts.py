"""Everything people read, in their language: Fluent messages and Babel dates behind one Translator.

Always true: every argument is escaped for Telegram's HTML unless it already is `Html`; no direction marks are added;
a missing key or argument raises in tests (`strict`) and is logged, never shown as a variable's name to a crash.
No message speaks through another one, so each stands alone.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from babel.dates import format_date, format_time
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Message, Pattern
from fluent.syntax import ast

from bot.domain.form import Shown, Word
from bot.domain.language import Language, Localized
from bot.log import get_logger

FOLDER: Final = Path(__file__).parent.parent / "locales"
_BEGINNING: Final = re.compile(r"^([a-zA-Z][\w-]*)(?= *=)", re.MULTILINE)
log = get_logger(__name__)


class TextError(Exception):
    """A text key or an argument is missing; the message names them."""


class Html(str):
    """Text that is already safe HTML and must not be escaped again."""

    __slots__ = ()


Argument = str | int | float | Localized


class Messages:
    """Every message of a language; read once, and each is taken apart when it is first spoken."""

    def __init__(self, language: Language) -> None:
        """Find out where each message begins."""
        self._bundle = FluentBundle([language.value], use_isolating=False)
        self._written: dict[str, str] = {}
        for path in sorted((FOLDER / language.value).glob("*.ftl")):
            _, *parts = _BEGINNING.split(path.read_text("utf-8"))
            for key, rest in zip(parts[::2], parts[1::2], strict=True):
                self._written.setdefault(key, f"{key}{rest}")

    def find(self, key: str) -> Message | None:
        """Return a message, or None when there is none of this key."""
        if not self._bundle.has_message(key) and key in self._written:
            self._bundle.add_resource(FluentResource(self._written[key]))
        return self._bundle.get_message(key) if self._bundle.has_message(key) else None

    def format(self, pattern: Pattern, arguments: Mapping[str, str | int | float]) -> tuple[str, list[Exception]]:
        """Return what a message says with its arguments, and what is wrong with it."""
        text, problems = self._bundle.format_pattern(pattern, dict(arguments))
        return str(text), problems


@cache
def messages_of(language: Language) -> Messages:
    """Return the messages of a language, read once."""
    return Messages(language)


@dataclass(frozen=True, slots=True)
class Translator:
    """Speaks one language; a call returns HTML that Telegram accepts."""

    language: Language
    strict: bool = False

    def __call__(self, key: str, **arguments: Argument) -> Html:
        """Return the message of this key with its arguments escaped."""
        return self.format(key, arguments) if arguments else _fixed(self, key)

    def format(self, key: str, arguments: Mapping[str, Argument]) -> Html:
        """Put the message together."""
        messages = messages_of(self.language)
        message = messages.find(key)
        if message is None:
            return self._missing(key, "no such text")
        if message.value is None:
            return self._missing(key, "the text is empty")
        safe = {name: self._safe(v) for name, v in arguments.items()}
        template = template_of(self.language, key)
        if template is not None and all(isinstance(value, str) for value in safe.values()):
            with suppress(KeyError):
                return Html(template.format_map(safe))
        text, problems = messages.format(message.value, safe)
        if problems:
            self._missing(key, "; ".join(type(problem).__name__ + " " + str(problem) for problem in problems))
        return Html(text)

    def of(self, text: Localized) -> Html:
        """Return a localized text of the data, escaped."""
        return Html(html.escape(text.within(self.language), quote=False))

    def piece(self, piece: Shown) -> Html:
        """Return one piece of an answer or a button's label: a word, a localized text, a date, a number or a text."""
        match piece:
            case Word(key=key, args=args):
                return self(key, **self.arguments(args))
            case Localized():
                return self.of(piece)
            case date():
                return self.day(piece)
            case _:
                return Html(html.escape(str(piece), quote=False))

    def arguments(self, values: Mapping[str, Argument | date]) -> dict[str, Argument]:
        """Return values as a message can take them: dates become words, a first and a last day also `days`."""
        ready = {name: self.day(value) if isinstance(value, date) else value for name, value in values.items()}
        first, last = values.get("starts_on"), values.get("ends_on")
        if isinstance(first, date) and isinstance(last, date):
            ready["days"] = self.days(first, last)
        return ready

    def day(self, on: date) -> Html:
        """Return a date with its year: «6 July 2027», in the order of the language."""
        return Html(_date(on, "d MMMM y" if self.language is Language.EN else "long", self.language))

    def weekday(self, on: date) -> Html:
        """Return a date with its weekday and without a year."""
        text = _date(on, "EEEE, d MMMM", self.language)
        return Html(text[0].upper() + text[1:])

    def days(self, first: date, last: date) -> Html:
        """Return a range of dates as short as it can be said."""
        if first == last:
            return self.day(first)
        months = [_date(on, "MMMM", self.language) for on in (first, last)]
        if (first.year, first.month) == (last.year, last.month):
            return self(
                "days-in-a-month", first=str(first.day), last=str(last.day), month=months[0], year=str(first.year)
            )
        if first.year == last.year:
            return self(
                "days-in-a-year",
                first=str(first.day),
                first_month=months[0],
                last=str(last.day),
                last_month=months[1],
                year=str(first.year),
            )
        return Html(f"{self.day(first)} – {self.day(last)}")

    def time(self, at: datetime, zone: tzinfo) -> Html:
        """Return the local time of an instant, as 09:30."""
        return Html(format_time(at.astimezone(zone), "HH:mm", locale=self.language.value))

    def moment(self, at: datetime, zone: tzinfo) -> Html:
        """Return the local day and time of an instant."""
        local = at.astimezone(zone)
        return Html(f"{self.weekday(local.date())}, {self.time(at, zone)}")

    def _safe(self, value: Argument) -> str | int | float:
        if isinstance(value, Localized):
            return self.of(value)
        if isinstance(value, str) and not isinstance(value, Html):
            return html.escape(value, quote=False)
        return value

    def _missing(self, key: str, problem: str) -> Html:
        if self.strict:
            message = f"{self.language.value}: {key}: {problem}"
            raise TextError(message)
        log.error("text_missing", key=key, language=self.language.value)
        return Html(html.escape(key))


@cache
def _fixed(translator: Translator, key: str) -> Html:
    """Return a message without arguments: it is always the same, so it is put together once."""
    return translator.format(key, {})


@cache
def template_of(language: Language, key: str) -> str | None:
    """Return a message that only puts arguments between words, as `str.format_map` reads it; None for any other."""
    message = messages_of(language).find(key)
    pattern = None if message is None else message.value
    pieces = [_piece(element) for element in pattern.elements] if isinstance(pattern, ast.Pattern) else [None]
    return None if None in pieces else "".join(map(str, pieces))


def _piece(element: ast.TextElement | ast.Placeable) -> str | None:
    match element:
        case ast.TextElement(value=words):
            return words.replace("{", "{{").replace("}", "}}")
        case ast.Placeable(expression=ast.VariableReference(id=ast.Identifier(name=name))):
            return f"{{{name}}}"
        case _:
            return None


@lru_cache(maxsize=4_096)
def _date(on: date, pattern: str, language: Language) -> str:
    """Return a date in the words of a language; the same few dates are said again and again."""
    return _plain(format_date(on, pattern, locale=language.value))


def translators(*, strict: bool = False) -> Mapping[Language, Translator]:
    """Return one translator for each language."""
    return {language: Translator(language, strict) for language in Language}


def _plain(text: str) -> str:
    """Turn the narrow and unbreakable spaces of the data into ordinary ones."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")
