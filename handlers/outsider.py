"""At the pick-up: somebody who is not on the list, confirmed by a second member of staff; and who must not collect."""

from __future__ import annotations

from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import barring, exempting
from bot.domain.errors import StaleError
from bot.middlewares.turn import Turn
from bot.telegram import Outgoing
from handlers import outsider_cards as cards
from handlers import pickup_cards
from handlers.callbacks import Press
from handlers.collect import read_name
from handlers.pickup_callbacks import CollectPress, HandPress
from handlers.places import At

router = Router(name="outsider")

REASONS: Final = {f"why-{reason}": reason for reason in pickup_cards.REASONS}


@router.callback_query(Press(HandPress, "outsider", "bar-name"))
async def ask_name(press: CallbackQuery, turn: Turn, data: HandPress) -> None:
    """Ask for the name of who came, or of who must not collect."""
    del press
    of = {"registration_id": data.registration_id}
    is_bar = data.do == "bar-name"
    child = await turn.act(barring.begin if is_bar else exempting.begin, **of)
    await turn.show(cards.ask_name(turn.t, child, is_bar=is_bar))


@router.message(At(exempting.PLACE))
async def take_outsider(message: Message, turn: Turn) -> None:
    """Take the name of who came."""
    name = read_name(message, turn)
    if name is None:
        await turn.send(Outgoing(text=turn.t("pickup-name-problem")))
        return
    await turn.send(cards.outsider(turn.t, *await turn.act(exempting.ask, full_name=name)))


@router.callback_query(Press(HandPress, "reached", "vouch", "refuse"))
async def decide(press: CallbackQuery, turn: Turn, data: HandPress) -> None:
    """Note the call, stand for an outsider too, or say no."""
    del press
    of = {"registration_id": data.registration_id, "collector_id": data.ref}
    match data.do:
        case "reached":
            found = await turn.act(exempting.note_call, **of, account_id=data.seen)
            await turn.show(cards.outsider(turn.t, *found))
        case "vouch":
            await turn.show(cards.outsider(turn.t, *await turn.act(exempting.confirm, **of)))
        case _:
            await turn.show(pickup_cards.child(turn.t, await turn.act(exempting.refuse, **of)))


@router.message(At(barring.PLACE))
async def take_barred(message: Message, turn: Turn) -> None:
    """Take the name of who must not collect."""
    name = read_name(message, turn)
    if name is None:
        await turn.send(Outgoing(text=turn.t("pickup-name-problem")))
        return
    await turn.send(cards.ask_reason(turn.t, *await turn.act(barring.bar, full_name=name)))


@router.callback_query(Press(HandPress, "bar", "bar-kin", "bar-of", "lift", *REASONS))
async def change_bar(press: CallbackQuery, turn: Turn, data: HandPress) -> None:
    """Bar somebody of the list, look at a bar, say why, or ask the primary guardian to lift it."""
    del press
    of = {"registration_id": data.registration_id}
    match data.do:
        case "bar":
            found = await turn.act(barring.bar_collector, **of, collector_id=data.ref)
            await turn.show(cards.ask_reason(turn.t, *found))
        case "bar-kin":
            found = await turn.act(barring.bar_guardian, **of, account_id=data.ref)
            await turn.show(cards.ask_reason(turn.t, *found))
        case "bar-of":
            await turn.show(cards.bar(turn.t, *await turn.read(barring.read_bar, **of, bar_id=data.ref)))
        case "lift":
            found = await turn.act(barring.ask_lift, **of, bar_id=data.ref)
            await turn.answer(turn.t("pickup-lift-sent"), is_alert=True)
            await turn.show(cards.bar(turn.t, *found))
        case why:
            chosen = f"{pickup_cards.READY}{REASONS[why]}"
            child = await turn.act(barring.write_reason, **of, bar_id=data.ref, reason=chosen)
            await turn.show(pickup_cards.child(turn.t, child))


@router.message(At(barring.REASON))
async def take_reason(message: Message, turn: Turn) -> None:
    """Take a typed reason."""
    args = turn.actor.place_args
    of = {"registration_id": args["registration"], "bar_id": args["bar"]}
    child = await turn.act(barring.write_reason, **of, reason=message.text or "")
    await turn.send(pickup_cards.child(turn.t, child))


@router.callback_query(Press(CollectPress, "lift-yes", "lift-no"))
async def answer_lift(press: CallbackQuery, turn: Turn, data: CollectPress) -> None:
    """Answer as the primary guardian whether somebody may collect again."""
    del press
    of = {"registration_id": data.registration_id, "bar_id": data.ref}
    name = await turn.act(barring.answer_lift, **of, may_collect=data.do == "lift-yes")
    await turn.show(cards.lift_answered(turn.t, name, may_collect=data.do == "lift-yes"))


async def show_current(turn: Turn) -> None:
    """Ask again for the name of who came, after a restart for instance."""
    await _show_current(turn, is_bar=False)


async def show_current_bar(turn: Turn) -> None:
    """Ask again for the name of who must not collect."""
    await _show_current(turn, is_bar=True)


async def show_current_reason(turn: Turn) -> None:
    """Ask again why somebody must not collect."""
    args = turn.actor.place_args
    of = {"registration_id": args["registration"], "bar_id": args["bar"]}
    await turn.show(cards.ask_reason(turn.t, *await turn.read(barring.read_bar, **of)))


async def _show_current(turn: Turn, *, is_bar: bool) -> None:
    registration_id = turn.actor.place_args["registration"]
    if not isinstance(registration_id, int):
        raise StaleError
    child = await turn.act(barring.begin if is_bar else exempting.begin, registration_id=registration_id)
    await turn.show(cards.ask_name(turn.t, child, is_bar=is_bar))
