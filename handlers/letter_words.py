"""How letters of leaders read: in the chats of families, and in messages to those who write and confirm them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from bot.domain.language import Localized
from bot.domain.letter import PARTS, Kind
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.squad_callbacks import LetterPress, SquadsPress
from handlers.squad_names import called


def about(t: Translator, data: Mapping[str, Any]) -> Html:
    """Return of which squad and day a letter is."""
    key = "letter-about-day" if data["kind"] == Kind.DAY else "letter-about-message"
    return t(key, squad=called(t, data), day=t.weekday(date.fromisoformat(data["on"])))


def parts(t: Translator, kind: Kind, texts: Mapping[str, str]) -> Html:
    """Return what was written, each part under its head."""
    found = [
        f"<b>{t(f'letter-head-{part}')}</b>\n{t.piece(texts[part])}" if kind is Kind.DAY else t.piece(texts[part])
        for part in PARTS[kind]
        if part in texts
    ]
    return Html("\n\n".join(found))


def _letter(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """The letter itself, for a guardian: the frame in their language, the words as they were written."""
    key = "letter-letter" if data["kind"] == Kind.DAY else "letter-message"
    day = t.weekday(date.fromisoformat(data["on"]))
    lines: list[str] = [t(key, squad=called(t, data), day=day, event=Localized.of(data["event"]))]
    if data["language"] != t.language.value:
        lines.append(t("letter-written-in", language=t(f"language-{data['language']}")))
    lines.append(parts(t, Kind(data["kind"]), data["texts"]))
    if data["photos"]:
        lines.append(t("letter-photos-follow", count=data["photos"]))
    return Outgoing(text="\n\n".join(lines)[:4090])


def _photo(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    return Outgoing(text=t("letter-photo-caption", squad=called(t, data)), photo=data["file"])


def _told(template: str, button: str, do: str) -> Callable[[Translator, Mapping[str, Any]], Outgoing]:
    """Tell something about a letter, with the way to it."""

    def render(t: Translator, data: Mapping[str, Any]) -> Outgoing:
        more = {name: data[name] for name in ("name", "reason", "until", "count") if name in data}
        if "names" in data:
            more["names"] = ", ".join(data["names"])
        press = LetterPress(letter_id=data["letter"], revision=0, do=do).pack()
        text = t(f"notice-{template}", about=about(t, data), **more)
        return Outgoing(text=text, keyboard=((Button(text=t(button), data=press, style="success"),),))

    return render


def _missed(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Tell organizers which squads have no letter at its hour."""
    lines = [
        t(f"letter-late-{state}", squad=called(t, {"squad_name": name, "squad_number": number}))
        for name, number, state in data["squads"]
    ]
    head = t("notice-letter-missed", event=Localized.of(data["event"]), at=data["at"])
    button = Button(text=t("button-squads"), data=SquadsPress(event_id=data["event_id"], do="room").pack())
    return Outgoing(text="\n".join([head, "", *lines])[:4090], keyboard=((button,),))


LETTER: Final[Mapping[str, Callable[[Translator, Mapping[str, Any]], Outgoing]]] = {
    "letter": _letter,
    "letter-photo": _photo,
    "letter-asked": _told("letter-asked", "button-letter-begin", "begin"),
    "letter-near": _told("letter-near", "button-letter-begin", "begin"),
    "letter-missed": _missed,
    "letter-waiting": _told("letter-waiting", "button-letter-open", "whole"),
    "letter-returned": _told("letter-returned", "button-letter-begin", "begin"),
    **{
        f"letter-{name}": _told(f"letter-{name}", "button-letter-open", "whole")
        for name in ("confirmed", "sent", "expired", "photo-dropped")
    },
}
"""The templates of letters."""
