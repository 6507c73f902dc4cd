"""The screens of a coordinator's school."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from bot.actions.coordinating import PupilLine, PupilsPage, Room
from bot.domain.event import Event
from bot.domain.language import Language
from bot.domain.registration import Status
from bot.domain.units import Unit
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import CoordinatorPress
from handlers.cards import home_button, home_row
from handlers.fills import fill_line
from handlers.form.answers import short

Row = tuple[Button, ...]
LONGEST_LABEL = 60
MOST_INSIDE = 30
STAGES: Mapping[Status, str] = {
    Status.AWAITING_GUARDIAN: "👪",
    Status.PENDING: "⏳",
    Status.RETURNED: "✏️",
    Status.OFFERED: "🎁",
    Status.CONFIRMED: "✅",
    Status.WAITLISTED: "🕓",
}


def rooms(t: Translator, found: tuple[tuple[Event, Unit], ...]) -> Outgoing:
    """Every school and event somebody looks after."""
    rows = tuple(
        (_button(f"{unit.title.within(t.language)} · {event.title.within(t.language)}", event.id, unit.id, "open"),)
        for event, unit in found
    )
    return Outgoing(text=t("school-rooms" if found else "school-rooms-none"), keyboard=(*rows, home_row(t)))


def room(t: Translator, page: Room) -> Outgoing:
    """How a school stands in an event: places, steps, what can be done."""
    head = t("school-head", unit=page.unit.title, above=_above(t, page), event=page.event.title)
    parts: list[str] = [head, "\n".join(fill_line(t, fill) for fill in page.here.fills), _funnel(t, page)]
    if page.inside:
        parts.append("\n".join(_inside(t, page)))
    event_id, unit_id = page.event.id, page.unit.id
    rows: list[Row] = []
    if not page.inside:
        rows.append((_button(t("button-school-link"), event_id, unit_id, "link", style="success"),))
        rows.append(
            (
                _button(t("button-nominate"), event_id, unit_id, "nominate"),
                _button(t("button-nominate-links"), event_id, unit_id, "named"),
            )
        )
    if page.registered and not page.inside:
        rows.append((_button(t("button-school-pupils"), event_id, unit_id, "pupils"),))
    waiting = page.lacking + page.started
    if waiting:
        rows.append((_button(t("button-school-remind-all", number=str(waiting)), event_id, unit_id, "remind-all"),))
    rows.append((_button(t("button-refresh"), event_id, unit_id, "open"),))
    rows.append((_button(t("button-back"), 0, 0, "rooms"), home_button(t)))
    return Outgoing(text="\n\n".join(parts), keyboard=tuple(rows))


def link(t: Translator, page: Room, address: str, translators: Mapping[Language, Translator]) -> Outgoing:
    """The link to forward, with a ready text in every language."""
    kept = page.link
    facts = {
        "uses": str(kept.uses if kept else 0),
        "most": str(kept.most_uses if kept else 0),
        "until": t.day(kept.expires_at.astimezone(page.event.zone).date()) if kept else "",
    }
    text = t("school-link", unit=page.unit.title, link=Html(address), **facts)
    shares = tuple(
        (Button(text=t(f"button-school-share-{language.value}"), url=_share(translators[language], page, address)),)
        for language in Language
    )
    event_id, unit_id = page.event.id, page.unit.id
    renewal = (
        _button(t("button-school-renew"), event_id, unit_id, "ask-renew"),
        _button(t("button-school-revoke"), event_id, unit_id, "ask-revoke"),
    )
    return Outgoing(text=text, keyboard=(*shares, renewal, (_button(t("button-back"), event_id, unit_id, "open"),)))


def link_question(t: Translator, page: Room, do: str) -> Outgoing:
    """Ask before a link stops working."""
    yes = _button(t(f"button-school-{do}-yes"), page.event.id, page.unit.id, do, style="danger")
    no = _button(t("button-school-link-keep"), page.event.id, page.unit.id, "link", style="success")
    return Outgoing(text=t("school-link-question"), keyboard=((yes,), (no,)))


def pupils(t: Translator, page: PupilsPage) -> Outgoing:
    """One page of a school's pupils: name, grade, stage, what is lacking."""
    lines: list[str] = [t("school-pupils", unit=page.unit.title)]
    if page.pages > 1:
        lines.append(t("list-page", page=page.page + 1, pages=page.pages))
    if not page.pupils:
        lines.append(t("school-pupils-none"))
    lines.append("\n".join(_line(t, one) for one in page.pupils))
    event_id, unit_id = page.event.id, page.unit.id
    rows: list[Row] = [
        (_button(f"🔔 {one.name}", event_id, unit_id, "pupil", id_=one.registration_id),)
        for one in page.pupils
        if one.lack
    ]
    if page.pages > 1:
        turns = ((page.page - 1, "⬅"), (page.page + 1, "➡"))
        rows.append(tuple(_button(label, event_id, unit_id, "pupils", id_=to % page.pages) for to, label in turns))
    rows.append((_button(t("button-back"), event_id, unit_id, "open"),))
    return Outgoing(text="\n\n".join(line for line in lines if line), keyboard=tuple(rows))


