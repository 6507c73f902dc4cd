"""Questions answered with a telephone number.

Always true: the value holds the number in E.164 and whether Telegram vouched that it is the sender's own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import phonenumbers

from bot.domain.names import ascii_digits, clean
from bot.domain.questions.answer import (
    STALE,
    UNKNOWN,
    Accepted,
    ContactGiven,
    Context,
    Given,
    Json,
    Meaning,
    PressGiven,
    Rejected,
    Rows,
    Shown,
    TextGiven,
)
from bot.domain.questions.question import Question

_COUNTRY: Final = "KZ"
_TYPED: Final = re.compile(r"[-+().\s0-9–]{5,40}")
_OWN: Final = re.compile(r"[0-9]{7,15}")
_ANONYMOUS: Final = "888"
"""Telegram's collectible numbers, which nobody can call."""


class Phone:
    """The sender's own number by the contact button, or a number typed."""

    def read(self, question: Question, given: Given, value: Json, step: str, context: Context) -> Meaning:
        """Take one's own contact or a valid number; anybody else's contact is refused."""
        del question, value, step, context
        match given:
            case ContactGiven(phone, is_own):
                return _own(phone) if is_own else Rejected("phone-not-own")
            case TextGiven(text):
                return _typed(text)
            case PressGiven(_):
                return STALE
            case _:
                return Rejected("phone-needed")

    def choices(self, question: Question, value: Json, step: str, context: Context) -> Rows:
        """Offer no inline buttons: the contact button is a reply keyboard."""
        del question, value, step, context
        return ()

    def shown(self, question: Question, value: Json, context: Context) -> tuple[Shown, ...]:
        """Show the number with its usual spaces."""
        del question, context
        number = value.get("number") if isinstance(value, Mapping) else None
        return (spaced(number),) if isinstance(number, str) else (UNKNOWN,)


def spaced(number: str) -> str:
    """Return an E.164 number as people write it: +7 701 123 4567."""
    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _own(phone: str) -> Meaning:
    digits = re.sub(r"[^0-9]", "", ascii_digits(phone[:40]))
    if not _OWN.fullmatch(digits) or digits.startswith(_ANONYMOUS):
        return Rejected("phone-not-callable")
    return Accepted({"number": f"+{digits}", "is_own": True})


def _typed(text: str) -> Meaning:
    spelling = ascii_digits(clean(text))
    if not _TYPED.fullmatch(spelling):
        return Rejected("phone-not-understood")
    digits = re.sub(r"[^0-9]", "", spelling)
    attempts = (spelling, f"+{digits.removeprefix('00')}")
    number = next((found for attempt in attempts if (found := _valid(attempt))), None)
    return Accepted({"number": number, "is_own": False}) if number else Rejected("phone-not-understood")


def _valid(spelling: str) -> str | None:
    """Return a valid number in E.164; without a country code it is read as one of Kazakhstan."""
    try:
        parsed = phonenumbers.parse(spelling, _COUNTRY)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
