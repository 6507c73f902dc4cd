"""One's own registrations: status, the guardian's link, cancelling, the timetable."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import attending, browsing, drafting, registering, supplementing
from bot.domain.errors import StaleError
from bot.domain.timetable import Session
from bot.middlewares.turn import Turn
from handlers import family
from handlers.callbacks import DayPress, Press, RegistrationPress, SeatPress, day_of
from handlers.form import form
from handlers.links import new_token

router = Router(name="student")

SEATS: Final[Mapping[str, tuple[Callable[..., Session], str]]] = {
    "take": (attending.take_place, "seat-taken"),
    "give": (attending.give_back, "seat-given"),
    "wait": (attending.wait, "seat-queued"),
    "leave": (attending.stop_waiting, "seat-left"),
}
"""What can be done about a place of a session, and the words after it."""


async def show_registration(turn: Turn, registration_id: int) -> None:
    """Show where a registration stands."""
    view = await turn.read(registering.read_card, registration_id=registration_id)
    await turn.show(family.registration(turn.t, view))


async def show_current(turn: Turn) -> None:
    """Show the registration a person is on, after a restart for instance."""
    await show_registration(turn, turn.actor.place_args["registration"])


@router.callback_query(Press(RegistrationPress))
async def open_registration(press: CallbackQuery, turn: Turn, data: RegistrationPress) -> None:
    """Do what a registration's button asks for."""
    del press
    match data.do:
        case "open":
            await show_registration(turn, data.registration_id)
        case "invite":
            await invite(turn, data)
        case "cancel":
            view = await turn.read(registering.read_card, registration_id=data.registration_id)
            await turn.show(family.cancel_question(turn.t, view))
        case "cancel-yes":
            await turn.act(registering.cancel, registration_id=data.registration_id, revision=data.revision)
            await show_registration(turn, data.registration_id)
        case "supplement":
            await supplement(turn, data.registration_id)
        case _:
            raise StaleError


async def supplement(turn: Turn, registration_id: int) -> None:
    """Ask what a newer form asks and nothing else."""
    draft_id = await turn.act(supplementing.begin, registration_id=registration_id)
    if draft_id is None:
        await show_registration(turn, registration_id)
        return
    await form.show_page(turn, await turn.act(drafting.resume, draft_id=draft_id))


async def invite(turn: Turn, data: RegistrationPress) -> None:
    """Make a new link for a guardian and show the message to forward."""
    token, token_hash = new_token()
    await turn.act(registering.invite_guardian, registration_id=data.registration_id, token_hash=token_hash)
    view = await turn.read(registering.read_card, registration_id=data.registration_id)
    await turn.send(family.guardian_link(turn.t, view, turn.house.bot_name, token))


@router.callback_query(Press(DayPress))
async def open_day(press: CallbackQuery, turn: Turn, data: DayPress) -> None:
    """Show one day of a timetable."""
    del press
    await show_day(turn, data)


@router.callback_query(Press(SeatPress, *SEATS))
async def change_seat(press: CallbackQuery, turn: Turn, data: SeatPress) -> None:
    """Take, give back or wait for a place in a session, and show the day as it is then, whatever came of it."""
    del press
    change, done = SEATS[data.do]
    try:
        await turn.act(change, registration_id=data.registration_id, session_id=data.session_id)
        await turn.answer(turn.t(done))
    finally:
        await show_day(turn, data)


async def show_day(turn: Turn, data: DayPress | SeatPress) -> None:
    """Show one day of a timetable."""
    on = day_of(data.on) if data.on else None
    view = await turn.read(browsing.read_day, event_id=data.event_id, registration_id=data.registration_id, on=on)
    await turn.show(family.day(turn.t, view, data.registration_id))
