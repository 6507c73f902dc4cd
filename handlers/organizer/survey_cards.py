"""What participants think of sessions, for organizers: figures, a picture, a table."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from bot.actions.notifying import state_of
from bot.actions.surveying import OneSurvey, Survey
from bot.documents.workbook import Cell, Table, draw_xlsx
from bot.domain.feedback import STARS, Figures, Tag
from bot.domain.timetable import Session
from bot.telegram import Button, Outgoing, plain
from bot.texts import Html, Translator
from handlers import feedback_cards, moves
from handlers.family_icons import ICONS
from handlers.form.answers import short
from handlers.timetable_callbacks import TimetablePress

Row = tuple[Button, ...]
LONGEST_LABEL: Final = 60
MOST_SESSIONS: Final = 50
MOST_WORDS: Final = 2500
COLUMNS: Final = ("day", "time", "title", "speaker", "number", "average")


def survey(t: Translator, found: Survey) -> Outgoing:
    """Every session that is over, the newest first, with its mean."""
    event = found.event
    number = sum(figures.number for _, figures in found.sessions if figures)
    text = t("survey", title=event.title, count=number) if found.sessions else t("survey-none", title=event.title)
    newest = sorted(found.sessions, key=lambda pair: pair[0].starts_at, reverse=True)[:MOST_SESSIONS]
    rows = [
        (_press(_label(t, found, session, figures), event.id, session.id, "survey-one"),) for session, figures in newest
    ]
    table = ((_press(plain(t("button-survey-table")), event.id, 0, "survey-table"),),) if number else ()
    back = (_press(plain(t("button-organize-timetable")), event.id, 0, "day"),)
    return Outgoing(text=text, keyboard=(*rows, *table, back))


def _label(t: Translator, found: Survey, session: Session, figures: Figures | None) -> str:
    state = state_of(found.event, session)
    said = f"★ {figures.average:.1f} ({figures.number})" if figures else "—"
    return short(
        f"{said} · {session.held_on:%d.%m} {state['starts']} {session.title.within(t.language)}", LONGEST_LABEL
    )


def one(t: Translator, found: OneSurvey) -> Outgoing:
    """One session: how many gave how much, with which words."""
    session, event = found.session, found.event
    head = [
        t("move-title-line", icon=ICONS.get(session.kind, "•"), title=session.title),
        t("session-when", when=moves.when(t, state_of(event, session))),
    ]
    parts = ["\n".join(head), feedback_cards.figures(t, found.figures)]
    if found.words:
        parts.append("\n".join([t("survey-words"), *_within([t("survey-line", words=one) for one in found.words])]))
    picture = _press(plain(t("button-survey-picture")), event.id, session.id, "survey-chart")
    rows = ((picture,),) if found.figures.number else ()
    back = (_press(plain(t("button-back")), event.id, 0, "survey"),)
    return Outgoing(text="\n\n".join(parts), keyboard=(*rows, back))


def _within(lines: list[Html]) -> list[str]:
    length, kept = 0, list[str]()
    for line in lines:
        length += len(line)
        if length > MOST_WORDS:
            return [*kept, "…"]
        kept.append(line)
    return kept


def chart(t: Translator, found: OneSurvey) -> dict[str, Any]:
    """What the picture of one session shows."""
    stars = reversed(tuple(zip(STARS, found.figures.stars, strict=True)))
    rows = [(plain(t("survey-stars", stars=one)), count, None) for one, count in stars]
    rows += [(plain(t(f"survey-tag-{tag}")), count, None) for tag, count in found.figures.tags.items() if count]
    return {"title": found.session.title.within(t.language), "rows": rows}


def picture(t: Translator, found: OneSurvey, image: bytes) -> Outgoing:
    """The picture with the way back."""
    mean = t("survey-mean", mean=f"{found.figures.average:.1f}", count=found.figures.number)
    back = (_press(plain(t("button-back")), found.event.id, found.session.id, "survey-one"),)
    return Outgoing(text=mean, photo=image, keyboard=(back,))


def draw_table(t: Translator, found: Survey, now: datetime) -> bytes:
    """Return the whole survey as a spreadsheet."""
    head = [plain(t(f"survey-column-{column}")) for column in COLUMNS]
    head += [f"{stars} ★" for stars in STARS] + [plain(t(f"survey-tag-{tag}")) for tag in Tag]
    head.append(plain(t("survey-column-words")))
    rows = tuple(_cells(t, found, session, figures) for session, figures in found.sessions)
    return draw_xlsx(Table(title=plain(t("survey-sheet")), head=tuple(head), rows=rows), made_at=now)


def _cells(t: Translator, found: Survey, session: Session, figures: Figures | None) -> tuple[Cell, ...]:
    state = state_of(found.event, session)
    shown = figures or Figures(stars=(0,) * len(STARS), tags={})
    said: list[Cell] = [session.held_on, state["starts"], session.title.within(t.language)]
    said.append(session.speaker.within(t.language) if session.speaker else None)
    said += [shown.number, f"{shown.average:.2f}" if shown.number else None, *shown.stars]
    said += [shown.tags.get(tag, 0) for tag in Tag]
    return (*said, "\n".join(found.words.get(session.id, ())) or None)


def table(t: Translator, found: Survey, content: bytes) -> Outgoing:
    """The spreadsheet with the way back."""
    back = (_press(plain(t("button-back")), found.event.id, 0, "survey"),)
    return Outgoing(text=t("survey-table"), document=("feedback.xlsx", content), keyboard=(back,))


def _press(text: str, event_id: int, session_id: int, do: str) -> Button:
    return Button(text=text, data=TimetablePress(event_id=event_id, session_id=session_id, do=do).pack())
