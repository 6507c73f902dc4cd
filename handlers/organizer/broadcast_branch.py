"""Choosing the region, district or school an announcement is for, or is not for."""

from __future__ import annotations

from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import branching, composing
from bot.actions.branching import Branches
from bot.middlewares.turn import Turn
from bot.telegram import Button, Outgoing
from bot.texts import Translator
from handlers.broadcast_callbacks import BranchPress
from handlers.callbacks import BroadcastPress, Press
from handlers.organizer import broadcast

router = Router(name="broadcast-branch")

PARTS: Final = {"only": "branch", "all": "branch", "without": "without"}


@router.callback_query(Press(BranchPress, "look"))
async def look(press: CallbackQuery, turn: Turn, data: BranchPress) -> None:
    """Show one page of the units below one."""
    del press
    of = {"broadcast_id": data.broadcast_id, "unit_id": data.unit_id, "page": data.page}
    await turn.show(card(turn.t, await turn.read(branching.read_branches, **of)))


@router.callback_query(Press(BranchPress, "only", "all", "without"))
async def choose(press: CallbackQuery, turn: Turn, data: BranchPress) -> None:
    """Write only to a branch, to all again, or to all but it."""
    del press
    choice = "all" if data.do == "all" else str(data.unit_id)
    drafted = BroadcastPress(broadcast_id=data.broadcast_id, revision=data.revision, do="set")
    view = await broadcast.attempt(turn, drafted, composing.choose, part=PARTS[data.do], choice=choice)
    if view is not None:
        await broadcast.show_draft(turn, view)


def card(t: Translator, view: Branches) -> Outgoing:
    """One unit with those below it, and what can be chosen."""
    broadcast_ = view.broadcast
    rows = [(_to(view, one.title.within(t.language), "look", one.id),) for one in view.below]
    turns = [_to(view, "⬅", "look", _id(view), view.page - 1)] if view.page else []
    if view.has_more:
        turns.append(_to(view, "➡", "look", _id(view), view.page + 1))
    if turns:
        rows.append(tuple(turns))  # type: ignore[arg-type]
    if view.unit is not None:
        taken = "button-branch-with" if view.unit.id in broadcast_.audience.without else "button-branch-without"
        rows.insert(0, (_to(view, t(taken), "without", view.unit.id),))
        rows.insert(0, (_to(view, t("button-branch-only"), "only", view.unit.id),))
        rows.append((_to(view, t("button-back"), "look", view.above),))
    elif broadcast_.audience.branches or broadcast_.audience.without:
        rows.append((_to(view, t("button-branch-all"), "all"),))
    draft = BroadcastPress(broadcast_id=broadcast_.id, revision=broadcast_.revision, do="open").pack()
    rows.append((Button(text=t("button-broadcast-draft"), data=draft),))
    text = t("branch-choose") if view.unit is None else t("branch-chosen", title=view.unit.title)
    return Outgoing(text=text, keyboard=tuple(rows))


def _id(view: Branches) -> int:
    return view.unit.id if view.unit else 0


def _to(view: Branches, label: str, do: str, unit_id: int = 0, page: int = 0) -> Button:
    of = {"broadcast_id": view.broadcast.id, "revision": view.broadcast.revision}
    return Button(text=label, data=BranchPress(**of, do=do, unit_id=unit_id, page=page).pack())
