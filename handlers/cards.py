"""Screens everybody sees: the start, the language choice, the help, programmes and events."""

from __future__ import annotations

from bot.domain.access import Actor
from bot.domain.event import Event, Programme, Stream
from bot.domain.language import Language
from bot.telegram import Button, Outgoing
from bot.texts import Translator
from handlers.attention_callbacks import AttentionPress
from handlers.callbacks import (
    CoordinatorPress,
    DataPress,
    DayPress,
    DeskPress,
    EventPress,
    HomePress,
    LanguagePress,
    ProgrammePress,
)
from handlers.gate_callbacks import GatePress
from handlers.pickup_callbacks import PickupPress
from handlers.speaker_callbacks import SpeakerPress
from handlers.squad_callbacks import LeaderPress
from handlers.talk_callbacks import AskPress

Rows = tuple[tuple[Button, ...], ...]


def home(t: Translator, actor: Actor, *, has_registrations: bool, has_children: bool, speaks: bool) -> Outgoing:
    """The start: what one can do here, by what one already has."""
    rows: list[tuple[Button, ...]] = [
        (Button(text=t("button-programmes"), data=HomePress(to="programmes").pack(), style="primary"),)
    ]
    if has_registrations:
        rows.append((Button(text=t("button-mine"), data=HomePress(to="mine").pack()),))
    if has_children:
        rows.append((Button(text=t("button-children"), data=HomePress(to="children").pack()),))
    if speaks:
        data = SpeakerPress(session_id=0, revision=0, do="list").pack()
        rows.append((Button(text=t("button-speaker-room"), data=data),))
    if actor.is_staff:
        rows.append((Button(text=t("button-desk"), data=DeskPress(do="open").pack()),))
    if actor.unit_ids:
        rows.append((Button(text=t("button-school"), data=CoordinatorPress(event_id=0, unit_id=0, do="rooms").pack()),))
    if actor.checks_tickets and not actor.is_staff:
        rows.append((Button(text=t("button-gates"), data=GatePress(do="rooms", event_id=0).pack()),))
    if actor.releases_children and not actor.is_staff:
        rows.append((Button(text=t("button-pickup"), data=PickupPress(do="rooms", event_id=0).pack()),))
    if actor.squad_ids:
        rows.append((Button(text=t("button-leader"), data=LeaderPress(do="own").pack()),))
    rows.append((Button(text=t("button-ask-rooms"), data=AskPress(do="rooms").pack()),))
    rows.append(
        (
            Button(text=t("button-language"), data=HomePress(to="language").pack()),
            Button(text=t("button-attention"), data=AttentionPress(do="open").pack()),
            Button(text=t("button-help"), data=HomePress(to="help").pack()),
        )
    )
    return Outgoing(text=t("home", name=actor.display_name), keyboard=tuple(rows))


def languages(t: Translator, chosen: Language | None) -> Outgoing:
    """The choice of a language; asked in all three at first contact."""
    rows = tuple(
        (
            Button(
                text=("✓ " if language is chosen else "") + t(f"language-{language.value}"),
                data=LanguagePress(code=language.value).pack(),
                style="success" if language is t.language else None,
            ),
        )
        for language in Language
    )
    back = ((Button(text=t("button-home"), data=HomePress(to="home").pack()),),) if chosen else ()
    return Outgoing(text=t("choose-language") if chosen else t("first-contact"), keyboard=rows + back)


def help_card(t: Translator) -> Outgoing:
    """What the bot does and which commands it knows."""
    data = Button(text=t("button-mydata"), data=DataPress(do="open").pack())
    return Outgoing(text=t("help"), keyboard=((data,), home_row(t)))


def programmes(t: Translator, found: tuple[Programme, ...]) -> Outgoing:
    """Every programme one can register for."""
    rows = tuple(
        (Button(text=programme.title.within(t.language), data=ProgrammePress(programme_id=programme.id).pack()),)
        for programme in found
    )
    return Outgoing(text=t("programmes") if found else t("programmes-none"), keyboard=(*rows, home_row(t)))


def events(t: Translator, programme: Programme, found: tuple[Event, ...]) -> Outgoing:
    """The events of a programme."""
    rows = tuple(
        (Button(text=event.title.within(t.language), data=EventPress(event_id=event.id, do="card").pack()),)
        for event in found
    )
    text = t("programme", title=programme.title, summary=programme.summary)
    return Outgoing(text=text, keyboard=(*rows, programmes_row(t)))


def event_card(t: Translator, event: Event, *, is_open: bool, standing: str, picture: bytes | str) -> Outgoing:
    """An event: a picture card, dates, places left, and the one next step (`standing`: new, draft, registered)."""
    streams = "\n".join(stream_line(t, stream, is_alone=len(event.streams) == 1) for stream in event.streams)
    text = t(
        "event",
        title=event.title,
        summary=event.summary,
        days=t.days(event.starts_on, event.ends_on),
        place=event.place,
    )
    closing = t("event-open", until=t.day(event.closes_on)) if is_open else t("event-closed")
    rows: list[tuple[Button, ...]] = []
    if standing == "registered":
        rows.append((Button(text=t("button-status"), data=EventPress(event_id=event.id, do="status").pack()),))
    elif is_open:
        key = "button-continue" if standing == "draft" else "button-register"
        rows.append((Button(text=t(key), data=EventPress(event_id=event.id, do="register").pack(), style="success"),))
    if is_open and event.needs_guardian:
        rows.append(tuple(_for_other(t, event, whose) for whose in ("child", "pupil")))
    timetable = Button(text=t("button-timetable"), data=DayPress(event_id=event.id, registration_id=0, on="").pack())
    ask = Button(text=t("button-ask-camp"), data=AskPress(do="open", event_id=event.id).pack())
    back = Button(text=t("button-back"), data=ProgrammePress(programme_id=event.programme_id).pack())
    return Outgoing(
        text=f"{text}\n\n{streams}\n{closing}",
        keyboard=(*rows, (timetable,), (ask,), (back, home_button(t))),
        photo=picture,
    )


def _for_other(t: Translator, event: Event, whose: str) -> Button:
    """Begin to register one's child or pupil."""
    return Button(text=t(f"button-register-{whose}"), data=EventPress(event_id=event.id, do=f"reg-{whose}").pack())


def stream_line(t: Translator, stream: Stream, *, is_alone: bool) -> str:
    """One stream with its dates and the places left."""
    places = t("places-left", places=stream.places_left) if stream.places_left else t("places-none")
    if is_alone:
        return places
    return t("stream-line", title=stream.title, days=t.days(stream.starts_on, stream.ends_on), places=places)


def problem(t: Translator, code: str) -> Outgoing:
    """What went wrong and where to go on."""
    return Outgoing(text=t(f"error-{code}"), keyboard=(home_row(t),))


def home_button(t: Translator) -> Button:
    """The way back to the start."""
    return Button(text=t("button-home"), data=HomePress(to="home").pack())


def home_row(t: Translator) -> tuple[Button, ...]:
    """The way back to the start, alone in its row."""
    return (home_button(t),)


def programmes_row(t: Translator) -> tuple[Button, ...]:
    """The ways back from a programme."""
    return (Button(text=t("button-back"), data=HomePress(to="programmes").pack()), home_button(t))
