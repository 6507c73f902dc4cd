"""The screens of schools from a table: the template, the report on every row, what was written."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from bot.actions.adding_schools import SchoolPlan, SchoolsWritten
from bot.documents.workbook import Cell, Table, draw_xlsx
from bot.domain.event import Event
from bot.domain.school_rows import COLUMNS, MOST_ROWS, SchoolLine, Verdict
from bot.domain.units import Unit, Units
from bot.telegram import Button, Outgoing, plain
from bot.texts import Translator
from handlers.form.answers import short
from handlers.organizer.presses import SchoolsPress

LONGEST_REPORT: Final = 3300
LONGEST_LABEL: Final = 60


def draw_template(t: Translator, units: Units, now: datetime) -> bytes:
    """Return the schools as they are, as a spreadsheet to go on with and send back."""
    head = tuple(plain(t(f"schools-column-{column}")) for column in COLUMNS)
    rows = tuple(_cells(t, units, one) for one in units if one.parent_code and not units.children(one.code))
    return draw_xlsx(Table(title=plain(t("schools-sheet")), head=head, rows=rows[:MOST_ROWS]), made_at=now)


def _cells(t: Translator, units: Units, one: Unit) -> tuple[Cell, ...]:
    place = units.find(one.parent_code or "")
    said = one.title.as_dict()
    where = place.title.within(t.language) if place else ""
    return (one.code, where, *(said.get(language) for language in ("kk", "ru", "en")))


def template(t: Translator, event: Event, content: bytes) -> Outgoing:
    """The template with what to do."""
    return Outgoing(
        text=t("schools-table", title=event.title), document=("schools.xlsx", content), keyboard=(_back(t, event),)
    )


def ask_again(t: Translator, event: Event, problem: str | None = None) -> Outgoing:
    """Ask for the table; say what was wrong with the one before."""
    said = f"{t(f'schools-table-{problem}')}\n\n" if problem else ""
    again = (_press(t("button-schools-template"), event.id, "rows"),)
    return Outgoing(text=said + t("schools-table-ask"), keyboard=(again, _back(t, event)))


def report(t: Translator, plan: SchoolPlan) -> Outgoing:
    """What would become of every row; nothing is written yet."""
    counts = [t(f"schools-rows-{one.value}", count=plan.count(one)) for one in Verdict if plan.count(one)]
    told = [_line(t, one) for verdict in _TOLD for one in plan.lines if one.verdict is verdict]
    parts = ["\n".join([t("schools-report", title=plan.event.title), *counts]), *_within(t, told)]
    why_not = "schools-report-wrong" if plan.count(Verdict.WRONG) else "schools-report-nothing"
    parts.append(t("schools-report-foot" if plan.is_good else why_not))
    number = plan.count(Verdict.NEW) + plan.count(Verdict.CHANGED)
    label = t("button-schools-write", count=number)
    yes = ((_press(label, plan.event.id, "rows-ok", style="success"),),) if plan.is_good else ()
    return Outgoing(text="\n\n".join(parts), keyboard=(*yes, _back(t, plan.event)))


_TOLD: Final = (Verdict.WRONG, Verdict.NEW, Verdict.CHANGED)


def _line(t: Translator, one: SchoolLine) -> str:
    title = one.title.within(t.language) if one.title else "—"
    number = str(one.number)
    if one.verdict is Verdict.WRONG:
        return t("schools-row-wrong", row=number, title=title, why=t(f"schools-wrong-{one.problem}"))
    if one.was is not None:
        return t("schools-row-changed", row=number, title=title, was=one.was.title)
    return t("schools-row-new", row=number, title=title, place=one.place.title if one.place else "—")


def _within(t: Translator, details: list[str]) -> list[str]:
    """Keep as many lines as a message takes, and say how many are left out."""
    length, kept = 0, 0
    while kept < len(details) and length + len(details[kept]) < LONGEST_REPORT:
        length += len(details[kept]) + 1
        kept += 1
    more = [t("schools-report-more", count=len(details) - kept)] if kept < len(details) else []
    return ["\n".join([*details[:kept], *more])] if details else []


def written(t: Translator, done: SchoolsWritten, at: int) -> Outgoing:
    """Say what was written, with the way back; `at` is the instant in microseconds."""
    undo = (_press(t("button-schools-table-undo"), done.event.id, "rows-no", value=at),)
    return Outgoing(text=t("schools-written", count=done.number), keyboard=(undo, _back(t, done.event)))


def taken_back(t: Translator, done: SchoolsWritten) -> Outgoing:
    """Say that everything is as it was."""
    return Outgoing(text=t("schools-taken-back", count=done.number), keyboard=(_back(t, done.event),))


def _press(label: str, event_id: int, do: str, *, value: int = 0, style: str | None = None) -> Button:
    data = SchoolsPress(event_id=event_id, unit_id=0, do=do, value=value).pack()
    return Button(text=short(label, LONGEST_LABEL), data=data, style=style)


def _back(t: Translator, event: Event) -> tuple[Button, ...]:
    return (_press(t("button-schools"), event.id, "open"),)
