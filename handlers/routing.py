"""One flat table of handlers: what aiogram's routers declare, found without walking through all of them.

Always true: handlers are tried in the routers' order, and one is passed over unasked only when its own filter would
refuse the event: a press of another class, a message on another screen, no command where one is awaited.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

from aiogram import Router
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from bot.middlewares.turn import Turn
from handlers.callbacks import Press
from handlers.places import AnyCommand, At, Command

Event = Message | CallbackQuery | ChatMemberUpdated
Handlers = tuple[HandlerObject, ...]
Kind = TypeVar("Kind", bound=Filter)

MESSAGE: Final = "message"
PRESS: Final = "callback_query"
REACH: Final = "my_chat_member"


class Routes:
    """Which handlers may answer which event."""

    def __init__(self, whole: Router) -> None:
        """Read the routers once; their own middlewares and filters are not looked at, so there must be none."""
        self._reaches = _declared(whole, REACH)
        declared = _declared(whole, MESSAGE)
        self._commands = declared
        self._places = _by_place([one for one in declared if not _filters(one, Command, AnyCommand)])
        self._presses = _by_prefix(_declared(whole, PRESS))

    async def serve(self, event: Event, turn: Turn) -> None:
        """Hand an event to the first handler whose filters let it through."""
        for handler in self._candidates(event, turn):
            fits, found = await handler.check(event, turn=turn)
            if fits:
                await handler.call(event, **found)
                return

    def _candidates(self, event: Event, turn: Turn) -> Handlers:
        if isinstance(event, CallbackQuery):
            prefix = (event.data or "").partition(":")[0] + ":"
            return self._presses.get(prefix) or self._presses[""]
        if isinstance(event, ChatMemberUpdated):
            return self._reaches
        if (event.text or "").startswith("/"):
            return self._commands
        return self._places.get(turn.actor.place) or self._places[""]


def _declared(whole: Router, kind: str) -> Handlers:
    return tuple(handler for router in whole.chain_tail for handler in router.observers[kind].handlers)


def _filters(handler: HandlerObject, *kinds: type[Kind]) -> list[Kind]:
    """Return the filters of these kinds that a handler has."""
    return [one.callback for one in handler.filters or () if isinstance(one.callback, kinds)]


def _by_prefix(declared: Sequence[HandlerObject]) -> dict[str, Handlers]:
    """Return the handlers that each beginning of a press's data may reach; "" stands for all others."""
    wanted = {"", *(press.prefix for one in declared for press in _filters(one, Press))}
    return {
        prefix: tuple(one for one in declared if all(press.prefix == prefix for press in _filters(one, Press)))
        for prefix in wanted
    }


def _by_place(declared: Sequence[HandlerObject]) -> dict[str, Handlers]:
    """Return the handlers that a message on each screen may reach; "" stands for all others."""
    wanted = {"", *_places(declared)}
    return {
        place: tuple(one for one in declared if all(place in at.places for at in _filters(one, At))) for place in wanted
    }


def _places(declared: Sequence[HandlerObject]) -> Iterator[str]:
    for handler in declared:
        for at in _filters(handler, At):
            yield from at.places
