"""A child's guardians at the desk: who they are, with telephones; a limit with its reason, and its undo."""

from __future__ import annotations

from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import accounts, guarding
from bot.domain.errors import StaleError
from bot.domain.guardian import Limit
from bot.middlewares.turn import Turn
from bot.telegram import Outgoing
from handlers.callbacks import Press
from handlers.circle_callbacks import WardPress
from handlers.organizer import ward_cards as cards
from handlers.places import At

router = Router(name="wards")

LIMITS: Final = {"no-decide": Limit.MAY_NOT_DECIDE, "no-know": Limit.MAY_NOT_KNOW}
CHANGES: Final = {"lift": guarding.lift, "first": guarding.put_first, "allow": guarding.allow_more}


@router.callback_query(Press(WardPress))
async def open_ward(press: CallbackQuery, turn: Turn, data: WardPress) -> None:
    """Do what a button about a guardian asks for."""
    del press
    of = {"registration_id": data.registration_id, "link_id": data.link_id}
    match data.do:
        case "list":
            await show_list(turn, data.registration_id)
        case "open":
            await turn.show(cards.ward(turn.t, await turn.read(guarding.read_ward, **of)))
        case change if change in CHANGES:
            await turn.show(cards.ward(turn.t, await turn.act(CHANGES[change], **of)))
        case limit if limit in LIMITS:
            await ask_reason(turn, data)
        case ready if ready.startswith("set-"):
            await set_limit(turn, of, *_ready(turn, ready))
        case "end":
            await turn.show(cards.ask_end(turn.t, await turn.read(guarding.read_ward, **of)))
        case "end-yes":
            await turn.act(guarding.end, **of)
            await show_list(turn, data.registration_id)
        case _:
            raise StaleError


async def show_list(turn: Turn, registration_id: int) -> None:
    """Show every guardian of a child."""
    found = await turn.read(guarding.list_wards, registration_id=registration_id)
    await turn.show(cards.wards(turn.t, found, registration_id))


async def ask_reason(turn: Turn, data: WardPress) -> None:
    """Ask why a guardian is limited, by buttons or in own words."""
    of = {"registration_id": data.registration_id, "link_id": data.link_id}
    ward = await turn.read(guarding.read_ward, **of)
    args = {"registration": data.registration_id, "link": data.link_id, "do": data.do}
    await turn.act(accounts.go, place=guarding.PLACE, args=args)
    await turn.show(cards.why(turn.t, ward, data.do))


async def show_current(turn: Turn) -> None:
    """Show the question why again, after a restart for instance."""
    args = turn.actor.place_args
    ward = await turn.read(guarding.read_ward, registration_id=args["registration"], link_id=args["link"])
    await turn.show(cards.why(turn.t, ward, args["do"]))


@router.message(At(guarding.PLACE))
async def take_reason(message: Message, turn: Turn) -> None:
    """Take a typed reason."""
    reason = (message.text or "").strip()
    if not reason or len(reason) > guarding.LONGEST_REASON:
        await turn.send(Outgoing(text=turn.t("reason-problem", longest=guarding.LONGEST_REASON)))
        return
    args = turn.actor.place_args
    of = {"registration_id": args["registration"], "link_id": args["link"]}
    await set_limit(turn, of, LIMITS[args["do"]], reason)


async def set_limit(turn: Turn, of: dict[str, int], what: Limit, reason: str) -> None:
    """Limit a guardian for a reason, typed or ready."""
    await turn.show(cards.ward(turn.t, await turn.act(guarding.limit, **of, what=what, reason=reason)))


def _ready(turn: Turn, data: str) -> tuple[Limit, str]:
    """Return the limit and the words of a ready reason."""
    for do, limit in LIMITS.items():
        for reason in cards.REASONS:
            if data == f"set-{do}-{reason}":
                return limit, str(turn.t(f"limit-reason-{reason}"))
    raise StaleError
