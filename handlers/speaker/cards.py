"""A speaker's screens: one's sessions, one of them, and whether one can come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bot.actions.notifying import state_of
from bot.actions.speaking import Talk
from bot.domain.language import Localized
from bot.domain.speaker import Answer
from bot.telegram import Button, Outgoing, plain
from bot.texts import Translator
from handlers import feedback_cards, moves
from handlers.cards import home_button, home_row
from handlers.family_icons import ICONS
from handlers.form.answers import short
from handlers.speaker_callbacks import SpeakerPress

Row = tuple[Button, ...]
MOST: Final = 40
MOST_QUESTIONS: Final = 6
"""Questions and answers at their longest that fit into a message."""
LONGEST_LABEL: Final = 60
MARKS: Final[Mapping[Answer | None, str]] = {Answer.CAN: "✅", Answer.CANNOT: "❌", None: "❔"}


def talks(t: Translator, found: tuple[Talk, ...]) -> Outgoing:
    """One's sessions, those still to come first."""
    ordered = sorted(found, key=lambda one: (not one.is_open, one.session.starts_at))[:MOST]
    rows = tuple((_press(_label(t, one), one.session.id, 0, "open"),) for one in ordered)
    text = t("speaker-room") if found else t("speaker-room-none")
    return Outgoing(text=text, keyboard=(*rows, home_row(t)))


def _label(t: Translator, one: Talk) -> str:
    mark = MARKS[one.answer] if one.is_open else "🚫" if one.session.is_cancelled else "🏁"
    state = state_of(one.event, one.session)
    title = one.session.title.within(t.language)
    return short(f"{mark} {one.session.held_on:%d.%m} {state['starts']} {title}", LONGEST_LABEL)


def talk(t: Translator, one: Talk) -> Outgoing:
    """Everything a speaker needs to know of a session, and the two answers."""
    found, event = one.session, one.event
    lines = [
        t("move-title-line", icon=ICONS.get(found.kind, "•"), title=found.title),
        t.of(event.title),
        *([t("session-is-cancelled")] if found.is_cancelled else []),
        t("session-when", when=moves.when(t, state_of(event, found))),
        t("session-place", place=found.place),
        t("speaker-expected", count=one.expected),
    ]
    parts: list[str] = ["\n".join(lines)]
    if one.is_open:
        parts.append(t(f"speaker-says-{one.answer or 'nothing'}"))
    if one.questions:
        parts.append("\n".join([t("speaker-questions"), *_questions(t, one)]))
    if one.figures is not None:
        parts.append(f"{t('speaker-figures')}\n{feedback_cards.figures(t, one.figures)}")
    rows = (*((_answers(t, found.id, found.revision, one.answer),) if one.is_open else ()), _back(t))
    return Outgoing(text="\n\n".join(parts), keyboard=rows)


def _questions(t: Translator, one: Talk) -> list[str]:
    """What participants ask, without anything that says who."""
    lines = []
    for asked in one.questions[:MOST_QUESTIONS]:
        lines.append(t("question-line", words=asked.words, people=asked.people))
        lines += [t("question-answer", answer=asked.answer)] if asked.answer else []
    return [str(line) for line in lines]


def _answers(t: Translator, session_id: int, revision: int, now: Answer | None) -> Row:
    """The two answers, without the one that was given."""
    styles = {Answer.CAN: "success", Answer.CANNOT: "danger"}
    return tuple(
        Button(
            text=t(f"button-speaker-{one}"),
            data=SpeakerPress(session_id=session_id, revision=revision, do=one.value).pack(),
            style=styles[one],
        )
        for one in Answer
        if one is not now
    )


def changed(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Tell a speaker exactly what changed, and ask."""
    item = moves.item(t, {"is_own": True}, data["item"])
    parts = [t("notice-speaker-changed", event=Localized.of(data["event"])), item]
    if data["item"]["kind"] == "gone":
        return Outgoing(text="\n\n".join(parts), keyboard=(_back(t),))
    parts.append(t("speaker-asked"))
    return Outgoing(text="\n\n".join(parts), keyboard=(_answers(t, data["session"], data["revision"], None),))


def _back(t: Translator) -> Row:
    return (_press(plain(t("button-speaker-room")), 0, 0, "list"), home_button(t))


def _press(text: str, session_id: int, revision: int, do: str) -> Button:
    return Button(text=text, data=SpeakerPress(session_id=session_id, revision=revision, do=do).pack())
