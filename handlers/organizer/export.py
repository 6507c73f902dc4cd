"""Taking the registrations of an event along as a table; a large one takes a second person."""

from __future__ import annotations

import asyncio

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import exporting, fading
from bot.actions.exporting import Part, Request
from bot.documents import workbook
from bot.middlewares.turn import Turn
from bot.telegram import Outgoing, plain
from bot.texts import Translator
from handlers.callbacks import DeskPress, Press
from handlers.organizer.desk_cards import press as button
from handlers.organizer.list_cards import desk_button
from handlers.organizer.table import table
from handlers.organizer.vouch import is_agreed

router = Router(name="export")


@router.callback_query(Press(DeskPress, "table", "table-yes", "table-csv", "table-csv-yes"))
async def export(press: CallbackQuery, turn: Turn, data: DeskPress) -> None:
    """Give the table, or first ask whether it is needed."""
    del press
    kind, is_sure = "csv" if "csv" in data.do else "xlsx", data.do.endswith("-yes")
    request = await turn.read(exporting.read_request, event_id=data.id, rules=turn.house.vouching)
    if not request.rows:
        await turn.answer(turn.t("table-none"), is_alert=True)
    elif not request.is_agreed and not is_sure:
        await turn.show(question(turn.t, request))
    elif await is_agreed(turn, request.matter):
        await turn.answer(turn.t("table-making"))
        await send(turn, data.id, kind)


async def send(turn: Turn, event_id: int, kind: str) -> None:
    """Read the registrations part by part, record that they are taken along, and send them."""
    parts = [await turn.read(exporting.read_part, event_id=event_id, after=0)]
    while not parts[-1].is_last:
        after = parts[-1].lines[-1].registration.id
        parts.append(await turn.read(exporting.read_part, event_id=event_id, after=after))
    content = await asyncio.to_thread(draw, turn, parts, kind)
    rows = sum(len(part.lines) for part in parts)
    await turn.act(exporting.record, event_id=event_id, rows=rows, kind=kind, rules=turn.house.vouching)
    name = f"registrations-{parts[0].event.code}.{kind}"
    message_id = await turn.send(document(turn.t, parts[0], rows, (name, content)))
    await turn.act(fading.keep, message_id=message_id)


def draw(turn: Turn, parts: list[Part], kind: str) -> bytes:
    """Return the file; this takes a while and may be done in a thread of its own."""
    drawn = table(turn.t, parts)
    if kind == "csv":
        return workbook.draw_csv(drawn)
    taken_at = turn.t.moment(turn.now, parts[0].event.zone)
    mark = plain(turn.t("table-mark", name=turn.actor.display_name, moment=taken_at))
    return workbook.draw_xlsx(drawn, made_at=turn.now, mark=mark)


def question(t: Translator, request: Request) -> Outgoing:
    """Say what taking so many people's data along means, and ask whether it is needed."""
    event_id = request.event.id
    return Outgoing(
        text=t("table-question", title=request.event.title, rows=str(request.rows)),
        keyboard=(
            (button(t("button-table-yes"), "table-yes", event_id, "danger"),),
            (button(t("button-table-csv-yes"), "table-csv-yes", event_id, "danger"),),
            (button(t("button-table-no"), "event", event_id, "success"),),
        ),
    )


def document(t: Translator, part: Part, rows: int, file: tuple[str, bytes]) -> Outgoing:
    """The table with what is to be minded."""
    event = part.event
    is_csv = file[0].endswith("csv")
    other = () if is_csv else (button(t("button-table-csv"), "table-csv", event.id),)
    return Outgoing(
        text=t("table-caption", title=event.title, rows=str(rows)),
        document=file,
        keyboard=((*other, desk_button(t, event.id)),),
    )
