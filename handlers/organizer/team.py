"""The people of a programme: invite them for a part and a time, change what they may do, let them go."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import inviting, medical, staffing
from bot.domain.access import Role
from bot.domain.errors import StaleError
from bot.middlewares.turn import Turn
from handlers.callbacks import DeskPress, Press
from handlers.links import deep_link, new_token
from handlers.organizer import team_cards as cards
from handlers.organizer.standing import stand
from handlers.organizer.vouch import is_agreed
from handlers.team_callbacks import GrantPress, TeamPress

router = Router(name="team")


async def show_team(turn: Turn, programme_id: int) -> None:
    """Show who holds a role in a programme."""
    programme, found = await turn.read(staffing.list_team, programme_id=programme_id)
    is_medic = await turn.read(medical.is_own, programme_id=programme_id)
    await stand(turn, programme=programme_id)
    await turn.show(cards.team(turn.t, programme, found, is_medic=is_medic))


async def show_person(turn: Turn, grant_id: int) -> None:
    """Show what one person may do."""
    organizer, programme_id = await turn.read(staffing.read_organizer, grant_id=grant_id)
    await turn.show(cards.person(turn.t, organizer, programme_id))


@router.callback_query(Press(DeskPress, "team", "staff"))
async def go(press: CallbackQuery, turn: Turn, data: DeskPress) -> None:
    """Show the team, or begin to invite somebody."""
    del press
    if data.do == "team":
        await show_team(turn, data.id)
        return
    choice = await turn.read(inviting.read_choice, programme_id=data.id)
    await turn.show(cards.choose_role(turn.t, choice))


@router.callback_query(Press(TeamPress))
async def invite(press: CallbackQuery, turn: Turn, data: TeamPress) -> None:
    """Choose a role, its part and its end, one after the other; then make the link."""
    del press
    if data.role not in set(inviting.INVITED):
        raise StaleError
    if data.do == "make":
        await make_link(turn, data)
        return
    inside = data.unit_id if data.do == "unit" else 0
    choice = await turn.read(inviting.read_choice, programme_id=data.programme_id, unit_id=inside)
    show = {"part": cards.choose_part, "unit": cards.choose_unit, "until": cards.choose_end}.get(data.do)
    if show is None:
        raise StaleError
    await turn.show(show(turn.t, choice, data))


async def make_link(turn: Turn, data: TeamPress) -> None:
    """Make a link for what was chosen."""
    chosen = {"programme_id": data.programme_id, "role": Role(data.role), "days": data.days}
    part = {"event_id": data.event_id, "unit_id": data.unit_id}
    if not await is_agreed(turn, await turn.read(inviting.read_matter, **chosen, **part)):
        return
    token, token_hash = new_token()
    invitation = await turn.act(
        inviting.make_staff_link,
        token_hash=token_hash,
        event_id=data.event_id or None,
        unit_id=data.unit_id or None,
        **chosen,
    )
    await turn.show(cards.staff_link(turn.t, invitation, deep_link(turn.house.bot_name, f"s-{token}")))


@router.callback_query(Press(GrantPress))
async def change(press: CallbackQuery, turn: Turn, data: GrantPress) -> None:
    """Show a person, or give them another role or another end."""
    del press
    match data.do:
        case "open":
            await show_person(turn, data.grant_id)
        case "when":
            organizer, _ = await turn.read(staffing.read_organizer, grant_id=data.grant_id)
            await turn.show(cards.change_end(turn.t, organizer))
        case "end":
            await show_person(turn, await turn.act(staffing.change, grant_id=data.grant_id, days=data.days))
        case "release" | "release-end":
            found = await turn.act(staffing.let_release, grant_id=data.grant_id, may=data.do == "release")
            await turn.show(cards.person(turn.t, *found))
        case role if role in set(inviting.INVITED):
            await give_role(turn, data.grant_id, Role(role))
        case _:
            raise StaleError


async def give_role(turn: Turn, grant_id: int, role: Role) -> None:
    """Give a person another role, if nobody else has to agree to it or somebody did."""
    if await is_agreed(turn, await turn.read(staffing.read_matter, grant_id=grant_id, role=role)):
        await show_person(turn, await turn.act(staffing.change, grant_id=grant_id, role=role))


@router.callback_query(Press(DeskPress, "dismiss"))
async def ask_to_dismiss(press: CallbackQuery, turn: Turn, data: DeskPress) -> None:
    """Ask before a role is taken back."""
    del press
    organizer, programme_id = await turn.read(staffing.read_organizer, grant_id=data.id)
    await turn.show(cards.dismiss_question(turn.t, organizer, programme_id))


@router.callback_query(Press(DeskPress, "dismiss-yes"))
async def dismiss(press: CallbackQuery, turn: Turn, data: DeskPress) -> None:
    """Take a role back."""
    del press
    await show_team(turn, await turn.act(staffing.dismiss, grant_id=data.id))


@router.callback_query(Press(DeskPress, "medic"))
async def switch_medic(press: CallbackQuery, turn: Turn, data: DeskPress) -> None:
    """Let an organizer read health answers, or no more."""
    del press
    await turn.act(medical.switch, grant_id=data.id)
    await show_person(turn, data.id)


@router.callback_query(Press(DeskPress, "medic-own"))
async def switch_own_medic(press: CallbackQuery, turn: Turn, data: DeskPress) -> None:
    """Let an owner read health answers, or no more."""
    del press
    await turn.act(medical.switch_own, programme_id=data.id)
    await show_team(turn, data.id)
