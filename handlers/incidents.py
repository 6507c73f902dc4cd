"""Incidents: the log, writing one down, correcting it, telling guardians, looking through the chain."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import accounts, informing, noting
from bot.actions.chronicling import PLACE, TELLING, WRITING
from bot.domain.errors import StaleError
from bot.domain.incident import Kind
from bot.domain.language import Language
from bot.middlewares.turn import Turn
from handlers import incident_cards as cards
from handlers.callbacks import Press
from handlers.incident_callbacks import IncidentPress, LogPress
from handlers.places import At

router = Router(name="incidents")

ANY = -1
"""In place of a squad: none is chosen yet."""


async def show_room(turn: Turn, event_id: int, page: int = 0) -> None:
    """Show the log and remember that one is there."""
    found = await turn.read(noting.read_log, event_id=event_id, page=page)
    if turn.actor.place != PLACE or turn.actor.place_args.get("event") != event_id:
        await turn.act(accounts.go, place=PLACE, args={"event": event_id})
    await turn.show(cards.room(turn.t, found))


async def show_current(turn: Turn) -> None:
    """Show the log again, after a restart for instance."""
    await show_room(turn, turn.actor.place_args["event"])


async def show_current_writing(turn: Turn) -> None:
    """Show what somebody is writing."""
    await turn.show(cards.asked(turn.t, await turn.read(noting.read_asked)))


async def show_current_telling(turn: Turn) -> None:
    """Ask again for what guardians are told."""
    await turn.show(cards.ask_telling(turn.t, await turn.read(informing.read_current)))


@router.callback_query(Press(LogPress, "room"))
async def open_room(press: CallbackQuery, turn: Turn, data: LogPress) -> None:
    """Come to the log."""
    del press
    await show_room(turn, data.event_id, max(0, data.value))


@router.callback_query(Press(LogPress, "whom"))
async def choose_whom(press: CallbackQuery, turn: Turn, data: LogPress) -> None:
    """Ask whom it is about."""
    del press
    squad_id = None if data.id == ANY else data.id
    found = await turn.read(noting.read_whom, event_id=data.event_id, squad_id=squad_id)
    await turn.show(cards.whom(turn.t, found, max(0, data.value)))


@router.callback_query(Press(LogPress, "about", "kind"))
async def choose_kind(press: CallbackQuery, turn: Turn, data: LogPress) -> None:
    """Ask of what kind it is, then when it was."""
    del press
    event, name = await turn.read(noting.read_about, event_id=data.event_id, registration_id=data.id)
    if data.do == "about":
        await turn.show(cards.kinds(turn.t, event, data.id, name))
    else:
        await turn.show(cards.when(turn.t, event, data.id, name, _kind(data)))


@router.callback_query(Press(LogPress, "begin"))
async def begin(press: CallbackQuery, turn: Turn, data: LogPress) -> None:
    """Ask what happened."""
    del press
    about = {"registration_id": data.id, "kind": _kind(data), "minutes": data.value}
    await turn.show(cards.asked(turn.t, await turn.act(noting.begin, event_id=data.event_id, **about)))


@router.callback_query(Press(LogPress, "save"))
async def save(press: CallbackQuery, turn: Turn, data: LogPress) -> None:
    """Write it down."""
    del press
    await turn.show(cards.entry(turn.t, await turn.act(noting.save, event_id=data.event_id)))


@router.callback_query(Press(LogPress, "drop"))
async def drop(press: CallbackQuery, turn: Turn, data: LogPress) -> None:
    """Throw away what is not written down."""
    del press
    event_id = await turn.act(noting.drop, event_id=data.event_id)
    await turn.refresh_actor()
    await show_room(turn, event_id)


@router.callback_query(Press(LogPress, "check"))
async def check(press: CallbackQuery, turn: Turn, data: LogPress) -> None:
    """Look through the chain."""
    del press
    await turn.show(cards.chain(turn.t, *await turn.act(noting.check, event_id=data.event_id)))


@router.callback_query(Press(IncidentPress, "open"))
async def open_entry(press: CallbackQuery, turn: Turn, data: IncidentPress) -> None:
    """Show one entry; a reading about health is recorded."""
    del press
    await turn.show(cards.entry(turn.t, await turn.act(noting.read, incident_id=data.incident_id)))


@router.callback_query(Press(IncidentPress, "correct"))
async def correct(press: CallbackQuery, turn: Turn, data: IncidentPress) -> None:
    """Ask for a correction."""
    del press
    await turn.show(cards.asked(turn.t, await turn.act(noting.correct, incident_id=data.incident_id)))


@router.callback_query(Press(IncidentPress, "tell", "call"))
async def tell(press: CallbackQuery, turn: Turn, data: IncidentPress) -> None:
    """Show what guardians would be told, or let them only be asked to call."""
    del press
    action = informing.read if data.do == "tell" else informing.choose_call
    await turn.show(cards.tell(turn.t, await turn.act(action, incident_id=data.incident_id)))


@router.callback_query(Press(IncidentPress, "ask"))
async def ask_telling(press: CallbackQuery, turn: Turn, data: IncidentPress) -> None:
    """Ask for the words in one language."""
    del press
    if data.value not in [one.value for one in Language]:
        raise StaleError
    about = {"incident_id": data.incident_id, "language": Language(data.value)}
    await turn.show(cards.ask_telling(turn.t, await turn.act(informing.ask, **about)))


@router.callback_query(Press(IncidentPress, "send"))
async def send(press: CallbackQuery, turn: Turn, data: IncidentPress) -> None:
    """Tell the guardians."""
    del press
    about = {"incident_id": data.incident_id, "seal": data.value}
    await turn.show(cards.entry(turn.t, await turn.act(informing.send, **about)))


@router.message(At(WRITING))
async def write(message: Message, turn: Turn) -> None:
    """Take what happened."""
    await turn.show(cards.asked(turn.t, await turn.act(noting.write, text=message.text or "")))


@router.message(At(TELLING))
async def write_telling(message: Message, turn: Turn) -> None:
    """Take what guardians are told."""
    await turn.show(cards.tell(turn.t, await turn.act(informing.write, text=message.text or "")))


def _kind(data: LogPress) -> Kind:
    if data.kind not in [one.value for one in Kind]:
        raise StaleError
    return Kind(data.kind)
