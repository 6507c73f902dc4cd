"""Who is linked to a child: the list, a link for a second parent, one's relation, the way out, the child's account."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import guarding, registering, taking_over
from bot.domain.errors import StaleError
from bot.domain.guardian import Relation
from bot.middlewares.turn import Turn
from handlers import circle_cards as cards
from handlers import family
from handlers.callbacks import Press
from handlers.circle_callbacks import CirclePress, TakeoverPress
from handlers.links import new_token

router = Router(name="circle")

RELATIONS = {f"is-{relation.value}": relation for relation in Relation}


@router.callback_query(Press(CirclePress))
async def open_circle(press: CallbackQuery, turn: Turn, data: CirclePress) -> None:
    """Do what a button about the linked people asks for."""
    del press
    of = {"registration_id": data.registration_id}
    match data.do:
        case "open":
            await turn.show(cards.circle(turn.t, await turn.read(guarding.read_circle, **of)))
        case "invite":
            await invite(turn, data.registration_id)
        case "relation":
            await turn.show(cards.ask_relation(turn.t, await turn.read(guarding.read_circle, **of)))
        case said if said in RELATIONS:
            page = await turn.act(guarding.relate, **of, relation=RELATIONS[said])
            await turn.answer(turn.t("relation-kept"))
            await turn.show(cards.circle(turn.t, page))
        case "hand-over":
            token, token_hash = new_token()
            handover = await turn.act(taking_over.make_link, **of, token_hash=token_hash)
            await turn.send(cards.takeover_link(turn.t, handover, turn.house.bot_name, token))
        case "leave":
            await turn.show(cards.ask_leave(turn.t, await turn.read(guarding.read_circle, **of)))
        case "leave-yes":
            participant = await turn.act(guarding.leave, **of)
            await turn.show(cards.left(turn.t, participant.full_name))
        case _:
            raise StaleError


async def invite(turn: Turn, registration_id: int) -> None:
    """Make a link for one more guardian and show the message to forward."""
    token, token_hash = new_token()
    await turn.act(registering.invite_guardian, registration_id=registration_id, token_hash=token_hash)
    view = await turn.read(registering.read_card, registration_id=registration_id)
    await turn.send(family.guardian_link(turn.t, view, turn.house.bot_name, token))


@router.callback_query(Press(TakeoverPress, "yes", "no"))
async def answer_takeover(press: CallbackQuery, turn: Turn, data: TakeoverPress) -> None:
    """Say whether the account that asked is the child's."""
    del press
    is_child = data.do == "yes"
    page = await turn.act(taking_over.answer, takeover_id=data.takeover_id, is_child=is_child)
    await turn.show(cards.takeover_answered(turn.t, page, is_child=is_child))


async def ask_takeover(turn: Turn, token_hash: str) -> None:
    """Follow the link for the child's own account."""
    page = await turn.act(taking_over.ask, token_hash=token_hash)
    await turn.send(cards.takeover_asked(turn.t, page))
