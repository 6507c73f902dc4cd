"""Handing children over: find a child, see who may collect it, type the code or look at a document, take back."""

from __future__ import annotations

from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import accounts, releasing, whereabouts
from bot.domain.errors import StaleError
from bot.domain.pickup import Kind, Proof
from bot.middlewares.turn import Turn
from handlers import outsider_cards
from handlers import pickup_cards as cards
from handlers import pickup_list_cards as lists
from handlers.callbacks import Press
from handlers.pickup_callbacks import HandPress, PickupPress
from handlers.places import At

router = Router(name="pickup")

PROOFS: Final = {"document": Proof.DOCUMENT, "known": Proof.KNOWN, "alone": Proof.CONSENT}


@router.callback_query(Press(PickupPress, "rooms", "room"))
async def open_room(press: CallbackQuery, turn: Turn, data: PickupPress) -> None:
    """Show the events whose children may be handed over, or one of them; a single one at once."""
    del press
    event_id = data.event_id
    if data.do == "rooms":
        found = await turn.read(whereabouts.list_rooms)
        if len(found) != 1:
            await turn.show(lists.rooms(turn.t, found))
            return
        event_id = found[0].id
    view = await turn.read(whereabouts.read_room, event_id=event_id)
    if turn.actor.place in (whereabouts.FIND, releasing.CODE):
        await turn.act(accounts.go, place="home")
    await turn.show(lists.room(turn.t, view))


@router.callback_query(Press(PickupPress, "here", "out"))
async def show_children(press: CallbackQuery, turn: Turn, data: PickupPress) -> None:
    """Show who is here, or who is out."""
    del press
    of = {"event_id": data.event_id, "squad_id": data.squad_id, "page": data.page}
    found = await turn.read(whereabouts.list_children, **of, is_out=data.do == "out")
    await turn.show(lists.children(turn.t, found))


@router.callback_query(Press(PickupPress, "own-here", "own-out"))
async def show_own(press: CallbackQuery, turn: Turn, data: PickupPress) -> None:
    """Show a leader who of the own squad is here, or out."""
    del press
    of = {"squad_id": data.squad_id, "page": data.page}
    found = await turn.read(whereabouts.list_own, **of, is_out=data.do == "own-out")
    await turn.show(lists.children(turn.t, found))


@router.callback_query(Press(PickupPress, "find"))
async def ask_name(press: CallbackQuery, turn: Turn, data: PickupPress) -> None:
    """Ask whom to find; the card of whoever was looked at before stays."""
    del press
    await turn.send(lists.ask_name(turn.t, await turn.act(whereabouts.begin_find, event_id=data.event_id)))


@router.message(At(whereabouts.FIND))
async def take_name(message: Message, turn: Turn) -> None:
    """Look for a typed name."""
    await turn.send(lists.hits(turn.t, await turn.act(whereabouts.find, text=message.text or "")))


@router.callback_query(Press(HandPress, "look", "who"))
async def look(press: CallbackQuery, turn: Turn, data: HandPress) -> None:
    """Show a child and who may collect it, or one of these people."""
    del press
    of = {"registration_id": data.registration_id}
    if data.do == "look":
        await turn.show(cards.child(turn.t, await turn.act(releasing.look, **of)))
        return
    found = await turn.read(releasing.read_collector, **of, collector_id=data.ref)
    show = outsider_cards.outsider if found[1].kind is Kind.OUTSIDER else cards.collector
    await turn.show(show(turn.t, *found))


@router.callback_query(Press(HandPress, *PROOFS))
async def hand_over(press: CallbackQuery, turn: Turn, data: HandPress) -> None:
    """Hand a child over by a document, to somebody known, or alone."""
    del press
    of = {"registration_id": data.registration_id, "collector_id": data.ref, "seen": data.seen}
    await show_done(turn, await turn.act(releasing.hand_over, **of, proof=PROOFS[data.do]))


@router.message(At(releasing.CODE))
async def take_code(message: Message, turn: Turn) -> None:
    """Hand a child over to whoever told the code that was typed."""
    found = await turn.act(releasing.hand_over_by_code, text=message.text or "")
    await turn.send(cards.child(turn.t, found))


@router.callback_query(Press(HandPress, "undo", "back"))
async def take_back(press: CallbackQuery, turn: Turn, data: HandPress) -> None:
    """Take back a slip, or take a child in again."""
    del press
    of = {"registration_id": data.registration_id, "leaving_id": data.ref}
    found = await turn.act(releasing.undo if data.do == "undo" else releasing.take_in, **of)
    await turn.answer(turn.t("pickup-undone" if data.do == "undo" else "pickup-taken-in"))
    await turn.show(cards.child(turn.t, found))


async def show_done(turn: Turn, found: releasing.Child) -> None:
    """Show what came of handing over; who was too late is told at once."""
    if found.refused is not None:
        await turn.answer(turn.t(f"pickup-refused-{found.refused}"), is_alert=True)
    await turn.show(cards.child(turn.t, found))


async def show_current(turn: Turn) -> None:
    """Ask again whom to find, after a restart for instance."""
    event = await turn.read(whereabouts.read_event, event_id=turn.actor.place_args["event"])
    await turn.show(lists.ask_name(turn.t, event))


async def show_current_child(turn: Turn) -> None:
    """Show the child again whose code is typed."""
    registration_id = turn.actor.place_args["registration"]
    if not isinstance(registration_id, int):
        raise StaleError
    await turn.show(cards.child(turn.t, await turn.read(releasing.read_child, registration_id=registration_id)))
