"""The screens of one child at the pick-up: who may collect it, how one made sure, handed over, back again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from bot.actions.releasing import Child
from bot.domain.language import Localized
from bot.domain.pickup import Bar, Collector, Kind, Leaving, Person
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import ConsentPress
from handlers.cards import home_row
from handlers.collect_cards import relation_of
from handlers.form.answers import short
from handlers.pickup_callbacks import HandPress, PickupPress
from handlers.squad_names import squad_name

Row = tuple[Button, ...]
LONGEST_LABEL: Final = 60
REASONS: Final = ("court", "family", "unknown")
READY: Final = "#"
"""With this a reason begins that was chosen and not typed: each reads it in their own language."""


def button(t: Translator, registration_id: int) -> Button:
    """The way from a ticket to handing its child over."""
    return Button(text=t("button-pickup-child"), data=HandPress(do="look", registration_id=registration_id).pack())


def child(t: Translator, found: Child) -> Outgoing:
    """A child: whether it is out, who may collect it, and the way to hand it over."""
    lines: list[str] = [_verdict(t, found), _facts(t, found)]
    if found.bars:
        lines.append("\n".join([t("pickup-bars"), *(bar_line(t, one.person) for one in found.bars)]))
    rows: list[Row] = []
    if found.out is not None:
        rows.extend(_out_rows(t, found, found.out))
    else:
        lines.append(_people(t, found))
        rows.extend(_people_rows(t, found))
        rows.append((_press(t, found, "button-pickup-outsider", "outsider"),))
    rows.extend(_bar_rows(t, found))
    find = Button(text=t("button-pickup-find"), data=PickupPress(do="find", event_id=found.event.id).pack())
    room = Button(text=t("button-pickup-room"), data=PickupPress(do="room", event_id=found.event.id).pack())
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, (find, room), home_row(t)))


def collector(t: Translator, found: Child, one: Collector) -> Outgoing:
    """Somebody who may collect the child: how did one make sure?"""
    back = (_press(t, found, "button-back", "look"),)
    name = found.participant.full_name
    bar = found.bar_of(one)
    if bar is not None:
        text = "\n\n".join([barred(t, found, one, bar), bar_line(t, bar.person)])
        return Outgoing(text=text, keyboard=(back,))
    if one.kind is Kind.ALONE:
        press = _press(t, found, "button-pickup-goes-alone", "alone", one.id, style="success")
        return Outgoing(text=t("pickup-goes-alone", name=name), keyboard=((press,), back))
    phone = [t("pickup-phone", phone=one.person.phone)] if one.person.phone else []
    lines = [t("pickup-collector", name=name), "\n".join([_person(t, one), *phone]), t("pickup-how-sure")]
    rows = (
        (_press(t, found, "button-pickup-document", "document", one.id, style="success"),),
        (_press(t, found, "button-pickup-known", "known", one.id),),
        *(((_press(t, found, "button-pickup-bar", "bar", one.id),),) if found.may_bar else ()),
        back,
    )
    return Outgoing(text="\n\n".join(lines), keyboard=rows)


def _verdict(t: Translator, found: Child) -> Html:
    """What comes first: what was done just now, or where the child is."""
    if found.refused is not None and found.refused != "out":
        return t(f"pickup-refused-{found.refused}")
    if found.out is None:
        return t("pickup-here")
    key = "pickup-done" if found.is_done else "pickup-out"
    return t(key, time=_time(t, found, found.out.left_at), person=_with_whom(t, found), by=found.out.by)


def _facts(t: Translator, found: Child) -> str:
    lines = [t("gate-name", name=found.participant.full_name)]
    if found.squad is not None:
        lines.append(t("gate-squad", squad=squad_name(t, found.squad)))
    if found.out is not None:
        lines.append(t(f"pickup-proof-{found.out.proof.value}"))
        if found.out.second is not None:
            lines.append(t("pickup-second", second=found.out.second))
    elif found.leavings:
        last = next((one for one in found.leavings if one.returned_at is not None), None)
        if last is not None and last.returned_at is not None:
            times = {"left": _time(t, found, last.left_at), "back": _time(t, found, last.returned_at)}
            lines.append(t("pickup-was-out", person=_with_whom(t, found), **times))
    return "\n".join(lines)


def _people(t: Translator, found: Child) -> str:
    """Who may collect, one in a line, and what to do with them."""
    people = [one for one in found.collectors if one.kind is not Kind.ALONE]
    lines = [_line(t, found, one) for one in people] or [t("pickup-nobody")]
    if any(one.kind is Kind.ALONE and found.bar_of(one) is None for one in found.collectors):
        lines.append(t("pickup-may-go-alone"))
    head, foot = t("pickup-people"), t("pickup-type-code" if people else "pickup-call-guardian")
    called = [] if people else [one for one in found.guardians if found.bar_about(one) is None]
    guardians = [_guardian(t, one.name, one.phone) for one in called]
    return "\n\n".join([head, "\n".join(lines), foot, *(["\n".join(guardians)] if guardians else [])])


def _line(t: Translator, found: Child, one: Collector) -> str:
    return f"{'🚫' if found.bar_of(one) is not None else '👤'} {_person(t, one)}"


def _person(t: Translator, one: Collector) -> Html:
    return t("pickup-person-relation", name=one.person.name, relation=relation_of(t, one.person.relation))


def _guardian(t: Translator, name: str, phone: str | None) -> Html:
    return t("pickup-guardian", name=name, phone=phone or t("call-no-phone"))


def barred(t: Translator, found: Child, one: Collector, bar: Bar) -> Html:
    """Say that somebody does not get the child: it is about them, or about the guardian on whose word they came."""
    key = "pickup-barred" if bar.keeps_from(one.person, one.account_id) else "pickup-barred-word"
    person = one.person.name if key == "pickup-barred" else bar.person.name
    return t(key, person=person, name=found.participant.full_name)


def bar_line(t: Translator, person: Person) -> Html:
    """Who must not collect, and why, in the language of whoever reads."""
    ready = person.reason.removeprefix(READY)
    said = t(f"pickup-reason-{ready}") if person.reason.startswith(READY) and ready in REASONS else person.reason
    return t("pickup-bar-line", name=person.name, reason=said or t("pickup-bar-unsaid"))


def _people_rows(t: Translator, found: Child) -> list[Row]:
    rows: list[Row] = []
    for one in found.collectors:
        label = t("button-pickup-alone-goes") if one.kind is Kind.ALONE else Html(one.person.name)
        icon = "🚫" if found.bar_of(one) is not None else "🚶" if one.kind is Kind.ALONE else "👤"
        data = HandPress(do="who", registration_id=found.registration.id, ref=one.id, seen=found.seen).pack()
        rows.append((Button(text=short(f"{icon} {label}", LONGEST_LABEL), data=data),))
    for one in found.outsiders:
        data = HandPress(do="who", registration_id=found.registration.id, ref=one.id, seen=found.seen).pack()
        icon = "✌️" if one.is_confirmed(found.at) else "⏳"
        rows.append((Button(text=short(f"{icon} {one.person.name}", LONGEST_LABEL), data=data),))
    return rows


def _bar_rows(t: Translator, found: Child) -> list[Row]:
    """Who must not collect, for organizers: each with the way to it, and one more."""
    if not found.may_bar:
        return []
    rows: list[Row] = []
    for one in found.bars:
        data = HandPress(do="bar-of", registration_id=found.registration.id, ref=one.id).pack()
        rows.append((Button(text=short(f"🚫 {one.person.name}", LONGEST_LABEL), data=data),))
    return [*rows, (_press(t, found, "button-pickup-bar-name", "bar-name"),)]


def _out_rows(t: Translator, found: Child, out: Leaving) -> list[Row]:
    rows: list[Row] = []
    if out.may_undo(found.looked_by, found.at):
        rows.append((_press(t, found, "button-pickup-undo", "undo", out.id),))
    rows.append((_press(t, found, "button-pickup-back", "back", out.id, style="success"),))
    return rows


def _with_whom(t: Translator, found: Child) -> Html:
    with_whom = found.with_whom
    if with_whom is None or with_whom.kind is Kind.ALONE:
        return t("pickup-alone-word")
    if with_whom.kind is Kind.OUTSIDER:
        return t("pickup-whom-outsider", name=with_whom.person.name)
    return t("pickup-whom", name=with_whom.person.name, relation=relation_of(t, with_whom.person.relation))


def _time(t: Translator, found: Child, at: datetime) -> Html:
    """The hour today, else the day too."""
    zone = found.event.zone
    is_today = found.event.today(at) == found.event.today(found.at)
    return t.time(at, zone) if is_today else t.moment(at, zone)


def _press(t: Translator, found: Child, key: str, do: str, ref: int = 0, *, style: str | None = None) -> Button:
    data = HandPress(do=do, registration_id=found.registration.id, ref=ref, seen=found.seen).pack()
    return Button(text=t(key), data=data, style=style)


def left(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Tell a guardian that the child has left, with whom, and by whose hand."""
    kind = Kind(data["kind"])
    key = {Kind.ALONE: "notice-pickup-alone", Kind.OUTSIDER: "notice-pickup-outsider"}.get(kind, "notice-pickup-left")
    named: dict[str, Any] = {"name": data["name"], "event": Localized.of(data["event"]), "by": data["by"]}
    if kind is not Kind.ALONE:
        named |= {"person": data["collected_by"], "proof": t(f"pickup-proof-{data['proof']}")}
    if kind is Kind.OUTSIDER:
        named["second"] = data["second"]
    return Outgoing(text=t(key, time=_hour(t, data), **named), keyboard=_open(t, data))


def undone(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Tell a guardian that this was a slip."""
    text = t("notice-pickup-undone", name=data["name"], event=Localized.of(data["event"]))
    return Outgoing(text=text, keyboard=_open(t, data))


def back(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Tell a guardian that the child is in the camp again."""
    text = t("notice-pickup-back", name=data["name"], event=Localized.of(data["event"]), time=_hour(t, data))
    return Outgoing(text=text, keyboard=_open(t, data))


def _hour(t: Translator, data: Mapping[str, Any]) -> Html:
    at = datetime.fromisoformat(data["at"])
    return t.time(at, at.tzinfo or UTC)


def _open(t: Translator, data: Mapping[str, Any]) -> tuple[Row, ...]:
    press = ConsentPress(registration_id=data["registration"], revision=0, do="open").pack()
    return ((Button(text=t("button-open"), data=press),),)


NOTICES: Final = {"pickup-left": left, "pickup-undone": undone, "pickup-back": back}
"""What families are told of the pick-up."""
