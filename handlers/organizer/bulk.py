"""Deciding about all who wait at once, part by part, so that nobody else waits long."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import deciding, organizing
from bot.domain.errors import StaleError
from bot.middlewares.turn import Turn
from handlers.callbacks import Press
from handlers.organizer import list_cards
from handlers.organizer.presses import BulkPress

router = Router(name="bulk")


@router.callback_query(Press(BulkPress, "ask"))
async def ask(press: CallbackQuery, turn: Turn, data: BulkPress) -> None:
    """Ask before everybody who waits is confirmed."""
    del press
    page = await turn.read(organizing.read_to_confirm, event_id=data.event_id)
    if not page.confirmable:
        raise StaleError
    await turn.show(list_cards.bulk_question(turn.t, page))


@router.callback_query(Press(BulkPress, "confirm"))
async def confirm(press: CallbackQuery, turn: Turn, data: BulkPress) -> None:
    """Confirm everybody who waited when the question was asked."""
    del press
    page = await turn.read(organizing.read_to_confirm, event_id=data.event_id)
    done = 0
    while True:
        batch = await turn.act(deciding.confirm_all, event_id=data.event_id, until=data.at)
        done += batch.number
        if batch.is_last:
            break
        await turn.show(list_cards.bulk_progress(turn.t, done, page.confirmable))
    if not done:
        raise StaleError
    await turn.show(list_cards.bulk_done(turn.t, data.event_id, done, batch.at))


@router.callback_query(Press(BulkPress, "undo"))
async def undo(press: CallbackQuery, turn: Turn, data: BulkPress) -> None:
    """Take back what was confirmed at once."""
    del press
    done = 0
    while True:
        batch = await turn.act(deciding.undo_all, event_id=data.event_id, confirmed_at=data.at)
        done += batch.number
        if batch.is_last:
            break
    if not done:
        raise StaleError
    await turn.show(list_cards.bulk_undone(turn.t, data.event_id, done))
