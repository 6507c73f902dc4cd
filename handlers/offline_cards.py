"""The screens of a gate without the internet: its list, what was brought back, what did not fit together."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from bot.actions.carrying import PAGE, Carried, Choice, TroublePage
from bot.actions.reconciling import Merged, Settled
from bot.documents.gate_page import SAID, WORDS
from bot.domain.event import Event
from bot.domain.offline import Outcome
from bot.telegram import Button, Outgoing, plain
from bot.texts import Html, Translator
from handlers import gate_cards
from handlers.form.answers import short
from handlers.gate_callbacks import GatePress, OfflinePress, PassPress
from handlers.squad_names import called

Row = tuple[Button, ...]
MOST_SHOWN: Final = 10
"""Scans that did not let in which a report names; the rest is counted."""
LONGEST_LABEL: Final = 60
NOT_GOOD: Final = (Outcome.REPLACED, Outcome.ENDED, Outcome.UNKNOWN)


def room(t: Translator, choice: Choice) -> Outgoing:
    """How a gate works without the internet; its lists to take along, and the way back."""
    event_id = choice.event.id
    rows: list[Row] = []
    for gate in choice.gates:
        rows.append((_press(t("button-offline-take", gate=gate_cards.title(t, gate)), "take", event_id, gate.code),))
        if choice.with_names:
            label = t("button-offline-names", gate=gate_cards.title(t, gate))
            rows.append((_press(label, "names", event_id, gate.code),))
    rows.append((_press(t("button-offline-bring"), "bring", event_id, style="primary"),))
    rows.extend(_trouble_row(t, event_id, choice.trouble))
    text = "\n\n".join([t("offline", title=choice.event.title), t("offline-how")])
    return Outgoing(text=text, keyboard=(*rows, (_back(t, event_id),)))


def page(t: Translator, carried: Carried, file: tuple[str, bytes]) -> Outgoing:
    """The list as a page, and what to do with it."""
    tickets = sum(one.ticket_id is not None for one in carried.entries)
    counted = {"number": len(carried.entries), "tickets": tickets}
    head = t("offline-page", title=carried.event.title, gate=gate_cards.title(t, carried.gate), **counted)
    lines = [head, t("offline-page-how")]
    lines.append(t("offline-page-names" if carried.has_names else "offline-page-nameless"))
    bring = _press(t("button-offline-bring"), "bring", carried.event.id)
    return Outgoing(text="\n\n".join(lines), document=file, keyboard=((bring,), (_back(t, carried.event.id),)))


def words(t: Translator, carried: Carried) -> dict[str, Any]:
    """Return what stands on the page, in the reader's language."""
    zone = carried.event.zone
    made = f"{plain(t.weekday(carried.made_at.astimezone(zone).date()))}, {t.time(carried.made_at, zone)}"
    texts = {name: plain(t(f"offline-say-{_key(name)}")) for name in (*WORDS, *SAID)}
    return {
        "title": f"{plain(gate_cards.title(t, carried.gate))} · {carried.event.title.within(t.language)}",
        "subtitle": plain(t("offline-subtitle", made=made, number=len(carried.entries))),
        "language": t.language.value,
        "texts": texts,
    }


def _key(name: str) -> str:
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).replace("_", "-")


def squad(t: Translator, squad: tuple[str, int] | None) -> str:
    """Return what a squad is called on the page."""
    return "" if squad is None else plain(called(t, {"squad_name": squad[0], "squad_number": squad[1]}))


def ask_report(t: Translator, event: Event, refused: str | None = None) -> Outgoing:
    """Ask for what a phone scanned, or say why what was sent is none of it."""
    ask = t("offline-bring", title=event.title)
    text = ask if refused is None else f"{t(f'offline-refused-{refused}')}\n\n{ask}"
    return Outgoing(text=text, keyboard=((_back(t, event.id),),))


