"""How owed messages look: one function for each template, in the recipient's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from bot.delivery import Owed
from bot.domain.attention import DIGEST, DIGEST_EDIT
from bot.domain.language import Localized
from bot.telegram import Button, Outgoing
from bot.texts import Translator
from handlers import (
    attention_cards,
    broadcast_copy,
    care,
    circle_cards,
    collect_cards,
    feedback_cards,
    gate_cards,
    headcount_cards,
    incident_cards,
    moves,
    outsider_cards,
    pickup_cards,
    question_cards,
    reasons,
)
from handlers.callbacks import ConsentPress, DecisionPress, DeskPress, RegistrationPress
from handlers.coordinator.notices import SCHOOL
from handlers.guardian import renewal
from handlers.letter_words import LETTER
from handlers.organizer import (
    broadcast_later_cards,
    broadcast_reply_cards,
    duplicate_cards,
    moderate_cards,
    poll_result_cards,
    speaker_cards,
    squad_cards,
    staffroom_cards,
    vouch_cards,
)
from handlers.reminders import REMINDERS
from handlers.speaker import cards as speaker
from handlers.student import amend_cards, lottery, nudge, offer
from handlers.talk_notices import TALK

Render = Callable[[Translator, Mapping[str, Any]], Outgoing]


def render(owed: Owed, t: Translator) -> Outgoing:
    """Return the message; KeyError when no template has this name."""
    return TEMPLATES[owed.template](t, owed.data)


def render_one(t: Translator, template: str, data: Mapping[str, Any]) -> Outgoing:
    """Return a message by the name of its template."""
    return TEMPLATES[template](t, data)


def _about_registration(template: str) -> Render:
    """Say something about a registration, with the way to it."""

    def render_one(t: Translator, data: Mapping[str, Any]) -> Outgoing:
        event = Localized.of(data["event"])
        more = {"reason": reasons.words(t, data["reason"])} if "reason" in data else {}
        text = t(f"notice-{template}", name=data["name"], event=event, **more)
        if data["is_own"]:
            press = RegistrationPress(registration_id=data["registration"], revision=0, do="open").pack()
        else:
            press = ConsentPress(registration_id=data["registration"], revision=0, do="open").pack()
        return Outgoing(text=text, keyboard=((Button(text=t("button-open"), data=press),),))

    return render_one


def _for_staff(template: str) -> Render:
    """Tell staff something about a registration, with the way to its card."""

    def render_one(t: Translator, data: Mapping[str, Any]) -> Outgoing:
        text = t(f"notice-{template}", name=data["name"], event=Localized.of(data["event"]))
        press = DecisionPress(registration_id=data["registration"], revision=0, do="open").pack()
        return Outgoing(text=text, keyboard=((Button(text=t("button-open"), data=press),),))

    return render_one


def _call_asked(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    text = t("notice-call-asked", name=data["name"], event=Localized.of(data["event"]))
    press = DeskPress(do="calls", id=data["event_id"]).pack()
    return Outgoing(text=text, keyboard=((Button(text=t("button-open"), data=press),),))


def _form_asks(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    text = t("notice-form-asks", name=data["name"], event=Localized.of(data["event"]))
    press = RegistrationPress(registration_id=data["registration"], revision=0, do="supplement").pack()
    return Outgoing(text=text, keyboard=((Button(text=t("button-new-questions"), data=press, style="success"),),))


def _staff_joined(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Tell an owner who got which role for which part."""
    programme, role = Localized.of(data["programme"]), t(f"role-{data['role']}")
    text = t("notice-staff-joined", name=data["name"], programme=programme, role=role)
    parts = [t("branch-only", title=Localized.of(title)) for title in data["parts"]]
    press = DeskPress(do="team", id=data["programme_id"]).pack()
    return Outgoing(text="\n".join([text, *parts]), keyboard=((Button(text=t("button-open"), data=press),),))


