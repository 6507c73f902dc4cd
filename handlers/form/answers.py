"""Saved answers as people read them: the same words for whoever gave them and for whoever decides about them."""

from __future__ import annotations

import html
from collections.abc import Mapping

from bot.domain.amendment import Change
from bot.domain.form import Context, Json, Question, shown
from bot.texts import Html, Translator


def answer_text(
    t: Translator, question: Question, answers: Mapping[str, Json], context: Context, *, longest: int
) -> Html:
    """Return one answer as safe HTML, cut after so many characters; a dash when there is none."""
    if question.code not in answers:
        return t("answer-missing")
    return value_text(t, question, answers[question.code], context, longest=longest)


def value_text(t: Translator, question: Question, value: Json, context: Context, *, longest: int) -> Html:
    """Return one value as safe HTML, cut after so many characters."""
    pieces = shown(question, value, context)
    return _short_html(", ".join(t.piece(piece) for piece in pieces), longest)


def answer_line(
    t: Translator, question: Question, answers: Mapping[str, Json], context: Context, *, longest: int
) -> str:
    """Return a question with its answer below."""
    return f"<b>{t.of(question.title)}</b>\n{answer_text(t, question, answers, context, longest=longest)}"


def change_line(t: Translator, change: Change, context: Context, *, longest: int) -> str:
    """A question, its old answer struck out, and the new one."""
    was = value_text(t, change.question, change.was, context, longest=longest)
    becomes = value_text(t, change.question, change.becomes, context, longest=longest)
    return f"<b>{t.of(change.question.title)}</b>\n<s>{was}</s>\n➡ {becomes}"


def short(text: str, longest: int) -> str:
    """Return a text cut after so many characters."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _short_html(text: str, longest: int) -> Html:
    plain = html.unescape(text)
    return Html(text if len(plain) <= longest else html.escape(short(plain, longest), quote=False))
