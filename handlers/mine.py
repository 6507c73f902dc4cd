"""One's own list, and a guardian's children in one view: where each stands, and who must act."""

from __future__ import annotations

from typing import Final

from bot.actions.browsing import Mine
from bot.actions.registering import RegistrationCard
from bot.domain.behalf import Behalf
from bot.domain.registration import Status
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import DraftPress, EventPress, HomePress, RegistrationPress
from handlers.cards import home_row

MOST_LINES: Final = 12
MOST_AGAIN: Final = 3
"""Events offered for one more child."""
YOURS: Final = frozenset({Status.AWAITING_GUARDIAN, Status.OFFERED})
"""Where a guardian must act, whoever registered."""


def mine(t: Translator, found: Mine) -> Outgoing:
    """Everything a person has begun and sent."""
    rows: list[tuple[Button, ...]] = []
    for draft_id, event, on_behalf in found.drafts:
        data = DraftPress(draft_id=draft_id, revision=0, do="resume").pack()
        icon = {Behalf.CHILD: "📝 👪", Behalf.PUPIL: "📝 🏫"}.get(on_behalf, "📝")
        rows.append((Button(text=f"{icon} {event.title.within(t.language)}", data=data),))
    rows.extend((list_button(t, view),) for view in found.registrations)
    if not rows:
        begin = Button(text=t("button-programmes"), data=HomePress(to="programmes").pack())
        return Outgoing(text=t("mine-none"), keyboard=((begin,), home_row(t)))
    return Outgoing(text=t("mine"), keyboard=(*rows, home_row(t)))


def children(t: Translator, found: tuple[RegistrationCard, ...]) -> Outgoing:
    """Every child with its status and whose turn it is, and the way to register one more."""
    lines = [_line(t, view) for view in found[:MOST_LINES]]
    rows = [(list_button(t, view),) for view in found]
    rows.extend((_again(t, view),) for view in _open_events(found))
    head = t("children") if found else t("children-none")
    return Outgoing(text="\n\n".join([head, *lines]), keyboard=(*rows, home_row(t)))


def _line(t: Translator, view: RegistrationCard) -> Html:
    status = view.registration.status.value.replace("_", "-")
    return t(
        "child-line",
        name=view.participant.full_name,
        title=view.event.title,
        status=t(f"status-{status}"),
        turn=t(_turn(view)),
    )


def _turn(view: RegistrationCard) -> str:
    """Return the text that says who must act."""
    status = view.registration.status
    if status is Status.AWAITING_GUARDIAN and view.is_disputed:
        return "turn-differ"
    if status in YOURS or (status is Status.RETURNED and view.is_own):
        return "turn-yours"
    if status is Status.RETURNED:
        return "turn-of-child"
    return "turn-of-nobody"


def _open_events(found: tuple[RegistrationCard, ...]) -> tuple[RegistrationCard, ...]:
    """Return one registration of each event that still takes registrations."""
    by_event = {view.event.id: view for view in found if view.is_open and view.event.needs_guardian}
    return tuple(by_event.values())[:MOST_AGAIN]


def _again(t: Translator, view: RegistrationCard) -> Button:
    data = EventPress(event_id=view.event.id, do="reg-child").pack()
    return Button(text=t("button-another-child-for", title=view.event.title), data=data)


def list_button(t: Translator, view: RegistrationCard) -> Button:
    """The way to one registration of a list."""
    icon = STATUS_ICONS[view.registration.status]
    label = view.event.title.within(t.language)
    if view.is_for_other:
        label = f"{view.participant.full_name}: {label}"
    data = RegistrationPress(registration_id=view.registration.id, revision=0, do="open").pack()
    return Button(text=f"{icon} {label}", data=data)


STATUS_ICONS = {
    Status.AWAITING_GUARDIAN: "👪",
    Status.PENDING: "⏳",
    Status.RETURNED: "✏️",
    Status.CONFIRMED: "✅",
    Status.WAITLISTED: "🕓",
    Status.OFFERED: "🎁",
    Status.DECLINED: "✖️",
    Status.REFUSED: "✖️",
    Status.CANCELLED: "✖️",
}
