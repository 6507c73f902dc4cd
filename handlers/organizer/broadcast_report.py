"""What became of an announcement, as a table to take along: figures only, nobody's name."""

from __future__ import annotations

import asyncio

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import broadcasting
from bot.actions.broadcasting import Progress
from bot.documents import workbook
from bot.middlewares.turn import Turn
from bot.outgoing import plain
from bot.telegram import Outgoing
from bot.texts import Translator
from handlers.broadcast_callbacks import AfterPress
from handlers.callbacks import Press
from handlers.organizer.broadcast_cards import start_of

router = Router(name="broadcast-report")


@router.callback_query(Press(AfterPress, "table"))
async def send_table(press: CallbackQuery, turn: Turn, data: AfterPress) -> None:
    """Send the figures as they are now as a spreadsheet."""
    del press
    view = await turn.read(broadcasting.read_progress, broadcast_id=data.broadcast_id)
    drawn = table(turn.t, view)
    content = await asyncio.to_thread(workbook.draw_xlsx, drawn, made_at=turn.now)
    text = turn.t("report-file", start=start_of(turn.t, view.broadcast))
    await turn.send(Outgoing(text=text, document=(f"announcement-{view.broadcast.id}.xlsx", content)))


def table(t: Translator, view: Progress) -> workbook.Table:
    """Return every figure with what it counts; those of the sending add up to the recipients."""
    sent, removal, made = view.report, view.removal, view.correction
    figures: dict[str, int] = {
        name: getattr(sent, name)
        for name in (
            "recipients", "sent", "waiting", "held", "kept", "unreachable", "unknown", "failed", "expired", "stopped"
        )
    }  # fmt: skip
    if view.broadcast.asks_reply:
        figures["confirmed"] = view.confirmed
    if made is not None:
        figures |= {"changed": made.changed, "not-changed": made.left}
    if removal is not None:
        figures |= {"removed": removal.removed, "not-removed": removal.left}
    rows = tuple((plain(t(f"report-{name}")), str(number)) for name, number in figures.items())
    return workbook.Table(
        title=plain(t("report-title")), head=(plain(t("report-what")), plain(t("report-people"))), rows=rows
    )
