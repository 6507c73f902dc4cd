"""The screens of many registrations: a page of a list, and deciding about all who wait at once."""

from __future__ import annotations

from bot.actions.organizing import Listed, ListPage
from bot.domain.registration import Status
from bot.telegram import Button, Outgoing
from bot.texts import Translator
from handlers.callbacks import DecisionPress, DeskPress, ListPress
from handlers.form.answers import short
from handlers.organizer.presses import BulkPress

Row = tuple[Button, ...]

LONGEST_LABEL = 60


def registrations(t: Translator, page: ListPage) -> Outgoing:
    """One page of a list: a button for each registration."""
    status = t(f"desk-status-{page.status.value.replace('_', '-')}", count=page.total)
    lines: list[str] = [t("list-head", title=page.event.title, status=status)]
    if page.pages > 1:
        lines.append(t("list-page", page=page.page + 1, pages=page.pages))
    if not page.rows:
        lines.append(t("list-none"))
    rows: list[Row] = [(_listed(t, row),) for row in page.rows]
    if page.pages > 1:
        rows.append(tuple(_page_button(page, to, label) for to, label in ((page.page - 1, "⬅"), (page.page + 1, "➡"))))
    if page.confirmable > 1:
        ask = BulkPress(event_id=page.event.id, do="ask").pack()
        rows.append((Button(text=t("button-confirm-all", count=page.confirmable), data=ask),))
    rows.append((desk_button(t, page.event.id),))
    return Outgoing(text="\n\n".join(lines), keyboard=tuple(rows))


def bulk_question(t: Translator, page: ListPage) -> Outgoing:
    """Ask before everybody who waits is confirmed."""
    yes = BulkPress(event_id=page.event.id, do="confirm", at=page.read_at).pack()
    back = ListPress(event_id=page.event.id, status=Status.PENDING.value, page=0).pack()
    return Outgoing(
        text=t("bulk-question", count=page.confirmable),
        keyboard=(
            (Button(text=t("button-bulk-yes"), data=yes, style="success"),),
            (Button(text=t("button-back"), data=back),),
        ),
    )


def bulk_done(t: Translator, event_id: int, count: int, at: int) -> Outgoing:
    """How many were confirmed, and the way to take it back."""
    undo = BulkPress(event_id=event_id, do="undo", at=at).pack()
    rows = ((Button(text=t("button-undo"), data=undo),), (desk_button(t, event_id),))
    return Outgoing(text=t("bulk-done", count=count), keyboard=rows)


def bulk_undone(t: Translator, event_id: int, count: int) -> Outgoing:
    """How many wait again."""
    back = ListPress(event_id=event_id, status=Status.PENDING.value, page=0).pack()
    return Outgoing(
        text=t("bulk-undone", count=count),
        keyboard=((Button(text=t("button-list"), data=back), desk_button(t, event_id)),),
    )


def bulk_progress(t: Translator, done: int, count: int) -> Outgoing:
    """How far a long work has come."""
    return Outgoing(text=t("bulk-progress", done=done, count=count))


def desk_button(t: Translator, event_id: int) -> Button:
    """The way back to an event's desk."""
    return Button(text=t("button-desk-back"), data=DeskPress(do="event", id=event_id).pack())


def _listed(t: Translator, row: Listed) -> Button:
    parts = [f"⚠️ {row.name}" if row.is_odd else row.name]
    if row.grade is not None:
        parts.append(t("list-grade", grade=row.grade))
    if row.unit is not None:
        parts.append(row.unit.within(t.language))
    data = DecisionPress(registration_id=row.registration_id, revision=0, do="open").pack()
    return Button(text=short(" · ".join(parts), LONGEST_LABEL), data=data)


def _page_button(page: ListPage, to: int, label: str) -> Button:
    data = ListPress(event_id=page.event.id, status=page.status.value, page=to % page.pages).pack()
    return Button(text=label, data=data)
