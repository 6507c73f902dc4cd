"""What a registration gives to hold in one's hands: the ticket's picture and the printable registration."""

from __future__ import annotations

import asyncio
import secrets

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import browsing, dossiers, ticketing
from bot.documents.dossier import draw_dossier
from bot.documents.ticket import draw_ticket
from bot.domain.ticket import NOISE_BYTES, read_code
from bot.middlewares.turn import Turn
from bot.telegram import BadRequest, Outgoing
from handlers import gate
from handlers.callbacks import PaperPress, Press
from handlers.links import deep_link
from handlers.places import Command
from handlers.student import sheets, ticket_cards

router = Router(name="papers")
door = Router(name="ticket-check")


@router.callback_query(Press(PaperPress, "ticket"))
async def open_ticket(press: CallbackQuery, turn: Turn, data: PaperPress) -> None:
    """Show a ticket to its family."""
    del press
    await show_ticket(turn, data.registration_id)


@router.callback_query(Press(PaperPress, "renew"))
async def renew(press: CallbackQuery, turn: Turn, data: PaperPress) -> None:
    """Replace a ticket by a new one, and say so under the old picture."""
    del press
    random = {"key": turn.house.ticket_key, "noise": secrets.token_bytes(NOISE_BYTES)}
    view = await turn.act(ticketing.renew, registration_id=data.registration_id, **random)
    await mark_replaced(turn)
    await send_ticket(turn, view)


@router.callback_query(Press(PaperPress, "pdf"))
async def print_registration(press: CallbackQuery, turn: Turn, data: PaperPress) -> None:
    """Give a registration as a PDF."""
    del press
    dossier = await turn.read(dossiers.read, registration_id=data.registration_id)
    sheet = sheets.registration(turn.t, dossier)
    name = f"registration-{dossier.card.registration.id}.pdf"
    await turn.send(Outgoing(text=turn.t("pdf-here"), document=(name, await draw(turn, (sheet,)))))


@door.message(Command("ticket"))
async def check_typed(message: Message, turn: Turn, argument: str) -> None:
    """Tell an organizer whose ticket has this short code; without a code a family gets its own tickets."""
    del message
    code = read_code(argument)
    if code is None and not argument and not turn.actor.is_staff:
        await show_own(turn)
        return
    if code is None:
        await turn.send(Outgoing(text=turn.t("ticket-how")))
        return
    await gate.show_typed(turn, code)


async def show_ticket(turn: Turn, registration_id: int) -> None:
    """Show the ticket of a registration; the first time it is made."""
    random = {"key": turn.house.ticket_key, "noise": secrets.token_bytes(NOISE_BYTES)}
    await send_ticket(turn, await turn.act(ticketing.open_ticket, registration_id=registration_id, **random))


async def show_own(turn: Turn) -> None:
    """Show the only ticket of a family, or let it choose among several."""
    found = [view for view in await turn.read(browsing.list_of_family) if view.registration.takes_part]
    if len(found) == 1:
        await show_ticket(turn, found[0].registration.id)
        return
    await turn.show(ticket_cards.own(turn.t, found))


async def show_current(turn: Turn) -> None:
    """Show the ticket a person is on, after a restart for instance."""
    await show_ticket(turn, turn.actor.place_args["registration"])


async def send_ticket(turn: Turn, view: ticketing.TicketView) -> None:
    """Draw a ticket and send the picture."""
    content = deep_link(turn.house.bot_name, f"t-{view.secret}")
    face = ticket_cards.face(turn.t, view)
    picture = await asyncio.to_thread(draw_ticket, content=content, face=face, look=view.card.event.card)
    await turn.send(ticket_cards.ticket(turn.t, view, picture))


async def mark_replaced(turn: Turn) -> None:
    """Say under the pressed picture that it is good no more; a message too old to be changed stays."""
    if turn.press is None or turn.press.message is None:
        return
    telegram_id, message_id = turn.actor.telegram_id, turn.press.message.message_id
    method, payload = ticket_cards.replaced(turn.t).edit_request(telegram_id, message_id)
    try:
        await turn.house.telegram.call(method, payload, chat_id=telegram_id)
    except BadRequest:
        return


async def draw(turn: Turn, drawn: tuple[sheets.Sheet, ...]) -> bytes:
    """Draw sheets as a PDF in the person's language."""
    t = turn.t
    return await asyncio.to_thread(
        draw_dossier,
        drawn,
        language=t.language.value,
        title=drawn[0].kind if drawn else "",
        foot=sheets.foot(t, turn.now),
    )
