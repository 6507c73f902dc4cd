"""The buttons of a registration that are about its family: a guardian's consent, who is linked, one more child."""

from __future__ import annotations

from bot.actions.registering import RegistrationCard
from bot.telegram import Button
from bot.texts import Translator
from handlers import collect_cards
from handlers.callbacks import ConsentPress, EventPress
from handlers.circle_callbacks import CirclePress


def consent_row(t: Translator, view: RegistrationCard) -> tuple[tuple[Button, ...], ...]:
    """A guardian's way to the consents."""
    if not view.is_guardian:
        return ()
    claim = view.registration
    opened = ConsentPress(registration_id=claim.id, revision=claim.revision, do="open").pack()
    if view.awaits_guardian:
        return ((Button(text=t("button-agree-now"), data=opened, style="success"),),)
    return ((Button(text=t("button-consent"), data=opened),),)


def kin_rows(t: Translator, view: RegistrationCard) -> tuple[tuple[Button, ...], ...]:
    """The ways to who is linked, and to one more child or pupil for the same event."""
    claim, rows = view.registration, []
    if claim.needs_consent:
        rows.append((Button(text=t("button-circle"), data=CirclePress(registration_id=claim.id, do="open").pack()),))
    if claim.needs_consent and claim.is_active and view.may_decide:
        rows.append((collect_cards.button(t, claim.id),))
    if claim.acted_by == claim.account_id and view.is_own and view.is_open:
        again = EventPress(event_id=view.event.id, do=f"reg-{claim.on_behalf.value}").pack()
        rows.append((Button(text=t(f"button-another-{claim.on_behalf.value}"), data=again),))
    return tuple(rows)
