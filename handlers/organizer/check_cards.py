"""The screens of registrations that look wrong."""

from __future__ import annotations

from bot.actions.checking import Odd, OddPage, Settled
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import DecisionPress
from handlers.form.answers import short
from handlers.organizer.list_cards import desk_button
from handlers.organizer.presses import CheckPress

Row = tuple[Button, ...]

LONGEST_LABEL, LONGEST_NAME = 60, 30


def button(t: Translator, event_id: int, count: int) -> Button:
    """The way to this room, with how many registrations look wrong."""
    if not count:
        return _button(t("button-checks-none"), "list", event_id)
    return _button(t("button-checks", count=count), "list", event_id)


def odd(t: Translator, page: OddPage) -> Outgoing:
    """One page of what looks wrong: the name, why, and what can be done."""
    title = page.event.title
    lines: list[str] = [
        t("checks-head", title=title, count=page.total) if page.total else t("checks-none", title=title)
    ]
    lines.extend(_odd(t, one) for one in page.rows)
    rows: list[Row] = [_rows(t, page, one) for one in page.rows]
    if page.pages > 1:
        steps = ((page.page - 1, "⬅"), (page.page + 1, "➡"))
        rows.append(tuple(_button(label, "list", page.event.id, to % page.pages) for to, label in steps))
    rows.append((desk_button(t, page.event.id),))
    return Outgoing(text="\n\n".join(lines), keyboard=tuple(rows))


def settled(t: Translator, done: Settled) -> Outgoing:
    """That it is fine, and the way to take that back."""
    undo = (_button(t("button-take-back"), "undo", done.registration_id, done.at),)
    on = (_button(t("button-checks-list"), "list", done.event_id), desk_button(t, done.event_id))
    return Outgoing(text=t("check-settled"), keyboard=(undo, on))


def _odd(t: Translator, one: Odd) -> Html:
    why = "; ".join(t(f"doubt-{doubt.value}") for doubt in one.doubts)
    return t("check-line", name=short(one.name, LONGEST_LABEL), reasons=Html(why))


def _rows(t: Translator, page: OddPage, one: Odd) -> Row:
    opened = DecisionPress(registration_id=one.registration_id, revision=0, do="open").pack()
    look = Button(text=short(f"👁 {one.name}", LONGEST_NAME), data=opened)
    return (look, _button(t("button-check-fine"), "fine", one.registration_id)) if page.may_decide else (look,)


def _button(text: str, do: str, id_: int, at: int = 0) -> Button:
    return Button(text=short(text, LONGEST_LABEL), data=CheckPress(do=do, id=id_, at=at).pack())
