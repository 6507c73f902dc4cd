"""The question which stream to register for.

Always true: only streams of the event are accepted; a full one may be chosen, it is marked as a waitlist.
"""

from __future__ import annotations

from datetime import date

from bot.domain.language import Localized
from bot.domain.names import fold
from bot.domain.questions.answer import (
    STALE,
    UNKNOWN,
    Accepted,
    Choice,
    Context,
    Given,
    Json,
    Meaning,
    PressGiven,
    Rejected,
    Rows,
    Shown,
    StreamChoice,
    TextGiven,
    Word,
)
from bot.domain.questions.question import Question


class Stream:
    """One of the event's streams; the value is its code."""

    def read(self, question: Question, given: Given, value: Json, step: str, context: Context) -> Meaning:
        """Take a pressed stream or its title typed in any language."""
        del question, value, step
        match given:
            case PressGiven(payload):
                return Accepted(payload) if _find(context, payload) else STALE
            case TextGiven(text):
                stream = _titled(context, fold(text))
                return Accepted(stream.code) if stream else Rejected("choose-button")
            case _:
                return Rejected("choose-button")

    def choices(self, question: Question, value: Json, step: str, context: Context) -> Rows:
        """Offer every stream with its dates and places."""
        del question, step
        return tuple((Choice(stream.code, _label(stream), stream.code == value),) for stream in context.streams)

    def shown(self, question: Question, value: Json, context: Context) -> tuple[Shown, ...]:
        """Show the stream's title and dates."""
        del question
        stream = _find(context, value)
        if stream is None:
            return (UNKNOWN,)
        return (Word("form-stream", dict(_about(stream))),)


def _find(context: Context, code: Json) -> StreamChoice | None:
    return next((stream for stream in context.streams if stream.code == code), None)


def _titled(context: Context, folded: str) -> StreamChoice | None:
    for stream in context.streams:
        if folded and folded in {fold(title) for title in stream.title.as_dict().values()}:
            return stream
    return None


def _label(stream: StreamChoice) -> Word:
    if stream.places_left <= 0:
        return Word("form-stream-waitlist", dict(_about(stream)))
    return Word("form-stream-places", {**_about(stream), "places": stream.places_left})


def _about(stream: StreamChoice) -> dict[str, Localized | date]:
    return {"title": stream.title, "starts_on": stream.starts_on, "ends_on": stream.ends_on}
