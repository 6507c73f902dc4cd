"""The timetable of an event in chat: look at a day, change a session, see old beside new, save, take back."""

from __future__ import annotations

from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import accounts, rescheduling
from bot.domain.errors import SessionTextError, StaleError
from bot.domain.timetable_edits import What
from bot.middlewares.turn import Turn
from bot.telegram import Outgoing
from handlers.callbacks import Press, day_of
from handlers.organizer import timetable_cards as cards
from handlers.organizer import timetable_pick_cards as pick_cards
from handlers.places import At
from handlers.timetable_callbacks import TimetablePress

PLACE = "timetable"
router = Router(name="timetable")


async def show_day(turn: Turn, event_id: int, on: date | None) -> None:
    """Show one day of a timetable."""
    page = await turn.read(rescheduling.read_day, event_id=event_id, on=on)
    await turn.act(accounts.go, place=PLACE, args={"event": event_id, "on": page.on.isoformat()})
    await turn.show(cards.day(turn.t, page))


async def show_session(turn: Turn, session_id: int) -> None:
    """Show a session."""
    page = await turn.read(rescheduling.read_session, session_id=session_id)
    await turn.act(accounts.go, place=PLACE, args={"event": page.event.id, "session": session_id})
    await turn.show(cards.session(turn.t, page))


async def show_current(turn: Turn) -> None:
    """Show where somebody stands in a timetable, after a restart for instance."""
    args = turn.actor.place_args
    if "session" in args:
        await show_session(turn, args["session"])
    else:
        await show_day(turn, args["event"], day_of(args["on"]) if args.get("on") else None)


async def show_current_edit(turn: Turn) -> None:
    """Ask again for what was to be typed, or show again what would change."""
    args = turn.actor.place_args
    if "became" in args:
        await turn.show(cards.proposal(turn.t, await turn.read(rescheduling.read_proposal)))
    else:
        await turn.show(await _question(turn))


@router.callback_query(Press(TimetablePress, "day"))
async def open_day(press: CallbackQuery, turn: Turn, data: TimetablePress) -> None:
    """Show one day of a timetable."""
    del press
    await show_day(turn, data.event_id, day_of(data.value) if data.value else None)


@router.callback_query(Press(TimetablePress, "open"))
async def open_session(press: CallbackQuery, turn: Turn, data: TimetablePress) -> None:
    """Show a session."""
    del press
    await show_session(turn, data.session_id)


@router.callback_query(Press(TimetablePress, "ask", "pick"))
async def ask(press: CallbackQuery, turn: Turn, data: TimetablePress) -> None:
    """Ask for the new value of one thing: typed, or from a list."""
    del press
    what = _what(data.value)
    if what is What.SQUADS:
        await turn.show(
            pick_cards.pick_squads(turn.t, await turn.act(rescheduling.pick_squads, session_id=data.session_id))
        )
        return
    if data.do == "pick":
        page = await turn.read(rescheduling.read_session, session_id=data.session_id)
        await turn.show(pick_cards.pick(turn.t, page, what))
        return
    page = await turn.act(rescheduling.ask, session_id=data.session_id, what=what)
    await turn.show(cards.ask(turn.t, page, what))


@router.callback_query(Press(TimetablePress, "add"))
async def ask_new(press: CallbackQuery, turn: Turn, data: TimetablePress) -> None:
    """Ask for a new session."""
    del press
    on = day_of(data.value) if data.value else None
    if on is None:
        raise StaleError
    event = await turn.act(rescheduling.ask_new, event_id=data.event_id, on=on)
    await turn.show(cards.ask_new(turn.t, event, on))


@router.callback_query(Press(TimetablePress, "set"))
async def propose(press: CallbackQuery, turn: Turn, data: TimetablePress) -> None:
    """Show what a button would change."""
    del press
    what, _, value = data.value.partition(".")
    try:
        found = await turn.act(rescheduling.propose, session_id=data.session_id, what=_what(what), value=value)
    except SessionTextError as error:
        await turn.answer(turn.t(f"timetable-problem-{error.why}"), is_alert=True)
        return
    await turn.show(pick_cards.pick_squads(turn.t, found) if what == What.SQUADS else cards.proposal(turn.t, found))


@router.callback_query(Press(TimetablePress, "shown"))
async def show_proposal(press: CallbackQuery, turn: Turn, data: TimetablePress) -> None:
    """Show what the chosen squads would change."""
    del press
    found = await turn.read(rescheduling.read_proposal)
    if (found.was.id if found.was else 0) != data.session_id:
        raise StaleError
    await turn.show(cards.proposal(turn.t, found))


@router.message(At(rescheduling.EDIT))
async def take_text(message: Message, turn: Turn) -> None:
    """Take a typed value and show what it would change."""
    if turn.actor.place_args.get("what") == rescheduling.SHOWN:
        await show_current_edit(turn)
        return
    try:
        found = await turn.act(rescheduling.propose_typed, text=message.text or "")
    except SessionTextError as error:
        await turn.send(await _question(turn, error.why))
        return
    await turn.send(cards.proposal(turn.t, found))


@router.callback_query(Press(TimetablePress, "save", "save-anyway"))
async def save(press: CallbackQuery, turn: Turn, data: TimetablePress) -> None:
    """Save what was shown; what is in the way of something is asked about first."""
    del press
    is_sure = data.do == "save-anyway"
    outcome = await turn.act(rescheduling.save, session_id=data.session_id, is_sure=is_sure)
    if isinstance(outcome, rescheduling.Proposal):
        await turn.show(cards.proposal(turn.t, outcome))
    else:
        await turn.show(cards.session(turn.t, outcome, is_saved=True))


@router.callback_query(Press(TimetablePress, "undo"))
async def undo(press: CallbackQuery, turn: Turn, data: TimetablePress) -> None:
    """Take the newest change back."""
    del press
    if not (data.value.isascii() and data.value.isdecimal()):
        raise StaleError
    page = await turn.act(rescheduling.undo, session_id=data.session_id, change_id=int(data.value))
    await turn.answer(turn.t("session-undone"))
    await turn.show(cards.session(turn.t, page))


async def _question(turn: Turn, why: str | None = None) -> Outgoing:
    """Return the question whose answer is to be typed, with what was wrong."""
    args = turn.actor.place_args
    problem = turn.t(f"timetable-problem-{why}") if why else None
    if args["what"] == rescheduling.NEW:
        on = date.fromisoformat(args["on"])
        page = await turn.read(rescheduling.read_day, event_id=args["event"], on=on)
        return cards.ask_new(turn.t, page.event, on, problem)
    found = await turn.read(rescheduling.read_session, session_id=args["session"])
    return cards.ask(turn.t, found, _what(args["what"]), problem)


def _what(text: str) -> What:
    try:
        return What(text)
    except ValueError as error:
        raise StaleError from error
