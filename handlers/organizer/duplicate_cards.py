"""The screens of possible duplicates: the list, a pair side by side with what differs, the question, the history."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.actions.comparing import MergesPage, Named, PairPage, PairsPage, Side
from bot.domain.language import Localized
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import DecisionPress, DeskPress
from handlers.form.answers import short
from handlers.organizer.presses import DuplicatePress

Row = tuple[Button, ...]

LONGEST_LABEL = 60
MARKS = ("①", "②")


def button(t: Translator, event_id: int, count: int) -> Button:
    """The way to this room, with how many pairs wait."""
    if not count:
        return _button(t("button-duplicates-none"), event_id, "list")
    return _button(t("button-duplicates", count=count), event_id, "list", style="primary")


def pairs(t: Translator, page: PairsPage) -> Outgoing:
    """One page of the pairs, a button each."""
    event_id = page.event.id
    key = "duplicates-head" if page.total else "duplicates-none"
    text = t(key, title=page.event.title, count=page.total)
    rows: list[Row] = [(_pair_button(event_id, named),) for named in page.rows]
    if page.pages > 1:
        steps = ((page.page - 1, "⬅"), (page.page + 1, "➡"))
        rows.append(tuple(_button(label, event_id, "list", other=to % page.pages) for to, label in steps))
    if page.has_history:
        rows.append((_button(t("button-merges"), event_id, "history"),))
    return Outgoing(text=text, keyboard=(*rows, _back_row(t, event_id)))


def pair(t: Translator, page: PairPage) -> Outgoing:
    """Two registrations side by side: what is the same, what differs, and what can be done."""
    sides = (page.one, page.other)
    parts: list[str] = [t("pair-question")]
    parts.extend(_side(t, page, side, mark) for side, mark in zip(sides, MARKS, strict=True))
    parts.append("\n".join(_facts(t, sides)))
    if page.pair:
        why = ", ".join(t(f"duplicate-{reason.value}") for reason in page.pair.reasons)
        parts.append(t("pair-why", reasons=Html(why)))
    return Outgoing(text="\n\n".join(parts), keyboard=_pair_rows(t, page))


def question(t: Translator, page: PairPage, kept_id: int) -> Outgoing:
    """Say what a merge will do, before it does."""
    kept, ended = page.side(kept_id), page.other if page.one.registration.id == kept_id else page.one
    marks = MARKS if kept is page.one else MARKS[::-1]
    text = t("merge-question", name=kept.participant.full_name, kept=marks[0], ended=marks[1])
    key = "merge-shares" if page.shares_guardians else "merge-stays-two"
    claims = kept.registration.id, ended.registration.id
    return Outgoing(
        text=f"{text}\n\n{t(key)}",
        keyboard=(
            (_claims_button(t("button-merge-yes"), page, "merge", claims, "success"),),
            (_claims_button(t("button-back"), page, "pair", claims),),
        ),
    )


def merged(t: Translator, event_id: int, merge_id: int) -> Outgoing:
    """What was merged, and the way to take it back."""
    undo = (_button(t("button-take-back"), event_id, "undo", one=merge_id),)
    return Outgoing(text=t("merged"), keyboard=(undo, *_on_rows(t, event_id)))


def apart(t: Translator, event_id: int, one_id: int, other_id: int) -> Outgoing:
    """That these are two people, and the way to take it back."""
    undo = (_button(t("button-take-back"), event_id, "apart-undo", one=one_id, other=other_id),)
    return Outgoing(text=t("set-apart"), keyboard=(undo, *_on_rows(t, event_id)))


def history(t: Translator, page: MergesPage) -> Outgoing:
    """Who merged what, and when; each can be taken back."""
    lines: list[str] = [t("merges-head", title=page.event.title)]
    rows: list[Row] = []
    for one in page.merges:
        at = f"{one.merged_at.astimezone(page.event.zone):%d.%m %H:%M}"
        key = "merge-line-undone" if one.undone_at else "merge-line"
        lines.append(t(key, at=at, by=one.by, name=one.name))
        if not one.undone_at:
            rows.append((_button(t("button-merge-undo", name=Html(one.name)), page.event.id, "undo", one=one.id),))
    if not page.merges:
        lines.append(t("merges-none"))
    return Outgoing(text="\n".join(lines), keyboard=(*rows, *_on_rows(t, page.event.id)))


def alarm(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Tell an organizer that somebody may be registered twice."""
    text = t("notice-duplicates-found", event=Localized.of(data["event"]))
    return Outgoing(text=text, keyboard=((_button(t("button-open"), data["event_id"], "list"),),))


