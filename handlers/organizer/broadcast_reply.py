"""Asking to confirm, raising an emergency, and seeing who confirmed."""

from __future__ import annotations

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import acknowledging, composing, raising
from bot.domain.broadcast import REPEATS
from bot.domain.errors import StaleError
from bot.middlewares.turn import Turn
from handlers.broadcast_callbacks import AnswersPress, RaisePress
from handlers.callbacks import Press
from handlers.organizer import broadcast, broadcast_cards
from handlers.organizer import broadcast_reply_cards as cards

router = Router(name="broadcast-reply")


@router.callback_query(Press(RaisePress, "reply"))
async def ask_reply(press: CallbackQuery, turn: Turn, data: RaisePress) -> None:
    """Show whether to ask, and when to ask again."""
    del press
    view = await turn.read(composing.read_draft, broadcast_id=data.broadcast_id)
    await turn.show(cards.choose_reply(turn.t, view.broadcast))


@router.callback_query(Press(RaisePress, "set"))
async def set_reply(press: CallbackQuery, turn: Turn, data: RaisePress) -> None:
    """Keep whether to ask, and when to ask again."""
    del press
    hours = {str(one): one for one in REPEATS}
    if data.value not in {"off", "on", *hours}:
        raise StaleError
    asked = {"asks_reply": data.value != "off", "repeat_after": hours.get(data.value)}
    view = await broadcast.attempt(turn, data.broadcast_id, acknowledging.ask, **asked)
    if view is not None:
        await broadcast.show_draft(turn, view)


@router.callback_query(Press(RaisePress, "alarm", "calm"))
async def choose_emergency(press: CallbackQuery, turn: Turn, data: RaisePress) -> None:
    """Make a draft an emergency, or an announcement like others again."""
    del press
    is_emergency = data.do == "alarm"
    view = await broadcast.attempt(turn, data.broadcast_id, raising.choose, is_emergency=is_emergency)
    if view is not None:
        await broadcast.show_draft(turn, view)


@router.callback_query(Press(RaisePress, "raise"))
async def ask_raise(press: CallbackQuery, turn: Turn, data: RaisePress) -> None:
    """Ask once more before an emergency is raised."""
    del press
    view = await turn.read(raising.read_question, broadcast_id=data.broadcast_id, revision=data.revision)
    await turn.show(cards.question(turn.t, view, broadcast.per_second(turn)))


@router.callback_query(Press(RaisePress, "raise-yes"))
async def raise_(press: CallbackQuery, turn: Turn, data: RaisePress) -> None:
    """Raise it; the pressed message shows the progress from now on."""
    message_id = press.message.message_id if press.message else None
    view = await broadcast.attempt(
        turn, data.broadcast_id, raising.send_now, revision=data.revision, message_id=message_id
    )
    if view is not None:
        await turn.show(broadcast_cards.progress(turn.t, view, broadcast.per_second(turn)))


@router.callback_query(Press(AnswersPress, "room", "open"))
async def show_answers(press: CallbackQuery, turn: Turn, data: AnswersPress) -> None:
    """Show who confirmed; from the progress, which goes on being true, in a message of its own."""
    del press
    view = await turn.read(acknowledging.read_answers, broadcast_id=data.broadcast_id, page=data.page)
    screen = cards.answers(turn.t, view)
    await (turn.send(screen) if data.do == "room" else turn.show(screen))


@router.callback_query(Press(AnswersPress, "silent", "confirmed"))
async def show_people(press: CallbackQuery, turn: Turn, data: AnswersPress) -> None:
    """Show one page of the silent, or of who confirmed."""
    del press
    view = await turn.read(acknowledging.list_people, **_part(data))
    await turn.show(cards.people(turn.t, view, data))


@router.callback_query(Press(AnswersPress, "calls", "calls-room"))
async def show_calls(press: CallbackQuery, turn: Turn, data: AnswersPress) -> None:
    """Show one page of whom to call."""
    del press
    view = await turn.read(acknowledging.list_calls, broadcast_id=data.broadcast_id, page=data.page)
    screen = cards.calls(turn.t, view)
    await (turn.send(screen) if data.do == "calls-room" else turn.show(screen))


def _part(data: AnswersPress) -> dict[str, Any]:
    if data.part not in {"a", "s", "u"}:
        raise StaleError
    return {
        "broadcast_id": data.broadcast_id,
        "has_confirmed": data.do == "confirmed",
        "stream_id": data.part_id if data.part == "s" else None,
        "unit_id": data.part_id if data.part == "u" else None,
        "page": data.page,
    }
