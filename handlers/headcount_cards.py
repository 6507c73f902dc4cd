"""The screens of whoever counts a squad: the list to tap, and that it is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.actions.tracking import Roll
from bot.domain.headcount import Child, Figures, Mark, figures_of
from bot.domain.language import Localized
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import DeskPress
from handlers.cards import home_button
from handlers.form.answers import short
from handlers.headcount_callbacks import HeadcountPress, RollPress
from handlers.squad_callbacks import LeaderPress
from handlers.squad_names import called, squad_name

Row = tuple[Button, ...]

PAGE: Final = 60
"""Children on one page; Telegram takes a hundred buttons."""
LONGEST_NAME: Final = 40
MOST_NAMED: Final = 30
SIGNS: Final[Mapping[Mark, str]] = {Mark.OPEN: "▫️", Mark.PRESENT: "✅", Mark.MISSING: "❌"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Taps:
    """The buttons of a squad's list: what a tap on a name says, and which page is shown."""

    headcount_id: int
    squad_id: int
    by: Mark = Mark.MISSING
    page: int = 0

    def button(self, label: str, do: str, style: str | None = None, **more: int | str) -> Button:
        """Return a button of this list."""
        fields: dict[str, Any] = {"id": 0, "page": self.page, "by": self.by.value, **more}
        data = RollPress(headcount_id=self.headcount_id, squad_id=self.squad_id, do=do, **fields).pack()
        return Button(text=plain(label), data=data, style=style)


def roll(t: Translator, found: Roll, taps: Taps) -> Outgoing:
    """The list of a squad as it stands."""
    part, zone = found.part, found.event.zone
    figures = part.figures
    since = t.time(found.headcount.started_at, zone)
    head = t("headcount-roll", since=since, squad=squad_name(t, part.squad), title=found.event.title)
    out = _out_row(t, found)
    if found.headcount.ended_at is not None:
        return Outgoing(text="\n\n".join([head, _stands(t, figures), t("headcount-over")]), keyboard=(out,))
    lines: list[str] = [head, _stands(t, figures)]
    lines += [t("headcount-away", count=figures.away)] if figures.away else []
    if part.finished_at is not None:
        lines.append(t("headcount-done", time=t.time(part.finished_at, zone)))
        lines += _missing(t, part.children)
        rows = _names(part.children, taps, is_done=True)
    else:
        lines.append(_how(t, taps.by))
        rows = [*_names(part.children, taps, is_done=False), *_last_rows(t, figures, taps)]
    return Outgoing(text="\n\n".join(lines)[:4090], keyboard=(*rows, out))


def _stands(t: Translator, figures: Figures) -> Html:
    counted = {"expected": figures.expected, "present": figures.present, "missing": figures.missing}
    return t("headcount-stands", open=figures.open, **counted)


def _how(t: Translator, by: Mark) -> Html:
    return t("headcount-how-missing" if by is Mark.MISSING else "headcount-how-present")


def _missing(t: Translator, children: Sequence[Child]) -> list[str]:
    names = [t.piece(one.name) for one in children if one.mark is Mark.MISSING][:MOST_NAMED]
    return [t("headcount-missing-here", names=Html(", ".join(names)))] if names else []


def _names(children: Sequence[Child], taps: Taps, *, is_done: bool) -> list[Row]:
    expected = [one for one in children if one.mark is not Mark.AWAY]
    first = taps.page * PAGE
    buttons = [_name(one, taps, is_done=is_done) for one in expected[first : first + PAGE]]
    rows = [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
    ways: Row = (taps.button("⬅", "open", page=taps.page - 1),) if taps.page else ()
    if first + PAGE < len(expected):
        ways += (taps.button("➡", "open", page=taps.page + 1),)
    return [*rows, ways] if ways else rows


def _name(one: Child, taps: Taps, *, is_done: bool) -> Button:
    if is_done:
        wanted = Mark.MISSING if one.mark is Mark.PRESENT else Mark.PRESENT
    else:
        wanted = Mark.OPEN if one.mark is taps.by else taps.by
    label = short(f"{SIGNS[one.mark]} {one.name}", LONGEST_NAME)
    return taps.button(label, wanted.value, id=one.registration_id)


def _last_rows(t: Translator, figures: Figures, taps: Taps) -> list[Row]:
    """The end of counting, and the other way to count."""
    if taps.by is Mark.MISSING:
        key = "button-headcount-others" if figures.missing else "button-headcount-everybody"
        done = t(key, count=figures.present + figures.open)
        other, label = Mark.PRESENT, t("button-headcount-one-by-one")
    else:
        done = t("button-headcount-done", present=figures.present, missing=figures.missing + figures.open)
        other, label = Mark.MISSING, t("button-headcount-who-is-missing")
    return [(taps.button(done, "rest", "success"),), (taps.button(label, "open", by=other.value),)]


def _out_row(t: Translator, found: Roll) -> Row:
    squad_id, event_id = found.part.squad.id, found.event.id
    if found.is_leader:
        return (Button(text=t("button-leader"), data=LeaderPress(do="open", squad_id=squad_id).pack()), home_button(t))
    live = HeadcountPress(headcount_id=found.headcount.id, do="live").pack()
    back = DeskPress(do="event", id=event_id).pack()
    return (Button(text=t("button-headcount-live"), data=live), Button(text=t("button-desk-back"), data=back))


def _listed(template: str) -> Callable[[Translator, Mapping[str, Any]], Outgoing]:
    """Give a leader the list of a squad, ready to tap."""

    def render(t: Translator, data: Mapping[str, Any]) -> Outgoing:
        taps = Taps(headcount_id=data["headcount"], squad_id=data["squad"])
        children = [
            Child(registration_id=number, squad_id=taps.squad_id, name=name, mark=Mark(mark), marked_at=None)
            for number, name, mark in data["children"]
        ]
        figures = figures_of(children)
        event = Localized.of(data["event"])
        text = t(f"notice-{template}", squad=called(t, data), event=event, count=figures.expected)
        rows = [*_names(children, taps, is_done=False), *_last_rows(t, figures, taps)]
        return Outgoing(text=f"{text}\n\n{_how(t, taps.by)}", keyboard=tuple(rows))

    return render


def _calls(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Tell organizers that leaders are to be called."""
    text = t("notice-headcount-calls", event=Localized.of(data["event"]), number=data["number"])
    press = HeadcountPress(headcount_id=data["headcount"], do="calls").pack()
    return Outgoing(text=text, keyboard=((Button(text=t("button-headcount-calls"), data=press, style="success"),),))


NOTICES: Final[Mapping[str, Callable[[Translator, Mapping[str, Any]], Outgoing]]] = {
    "headcount": _listed("headcount"),
    "headcount-late": _listed("headcount-late"),
    "headcount-calls": _calls,
}
"""The templates of head counts."""
