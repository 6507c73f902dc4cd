"""The screens of an event's pick-up: how many children are here and out, who they are, and finding one by name."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from bot.actions.finding import Findings
from bot.actions.whereabouts import Listing, PickupRoom
from bot.domain.event import Event
from bot.domain.pickup import Kind, Whereabouts
from bot.domain.squad import Squad
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.cards import home_row
from handlers.form.answers import short
from handlers.pickup_callbacks import HandPress, PickupPress
from handlers.squad_callbacks import LeaderPress
from handlers.squad_names import squad_name

Row = tuple[Button, ...]
LONGEST_LABEL: Final = 60
PER_ROW: Final = 3
MOST_SQUADS: Final = 60


def button(t: Translator, event_id: int) -> Button:
    """The way to the pick-up of an event."""
    return _press(t("button-pickup"), "room", event_id)


def rooms(t: Translator, found: tuple[Event, ...]) -> Outgoing:
    """The events whose children somebody may hand over."""
    rows = tuple((_press(one.title.within(t.language), "room", one.id),) for one in found)
    return Outgoing(text=t("pickup-rooms" if found else "pickup-rooms-none"), keyboard=(*rows, home_row(t)))


def room(t: Translator, view: PickupRoom) -> Outgoing:
    """How many children are here and out, by squad, and what can be done."""
    here, out = sum(view.here.values()), sum(view.out.values())
    lines: list[str] = [t("pickup-room", title=view.event.title)]
    lines.append(t("pickup-counts", here=here, out=out) if here + out else t("pickup-room-empty"))
    if view.awaited:
        lines.append(t("pickup-awaited", number=view.awaited))
    if view.squads:
        lines.append("\n".join(_squad_line(t, view, one.id, squad_name(t, one)) for one in view.squads))
    lines += [t("pickup-how"), t("desk-updated", time=t.time(view.read_at, view.event.zone))]
    rows: list[Row] = [(_press(t("button-pickup-find"), "find", view.event.id),)]
    if here + out:
        rows.append(
            (
                _press(t("button-pickup-here", number=here), "here", view.event.id),
                _press(t("button-pickup-out", number=out), "out", view.event.id),
            )
        )
    squads = [_squad_button(t, view, one) for one in view.squads if view.here.get(one.id) or view.out.get(one.id)]
    rows.extend(tuple(squads[start : start + PER_ROW]) for start in range(0, len(squads[:MOST_SQUADS]), PER_ROW))
    rows.append((_press(t("button-refresh"), "room", view.event.id), *home_row(t)))
    return Outgoing(text="\n\n".join(lines), keyboard=tuple(rows))


def children(t: Translator, view: Listing) -> Outgoing:
    """One page of who is here, or of who is out since when."""
    where = squad_name(t, view.squad) if view.squad is not None else t.of(view.event.title)
    lines: list[str] = [t("pickup-list-out" if view.is_out else "pickup-list-here", where=where, number=view.total)]
    lines.append("\n".join(_line(t, view, one) for one in view.shown) or t("pickup-list-empty"))
    lines.append(t("desk-updated", time=t.time(view.read_at, view.event.zone)))
    rows: list[Row] = []
    if view.may_open:
        rows.extend((_child(view, one),) for one in view.shown)
    if turns := _turns(view):
        rows.append(turns)
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, *_ways(t, view)))


def ask_name(t: Translator, event: Event) -> Outgoing:
    """Ask whom to find."""
    back = _press(t("button-pickup-room"), "room", event.id)
    return Outgoing(text=t("pickup-find", title=event.title), keyboard=((back,),))


def hits(t: Translator, found: Findings) -> Outgoing:
    """Who fits, as buttons: the name and the school."""
    key = "find-short" if found.is_too_short else "find-none"
    if found.hits:
        key = "find-found" if found.total == len(found.hits) else "find-more"
    text = t(key, shown=str(len(found.hits)), total=str(found.total)) if found.hits else t(key)
    rows: list[Row] = []
    for hit in found.hits:
        words = hit.name if hit.unit is None else f"{hit.name} · {hit.unit.within(t.language)}"
        data = HandPress(do="look", registration_id=hit.registration_id).pack()
        rows.append((Button(text=short(words, LONGEST_LABEL), data=data),))
    back = _press(t("button-pickup-room"), "room", found.event.id)
    return Outgoing(text=text, keyboard=(*rows, (back,)))


def _squad_line(t: Translator, view: PickupRoom, squad_id: int, name: Html) -> Html:
    return t("pickup-squad-line", squad=name, here=view.here.get(squad_id, 0), out=view.out.get(squad_id, 0))


def _squad_button(t: Translator, view: PickupRoom, squad: Squad) -> Button:
    data = PickupPress(do="here", event_id=view.event.id, squad_id=squad.id).pack()
    return Button(text=short(f"🚩 {plain(squad_name(t, squad))}", LONGEST_LABEL), data=data)


def _line(t: Translator, view: Listing, one: Whereabouts) -> str:
    """A child in one line: out since when and whether alone, or not seen at a gate yet."""
    squad = view.by_squad.get(one.squad_id or 0)
    parts: list[str] = [t.piece(one.name)]
    if squad is not None and view.squad is None:
        parts.append(squad_name(t, squad))
    if one.registration_id in view.awaited:
        parts.append(t("pickup-not-met"))
    if one.left_at is not None:
        parts.append(t("pickup-since", time=_time(t, view, one.left_at)))
    if one.kind is Kind.ALONE:
        parts.append(t("pickup-alone-word"))
    return "• " + " · ".join(parts)


def _time(t: Translator, view: Listing, at: datetime) -> Html:
    zone = view.event.zone
    is_today = view.event.today(at) == view.event.today(view.read_at)
    return t.time(at, zone) if is_today else t.moment(at, zone)


def _child(view: Listing, one: Whereabouts) -> Button:
    data = HandPress(do="look", registration_id=one.registration_id).pack()
    return Button(text=short(f"{'🚗' if view.is_out else '👤'} {one.name}", LONGEST_LABEL), data=data)


def _turns(view: Listing) -> Row:
    to = _to(view, is_out=view.is_out)
    turns = [("⬅", view.page - 1)] if view.page else []
    turns += [("➡", view.page + 1)] if view.has_more else []
    return tuple(Button(text=label, data=to.model_copy(update={"page": page}).pack()) for label, page in turns)


def _ways(t: Translator, view: Listing) -> tuple[Row, ...]:
    other = Button(
        text=t("button-pickup-see-here" if view.is_out else "button-pickup-see-out"),
        data=_to(view, is_out=not view.is_out).pack(),
    )
    again = Button(text=t("button-refresh"), data=_to(view, is_out=view.is_out).pack())
    if view.may_open:
        back = _press(t("button-back"), "room", view.event.id)
    else:
        squad_id = view.squad.id if view.squad is not None else 0
        back = Button(text=t("button-back"), data=LeaderPress(do="open", squad_id=squad_id).pack())
    return (other,), (again, back)


def _to(view: Listing, *, is_out: bool) -> PickupPress:
    squad_id = view.squad.id if view.squad is not None else 0
    do = "out" if is_out else "here"
    if view.may_open:
        return PickupPress(do=do, event_id=view.event.id, squad_id=squad_id)
    return PickupPress(do=f"own-{do}", event_id=0, squad_id=squad_id)


def _press(label: str, do: str, event_id: int) -> Button:
    return Button(text=short(plain(label), LONGEST_LABEL), data=PickupPress(do=do, event_id=event_id).pack())
