"""Choosing the region, district or school an announcement is for, or is not for."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import branching, composing
from bot.actions.branching import Branches
from bot.domain.audience import Facet, Kind
from bot.middlewares.turn import Turn
from bot.telegram import Button, Outgoing
from bot.texts import Translator
from handlers.broadcast_callbacks import BranchPress
from handlers.callbacks import BroadcastPress, Press
from handlers.organizer import broadcast, broadcast_audience

router = Router(name="broadcast-branch")


@router.callback_query(Press(BranchPress, "look"))
async def look(press: CallbackQuery, turn: Turn, data: BranchPress) -> None:
    """Show one page of the units below one."""
    del press
    of = {"broadcast_id": data.broadcast_id, "unit_id": data.unit_id, "page": data.page}
    await turn.show(card(turn.t, await turn.read(branching.read_branches, **of)))


@router.callback_query(Press(BranchPress, "only", "without", "off"))
async def choose(press: CallbackQuery, turn: Turn, data: BranchPress) -> None:
    """Write only to a branch, to all but it, or not choose by it any more."""
    del press
    chosen = {"part": data.do, "choice": f"unit-{data.unit_id}"}
    view = await broadcast.attempt(turn, data.broadcast_id, composing.choose, **chosen)
    if view is not None:
        await turn.show(broadcast_audience.whom(turn.t, view))


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
        rows[:0] = _ways(t, view, Facet(kind=Kind.UNIT, id=view.unit.id))
        rows.append((_to(view, t("button-back"), "look", view.above),))
    draft = BroadcastPress(broadcast_id=broadcast_.id, revision=broadcast_.revision, do="whom", value="0").pack()
    rows.append((Button(text=t("button-audience-back"), data=draft),))
    text = t("branch-choose") if view.unit is None else t("branch-chosen", title=view.unit.title)
    return Outgoing(text=text, keyboard=tuple(rows))


def _ways(t: Translator, view: Branches, unit: Facet) -> list[tuple[Button]]:
    audience = view.broadcast.audience
    ways = [("button-audience-only-unit", "only")] if unit not in audience.only else []
    ways += [("button-audience-without", "without")] if unit not in audience.without else []
    ways += [("button-audience-off", "off")] if unit in audience.only | audience.without else []
    return [(_to(view, t(key), do, unit.id),) for key, do in ways]


def _id(view: Branches) -> int:
    return view.unit.id if view.unit else 0


def _to(view: Branches, label: str, do: str, unit_id: int = 0, page: int = 0) -> Button:
    of = {"broadcast_id": view.broadcast.id, "revision": view.broadcast.revision}
    return Button(text=label, data=BranchPress(**of, do=do, unit_id=unit_id, page=page).pack())
