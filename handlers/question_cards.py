"""Questions about a session as a family reads them: a board without names, one's own question, «me too»."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from bot.actions.wondering import Board, DayOfQuestions
from bot.domain.language import Localized
from bot.domain.session_question import SessionQuestion, State
from bot.telegram import Button, Outgoing, plain
from bot.texts import Html, Translator
from handlers.callbacks import DayPress
from handlers.family_icons import ICONS
from handlers.form.answers import short
from handlers.speaker_callbacks import QuestionPress

Row = tuple[Button, ...]
LONGEST_LABEL: Final = 60
LONGEST_PAGE: Final = 3200
MOST_BUTTONS: Final = 12


def day(t: Translator, found: DayOfQuestions) -> Outgoing:
    """What of a day one can ask about."""
    key = "questions-day" if found.sessions else "questions-day-none"
    rows: list[Row] = []
    for one in found.sessions:
        at, icon = t.time(one.starts_at, found.event.zone), ICONS.get(one.kind, "•")
        rows.append((_press(f"{at} {icon} {one.title.within(t.language)}", found.registration_id, one.id, "board"),))
    back = DayPress(event_id=found.event.id, registration_id=found.registration_id, on=found.on.isoformat()).pack()
    text = t(key, title=found.event.title, day=t.weekday(found.on))
    return Outgoing(text=text, keyboard=(*rows, (Button(text=t("button-my-timetable"), data=back),)))


def board(t: Translator, found: Board) -> Outgoing:
    """The questions about a session, one's own first."""
    session, asked = found.session, found.asked
    parts: list[str] = [t("questions-board", icon=ICONS.get(session.kind, "•"), title=session.title)]
    if asked is not None and asked.state is not State.SHOWN:
        parts.append(t(f"question-own-{asked.state}", words=asked.words))
    others = _within([lines(t, one, is_own=found.is_own and one == asked) for one in found.shown])
    parts += others or ([] if asked else [t("questions-board-none")])
    return Outgoing(text="\n\n".join(parts), keyboard=(*_rows(t, found), _back(t, found)))


def lines(t: Translator, one: SessionQuestion, *, is_own: bool = False) -> str:
    """A question that is shown, and its answer."""
    key = "question-line-own" if is_own else "question-line"
    said = t(key, words=one.words, people=1 + one.votes)
    return f"{said}\n{t('question-answer', answer=one.answer)}" if one.answer else said


def _within(found: list[str]) -> list[str]:
    length, kept = 0, list[str]()
    for line in found:
        length += len(line)
        if length > LONGEST_PAGE:
            return [*kept, "…"]
        kept.append(line)
    return kept


def _rows(t: Translator, found: Board) -> list[Row]:
    if not found.is_own:
        return []
    registration_id, session_id = found.registration_id, found.session.id
    rows: list[Row] = []
    for one in found.shown[:MOST_BUTTONS]:
        if one.registration_id == registration_id or one.answer:
            continue
        is_wanted = one.id in found.wanted
        label = plain(t("button-question-not" if is_wanted else "button-question-too", words=one.words))
        rows.append((_press(label, registration_id, session_id, "not" if is_wanted else "too", str(one.id)),))
    if found.asked is None:
        rows.append((_press(plain(t("button-question-ask")), registration_id, session_id, "ask"),))
    elif found.asked.state is State.NEW:
        change = _press(plain(t("button-question-change")), registration_id, session_id, "ask")
        rows.append((change, _press(plain(t("button-question-drop")), registration_id, session_id, "drop")))
    return rows


def ask(t: Translator, found: Board, problem: Html | None = None) -> Outgoing:
    """Ask for the question."""
    question = t("question-ask", title=found.session.title)
    back = (_press(plain(t("button-back")), found.registration_id, found.session.id, "board"),)
    return Outgoing(text=f"{problem}\n\n{question}" if problem else question, keyboard=(back,))


def answered(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Tell whoever wanted to know what was answered."""
    text = t(
        "notice-question-answered",
        event=Localized.of(data["event"]),
        title=Localized.of(data["title"]),
        words=data["words"],
        answer=data["answer"],
    )
    return Outgoing(
        text=text, keyboard=((_press(plain(t("button-open")), data["registration"], data["session"], "board"),),)
    )


def button(t: Translator, registration_id: int, on: date) -> Button:
    """The way here from a day of the timetable."""
    return _press(plain(t("button-ask-speakers")), registration_id, 0, "day", on.isoformat())


def _back(t: Translator, found: Board) -> Row:
    return (_press(plain(t("button-back")), found.registration_id, 0, "day", found.session.held_on.isoformat()),)


def _press(text: str, registration_id: int, session_id: int, do: str, value: str = "") -> Button:
    data = QuestionPress(registration_id=registration_id, session_id=session_id, do=do, value=value).pack()
    return Button(text=short(text, LONGEST_LABEL), data=data)
