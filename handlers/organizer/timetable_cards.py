"""The organizer's screens of a timetable: a day, a session, what to change, old beside new before it is saved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from bot.actions.notifying import state_of
from bot.actions.rescheduling import DayPage, Proposal, SessionPage
from bot.domain.event import Event
from bot.domain.language import Language, Localized
from bot.domain.squad import Squad
from bot.domain.timetable import Session
from bot.domain.timetable_edits import SHIFTS, Clash, What
from bot.telegram import Button, Outgoing, plain
from bot.texts import Html, Translator
from handlers import moves
from handlers.callbacks import DeskPress
from handlers.family_icons import ICONS
from handlers.form.answers import short
from handlers.organizer import moderate_cards, speaker_cards
from handlers.squad_names import squad_name
from handlers.timetable_callbacks import TimetablePress

Row = tuple[Button, ...]
LONGEST_LABEL: Final = 60
SHOWN_DAYS: Final = 12
DAYS_IN_ROW: Final = 6
MOST_SESSIONS: Final = 60
PICKED: Final = (What.STREAM, What.SQUADS, What.KIND)
"""What is chosen from a list."""


def button(t: Translator, event_id: int) -> Button:
    """The way to the timetable."""
    return press(t("button-organize-timetable"), event_id, 0, "day")


def day(t: Translator, page: DayPage) -> Outgoing:
    """One day: a button for each session, the days around it."""
    event = page.event
    head = t("timetable-head", title=event.title, day=t.weekday(page.on))
    foot = t("timetable-organize") if page.sessions else t("timetable-organize-none")
    rows = [
        (press(_label(t, event, one, is_alone=one.id in page.without_speaker), event.id, one.id, "open"),)
        for one in sorted(page.sessions, key=lambda one: (one.starts_at, one.id))[:MOST_SESSIONS]
    ]
    add = (press(t("button-session-add"), event.id, 0, "add", page.on.isoformat(), style="success"),)
    file = press(t("button-timetable-file"), event.id, 0, "file")
    speakers = (
        press(t("button-speakers"), event.id, 0, "speakers"),
        press(t("button-survey"), event.id, 0, "survey"),
    )
    back = (Button(text=t("button-back"), data=DeskPress(do="more", id=event.id).pack()),)
    return Outgoing(
        text=f"{head}\n\n{foot}",
        keyboard=(*rows, *_days(page), (*add, file), speakers, (moderate_cards.button(t, event.id),), back),
    )


def _label(t: Translator, event: Event, session: Session, *, is_alone: bool) -> str:
    mark = "❌" if session.is_cancelled else "🚫" if is_alone else ICONS.get(session.kind, "•")
    stream = ""
    if session.stream_id is not None and len(event.streams) > 1:
        stream = f"{event.stream_with(session.stream_id).title.within(t.language)} · "
    flag = "🚩 " if session.squad_ids else ""
    return f"{t.time(session.starts_at, event.zone)} {mark} {flag}{stream}{session.title.within(t.language)}"


def _days(page: DayPage) -> tuple[Row, ...]:
    days = page.days
    position = next((at for at, on in enumerate(days) if on >= page.on), len(days))
    first = max(0, min(position - DAYS_IN_ROW, len(days) - SHOWN_DAYS))
    buttons = [
        press(
            f"·{on:%d.%m}·" if on == page.on else f"{on:%d.%m}",
            page.event.id,
            0,
            "day",
            on.isoformat(),
            style="primary" if on == page.on else None,
        )
        for on in days[first : first + SHOWN_DAYS]
    ]
    return tuple(tuple(buttons[start : start + DAYS_IN_ROW]) for start in range(0, len(buttons), DAYS_IN_ROW))


def session(t: Translator, page: SessionPage, *, is_saved: bool = False) -> Outgoing:
    """Everything about a session, and what can be changed."""
    event, found = page.event, page.session
    parts: list[str] = [t("session-saved")] if is_saved else []
    parts += [
        _facts(t, event, found, page.squads, speaker_cards.states(t, page.speakers)),
        *_clash_part(t, event, page.clashes),
    ]
    if page.undo_id is not None:
        parts.append(t("session-undo-hint"))
    return Outgoing(text="\n\n".join(parts), keyboard=(*_edit_rows(t, page), _day_row(t, event, found)))


def _edit_rows(t: Translator, page: SessionPage) -> tuple[Row, ...]:
    event, found = page.event, page.session
    rows: list[Row] = []
    if page.undo_id is not None:
        rows.append((press(t("button-session-undo"), event.id, found.id, "undo", str(page.undo_id)),))
    if found.is_cancelled:
        return (*rows, (press(t("button-session-restore"), event.id, found.id, "set", "cancelled.0"),))
    wanted = [What.TIME, What.PLACE, What.TITLE, What.SPEAKER, What.CAPACITY, What.KIND]
    if len(event.streams) > 1:
        wanted.append(What.STREAM)
    if page.squads:
        wanted.append(What.SQUADS)
    buttons = [
        press(t(f"button-session-{what}"), event.id, found.id, "pick" if what in PICKED else "ask", what.value)
        for what in wanted
    ]
    rows += [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
    cancel = press(t("button-session-cancel"), event.id, found.id, "set", "cancelled.1", style="danger")
    return (*rows, *speaker_cards.rows(t, page), (cancel,))


def _facts(
    t: Translator, event: Event, found: Session, squads: tuple[Squad, ...], speaking: Sequence[Html] = ()
) -> str:
    state = state_of(event, found)
    lines = [t("move-title-line", icon=ICONS.get(found.kind, "•"), title=found.title), *_others(t, found.title)]
    if found.is_cancelled:
        lines.append(t("session-is-cancelled"))
    lines += [t("session-when", when=moves.when(t, state)), t("session-place", place=found.place)]
    lines += _others(t, found.place)
    if found.speaker:
        lines += [t("session-speaker", speaker=found.speaker), *_others(t, found.speaker), *speaking]
    lines.append(_audience(t, event, found, squads))
    if found.capacity is not None:
        lines.append(t("session-places", taken=found.taken, capacity=found.capacity))
    return "\n".join(lines)


def _audience(t: Translator, event: Event, found: Session, squads: tuple[Squad, ...]) -> Html:
    """For whom a session is: everybody, a stream, or squads."""
    if not found.squad_ids:
        stream = event.stream_with(found.stream_id).title if found.stream_id else None
        return t("session-for-stream", stream=stream) if stream else t("session-for-all")
    names = [squad_name(t, one) for one in squads if one.id in found.squad_ids]
    if len(names) < len(found.squad_ids):
        names.append(t("session-squad-ended"))
    return Html(f"🚩 {', '.join(names)}")


def _others(t: Translator, text: Localized) -> list[Html]:
    """The same text in the other languages, if it differs."""
    return [
        t("session-other-language", language=one.value.upper(), text=text.within(one))
        for one in Language
        if one is not t.language and text.within(one) != text.within(t.language)
    ]


def ask(t: Translator, page: SessionPage, what: What, problem: Html | None = None) -> Outgoing:
    """Ask for the new value of one thing, showing the present one ready to be copied."""
    event, found = page.event, page.session
    present: Localized | None = {What.PLACE: found.place, What.TITLE: found.title, What.SPEAKER: found.speaker}.get(
        what
    )
    if what is What.TIME:
        question = t("session-ask-time", when=moves.when(t, state_of(event, found)))
    elif what is What.CAPACITY:
        question = t("session-ask-capacity", taken=found.taken)
    else:
        question = t(f"session-ask-{what}")
    parts = [*([problem] if problem else []), question]
    if present is not None:
        lines = "\n".join(t.of(Localized(kk=one, ru=one, en=one)) for one in (present.kk, present.ru, present.en))
        parts.append(Html(f"<code>{lines}</code>"))
    return Outgoing(text="\n\n".join(parts), keyboard=(*_ask_rows(t, page, what), back_to(t, event.id, found.id)))


def _ask_rows(t: Translator, page: SessionPage, what: What) -> tuple[Row, ...]:
    event_id, session_id = page.event.id, page.session.id
    if what is What.TIME:
        shifts = [t("session-shift", sign="−" if one[0] == "-" else "+", minutes=one.lstrip("-")) for one in SHIFTS]
        pairs = zip(shifts, SHIFTS, strict=True)
        buttons = tuple(press(plain(text), event_id, session_id, "set", f"time.{one}") for text, one in pairs)
        return (buttons[:3], buttons[3:])
    if what is What.SPEAKER and page.session.speaker:
        return ((press(t("button-session-no-speaker"), event_id, session_id, "set", "speaker."),),)
    if what is What.CAPACITY and page.session.capacity is not None:
        return ((press(t("button-session-no-limit"), event_id, session_id, "set", "capacity."),),)
    return ()


def ask_new(t: Translator, event: Event, on: date, problem: Html | None = None) -> Outgoing:
    """Ask for a new session in a few lines."""
    parts = [*([problem] if problem else []), t("session-ask-new", day=t.weekday(on))]
    back = (press(t("button-back"), event.id, 0, "day", on.isoformat()),)
    return Outgoing(text="\n\n".join(parts), keyboard=(back,))


def proposal(t: Translator, found: Proposal) -> Outgoing:
    """What would change, old beside new, and what is in the way."""
    event, was, became = found.event, found.was, found.became
    parts: list[str] = [_change(t, found), *_clash_part(t, event, found.clashes)]
    session_id = was.id if was else 0
    if found.clashes:
        parts.append(t("session-save-anyway"))
    save = (
        press(t("button-session-save-anyway"), event.id, session_id, "save-anyway", style="danger")
        if found.clashes
        else press(t("button-session-save"), event.id, session_id, "save", style="success")
    )
    on = became.held_on.isoformat()
    back = back_to(t, event.id, session_id) if was else (press(t("button-back"), event.id, 0, "day", on),)
    return Outgoing(text="\n\n".join(parts), keyboard=((save,), back))


def _change(t: Translator, found: Proposal) -> str:
    event, was, became = found.event, found.was, found.became
    if was is None:
        return f"{t('session-would-add')}\n\n{_facts(t, event, became, found.squads)}"
    head = t("move-title-line", icon=ICONS.get(was.kind, "•"), title=was.title)
    old, new = state_of(event, was), state_of(event, became)
    lines = [head, *([] if was.held_on != became.held_on else [t("move-day", day=t.weekday(was.held_on))])]
    lines += [*moves.lines(t, old, new), *_quiet_lines(t, found, was)]
    if was.is_cancelled != became.is_cancelled:
        key = "session-would-cancel" if became.is_cancelled else "session-would-restore"
        lines.append(t(key, when=moves.when(t, new)))
    if len(lines) <= 2:  # noqa: PLR2004 - the title and the day
        lines.append(t("session-nothing-changes"))
    return "\n".join(lines)


def _quiet_lines(t: Translator, proposed: Proposal, was: Session) -> list[Html]:
    """What changes without a word to those who go there, and texts that only others read."""
    event, became = proposed.event, proposed.became
    found: list[Html] = []
    if was.capacity is not None and became.capacity is not None and was.capacity != became.capacity:
        found.append(t("move-capacity", was=was.capacity, now=became.capacity))
    elif was.capacity != became.capacity and became.capacity is not None:
        found.append(t("session-places", taken=became.taken, capacity=became.capacity))
    if (was.stream_id, was.squad_ids) != (became.stream_id, became.squad_ids):
        old, new = (_audience(t, event, one, proposed.squads) for one in (was, became))
        found.append(t("move-audience", old=old, new=new))
    if was.kind != became.kind:
        found.append(t("move-kind", old=t(f"session-kind-{was.kind}"), new=t(f"session-kind-{became.kind}")))
    for old_text, new_text in ((was.title, became.title), (was.place, became.place), (was.speaker, became.speaker)):
        if new_text is not None and new_text != old_text:
            found += _others(t, new_text)
    return found


def _clash_part(t: Translator, event: Event, found: tuple[Clash, ...]) -> list[str]:
    if not found:
        return []
    lines = [
        t(
            f"session-clash-{one.against}",
            starts=t.time(one.session.starts_at, event.zone),
            ends=t.time(one.session.ends_at, event.zone),
            title=one.session.title,
        )
        for one in found[:5]
    ]
    return ["\n".join([t("session-clashes"), *lines])]


def _day_row(t: Translator, event: Event, found: Session) -> Row:
    return (press(t("button-back"), event.id, 0, "day", found.held_on.isoformat()),)


def back_to(t: Translator, event_id: int, session_id: int) -> Row:
    """The way back to a session."""
    return (press(t("button-back"), event_id, session_id, "open"),)


def press(text: str, event_id: int, session_id: int, do: str, value: str = "", *, style: str | None = None) -> Button:
    """A button of a timetable."""
    data = TimetablePress(event_id=event_id, session_id=session_id, do=do, value=value).pack()
    return Button(text=short(text, LONGEST_LABEL), data=data, style=style)
