"""What happens next with a registration and who must act, in every status and for everybody of the family."""

from __future__ import annotations

from bot.actions.registering import RegistrationCard
from bot.domain.registration import Status
from bot.texts import Html, Translator


def next_step(t: Translator, view: RegistrationCard) -> Html:
    """Say what happens next, and whether the reader, somebody else of the family or the organizers must act."""
    claim = view.registration
    if claim.status is Status.WAITLISTED and not claim.rests:
        return t(_said(view, "next-waitlisted"), place=view.waitlist_place or 1)
    if claim.status is Status.OFFERED and claim.offered_until is not None:
        return t("next-offered", until=t.moment(claim.offered_until, view.event.zone))
    return t(_key(view))


def _key(view: RegistrationCard) -> str:
    match view.registration.status:
        case Status.AWAITING_GUARDIAN if view.is_disputed:
            return "next-differ"
        case Status.WAITLISTED:
            return "next-resting"
        case Status.AWAITING_GUARDIAN if view.is_guardian:
            return "next-awaiting-you"
        case Status.AWAITING_GUARDIAN if view.has_guardian:
            return "next-guardian-joined-child" if view.is_for_other else "next-guardian-joined"
        case Status.RETURNED if not view.is_own:
            return "next-returned-other"
        case status:
            return _said(view, f"next-{status.value.replace('_', '-')}")


def _said(view: RegistrationCard, key: str) -> str:
    """Return the text that says the same to whoever is not the participant."""
    status = view.registration.status
    return f"{key}-child" if view.is_for_other and status in SAID_OF_CHILDREN else key


SAID_OF_CHILDREN = frozenset(
    {Status.AWAITING_GUARDIAN, Status.WAITLISTED, Status.RETURNED, Status.REFUSED, Status.CANCELLED}
)
"""Where the next step reads otherwise for whoever is not the participant."""
