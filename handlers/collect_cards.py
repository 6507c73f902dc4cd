"""The screens of a guardian's list of who may collect a child, and what other guardians read of its changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final
from urllib.parse import quote

from bot.actions.collecting import PickupList, may_read_code
from bot.domain.guardian import Relation
from bot.domain.language import Localized
from bot.domain.pickup import Collector, Person, spaced
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import RegistrationPress
from handlers.cards import home_row
from handlers.form.answers import short
from handlers.pickup_callbacks import CollectPress

Row = tuple[Button, ...]
LONGEST_LABEL: Final = 60
PER_ROW: Final = 2


def button(t: Translator, registration_id: int) -> Button:
    """The way to the list of a child."""
    return Button(text=t("button-pickup-list"), data=CollectPress(registration_id=registration_id, do="open").pack())


def whole(t: Translator, page: PickupList) -> Outgoing:
    """Who may collect a child, with the codes to pass on."""
    lines: list[str] = [t("pickup-list", name=page.participant.full_name, title=page.event.title)]
    lines.append("\n\n".join(_line(t, page, one) for one in page.named) or t("pickup-list-none"))
    lines.append(t("pickup-alone-yes" if page.alone else "pickup-alone-no"))
    rows: list[Row] = []
    if not page.has_me:
        rows.append((_press(page, t("button-pickup-self"), "self", style="success"),))
    rows.extend((_press(page, f"👤 {one.person.name}", "person", one.id),) for one in page.named)
    if not page.is_full:
        rows.append((_press(page, t("button-pickup-add"), "name"),))
    rows.append((_press(page, t("button-pickup-alone"), "alone"),))
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, _to_child(t, page.registration.id), home_row(t)))


def person(t: Translator, page: PickupList, found: Collector, *, is_new: bool = False) -> Outgoing:
    """Somebody on the list: who it is, the code, and what can be changed."""
    child = page.participant.full_name
    added = t("pickup-added-own" if found.account_id else "pickup-added", child=child)
    lines: list[str] = [added] if is_new else []
    lines.append(_facts(t, found.person, child))
    rows: list[Row] = []
    if may_read_code(found, page.account_id):
        lines.append(t("pickup-code-own" if found.account_id else "pickup-code", code=spaced(found.person.code)))
        if found.account_id is None:
            rows.append((_share(t, page, found),))
    if found.account_id is None:
        if found.person.relation is None:
            lines.append(t("pickup-relation-question"))
            rows.extend(_relations(t, page, found))
        label = t("button-pickup-phone-change" if found.person.phone else "button-pickup-phone")
        rows.append((_press(page, label, "phone", found.id),))
    if may_read_code(found, page.account_id):
        rows.append((_press(page, t("button-pickup-renew"), "renew", found.id),))
    rows.append((_press(page, t("button-pickup-remove"), "remove", found.id),))
    rows.append((_press(page, t("button-pickup-to-list"), "open"),))
    return Outgoing(text="\n\n".join(lines), keyboard=tuple(rows))


def ask_name(t: Translator, page: PickupList) -> Outgoing:
    """Ask for the full name of somebody else."""
    text = t("pickup-name-question", name=page.participant.full_name)
    return Outgoing(text=text, keyboard=((_press(page, t("button-back"), "open"),),))


def ask_phone(t: Translator, page: PickupList, found: Collector) -> Outgoing:
    """Ask for a telephone, for the case that something is unclear."""
    back = _press(page, t("button-back"), "person", found.id)
    return Outgoing(text=t("pickup-phone-question", name=found.person.name), keyboard=((back,),))


def removed(t: Translator, page: PickupList, found: Collector) -> Outgoing:
    """Say that somebody may not collect any more, with the way back."""
    rows: list[Row] = []
    if found.account_id is None:
        rows.append((_press(page, t("button-pickup-restore"), "restore", found.id),))
    rows.append((_press(page, t("button-pickup-to-list"), "open"),))
    text = t("pickup-removed", name=found.person.name, child=page.participant.full_name)
    return Outgoing(text=text, keyboard=tuple(rows))


def alone(t: Translator, page: PickupList) -> Outgoing:
    """What it means that a child goes home alone, and the choice."""
    name = page.participant.full_name
    if page.alone is None:
        text, choice = t("pickup-alone-question", name=name), ("button-pickup-alone-yes", "alone-yes")
    else:
        text, choice = t("pickup-alone-may", name=name), ("button-pickup-alone-no", "alone-no")
    return Outgoing(
        text=text,
        keyboard=((_press(page, t(choice[0]), choice[1]),), (_press(page, t("button-back"), "open", style="success"),)),
    )


def relation_of(t: Translator, relation: Relation | None) -> Html:
    """Who somebody is to the child, in a word."""
    return t("relation-unsaid") if relation is None else t(f"relation-{relation.value.replace('_', '-')}")


def _line(t: Translator, page: PickupList, one: Collector) -> str:
    lines = [f"👤 {_named(t, one.person)}"]
    if one.account_id == page.account_id:
        lines[0] = f"{lines[0]} · {t('pickup-you')}"
    if one.person.phone:
        lines.append(t("pickup-phone", phone=one.person.phone))
    if may_read_code(one, page.account_id):
        lines.append(t("pickup-line-code", code=spaced(one.person.code)))
    return "\n".join(lines)


def _facts(t: Translator, found: Person, child: str) -> str:
    lines = [f"👤 {_named(t, found)}", t("pickup-of", child=child)]
    if found.phone:
        lines.append(t("pickup-phone", phone=found.phone))
    return "\n".join(lines)


def _named(t: Translator, found: Person) -> Html:
    if found.relation is None:
        return t("pickup-person", name=found.name)
    return t("pickup-person-relation", name=found.name, relation=relation_of(t, found.relation))


def _relations(t: Translator, page: PickupList, found: Collector) -> tuple[Row, ...]:
    buttons = [_press(page, relation_of(t, one), f"is-{one.value}", found.id) for one in Relation]
    return tuple(tuple(buttons[start : start + PER_ROW]) for start in range(0, len(buttons), PER_ROW))


def _share(t: Translator, page: PickupList, found: Collector) -> Button:
    """A message with the code to pass on; it names nobody."""
    words = t("pickup-share", code=spaced(found.person.code), title=page.event.title)
    return Button(text=t("button-pickup-share"), url=f"https://t.me/share/url?url={quote(plain(words), safe='')}")


def _to_child(t: Translator, registration_id: int) -> Row:
    data = RegistrationPress(registration_id=registration_id, revision=0, do="open").pack()
    return (Button(text=t("button-back"), data=data),)


def _press(page: PickupList, label: str, do: str, ref: int = 0, *, style: str | None = None) -> Button:
    data = CollectPress(registration_id=page.registration.id, do=do, ref=ref).pack()
    return Button(text=short(label, LONGEST_LABEL), data=data, style=style)


def _changed(key: str) -> Callable[[Translator, Mapping[str, Any]], Outgoing]:
    """Tell a guardian what another one changed."""

    def show(t: Translator, data: Mapping[str, Any]) -> Outgoing:
        named = {"name": data["name"], "who": data["who"], "event": Localized.of(data["event"])}
        if "alone" not in key:
            named["person"] = data["collected_by"]
        return Outgoing(text=t(f"notice-{key}", **named), keyboard=((button(t, data["registration"]),),))

    return show


NOTICES: Final = {
    key: _changed(key)
    for key in ("pickup-list-name", "pickup-list-remove", "pickup-list-alone", "pickup-list-not-alone")
}
"""What the other guardians are told of the list."""
