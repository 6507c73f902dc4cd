"""The screens of the desk: programmes, events, an event's counts, calls to make, the team."""

from __future__ import annotations

from bot.actions.organizing import CallsPage, EventDesk, ProgrammeDesk
from bot.documents.chart import MOST_ROWS
from bot.domain.access import Role
from bot.domain.event import Programme, Stream
from bot.domain.registration import SEATED, Status
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers import gate_cards, incident_cards, pickup_list_cards
from handlers.callbacks import DecisionPress, DeskPress, ListPress
from handlers.cards import home_button, home_row
from handlers.form.answers import short
from handlers.gate_callbacks import GatePress
from handlers.organizer import (
    badge_cards,
    check_cards,
    duplicate_cards,
    funnel_cards,
    headcount_cards,
    poll_cards,
    season_cards,
    squad_cards,
    staffroom_cards,
    thread_cards,
    timetable_cards,
    timing_cards,
)
from handlers.organizer.presses import SchoolsPress, SelectionPress

Row = tuple[Button, ...]

ALWAYS = (Status.PENDING, Status.CONFIRMED, Status.WAITLISTED)
"""Statuses whose lists are offered even when they are empty."""
ORDER = (
    Status.PENDING,
    Status.AWAITING_GUARDIAN,
    Status.CONFIRMED,
    Status.WAITLISTED,
    Status.OFFERED,
    Status.RETURNED,
    Status.DECLINED,
    Status.REFUSED,
    Status.CANCELLED,
)
LONGEST_LABEL = 60


def welcome(t: Translator, role: Role) -> Outgoing:
    """What somebody who has just got a role reads first."""
    if role is Role.CHECKER:
        rooms = GatePress(do="rooms", event_id=0).pack()
        return Outgoing(
            text=t("checker-welcome"), keyboard=((Button(text=t("button-gates"), data=rooms),), home_row(t))
        )
    text = t("staff-welcome" if role is Role.ORGANIZER else "viewer-welcome")
    return Outgoing(text=text, keyboard=((press(t("button-desk"), "open", style="primary"),),))


def programmes(t: Translator, found: tuple[Programme, ...]) -> Outgoing:
    """The programmes one runs."""
    rows = tuple((press(programme.title.within(t.language), "programme", programme.id),) for programme in found)
    return Outgoing(text=t("desk"), keyboard=(*rows, home_row(t)))


def programme(t: Translator, desk: ProgrammeDesk) -> Outgoing:
    """A programme's events, and what belongs to the whole programme."""
    rows: list[Row] = []
    for event, waiting in desk.events:
        title = event.title.within(t.language)
        label = t("desk-event-waiting", title=Html(title), count=waiting) if waiting else title
        rows.append((press(label, "event", event.id),))
    if desk.can_announce:
        rows.append((press(t("button-announce"), "announce", desk.programme.id),))
    if desk.can_invite:
        rows.append(_staff_row(t, desk.programme.id))
    back = (press(t("button-back"), "open"),) if desk.runs_more else ()
    text = t("desk-programme", title=desk.programme.title)
    return Outgoing(text=text, keyboard=(*rows, (*back, home_button(t))))


def event(t: Translator, desk: EventDesk, *, questions: int) -> Outgoing:
    """An event's counts by stream and status, and every way on from there."""
    head = t("desk-event", title=desk.event.title, days=t.days(desk.event.starts_on, desk.event.ends_on))
    limits = [t("branch-only", title=title) for title in desk.branches]
    limits += [t("season-hidden")] if desk.event.is_hidden else []
    streams = [_stream(t, desk, stream) for stream in desk.event.streams]
    foot = t("desk-updated", time=t.time(desk.read_at, desk.event.zone))
    rows: list[Row] = list(_list_rows(t, desk))
    find, chart = press(t("button-find"), "find", desk.event.id), press(t("button-desk-chart"), "chart", desk.event.id)
    if desk.can_decide:
        rows.append((find, press(t("button-table"), "table", desk.event.id)))
        calls = (press(t("desk-calls", count=desk.calls), "calls", desk.event.id),) if desk.event.needs_guardian else ()
        rows.append((*thread_cards.row(t, desk.event.id, questions), *calls))
        rows.append((chart, press(t("button-announce"), "announce", desk.event.programme_id)))
    else:
        rows.append((find, chart))
    more = (press(t("button-more"), "more", desk.event.id),) if desk.runs_all else ()
    last = (press(t("button-refresh"), "event", desk.event.id), *more)
    return Outgoing(text="\n\n".join([head, *limits, *streams, foot]), keyboard=(*rows, last, _back_row(t, desk)))


def more(t: Translator, desk: EventDesk, *, duplicates: int, checks: int) -> Outgoing:
    """What an organizer needs less often: what wants to be looked at first, then every other room of an event."""
    schools = SchoolsPress(event_id=desk.event.id, unit_id=0, do="open").pack()
    look = (
        duplicate_cards.button(t, desk.event.id, duplicates),
        check_cards.button(t, desk.event.id, checks),
        *funnel_cards.row(t, desk.event.id),
        *((poll_cards.button(t, desk.event.id), gate_cards.button(t, desk.event.id)) if desk.can_decide else ()),
        *((pickup_list_cards.button(t, desk.event.id),) if desk.can_decide and desk.event.needs_guardian else ()),
    )
    papers = (badge_cards.button(t, desk.event.id),) if desk.can_decide else ()
    places = (
        _selection_button(t, desk),
        Button(text=t("button-schools"), data=schools),
        squad_cards.button(t, desk.event.id),
        *(_safe(t, desk.event.id) if desk.can_decide else ()),
    )
    own = (
        press(t("button-form"), "form", desk.event.id),
        timetable_cards.button(t, desk.event.id),
        timing_cards.button(t, desk.event.id),
        *season_cards.rooms(t, desk.event),
        staffroom_cards.button(t, desk.event.id),
    )
    staff = _staff_row(t, desk.event.programme_id) if desk.can_invite else ()
    buttons = (*look, *papers, *places, *(own if desk.runs_programme else ()), *staff)
    back = (press(t("button-desk-back"), "event", desk.event.id),)
    first = season_cards.opening(t, desk.event) if desk.runs_programme else ()
    return Outgoing(text=t("desk-more", title=desk.event.title), keyboard=(*first, *_two_by_two(buttons), back))


