"""The screens of a leader's own squad."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Final

from bot.actions.leading import Calls, SquadDay
from bot.actions.rostering import SquadPage
from bot.domain.event import Event
from bot.domain.letter import Letter, State
from bot.domain.squad import Squad
from bot.domain.timetable import Session
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers import incident_cards
from handlers.cards import home_row
from handlers.family_icons import ICONS
from handlers.form.answers import short
from handlers.headcount_callbacks import RollPress
from handlers.pickup_callbacks import PickupPress
from handlers.squad_callbacks import LeaderPress, LetterPress
from handlers.squad_names import line_text, squad_name

Row = tuple[Button, ...]

LONGEST_LABEL: Final = 60
LONGEST: Final = 4090
PAGE: Final = 30
"""Children on one page."""


def own(t: Translator, found: tuple[tuple[Squad, Event], ...]) -> Outgoing:
    """The squads one leads."""
    rows = tuple((_press(f"🚩 {plain(squad_name(t, one))}", "open", one.id),) for one, _ in found)
    return Outgoing(text=t("leader-own" if found else "leader-none"), keyboard=(*rows, home_row(t)))


def squad(t: Translator, page: SquadPage, letters: tuple[Letter, ...], number: int) -> Outgoing:
    """The children of one's own squad by name, grade and school."""
    if page.squad is None:
        return own(t, ())
    found, first = page.squad, number * PAGE
    shown = page.lines[first : first + PAGE]
    listed = "\n".join(f"{first + place}. {line_text(t, one)}" for place, one in enumerate(shown, start=1))
    head = t("leader-squad", squad=squad_name(t, found), title=page.event.title, count=len(page.lines))
    rows: list[Row] = []
    ways = [_press("⬅", "open", found.id, number - 1)] if number else []
    if first + PAGE < len(page.lines):
        ways.append(_press("➡", "open", found.id, number + 1))
    rows.extend([tuple(ways)] if ways else [])
    if page.headcount_id is not None:
        data = RollPress(headcount_id=page.headcount_id, squad_id=found.id, do="open").pack()
        rows.append((Button(text=t("button-headcount-on"), data=data, style="success"),))
    rows.extend((_letter(t, one),) for one in letters)
    rows.append((_press(t("button-squad-message"), "message", found.id),))
    if page.event.needs_guardian:
        out = PickupPress(do="own-out", event_id=0, squad_id=found.id).pack()
        rows.append((Button(text=t("button-pickup-squad"), data=out),))
    rows.append((_press(t("button-squad-day"), "day", found.id), _press(t("button-squad-calls"), "calls", found.id)))
    rows.append((incident_cards.button(t, found.event_id),))
    return Outgoing(text=f"{head}\n\n{listed or t('squad-empty')}"[:4090], keyboard=(*rows, home_row(t)))


def day(t: Translator, page: SquadDay) -> Outgoing:
    """One day of one's own squad, and the days around it."""
    head = t("leader-day", squad=squad_name(t, page.squad), day=t.weekday(page.on), title=page.event.title)
    listed = [_session(t, page, one) for one in page.sessions]
    before = [one for one in page.days if one < page.on][-1:]
    after = [one for one in page.days if one > page.on][:1]
    ways = tuple(_to_day(f"⬅ {one:%d.%m}", page.squad.id, one) for one in before)
    ways += tuple(_to_day(f"{one:%d.%m} ➡", page.squad.id, one) for one in after)
    back = (_press(t("button-back"), "open", page.squad.id),)
    text = "\n\n".join([head, *(listed or [t("leader-day-none")])])
    return Outgoing(text=_whole_lines(text), keyboard=(*((ways,) if ways else ()), back))


def _session(t: Translator, page: SquadDay, one: Session) -> Html:
    zone = page.event.zone
    return t(
        "session-line",
        starts=t.time(one.starts_at, zone),
        ends=t.time(one.ends_at, zone),
        icon=ICONS.get(one.kind, "•"),
        title=one.title,
        place=one.place,
    )


def _to_day(label: str, squad_id: int, on: date) -> Button:
    return Button(text=label, data=LeaderPress(do="day", squad_id=squad_id, on=on.isoformat()).pack())


def calls(t: Translator, found: Calls) -> Outgoing:
    """The guardians of one's own squad with their phones, child by child."""
    lines: list[str] = []
    for child, theirs in groupby(found.calls, key=lambda one: (one.registration_id, one.child)):
        people = [
            t("squad-call", guardian=one.guardian, phone=one.phone or t("call-no-phone"))
            for one in theirs
            if one.guardian is not None
        ]
        lines.append("\n".join([f"<b>{t.piece(child[1])}</b>", *(people or [t("call-no-guardian")])]))
    text = "\n\n".join([t("squad-calls", squad=squad_name(t, found.squad)), *(lines or [t("squad-empty")])])
    return Outgoing(text=_whole_lines(text), keyboard=((_press(t("button-back"), "open", found.squad.id),),))


def _letter(t: Translator, one: Letter) -> Button:
    """The way to a letter that is not sent yet."""
    key = f"button-letter-{one.kind.value}-{'writing' if one.state is State.WRITING else 'waiting'}"
    text = t(key, day=f"{one.held_on:%d.%m}")
    return Button(text=text, data=LetterPress(letter_id=one.id, revision=one.revision, do="whole").pack())


def _whole_lines(text: str) -> Html:
    """Return as many lines as a message holds."""
    return Html(text if len(text) <= LONGEST else text[:LONGEST].rpartition("\n\n")[0])


def _press(label: str, do: str, squad_id: int, page: int = 0) -> Button:
    data = LeaderPress(do=do, squad_id=squad_id, page=page).pack()
    return Button(text=short(label, LONGEST_LABEL), data=data)
