"""An event loop whose time passes only when nobody has anything to do: hours take milliseconds, and exactly."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Coroutine, Mapping
from typing import Any, TypeVar

T = TypeVar("T")


class _Skipping(selectors.DefaultSelector):
    """A selector that never sleeps: it moves the loop's time forward instead."""

    loop: VirtualLoop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        found = super().select(0)
        if not found and timeout:
            self.loop.seconds += timeout
        return found


class VirtualLoop(asyncio.SelectorEventLoop):
    """A loop that lives in its own time."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        selector = _Skipping()
        selector.loop = self
        super().__init__(selector)

    def time(self) -> float:
        return self.seconds


def run(main: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine to its end in virtual time."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(main)


def fullest(instants: list[float], window: float) -> int:
    """Return the largest number of instants inside any window of so many seconds, its end excluded."""
    ordered, first, most = sorted(instants), 0, 0
    for last, instant in enumerate(ordered):
        while instant - ordered[first] >= window:
            first += 1
        most = max(most, last - first + 1)
    return most


def by_chat(sent: list[tuple[int, float]]) -> Mapping[int, list[float]]:
    """Return the instants of each chat."""
    found: dict[int, list[float]] = {}
    for chat_id, at in sent:
        found.setdefault(chat_id, []).append(at)
    return found
