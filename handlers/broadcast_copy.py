"""The message one person gets of an announcement.

Always true: a text in another language than the reader's is marked; a button to confirm stands under what asks for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers import vote_cards
from handlers.broadcast_callbacks import GotItPress


def copy(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """One person's copy."""
    parts = [Html(data["text"])]
    if data["language"] != t.language.value:
        parts.insert(0, t(f"broadcast-mark-{data['language']}"))
    if data.get("is_emergency"):
        parts.insert(0, t("broadcast-emergency"))
    if "poll" in data:
        parts.append(vote_cards.lines(t, data["poll"]))
    text = Html("\n\n".join(parts))
    if "album" in data:
        return Outgoing(text=text, album=tuple(data["album"]))
    return Outgoing(text=text, photo=data.get("photo"), document=data.get("document"), keyboard=buttons(t, data))


def again(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """The copy that who is silent gets once more."""
    screen = copy(t, data)
    return replace(screen, text=f"{t('broadcast-again')}\n\n{screen.text}")


def edited(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """What a delivered copy becomes when its text is changed; its button stays as it is."""
    return replace(copy(t, data), keyboard=_buttons_now(t, data))


def edited_again(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """The same for the copy that who was silent got once more."""
    return replace(again(t, data), keyboard=_buttons_now(t, data))


def _buttons_now(t: Translator, data: Mapping[str, Any]) -> tuple[tuple[Button, ...], ...]:
    return buttons(t, data, do="done" if data.get("has_confirmed") else "yes")


def buttons(t: Translator, data: Mapping[str, Any], *, do: str = "yes") -> tuple[tuple[Button, ...], ...]:
    """The buttons under a copy; `do` is «done» when its reader has confirmed, «try» when its sender looks at it."""
    if "poll" in data:
        return vote_cards.buttons(data["poll"], do="try" if do == "try" else "give")
    links = tuple((Button(text=label, url=address),) for label, address in data.get("links", ()))
    if "asks" not in data:
        return links
    label = t("button-got-it-done" if do == "done" else "button-got-it")
    press = GotItPress(broadcast_id=data["asks"], do="yes" if do == "done" else do).pack()
    return ((Button(text=label, data=press, style=None if do == "done" else "success"),), *links)
