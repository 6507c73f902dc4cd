"""Steps that actions share when answers become what a registration is: its stream, its unit, its participant.

Always true: a registration stands where its answers say, in the same transaction in which they are changed; a change
that finds no seat where it leads changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.actions.seating import move_seat
from bot.domain.draft import kept_answers
from bot.domain.event import Event, Stream
from bot.domain.form import Form, Json, Kind
from bot.domain.registration import Registration
from storage import drafts, events, participants
from storage.database import Transaction


def rewrite(
    tx: Transaction, registration: Registration, event: Event, form: Form, changed: Mapping[str, Json], *, now: datetime
) -> Registration:
    """Save changed answers of a submitted form and let the registration follow them."""
    for code, value in changed.items():
        drafts.save_answer(tx, registration.draft_id, form.question(code), value, now)
    answers = kept_answers(form, drafts.get(tx, registration.draft_id).answers)
    phone = first_of(form, answers, Kind.PHONE) if _touches(form, changed, Kind.PHONE) else None
    participants.refresh(
        tx,
        registration.participant_id,
        full_name=first_of(form, answers, Kind.NAME) if _touches(form, changed, Kind.NAME) else None,
        born_on=first_of(form, answers, Kind.BIRTH_DATE) if _touches(form, changed, Kind.BIRTH_DATE) else None,
        phone=phone["number"] if phone else None,
    )
    stream_id, unit_id = registration.stream_id, registration.unit_id
    if _touches(form, changed, Kind.STREAM):
        stream_id = stream_of(event, form, answers).id
    if _touches(form, changed, Kind.UNIT):
        unit_id = unit_of(tx, event, form, answers)
    return move_seat(tx, registration, stream_id, unit_id, event, now=now)


def stream_of(event: Event, form: Form, answers: Mapping[str, Any]) -> Stream:
    """Return the stream that answers choose; the only one where none is asked."""
    code = first_of(form, answers, Kind.STREAM)
    return event.stream(code) if code else event.streams[0]


def unit_of(tx: Transaction, event: Event, form: Form, answers: Mapping[str, Any]) -> int | None:
    """Return the unit that answers name, None for one that is not in the list."""
    answer = first_of(form, answers, Kind.UNIT)
    code = answer.get("code") if answer else None
    return events.find_unit_id(tx, event.programme_id, code) if code else None


def first_of(form: Form, answers: Mapping[str, Any], kind: Kind) -> Any:  # noqa: ANN401 - a value has its kind's shape
    """Return the answer to the first question of a kind, or None."""
    for question in form.questions:
        if question.kind is kind and answers.get(question.code) is not None:
            return answers[question.code]
    return None


def _touches(form: Form, changed: Mapping[str, Json], kind: Kind) -> bool:
    return any(form.question(code).kind is kind for code in changed)
