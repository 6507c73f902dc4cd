"""How reminders look: what comes next, for whom, and the way to the timetable or to the decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

from bot.domain.language import Localized
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import ConsentPress, DayPress, RegistrationPress
from handlers.family_icons import ICONS

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
    return _to_the_day(t, data, text)


def _day(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """The programme of a day, short."""
    head = t("reminder-day", day=t.weekday(date.fromisoformat(data["on"])), event=Localized.of(data["event"]))
    keys = {True: "reminder-line-chosen", False: "reminder-line"}
    lines = [_line(t, session, keys[session["is_chosen"]]) for session in data["sessions"][:MOST_LINES]]
    choice = [t("reminder-day-choice")] if data["has_choice"] and data["is_own"] else []
    return _to_the_day(t, data, head, "\n".join(lines), *choice)


def _departure(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """The day of departure: where to, and how it begins."""
    head = t("reminder-departure", event=Localized.of(data["event"]), place=Localized.of(data["place"]))
    lines = [_line(t, session, "reminder-line-place") for session in data["sessions"]]
    first = "\n".join([t("reminder-departure-first"), *lines]) if lines else ""
    return _to_the_day(t, data, head, first)


def _consent(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """A consent that is missing: the child sends a link, a guardian decides."""
    event = Localized.of(data["event"])
    if data["is_own"]:
        registration_id = data["about"][0][0]
        press = RegistrationPress(registration_id=registration_id, revision=0, do="invite").pack()
        button = Button(text=t("button-new-guardian-link"), data=press, style="success")
        return Outgoing(text=t("reminder-consent-own", event=event), keyboard=((button,),))
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
    return Outgoing(text=_join(t("reminder-consent-guardian", event=event), _about(t, data)), keyboard=rows)


def _offer(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """An offered place that is about to go on to the next family."""
    until = datetime.fromisoformat(data["until"])
    moment = t.moment(until, until.tzinfo or UTC)
    text = t("reminder-offer", event=Localized.of(data["event"]), until=moment)
    press = RegistrationPress(registration_id=data["about"][0][0], revision=0, do="open").pack()
    button = Button(text=t("button-open"), data=press, style="success")
    return Outgoing(text=_join(text, "" if data["is_own"] else _about(t, data)), keyboard=((button,),))


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
}
"""The templates of every kind of reminder."""
