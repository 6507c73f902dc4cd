"""The registrations of an event as rows of a table, in the organizer's language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.actions.exporting import Line, Part
from bot.documents.workbook import Cell, Table
from bot.domain.form import Context, Form, Json, Kind, Question, Shown, Word, shown
from bot.domain.language import Localized
from bot.domain.registration import Status
from bot.telegram import plain
from bot.texts import Translator
from handlers.squad_names import called

FACTS: Final = ("number", "status", "stream", "name", "born", "unit", "squad", "consent", "phone", "submitted")
"""The columns that every event has."""
IN_FACTS: Final = (Kind.STREAM, Kind.NAME, Kind.BIRTH_DATE, Kind.UNIT, Kind.PHONE)
"""Kinds whose first question stands among those columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Forms:
    """All versions of the form that were answered."""

    columns: Mapping[str, Localized]
    """The questions that have a column of their own, with their newest title."""
    questions: Mapping[int, Mapping[str, Question]]
    hidden: Mapping[int, frozenset[str]]


def table(t: Translator, parts: Sequence[Part]) -> Table:
    """Return one row for each registration; questions that are gone from the form come last."""
    forms = _forms(parts)
    head = [plain(t(f"table-column-{fact}")) for fact in FACTS]
    return Table(
        title=plain(t("table-sheet")),
        head=(*head, *(title.within(t.language) for title in forms.columns.values())),
        rows=tuple(_row(t, part, line, forms) for part in parts for line in part.lines),
    )


def _forms(parts: Sequence[Part]) -> _Forms:
    known: dict[int, Form] = {version: form for part in parts for version, form in part.forms.items()}
    columns: dict[str, Localized] = {}
    for version in sorted(known, reverse=True):
        for question in _with_column(known[version]):
            columns.setdefault(question.code, question.title)
    return _Forms(
        columns=columns,
        questions={version: {one.code: one for one in form.questions} for version, form in known.items()},
        hidden={version: codes for part in parts for version, codes in part.hidden.items()},
    )


def _with_column(form: Form) -> Iterator[Question]:
    """Yield the questions whose answers are not among the facts."""
    seen: set[Kind] = set()
    for question in form.questions:
        if question.kind in seen or question.kind not in IN_FACTS:
            yield question
        seen.add(question.kind)


def _row(t: Translator, part: Part, line: Line, forms: _Forms) -> tuple[Cell, ...]:
    return (*_facts(t, part, line), *(_answer(t, part.context, line, code, forms) for code in forms.columns))


def _facts(t: Translator, part: Part, line: Line) -> tuple[Cell, ...]:
    claim = line.registration
    stream = next(one for one in part.event.streams if one.id == claim.stream_id)
    return (
        claim.id,
        plain(t(f"dossier-status-{claim.status.value.replace('_', '-')}")),
        stream.title.within(t.language),
        line.full_name,
        line.born_on,
        _unit(t, part.context, claim.unit_id),
        _squad(t, line),
        plain(t(f"table-consent-{_consent(line)}")),
        line.phone,
        claim.submitted_at.astimezone(part.event.zone).replace(tzinfo=None, second=0, microsecond=0),
    )


def _unit(t: Translator, context: Context, unit_id: int | None) -> str | None:
    unit = context.units.with_id(unit_id) if unit_id else None
    if unit is None:
        return None
    return ", ".join(one.title.within(t.language) for one in context.units.path(unit.code))


def _squad(t: Translator, line: Line) -> str | None:
    if line.squad is None:
        return None
    name, number = line.squad
    return plain(called(t, {"squad_name": name, "squad_number": number}))


def _consent(line: Line) -> str:
    claim = line.registration
    if not claim.needs_consent:
        return "unneeded"
    if claim.status is Status.REFUSED:
        return "refused"
    return "waiting" if claim.consent_id is None else "given"


def _answer(t: Translator, context: Context, line: Line, code: str, forms: _Forms) -> Cell:
    """Return an answer; what is hidden is so in every row, answered or not."""
    version = line.registration.form_version_id
    if code in forms.hidden[version]:
        return plain(t("table-hidden"))
    question = forms.questions[version].get(code)
    value = line.answers.get(code)
    return None if question is None or value is None else _cell(t, question, value, context)


def _cell(t: Translator, question: Question, value: Json, context: Context) -> Cell:
    pieces = shown(question, value, context)
    if len(pieces) == 1 and isinstance(pieces[0], date | int):
        return pieces[0]
    return ", ".join(_words(t, piece) for piece in pieces)


def _words(t: Translator, piece: Shown) -> str:
    match piece:
        case Localized():
            return piece.within(t.language)
        case Word() | date():
            return plain(t.piece(piece))
        case _:
            return str(piece)
