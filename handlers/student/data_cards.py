"""The screens about one's own data: what is kept, what forgetting means, the second question, the proof."""

from __future__ import annotations

from bot.actions.dossiers import Kept
from bot.actions.erasing import Erased, Plan, Subject
from bot.actions.registering import RegistrationCard
from bot.domain.registration import Status
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import DataPress, HomePress
from handlers.cards import home_row
from handlers.mine import STATUS_ICONS
from handlers.student.sheets import facts_of

MOST_LINES = 15
"""Registrations that a screen names; the export has them all."""
MOST_VIEWS = 5
"""Looks of staff that a screen shows."""
SHOWN_PROOF = 16
"""Hexadecimal digits of the proof that people note down."""


def kept(t: Translator, view: Kept) -> Outgoing:
    """Everything that is kept, in one list, with the ways to a copy and to forgetting."""
    lines = [_line(t, name, value) for name, value in facts_of(t, view)]
    shown = [dossier.card for dossier in (*view.own, *view.children)]
    listed = [_registration(t, card) for card in shown[:MOST_LINES]]
    parts = [t("data"), "\n".join(lines), *(["\n".join(listed)] if listed else []), *_seen(t, view), t("data-foot")]
    return Outgoing(
        text="\n\n".join(parts),
        keyboard=(
            (Button(text=t("button-export"), data=DataPress(do="export").pack()),),
            (Button(text=t("button-forget"), data=DataPress(do="whom").pack()),),
            home_row(t),
        ),
    )


def _seen(t: Translator, view: Kept) -> list[str]:
    """Return the newest looks of staff at what is shown; the export has them all."""
    found = [(seen, one.card) for one in (*view.own, *view.children) for seen in one.views]
    newest = sorted(found, key=lambda pair: pair[0].at, reverse=True)[:MOST_VIEWS]
    lines = [
        t(
            f"data-seen-{seen.action.replace('.', '-')}",
            role=t(f"role-{seen.role}") if seen.role else t("role-organizer"),
            moment=t.moment(seen.at, card.event.zone),
            name=card.participant.full_name,
        )
        for seen, card in newest
    ]
    return ["\n".join([t("data-seen"), *lines])] if lines else []


def whom(t: Translator, subjects: tuple[Subject, ...]) -> Outgoing:
    """Ask whose data are to be erased."""
    rows = tuple(
        (
            Button(
                text=t("button-forget-me") if one.is_self else f"👤 {one.name}",
                data=DataPress(do="forget", subject_id=one.id).pack(),
            ),
        )
        for one in subjects
    )
    return Outgoing(text=t("forget-whom"), keyboard=(*rows, _keep_row(t)))


def plan(t: Translator, found: Plan) -> Outgoing:
    """What forgetting means, registration by registration."""
    subject = found.subject
    parts: list[str] = [t("forget-self") if subject.is_self else t("forget-child", name=subject.name)]
    lines = [_consequence(t, card) for card in found.registrations[:MOST_LINES]]
    if lines:
        parts.append("\n".join(lines))
    parts.append(t("forget-erased"))
    if found.children:
        parts.append(t("forget-children", children=found.children))
    if found.for_others:
        parts.append(t("forget-others", registrations=found.for_others))
    parts.append(t("forget-stays"))
    again = DataPress(do="again", subject_id=subject.id).pack()
    return Outgoing(
        text="\n\n".join(parts),
        keyboard=(
            (Button(text=t("button-export"), data=DataPress(do="export").pack()),),
            (Button(text=t("button-forget-go-on"), data=again, style="danger"),),
            _keep_row(t),
        ),
    )


def leave_first(t: Translator) -> Outgoing:
    """What staff do before they can be forgotten."""
    leave = DataPress(do="leave").pack()
    rows = ((Button(text=t("button-leave"), data=leave, style="danger"),), _keep_row(t))
    return Outgoing(text=t("leave-question"), keyboard=rows)


def left(t: Translator) -> Outgoing:
    """Say that the roles are given back, and go on."""
    forget = DataPress(do="forget", subject_id=0).pack()
    rows = ((Button(text=t("button-forget"), data=forget),), home_row(t))
    return Outgoing(text=t("leave-done"), keyboard=rows)


def last_question(t: Translator, found: Plan) -> Outgoing:
    """Ask a second time."""
    erase = DataPress(do="erase", subject_id=found.subject.id).pack()
    text = t("forget-again-self") if found.subject.is_self else t("forget-again-child", name=found.subject.name)
    return Outgoing(
        text=text,
        keyboard=((Button(text=t("button-forget-yes"), data=erase, style="danger"),), _keep_row(t)),
    )


def erased(t: Translator, done: Erased) -> Outgoing:
    """Say that it is done, with the number that proves it; whoever is forgotten gets no button."""
    number = done.proof[:SHOWN_PROOF].upper()
    proof = "-".join(number[start : start + 4] for start in range(0, SHOWN_PROOF, 4))
    if done.is_self:
        return Outgoing(text=t("forget-done-self", proof=proof))
    return Outgoing(text=t("forget-done-child", proof=proof), keyboard=(home_row(t),))


def _registration(t: Translator, card: RegistrationCard) -> str:
    name = "" if card.is_own else f"{t('data-of', name=card.participant.full_name)} "
    return f"{STATUS_ICONS[card.registration.status]} {name}{t.of(card.event.title)}"


def _line(t: Translator, name: str, value: str) -> Html:
    return t("data-line", name=name, value=value)


def _consequence(t: Translator, card: RegistrationCard) -> Html:
    match card.registration.status:
        case Status.WAITLISTED:
            return t("forget-waiting", title=card.event.title)
        case status if card.registration.is_active:
            del status
            return t("forget-active", title=card.event.title)
        case _:
            return t("forget-ended", title=card.event.title)


def _keep_row(t: Translator) -> tuple[Button, ...]:
    return (Button(text=t("button-forget-no"), data=HomePress(to="home").pack(), style="success"),)