def pupil(t: Translator, event: Event, unit: Unit, line: PupilLine) -> Outgoing:
    """One pupil: the stage, what is lacking, and a way to remind the family."""
    rows: list[Row] = []
    if line.lack:
        remind = _button(
            t("button-school-remind"), event.id, unit.id, "remind", id_=line.registration_id, style="success"
        )
        rows.append((remind,))
    rows.append((_button(t("button-back"), event.id, unit.id, "pupils"),))
    return Outgoing(text=_line(t, line), keyboard=tuple(rows))


def _line(t: Translator, one: PupilLine) -> str:
    grade = f" · {t('list-grade', grade=one.grade)}" if one.grade is not None else ""
    stage = _stage(t, one.status)
    lack = f"\n      {t(f'school-lack-{one.lack.value}')}" if one.lack else ""
    return f"{STAGES[one.status]} <b>{t.piece(one.name)}</b>{grade}\n      {stage}{lack}"


def _stage(t: Translator, status: Status) -> Html:
    return t(f"school-stage-{status.value.replace('_', '-')}")


def _funnel(t: Translator, page: Room) -> str:
    """How many came, began, registered, and where those stand."""
    began = page.started + page.registered
    lines: list[str] = [
        t(
            "school-funnel",
            came=str(page.came + page.registered),
            began=str(began),
            registered=str(page.registered),
        )
    ]
    lines.extend(
        f"{icon} {_stage(t, status)}: {page.counts[status]}"
        for status, icon in STAGES.items()
        if page.counts.get(status)
    )
    return "\n".join(lines)


def _inside(t: Translator, page: Room) -> list[str]:
    """A line for each unit inside: taken, kept."""
    lines: list[str] = [t("schools-inside")]
    for one in page.inside[:MOST_INSIDE]:
        numbers = f"{one.seated}/{one.capacity}" if one.has_quota else str(one.seated)
        lines.append(f"🏫 {t.of(one.unit.title)}: {numbers}")
    return lines


def _above(t: Translator, page: Room) -> str:
    return plain(" · ".join(t.of(unit.title) for unit in page.way[:-1]))


def _share(t: Translator, page: Room, address: str) -> str:
    """Return the address that opens Telegram's «forward to…» with a ready text."""
    words = plain(
        t(
            "school-share-text",
            event=page.event.title,
            days=t.days(page.event.starts_on, page.event.ends_on),
            school=page.unit.title,
            until=t.day(page.event.closes_on),
        )
    )
    return f"https://t.me/share/url?url={quote(address, safe='')}&text={quote(words, safe='')}"


def _button(text: str, event_id: int, unit_id: int, do: str, *, id_: int = 0, style: str | None = None) -> Button:
    data = CoordinatorPress(event_id=event_id, unit_id=unit_id, do=do, id=id_)
    return Button(text=short(text, LONGEST_LABEL), data=data.pack(), style=style)
