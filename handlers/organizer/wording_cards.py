"""The screens on which a reminder gets its own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from html import escape
from typing import Any, Final

from bot.actions.reminding import TEMPLATES
from bot.actions.wording import LONGEST, Words
from bot.domain.language import Language
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.reminders import REMINDERS
from handlers.talk_callbacks import ReminderPress, WordsPress

Row = tuple[Button, ...]

NOON: Final = time(12)


def words(t: Translator, found: Words) -> Outgoing:
    """The words in each language, what is asked for now, and how to look at them, save them or drop them."""
    parts: list[str] = [t("words-head", name=_name(t, found))]
    parts += [_part(t, found, language) for language in Language]
    if found.asks is not None:
        parts.append(t("words-ask", language=t(f"language-{found.asks.value}"), longest=LONGEST))
    elif not found.texts:
        parts.append(t("words-none"))
    elif found.is_changed:
        parts.append(t("words-unsaved"))
    rows: list[Row] = [tuple(_press(f"✍️ {code(one)}", found, "write", one.value) for one in Language)]
    rows.append(tuple(_press(f"👁 {code(one)}", found, "look", one.value) for one in Language))
    if found.is_changed and found.is_whole:
        rows.append((_press(plain(t("button-words-save")), found, "save"),))
    if found.rule.text is not None:
        rows.append((_press(plain(t("button-words-usual")), found, "usual"),))
    back = ReminderPress(event_id=found.event.id, do="open", rule=found.rule.code).pack()
    rows.append((Button(text=t("button-back"), data=back),))
    return Outgoing(text="\n\n".join(parts), keyboard=tuple(rows))


def code(language: Language) -> str:
    """Return a language as buttons name it."""
    return language.value.upper()


def look(t: Translator, reader: Translator, found: Words) -> Outgoing:
    """The reminder exactly as somebody reads it, made of an example, with the way back."""
    example = _example(found, reader.language)
    screen = REMINDERS[TEMPLATES[found.rule.kind]](reader, example)
    return replace(screen, keyboard=((_press(plain(t("button-back")), found, "open"),),))


def _example(found: Words, language: Language) -> dict[str, Any]:
    """Return what a reminder about the first stream's first day would be made of."""
    event = found.event
    session = {
        "starts": "10:00",
        "kind": "lecture",
        "title": event.title.as_dict(),
        "place": event.place.as_dict(),
        "is_chosen": False,
    }
    own = {"own": dict.fromkeys(("kk", "ru", "en"), found.texts[language])} if found.texts.get(language) else {}
    return {
        "event": event.title.as_dict(),
        "event_id": event.id,
        "on": event.starts_on.isoformat(),
        "is_own": True,
        "about": [[0, "…"]],
        "until": datetime.combine(event.starts_on, NOON, event.zone).isoformat(),
        "place": event.place.as_dict(),
        "session": session,
        "sessions": [session],
        "has_choice": False,
        **own,
    }


def _name(t: Translator, found: Words) -> Html:
    return t(f"rule-{found.rule.kind.value.replace('_', '-')}")


def _part(t: Translator, found: Words, language: Language) -> str:
    said = found.texts.get(language)
    name = t(f"language-{language.value}")
    return f"<b>{name}</b>\n{escape(said, quote=False)}" if said else f"<b>{name}</b>\n—"


def _press(text: str, found: Words, do: str, value: str = "") -> Button:
    data = WordsPress(event_id=found.event.id, do=do, rule=found.rule.code, value=value).pack()
    return Button(text=text, data=data)
