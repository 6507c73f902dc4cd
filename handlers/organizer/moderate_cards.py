"""Questions about sessions for organizers: the list, one question, its answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bot.actions.moderating import OneQuestion, Questions
from bot.domain.language import Localized
from bot.domain.session_question import SessionQuestion, State
from bot.telegram import Button, Outgoing, plain
from bot.texts import Html, Translator
from handlers.family_icons import ICONS
from handlers.form.answers import short
from handlers.speaker_callbacks import ModeratePress
from handlers.timetable_callbacks import TimetablePress

Row = tuple[Button, ...]
LONGEST_LABEL: Final = 60
MOST: Final = 40


def button(t: Translator, event_id: int) -> Button:
    """The way here."""
    return _press(plain(t("button-moderate")), event_id, None, "list")


def questions(t: Translator, found: Questions) -> Outgoing:
    """Every question, those nobody has looked at first."""
    new = sum(one.state is State.NEW for one, _ in found.found)
    text = (
        t("moderate", title=found.event.title, count=new)
        if found.found
        else t("moderate-none", title=found.event.title)
    )
    rows = [(_press(f"{_mark(one)} {one.words}", found.event.id, one, "open"),) for one, _ in found.found[:MOST]]
    data = TimetablePress(event_id=found.event.id, session_id=0, do="day").pack()
    return Outgoing(text=text, keyboard=(*rows, (Button(text=t("button-organize-timetable"), data=data),)))


def _mark(one: SessionQuestion) -> str:
    if one.answer:
        return "💬"
    return {State.NEW: "🆕", State.SHOWN: "👁", State.HIDDEN: "🙈"}[one.state]


def question(t: Translator, found: OneQuestion) -> Outgoing:
    """One question: what, about what, whose, and what can be done."""
    one = found.question
    parts: list[str] = [
        t("move-title-line", icon=ICONS.get(found.session.kind, "•"), title=found.session.title),
        t("moderate-question", words=one.words, name=found.name, people=1 + one.votes),
        t(f"moderate-{one.state}"),
    ]
    if one.answer:
        parts.append(t("question-answer", answer=one.answer))
    return Outgoing(text="\n\n".join(parts), keyboard=(*_rows(t, found), (button(t, found.event.id),)))


def _rows(t: Translator, found: OneQuestion) -> list[Row]:
    one, event_id = found.question, found.event.id
    answer = _press(
        plain(t("button-moderate-again" if one.answer else "button-moderate-answer")), event_id, one, "answer"
    )
    if one.answer:
        return [(answer,)]
    show = _press(plain(t("button-moderate-show")), event_id, one, "show")
    hide = _press(plain(t("button-moderate-hide")), event_id, one, "hide")
    return [{State.NEW: (show, hide), State.SHOWN: (hide,), State.HIDDEN: (show,)}[one.state], (answer,)]


def ask(t: Translator, found: OneQuestion, problem: Html | None = None) -> Outgoing:
    """Ask for the answer."""
    text = t("moderate-ask", words=found.question.words)
    back = (_press(plain(t("button-back")), found.event.id, found.question, "open"),)
    return Outgoing(text=f"{problem}\n\n{text}" if problem else text, keyboard=(back,))


def asked(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Tell organizers that a session is asked about."""
    text = t("notice-session-asked", event=Localized.of(data["event"]), title=Localized.of(data["title"]))
    return Outgoing(text=text, keyboard=((button(t, data["event_id"]),),))


def _press(text: str, event_id: int, one: SessionQuestion | None, do: str) -> Button:
    ids = {"question_id": one.id if one else 0, "revision": one.revision if one else 0}
    return Button(text=short(text, LONGEST_LABEL), data=ModeratePress(event_id=event_id, do=do, **ids).pack())
