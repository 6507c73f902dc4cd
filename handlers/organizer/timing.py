"""An event's reminders: what goes to whom and when, changed by buttons."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import timing
from bot.domain.errors import StaleError
from bot.domain.reminder import Kind
from bot.middlewares.turn import Turn
from handlers.callbacks import Press
from handlers.organizer import timing_cards as cards
from handlers.organizer.standing import stand
from handlers.talk_callbacks import ReminderPress

router = Router(name="reminders")


@router.callback_query(Press(ReminderPress, "list", "open"))
async def open_rules(press: CallbackQuery, turn: Turn, data: ReminderPress) -> None:
    """Show every rule, or one of them."""
    del press
    rules = await turn.read(timing.read_rules, event_id=data.event_id)
    await stand(turn, event=data.event_id)
    line = next((one for one in rules.lines if one.rule.code == data.rule), None)
    await turn.show(cards.rules(turn.t, rules) if line is None else cards.rule(turn.t, rules, line))


@router.callback_query(Press(ReminderPress, "off", "on", "set"))
async def change(press: CallbackQuery, turn: Turn, data: ReminderPress) -> None:
    """Turn a rule off or on, or change its time."""
    del press
    before = await turn.read(timing.read_rules, event_id=data.event_id)
    was = next((one for one in before.lines if one.rule.code == data.rule), None)
    if was is None:
        raise StaleError
    about = {"event_id": data.event_id, "code": data.rule}
    if data.do == "set":
        rules = await turn.act(timing.set_time, setting=data.value, **about)
    else:
        rules = await turn.act(timing.switch, is_off=data.do == "off", **about)
    line = next(one for one in rules.lines if one.rule.code == data.rule)
    await turn.show(cards.rule(turn.t, rules, line, was=was))


@router.callback_query(Press(ReminderPress, "add"))
async def add(press: CallbackQuery, turn: Turn, data: ReminderPress) -> None:
    """Add a rule of a known kind."""
    del press
    if data.value not in set(Kind):
        raise StaleError
    await turn.show(cards.rules(turn.t, await turn.act(timing.add, event_id=data.event_id, kind=Kind(data.value))))