def _staff_left(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    text = t("notice-staff-left", name=data["name"], programme=Localized.of(data["programme"]))
    press = DeskPress(do="team", id=data["programme_id"]).pack()
    return Outgoing(text=text, keyboard=((Button(text=t("button-open"), data=press),),))


def _many_children(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    event = Localized.of(data["event"])
    text = t("notice-many-children", name=data["name"], count=data["count"], event=event)
    press = DecisionPress(registration_id=data["registration"], revision=0, do="open").pack()
    return Outgoing(text=text, keyboard=((Button(text=t("button-open"), data=press),),))


def _role_ending(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    ends = datetime.fromisoformat(data["ends"])
    moment = t.moment(ends, ends.tzinfo or UTC)
    role = t(f"role-{data['role']}")
    return Outgoing(text=t("notice-role-ending", programme=Localized.of(data["programme"]), role=role, moment=moment))


def _data_erased(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    return Outgoing(text=t("notice-data-erased", event=Localized.of(data["event"])))


TEMPLATES: Final[Mapping[str, Render]] = {
    **{
        name: _about_registration(name)
        for name in (
            "consent-given",
            "consent-refused",
            "waitlist-promoted",
            "registration-confirmed",
            "registration-returned",
            "registration-declined",
            "registration-cancelled",
            "offer-taken",
            "decision-undone",
            "takeover-confirmed",
            "consent-differ",
            "consent-lapsed",
            "answers-put-back",
            "registration-twice",
            "registration-stays",
            "registration-reopened",
            "consent-settled",
        )
    },
    **{name: _for_staff(name) for name in ("consent-differ-staff", "consent-less", "consent-lapsed-staff")},
    "consent-renew": renewal.renew,
    "consent-ask-again": renewal.ask_again,
    "form-asks": _form_asks,
    "takeover-asked": circle_cards.notice_asked,
    "many-children": _many_children,
    "call-asked": _call_asked,
    "duplicates-found": duplicate_cards.alarm,
    "staff-joined": _staff_joined,
    "staff-left": _staff_left,
    "leader-joined": squad_cards.joined,
    "role-ending": _role_ending,
    "broadcast": broadcast_copy.copy,
    "broadcast-again": broadcast_copy.again,
    "broadcast-edit": broadcast_copy.edited,
    "broadcast-again-edit": broadcast_copy.edited_again,
    "broadcast-left": broadcast_later_cards.left_notice,
    "broadcast-calls": broadcast_reply_cards.calls_notice,
    "data-erased": _data_erased,
    "nudge": nudge.nudge,
    "answers-changed": amend_cards.changed_notice,
    "answers-objected": amend_cards.objected_notice,
    "offer": offer.offer,
    "offer-expired": offer.expired,
    "lottery-opened": lottery.opened,
    "choice-won": lottery.won,
    "choice-offer": lottery.offered,
    "choice-waits": lottery.waits,
    "purge-report": care.purge_report,
    "staffroom-lost": staffroom_cards.lost,
    "staffroom-leaver": staffroom_cards.leaver,
    **vouch_cards.NOTICES,
    **poll_result_cards.NOTICES,
    **gate_cards.NOTICES,
    **headcount_cards.NOTICES,
    **collect_cards.NOTICES,
    **pickup_cards.NOTICES,
    **outsider_cards.NOTICES,
    **incident_cards.NOTICES,
    **SCHOOL,
    **moves.MOVES,
    **speaker_cards.NOTICES,
    "speaker-changed": speaker.changed,
    "feedback-asked": feedback_cards.asked,
    "question-answered": question_cards.answered,
    "session-asked": moderate_cards.asked,
    **TALK,
    **LETTER,
    **REMINDERS,
    DIGEST_EDIT: lambda t, data: attention_cards.digest(t, data, render=render_one),
    DIGEST: lambda t, data: attention_cards.digest(t, data, render=render_one),
}
"""Every message that may lie in the outbox."""
