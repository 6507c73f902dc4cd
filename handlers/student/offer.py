"""An offered place as a family sees it: the message, the two answers, the question before it is passed on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import offering, registering
from bot.actions.registering import RegistrationCard
from bot.domain.language import Localized
from bot.domain.registration import Status
from bot.middlewares.turn import Turn
from bot.telegram import Button, Outgoing
from bot.texts import Translator
from handlers import family
from handlers.callbacks import OfferPress, Press, RegistrationPress
from handlers.offers import again_row, offer_rows

router = Router(name="offer")


@router.callback_query(Press(OfferPress, "take"))
async def take(press: CallbackQuery, turn: Turn, data: OfferPress) -> None:
    """Take the place; when it was too late, say so and show where the registration stands."""
    del press
    after = await turn.act(offering.accept, registration_id=data.registration_id, revision=data.revision)
    if after.status in (Status.OFFERED, Status.WAITLISTED):
        await turn.answer(turn.t("offer-too-late"), is_alert=True)
    await _show(turn, data.registration_id)


@router.callback_query(Press(OfferPress, "pass"))
async def ask(press: CallbackQuery, turn: Turn, data: OfferPress) -> None:
    """Ask before the place is passed on."""
    del press
    view = await turn.read(registering.read_card, registration_id=data.registration_id)
    await turn.show(pass_question(turn.t, view))


@router.callback_query(Press(OfferPress, "pass-yes"))
async def pass_on(press: CallbackQuery, turn: Turn, data: OfferPress) -> None:
    """Pass the place on to whoever waits next."""
    del press
    await turn.act(offering.decline, registration_id=data.registration_id, revision=data.revision)
    await _show(turn, data.registration_id)


@router.callback_query(Press(OfferPress, "again"))
async def ask_again(press: CallbackQuery, turn: Turn, data: OfferPress) -> None:
    """Wait again after an offer had passed."""
    del press
    await turn.act(offering.ask_again, registration_id=data.registration_id, revision=data.revision)
    await turn.answer(turn.t("offer-waits-again"))
    await _show(turn, data.registration_id)


def expired(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Say that the time to take a place is over, and ask whether one is still wanted."""
    text = t("notice-offer-expired", name=data["name"], event=Localized.of(data["event"]))
    opened = RegistrationPress(registration_id=data["registration"], revision=0, do="open").pack()
    again = again_row(t, data["registration"], data["revision"])
    return Outgoing(text=text, keyboard=(again, (Button(text=t("button-open"), data=opened),)))


def offer(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Say that a place is offered, and until when."""
    until = t.moment(datetime.fromisoformat(data["until"]), ZoneInfo(data["zone"]))
    text = t("notice-offer", name=data["name"], event=Localized.of(data["event"]), until=until)
    return Outgoing(text=text, keyboard=offer_rows(t, data["registration"], data["revision"]))


def pass_question(t: Translator, view: RegistrationCard) -> Outgoing:
    """Ask before the place is passed on; there is no way back."""
    claim = view.registration
    away = OfferPress(registration_id=claim.id, revision=claim.revision, do="pass-yes").pack()
    back = RegistrationPress(registration_id=claim.id, revision=0, do="open").pack()
    return Outgoing(
        text=t("offer-pass-question", title=view.event.title),
        keyboard=(
            (Button(text=t("button-offer-pass-yes"), data=away, style="danger"),),
            (Button(text=t("button-back"), data=back),),
        ),
    )


async def _show(turn: Turn, registration_id: int) -> None:
    view = await turn.read(registering.read_card, registration_id=registration_id)
    await turn.show(family.registration(turn.t, view))