def report(t: Translator, merged: Merged, now: datetime) -> Outgoing:
    """What became of the scans that were brought back."""
    event, total = merged.event, len(merged.settled)
    head = t("offline-report", title=event.title, gate=gate_cards.title(t, merged.gate), number=total)
    counted = {
        "offline-admitted": merged.count(Outcome.ADMITTED),
        "offline-clashes": merged.count(Outcome.CLASH),
        "offline-not-good": merged.count(*NOT_GOOD),
        "offline-before": merged.count(None),
    }
    lines = [t(key, number=number) for key, number in counted.items() if number]
    bad = [one for one in merged.settled if one.outcome not in (None, Outcome.ADMITTED)]
    told = [_settled(t, merged, one, now) for one in bad[:MOST_SHOWN]]
    if len(bad) > MOST_SHOWN:
        told.append(t("offline-more", number=len(bad) - MOST_SHOWN))
    rows = [_look(t, one) for one in bad[:MOST_SHOWN] if one.outcome is Outcome.CLASH and one.ticket_id is not None]
    return Outgoing(
        text="\n\n".join([head, "\n".join(lines), *told, t("offline-again")]), keyboard=(*rows, (_back(t, event.id),))
    )


def _settled(t: Translator, merged: Merged, one: Settled, now: datetime) -> Html:
    zone = merged.event.zone
    who = one.name or (t("offline-number", number=str(one.registration_id)) if one.registration_id else "")
    if one.outcome is Outcome.CLASH and one.other_at is not None:
        first = _when(t, merged.event, one.other_at, now)
        return t("offline-clash", who=who, first=first, by=one.other_by or "", time=t.time(one.scan.at, zone))
    if one.outcome is Outcome.UNKNOWN:
        return t("offline-unknown", time=t.time(one.scan.at, zone), code=one.scan.letters or "—")
    return t(f"offline-{one.outcome.value if one.outcome else 'ended'}", who=who, time=t.time(one.scan.at, zone))


def trouble(t: Translator, view: TroublePage) -> Outgoing:
    """One page of the scans that did not let in, newest first."""
    titles = {gate.code: gate_cards.title(t, gate) for gate in view.gates}
    lines: list[str] = [t("offline-trouble", title=view.event.title, number=view.total)]
    for one in view.shown:
        who = one.name or "—"
        what = {"gate": titles.get(one.gate, Html(one.gate)), "time": t.moment(one.scanned_at, view.event.zone)}
        if one.outcome is Outcome.CLASH and one.other_at is not None:
            first = t.moment(one.other_at, view.event.zone)
            lines.append(t("offline-trouble-clash", who=who, by=one.by, other=one.other_by or "—", first=first, **what))
        else:
            lines.append(t(f"offline-trouble-{one.outcome.value}", who=who, by=one.by, **what))
    to = OfflinePress(do="trouble", event_id=view.event.id)
    turns = [("⬅", view.page - 1)] if view.page else []
    turns += [("➡", view.page + 1)] if view.total > (view.page + 1) * PAGE else []
    rows: list[Row] = []
    if turns:
        rows.append(tuple(Button(text=label, data=to.model_copy(update={"page": p}).pack()) for label, p in turns))
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, (_back(t, view.event.id),)))


def _when(t: Translator, event: Event, at: datetime, now: datetime) -> Html:
    return t.time(at, event.zone) if event.today(at) == event.today(now) else t.moment(at, event.zone)


def _look(t: Translator, one: Settled) -> Row:
    who = one.name or plain(t("offline-number", number=str(one.registration_id)))
    data = PassPress(do="look", registration_id=one.registration_id or 0, gate="", ref=one.ticket_id or 0).pack()
    return (Button(text=short(f"👤 {who}", LONGEST_LABEL), data=data),)


def _trouble_row(t: Translator, event_id: int, number: int) -> tuple[Row, ...]:
    if not number:
        return ()
    return ((_press(t("button-offline-trouble", number=number), "trouble", event_id, style="danger"),),)


def _press(label: str, do: str, event_id: int, gate: str = "", style: str | None = None) -> Button:
    data = OfflinePress(do=do, event_id=event_id, gate=gate).pack()
    return Button(text=short(label, LONGEST_LABEL), data=data, style=style)


def _back(t: Translator, event_id: int) -> Button:
    return Button(text=t("button-gate-counts"), data=GatePress(do="room", event_id=event_id).pack())
