"""The screens of a whole form being changed: all its questions, publishing it, throwing the draft away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bot.actions.forming import FormPage
from bot.actions.publishing import Readiness
from bot.domain import form_edits as edits
from bot.domain.form import Kind
from bot.domain.form_edits import Gap
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import DeskPress
from handlers.form.answers import short
from handlers.organizer.form_parts import ICONS, PAGE, Row, back_to_form, press, title_of

LONGEST_LINE: Final = 70
IN_A_ROW: Final = 5


def overview(t: Translator, page: FormPage, number: int = 0) -> Outgoing:
    """The whole form: sections, questions, and a mark for whatever lacks a text."""
    found = edits.questions(page.content)
    pages = max(1, -(-len(found) // PAGE))
    shown = range(min(number, pages - 1) * PAGE, min(len(found), (min(number, pages - 1) + 1) * PAGE))
    parts = [t("form-head", title=page.event.title), _standing(t, page), *_sections(t, page, shown), t("form-marks")]
    rows = _grid(page, shown) if page.draft else ()
    turning = _pages_row(page, min(number, pages - 1), pages)
    return Outgoing(text="\n\n".join(parts), keyboard=(*rows, *turning, *_overview_rows(t, page)))


def publishing(t: Translator, page: FormPage, ready: Readiness) -> Outgoing:
    """What publishing would change, or what is missing with the way there."""
    parts = [t("form-publish-head", title=ready.event.title), *_difference(t, ready)]
    rows: list[Row] = []
    if ready.is_overtaken:
        parts.append(t("form-publish-overtaken"))
    if ready.gaps or ready.few_options:
        parts.append(t("form-publish-gaps"))
        rows += [_gap_row(t, page, gap) for gap in ready.gaps[:40]]
        rows += [_few_row(t, page, code) for code in ready.few_options[:20]]
    parts += [f"⚠️ {Html(t.piece(one))}" for one in ready.others[:5]]
    if ready.is_ready:
        parts.append(t("form-publish-after", count=ready.under_way))
        rows.append((press(page, t("button-form-publish-yes"), "public", style="success"),))
        if ready.registered:
            label = t("button-form-publish-ask", count=ready.registered)
            rows.append((press(page, label, "public", 0, "ask"),))
    return Outgoing(text="\n\n".join(parts), keyboard=(*rows, back_to_form(t, page, 0)))


def discard_question(t: Translator, page: FormPage) -> Outgoing:
    """Ask before a draft is thrown away."""
    yes = press(page, t("button-form-discard-yes"), "gone", style="danger")
    return Outgoing(text=t("form-discard-question"), keyboard=((yes,), (_home(t, page, "button-form-discard-no"),)))


def published(t: Translator, ready: Readiness) -> Outgoing:
    """Say that the new version is in force."""
    back = DeskPress(do="form", id=ready.event.id).pack()
    desk = DeskPress(do="event", id=ready.event.id).pack()
    rows = ((Button(text=t("button-form-back"), data=back),), (Button(text=t("button-desk-back"), data=desk),))
    return Outgoing(text=t("form-published", title=ready.event.title, count=ready.under_way), keyboard=rows)


def _standing(t: Translator, page: FormPage) -> Html:
    key = "form-version-by" if page.published_by else "form-version"
    on = t.day(page.version.published_at.astimezone(page.event.zone).date())
    who = {"name": page.published_by} if page.published_by else {}
    line = t(key, number=page.version.number, day=on, **who)
    return Html(f"{line}\n{t('form-being-changed')}") if page.draft else line


def _sections(t: Translator, page: FormPage, shown: range) -> list[str]:
    parts: list[str] = []
    number = 0
    for section in page.content["sections"]:
        lines = []
        for one in section["questions"]:
            if number in shown:
                lines.append(_line(t, page, one, number))
            number += 1
        if lines:
            parts.append("\n".join([f"<b>{Html(t.piece(title_of(t, section['title'])))}</b>", *lines]))
    return parts


def _line(t: Translator, page: FormPage, one: Mapping[str, Any], number: int) -> str:
    lacks = dict.fromkeys(gap.language.value for gap in edits.gaps(page.content) if gap.question == one["code"])
    marks = "".join(
        (
            " ❗" if one.get("required", True) else "",
            " 🔀" if one.get("when") else "",
            f" ⚠️ {', '.join(lacks)}" if lacks else "",
        )
    )
    title = short(title_of(t, one["title"]), LONGEST_LINE)
    return f"{number + 1}. {ICONS[Kind(one['kind'])]} {Html(t.piece(title))}{marks}"


def _grid(page: FormPage, shown: range) -> tuple[Row, ...]:
    buttons = [press(page, str(number + 1), "open", number) for number in shown]
    return tuple(tuple(buttons[start : start + IN_A_ROW]) for start in range(0, len(buttons), IN_A_ROW))


def _pages_row(page: FormPage, number: int, pages: int) -> tuple[Row, ...]:
    if pages == 1 or page.draft is None:
        return ()
    row = [press(page, f"⬅ {number}/{pages}", "page", number - 1)] if number else []
    row += [press(page, f"➡ {number + 2}/{pages}", "page", number + 1)] if number + 1 < pages else []
    return (tuple(row),)


def _overview_rows(t: Translator, page: FormPage) -> tuple[Row, ...]:
    back = (Button(text=t("button-back"), data=DeskPress(do="more", id=page.event.id).pack()),)
    if page.draft is None:
        change = DeskPress(do="form-edit", id=page.event.id).pack()
        return ((Button(text=t("button-form-change"), data=change, style="primary"),), back)
    undo = ((press(page, t("button-form-undo"), "undo"),),) if page.draft.before is not None else ()
    return (
        (press(page, t("button-form-add"), "kinds"), press(page, t("button-form-look"), "look", 0, t.language.value)),
        *undo,
        (
            press(page, t("button-form-publish"), "ready", style="success"),
            press(page, t("button-form-discard"), "away"),
        ),
        back,
    )


def _difference(t: Translator, ready: Readiness) -> list[str]:
    found = ready.difference
    if found.is_empty:
        return [t("form-publish-nothing")]
    lines = [t(f"form-publish-{key}", count=getattr(found, key)) for key in ("added", "removed", "changed")]
    counts = (found.added, found.removed, found.changed)
    kept = [line for line, count in zip(lines, counts, strict=True) if count]
    return ["\n".join([*kept, *([t("form-publish-reordered")] if found.is_reordered else [])])]


def _gap_row(t: Translator, page: FormPage, gap: Gap) -> Row:
    at = _at(page, gap.question)
    title = title_of(t, edits.question(page.content, gap.question)["title"])
    what = t(f"form-gap-{gap.part}", language=t(f"language-{gap.language.value}"))
    label = f"{at + 1}. {short(title, 28)}: {what}"
    return (press(page, label, "ask1", at, f"{gap.part}-{gap.language.value}"),)


def _few_row(t: Translator, page: FormPage, code: str) -> Row:
    at = _at(page, code)
    return (press(page, f"{at + 1}. {t('form-gap-few')}", "opts", at),)


def _at(page: FormPage, code: str) -> int:
    return [one["code"] for one in edits.questions(page.content)].index(code)


def _home(t: Translator, page: FormPage, key: str) -> Button:
    return press(page, t(key), "page")
