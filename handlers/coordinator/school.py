"""A coordinator's school: how it stands, the link to forward, who lacks what."""

from __future__ import annotations

import secrets

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import accounts, coordinating, forwarding, urging
from bot.actions.coordinating import Room
from bot.domain.school import secret_of
from bot.middlewares.turn import Turn
from handlers.callbacks import CoordinatorPress, Press
from handlers.coordinator import school_cards
from handlers.links import deep_link

router = Router(name="school")

NOISE_BYTES = 12


async def show_rooms(turn: Turn) -> None:
    """Show the schools and events somebody looks after; a single one at once."""
    rooms = await turn.read(coordinating.list_rooms)
    if len(rooms) == 1:
        await show_room(turn, rooms[0][0].id, rooms[0][1].id)
        return
    await _stand(turn)
    await turn.show(school_cards.rooms(turn.t, rooms))


async def show_room(turn: Turn, event_id: int, unit_id: int) -> None:
    """Show how a school stands in an event."""
    room = await turn.read(coordinating.read_room, event_id=event_id, unit_id=unit_id)
    await _stand(turn, event=event_id, unit=unit_id)
    await turn.show(school_cards.room(turn.t, room))


async def show_current(turn: Turn) -> None:
    """Show the school somebody is on."""
    args = turn.actor.place_args
    if "unit" in args:
        await show_room(turn, args["event"], args["unit"])
    else:
        await show_rooms(turn)


@router.callback_query(Press(CoordinatorPress, "rooms", "open"))
async def go(press: CallbackQuery, turn: Turn, data: CoordinatorPress) -> None:
    """Go to a school."""
    del press
    if data.do == "rooms":
        await show_rooms(turn)
    else:
        await show_room(turn, data.event_id, data.unit_id)


@router.callback_query(Press(CoordinatorPress, "pupils"))
async def show_pupils(press: CallbackQuery, turn: Turn, data: CoordinatorPress) -> None:
    """Show one page of a school's pupils."""
    del press
    page = await turn.read(coordinating.list_pupils, event_id=data.event_id, unit_id=data.unit_id, page=data.id)
    await turn.show(school_cards.pupils(turn.t, page))


@router.callback_query(Press(CoordinatorPress, "pupil"))
async def show_pupil(press: CallbackQuery, turn: Turn, data: CoordinatorPress) -> None:
    """Show how one pupil stands."""
    del press
    event, unit, line = await turn.read(
        coordinating.read_pupil, event_id=data.event_id, unit_id=data.unit_id, registration_id=data.id
    )
    await turn.show(school_cards.pupil(turn.t, event, unit, line))


@router.callback_query(Press(CoordinatorPress, "remind"))
async def remind(press: CallbackQuery, turn: Turn, data: CoordinatorPress) -> None:
    """Remind one pupil's family."""
    del press
    told = await turn.act(
        urging.remind,
        event_id=data.event_id,
        unit_id=data.unit_id,
        registration_id=data.id,
        quiet=turn.house.quiet,
    )
    await turn.answer(turn.t("school-reminded", number=told) if told else turn.t("school-reminded-today"))


@router.callback_query(Press(CoordinatorPress, "remind-all"))
async def remind_all(press: CallbackQuery, turn: Turn, data: CoordinatorPress) -> None:
    """Remind everybody of a school who lacks something."""
    del press
    told = await turn.act(urging.remind_all, event_id=data.event_id, unit_id=data.unit_id, quiet=turn.house.quiet)
    await turn.answer(turn.t("school-reminded", number=told) if told else turn.t("school-reminded-today"))


@router.callback_query(Press(CoordinatorPress, "link"))
async def show_link(press: CallbackQuery, turn: Turn, data: CoordinatorPress) -> None:
    """Show the link to forward; the first time it is made."""
    room = await turn.read(coordinating.read_room, event_id=data.event_id, unit_id=data.unit_id)
    if room.link is None or not room.link.is_usable(turn.now):
        await renew(press, turn, data)
        return
    await _show_link(turn, room)


@router.callback_query(Press(CoordinatorPress, "renew"))
async def renew(press: CallbackQuery, turn: Turn, data: CoordinatorPress) -> None:
    """Make a new link; the old one is good no more."""
    del press
    room = await turn.act(
        forwarding.renew,
        event_id=data.event_id,
        unit_id=data.unit_id,
        key=turn.house.ticket_key,
        noise=secrets.token_hex(NOISE_BYTES),
    )
    await _show_link(turn, room)


@router.callback_query(Press(CoordinatorPress, "ask-renew", "ask-revoke"))
async def ask(press: CallbackQuery, turn: Turn, data: CoordinatorPress) -> None:
    """Ask before a link that may be with many families stops working."""
    del press
    room = await turn.read(coordinating.read_room, event_id=data.event_id, unit_id=data.unit_id)
    await turn.show(school_cards.link_question(turn.t, room, data.do.removeprefix("ask-")))


@router.callback_query(Press(CoordinatorPress, "revoke"))
async def revoke(press: CallbackQuery, turn: Turn, data: CoordinatorPress) -> None:
    """Take the link back."""
    del press
    room = await turn.act(forwarding.revoke, event_id=data.event_id, unit_id=data.unit_id)
    await turn.answer(turn.t("school-link-revoked"))
    await turn.show(school_cards.room(turn.t, room))


async def _show_link(turn: Turn, room: Room) -> None:
    secret = secret_of(turn.house.ticket_key, "unit", room.link.noise if room.link else "")
    link = deep_link(turn.house.bot_name, f"u-{secret}")
    await turn.show(school_cards.link(turn.t, room, link, turn.house.translators))


async def _stand(turn: Turn, **args: int) -> None:
    if turn.actor.place != coordinating.PLACE or dict(turn.actor.place_args) != args:
        await turn.act(accounts.go, place=coordinating.PLACE, args=args)
