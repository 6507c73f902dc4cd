"""The screens of an event's staff group."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.actions.connecting import RoomPage
from bot.domain.language import Localized
from bot.telegram import Button, Outgoing
from bot.texts import Translator
from handlers.cards import home_row
from handlers.organizer.list_cards import desk_button
from handlers.staffroom_callbacks import StaffroomPress


def button(t: Translator, event_id: int) -> Button:
    """The way to an event's staff group."""
    return _press(t("button-staffroom"), "page", event_id)


def page(t: Translator, found: RoomPage) -> Outgoing:
    """Whether there is a group, and how to get one."""
    back = (desk_button(t, found.event.id),)
    if found.room is None:
        return Outgoing(text=t("staffroom-none", title=found.event.title), keyboard=(back,))
    rows = ((_press(t("button-staffroom-cut"), "cut", found.event.id),), back)
    return Outgoing(text=t("staffroom-connected", title=found.event.title), keyboard=rows)


def ask_cut(t: Translator, found: RoomPage) -> Outgoing:
    """Ask before the group is let go."""
    yes = (_press(t("button-staffroom-cut-yes"), "cut-yes", found.event.id, style="danger"),)
    back = (_press(t("button-back"), "page", found.event.id),)
    return Outgoing(text=t("staffroom-cut-ask", title=found.event.title), keyboard=(yes, back))


def refused(t: Translator) -> Outgoing:
    """The group was left."""
    return Outgoing(text=t("staffroom-refused"), keyboard=(home_row(t),))


def lost(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """The group cannot be used any more."""
    text = t(f"notice-staffroom-{data['loss']}", event=Localized.of(data["event"]))
    return Outgoing(text=text, keyboard=((button(t, data["event_id"]),),))


def leaver(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Somebody without a role still reads along, and has to be removed by hand."""
    text = t("notice-staffroom-leaver", event=Localized.of(data["event"]), name=data["name"])
    return Outgoing(text=text, keyboard=((button(t, data["event_id"]),),))


def _press(text: str, do: str, event_id: int, *, style: str | None = None) -> Button:
    return Button(text=text, data=StaffroomPress(do=do, room_id=0, event_id=event_id).pack(), style=style)
