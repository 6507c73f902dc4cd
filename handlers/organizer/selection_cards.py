"""The screens of the room «Selection»."""

from __future__ import annotations

from bot.actions.selecting import MOST_PLACES, Resized, SelectionRoom, StreamPlaces
from bot.domain.event import Event, Mode, Stage
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import DeskPress
from handlers.form.answers import short
from handlers.organizer.presses import LotteryPress, ScorePress, SelectionPress

Row = tuple[Button, ...]

LONGEST_LABEL = 60
MODES = (Mode.FIRST_COME, Mode.REVIEW, Mode.SCORES, Mode.LOTTERY)


def room(t: Translator, found: SelectionRoom) -> Outgoing:
    """How an event chooses, stream by stream, and every way to change it."""
    event = found.event
    lines = [
        t("selection-head", title=event.title),
        t(f"selection-about-{_word(event.mode)}"),
        *(_stream_line(t, row) for row in found.rows),
        _offers_line(t, event),
    ]
    rows: list[Row] = [_mode_row(t, found, MODES[:2]), _mode_row(t, found, MODES[2:])]
    for row in found.rows:
        rows.extend(_stream_rows(t, event, row))
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, _back_row(t, event)))


def mode_question(t: Translator, found: SelectionRoom, mode: Mode) -> Outgoing:
    """Ask before the way of choosing changes."""
    text = t("selection-mode-question", title=found.event.title, mode=t(f"selection-mode-{_word(mode)}"))
    about = t(f"selection-about-{_word(mode)}")
    yes = press(t("button-selection-mode-yes"), "mode", found.event.id, mode.value, style="success")
    back = (press(t("button-back"), "room", found.event.id),)
    return Outgoing(text=f"{text}\n\n{about}", keyboard=((yes,), back))


def capacity(t: Translator, event: Event, row: StreamPlaces) -> Outgoing:
    """Ask for the number of places of a stream."""
    text = t(
        "capacity-question",
        stream=row.stream.title,
        capacity=row.stream.capacity,
        taken=row.taken,
        waiting=row.waiting,
    )
    return Outgoing(text=text, keyboard=(_room_row(t, event.id),))


def resized(t: Translator, done: Resized) -> Outgoing:
    """What became of a typed number: refused with the numbers, or done with a way back."""
    if done.is_refused:
        text = t("capacity-refused", taken=done.taken, most=MOST_PLACES, capacity=done.before)
        return Outgoing(text=text, keyboard=(_room_row(t, done.event.id),))
    text = t("capacity-done", stream=done.stream.title, before=done.before, capacity=done.stream.capacity)
    if done.moved_up:
        text = Html(f"{text}\n\n{t('capacity-moved-up', count=done.moved_up)}")
    undo = press(t("button-undo"), "undo", done.stream.id, f"{done.before}-{done.at}")
    rows: tuple[Row, ...] = ((undo,),) if done.before != done.stream.capacity else ()
    return Outgoing(text=text, keyboard=(*rows, _room_row(t, done.event.id)))


def press(text: str, do: str, id_: int, value: str = "", style: str | None = None) -> Button:
    """A button of the room."""
    data = SelectionPress(do=do, id=id_, value=value).pack()
    return Button(text=short(text, LONGEST_LABEL), data=data, style=style)


def _stream_line(t: Translator, row: StreamPlaces) -> Html:
    stream = row.stream
    line = t("selection-stream", stream=stream.title, capacity=stream.capacity, taken=row.taken, waiting=row.waiting)
    return line if stream.stage is Stage.OPEN else Html(f"{line}\n{t(f'selection-stage-{stream.stage.value}')}")


def _offers_line(t: Translator, event: Event) -> Html:
    if event.offered_for is None:
        return t("selection-offers-none")
    return t("selection-offers", hours=int(event.offered_for.total_seconds() // 3600))


def _mode_row(t: Translator, found: SelectionRoom, modes: tuple[Mode, ...]) -> Row:
    event = found.event
    return tuple(
        press(t("selection-mode-now", mode=t(f"selection-mode-{_word(mode)}")), "room", event.id, "", "success")
        if mode is event.mode
        else press(t(f"selection-mode-{_word(mode)}"), "ask", event.id, mode.value)
        for mode in modes
    )


def _stream_rows(t: Translator, event: Event, row: StreamPlaces) -> tuple[Row, ...]:
    places = (press(t("button-selection-places", stream=row.stream.title), "places", row.stream.id),)
    match event.mode:
        case Mode.LOTTERY:
            data, label = LotteryPress(do="page", id=row.stream.id, revision=0).pack(), "button-selection-lottery"
        case Mode.SCORES:
            data, label = ScorePress(do="room", id=row.stream.id).pack(), "button-selection-scores"
        case _:
            return (places,)
    text = short(t(label, stream=row.stream.title), LONGEST_LABEL)
    return ((Button(text=text, data=data, style="primary"),), places)


def _room_row(t: Translator, event_id: int) -> Row:
    return (press(t("button-selection-back"), "room", event_id),)


def _back_row(t: Translator, event: Event) -> Row:
    more = Button(text=t("button-back"), data=DeskPress(do="more", id=event.id).pack())
    return (more, Button(text=t("button-desk-back"), data=DeskPress(do="event", id=event.id).pack()))


def _word(mode: Mode) -> str:
    return mode.value.replace("_", "-")
