"""A deed that takes two: seeing the request, agreeing, taking it back or saying no."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import vouching
from bot.domain.errors import StaleError
from bot.domain.vouch import Matter
from bot.middlewares.turn import Turn
from handlers.callbacks import Press
from handlers.organizer import vouch_cards as cards
from handlers.team_callbacks import VouchPress

router = Router(name="vouch")


async def show_vouch(turn: Turn, vouch_id: int) -> None:
    """Show a request as it stands now."""
    page = await turn.read(vouching.read_page, vouch_id=vouch_id, rules=turn.house.vouching)
    long = cards.before(page)
    for screen in long:
        await turn.send(screen)
    screen = cards.card(turn.t, page)
    await (turn.send(screen) if long else turn.show(screen))


async def is_agreed(turn: Turn, matter: Matter | None) -> bool:
    """Tell whether a deed (None: one that takes no second person) may be done; if not, ask and show the request."""
    if matter is None or (await turn.read(vouching.find_confirmed, matter=matter)) is not None:
        return True
    await show_vouch(turn, (await turn.act(vouching.request, matter=matter)).id)
    return False


@router.callback_query(Press(VouchPress))
async def act(press: CallbackQuery, turn: Turn, data: VouchPress) -> None:
    """Show a request, agree to it, take it back or say no."""
    del press
    match data.do:
        case "open":
            pass
        case "confirm":
            await turn.act(vouching.confirm, vouch_id=data.vouch_id, rules=turn.house.vouching)
        case "withdraw":
            await turn.act(vouching.withdraw, vouch_id=data.vouch_id)
        case _:
            raise StaleError
    await show_vouch(turn, data.vouch_id)
