"""Sending an announcement later, holding it back, and letting latecomers have it."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import composing, inheriting, postponing
from bot.domain.errors import StaleError, TooFewLanguagesError
from bot.domain.plan import PlanError
from bot.middlewares.turn import Turn
from bot.telegram import Outgoing
from handlers.broadcast_callbacks import LaterPress
from handlers.callbacks import Press
from handlers.organizer import broadcast, broadcast_cards
from handlers.organizer import broadcast_later_cards as cards
from handlers.places import At

router = Router(name="broadcast-later")


@router.callback_query(Press(LaterPress, "when"))
async def ask_time(press: CallbackQuery, turn: Turn, data: LaterPress) -> None:
    """Ask when a draft is to go out."""
    del press
    if not await broadcast.may_send(turn, data.broadcast_id, data.revision):
        return
    asked = {"revision": data.revision, "may_fall_back": data.value == "marked"}
    view = await broadcast.attempt(turn, data.broadcast_id, postponing.ask_time, **asked)
    if view is not None:
        await turn.show(cards.ask_time(turn.t, view))


@router.callback_query(Press(LaterPress, "at"))
async def take_ready_time(press: CallbackQuery, turn: Turn, data: LaterPress) -> None:
    """Take a time that a button offers."""
    del press
    await _plan(turn, data.value.replace("h", ":").replace("d", " "))


@router.message(At(postponing.PLACE))
async def take_time(message: Message, turn: Turn) -> None:
    """Take a typed time."""
    await _plan(turn, message.text or "")


@router.callback_query(Press(LaterPress, "joins"))
async def ask_joining(press: CallbackQuery, turn: Turn, data: LaterPress) -> None:
    """Ask until when latecomers get it too."""
    del press
    view = await turn.read(composing.read_draft, broadcast_id=data.broadcast_id)
    await turn.show(cards.choose_joining(turn.t, view))


@router.callback_query(Press(LaterPress, "join"))
async def let_join(press: CallbackQuery, turn: Turn, data: LaterPress) -> None:
    """Keep until when latecomers get it too."""
    del press
    view = await broadcast.attempt(turn, data.broadcast_id, postponing.let_join, until=data.value)
    if view is not None:
        await broadcast.show_draft(turn, view)


@router.callback_query(Press(LaterPress, "pause", "resume"))
async def hold(press: CallbackQuery, turn: Turn, data: LaterPress) -> None:
    """Hold back what has not left, or go on."""
    del press
    action = postponing.pause if data.do == "pause" else postponing.resume
    view = await broadcast.attempt(turn, data.broadcast_id, action, revision=data.revision)
    if view is not None:
        await turn.show(broadcast_cards.progress(turn.t, view, broadcast.per_second(turn)))


@router.callback_query(Press(LaterPress, "inherit"))
async def take_over(press: CallbackQuery, turn: Turn, data: LaterPress) -> None:
    """Become the sender of what waits for one; the pressed message shows the progress from now on."""
    shown = {"revision": data.revision, "message_id": press.message.message_id if press.message else None}
    view = await broadcast.attempt(turn, data.broadcast_id, inheriting.take_over, **shown)
    if view is not None:
        await turn.show(broadcast_cards.progress(turn.t, view, broadcast.per_second(turn)))


@router.callback_query(Press(LaterPress, "discard"))
async def ask_discard(press: CallbackQuery, turn: Turn, data: LaterPress) -> None:
    """Ask whether what waits for a sender is really to go no further."""
    del press
    view = await broadcast.attempt(turn, data.broadcast_id, inheriting.read_question, revision=data.revision)
    if view is not None:
        await turn.show(cards.discard_question(turn.t, view, broadcast_cards.start_of(turn.t, view.broadcast)))


@router.callback_query(Press(LaterPress, "discard-yes"))
async def discard(press: CallbackQuery, turn: Turn, data: LaterPress) -> None:
    """Let what waits for a sender go no further."""
    del press
    programme_id = await broadcast.attempt(turn, data.broadcast_id, inheriting.discard, revision=data.revision)
    if programme_id is not None:
        await broadcast.show_list(turn, programme_id)


async def show_current(turn: Turn) -> None:
    """Ask again for the time a person was asked for."""
    view = await turn.read(postponing.read_question, broadcast_id=turn.actor.place_args["broadcast"])
    await turn.show(cards.ask_time(turn.t, view))


async def _plan(turn: Turn, typed: str) -> None:
    """Plan by what was typed or pressed; whatever is wrong is said and nothing changes."""
    if turn.actor.place != postponing.PLACE:
        raise StaleError
    try:
        made = await turn.act(postponing.plan, typed=typed, quiet=turn.house.quiet, rules=turn.house.vouching)
    except PlanError as error:
        await turn.send(Outgoing(text=turn.t(f"plan-problem-{error.why}")))
        return
    except TooFewLanguagesError:
        await broadcast.show_check(turn, turn.actor.place_args["broadcast"])
        return
    if made.is_quiet:
        await turn.send(Outgoing(text=turn.t("plan-is-quiet")))
    await turn.show(broadcast_cards.progress(turn.t, made.progress, broadcast.per_second(turn)))
