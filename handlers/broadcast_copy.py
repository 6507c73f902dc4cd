"""The message one person gets of an announcement.

Always true: a text in another language than the reader's is marked; a button to confirm stands under what
asks for it; its words and buttons all arrive, in as many messages as that takes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.domain.parts import split, split_into, stands_apart
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers import vote_cards
from handlers.broadcast_callbacks import GotItPress

Keyboard = tuple[tuple[Button, ...], ...]


def copy(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """One person's copy: one message, or several when its text or its buttons do not fit into one."""
    return _message(t, data, (), buttons(t, data))


def tried(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """The copy that its sender looks at."""
    return _message(t, data, (), buttons(t, data, do="try"))


def again(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """The copy that who is silent gets once more."""
    return _message(t, data, (t("broadcast-again"),), buttons(t, data))


def edited(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """What a delivered copy becomes when its text is changed, in as many messages; its button stays as it is."""
    return _message(t, data, (), _buttons_now(t, data))


def edited_again(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """The same for the copy that who was silent got once more."""
    return _message(t, data, (t("broadcast-again"),), _buttons_now(t, data))


def _message(t: Translator, data: Mapping[str, Any], before: tuple[Html, ...], keyboard: Keyboard) -> Outgoing:
    """Put a copy together: `pieces` in its data says of how many messages one consists that was delivered."""
    files = {name: data[name] for name in ("photo", "document") if name in data}
    if "album" in data:
        files = {"album": tuple(data["album"])}
    number = len(files["album"]) if "album" in files else len(files)
    is_apart = stands_apart(data["text"], files=number, has_buttons=bool(keyboard))
    if "pieces" in data:
        is_apart = 0 < number < data["pieces"]
    texts = _texts(t, data, before, number if is_apart else 0, is_caption=bool(files) and not is_apart)
    if files and not is_apart:
        return Outgoing(text=texts[0], **files, keyboard=() if "album" in files else keyboard)
    parts = [Outgoing(text=text) for text in texts]
    parts[-1] = replace(parts[-1], keyboard=keyboard)
    first, *rest = [Outgoing(text="", **files), *parts] if files else parts
    return replace(first, rest=tuple(rest))


def _texts(
    t: Translator, data: Mapping[str, Any], before: tuple[Html, ...], files: int, *, is_caption: bool
) -> list[str]:
    """Return the texts of a copy, with what stands before the first and behind the last."""
    if is_caption:
        texts = [data["text"]]
    elif "pieces" in data:
        texts = list(split_into(data["text"], data["pieces"] - files))
    else:
        texts = list(split(data["text"]))
    marks = [*before, *([t("broadcast-emergency")] if data.get("is_emergency") else [])]
    if data["language"] != t.language.value:
        marks.append(t(f"broadcast-mark-{data['language']}"))
    texts[0] = "\n\n".join([*marks, texts[0]])
    if "poll" in data:
        texts[-1] = f"{texts[-1]}\n\n{vote_cards.lines(t, data['poll'])}"
    return texts


def _buttons_now(t: Translator, data: Mapping[str, Any]) -> Keyboard:
    return buttons(t, data, do="done" if data.get("has_confirmed") else "yes")


def buttons(t: Translator, data: Mapping[str, Any], *, do: str = "yes") -> Keyboard:
    """The buttons under a copy; `do` is «done» when its reader has confirmed, «try» when its sender looks at it."""
    if "poll" in data:
        return vote_cards.buttons(data["poll"], do="try" if do == "try" else "give")
    links = tuple((Button(text=label, url=address),) for label, address in data.get("links", ()))
    if "asks" not in data:
        return links
    label = t("button-got-it-done" if do == "done" else "button-got-it")
    press = GotItPress(broadcast_id=data["asks"], do="yes" if do == "done" else do).pack()
    return ((Button(text=label, data=press, style=None if do == "done" else "success"),), *links)
