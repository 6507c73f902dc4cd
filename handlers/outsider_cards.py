"""The screens of exceptions at the pick-up: who came, the call, the second member of staff; who must not collect."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from bot.actions.releasing import Child
from bot.domain.language import Localized
from bot.domain.pickup import Bar, Collector
from bot.telegram import Button, Outgoing, plain
from bot.texts import Translator
from handlers.cards import home_row
from handlers.collect_cards import relation_of
from handlers.form.answers import short
from handlers.pickup_callbacks import CollectPress, HandPress
from handlers.pickup_cards import REASONS, bar_line, barred

Row = tuple[Button, ...]
LONGEST_LABEL: Final = 60


def ask_name(t: Translator, child: Child, *, is_bar: bool) -> Outgoing:
    """Ask for the full name of who came, or of who must not collect."""
    key = "pickup-bar-name" if is_bar else "pickup-outsider-name"
    rows = _kin(t, child) if is_bar else ()
    return Outgoing(text=t(key, name=child.participant.full_name), keyboard=(*rows, _back(t, child)))


def outsider(t: Translator, child: Child, one: Collector) -> Outgoing:
    """Somebody who is not on the list: what is missing, and the next thing to do."""
    named = {"person": one.person.name, "name": child.participant.full_name}
    lines: list[str] = [t("pickup-outsider", **named)]
    lines.append(t("pickup-outsider-asked", who=child.names.get(one.named_by, "")))
    if one.called_id is not None:
        lines[-1] += "\n" + t("pickup-outsider-called", who=child.names.get(one.called_id, ""))
    if one.second_by is not None:
        lines[-1] += "\n" + t("pickup-second", second=child.names.get(one.second_by, ""))
    is_own = one.named_by == child.looked_by
    kept = child.bar_of(one)
    if kept is not None:
        return Outgoing(text=barred(t, child, one, kept), keyboard=(_back(t, child),))
    rows: list[Row] = []
    if one.is_confirmed(child.at):
        lines.append(t("pickup-outsider-confirmed" if is_own else "pickup-outsider-with-asker"))
        if is_own:
            label = t("button-pickup-document")
            rows.append((_press(child, label, "document", one.id, child.seen, style="success"),))
    elif one.called_id is not None:
        lines.append(t("pickup-outsider-waits" if is_own else "pickup-outsider-question"))
        if not is_own:
            rows.append((_press(child, t("button-pickup-vouch"), "vouch", one.id, style="success"),))
    elif is_own:
        lines.append(t("pickup-outsider-call"))
        lines.append(_guardians(t, child) or t("call-no-guardian"))
        rows.extend(_reached(t, child, one))
    if one.second_by is None:
        label = t("button-pickup-withdraw" if is_own else "button-pickup-refuse")
        rows.append((_press(child, label, "refuse", one.id, style=None if is_own else "danger"),))
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, _back(t, child)))


def ask_reason(t: Translator, child: Child, one: Bar) -> Outgoing:
    """Say that somebody is barred from now on, and ask why."""
    rows = tuple((_press(child, t(f"pickup-reason-{why}"), f"why-{why}", one.id),) for why in REASONS)
    text = t("pickup-bar-why", person=one.person.name, name=child.participant.full_name)
    return Outgoing(text=text, keyboard=(*rows, _back(t, child)))


def bar(t: Translator, child: Child, one: Bar) -> Outgoing:
    """Somebody who must not collect, and the way to lift that."""
    lines = [t("pickup-bars"), bar_line(t, one.person)]
    rows: list[Row] = []
    if one.asked_by is None:
        lines.append(t("pickup-bar-how"))
        rows.append((_press(child, t("button-pickup-lift"), "lift", one.id),))
    else:
        lines.append(t("pickup-lift-waits"))
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, _back(t, child)))


def lift_answered(t: Translator, name: str, *, may_collect: bool) -> Outgoing:
    """Say what the primary guardian has decided."""
    return Outgoing(text=t("pickup-lifted" if may_collect else "pickup-kept", name=name), keyboard=(home_row(t),))


def _guardians(t: Translator, child: Child) -> str:
    return "\n".join(
        t("pickup-guardian", name=one.name, phone=one.phone or t("call-no-phone"))
        for one in child.guardians
        if one.may_decide and child.bar_about(one) is None
    )


def _reached(t: Translator, child: Child, one: Collector) -> list[Row]:
    """Whom did one reach? A guardian who may decide and is somebody else."""
    return [
        (_press(child, t("button-pickup-reached", name=guardian.name), "reached", one.id, guardian.account_id),)
        for guardian in child.guardians
        if guardian.may_decide and guardian.account_id != child.looked_by and child.bar_about(guardian) is None
    ]


def _kin(t: Translator, child: Child) -> tuple[Row, ...]:
    """The guardians: one is barred by account, whatever name Telegram shows of them."""
    barred_ids = {one.account_id for one in child.bars}
    return tuple(
        (_press(child, f"🚫 {one.name} · {plain(relation_of(t, one.relation))}", "bar-kin", one.account_id),)
        for one in child.guardians
        if one.account_id not in barred_ids
    )


def _back(t: Translator, child: Child) -> Row:
    return (_press(child, t("button-back"), "look", 0),)


def _press(child: Child, label: str, do: str, ref: int, seen: int = 0, *, style: str | None = None) -> Button:
    data = HandPress(do=do, registration_id=child.registration.id, ref=ref, seen=seen).pack()
    return Button(text=short(label, LONGEST_LABEL), data=data, style=style)


def _about(key: str) -> Callable[[Translator, Mapping[str, Any]], Outgoing]:
    """Tell a member of staff of an outsider, with the way there."""

    def show(t: Translator, data: Mapping[str, Any]) -> Outgoing:
        named = {"name": data["name"], "person": data["collected_by"], "who": data["who"]}
        text = t(f"notice-{key}", event=Localized.of(data["event"]), **named)
        do = "look" if key == "pickup-refused" else "who"
        press = HandPress(do=do, registration_id=data["registration"], ref=data["collector"]).pack()
        return Outgoing(text=text, keyboard=((Button(text=t("button-open"), data=press),),))

    return show


def _lift(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Ask the primary guardian whether somebody may collect again."""
    named = {"name": data["name"], "person": data["collected_by"], "event": Localized.of(data["event"])}
    rows = tuple(
        (
            Button(
                text=t(f"button-pickup-{do}"),
                data=CollectPress(registration_id=data["registration"], do=do, ref=data["bar"]).pack(),
            ),
        )
        for do in ("lift-no", "lift-yes")
    )
    return Outgoing(text=t("notice-pickup-lift", **named), keyboard=rows)


NOTICES: Final = {
    **{key: _about(key) for key in ("pickup-asked", "pickup-vouched", "pickup-refused")},
    "pickup-lift": _lift,
}
"""What staff is told of outsiders, and what the primary guardian is asked."""
