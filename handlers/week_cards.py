"""One's own timetable over more than a day: now and next, the picture of a week, the calendar file."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from bot.actions.weeks import OwnTimetable
from bot.documents.calendar import Entry, draw_calendar
from bot.documents.week import WeekDay, WeekLine, draw_week
from bot.domain.timetable import Session
from bot.telegram import Button, Outgoing, plain
from bot.texts import Html, Translator
from handlers.callbacks import DayPress
from handlers.family_icons import ICONS
from handlers.timetable_callbacks import WeekPress

Row = tuple[Button, ...]
MOST_WEEKS: Final = 8
_DAY: Final = timedelta(days=1)


def row(t: Translator, registration_id: int, on: date) -> tuple[Row, ...]:
    """The ways to more than a day, for the page of a day; only a registration has a timetable of its own."""
    if not registration_id:
        return ()
    return ((_press(t, "button-now-next", registration_id, "now"), week_button(t, registration_id, on)),)


def week_button(t: Translator, registration_id: int, on: date) -> Button:
    """The way to the picture of a week."""
    return _press(t, "button-week", registration_id, "week", on)


def now_next(t: Translator, own: OwnTimetable) -> Outgoing:
    """What is on, what comes next, and where to look on."""
    parts: list[str] = [t("now-next", title=own.event.title, time=t.moment(own.read_at, own.event.zone))]
    parts += _part(t, own, "now-is", own.now)
    parts += _part(t, own, "next-is", own.next)
    if not own.now and not own.next:
        parts.append(t("now-next-none"))
    keyboard = (*_day_rows(t, own), _wide_row(t, own), (_back(t, own, own.today),))
    return Outgoing(text="\n\n".join(parts), keyboard=keyboard)


def _part(t: Translator, own: OwnTimetable, key: str, found: tuple[Session, ...]) -> list[str]:
    return ["\n".join([t(key), *(_line(t, own, one) for one in found)])] if found else []


def _line(t: Translator, own: OwnTimetable, one: Session) -> Html:
    zone = own.event.zone
    line = t(
        "session-line",
        starts=t.time(one.starts_at, zone),
        ends=t.time(one.ends_at, zone),
        icon=ICONS.get(one.kind, "•"),
        title=one.title,
        place=one.place,
    )
    is_today = one.held_on == own.today
    return line if is_today else Html(f"📅 {t.weekday(one.held_on)}\n{line}")


def _day_rows(t: Translator, own: OwnTimetable) -> tuple[Row, ...]:
    """Today and tomorrow, as far as there is something on these days."""
    pairs = (("button-today", own.today), ("button-tomorrow", own.today + _DAY))
    buttons = tuple(_day_button(t(key), own, on) for key, on in pairs if on in own.days)
    return (buttons,) if buttons else ()


def _wide_row(t: Translator, own: OwnTimetable) -> Row:
    return (
        week_button(t, own.registration_id, _shown(own, own.today)),
        _press(t, "button-calendar", own.registration_id, "calendar"),
    )


def draw(t: Translator, own: OwnTimetable, on: date) -> bytes:
    """Return the picture of a week; it is drawn in a thread of its own."""
    week = own.week_of(on)
    subtitle = t.days(week[0][0], week[-1][0]) if week else t.day(on)
    days = [
        WeekDay(title=t.weekday(day), is_today=day == own.today, lines=tuple(_drawn(t, own, one) for one in found))
        for day, found in week
    ]
    look, title = own.event.card, own.event.title.within(t.language)
    return draw_week(title=title, subtitle=plain(subtitle), days=days, look=look)


def _drawn(t: Translator, own: OwnTimetable, one: Session) -> WeekLine:
    return WeekLine(
        starts=plain(t.time(one.starts_at, own.event.zone)),
        ends=plain(t.time(one.ends_at, own.event.zone)),
        title=one.title.within(t.language),
        place=one.place.within(t.language),
        kind=one.kind,
        is_chosen=one.capacity is not None,
    )


def week(t: Translator, own: OwnTimetable, on: date, picture: bytes) -> Outgoing:
    """The picture of a week, with the weeks around it."""
    weeks = sorted({day - timedelta(days=day.weekday()) for day in own.days})[:MOST_WEEKS]
    shown = on - timedelta(days=on.weekday())
    others = tuple(
        _press(t, "button-week-of", own.registration_id, "week", one, day=f"{max(one, own.days[0]):%d.%m}")
        for one in weeks
        if one != shown
    )
    rows = ((others,) if others else ()) + (
        (_press(t, "button-calendar", own.registration_id, "calendar"),),
        (_back(t, own, on),),
    )
    return Outgoing(text=t("week-picture", title=own.event.title), photo=picture, keyboard=rows)


def calendar(t: Translator, own: OwnTimetable) -> Outgoing:
    """The whole timetable as a file for a calendar."""
    entries = [_entry(t, own, one, is_cancelled=False) for one in own.sessions]
    entries += [_entry(t, own, one, is_cancelled=True) for one in own.cancelled]
    content = draw_calendar(own.event.title.within(t.language), entries, made_at=own.read_at)
    keyboard = ((_back(t, own, own.today),),)
    return Outgoing(text=t("calendar-file"), document=("timetable.ics", content), keyboard=keyboard)


def _entry(t: Translator, own: OwnTimetable, one: Session, *, is_cancelled: bool) -> Entry:
    return Entry(
        uid=f"{own.event.code}-{one.code}@jazyl",
        sequence=one.revision,
        starts_at=one.starts_at,
        ends_at=one.ends_at,
        title=one.title.within(t.language),
        place=one.place.within(t.language),
        note=one.speaker.within(t.language) if one.speaker else "",
        is_cancelled=is_cancelled,
    )


def nothing(t: Translator, own: OwnTimetable) -> Outgoing:
    """Say that there is no timetable yet."""
    return Outgoing(text=t("timetable-none"), keyboard=((_back(t, own, own.today),),))


def _shown(own: OwnTimetable, wanted: date) -> date:
    """Return the day, or the nearest one after it on which there is something, else the last."""
    return next((day for day in own.days if day >= wanted), own.days[-1] if own.days else wanted)


def _back(t: Translator, own: OwnTimetable, on: date) -> Button:
    return _day_button(t("button-my-timetable"), own, on)


def _day_button(text: str, own: OwnTimetable, on: date) -> Button:
    data = DayPress(event_id=own.event.id, registration_id=own.registration_id, on=on.isoformat()).pack()
    return Button(text=text, data=data)


def _press(t: Translator, key: str, registration_id: int, do: str, on: date | None = None, **words: str) -> Button:
    data = WeekPress(registration_id=registration_id, do=do, on=on.isoformat() if on else "").pack()
    return Button(text=plain(t(key, **words)), data=data)
