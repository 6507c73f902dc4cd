"""How messages of conversations look in the chats of those who read along."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from bot.domain.language import Localized
from bot.telegram import Button, Outgoing
from bot.texts import Translator
from handlers import ask_cards
from handlers.talk_callbacks import AskPress, ThreadPress
from handlers.talk_words import in_line, owed


def _asked(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """A family's words, for staff."""
    key = "notice-thread-asked" if data["is_first"] else "notice-thread-more"
    text = t(key, name=data["name"], event=Localized.of(data["event"]), text=in_line(t, owed(data)))
    lines = [text, *([t("notice-thread-child")] if data["is_child"] else [])]
    return _with_file(data, "\n\n".join(lines), ((_staff(t, data, "button-thread-open"),),))


def _about(template: str) -> Callable[[Translator, Mapping[str, Any]], Outgoing]:
    """Tell staff something about a conversation, with the way to it."""

    def render(t: Translator, data: Mapping[str, Any]) -> Outgoing:
        more = {"by": data["by"]} if "by" in data else {}
        text = t(f"notice-{template}", name=data["name"], event=Localized.of(data["event"]), **more)
        return Outgoing(text=text, keyboard=((_staff(t, data, "button-thread-open"),),))

    return render


def _waits(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    key = "notice-thread-unclaimed" if data["step"] == 1 else "notice-thread-unanswered"
    text = t(key, name=data["name"], event=Localized.of(data["event"]), minutes=data["minutes"])
    return Outgoing(text=text, keyboard=((_staff(t, data, "button-thread-open"),),))


def _overheard(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """A child's words, for its guardians."""
    said = in_line(t, owed(data))
    text = t("notice-thread-overheard", name=data["name"], event=Localized.of(data["event"]), text=said)
    return _with_file(data, text, ((_family(t, data, "button-thread"),), (_flag(t, data),)))


def _answered(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """The camp's answer, for whoever asked and for a child's guardians."""
    key = "notice-thread-answered" if data["is_asker"] else "notice-thread-answered-child"
    text = t(key, programme=Localized.of(data["programme"]), name=data["name"], text=in_line(t, owed(data)))
    button = "button-thread-reply" if data["is_asker"] else "button-thread"
    rows = ((_family(t, data, button),), (_flag(t, data),))
    return _with_file(data, text, rows)


def _with_file(data: Mapping[str, Any], text: str, rows: tuple[tuple[Button, ...], ...]) -> Outgoing:
    return Outgoing(text=text, photo=data["photo"], document=data["document"], keyboard=rows)


def _closed(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    rows = (ask_cards.stars(data["thread"]), (_family(t, data, "button-thread-again"),))
    return Outgoing(text=t("notice-thread-closed", event=Localized.of(data["event"])), keyboard=rows)


def _staff(t: Translator, data: Mapping[str, Any], key: str) -> Button:
    press = ThreadPress(thread_id=data["thread"], revision=0, do="open").pack()
    return Button(text=t(key), data=press, style="success")


def _family(t: Translator, data: Mapping[str, Any], key: str) -> Button:
    return Button(text=t(key), data=AskPress(do="thread", id=data["thread"]).pack(), style="success")


def _flag(t: Translator, data: Mapping[str, Any]) -> Button:
    return Button(text=t("button-flag"), data=AskPress(do="flag", id=data["thread"]).pack())


TALK: Final[Mapping[str, Callable[[Translator, Mapping[str, Any]], Outgoing]]] = {
    "thread-asked": _asked,
    "thread-overheard": _overheard,
    "thread-answered": _answered,
    "thread-closed": _closed,
    "thread-waits": _waits,
    **{name: _about(name) for name in ("thread-urgent", "thread-handed", "thread-taken", "thread-flagged")},
}
"""The templates of conversations."""
