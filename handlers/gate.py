"""The gates: look at a ticket, let in, take back, find by name, count."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import accounts, admitting, carrying, ticketing
from bot.middlewares.turn import Turn
from handlers import gate_cards as cards
from handlers.callbacks import Press
from handlers.gate_callbacks import GatePress, PassPress
from handlers.places import At

router = Router(name="gate")


async def show_scanned(turn: Turn, token_hash: str) -> None:
    """Show whose ticket was scanned."""
    await turn.send(cards.checked(turn.t, await turn.act(ticketing.check, token_hash=token_hash)))


async def show_typed(turn: Turn, code: str) -> None:
    """Show whose ticket has this short code."""
    await turn.send(cards.checked(turn.t, await turn.act(ticketing.check, code=code)))


@router.callback_query(Press(GatePress, "rooms"))
async def show_rooms(press: CallbackQuery, turn: Turn, data: GatePress) -> None:
    """Show the events at whose gates somebody may stand; a single one at once."""
    del press, data
    found = await turn.read(admitting.list_rooms)
    if len(found) == 1:
        await _show_room(turn, found[0].id)
        return
    await turn.show(cards.rooms(turn.t, found))


@router.callback_query(Press(GatePress, "room"))
async def show_room(press: CallbackQuery, turn: Turn, data: GatePress) -> None:
    """Show how many are inside; what was to be typed is not waited for any more."""
    del press
    await _show_room(turn, data.event_id)


@router.callback_query(Press(GatePress, "missing"))
async def show_missing(press: CallbackQuery, turn: Turn, data: GatePress) -> None:
    """Show who is awaited at a gate."""
    del press
    of = {"event_id": data.event_id, "gate": data.gate, "page": data.page}
    await turn.show(cards.missing(turn.t, await turn.read(admitting.list_missing, **of)))


@router.callback_query(Press(GatePress, "find"))
async def ask_name(press: CallbackQuery, turn: Turn, data: GatePress) -> None:
    """Ask whom to find; the card of whoever was let in stays."""
    del press
    await turn.send(cards.ask_name(turn.t, await turn.act(admitting.begin_find, event_id=data.event_id)))


@router.message(At(admitting.FIND))
async def take_name(message: Message, turn: Turn) -> None:
    """Look for a typed name; the next message is looked for as well."""
    await turn.send(cards.hits(turn.t, await turn.act(admitting.find, text=message.text or "")))


@router.callback_query(Press(PassPress, "look"))
async def look(press: CallbackQuery, turn: Turn, data: PassPress) -> None:
    """Show somebody who was found by name."""
    del press
    of = {"registration_id": data.registration_id, "ticket_id": data.ref}
    await turn.show(cards.checked(turn.t, await turn.act(admitting.look, **of)))


@router.callback_query(Press(PassPress, "let"))
async def let_in(press: CallbackQuery, turn: Turn, data: PassPress) -> None:
    """Let somebody in, or show that they are in already."""
    del press
    of = {"registration_id": data.registration_id, "ticket_id": data.ref, "gate": data.gate}
    found = await turn.act(admitting.let_in, **of)
    if found.refused is not None:
        await turn.answer(turn.t("gate-already-toast"), is_alert=True)
    await turn.show(cards.checked(turn.t, found))


@router.callback_query(Press(PassPress, "undo"))
async def undo(press: CallbackQuery, turn: Turn, data: PassPress) -> None:
    """Take back that somebody was let in."""
    del press
    of = {"registration_id": data.registration_id, "gate": data.gate, "admitted_at": data.ref}
    found = await turn.act(admitting.undo, **of)
    await turn.answer(turn.t("gate-undone"))
    await turn.show(cards.checked(turn.t, found))


async def show_current(turn: Turn) -> None:
    """Ask again whom to find."""
    event = await turn.read(admitting.read_event, event_id=turn.actor.place_args["event"])
    await turn.show(cards.ask_name(turn.t, event))


async def _show_room(turn: Turn, event_id: int) -> None:
    view = await turn.read(admitting.read_room, event_id=event_id)
    if turn.actor.place in (admitting.FIND, carrying.PLACE):
        await turn.act(accounts.go, place="home")
    await turn.show(cards.room(turn.t, view))
