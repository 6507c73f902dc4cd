"""A line of work before a thread: in order, but for what must not wait behind the rest.

Always true: everything that was put is taken once, each kind in the order it came; whoever takes gets all that comes
first and, while such work waits, only a little of the rest, so that neither starves the other.
"""

from __future__ import annotations

import threading
from collections import deque
from typing import Final, Generic, TypeVar

T = TypeVar("T")

LARGEST_GROUP: Final = 256
"""How much may be taken at once."""
BESIDE_FIRST: Final = 16
"""How much of the rest is taken together with what comes first."""


class Line(Generic[T]):
    """A queue with two classes, emptied in groups by one thread."""

    def __init__(self) -> None:
        self._first: deque[T] = deque()
        self._rest: deque[T] = deque()
        self._changed = threading.Condition()
        self._is_closed = False

    def put(self, job: T, *, is_first: bool = False) -> None:
        """Add a job at the end of its class."""
        with self._changed:
            (self._first if is_first else self._rest).append(job)
            self._changed.notify()

    def close(self) -> None:
        """Let whoever takes end when nothing is left."""
        with self._changed:
            self._is_closed = True
            self._changed.notify()

    def reopen(self) -> None:
        """Let jobs wait again."""
        self._is_closed = False

    def take(self) -> list[T]:
        """Wait for work and return a group of it; nothing when the line is closed and empty."""
        with self._changed:
            while not (self._first or self._rest or self._is_closed):
                self._changed.wait()
            group = [self._first.popleft() for _ in range(min(len(self._first), LARGEST_GROUP))]
            most = BESIDE_FIRST if group else LARGEST_GROUP
            return group + [self._rest.popleft() for _ in range(min(len(self._rest), most))]