def _side(t: Translator, page: PairPage, side: Side, mark: str) -> Html:
    claim = side.registration
    at = f"{claim.submitted_at.astimezone(page.event.zone):%d.%m.%Y %H:%M}"
    status = t(f"case-status-{claim.status.value.replace('_', '-')}")
    return t("pair-side", mark=mark, name=side.participant.full_name, status=status, at=at, by=side.registered_by)


def _facts(t: Translator, sides: tuple[Side, Side]) -> list[str]:
    """Return one line for each fact: the value both have, or the two that differ."""
    facts = {
        "pair-birth-date": [t.day(one.participant.born_on) if one.participant.born_on else "" for one in sides],
        "pair-phone": [one.participant.phone or "" for one in sides],
        "pair-school": [", ".join(unit.within(t.language) for unit in reversed(one.units)) for one in sides],
        "pair-guardians": [", ".join(one.guardians) for one in sides],
        "pair-stream": [one.stream.title.within(t.language) for one in sides],
    }
    return [_fact(t, t(key), *values) for key, values in facts.items() if any(values)]


def _fact(t: Translator, what: Html, one: str, other: str) -> Html:
    if one == other:
        return t("pair-same", what=what, value=one)
    nothing = t("pair-nothing")
    return t("pair-differs", what=what, one=one or nothing, other=other or nothing)


def _pair_rows(t: Translator, page: PairPage) -> tuple[Row, ...]:
    one, other = page.one.registration, page.other.registration
    event_id = page.event.id
    rows: list[Row] = []
    if page.may_decide and one.is_active and other.is_active:
        rows.extend(
            (_claims_button(t("button-keep", mark=mark), page, "ask", claims, "success"),)
            for mark, claims in zip(MARKS, ((one.id, other.id), (other.id, one.id)), strict=True)
        )
        rows.append((_claims_button(t("button-apart"), page, "apart", (one.id, other.id)),))
    opened = [
        Button(
            text=t("button-open-side", mark=mark),
            data=DecisionPress(registration_id=claim.id, revision=0, do="open").pack(),
        )
        for mark, claim in zip(MARKS, (one, other), strict=True)
    ]
    return (*rows, tuple(opened), *_on_rows(t, event_id))


def _on_rows(t: Translator, event_id: int) -> tuple[Row, ...]:
    return ((_button(t("button-duplicates-list"), event_id, "list"), _back_row(t, event_id)[0]),)


def _back_row(t: Translator, event_id: int) -> Row:
    return (Button(text=t("button-desk-back"), data=DeskPress(do="event", id=event_id).pack()),)


def _pair_button(event_id: int, named: Named) -> Button:
    one, other = named.pair.one.registration_id, named.pair.other.registration_id
    first, second = named.names
    label = first if first == second else f"{first} ↔ {second}"
    return _button(label, event_id, "pair", one=one, other=other)


def _claims_button(text: str, page: PairPage, do: str, claims: tuple[int, int], style: str | None = None) -> Button:
    one, other = claims
    return _button(text, page.event.id, do, one=one, other=other, revision=page.revision, style=style)


def _button(
    text: str, event_id: int, do: str, *, one: int = 0, other: int = 0, revision: int = 0, style: str | None = None
) -> Button:
    data = DuplicatePress(event_id=event_id, one_id=one, other_id=other, revision=revision, do=do).pack()
    return Button(text=short(text, LONGEST_LABEL), data=data, style=style)
