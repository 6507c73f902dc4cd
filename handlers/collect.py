"""A guardian's list of who may collect a child: themselves, other adults with their codes, or the child alone."""

from __future__ import annotations

import secrets
from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import collecting
from bot.domain.errors import StaleError
from bot.domain.form import Accepted, Context, Kind, Question, TextGiven, read_answer
from bot.domain.guardian import Relation
from bot.domain.language import Localized
from bot.domain.pickup import CODES
from bot.middlewares.turn import Turn
from bot.telegram import Outgoing
from handlers import collect_cards as cards
from handlers.callbacks import Press
from handlers.pickup_callbacks import CollectPress
from handlers.places import At

router = Router(name="collect")

RELATIONS: Final = {f"is-{relation.value}": relation for relation in Relation}
NAME: Final = Question(code="name", kind=Kind.NAME, title=Localized(kk="", ru="", en=""))
PHONE: Final = Question(code="phone", kind=Kind.PHONE, title=Localized(kk="", ru="", en=""))


@router.callback_query(Press(CollectPress, "open", "self", "name", "alone", "alone-yes", "alone-no"))
async def open_list(press: CallbackQuery, turn: Turn, data: CollectPress) -> None:
    """Do what a button about the whole list asks for."""
    del press
    of = {"registration_id": data.registration_id}
    match data.do:
        case "open":
            await turn.show(cards.whole(turn.t, await turn.read(collecting.read_list, **of)))
        case "self":
            page, added = await turn.act(collecting.collect_myself, **of, number=_number())
            await turn.show(cards.person(turn.t, page, added, is_new=True))
        case "name":
            await turn.show(cards.ask_name(turn.t, await turn.act(collecting.begin_name, **of)))
        case "alone":
            await turn.show(cards.alone(turn.t, await turn.read(collecting.read_list, **of)))
        case answer:
            page = await turn.act(collecting.let_go_alone, **of, may=answer == "alone-yes")
            await turn.answer(turn.t("pickup-saved"))
            await turn.show(cards.whole(turn.t, page))


@router.callback_query(Press(CollectPress))
async def open_person(press: CallbackQuery, turn: Turn, data: CollectPress) -> None:
    """Do what a button about somebody on the list asks for."""
    del press
    of = {"registration_id": data.registration_id, "collector_id": data.ref}
    match data.do:
        case "person":
            await turn.show(cards.person(turn.t, *await turn.read(collecting.read_one, **of)))
        case said if said in RELATIONS:
            await turn.show(cards.person(turn.t, *await turn.act(collecting.relate, **of, relation=RELATIONS[said])))
        case "phone":
            await turn.show(cards.ask_phone(turn.t, *await turn.act(collecting.begin_phone, **of)))
        case "renew":
            await turn.show(cards.person(turn.t, *await turn.act(collecting.renew_code, **of, number=_number())))
        case "remove":
            _, found = await turn.read(collecting.read_one, **of)
            await turn.show(cards.removed(turn.t, await turn.act(collecting.remove, **of), found))
        case "restore":
            await turn.show(cards.person(turn.t, *await turn.act(collecting.restore, **of)))
        case _:
            raise StaleError


@router.message(At(collecting.PLACE))
async def take_name(message: Message, turn: Turn) -> None:
    """Take the full name of somebody who may collect."""
    name = read_name(message, turn)
    if name is None:
        await turn.send(Outgoing(text=turn.t("pickup-name-problem")))
        return
    of = {"registration_id": turn.actor.place_args["registration"]}
    page, added = await turn.act(collecting.name, **of, full_name=name, number=_number())
    await turn.send(cards.person(turn.t, page, added, is_new=True))


@router.message(At(collecting.PHONE))
async def take_phone(message: Message, turn: Turn) -> None:
    """Take the telephone of somebody who may collect."""
    meaning = read_answer(PHONE, TextGiven(message.text or ""), None, None, Context(today=turn.now.date()))
    if not isinstance(meaning, Accepted) or not isinstance(meaning.value, dict):
        await turn.send(Outgoing(text=turn.t("pickup-phone-problem")))
        return
    args = turn.actor.place_args
    of = {"registration_id": args["registration"], "collector_id": args["collector"]}
    found = await turn.act(collecting.write_phone, **of, phone=str(meaning.value["number"]))
    await turn.send(cards.person(turn.t, *found))


async def show_current(turn: Turn) -> None:
    """Ask again for the name, after a restart for instance."""
    of = {"registration_id": turn.actor.place_args["registration"]}
    await turn.show(cards.ask_name(turn.t, await turn.read(collecting.read_list, **of)))


async def show_current_phone(turn: Turn) -> None:
    """Ask again for the telephone."""
    args = turn.actor.place_args
    of = {"registration_id": args["registration"], "collector_id": args["collector"]}
    await turn.show(cards.ask_phone(turn.t, *await turn.read(collecting.read_one, **of)))


def read_name(message: Message, turn: Turn) -> str | None:
    """Return the full name that was typed, None when it is none."""
    meaning = read_answer(NAME, TextGiven(message.text or ""), None, None, Context(today=turn.now.date()))
    return meaning.value if isinstance(meaning, Accepted) and isinstance(meaning.value, str) else None


def _number() -> int:
    return secrets.randbelow(CODES)
