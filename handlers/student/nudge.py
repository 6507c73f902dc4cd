"""How a nudge about an unfinished form looks, and the button that ends them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import nudging
from bot.domain.language import Localized
from bot.middlewares.turn import Turn
from bot.telegram import Button, Outgoing
from bot.texts import Translator
from handlers.callbacks import DraftPress, NudgePress, Press
from handlers.cards import home_row

router = Router(name="nudge")


@router.callback_query(Press(NudgePress))
async def stop(press: CallbackQuery, turn: Turn, data: NudgePress) -> None:
    """Nudge no more about a draft."""
    del press
    draft = await turn.act(nudging.stop, draft_id=data.draft_id)
    await turn.show(stopped(turn.t, draft.id, is_open=draft.state == "open"))


def nudge(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Say where the person stopped and how little is left."""
    where = (
        t("nudge-whole")
        if data["position"] is None
        else t("nudge-where", position=data["position"], total=data["total"], minutes=data["minutes"])
    )
    parts = [
        t("nudge-head", event=Localized.of(data["event"])),
        where,
        t("nudge-saved", closes=t.day(date.fromisoformat(data["closes_on"]))),
        *([t("nudge-last")] if data["is_last"] else []),
    ]
    ends = Button(text=t("button-no-nudges"), data=NudgePress(draft_id=data["draft"]).pack())
    rows = ((_onward(t, data["draft"]),), *(() if data["is_last"] else ((ends,),)))
    return Outgoing(text="\n\n".join(parts), keyboard=rows)


def stopped(t: Translator, draft_id: int, *, is_open: bool) -> Outgoing:
    """Say that no more nudges come, with the way on."""
    rows = ((_onward(t, draft_id),), home_row(t)) if is_open else (home_row(t),)
    return Outgoing(text=t("nudge-stopped-open" if is_open else "nudge-stopped"), keyboard=rows)


def _onward(t: Translator, draft_id: int) -> Button:
    data = DraftPress(draft_id=draft_id, revision=0, do="resume").pack()
    return Button(text=t("button-nudge-continue"), data=data, style="success")
