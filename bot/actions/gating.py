"""What is seen of somebody at a gate: where they were let in, and the little that shows that it is this person.

Always true: nothing is told here but name, grade, school and squad; whoever calls has checked who may see them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.errors import StaleError
from bot.domain.event import Event
from bot.domain.form import Kind
from bot.domain.gate import Admission, Gate
from bot.domain.language import Localized
from bot.domain.registration import Registration
from bot.domain.squad import Squad
from storage import admissions, drafts, events, squads
from storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """Somebody at the gates of an event."""

    gates: tuple[Gate, ...]
    admitted: Mapping[str, Admission]
    """Gate -> when and by whom, for the gates where this person is let in."""
    grade: int | None
    unit: Localized | None
    squad: Squad | None


def read_bearer(tx: Transaction, registration: Registration, event: Event, now: datetime) -> Bearer:
    """Return what is seen of somebody at the gates of an event."""
    gates = admissions.list_gates(tx, event.id)
    found = admissions.list_of(tx, registration.id, event, gates, now)
    units = events.get_units(tx, event.programme_id)
    unit = None if registration.unit_id is None else units.with_id(registration.unit_id)
    return Bearer(
        gates=gates,
        admitted={one.gate: one for one in found},
        grade=_grade(tx, registration),
        unit=unit.title if unit is not None else None,
        squad=squads.find_of(tx, registration.id),
    )


def gate_of(tx: Transaction, event: Event, code: str) -> Gate:
    """Return a gate of an event; StaleError when it has none with this code now."""
    for gate in admissions.list_gates(tx, event.id):
        if gate.code == code:
            return gate
    raise StaleError


def _grade(tx: Transaction, registration: Registration) -> int | None:
    form = events.get_form(tx, registration.form_version_id)
    for question in form.questions:
        if question.kind is Kind.GRADE:
            grade = drafts.find_answer(tx, registration.draft_id, question.code)
            return grade if isinstance(grade, int) else None
    return None
