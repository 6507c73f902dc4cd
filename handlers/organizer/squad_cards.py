"""The screens of an event's squads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from bot.actions.leading import Invitation
from bot.actions.rostering import Line, Room, SquadPage
from bot.actions.spreading import Spreading
from bot.domain.event import Event, Stream
from bot.domain.squad import Schools, Squad
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import DeskPress
from handlers.form.answers import short
from handlers.squad_callbacks import SquadPress, SquadsPress
from handlers.squad_names import called, line_text, squad_name

Row = tuple[Button, ...]

LONGEST_LABEL: Final = 60
PAGE: Final = 10
"""Children on one page."""
COUNTS: Final = (1, 5, 8, 10, 12, 15, 20, 25)
"""How many squads one press makes."""
MOST_LINES: Final = 45
GENDERS: Final = {"girl": "👧", "boy": "👦", "female": "👩", "male": "👨"}


def button(t: Translator, event_id: int) -> Button:
    """The way to this room."""
    return Button(text=t("button-squads"), data=SquadsPress(event_id=event_id, do="room").pack())


def room(t: Translator, found: Room, *, said: Html | None = None, undo: Button | None = None) -> Outgoing:
    """Every squad with how full it is and who leads it; `said` is what has just been done."""
    event = found.event
    lines: list[str] = [t("squads-head", title=event.title), *([said] if said else [])]
    lines.extend(_stream(t, found, stream) for stream in event.streams)
    if not found.squads:
        lines.append(t("squads-none"))
    buttons = [_squad(one, f"🚩 {_in_short(t, one)}", "open") for one in found.squads]
    rows: list[Row] = [(undo,)] if undo else []
    rows.extend(_two_by_two(buttons))
    waiting = sum(found.waiting.values())
    if waiting:
        rows.append((_press(t("button-squads-waiting", count=waiting), event.id, "waiting"),))
    if waiting and any(one.places_left for one in found.squads):
        rows.append((_press(t("button-squads-spread"), event.id, "how", style="success"),))
    do = "stream" if len(event.streams) > 1 else "count"
    rows.append((_press(t("button-squads-make"), event.id, do, event.streams[0].id),))
    rows.append((_press(t("button-letter-hours"), event.id, "hours"),))
    more = Button(text=t("button-back"), data=DeskPress(do="more", id=event.id).pack())
    return Outgoing(text="\n\n".join(lines)[:4090], keyboard=(*rows, (more,)))


def choose_stream(t: Translator, event: Event) -> Outgoing:
    """Ask for which stream squads are made."""
    rows = tuple((_press(one.title.within(t.language), event.id, "count", one.id),) for one in event.streams)
    return Outgoing(text=t("squads-which-stream"), keyboard=(*rows, (_room_button(t, event.id),)))


def choose_count(t: Translator, event: Event, stream: Stream) -> Outgoing:
    """Ask how many squads are made."""
    buttons = [
        _press(
            t("button-squads-count", count=count, places=-(-stream.capacity // count)),
            event.id,
            "make",
            stream.id,
            count,
        )
        for count in COUNTS
        if count <= stream.capacity
    ]
    text = t("squads-how-many", stream=stream.title, capacity=stream.capacity)
    return Outgoing(text=text, keyboard=(*_two_by_two(buttons), (_room_button(t, event.id),)))


def choose_schools(t: Translator, event: Event) -> Outgoing:
    """Ask whether schools are mixed or stay together."""
    rows = tuple((_press(t(f"button-squads-{one.value}"), event.id, "preview", value=one.value),) for one in Schools)
    return Outgoing(text=t("squads-schools"), keyboard=(*rows, (_room_button(t, event.id),)))


def preview(t: Translator, found: Spreading) -> Outgoing:
    """What spreading would come to, squad by squad."""
    event_id, own = found.event.id, found.schools
    head = t("squads-preview", schools=t(f"squads-{own.value}"), placed=found.placed)
    lines = [_after(t, found, squad) for squad in found.squads[:MOST_LINES]]
    left = [t("squads-left", count=found.left)] if found.left else []
    other = next(one for one in Schools if one is not own)
    rows: list[Row] = []
    if found.placed:
        label = t("button-squads-spread-yes", count=found.placed)
        rows.append((_press(label, event_id, "spread", value=f"{own.value}-{found.placed}", style="success"),))
    rows.append((_press(t(f"button-squads-{other.value}"), event_id, "preview", value=other.value),))
    text = "\n\n".join([head, "\n".join(lines), *left])
    return Outgoing(text=text[:4090], keyboard=(*rows, (_room_button(t, event_id),)))


def squad(t: Translator, page: SquadPage, number: int) -> Outgoing:
    """One page of a squad's children, or of those who are in none; a press on a name moves the child."""
    first = number * PAGE
    shown = page.lines[first : first + PAGE]
    listed = "\n".join(f"{first + place}. {line_text(t, one)}" for place, one in enumerate(shown, start=1))
    text = "\n\n".join([*_head(t, page), listed or t("squad-empty")])
    squad_id = page.squad.id if page.squad else 0
    rows: list[Row] = [(_of(squad_id, f"↔️ {one.name}", "pick", one.registration_id, number),) for one in shown]
    rows.extend(_pages(page, squad_id, number))
    if page.squad is not None:
        rows.extend(_squad_rows(t, page, page.squad))
    return Outgoing(text=text[:4090], keyboard=(*rows, (_room_button(t, page.event.id),)))


