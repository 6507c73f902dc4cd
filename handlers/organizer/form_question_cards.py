"""The screens of one question of a form being changed: its texts, and what can be chosen about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.actions.forming import FormPage
from bot.domain import form_edits as edits
from bot.domain.form import Sensitivity
from bot.domain.language import Language
from bot.telegram import Outgoing
from bot.texts import Html, Translator
from handlers.form.answers import short
from handlers.organizer.form_parts import (
    ICONS,
    Row,
    ask_button,
    back_to_form,
    kind_of,
    open_button,
    place_of,
    press,
    slug,
    title_of,
)


def question(t: Translator, page: FormPage) -> Outgoing:
    """One question with its texts in every language, and what can be changed about it."""
    one = edits.question(page.content, page.question or "")
    at = place_of(page)
    parts = [t("form-question-head", number=at + 1, kind=kind_of(t, one)), *_texts(t, one), _facts(t, page, one)]
    rows: list[Row] = [
        (ask_button(t, page, "button-form-title", "title"), ask_button(t, page, "button-form-hint", "hint"))
    ]
    if edits.is_choice(one):
        rows.append((press(page, t("button-form-options"), "opts", at),))
    is_required = one.get("required", True)
    if one.get("hint"):
        rows.append((press(page, t("button-form-unhint"), "unhint", at),))
    required = t("button-form-optional" if is_required else "button-form-required")
    rows.append((press(page, required, "req", at, "0" if is_required else "1"),))
    rows.append((press(page, t("button-form-care"), "cares", at), press(page, t("button-form-keep"), "keeps", at)))
    rows.append((press(page, t("button-form-when"), "whens", at),))
    rows.append((press(page, "⬆", "up", at), press(page, "⬇", "down", at), press(page, "🗑", "drop", at)))
    rows.append(back_to_form(t, page, at))
    return Outgoing(text="\n\n".join(parts), keyboard=tuple(rows))


def ask(t: Translator, page: FormPage, problem: Html | None = None) -> Outgoing:
    """Ask for a title, a hint or options in one language."""
    wanted = page.asks
    if wanted is None:
        return question(t, page)
    one = edits.question(page.content, wanted.question)
    key = f"form-ask-{wanted.part}"
    parts = [problem] if problem else []
    parts.append(t(key, language=t(f"language-{wanted.language.value}"), number=place_of(page) + 1))
    if now := _now(one, wanted.part, wanted.language):
        parts.append(t("form-ask-now", text=now))
    elif wanted.part == "option" and one["options"]:
        parts.append(t("form-ask-lines", count=len(one["options"]), titles="\n".join(_any(o) for o in one["options"])))
    elif wanted.part != "option" and (other := _any({"title": one.get(wanted.part) or {}})):
        parts.append(t("form-ask-other", text=other))
    rows: tuple[Row, ...] = ((press(page, t("button-skip"), "skip"),),)
    return Outgoing(text="\n\n".join(parts), keyboard=(*rows, (open_button(t, page, place_of(page)),)))


def kinds(t: Translator, page: FormPage) -> Outgoing:
    """Which kind of question to add."""
    buttons = [
        press(page, f"{ICONS[kind]} {t(f'form-kind-{slug(kind.value)}')}", "kind", 0, kind.value)
        for kind in edits.ADDABLE
    ]
    rows = tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
    return Outgoing(text=t("form-which-kind"), keyboard=(*rows, back_to_form(t, page, 0)))


def cares(t: Translator, page: FormPage) -> Outgoing:
    """How carefully the answers are kept."""
    one, at = edits.question(page.content, page.question or ""), place_of(page)
    now = one.get("sensitivity", Sensitivity.ORDINARY.value)
    rows = tuple(
        (press(page, _marked(t(f"form-care-{each.value}"), each.value == now), "sens", at, each.value),)
        for each in edits.STRICTNESS
    )
    return Outgoing(text=t("form-which-care"), keyboard=(*rows, (open_button(t, page, at),)))


def keeps(t: Translator, page: FormPage) -> Outgoing:
    """How long the answers are kept after the event."""
    one, at = edits.question(page.content, page.question or ""), place_of(page)
    now = one.get("keep_days", 365)
    buttons = [
        press(page, _marked(t("form-keep-days", days=days), days == now), "keep", at, str(days))
        for days in edits.KEEP_DAYS
    ]
    rows = tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
    return Outgoing(text=t("form-which-keep"), keyboard=(*rows, (open_button(t, page, at),)))


def whens(t: Translator, page: FormPage) -> Outgoing:
    """After which answers the question is asked."""
    one, at = edits.question(page.content, page.question or ""), place_of(page)
    when = one.get("when") or {"question": None, "is": ()}
    rows: list[Row] = []
    for number, about in enumerate(edits.earlier_choices(page.content, one["code"])):
        for place, (code, title) in enumerate(edits.answers_of(about)):
            answer = title_of(t, title) if title else t(f"form-{code}")
            label = f"{short(title_of(t, about['title']), 30)} → {answer}"
            is_named = when["question"] == about["code"] and code in when["is"]
            rows.append((press(page, _marked(label, is_named), "is", at, f"{number}-{place}"),))
    text = t("form-which-when" if rows else "form-when-none")
    if one.get("when"):
        rows.append((press(page, t("button-form-always"), "always", at),))
    return Outgoing(text=text, keyboard=(*rows[-80:], (open_button(t, page, at),)))


def options(t: Translator, page: FormPage) -> Outgoing:
    """The options of a choice: write them, take one away."""
    one, at = edits.question(page.content, page.question or ""), place_of(page)
    rows: list[Row] = [(ask_button(t, page, "button-form-write-options", "option"),)]
    for place, option in enumerate(one["options"]):
        lacks = "".join(f" ⚠️{name.value}" for name in Language if not option["title"].get(name.value))
        rows.append((press(page, f"🗑 {title_of(t, option['title'])}{lacks}", "unopt", at, str(place)),))
    return Outgoing(text=t("form-options", count=len(one["options"])), keyboard=(*rows, (open_button(t, page, at),)))


def _texts(t: Translator, one: Mapping[str, Any]) -> list[str]:
    lines = []
    for name in Language:
        title, hint = one["title"].get(name.value), (one.get("hint") or {}).get(name.value)
        said = Html(t.piece(title)) if title else t("form-no-text")
        lines.append(f"<b>{name.value}</b>: {said}" + (f"\n<i>{Html(t.piece(hint))}</i>" if hint else ""))
    return lines


def _facts(t: Translator, page: FormPage, one: Mapping[str, Any]) -> str:
    lines = [t("form-is-required" if one.get("required", True) else "form-is-optional")]
    lines.append(t(f"form-care-{one.get('sensitivity', 'ordinary')}"))
    lines.append(t("form-keep-days", days=one.get("keep_days", 365)))
    if when := one.get("when"):
        about = edits.question(page.content, when["question"])
        titles = {code: title_of(t, title) if title else t(f"form-{code}") for code, title in edits.answers_of(about)}
        answers = ", ".join(titles.get(code, code) for code in when["is"])
        lines.append(t("form-is-asked-when", title=title_of(t, about["title"]), answers=answers))
    if edits.is_choice(one):
        lines.append(t("form-has-options", count=len(one["options"])))
    return "\n".join(lines)


def _now(one: Mapping[str, Any], part: str, language: Language) -> str:
    if part == "option":
        return "\n".join(option["title"].get(language.value, "") for option in one["options"]).strip()
    return str((one.get(part) or {}).get(language.value, ""))


def _any(option: Mapping[str, Any]) -> str:
    return next((option["title"][name] for name in Language if option["title"].get(name)), "")


def _marked(label: str, is_chosen: bool) -> str:  # noqa: FBT001 - a mark is there or not
    return f"✓ {label}" if is_chosen else label
