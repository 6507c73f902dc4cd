"""Questions answered with yes or no.

Always true: the value is a boolean; a consent is only ever True.
"""

from __future__ import annotations

from typing import Final

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
    TextGiven,
    Word,
)
from bot.domain.questions.question import Question
from bot.domain.questions.vocabulary import NO_WORDS, YES_WORDS

YES: Final = "yes"
NO: Final = "no"


class YesNo:
    """Yes or no."""

    def read(self, question: Question, given: Given, value: Json, step: str, context: Context) -> Meaning:
        """Take a press or the word typed in any language."""
        del question, value, step, context
        return _decision(given)

    def choices(self, question: Question, value: Json, step: str, context: Context) -> Rows:
        """Offer yes and no."""
        del question, step, context
        yes = Choice(YES, Word("form-yes"), value is True)
        no = Choice(NO, Word("form-no"), value is False)
        return ((yes, no),)

    def shown(self, question: Question, value: Json, context: Context) -> tuple[Shown, ...]:
        """Show the word."""
        del question, context
        return (_word(value, Word("form-yes"), Word("form-no")),)


class Consent:
    """Agreement that must be given to go on."""

    def read(self, question: Question, given: Given, value: Json, step: str, context: Context) -> Meaning:
        """Take agreement; a refusal is answered with why it is needed, unless the question is optional."""
        del value, step, context
        decision = _decision(given)
        if decision != Accepted(value=False):
            return decision
        return Rejected("consent-needed") if question.required else Accepted(None)

    def choices(self, question: Question, value: Json, step: str, context: Context) -> Rows:
        """Offer to agree or not."""
        del question, step, context
        return ((Choice(YES, Word("form-agree"), value is True),), (Choice(NO, Word("form-disagree")),))

    def shown(self, question: Question, value: Json, context: Context) -> tuple[Shown, ...]:
        """Show that it was given."""
        del question, context
        return (Word("form-agreed") if value is True else UNKNOWN,)


def _decision(given: Given) -> Meaning:
    match given:
        case PressGiven(payload):
            return Accepted(payload == YES) if payload in {YES, NO} else STALE
        case TextGiven(text):
            word = fold(text)
            known = word in YES_WORDS or word in NO_WORDS
            return Accepted(word in YES_WORDS) if known else Rejected("choose-button")
        case _:
            return Rejected("choose-button")


def _word(value: Json, yes: Word, no: Word) -> Word:
    if value is True:
        return yes
    return no if value is False else UNKNOWN
