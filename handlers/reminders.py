"""How reminders look: what comes next, for whom, and the way to the timetable or to the decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, Final

from bot.domain.language import Localized
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import ConsentPress, DayPress, RegistrationPress
from handlers.collect_cards import button as list_button
from handlers.family_icons import ICONS
from handlers.opinion_cards import star_row

MOST_LINES: Final = 30
"""Sessions a day's programme names; the timetable has them all."""


def _session(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """A session that begins soon."""
    session = data["session"]
    text = t(
        "reminder-session",
        starts=session["starts"],
        icon=_icon(session),
        title=Localized.of(session["title"]),
        place=Localized.of(session["place"]),
    )
    return _to_the_day(t, data, _with_own(t, data, text))


def _day(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """The programme of a day, short."""
    head = t("reminder-day", day=t.weekday(date.fromisoformat(data["on"])), event=Localized.of(data["event"]))
    keys = {True: "reminder-line-chosen", False: "reminder-line"}
    lines = [_line(t, session, keys[session["is_chosen"]]) for session in data["sessions"][:MOST_LINES]]
    choice = [t("reminder-day-choice")] if data["has_choice"] and data["is_own"] else []
    return _to_the_day(t, data, _with_own(t, data, head), "\n".join(lines), *choice)


def _departure(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """The day of departure: where to, and how it begins."""
    head = t("reminder-departure", event=Localized.of(data["event"]), place=Localized.of(data["place"]))
    lines = [_line(t, session, "reminder-line-place") for session in data["sessions"]]
    first = "\n".join([t("reminder-departure-first"), *lines]) if lines else ""
    return _to_the_day(t, data, _with_own(t, data, head), first)


def _consent(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """A consent that is missing: the child sends a link, a guardian decides."""
    event = Localized.of(data["event"])
    if data["is_own"]:
        registration_id = data["about"][0][0]
        press = RegistrationPress(registration_id=registration_id, revision=0, do="invite").pack()
        button = Button(text=t("button-new-guardian-link"), data=press, style="success")
        words = _said(t, data, t("reminder-consent-own", event=event))
        return Outgoing(text=words, keyboard=((button,),))
    rows = tuple(
        (
            Button(
                text=t("button-decide-about", name=name),
                data=ConsentPress(registration_id=registration_id, revision=0, do="open").pack(),
                style="success",
            ),
        )
        for registration_id, name in data["about"]
    )
    words = _said(t, data, t("reminder-consent-guardian", event=event))
    return Outgoing(text=_join(words, _about(t, data)), keyboard=rows)


def _offer(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """An offered place that is about to go on to the next family."""
    until = datetime.fromisoformat(data["until"])
    moment = t.moment(until, until.tzinfo or UTC)
    text = _with_own(t, data, t("reminder-offer", event=Localized.of(data["event"]), until=moment))
    press = RegistrationPress(registration_id=data["about"][0][0], revision=0, do="open").pack()
    button = Button(text=t("button-open"), data=press, style="success")
    return Outgoing(text=_join(text, "" if data["is_own"] else _about(t, data)), keyboard=((button,),))


def _document(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """A file that the newest form needs."""
    text = _said(t, data, t("reminder-document", event=Localized.of(data["event"])))
    press = RegistrationPress(registration_id=data["about"][0][0], revision=0, do="supplement").pack()
    button = Button(text=t("button-new-questions"), data=press, style="success")
    return Outgoing(text=_join(text, "" if data["is_own"] else _about(t, data)), keyboard=((button,),))


def _packing(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """What to take along, some days before."""
    day = t.day(date.fromisoformat(data["on"]))
    head = t("reminder-packing", event=Localized.of(data["event"]), day=day)
    return _to_the_day(t, data, _join(head, _said(t, data, t("reminder-packing-list"), is_headed=True)))


def _pickup(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """The day on which children are fetched: where, and how it ends."""
    head = t("reminder-pickup", event=Localized.of(data["event"]), place=Localized.of(data["place"]))
    lines = [_line(t, session, "reminder-line-place") for session in data["sessions"]]
    last = "\n".join([t("reminder-pickup-last"), *lines]) if lines else ""
    screen = _to_the_day(t, data, head, last, _said(t, data, t("reminder-pickup-who"), is_headed=True))
    lists = () if data["is_own"] else tuple((list_button(t, claim_id),) for claim_id, _ in data["about"])
    return replace(screen, keyboard=(*lists, *screen.keyboard))


def _opinion(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """How it was: the first of two presses."""
    text = _said(t, data, t("reminder-opinion", event=Localized.of(data["event"])))
    return Outgoing(text=text, keyboard=(star_row(data["event_id"]),))


def _said(t: Translator, data: Mapping[str, Any], usual: Html, *, is_headed: bool = False) -> Html:
    """Return the organizers' own words, under the event's name unless that stands above already; else the usual."""
    if "own" not in data:
        return usual
    key = "reminder-own-bare" if is_headed else "reminder-own"
    return t(key, event=Localized.of(data["event"]), words=Localized.of(data["own"]))


def _with_own(t: Translator, data: Mapping[str, Any], facts: Html) -> str:
    """Put the organizers' own words above what only the program knows."""
    return _join(_said(t, data, Html("")), facts) if "own" in data else facts


def _to_the_day(t: Translator, data: Mapping[str, Any], *parts: str) -> Outgoing:
    """Put the parts together, name the child to a guardian, and lead to the timetable."""
    registration_id = data["about"][0][0]
    press = DayPress(event_id=data["event_id"], registration_id=registration_id, on=data["on"]).pack()
    key = "button-my-timetable" if data["is_own"] else "button-timetable"
    head, *rest = parts
    about = "" if data["is_own"] else _about(t, data)
    return Outgoing(text=_join(head, about, *rest), keyboard=((Button(text=t(key), data=press),),))


def _about(t: Translator, data: Mapping[str, Any]) -> Html:
    return t("reminder-about", names=", ".join(name for _, name in data["about"]))


def _line(t: Translator, session: Mapping[str, Any], key: str) -> Html:
    more = {"place": Localized.of(session["place"])} if key == "reminder-line-place" else {}
    title = Localized.of(session["title"])
    return t(key, starts=session["starts"], icon=_icon(session), title=title, **more)


def _icon(session: Mapping[str, Any]) -> str:
    return ICONS.get(session["kind"], "•")


def _join(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)


REMINDERS: Final[Mapping[str, Callable[[Translator, Mapping[str, Any]], Outgoing]]] = {
    "reminder-session": _session,
    "reminder-day": _day,
    "reminder-departure": _departure,
    "reminder-consent": _consent,
    "reminder-offer": _offer,
    "reminder-document": _document,
    "reminder-packing": _packing,
    "reminder-pickup": _pickup,
    "reminder-opinion": _opinion,
}
"""The templates of every kind of reminder."""
