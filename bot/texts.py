"""Everything people read, in their language: Fluent messages and Babel dates behind one Translator.

Always true: every argument is escaped for Telegram's HTML unless it already is `Html`; no direction marks are added;
a missing key or argument raises in tests (`strict`) and is logged, never shown as a variable's name to a crash.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import cache
from pathlib import Path
from typing import Final

from babel.dates import format_date, format_time
from fluent.runtime import FluentBundle, FluentResource

from bot.domain.form import Shown, Word
from bot.domain.language import Language, Localized
from bot.log import get_logger

FOLDER: Final = Path(__file__).parent.parent / "locales"
log = get_logger(__name__)


class TextError(Exception):
    """A text key or an argument is missing; the message names them."""


class Html(str):
    """Text that is already safe HTML and must not be escaped again."""

    __slots__ = ()


Argument = str | int | float | Localized


@cache
def bundle(language: Language) -> FluentBundle:
    """Return every message of a language, read once."""
    built = FluentBundle([language.value], use_isolating=False)
    for path in sorted((FOLDER / language.value).glob("*.ftl")):
        built.add_resource(FluentResource(path.read_text("utf-8")))
    return built


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
        messages = bundle(self.language)
        if not messages.has_message(key):
            return self._missing(key, "no such text")
        pattern = messages.get_message(key).value
        if pattern is None:
            return self._missing(key, "the text is empty")
        text, problems = messages.format_pattern(pattern, {name: self._safe(v) for name, v in arguments.items()})
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
        pattern = "d MMMM y" if self.language is Language.EN else "long"
        return Html(_plain(format_date(on, pattern, locale=self.language.value)))

    def weekday(self, on: date) -> Html:
        """Return a date with its weekday and without a year."""
        text = _plain(format_date(on, "EEEE, d MMMM", locale=self.language.value))
        return Html(text[0].upper() + text[1:])

    def days(self, first: date, last: date) -> Html:
        """Return a range of dates as short as it can be said."""
        if first == last:
            return self.day(first)
        months = [_plain(format_date(on, "MMMM", locale=self.language.value)) for on in (first, last)]
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


def translators(*, strict: bool = False) -> Mapping[Language, Translator]:
    """Return one translator for each language."""
    return {language: Translator(language, strict) for language in Language}


def _plain(text: str) -> str:
    """Turn the narrow and unbreakable spaces of the data into ordinary ones."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")
