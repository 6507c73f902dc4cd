"""What the screens of a form being changed share: its buttons, and a text in whatever language it has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bot.actions.forming import FormPage
from bot.domain import form_edits as edits
from bot.domain.form import Kind
from bot.domain.language import Language
from bot.telegram import Button
from bot.texts import Html, Translator
from handlers.form.answers import short
from handlers.organizer.presses import FormPress

Row = tuple[Button, ...]

PAGE: Final = 20
"""Questions on one screen."""
LONGEST_LABEL: Final = 60
ICONS: Final[Mapping[Kind, str]] = {
    Kind.STREAM: "🏕",
    Kind.NAME: "👤",
    Kind.TEXT: "✍️",
    Kind.LONG_TEXT: "📄",
    Kind.BIRTH_DATE: "📅",
    Kind.GRADE: "🎓",
    Kind.PHONE: "📱",
    Kind.UNIT: "🏫",
    Kind.ONE_OF: "🔘",
    Kind.SEVERAL_OF: "☑️",
    Kind.YES_NO: "❓",
    Kind.NUMBER: "🔢",
    Kind.FILE: "📎",
    Kind.CONSENT: "🤝",
}


def place_of(page: FormPage) -> int:
    """Return where the page's question stands, from 0."""
    codes = [one["code"] for one in edits.questions(page.content)]
    wanted = page.asks.question if page.asks else page.question
    return codes.index(wanted) if wanted in codes else 0


def press(page: FormPage, text: str, do: str, at: int = 0, value: str = "", *, style: str | None = None) -> Button:
    """A button of a form draft."""
    draft = page.draft
    form_id, revision = (draft.id, draft.revision) if draft else (0, 0)
    data = FormPress(form_id=form_id, revision=revision, do=do, at=at, value=value).pack()
    return Button(text=short(text, LONGEST_LABEL), data=data, style=style)


def slug(word: str) -> str:
    """Return a word as keys of texts write it."""
    return word.replace("_", "-")


def title_of(t: Translator, texts: Mapping[str, str]) -> str:
    """Return a text in the reader's language, else in another one, else dots."""
    return texts.get(t.language.value) or next((texts[name] for name in Language if texts.get(name)), "…")


def back_to_form(t: Translator, page: FormPage, at: int) -> Row:
    """The way back to the whole form, at the page of a question."""
    return (press(page, t("button-form-back"), "page", at // PAGE),)


def open_button(t: Translator, page: FormPage, at: int) -> Button:
    """The way back to one question."""
    return press(page, t("button-back"), "open", at)


def ask_button(t: Translator, page: FormPage, key: str, part: str) -> Button:
    """Ask for one part of a question's texts, in every language in turn."""
    return press(page, t(key), "ask", place_of(page), f"{part}-kk")


def kind_of(t: Translator, one: Mapping[str, Any]) -> Html:
    """Return what kind a question is, in words."""
    kind = Kind(one["kind"])
    return Html(f"{ICONS[kind]} {t(f'form-kind-{slug(kind.value)}')}")
