"""The screens of badges, and the words that stand on them."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby
from typing import Final

from bot.actions.badging import Choice, Holder, Paper, Request
from bot.documents.badges import Badge
from bot.documents.dossier import Sheet, Table
from bot.telegram import Button, Outgoing, plain
from bot.texts import Html, Translator
from handlers.badge_callbacks import BadgePress
from handlers.callbacks import DeskPress
from handlers.form.answers import short
from handlers.squad_names import called, squad_name

Row = tuple[Button, ...]
LONGEST_LABEL: Final = 60
MOST_SQUADS: Final = 80


def button(t: Translator, event_id: int) -> Button:
    """The way to the badges of an event."""
    return Button(text=t("button-badges"), data=BadgePress(do="room", event_id=event_id).pack())


def room(t: Translator, choice: Choice) -> Outgoing:
    """Ask for whom something is printed; say so when nobody takes part yet."""
    event = choice.event
    back = Button(text=t("button-back"), data=DeskPress(do="more", id=event.id).pack())
    if not choice.number:
        return Outgoing(text=t("badges-nobody", title=event.title), keyboard=((back,),))
    rows: list[Row] = [(_whom(t("button-badges-all", number=choice.number), event.id),)]
    if len(event.streams) > 1:
        rows += [(_whom(one.title.within(t.language), event.id, stream_id=one.id),) for one in event.streams]
    buttons = [
        _whom(f"🚩 {squad_name(t, one)} · {one.members}", event.id, squad_id=one.id)
        for one in choice.squads[:MOST_SQUADS]
    ]
    rows += [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
    return Outgoing(text=t("badges", title=event.title), keyboard=(*rows, (back,)))


def papers(t: Translator, request: Request) -> Outgoing:
    """Ask what is printed."""
    event_id = request.event.id
    rows: list[Row] = [(_print(t(f"button-badges-{one.value}"), request, one),) for one in Paper]
    back = Button(text=t("button-back"), data=BadgePress(do="room", event_id=event_id).pack())
    text = t("badges-what", title=request.event.title, whom=whom(t, request), number=request.number)
    return Outgoing(text=text, keyboard=(*rows, (back,)))


def drawing(t: Translator, request: Request) -> Outgoing:
    """Say that it takes a while."""
    return Outgoing(text=t("badges-drawing", number=request.number))


def document(t: Translator, request: Request, paper: Paper, number: int, file: tuple[str, bytes]) -> Outgoing:
    """The file, and how to print it."""
    head = t(f"badges-here-{'door' if paper is Paper.DOOR else 'badges'}", whom=whom(t, request), number=number)
    lines = [head, *([t("badges-codes")] if paper is Paper.CODES else []), t("badges-mind")]
    back = Button(text=t("button-badges"), data=BadgePress(do="room", event_id=request.event.id).pack())
    return Outgoing(text="\n\n".join(lines), document=file, keyboard=((back,),))


def whom(t: Translator, request: Request) -> Html:
    """For whom it is: a squad, a stream, or everybody."""
    if request.squad is not None:
        return squad_name(t, request.squad)
    return t("badges-everybody") if request.stream is None else t.of(request.stream.title)


def heading(t: Translator, request: Request, paper: Paper) -> str:
    """Return what the document is called."""
    key = "badges-door-title" if paper is Paper.DOOR else "badges-title"
    return f"{plain(t(key))} · {plain(whom(t, request))}"


def badge(t: Translator, one: Holder, code: str) -> Badge:
    """Return the words on a badge."""
    return Badge(
        name=one.name,
        school=one.unit.within(t.language) if one.unit else "",
        squad=_squad(t, one),
        role=plain(t("badge-leader" if one.is_leader else "badge-participant")),
        code=code,
    )


def door(t: Translator, request: Request, holders: tuple[Holder, ...]) -> tuple[Sheet, ...]:
    """Return a list for the door, a page or more for each squad."""
    head = tuple(plain(t(f"badges-door-{column}")) for column in ("name", "school", "here"))
    sheets = []
    for squad, some in groupby(holders, key=lambda one: _squad(t, one)):
        rows = tuple(
            (f"{number}. {one.name}", one.unit.within(t.language) if one.unit else "", "")
            for number, one in enumerate(some, start=1)
        )
        kind = f"{plain(t('badges-door-title'))} · {request.event.title.within(t.language)}"
        title = squad or plain(t("badges-no-squad"))
        sheets.append(Sheet(kind=kind, title=title, facts=(), tables=(Table(title="", head=head, rows=rows),)))
    return tuple(sheets)


def foot(t: Translator, request: Request, name: str, now: datetime) -> str:
    """Return who took the list and when; it stands on every page."""
    return plain(t("table-mark", name=name, moment=t.moment(now, request.event.zone)))


def _squad(t: Translator, one: Holder) -> str:
    return plain(called(t, {"squad_name": one.squad[0], "squad_number": one.squad[1]})) if one.squad else ""


def _whom(label: str, event_id: int, *, stream_id: int = 0, squad_id: int = 0) -> Button:
    data = BadgePress(do="whom", event_id=event_id, stream_id=stream_id, squad_id=squad_id).pack()
    return Button(text=short(label, LONGEST_LABEL), data=data)


def _print(label: str, request: Request, paper: Paper) -> Button:
    of = {"stream_id": request.stream.id if request.stream else 0, "squad_id": request.squad.id if request.squad else 0}
    return Button(text=label, data=BadgePress(do=paper.value, event_id=request.event.id, **of).pack())
