"""The list of a gate with names, for organizers; of many people only after a second person agreed."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import carrying
from bot.middlewares.turn import Turn
from handlers import offline
from handlers.callbacks import Press
from handlers.gate_callbacks import OfflinePress
from handlers.organizer.vouch import is_agreed

router = Router(name="gate-names")


@router.callback_query(Press(OfflinePress, "names"))
async def take(press: CallbackQuery, turn: Turn, data: OfflinePress) -> None:
    """Give the list of a gate with names."""
    del press
    of = {"event_id": data.event_id, "gate": data.gate, "rules": turn.house.vouching}
    if await is_agreed(turn, await turn.read(carrying.read_matter, **of)):
        await offline.send_list(turn, data.event_id, data.gate, with_names=True)
