"""The screens and files of naming pupils by a list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.actions.nominating import Report, Verdict
from bot.documents.workbook import Table, draw_xlsx
from bot.domain.event import Event
from bot.domain.school import Nominee, secret_of
from bot.domain.units import Unit
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Translator
from handlers.callbacks import CoordinatorPress
from handlers.links import deep_link

MOST_LINES = 25


def draw_template(t: Translator, now: datetime) -> bytes:
    """Return the empty spreadsheet with its head and one example."""
    head = tuple(plain(t(f"nominate-column-{name}")) for name in ("surname", "name", "born", "grade", "school"))
    return draw_xlsx(Table(title=plain(t("nominate-sheet")), head=head, rows=()), made_at=now)


def template(t: Translator, event: Event, unit: Unit, content: bytes) -> Outgoing:
    """The template with what to do."""
    return Outgoing(
        text=t("nominate-template", unit=unit.title),
        document=("pupils.xlsx", content),
        keyboard=((_button(t("button-back"), event.id, unit.id, "open"),),),
    )


def ask_again(t: Translator, event: Event, unit: Unit, problem: str | None = None) -> Outgoing:
    """Ask for the file; say what was wrong with the one before."""
    said = f"⚠️ {t(f'nominate-problem-{problem}')}\n\n" if problem else ""
    rows = (
        (_button(t("button-nominate-template"), event.id, unit.id, "nominate"),),
        (_button(t("button-back"), event.id, unit.id, "open"),),
    )
    return Outgoing(text=said + t("nominate-ask"), keyboard=rows)


def report(t: Translator, found: Report) -> Outgoing:
    """What would become of every row; nothing is written yet."""
    counts = found.count()
    lines = [
        t(f"nominate-verdict-{verdict.value}", number=str(counts[verdict]))
        for verdict in Verdict
        if counts.get(verdict)
    ]
    bad = [row for row in found.rows if row.verdict is not Verdict.OK]
    details = [
        t("nominate-row", row=str(row.number), name=row.full_name or "—", why=t(f"nominate-why-{row.verdict.value}"))
        for row in bad[:MOST_LINES]
    ]
    if len(bad) > MOST_LINES:
        details.append(t("nominate-more", number=str(len(bad) - MOST_LINES)))
    parts = [
        t("nominate-report", unit=found.unit.title),
        "\n".join(lines),
        "\n".join(details),
        t("nominate-nothing-yet"),
    ]
    event_id, unit_id = found.event.id, found.unit.id
    good = len(found.good)
    yes = (_button(t("button-nominate-yes", number=str(good)), event_id, unit_id, "nominate-yes", style="success"),)
    rows = (*((yes,) if good else ()), (_button(t("button-nominate-no"), event_id, unit_id, "open"),))
    return Outgoing(text="\n\n".join(part for part in parts if part), keyboard=rows)


def written(t: Translator, event_id: int, unit_id: int, named: Sequence[Nominee]) -> Outgoing:
    """How many were named, and the way to take it back."""
    undo = ((_button(t("button-nominate-undo"), event_id, unit_id, "unname", id_=named[0].id),),) if named else ()
    back = (_button(t("button-back"), event_id, unit_id, "open"),)
    return Outgoing(text=t("nominate-written", number=str(len(named))), keyboard=(*undo, back))


def taken_back(t: Translator, event_id: int, unit_id: int, number: int) -> Outgoing:
    """How many links are good no more."""
    back = (_button(t("button-back"), event_id, unit_id, "open"),)
    return Outgoing(text=t("nominate-taken-back", number=str(number)), keyboard=(back,))


def draw_links(t: Translator, named: Sequence[Nominee], *, key: bytes, bot_name: str, now: datetime) -> bytes:
    """Return a spreadsheet of the named pupils with their links and how far each is."""
    head = tuple(plain(t(f"nominate-column-{name}")) for name in ("full", "grade", "stage", "link"))
    rows = tuple(
        (
            one.full_name,
            one.grade,
            plain(t(f"nominate-stage-{one.stage}")),
            deep_link(bot_name, f"n-{secret_of(key, 'pupil', one.noise)}") if one.account_id is None else None,
        )
        for one in named
    )
    return draw_xlsx(Table(title=plain(t("nominate-sheet")), head=head, rows=rows), made_at=now)


def links(t: Translator, event: Event, unit: Unit, content: bytes) -> Outgoing:
    """The links, one for each pupil."""
    return Outgoing(
        text=t("nominate-links", unit=unit.title),
        document=("links.xlsx", content),
        keyboard=((_button(t("button-back"), event.id, unit.id, "open"),),),
    )


def _button(text: str, event_id: int, unit_id: int, do: str, *, id_: int = 0, style: str | None = None) -> Button:
    data = CoordinatorPress(event_id=event_id, unit_id=unit_id, do=do, id=id_)
    return Button(text=text, data=data.pack(), style=style)