def choose_squad(t: Translator, page: SquadPage, line: Line, number: int) -> Outgoing:
    """Ask where a child goes."""
    own = page.squad.id if page.squad else 0
    stream_id = page.squad.stream_id if page.squad else None
    targets = [one for one in page.squads if one.id != own and stream_id in (None, one.stream_id)]
    buttons = [_of(one.id, _in_short(t, one), "to", line.registration_id) for one in targets]
    rows: list[Row] = list(_two_by_two(buttons))
    if own:
        rows.append((_of(0, t("button-squad-out"), "to", line.registration_id),))
    return Outgoing(
        text=t("squad-move", name=line.name),
        keyboard=(*rows, (_back(t, page.event.id, own, number),)),
    )


def moved(t: Translator, event_id: int, registration_id: int, squad_id: int, before: int) -> Outgoing:
    """A child is somewhere else now; the way back is there."""
    rows = (
        (_of(before, t("button-take-back"), "to", registration_id),),
        (_back(t, event_id, squad_id, 0, t("button-squad-new")),),
        (_back(t, event_id, before, 0, t("button-squad-old")),),
        (_room_button(t, event_id),),
    )
    return Outgoing(text=t("squad-moved" if squad_id else "squad-taken-out"), keyboard=rows)


def ask_text(t: Translator, found: Squad, part: str) -> Outgoing:
    """Ask for a squad's name or number of places."""
    text = t(f"squad-ask-{part}", squad=squad_name(t, found), places=found.places, members=found.members)
    return Outgoing(text=text, keyboard=((_of(found.id, t("button-back"), "open"),),))


def end_question(t: Translator, found: Squad) -> Outgoing:
    """Ask before a squad is ended."""
    yes = Button(
        text=t("button-squad-end-yes"), data=SquadPress(squad_id=found.id, do="end-yes").pack(), style="danger"
    )
    text = t("squad-end-question", squad=squad_name(t, found))
    return Outgoing(text=text, keyboard=((yes,), (_of(found.id, t("button-back"), "open"),)))


def leader_link(t: Translator, made: Invitation, link: str) -> Outgoing:
    """The message to forward to a new leader."""
    name, title = squad_name(t, made.squad), made.event.title
    words = plain(t("squad-link-share", squad=name, title=title))
    share = f"https://t.me/share/url?url={quote(link, safe='')}&text={quote(words, safe='')}"
    until = t.moment(made.expires_at, made.event.zone)
    return Outgoing(
        text=t("squad-link", squad=name, title=title, link=Html(link), until=until),
        keyboard=(
            (Button(text=t("button-share-staff-link"), url=share, style="success"),),
            (_of(made.squad.id, t("button-back"), "open"),),
        ),
    )


def dismiss_question(t: Translator, found: Squad, grant_id: int, name: str) -> Outgoing:
    """Ask before somebody leads a squad no more."""
    yes = SquadPress(squad_id=found.id, do="dismiss", id=grant_id).pack()
    return Outgoing(
        text=t("squad-dismiss", name=name, squad=squad_name(t, found)),
        keyboard=(
            (Button(text=t("button-dismiss-yes"), data=yes, style="danger"),),
            (_of(found.id, t("button-back"), "open"),),
        ),
    )