def _safe(t: Translator, event_id: int) -> Row:
    return (headcount_cards.button(t, event_id), incident_cards.button(t, event_id))


def _two_by_two(buttons: tuple[Button, ...]) -> tuple[Row, ...]:
    return tuple(buttons[start : start + 2] for start in range(0, len(buttons), 2))


def bars(t: Translator, desk: EventDesk) -> tuple[tuple[str, int, int | None], ...]:
    """How full every stream is, and below it every quota in it."""
    rows: list[tuple[str, int, int | None]] = []
    for stream in desk.event.streams:
        rows.append((stream.title.within(t.language), _taken(desk, stream), stream.capacity))
        rows.extend(
            (f"· {quota.title.within(t.language)}", quota.taken, quota.capacity)
            for quota in desk.quotas
            if quota.stream_id == stream.id
        )
    return tuple(rows[:MOST_ROWS])


def chart(t: Translator, desk: EventDesk, picture: bytes) -> Outgoing:
    """The same counts as a picture."""
    text = t("desk-updated", time=t.time(desk.read_at, desk.event.zone))
    return Outgoing(text=text, photo=picture, keyboard=((press(t("button-desk-back"), "event", desk.event.id),),))


def calls(t: Translator, page: CallsPage) -> Outgoing:
    """The guardians who wait for a call; a button takes one off the list."""
    lines: list[str] = [t("calls-head", title=page.event.title)]
    rows: list[Row] = []
    for call in page.calls:
        lines.append(
            t(
                "call-line",
                guardian=call.guardian_name,
                phone=call.phone or t("call-no-phone"),
                child=call.participant_name,
                asked=t.moment(call.asked_at, page.event.zone),
            )
        )
        opened = DecisionPress(registration_id=call.registration_id, revision=0, do="open").pack()
        rows.append(
            (
                press(t("button-called", name=Html(call.guardian_name)), "called", call.id, "success"),
                Button(text=short(t("button-call-open", name=Html(call.participant_name)), LONGEST_LABEL), data=opened),
            )
        )
    for one in page.to_call:
        lines.append(
            t(
                "call-consent-line",
                guardian=one.guardian_name or t("call-no-guardian"),
                phone=one.phone or t("call-no-phone"),
                child=one.participant_name,
                cause=t(f"call-cause-{one.cause}"),
                since=t.day(one.since.astimezone(page.event.zone).date()),
            )
        )
        opened = DecisionPress(registration_id=one.registration_id, revision=0, do="open").pack()
        label = short(t("button-call-open", name=Html(one.participant_name)), LONGEST_LABEL)
        rows.append((Button(text=label, data=opened),))
    if not page.calls and not page.to_call:
        lines.append(t("calls-none"))
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, (press(t("button-desk-back"), "event", page.event.id),)))


def press(text: str, do: str, id_: int = 0, style: str | None = None) -> Button:
    """A button of the desk."""
    return Button(text=short(text, LONGEST_LABEL), data=DeskPress(do=do, id=id_).pack(), style=style)


def _stream(t: Translator, desk: EventDesk, stream: Stream) -> str:
    counted = {status: desk.counts.get((stream.id, status), 0) for status in ORDER}
    lines = [t("desk-stream", title=stream.title, taken=_taken(desk, stream), capacity=stream.capacity)]
    lines.extend(_status(t, status, number) for status, number in counted.items() if number)
    return "\n".join(lines)


def _taken(desk: EventDesk, stream: Stream) -> int:
    return sum(desk.counts.get((stream.id, status), 0) for status in SEATED)


def _status(t: Translator, status: Status, count: int) -> Html:
    return t(f"desk-status-{status.value.replace('_', '-')}", count=count)


def _list_rows(t: Translator, desk: EventDesk) -> tuple[Row, ...]:
    """Those who wait for a decision alone in their row, the others two by two."""
    buttons: list[Button] = []
    for status in ORDER:
        count = desk.count(status)
        if count or status in ALWAYS:
            data = ListPress(event_id=desk.event.id, status=status.value, page=0).pack()
            style = "primary" if status is Status.PENDING and count else None
            buttons.append(Button(text=_status(t, status, count), data=data, style=style))
    rest = buttons[1:]
    return ((buttons[0],), *_two_by_two(tuple(rest)))


def _selection_button(t: Translator, desk: EventDesk) -> Button:
    return Button(text=t("button-selection"), data=SelectionPress(do="room", id=desk.event.id).pack())


def _staff_row(t: Translator, programme_id: int) -> Row:
    return (press(t("button-staff-link"), "staff", programme_id), press(t("button-team"), "team", programme_id))


def _back_row(t: Translator, desk: EventDesk) -> Row:
    home = home_button(t)
    if not desk.is_alone:
        return (press(t("button-back"), "programme", desk.event.programme_id), home)
    return (press(t("button-back"), "open"), home) if desk.runs_more else (home,)
