"""What coordinators have families told, and what coordinators are told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from bot.domain.language import Localized
from bot.telegram import Button, Outgoing
from bot.texts import Translator
from handlers.callbacks import ConsentPress, CoordinatorPress, DraftPress, RegistrationPress


def _reminder(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Say what a registration still lacks, in the name of the school."""
    text = t(
        f"notice-school-{data['lack']}",
        name=data["name"],
        event=Localized.of(data["event"]),
        school=Localized.of(data["school"]),
    )
    kind = RegistrationPress if data["is_own"] else ConsentPress
    press = kind(registration_id=data["registration"], revision=0, do="open").pack()
    return Outgoing(text=text, keyboard=((Button(text=t("button-open"), data=press, style="success"),),))


def _unfinished(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    text = t("notice-school-unfinished", event=Localized.of(data["event"]), school=Localized.of(data["school"]))
    press = DraftPress(draft_id=data["draft"], revision=0, do="resume").pack()
    return Outgoing(text=text, keyboard=((Button(text=t("button-nudge-continue"), data=press, style="success"),),))


def _joined(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    return Outgoing(text=t("notice-coordinator-joined", name=data["name"], unit=Localized.of(data["unit"])))


def _recall(key: str) -> Callable[[Translator, Mapping[str, Any]], Outgoing]:
    def render(t: Translator, data: Mapping[str, Any]) -> Outgoing:
        text = t(
            key,
            unit=Localized.of(data["unit"]),
            event=Localized.of(data["event"]),
            number=str(data["number"]),
            day=t.day(date.fromisoformat(data["on"])),
        )
        press = CoordinatorPress(event_id=data["event_id"], unit_id=data["unit_id"], do="open").pack()
        return Outgoing(text=text, keyboard=((Button(text=t("button-school"), data=press),),))

    return render


SCHOOL: Final[Mapping[str, Callable[[Translator, Mapping[str, Any]], Outgoing]]] = {
    "school-reminder": _reminder,
    "school-unfinished": _unfinished,
    "coordinator-joined": _joined,
    "recall-soon": _recall("notice-recall-soon"),
    "recall-done": _recall("notice-recall-done"),
}
"""Messages about schools that may lie in the outbox."""
