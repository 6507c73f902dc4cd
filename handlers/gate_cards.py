"""The screens at the gates: whose ticket it is, let in or not again, how many are inside, who is missing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from bot.actions.admitting import MissingPage, Room
from bot.actions.finding import Findings
from bot.actions.ticketing import Checked
from bot.domain.event import Event
from bot.domain.gate import Admission, Gate, Inside
from bot.domain.language import Localized
from bot.domain.ticket import Standing
from bot.telegram import Button, Outgoing, plain
from bot.texts import Html, Translator
from handlers import pickup_cards
from handlers.callbacks import ConsentPress, DecisionPress
from handlers.cards import home_row
from handlers.form.answers import short
from handlers.gate_callbacks import GatePress, OfflinePress, PassPress
from handlers.squad_names import squad_name

Row = tuple[Button, ...]
LONGEST_LABEL: Final = 60
STANDINGS: Final = {
    Standing.GOOD: "ticket-good",
    Standing.REPLACED: "ticket-replaced-by-newer",
    Standing.ENDED: "ticket-ended",
}


def button(t: Translator, event_id: int) -> Button:
    """The way to the gates of an event."""
    return Button(text=t("button-gates"), data=GatePress(do="room", event_id=event_id).pack())


def rooms(t: Translator, found: tuple[Event, ...]) -> Outgoing:
    """The events at whose gates somebody may stand."""
    rows = tuple(
        (Button(text=one.title.within(t.language), data=GatePress(do="room", event_id=one.id).pack()),) for one in found
    )
    return Outgoing(text=t("gate-rooms" if found else "gate-rooms-none"), keyboard=(*rows, home_row(t)))


def room(t: Translator, view: Room) -> Outgoing:
    """How many are inside at each gate, and what can be done."""
    event_id = view.event.id
    lines = [t("gate-room", title=view.event.title), "\n".join(_inside(t, one) for one in view.counts)]
    lines += [t("gate-how"), t("desk-updated", time=t.time(view.read_at, view.event.zone))]
    rows: list[Row] = [(Button(text=t("button-gate-find"), data=GatePress(do="find", event_id=event_id).pack()),)]
    rows += [_missing_row(t, event_id, one, len(view.counts)) for one in view.counts if view.may_list and one.missing]
    rows.append((Button(text=t("button-offline"), data=OfflinePress(do="room", event_id=event_id).pack()),))
    if view.trouble:
        to = OfflinePress(do="trouble", event_id=event_id).pack()
        rows.append((Button(text=t("button-offline-trouble", number=view.trouble), data=to, style="danger"),))
    rows.append((Button(text=t("button-refresh"), data=GatePress(do="room", event_id=event_id).pack()), *home_row(t)))
    return Outgoing(text="\n\n".join(lines), keyboard=tuple(rows))


def _missing_row(t: Translator, event_id: int, one: Inside, number: int) -> Row:
    label = plain(t("button-gate-missing", number=one.missing))
    if number > 1:
        label = f"{label} · {plain(title(t, one.gate))}"
    data = GatePress(do="missing", event_id=event_id, gate=one.gate.code).pack()
    return (Button(text=short(label, LONGEST_LABEL), data=data),)


def _inside(t: Translator, one: Inside) -> Html:
    return t("gate-inside", gate=title(t, one.gate), number=one.number, expected=one.expected)


def missing(t: Translator, view: MissingPage) -> Outgoing:
    """One page of who is awaited at a gate, by name and school."""
    gate = view.inside.gate
    head = t("gate-missing", gate=title(t, gate), number=view.inside.missing, expected=view.inside.expected)
    names = [
        t("gate-missing-line", name=one.name)
        if one.unit is None
        else t("gate-missing-of", name=one.name, unit=one.unit)
        for one in view.shown
    ]
    to = GatePress(do="missing", event_id=view.event.id, gate=gate.code)
    turns = [("⬅", view.page - 1)] if view.page else []
    turns += [("➡", view.page + 1)] if view.has_more else []
    rows: list[Row] = []
    if turns:
        rows.append(tuple(Button(text=label, data=to.model_copy(update={"page": p}).pack()) for label, p in turns))
    back = GatePress(do="room", event_id=view.event.id).pack()
    rows.append((Button(text=t("button-refresh"), data=to.pack()), Button(text=t("button-back"), data=back)))
    return Outgoing(text="\n\n".join([head, "\n".join(names) or t("gate-missing-none")]), keyboard=tuple(rows))


def ask_name(t: Translator, event: Event) -> Outgoing:
    """Ask whom to find."""
    return Outgoing(text=t("gate-find", title=event.title), keyboard=((_back(t, event.id),),))


def hits(t: Translator, found: Findings) -> Outgoing:
    """Who fits, as buttons: the name and the school, nothing else."""
    key = "find-short" if found.is_too_short else "find-none"
    if found.hits:
        key = "find-found" if found.total == len(found.hits) else "find-more"
    text = t(key, shown=str(len(found.hits)), total=str(found.total)) if found.hits else t(key)
    rows: list[Row] = []
    for hit in found.hits:
        words = hit.name if hit.unit is None else f"{hit.name} · {hit.unit.within(t.language)}"
        data = PassPress(do="look", registration_id=hit.registration_id, gate="", ref=0).pack()
        rows.append((Button(text=short(words, LONGEST_LABEL), data=data),))
    return Outgoing(text=text, keyboard=(*rows, (_back(t, found.event.id),)))


def checked(t: Translator, found: Checked) -> Outgoing:
    """Whose ticket somebody shows, whether they are in, and the way in."""
    lines: list[str] = [_verdict(t, found), _facts(t, found)]
    if len(found.bearer.gates) > 1:
        lines.append("\n".join(_at_gate(t, found, gate) for gate in found.bearer.gates))
    return Outgoing(text="\n\n".join(lines), keyboard=(*_ways_in(t, found), *_ways_on(t, found)))


def _verdict(t: Translator, found: Checked) -> Html:
    bearer = found.bearer
    only = bearer.gates[0].code if len(bearer.gates) == 1 else None
    if found.standing is not Standing.GOOD:
        return t(STANDINGS[found.standing])
    if found.let_in is not None:
        return t("gate-let-in", gate=_title_of(t, found, found.let_in), time=_time(t, found, found.let_in))
    refused = found.refused or (only if only in bearer.admitted else None)
    if refused is not None and refused in bearer.admitted:
        who = {"gate": _title_of(t, found, refused), "by": bearer.admitted[refused].by}
        return t("gate-already", time=_time(t, found, refused), **who)
    return t("ticket-good" if found.ticket_id is not None else "gate-by-name")


def _facts(t: Translator, found: Checked) -> str:
    card, bearer = found.card, found.bearer
    lines = [t("gate-name", name=card.participant.full_name)]
    if bearer.grade is not None:
        lines.append(t("gate-grade", grade=bearer.grade))
    if bearer.unit is not None:
        lines.append(t("gate-school", unit=bearer.unit))
    if bearer.squad is not None:
        lines.append(t("gate-squad", squad=squad_name(t, bearer.squad)))
    days = t.days(card.stream.starts_on, card.stream.ends_on)
    lines.append(t("gate-event", title=card.event.title, stream=card.stream.title, days=days))
    return "\n".join(lines)


def _at_gate(t: Translator, found: Checked, gate: Gate) -> Html:
    admitted = found.bearer.admitted.get(gate.code)
    if admitted is None:
        return t("gate-not-yet", gate=title(t, gate))
    return t("gate-since", gate=title(t, gate), time=_time(t, found, gate.code), by=admitted.by)


def _ways_in(t: Translator, found: Checked) -> list[Row]:
    if found.standing is not Standing.GOOD:
        return []
    rows: list[Row] = []
    bearer, claim_id = found.bearer, found.card.registration.id
    for gate in bearer.gates:
        admitted = bearer.admitted.get(gate.code)
        if admitted is None:
            label = t("button-let-in") if len(bearer.gates) == 1 else t("button-let-in-at", gate=title(t, gate))
            ref = found.ticket_id or 0
            data = PassPress(do="let", registration_id=claim_id, gate=gate.code, ref=ref).pack()
            rows.append((Button(text=short(label, LONGEST_LABEL), data=data, style="success"),))
        elif admitted.may_undo(found.looked_by, found.at):
            rows.append((_undo(t, claim_id, admitted),))
    return rows


def _undo(t: Translator, claim_id: int, admitted: Admission) -> Button:
    data = PassPress(do="undo", registration_id=claim_id, gate=admitted.gate, ref=admitted.mark).pack()
    return Button(text=t("button-let-in-undo"), data=data)


def _ways_on(t: Translator, found: Checked) -> list[Row]:
    event_id = found.card.event.id
    find = Button(text=t("button-gate-find"), data=GatePress(do="find", event_id=event_id).pack())
    rows: list[Row] = [
        (find, Button(text=t("button-gate-counts"), data=GatePress(do="room", event_id=event_id).pack()))
    ]
    if found.may_release and found.standing is Standing.GOOD:
        rows.append((pickup_cards.button(t, found.card.registration.id),))
    if found.can_open:
        opened = DecisionPress(registration_id=found.card.registration.id, revision=0, do="open").pack()
        rows.append((Button(text=t("button-open"), data=opened),))
    return [*rows, home_row(t)]


def title(t: Translator, gate: Gate) -> Html:
    """What a gate is called: its own title, or its kind."""
    return t(f"gate-kind-{gate.kind.value}") if gate.title is None else t.of(gate.title)


def _title_of(t: Translator, found: Checked, code: str) -> Html:
    return next(title(t, gate) for gate in found.bearer.gates if gate.code == code)


def _time(t: Translator, found: Checked, code: str) -> Html:
    """When somebody was let in: the hour today, else the day too."""
    at, event = found.bearer.admitted[code].admitted_at, found.card.event
    is_today = event.today(at) == event.today(found.at)
    return t.time(at, event.zone) if is_today else t.moment(at, event.zone)


def _back(t: Translator, event_id: int) -> Button:
    return Button(text=t("button-gate-counts"), data=GatePress(do="room", event_id=event_id).pack())


def checked_in(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Tell a guardian that the child has arrived."""
    at = datetime.fromisoformat(data["at"])
    what = {"name": data["name"], "event": Localized.of(data["event"])}
    return Outgoing(text=t("notice-checked-in", time=t.time(at, at.tzinfo or UTC), **what), keyboard=_open(t, data))


def not_checked_in(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Tell a guardian that this was a slip."""
    text = t("notice-not-checked-in", name=data["name"], event=Localized.of(data["event"]))
    return Outgoing(text=text, keyboard=_open(t, data))


def _open(t: Translator, data: Mapping[str, Any]) -> tuple[Row, ...]:
    press = ConsentPress(registration_id=data["registration"], revision=0, do="open").pack()
    return ((Button(text=t("button-open"), data=press),),)


NOTICES: Final = {"checked-in": checked_in, "not-checked-in": not_checked_in}
"""What families are told of a gate."""
