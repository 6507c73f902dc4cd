"""Finding a registration by a part of a name, a school or a phone."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import finding
from bot.actions.finding import Findings, Hit
from bot.domain.event import Event
from bot.middlewares.turn import Turn
from bot.telegram import Button, Outgoing
from bot.texts import Translator
from handlers.callbacks import DecisionPress, DeskPress, Press
from handlers.form.answers import short
from handlers.organizer.list_cards import LONGEST_LABEL, desk_button
from handlers.places import At

router = Router(name="find")

ICONS = {
    "awaiting_guardian": "👪",
    "pending": "⏳",
    "returned": "✏️",
    "confirmed": "✅",
    "waitlisted": "🕓",
    "declined": "✖️",
    "refused": "🚫",
    "cancelled": "👋",
}
"""How a registration stands, as on the desk."""


@router.callback_query(Press(DeskPress, "find"))
async def begin(press: CallbackQuery, turn: Turn, data: DeskPress) -> None:
    """Ask whom to find."""
    del press
    await turn.show(question(turn.t, await turn.act(finding.begin, event_id=data.id)))


async def show_current(turn: Turn) -> None:
    """Ask again, after a restart for instance."""
    event = await turn.read(finding.read_event, event_id=turn.actor.place_args["event"])
    await turn.show(question(turn.t, event))


@router.message(At(finding.FIND))
async def take_text(message: Message, turn: Turn) -> None:
    """Look for what was typed; the next message is looked for as well."""
    event_id = turn.actor.place_args["event"]
    found = await turn.act(finding.find, event_id=event_id, text=message.text or "")
    await turn.send(results(turn.t, found))


def question(t: Translator, event: Event) -> Outgoing:
    """Ask whom to find."""
    return Outgoing(text=t("find-question", title=event.title), keyboard=((desk_button(t, event.id),),))


def results(t: Translator, found: Findings) -> Outgoing:
    """The best hits as buttons, and whether there are more."""
    key = "find-short" if found.is_too_short else "find-none"
    if found.hits:
        key = "find-found" if found.total == len(found.hits) else "find-more"
    text = t(key, shown=str(len(found.hits)), total=str(found.total)) if found.hits else t(key)
    rows = tuple((_hit(t, hit),) for hit in found.hits)
    return Outgoing(text=text, keyboard=(*rows, (desk_button(t, found.event.id),)))


def _hit(t: Translator, hit: Hit) -> Button:
    place = f" · {hit.unit.within(t.language)}" if hit.unit else ""
    if hit.guardian is not None:
        place = f" · 👪 {hit.guardian}"
    data = DecisionPress(registration_id=hit.registration_id, revision=0, do="open").pack()
    return Button(text=short(f"{ICONS[hit.status.value]} {hit.name}{place}", LONGEST_LABEL), data=data)
