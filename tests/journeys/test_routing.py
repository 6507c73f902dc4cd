"""The flat table of handlers leaves out only what would have refused anyway."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.filters import Filter

from handlers import entry
from handlers.callbacks import Press
from handlers.places import AnyCommand, At, Command
from handlers.routing import Routes
from handlers.serving import conversation


def test_only_a_handler_whose_own_filter_refuses_is_passed_over() -> None:
    routes, presses, messages = conversation(), _declared("callback_query"), _declared("message")
    assert len(presses) > 100
    assert len(messages) > 30
    for prefix, kept in routes._presses.items():
        assert kept == tuple(one for one in presses if prefix in _prefixes(one) or not _prefixes(one))
    for place, kept in routes._places.items():
        typed = [one for one in messages if not any(isinstance(each, (Command, AnyCommand)) for each in _own(one))]
        assert kept == tuple(one for one in typed if place in _places(one) or not _places(one))
    assert routes._commands == messages


def test_every_declared_handler_is_reached() -> None:
    routes = conversation()
    assert _all(routes._presses.values()) == set(map(id, _declared("callback_query")))
    assert _all([routes._commands, *routes._places.values()]) == set(map(id, _declared("message")))
    assert _all([routes._reaches]) == set(map(id, _declared("my_chat_member")))


def test_no_router_has_filters_or_middlewares_of_its_own() -> None:
    for router in _whole().chain_tail:
        for observer in router.observers.values():
            assert not observer._handler.filters
            assert not [*observer.middleware, *observer.outer_middleware]


def test_a_table_that_forgets_an_order_is_noticed() -> None:
    turned = Routes(_whole())
    turned._presses = {prefix: kept[::-1] for prefix, kept in turned._presses.items()}
    assert turned._presses != conversation()._presses


def _whole() -> Any:
    conversation()
    return entry.router.parent_router


def _declared(kind: str) -> tuple[HandlerObject, ...]:
    return tuple(handler for router in _whole().chain_tail for handler in router.observers[kind].handlers)


def _own(handler: HandlerObject) -> list[Filter]:
    return [cast("Filter", one.callback) for one in handler.filters or ()]


def _prefixes(handler: HandlerObject) -> set[str]:
    return {one.prefix for one in _own(handler) if isinstance(one, Press)}


def _places(handler: HandlerObject) -> set[str]:
    return {place for one in _own(handler) if isinstance(one, At) for place in one.places}


def _all(rows: Iterable[Iterable[HandlerObject]]) -> set[int]:
    return {id(one) for row in rows for one in row}
