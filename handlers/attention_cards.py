"""The screens of what reaches a person: the choice, what was missed, and the evening digest itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any, Final

from bot.actions.digesting import PAGE, Page, Settings
from bot.domain.attention import HOURS, Attention
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.attention_callbacks import AttentionPress
from handlers.callbacks import HomePress

Render = Callable[[Translator, str, Mapping[str, Any]], Outgoing]
Row = tuple[Button, ...]

MOST: Final = 30
"""Headings one digest names."""
MOST_BUTTONS: Final = 90
"""Telegram takes a hundred."""
IN_A_ROW: Final = 5
LONGEST: Final = 90
"""Letters of a heading."""


def settings(t: Translator, found: Settings) -> Outgoing:
    """The three choices with the present one marked, the hours of a digest, and the way to what was missed."""
    choice = found.choice
    is_evening = choice.attention is Attention.EVENING
    about = t(f"attention-is-{choice.attention.value}", hour=f"{choice.hour}:00")
    rows: list[Row] = [
        (_press(_mark(t(f"button-attention-{one.value}"), is_chosen=one is choice.attention), "set", value=one.value),)
        for one in Attention
    ]
    if is_evening:
        rows.append(tuple(_press(_mark(f"{one}:00", is_chosen=one == choice.hour), "hour", one) for one in HOURS))
    if found.missed or choice.attention is not Attention.EVERYTHING:
        rows.append((_press(t("button-missed", number=found.missed), "missed"),))
    home = Button(text=t("button-home"), data=HomePress(to="home").pack())
    return Outgoing(text=f"{t('attention')}\n\n{about}", keyboard=(*rows, (home,)))


def missed(t: Translator, page: Page, *, render: Render) -> Outgoing:
    """One page of what was not told at once; each can be read in full."""
    ways: list[Row] = [(_press(t("button-attention"), "open"),)]
    if not page.messages:
        return Outgoing(text=t("missed-none"), keyboard=tuple(ways))
    rows: list[Row] = [(_press(_heading(t, one.template, one.data, render), "see", one.id),) for one in page.messages]
    turns = [
        *([_press("◀", "missed", page.number - 1)] if page.number else []),
        *([_press("▶", "missed", page.number + 1)] if (page.number + 1) * PAGE < page.total else []),
    ]
    return Outgoing(text=t("missed", number=page.total), keyboard=(*rows, *([tuple(turns)] if turns else []), *ways))


def digest(t: Translator, data: Mapping[str, Any], *, render: Render) -> Outgoing:
    """The evening's one message: a heading for each thing that waited, and a button to read it."""
    items = data["items"]
    if not items:
        return Outgoing(text=t("digest-emptied"), keyboard=((_press(t("button-attention"), "open"),),))
    shown = items[:MOST]
    lines = [
        f"<b>{number}.</b> {escape(_heading(t, template, about, render), quote=False)}"
        for number, (_, template, about) in enumerate(shown, 1)
    ]
    more = [t("digest-more", number=len(items) - MOST)] if len(items) > MOST else []
    numbers = [_press(f"{number}", "read", one[0]) for number, one in enumerate(items[:MOST_BUTTONS], 1)]
    rows = [tuple(numbers[start : start + IN_A_ROW]) for start in range(0, len(numbers), IN_A_ROW)]
    choice = _press(t("button-attention"), "open")
    text = "\n\n".join([t("digest", number=len(items)), "\n".join(lines), *more])
    return Outgoing(text=text, keyboard=(*rows, (choice,)))


def back_to_missed(t: Translator) -> Row:
    """The way back to the list."""
    return (_press(t("button-missed-list"), "missed"),)


def below_album(t: Translator) -> Outgoing:
    """The way back below an album, which has no buttons."""
    return Outgoing(text=t("broadcast-album-above"), keyboard=(back_to_missed(t),))


def _heading(t: Translator, template: str, data: Mapping[str, Any], render: Render) -> str:
    """Return the first words of a message, as plain text."""
    is_announcement = "text" in data
    words = data["text"] if is_announcement else render(t, template, data).text
    lines = [line.strip() for line in plain(words).splitlines() if line.strip()]
    heading = " · ".join(lines[:2])
    icon = "📣 " if is_announcement else ""
    if is_announcement and data["language"] != t.language.value:
        language = t(f"language-{data['language']}")
        icon += f"{plain(language)}: "
    return icon + (heading if len(heading) <= LONGEST else f"{heading[: LONGEST - 1].rstrip()}…")


def _mark(label: str, *, is_chosen: bool) -> str:
    return f"✓ {label}" if is_chosen else label


def _press(text: str | Html, do: str, number: int = 0, value: str = "") -> Button:
    return Button(text=plain(text), data=AttentionPress(do=do, id=number, value=value).pack())
