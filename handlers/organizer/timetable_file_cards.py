"""The screens of a timetable from a file: the template, the report on every row, what was written."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from bot.actions.importing import CHANGED, NEW, SAME, WRONG, Applied, Line, Plan
from bot.actions.notifying import state_of
from bot.documents.workbook import Cell, Table, draw_xlsx
from bot.domain.event import Event
from bot.domain.squad import Squad
from bot.domain.timetable import Session
from bot.domain.timetable_rows import COLUMNS, squads_cell
from bot.telegram import Button, Outgoing, plain
from bot.texts import Html, Translator
from handlers import moves
from handlers.family_icons import ICONS
from handlers.organizer.timetable_cards import press

Row = tuple[Button, ...]
LONGEST_REPORT: Final = 3500


def draw_template(
    t: Translator, event: Event, sessions: tuple[Session, ...], squads: tuple[Squad, ...], now: datetime
) -> bytes:
    """Return the timetable as it is, as a spreadsheet to change and send back."""
    head = tuple(plain(t(f"timetable-column-{column}")) for column in COLUMNS)
    rows = tuple(_cells(event, one, squads) for one in sessions)
    return draw_xlsx(Table(title=plain(t("timetable-sheet")), head=head, rows=rows), made_at=now)


def _cells(event: Event, one: Session, squads: tuple[Squad, ...]) -> tuple[Cell, ...]:
    state = state_of(event, one)
    texts = [text.as_dict() if text else {} for text in (one.title, one.place, one.speaker)]
    said = [text.get(language) for text in texts for language in ("kk", "ru", "en")]
    stream = event.stream_with(one.stream_id).code if one.stream_id else None
    when = (one.held_on, state["starts"], state["ends"])
    return (one.code, *when, *said, one.kind, stream, one.capacity, squads_cell(one, squads))


def template(t: Translator, event: Event, content: bytes) -> Outgoing:
    """The template with what to do."""
    text = t("timetable-file", title=event.title)
    return Outgoing(text=text, document=("timetable.xlsx", content), keyboard=(_back(t, event),))


def ask_again(t: Translator, event: Event, problem: str | None = None) -> Outgoing:
    """Ask for the file; say what was wrong with the one before."""
    said = f"{t(f'timetable-file-{problem}')}\n\n" if problem else ""
    again = (press(t("button-timetable-template"), event.id, 0, "file"),)
    return Outgoing(text=said + t("timetable-file-ask"), keyboard=(again, _back(t, event)))


def report(t: Translator, plan: Plan) -> Outgoing:
    """What would become of every row; nothing is written yet."""
    counts = [
        t(f"timetable-rows-{verdict}", count=plan.count(verdict))
        for verdict in (NEW, CHANGED, SAME, WRONG)
        if plan.count(verdict)
    ]
    if plan.gone:
        counts.append(t("timetable-rows-gone", count=len(plan.gone)))
    told = [one for one in plan.lines if one.verdict == WRONG]
    told += [one for one in plan.lines if one.clashes]
    told += [one for one in plan.lines if one.verdict in (NEW, CHANGED) and not one.clashes]
    details = [_line(t, plan, one) for one in told] + [_gone(t, plan, one) for one in plan.gone]
    parts = ["\n".join([t("timetable-report", title=plan.event.title), *counts]), *_within(t, details)]
    parts.append(t("timetable-report-foot" if plan.is_good else _why_not(plan)))
    return Outgoing(text="\n\n".join(parts), keyboard=(*_yes(t, plan), _back(t, plan.event)))


def _why_not(plan: Plan) -> str:
    return "timetable-report-wrong" if plan.count(WRONG) else "timetable-report-nothing"


def _yes(t: Translator, plan: Plan) -> tuple[Row, ...]:
    if not plan.is_good:
        return ()
    event_id, number = plan.event.id, plan.count(NEW) + plan.count(CHANGED)
    rows: list[Row] = []
    if number:
        rows.append((press(t("button-timetable-apply", count=number), event_id, 0, "file-yes", style="success"),))
    if plan.gone:
        text = t("button-timetable-apply-whole", count=len(plan.gone))
        rows.append((press(text, event_id, 0, "file-whole", style="danger"),))
    return tuple(rows)


def _within(t: Translator, details: list[str]) -> list[str]:
    """Keep as many lines as a message takes, and say how many are left out."""
    length, kept = 0, 0
    while kept < len(details) and length + len(details[kept]) < LONGEST_REPORT:
        length += len(details[kept]) + 1
        kept += 1
    more = [t("timetable-report-more", count=len(details) - kept)] if kept < len(details) else []
    return ["\n".join([*details[:kept], *more])] if details else []


def _line(t: Translator, plan: Plan, line: Line) -> str:
    if line.became is None:
        why = t(f"timetable-problem-{line.problem}")
        return t("timetable-row-wrong", row=str(line.number), why=Html(why.removeprefix("⚠️ ")))
    state = state_of(plan.event, line.became)
    icon, title = ICONS.get(line.became.kind, "•"), line.became.title
    if line.was is None:
        head = t("timetable-row-new", row=str(line.number), icon=icon, title=title, when=moves.when(t, state))
        return "\n".join([head, *_clashes(t, plan, line)])
    head = t("timetable-row-changed", row=str(line.number), icon=icon, title=line.was.title)
    lines = moves.lines(t, state_of(plan.event, line.was), state)
    return "\n".join([head, *lines, *_clashes(t, plan, line)])


def _clashes(t: Translator, plan: Plan, line: Line) -> list[Html]:
    zone = plan.event.zone
    return [
        t(
            f"session-clash-{one.against}",
            starts=t.time(one.session.starts_at, zone),
            ends=t.time(one.session.ends_at, zone),
            title=one.session.title,
        )
        for one in line.clashes[:3]
    ]


def _gone(t: Translator, plan: Plan, session: Session) -> str:
    when = moves.when(t, state_of(plan.event, session))
    return t("timetable-row-gone", icon=ICONS.get(session.kind, "•"), title=session.title, when=when)


def applied(t: Translator, done: Applied, at: int) -> Outgoing:
    """Say what was written, with the way back; `at` is the instant in microseconds."""
    undo = (press(t("button-session-undo"), done.event.id, 0, "file-undo", str(at)),)
    text = f"{t('timetable-applied', count=done.number)}\n\n{t('session-undo-hint')}"
    return Outgoing(text=text, keyboard=(undo, _back(t, done.event)))


def taken_back(t: Translator, done: Applied) -> Outgoing:
    """Say that everything is as it was."""
    return Outgoing(text=t("timetable-taken-back", count=done.number), keyboard=(_back(t, done.event),))


def _back(t: Translator, event: Event) -> Row:
    return (press(t("button-organize-timetable"), event.id, 0, "day"),)
