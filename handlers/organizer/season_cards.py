"""The screens of seasons: a new one from an event, its days, the question before it is opened."""

from __future__ import annotations

from datetime import date

from bot.actions.cloning import Changed, Plan, day_of
from bot.domain.event import Event
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import DeskPress
from handlers.form.answers import short
from handlers.organizer.presses import SeasonPress

Row = tuple[Button, ...]
LONGEST_LABEL = 60


def rooms(t: Translator, event: Event) -> Row:
    """The ways into these rooms, for an event's page of rarer rooms."""
    return (press(t("button-event-days"), event, "days"), press(t("button-season"), event, "name"))


def opening(t: Translator, event: Event) -> tuple[Row, ...]:
    """The way to let everybody see an event that is hidden."""
    return ((press(t("button-open-event"), event, "open", style="success"),),) if event.is_hidden else ()


def ask_name(t: Translator, event: Event) -> Outgoing:
    """Ask what the new season is called."""
    example = str(event.starts_on.year + 1)
    return Outgoing(text=t("season-ask-name", title=event.title, example=example), keyboard=(_back(t, event),))


def ask_day(t: Translator, event: Event, season: str) -> Outgoing:
    """Ask for the new season's first day."""
    example = f"{event.starts_on:%d.%m}.{event.starts_on.year + 1}"
    text = t("season-ask-day", season=season, day=t.day(event.starts_on), example=example)
    return Outgoing(text=text, keyboard=(_back(t, event),))


def plan(t: Translator, found: Plan) -> Outgoing:
    """What the new season would be."""
    event = found.event
    opens, closes = t.day(event.opens_on), t.day(event.closes_on)
    days = t.days(event.starts_on, event.ends_on)
    parts = [t("season-plan", title=event.title, days=days, opens=opens, closes=closes)]
    parts += [
        t("season-plan-stream", title=one.title, days=t.days(one.starts_on, one.ends_on), capacity=one.capacity)
        for one in event.streams
    ]
    if found.years:
        parts.append(t("season-plan-years", years=found.years))
    parts.append(t("season-plan-foot"))
    create = (press(t("button-season-create"), found.before, "create", style="success"),)
    again = (press(t("button-back"), found.before, "name"),)
    return Outgoing(text="\n\n".join(parts), keyboard=(create, again))


def created(t: Translator, event: Event) -> Outgoing:
    """Say that the new season is there."""
    desk = (Button(text=t("button-desk-back"), data=DeskPress(do="event", id=event.id).pack()),)
    return Outgoing(text=t("season-created", title=event.title), keyboard=(*opening(t, event), rooms(t, event), desk))


def open_question(t: Translator, event: Event) -> Outgoing:
    """Ask before everybody sees the event."""
    opens, closes = t.day(event.opens_on), t.day(event.closes_on)
    text = t("open-event-question", title=event.title, opens=opens, closes=closes)
    yes = (press(t("button-open-event-yes"), event, "open-yes", style="success"),)
    return Outgoing(text=text, keyboard=(yes, _back(t, event)))


def days(t: Translator, event: Event) -> Outgoing:
    """Every day of an event that can be changed."""
    found = ["opens", "closes", *(f"{end}{one.id}" for one in event.streams for end in "se")]
    buttons = tuple((press(said(t, event, which), event, "day", which),) for which in found)
    return Outgoing(text=t("days-room", title=event.title), keyboard=(*buttons[:60], _back(t, event)))


def ask_date(t: Translator, event: Event, which: str, problem: Html | None = None) -> Outgoing:
    """Ask for another date."""
    example = f"{day_of(event, which):%d.%m.%Y}"
    parts = [*([problem] if problem else []), t("days-ask", what=said(t, event, which), example=example)]
    return Outgoing(text="\n\n".join(parts), keyboard=((press(t("button-back"), event, "days"),),))


def changed(t: Translator, found: Changed) -> Outgoing:
    """Say what the date is now, with the way back to the earlier one."""
    back = f"{found.which}-{found.was:%Y%m%d}-{found.now:%Y%m%d}"
    undo = (press(t("button-days-undo"), found.event, "back", back),)
    room = (press(t("button-event-days"), found.event, "days"),)
    lines: list[str] = [t("days-set", what=said(t, found.event, found.which))]
    if found.told:
        lines.append(t("days-told", count=found.told))
    return Outgoing(text="\n\n".join(lines), keyboard=(undo, room, _back(t, found.event)))


def said(t: Translator, event: Event, which: str) -> Html:
    """Return one of an event's days in words."""
    on: date = day_of(event, which)
    if which in {"opens", "closes"}:
        return t(f"days-of-{which}", day=t.day(on))
    key = "days-of-starts" if which[0] == "s" else "days-of-ends"
    return t(key, title=event.stream_with(int(which[1:])).title, day=t.day(on))


def press(text: str, event: Event, do: str, value: str = "", *, style: str | None = None) -> Button:
    """A button of these rooms."""
    data = SeasonPress(event_id=event.id, do=do, value=value).pack()
    return Button(text=short(text, LONGEST_LABEL), data=data, style=style)


def _back(t: Translator, event: Event) -> Row:
    return (Button(text=t("button-back"), data=DeskPress(do="more", id=event.id).pack()),)
