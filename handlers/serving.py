"""From a raw update to its handler: parse one update, route it, or show the screen again after a crash."""

from __future__ import annotations

from functools import cache

from aiogram import Bot, Dispatcher
from aiogram.types import Update
from pydantic import ValidationError

from bot.intake import Incoming, PoisonError
from bot.middlewares.turn import House, TurnMiddleware, make_turn, who
from handlers.current import explain, show_current
from handlers.routers import build_router

KINDS = frozenset({"message", "callback_query", "my_chat_member"})
"""The kinds of updates this program asks for."""


@cache
def conversation() -> Dispatcher:
    """Return the one dispatcher; it knows no database and no token, so any number of programs may share it."""
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.update.outer_middleware(TurnMiddleware(explain))
    dispatcher.include_router(build_router())
    return dispatcher


class Serving:
    """The conversation as one function of an update."""

    def __init__(self, house: House, token: str) -> None:
        """Take the dispatcher; nothing is sent through aiogram's own client."""
        self.house = house
        self.bot = Bot(token)
        self.dispatcher = conversation()

    async def handle(self, incoming: Incoming) -> None:
        """Serve one update; PoisonError when it cannot be parsed."""
        try:
            update = Update.model_validate(incoming.raw, context={"bot": self.bot})
        except (ValidationError, ValueError, OverflowError, RecursionError) as error:
            raise PoisonError(type(error).__name__) from None
        if incoming.is_effected:
            await self._show_again(incoming, update)
            return
        await self.dispatcher.feed_update(self.bot, update, incoming=incoming, house=self.house)

    async def _show_again(self, incoming: Incoming, update: Update) -> None:
        person, chat, press = who(update)
        if person is None or chat is None or chat.type != "private":
            return
        turn = await make_turn(self.house, incoming, person, press)
        try:
            await show_current(turn)
        finally:
            await turn.answer()
