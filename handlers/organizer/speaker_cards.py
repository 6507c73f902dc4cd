"""The organizer's screens about speakers: a link for one, who confirmed and who is silent, parting with one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final
from urllib.parse import quote

from bot.actions.hosting import Invited, SpeakersPage
from bot.actions.notifying import state_of
from bot.actions.rescheduling import SessionPage
from bot.domain.language import Localized
from bot.domain.speaker import Answer, Speaker
from bot.domain.timetable import Session
from bot.telegram import Button, Outgoing, plain
from bot.texts import Html, Translator
from handlers import moves
from handlers.family_icons import ICONS
from handlers.form.answers import short
from handlers.timetable_callbacks import TimetablePress

Row = tuple[Button, ...]
LONGEST_LABEL: Final = 60
LONGEST_PAGE: Final = 3500
MOST_BUTTONS: Final = 30
MARKS: Final[Mapping[Answer | None, str]] = {Answer.CAN: "✅", Answer.CANNOT: "❌", None: "⏳"}
ORDER: Final = (Answer.CANNOT, None, Answer.CAN)


def states(t: Translator, found: tuple[Speaker, ...]) -> list[Html]:
    """A line for each account behind a session's speaker: confirmed, silent, cannot."""
    return [t(f"speaker-is-{one.answer or 'silent'}", name=one.name) for one in found]


def rows(t: Translator, page: SessionPage) -> tuple[Row, ...]:
    """What can be done about a session's speaker."""
    event_id, session_id = page.event.id, page.session.id
    if page.can_invite:
        return ((_press(t("button-speaker-invite"), event_id, session_id, "invite"),),)
    return tuple(
        (_press(t("button-speaker-part", name=one.name), event_id, session_id, "part", str(one.account_id)),)
        for one in page.speakers
    )


def link(t: Translator, invited: Invited, address: str) -> Outgoing:
    """The message to forward to a speaker."""
    event, session = invited.event, invited.session
    speaker = session.speaker or session.title
    text = t("speaker-link", speaker=speaker, title=session.title, link=Html(address))
    said = plain(t("speaker-link-share", title=event.title))
    share = f"https://t.me/share/url?url={quote(address, safe='')}&text={quote(said, safe='')}"
    back = (_press(t("button-back"), event.id, session.id, "open"),)
    return Outgoing(
        text=text, keyboard=((Button(text=t("button-share-speaker-link"), url=share, style="success"),), back)
    )


def part_question(t: Translator, page: SessionPage, speaker: Speaker) -> Outgoing:
    """Ask before an account speaks there no more."""
    event_id, session_id = page.event.id, page.session.id
    yes = _press(t("button-speaker-part-yes"), event_id, session_id, "part-yes", str(speaker.account_id), "danger")
    text = t("speaker-part-question", name=speaker.name, title=page.session.title)
    return Outgoing(text=text, keyboard=((yes,), (_press(t("button-back"), event_id, session_id, "open"),)))


def everybody(t: Translator, page: SpeakersPage) -> Outgoing:
    """Who speaks at what is still to come: who cannot first, then who is silent, who confirmed, and who is unknown."""
    known = sorted(((one, found) for one, found in page.sessions if found), key=_rank)
    lines: list[str] = [_line(t, page, one, found) for one, found in known]
    keyboard = [_row(t, page, one, _mark(found)) for one, found in known if _mark(found) != MARKS[Answer.CAN]]
    unknown: dict[str, list[Session]] = {}
    for one, found in page.sessions:
        if not found and one.speaker:
            unknown.setdefault(one.speaker.within(t.language), []).append(one)
    for name, theirs in unknown.items():
        lines.append(t("speakers-unknown", name=name, count=len(theirs)))
        keyboard.append((_press(f"🔗 {name}", page.event.id, theirs[0].id, "open"),))
    text = "\n\n".join([t("speakers-head", title=page.event.title), *_within(lines)])
    if not lines:
        text = f"{text}\n\n{t('speakers-none')}"
    back = (_press(t("button-organize-timetable"), page.event.id, 0, "day"),)
    return Outgoing(text=text, keyboard=(*keyboard[:MOST_BUTTONS], back))


def _within(lines: list[str]) -> list[str]:
    """Keep as many lines as a message takes."""
    length, kept = 0, 0
    while kept < len(lines) and length + len(lines[kept]) < LONGEST_PAGE:
        length += len(lines[kept]) + 2
        kept += 1
    return [*lines[:kept], *(["…"] if kept < len(lines) else [])]


def _mark(found: tuple[Speaker, ...]) -> str:
    """Return the mark of the worst that a session's speakers say."""
    return MARKS[min((one.answer for one in found), key=ORDER.index)]


def _rank(pair: tuple[Session, tuple[Speaker, ...]]) -> tuple[int, datetime]:
    session, found = pair
    return min(ORDER.index(one.answer) for one in found), session.starts_at


def _line(t: Translator, page: SpeakersPage, session: Session, found: tuple[Speaker, ...]) -> str:
    when = moves.when(t, state_of(page.event, session))
    head = t("speakers-line", when=when, title=session.title, speaker=session.speaker or session.title)
    return "\n".join([head, *states(t, found)])


def _row(t: Translator, page: SpeakersPage, session: Session, mark: str) -> Row:
    state = state_of(page.event, session)
    label = f"{mark} {session.held_on:%d.%m} {state['starts']} {session.title.within(t.language)}"
    return (_press(label, page.event.id, session.id, "open"),)


def _about(template: str) -> Callable[[Translator, Mapping[str, Any]], Outgoing]:
    """Tell organizers something about a speaker, with the way to the session."""

    def render(t: Translator, data: Mapping[str, Any]) -> Outgoing:
        icon, title = ICONS.get(data["icon"], "•"), Localized.of(data["title"])
        lines = [
            t(f"notice-{template}", name=data["name"], event=Localized.of(data["event"])),
            t("move-title-line", icon=icon, title=title),
            t("move-new-place", when=moves.when(t, data), place=Localized.of(data["place"])),
        ]
        press = _press(t("button-open"), data["event_id"], data["session"], "open")
        return Outgoing(text="\n".join(lines), keyboard=((press,),))

    return render


NOTICES: Final = {name: _about(name) for name in ("speaker-joined", "speaker-can", "speaker-cannot")}
"""What organizers are told about speakers."""


def _press(text: str, event_id: int, session_id: int, do: str, value: str = "", style: str | None = None) -> Button:
    data = TimetablePress(event_id=event_id, session_id=session_id, do=do, value=value).pack()
    return Button(text=short(text, LONGEST_LABEL), data=data, style=style)
