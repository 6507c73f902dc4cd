"""Saved answers as people read them: the same words for whoever gave them and for whoever decides about them."""

from __future__ import annotations

import html
from collections.abc import Mapping

from bot.domain.form import Context, Json, Question, shown
from bot.texts import Html, Translator


def answer_text(
    t: Translator, question: Question, answers: Mapping[str, Json], context: Context, *, longest: int
) -> Html:
    """Return one answer as safe HTML, cut after so many characters; a dash when there is none."""
    if question.code not in answers:
        return t("answer-missing")
    pieces = shown(question, answers[question.code], context)
    return _short_html(", ".join(t.piece(piece) for piece in pieces), longest)


def answer_line(
    t: Translator, question: Question, answers: Mapping[str, Json], context: Context, *, longest: int
) -> str:
    """Return a question with its answer below."""
    return f"<b>{t.of(question.title)}</b>\n{answer_text(t, question, answers, context, longest=longest)}"


def short(text: str, longest: int) -> str:
    """Return a text cut after so many characters."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _short_html(text: str, longest: int) -> Html:
    plain = html.unescape(text)
    return Html(text if len(plain) <= longest else html.escape(short(plain, longest), quote=False))