def joined(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Tell who made a link that somebody has become a leader by it."""
    text = t("notice-leader-joined", name=data["name"], squad=called(t, data))
    return Outgoing(text=text, keyboard=((_of(data["squad"], t("button-open"), "open"),),))


def undo_button(t: Translator, event_id: int, do: str, at: int) -> Button:
    """The way back from what has just been done to many."""
    return _press(t("button-take-back"), event_id, do, value=str(at))


def _stream(t: Translator, found: Room, stream: Stream) -> str:
    own = [squad for squad in found.squads if squad.stream_id == stream.id]
    lines: list[str] = [f"<b>{t.of(stream.title)}</b>"] if len(found.event.streams) > 1 else []
    for squad in own[:MOST_LINES]:
        leaders = ", ".join(t.piece(one.name) for one in found.leaders if one.squad_id == squad.id)
        line = t("squad-line", squad=squad_name(t, squad), members=squad.members, places=squad.places)
        lines.append(f"{line} · 🧭 {leaders}" if leaders else line)
    lines.append(t("squads-without", count=found.waiting.get(stream.id, 0)))
    return "\n".join(lines)


def _after(t: Translator, found: Spreading, squad: Squad) -> str:
    after = squad.members + found.added.get(squad.id, 0)
    line = t("squad-after", squad=squad_name(t, squad), before=squad.members, after=after, places=squad.places)
    genders = " ".join(
        f"{GENDERS[code]}{count}" for code, count in found.genders.get(squad.id, {}).items() if code in GENDERS
    )
    by_grade = sorted(found.grades.get(squad.id, {}).items(), key=lambda one: (len(one[0]), one[0]))
    grades = ", ".join(f"{grade}: {count}" for grade, count in by_grade)
    more = [genders] if genders else []
    if grades:
        more.append(t("squad-grades", grades=grades))
    return " · ".join([line, *more])


def _head(t: Translator, page: SquadPage) -> list[str]:
    if page.squad is None:
        return [t("squads-waiting-head", count=len(page.lines))]
    name = squad_name(t, page.squad)
    head = t("squad-head", squad=name, members=page.squad.members, places=page.squad.places)
    stream = page.event.stream_with(page.squad.stream_id)
    lines = [head if len(page.event.streams) == 1 else Html(f"{head}\n{t.of(stream.title)}")]
    leaders = ", ".join(one.name for one in page.leaders)
    lines.append(t("squad-leaders", names=leaders) if leaders else t("squad-no-leaders"))
    return [*lines]


def _squad_rows(t: Translator, page: SquadPage, found: Squad) -> list[Row]:
    rows: list[Row] = [
        (_of(found.id, t("button-squad-name"), "name"), _of(found.id, t("button-squad-places"), "places"))
    ]
    rows.append((_of(found.id, t("button-squad-invite"), "invite"),))
    rows.extend((_of(found.id, f"🧭 {one.name}", "leader", one.grant_id),) for one in page.leaders)
    if not page.lines:
        rows.append((_of(found.id, t("button-squad-end"), "end"),))
    return rows


def _pages(page: SquadPage, squad_id: int, number: int) -> list[Row]:
    buttons = []
    if number > 0:
        buttons.append(_turn(page, squad_id, "⬅", number - 1))
    if (number + 1) * PAGE < len(page.lines):
        buttons.append(_turn(page, squad_id, "➡", number + 1))
    return [tuple(buttons)] if buttons else []


def _turn(page: SquadPage, squad_id: int, label: str, number: int) -> Button:
    if squad_id:
        return _of(squad_id, label, "open", page=number)
    return _press(label, page.event.id, "waiting", value=str(number))


def _back(t: Translator, event_id: int, squad_id: int, number: int, label: str | None = None) -> Button:
    text = label or t("button-back")
    if squad_id:
        return _of(squad_id, text, "open", page=number)
    return _press(text, event_id, "waiting", value=str(number))


def _in_short(t: Translator, squad: Squad) -> str:
    return f"{plain(squad_name(t, squad))} · {squad.members}/{squad.places}"


def _squad(squad: Squad, label: str, do: str) -> Button:
    return _of(squad.id, label, do)


def _of(squad_id: int, label: str, do: str, id_: int = 0, page: int = 0) -> Button:
    data = SquadPress(squad_id=squad_id, do=do, id=id_, page=page).pack()
    return Button(text=short(plain(label), LONGEST_LABEL), data=data)


def _press(
    label: str, event_id: int, do: str, stream_id: int = 0, value: str | int = "", *, style: str | None = None
) -> Button:
    data = SquadsPress(event_id=event_id, do=do, stream_id=stream_id, value=str(value)).pack()
    return Button(text=short(plain(label), LONGEST_LABEL), data=data, style=style)


def _room_button(t: Translator, event_id: int) -> Button:
    return _press(t("button-squads"), event_id, "room")


def _two_by_two(buttons: list[Button]) -> tuple[Row, ...]:
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
