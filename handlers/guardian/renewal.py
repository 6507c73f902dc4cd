"""How newer words are told: what changed, until when they wait, and the way to agree again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.language import Localized
from bot.telegram import Button, Outgoing
from bot.texts import Translator
from handlers.callbacks import ConsentPress, RegistrationPress


def renew(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """A required text has changed: agree again until a day; a child is asked to pass it on."""
    zone = ZoneInfo(data["zone"])
    until = t.day(datetime.fromisoformat(data["until"]).astimezone(zone).date())
    key = "notice-consent-renew-own" if data["is_own"] else "notice-consent-renew"
    head = t(key, name=data["name"], event=Localized.of(data["event"]), until=until)
    if data["is_own"]:
        press = RegistrationPress(registration_id=data["registration"], revision=0, do="invite").pack()
        return Outgoing(text=head, keyboard=((Button(text=t("button-new-guardian-link"), data=press),),))
    return _with_changes(t, data, head)


def ask_again(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """An optional text has changed: until it is answered anew, nothing is allowed by it."""
    return _with_changes(t, data, t("notice-consent-ask-again", name=data["name"], event=Localized.of(data["event"])))


def _with_changes(t: Translator, data: Mapping[str, Any], head: str) -> Outgoing:
    lines = [
        t("consent-changed", title=Localized.of(one["title"]), change=Localized.of(one["change"]))
        if one["change"]
        else t("consent-changed-new", title=Localized.of(one["title"]))
        for one in data["changes"]
    ]
    press = ConsentPress(registration_id=data["registration"], revision=0, do="open").pack()
    button = Button(text=t("button-consent-read"), data=press, style="success")
    return Outgoing(text="\n\n".join([head, *lines]), keyboard=((button,),))
