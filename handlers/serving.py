"""From a raw update to its handler: parse one update, find out who it is from, route it.

Always true: a person is served in a private chat only, and groups have a door of their own (`staffroom`); a refusal is
explained and a press answered, whatever happens; after a crash the screen is shown again and nothing acts.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from aiogram.types import Update
from pydantic import ValidationError

from bot.domain.errors import DomainError, TooMuchError
from bot.intake import Incoming, PoisonError
from bot.middlewares.turn import House, Turn, make_turn, who
from handlers import staffroom
from handlers.current import explain, show_current
from handlers.organizer import attest
from handlers.routers import build_router
from handlers.routing import Event, Routes

KINDS = frozenset({"message", "callback_query", "my_chat_member"})
"""The kinds of updates this program asks for."""
READ_OF_PRESSED = ("message_id", "chat", "date", "photo")
"""What is read of a message whose button was pressed; its words and buttons are ours, and long to parse."""


@cache
def conversation() -> Routes:
    """Return the whole conversation; it knows no database and no token, so any number of programs may share it.

    Events are handed to their handlers at once: who is asking and what became of it is ours to know (`Turn`, `Intake`).
    """
    Update.model_rebuild()  # built now, so that the first who writes need not wait for it
    return Routes(build_router())


class Serving:
    """The conversation as one function of an update; nothing is sent through aiogram's own client."""

    def __init__(self, house: House) -> None:
        """Take the handlers."""
        self.house = house
        self.routes = conversation()

    async def handle(self, incoming: Incoming) -> None:
        """Serve one update; PoisonError when it cannot be parsed."""
        update = _parse(incoming.raw)
        person, chat, press = who(update)
        if chat is not None and chat.type != "private":
            await staffroom.serve(self.house, incoming, update)
            return
        if person is None or chat is None or person.is_bot:
            return
        turn = await make_turn(self.house, incoming, person, press)
        try:
            if incoming.is_refused:
                await explain(turn, TooMuchError())
            elif incoming.is_effected:
                await show_current(turn)
            else:
                await self._route(update, turn)
        finally:
            await turn.answer()

    async def _route(self, update: Update, turn: Turn) -> None:
        await attest.forget_if_left(turn)
        try:
            await self.routes.serve(_event_of(update), turn)
        except DomainError as error:
            await explain(turn, error)


def _event_of(update: Update) -> Event:
    event = update.message or update.callback_query or update.my_chat_member
    assert event is not None  # noqa: S101 - `who` found a person, so it is one of the three
    return event


def _parse(raw: dict[str, Any]) -> Update:
    """Return the update; PoisonError, which holds none of its words, when it cannot be understood."""
    try:
        return Update.model_validate(_without_old_words(raw))
    except (ValidationError, ValueError, OverflowError, RecursionError) as error:
        raise PoisonError(type(error).__name__) from None


def _without_old_words(raw: dict[str, Any]) -> dict[str, Any]:
    """Return the update with no more of the message under which a button was pressed than is ever read."""
    press = raw.get("callback_query")
    message = press.get("message") if isinstance(press, dict) else None
    if not isinstance(press, dict) or not isinstance(message, dict):
        return raw
    bare = {name: message[name] for name in READ_OF_PRESSED if name in message}
    return {**raw, "callback_query": {**press, "message": bare}}
