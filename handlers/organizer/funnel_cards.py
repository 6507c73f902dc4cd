"""The screens of the funnel: the steps as numbers and bars, the units inside, where people stop."""

from __future__ import annotations

from typing import Any

from bot.actions.counting import FunnelPage, Part, StopsPage
from bot.documents.funnel import Bar
from bot.domain.funnel import Stage, Step
from bot.telegram import Button, Outgoing, plain
from bot.texts import Html, Translator
from handlers.form.answers import short
from handlers.organizer.list_cards import desk_button
from handlers.organizer.presses import FunnelPress

Row = tuple[Button, ...]

LONGEST_LABEL, LONGEST_TITLE = 60, 70
MOST_STOPS = 15


def row(t: Translator, event_id: int) -> Row:
    """The way to the funnel."""
    return (_button(t("button-funnel"), event_id),)


def funnel(t: Translator, page: FunnelPage) -> Outgoing:
    """How many passed each step, and a button for every unit inside."""
    event_id, unit_id = page.event.id, page.unit.id if page.unit else 0
    parts: list[str] = [_head(t, page), "\n".join(_step(t, page, step) for step in page.steps)]
    if page.ended:
        parts.append(t("funnel-ended", count=page.ended))
    if page.without_unit:
        parts.append(t("funnel-without-unit", count=page.without_unit))
    if page.parts:
        parts.append(t("funnel-parts"))
    parts.append(t("desk-updated", time=t.time(page.read_at, page.event.zone)))
    rows: list[Row] = [(_part(t, event_id, part),) for part in page.parts]
    if page.pages > 1:
        steps = ((page.page - 1, "⬅"), (page.page + 1, "➡"))
        rows.append(tuple(_button(label, event_id, unit_id, page=to % page.pages) for to, label in steps))
    looks = [_button(t("button-funnel-picture"), event_id, unit_id, do="picture")]
    if page.shows_stops:
        looks.append(_button(t("button-funnel-stops"), event_id, do="stops"))
    up = (_button(t("button-back"), event_id, page.above_id),) if page.unit else ()
    return Outgoing(text="\n\n".join(parts), keyboard=(*rows, tuple(looks), (*up, desk_button(t, event_id))))


def stops(t: Translator, page: StopsPage) -> Outgoing:
    """At which questions people stopped, most first."""
    title = page.event.title
    lines: list[str] = [t("stops-head", title=title, count=page.total) if page.stops else t("stops-none", title=title)]
    for question, number in page.stops[:MOST_STOPS]:
        words = short(plain(t("stops-review") if question is None else t.of(question)), LONGEST_TITLE)
        lines.append(t("stops-line", title=words, count=number))
    rows = ((_button(t("button-back"), page.event.id), desk_button(t, page.event.id)),)
    return Outgoing(text="\n".join(lines), keyboard=rows)


def drawing(t: Translator, page: FunnelPage) -> dict[str, Any]:
    """What the picture is drawn of."""
    where = page.unit.title if page.unit else None
    at = t.moment(page.read_at, page.event.zone)
    return {
        "title": where.within(t.language) if where else page.event.title.within(t.language),
        "subtitle": page.event.title.within(t.language) if where else plain(t("funnel-subtitle")),
        "foot": plain(at),
        "bars": [
            Bar(
                label=plain(_stage(t, step.stage)),
                number=step.number,
                percent=step.percent,
                is_worst=step.stage is page.worst,
            )
            for step in page.steps
        ],
    }


def picture(t: Translator, page: FunnelPage, drawn: bytes) -> Outgoing:
    """The steps as a picture."""
    unit_id = page.unit.id if page.unit else 0
    rows = ((_button(t("button-back"), page.event.id, unit_id), desk_button(t, page.event.id)),)
    return Outgoing(text=_head(t, page), photo=drawn, keyboard=rows)


def _head(t: Translator, page: FunnelPage) -> Html:
    return t("funnel-head", title=page.unit.title if page.unit else page.event.title)


def _stage(t: Translator, stage: Stage) -> Html:
    return t(f"funnel-{stage.value}")


def _step(t: Translator, page: FunnelPage, step: Step) -> Html:
    label = _stage(t, step.stage)
    if step.percent is None:
        return t("funnel-first-step", label=label, count=step.number)
    key = "funnel-worst-step" if step.stage is page.worst else "funnel-step"
    return t(key, label=label, count=step.number, percent=str(step.percent))


def _part(t: Translator, event_id: int, part: Part) -> Button:
    """Return a unit with how many registered and how many of them are confirmed."""
    numbers = f"{part.counts.submitted} → {part.counts.passed[Stage.CONFIRMED]}"
    title = short(part.unit.title.within(t.language), LONGEST_LABEL - len(numbers) - 3)
    return _button(f"{title} · {numbers}", event_id, part.unit.id)


def _button(text: str, event_id: int, unit_id: int = 0, *, do: str = "open", page: int = 0) -> Button:
    data = FunnelPress(event_id=event_id, unit_id=unit_id, do=do, page=page).pack()
    return Button(text=short(text, LONGEST_LABEL), data=data)
