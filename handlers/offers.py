"""The buttons of an offered place: take it, pass it on, wait again after one had passed."""

from __future__ import annotations

from bot.telegram import Button
from bot.texts import Translator
from handlers.callbacks import OfferPress


def offer_rows(t: Translator, registration_id: int, revision: int) -> tuple[tuple[Button, ...], ...]:
    """The two answers to an offered place."""
    take = OfferPress(registration_id=registration_id, revision=revision, do="take").pack()
    away = OfferPress(registration_id=registration_id, revision=revision, do="pass").pack()
    return (
        (Button(text=t("button-offer-take"), data=take, style="success"),),
        (Button(text=t("button-offer-pass"), data=away),),
    )


def again_row(t: Translator, registration_id: int, revision: int) -> tuple[Button, ...]:
    """The way back to the waitlist after an offer passed."""
    again = OfferPress(registration_id=registration_id, revision=revision, do="again").pack()
    return (Button(text=t("button-offer-again"), data=again, style="success"),)
