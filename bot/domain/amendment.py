"""Changing answers after submission: which, when, and what follows.

Always true: what is compared is what was submitted with what it would become; a change that matters of a confirmed
registration, where organizers decide, asks them again and costs nobody a seat.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.domain.draft import asked, missing
from bot.domain.event import Event, Mode
from bot.domain.form import Form, Json, Kind, Question
from bot.domain.registration import Registration, Status

AMENDABLE: Final = frozenset({Status.AWAITING_GUARDIAN, Status.PENDING, Status.CONFIRMED, Status.WAITLISTED})
"""Statuses in which answers may be changed; a returned registration is corrected instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One answer before and after; None is no answer."""

    question: Question
    was: Json
    becomes: Json


def amendable(form: Form, answers: Mapping[str, Json]) -> tuple[Question, ...]:
    """Return the questions whose answers may be changed, in order; a consent is not changed but given or refused."""
    return tuple(question for question in asked(form, answers) if question.kind is not Kind.CONSENT)


def changes(form: Form, answers: Mapping[str, Json], chosen: Mapping[str, Json]) -> tuple[Change, ...]:
    """Return what differs, in the form's order; questions that would not be asked any more are left as they are."""
    merged = {**answers, **chosen}
    return tuple(
        Change(question=question, was=answers.get(question.code), becomes=merged[question.code])
        for question in asked(form, merged)
        if question.code in chosen and merged[question.code] != answers.get(question.code)
    )


def next_missing(form: Form, answers: Mapping[str, Json], chosen: Mapping[str, Json]) -> Question | None:
    """Return the first question that must be answered because of what was chosen."""
    lacking = missing(form, {**answers, **chosen})
    return lacking[0] if lacking else None


def asks_again(registration: Registration, event: Event, found: tuple[Change, ...]) -> bool:
    """Tell whether organizers must decide anew because of these changes."""
    is_confirmed = registration.status is Status.CONFIRMED and event.mode is not Mode.FIRST_COME
    return is_confirmed and any(change.question.matters for change in found)
