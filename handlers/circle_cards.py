"""The screens of who is linked to a child: the list, the question who one is, the way out, the child's own account."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final
from urllib.parse import quote

from bot.actions.guarding import Circle
from bot.actions.taking_over import Handover
from bot.domain.guardian import Guardian, Relation
from bot.domain.language import Localized
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import RegistrationPress
from handlers.cards import home_row
from handlers.circle_callbacks import CirclePress, TakeoverPress
from handlers.links import deep_link

Row = tuple[Button, ...]
PER_ROW: Final = 2


def circle(t: Translator, page: Circle) -> Outgoing:
    """Who is linked to the child, and what one may do about it."""
    lines = [t("circle-head", name=page.participant.full_name)]
    lines.extend(guardian_line(t, guardian) for guardian in page.guardians)
    if not page.guardians:
        lines.append(t("circle-none"))
    rows: list[Row] = []
    if page.me is not None and page.me.relation is None:
        lines.append(t("relation-question", name=page.participant.full_name))
        rows.extend(relation_rows(t, page.registration.id))
    if page.may_invite:
        rows.append((_press(t, page, "button-second-guardian", "invite", "success"),))
    if page.may_hand_over:
        rows.append((_press(t, page, "button-hand-over", "hand-over"),))
    if page.me is not None and page.me.relation is not None:
        rows.append((_press(t, page, "button-change-relation", "relation"),))
    if page.me is not None:
        rows.append((_press(t, page, "button-leave-child", "leave"),))
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, _back(t, page), home_row(t)))


def with_relation(t: Translator, page: Circle, screen: Outgoing) -> Outgoing:
    """Return a screen that also asks who a guardian is to the child, if they have not said it."""
    if page.me is None or page.me.relation is not None:
        return screen
    text = f"{screen.text}\n\n{t('relation-question', name=page.participant.full_name)}"
    return replace(screen, text=text, keyboard=(*relation_rows(t, page.registration.id), *screen.keyboard))


def guardian_line(t: Translator, guardian: Guardian) -> Html:
    """One guardian: who they are to the child and how Telegram calls them."""
    relation = t(f"relation-{_relation_key(guardian.relation)}")
    line = t("circle-line", relation=relation, name=guardian.name)
    return Html(f"{line} ⭐") if guardian.is_primary else line


def ask_relation(t: Translator, page: Circle) -> Outgoing:
    """Ask who a guardian is to the child."""
    rows = relation_rows(t, page.registration.id)
    text = t("relation-question", name=page.participant.full_name)
    return Outgoing(text=text, keyboard=(*rows, (_press(t, page, "button-back", "open"),)))


def relation_rows(t: Translator, registration_id: int) -> tuple[Row, ...]:
    """A button for each relation."""
    buttons = [
        Button(
            text=t(f"relation-{_relation_key(relation)}"),
            data=CirclePress(registration_id=registration_id, do=f"is-{relation.value}").pack(),
        )
        for relation in Relation
    ]
    return tuple(tuple(buttons[start : start + PER_ROW]) for start in range(0, len(buttons), PER_ROW))


def ask_leave(t: Translator, page: Circle) -> Outgoing:
    """Ask before a link ends."""
    return Outgoing(
        text=t("leave-child-question", name=page.participant.full_name),
        keyboard=(
            (_press(t, page, "button-leave-child-yes", "leave-yes", "danger"),),
            (_press(t, page, "button-back", "open", "success"),),
        ),
    )


def left(t: Translator, name: str) -> Outgoing:
    """Say that the link has ended."""
    return Outgoing(text=t("child-left", name=name), keyboard=(home_row(t),))


def takeover_link(t: Translator, page: Handover, bot_name: str, token: str) -> Outgoing:
    """The message to forward to the child's own Telegram."""
    link = deep_link(bot_name, f"a-{token}")
    named: dict[str, str | Localized] = {"name": page.participant.full_name, "title": page.event.title}
    share = f"https://t.me/share/url?url={quote(link, safe='')}&text={quote(t('takeover-share', **named), safe='')}"
    back = CirclePress(registration_id=page.registration.id, do="open").pack()
    return Outgoing(
        text=t("takeover-link", link=Html(link), **named),
        keyboard=(
            (Button(text=t("button-share-takeover"), url=share, style="success"),),
            (Button(text=t("button-back"), data=back),),
        ),
    )


def takeover_asked(t: Translator, page: Handover) -> Outgoing:
    """Tell the child that somebody must confirm."""
    text = t("takeover-waits", name=page.participant.full_name, title=page.event.title)
    return Outgoing(text=text, keyboard=(home_row(t),))


def takeover_answered(t: Translator, page: Handover, *, is_child: bool) -> Outgoing:
    """Say what was answered."""
    key = "takeover-done" if is_child else "takeover-denied"
    return Outgoing(text=t(key, name=page.participant.full_name), keyboard=(home_row(t),))


def notice_asked(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Ask whether the account that opened the link is the child's."""
    text = t("notice-takeover-asked", name=data["name"], who=data["who"], event=Localized.of(data["event"]))
    rows = tuple(
        (
            Button(
                text=t(f"button-takeover-{do}"),
                data=TakeoverPress(takeover_id=data["takeover"], do=do).pack(),
                style=style,
            ),
        )
        for do, style in (("yes", "success"), ("no", "danger"))
    )
    return Outgoing(text=text, keyboard=rows)


def _relation_key(relation: Relation | None) -> str:
    return "unsaid" if relation is None else relation.value.replace("_", "-")


def _back(t: Translator, page: Circle) -> Row:
    data = RegistrationPress(registration_id=page.registration.id, revision=0, do="open").pack()
    return (Button(text=t("button-back"), data=data),)


def _press(t: Translator, page: Circle, key: str, do: str, style: str | None = None) -> Button:
    data = CirclePress(registration_id=page.registration.id, do=do).pack()
    return Button(text=t(key), data=data, style=style)
