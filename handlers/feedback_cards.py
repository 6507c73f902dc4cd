"""What a participant is asked about a day: stars for each session, one word, perhaps a line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from bot.actions.rating import DayOfFeedback, OneRated
from bot.domain.feedback import STARS, Figures, Tag
from bot.domain.language import Localized
from bot.telegram import Button, Outgoing, plain
from bot.texts import Html, Translator
from handlers.callbacks import DayPress
from handlers.family_icons import ICONS
from handlers.form.answers import short
from handlers.speaker_callbacks import RatePress

Row = tuple[Button, ...]
LONGEST_LABEL: Final = 60
MOST: Final = 12
"""Sessions of a day that are asked about."""


def asked(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """The question at the end of a day: two presses for each session."""
    registration_id, on = data["about"][0][0], data["on"]
    text = t("feedback-asked", event=Localized.of(data["event"]), day=t.weekday(date.fromisoformat(on)))
    rows: list[Row] = []
    for one in data["sessions"][:MOST]:
        title = Localized.of(one["title"]).within(t.language)
        label = f"{one['starts']} {ICONS.get(one['kind'], '•')} {title}"
        rows += [(_press(label, registration_id, one["id"], "open"),), _stars(registration_id, one["id"])]
    return Outgoing(text=text, keyboard=tuple(rows))


def day(t: Translator, found: DayOfFeedback, *, is_thanked: bool = False) -> Outgoing:
    """What is rated of a day and what is not, each with its stars."""
    head = t("feedback-day", title=found.event.title, day=t.weekday(found.on))
    parts = [t("feedback-thanks")] if is_thanked else []
    rows: list[Row] = []
    for session, given in found.sessions[:MOST]:
        mark = "★" * given.stars if given else ICONS.get(session.kind, "•")
        label = f"{t.time(session.starts_at, found.event.zone)} {mark} {session.title.within(t.language)}"
        rows.append((_press(label, found.registration_id, session.id, "open"),))
        if given is None:
            rows.append(_stars(found.registration_id, session.id))
    if not found.sessions:
        parts.append(t("feedback-none"))
    back = DayPress(event_id=found.event.id, registration_id=found.registration_id, on=found.on.isoformat()).pack()
    rows.append((Button(text=t("button-my-timetable"), data=back),))
    return Outgoing(text="\n\n".join([head, *parts]), keyboard=tuple(rows))


def one(t: Translator, found: OneRated) -> Outgoing:
    """One session: the stars, then the word, then perhaps a line."""
    session, given, registration_id = found.session, found.given, found.registration_id
    title = t("move-title-line", icon=ICONS.get(session.kind, "•"), title=session.title)
    if given is None:
        rows: tuple[Row, ...] = (_stars(registration_id, session.id),)
        return Outgoing(text=f"{title}\n\n{t('feedback-ask-stars')}", keyboard=(*rows, _back(t, found)))
    lines = [title, Html("★" * given.stars + "☆" * (len(STARS) - given.stars))]
    if given.words:
        lines.append(t("feedback-own-words", words=given.words))
    tags = [
        _press(
            plain(t(f"feedback-tag-{word}")), registration_id, session.id, "tag", word.value, is_now=given.tag is word
        )
        for word in Tag
    ]
    write = (_press(plain(t("button-feedback-write")), registration_id, session.id, "write"),)
    rows = (*(tuple(tags[at : at + 2]) for at in range(0, len(tags), 2)), write, _stars(registration_id, session.id))
    text = "\n\n".join(["\n".join(lines), t("feedback-ask-tag")])
    return Outgoing(text=text, keyboard=(*rows, _back(t, found)))


def ask(t: Translator, found: OneRated, problem: Html | None = None) -> Outgoing:
    """Ask for the line."""
    question = t("feedback-ask-words", title=found.session.title)
    back = (_press(plain(t("button-back")), found.registration_id, found.session.id, "open"),)
    return Outgoing(text=f"{problem}\n\n{question}" if problem else question, keyboard=(back,))


def figures(t: Translator, found: Figures) -> str:
    """The figures of one session in words."""
    if not found.number:
        return t("survey-nobody")
    lines = [t("survey-mean", mean=f"{found.average:.1f}", count=found.number)]
    lines += [Html(f"{stars} ★ — {count}") for stars, count in reversed(tuple(zip(STARS, found.stars, strict=True)))]
    words = ", ".join(f"{t(f'feedback-tag-{tag}')} — {count}" for tag, count in found.tags.items() if count)
    return "\n".join([*lines, *([words] if words else [])])


def button(t: Translator, registration_id: int, on: date) -> Button:
    """The way here from a day of the timetable."""
    return _press(plain(t("button-feedback")), registration_id, 0, "day", on.isoformat())


def _stars(registration_id: int, session_id: int) -> Row:
    return tuple(_press(f"{stars} ★", registration_id, session_id, "star", str(stars)) for stars in STARS)


def _back(t: Translator, found: OneRated) -> Row:
    on = found.session.held_on.isoformat()
    return (_press(plain(t("button-feedback-day")), found.registration_id, 0, "day", on),)


def _press(
    text: str, registration_id: int, session_id: int, do: str, value: str = "", *, is_now: bool = False
) -> Button:
    data = RatePress(registration_id=registration_id, session_id=session_id, do=do, value=value).pack()
    return Button(text=short(text, LONGEST_LABEL), data=data, style="primary" if is_now else None)
