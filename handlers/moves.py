"""What became of a session, in words: old struck out beside new; and the notice that tells it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from bot.domain.language import Localized
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import ConsentPress, DayPress, RegistrationPress
from handlers.family_icons import ICONS
from handlers.squad_callbacks import LeaderPress

MOST_ITEMS: Final = 12
"""Changes a notice names; the timetable has them all."""

State = Mapping[str, Any]


def lines(t: Translator, was: State, became: State) -> list[Html]:
    """Return a line for each thing that is not what it was: when, where, who, what, by sign-up or not."""
    found = [_time(t, was, became)]
    for what in ("place", "speaker", "title"):
        old, new = _said(t, was[what]), _said(t, became[what])
        if old != new:
            found.append(t(f"move-{what}", change=_beside(t, old, new)))
    if was["has_places"] != became["has_places"]:
        found.append(t("move-by-sign-up" if became["has_places"] else "move-for-all"))
    return [line for line in found if line]


def _time(t: Translator, was: State, became: State) -> Html:
    if (was["on"], was["starts"], was["ends"]) == (became["on"], became["starts"], became["ends"]):
        return Html("")
    is_same_day = was["on"] == became["on"]
    old, new = (_clock(one) if is_same_day else when(t, one) for one in (was, became))
    return t("move-time", change=_beside(t, old, new))


def when(t: Translator, state: State) -> Html:
    """Return the day and the time of a session."""
    return Html(f"{t.weekday(date.fromisoformat(state['on']))}, {_clock(state)}")


def _clock(state: State) -> Html:
    return Html(f"{state['starts']}–{state['ends']}")


def _said(t: Translator, text: Mapping[str, str] | None) -> Html:
    return t.of(Localized.of(text)) if text else Html("")


def _beside(t: Translator, old: Html, new: Html) -> Html:
    if not old or not new:
        return t("move-only-new", new=new) if new else t("move-only-old", old=old)
    return t("move-beside", old=old, new=new)


def changed(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Tell somebody what changed of what they go to."""
    items = data["items"]
    shown = [item(t, data, one) for one in items[:MOST_ITEMS]]
    if len(items) > MOST_ITEMS:
        shown.append(t("move-more", count=len(items) - MOST_ITEMS))
    head = t("notice-timetable-changed", event=Localized.of(data["event"]))
    first = next((one for one in items if one["kind"] != "gone"), items[0])
    on = (first["became"] if first["kind"] != "gone" else first["was"])["on"]
    return Outgoing(text="\n\n".join([head, *shown]), keyboard=((_day_button(t, data, on),),))


def _day_button(t: Translator, data: Mapping[str, Any], on: str) -> Button:
    """The way to the day: of a registration, or of the squad that one leads."""
    registration_id = max(number for number, _ in data["about"])
    if registration_id < 0:
        return Button(text=t("button-squad-day"), data=LeaderPress(do="day", squad_id=-registration_id, on=on).pack())
    press = DayPress(event_id=data["event_id"], registration_id=registration_id, on=on).pack()
    return Button(text=t("button-my-timetable" if data["is_own"] else "button-timetable"), data=press)


def item(t: Translator, data: Mapping[str, Any], found: Mapping[str, Any]) -> str:
    """One session that changed; a guardian also reads whose."""
    kind, was, became = found["kind"], found["was"], found["became"]
    icon, whose = ICONS.get(found["icon"], "•"), []
    if not data["is_own"] and any(found["names"]):
        whose = [t("reminder-about", names=", ".join(filter(None, found["names"])))]
    if kind == "gone":
        key = "move-cancelled" if became["is_cancelled"] else "move-gone"
        return "\n".join([t(key, icon=icon, title=Localized.of(was["title"]), when=when(t, was)), *whose])
    title = t("move-title-line", icon=icon, title=Localized.of(became["title"]))
    if kind == "new":
        place = Localized.of(became["place"])
        return "\n".join([title, t("move-new", when=when(t, became), place=place), *whose])
    day = [] if was["on"] != became["on"] else [t("move-day", day=t.weekday(date.fromisoformat(became["on"])))]
    return "\n".join([title, *day, *lines(t, was, became), *whose])


def place_given(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Tell a family that a place it waited for is theirs."""
    parts: list[str] = [
        t("notice-session-place"),
        t("move-title-line", icon=ICONS.get(data["icon"], "•"), title=Localized.of(data["title"])),
    ]
    parts.append(t("move-new-place", when=when(t, data), place=Localized.of(data["place"])))
    if not data["is_own"]:
        parts.append(t("reminder-about", names=data["name"]))
    press = DayPress(event_id=data["event_id"], registration_id=data["registration"], on=data["on"]).pack()
    key = "button-my-timetable" if data["is_own"] else "button-timetable"
    return Outgoing(text="\n".join(parts), keyboard=((Button(text=t(key), data=press),),))


def days_changed(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Tell a family that the days of its stream are others, the old ones struck out."""
    was, will = (t.days(*map(date.fromisoformat, data[which])) for which in ("was", "will"))
    parts: list[str] = [t("notice-stream-days", event=Localized.of(data["event"]), stream=Localized.of(data["title"]))]
    parts.append(t("move-beside", old=was, new=will))
    if not data["is_own"]:
        parts.append(t("reminder-about", names=data["name"]))
    kind = RegistrationPress if data["is_own"] else ConsentPress
    press = kind(registration_id=data["registration"], revision=0, do="open").pack()
    return Outgoing(text="\n\n".join(parts), keyboard=((Button(text=t("button-open"), data=press),),))


MOVES: Final[Mapping[str, Callable[[Translator, Mapping[str, Any]], Outgoing]]] = {
    "session-place": place_given,
    "timetable-changed": changed,
    "stream-days": days_changed,
}
"""The templates of notices about a timetable."""
