"""People who register, a fixed number of them at once: each does the next thing as soon as the screen for it is there.

Always true: a turn is over when every screen of the script came, in the script's order; another screen is an error.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bench.api import Api
from bench.script import Turn, update

FIRST_ID = 1_000_000
PATIENCE = 90.0
"""Seconds within which everybody must have the screen they wait for."""


@dataclass(slots=True, eq=False)
class Person:
    """Where one person is in the script."""

    chat_id: int
    turn: int = 0
    seen: int = 0
    offered_at: float = 0.0
    screen: Mapping[str, Any] | None = None


@dataclass(slots=True, eq=False)
class Crowd:
    """The people who talk to one bot."""

    at_once: int
    most: int | None = None
    """How many may begin; None: as many as there is time for."""
    script: Sequence[Turn] = ()
    first_id: int = FIRST_ID
    api: Api = field(init=False)
    begun: int = 0
    completed: int = 0
    finished: int = 0
    """Turns that came to their end."""
    seconds: list[float] = field(default_factory=list)
    """How long each finished turn took, from the offer to the last screen."""
    deviations: list[str] = field(default_factory=list)
    people: dict[int, Person] = field(default_factory=dict)
    parked: list[Person] = field(default_factory=list)
    is_open: bool = False
    takes_more: bool = True

    def __post_init__(self) -> None:
        self.api = Api(self.hear)

    def open(self) -> None:
        """Let everybody go on, and newcomers in."""
        self.is_open = True
        parked, self.parked = self.parked, []
        for person in parked:
            self._go_on(person)
        while len(self.people) < self.at_once and self._may_begin():
            self._begin()

    async def close(self) -> None:
        """Let everybody wait after the turn they are in; RuntimeError when a screen does not come."""
        self.is_open = False
        try:
            async with asyncio.timeout(PATIENCE):
                while len(self.parked) < len(self.people):
                    await asyncio.sleep(0.002)
        except TimeoutError:
            waiting = [person.turn for person in self.people.values() if person not in self.parked]
            raise RuntimeError(f"no screen came for turns {sorted(waiting)}; {self.deviations[:3]}") from None

    async def finish(self) -> None:
        """Let everybody who has begun come to the end of the script."""
        self.takes_more = False
        self.open()
        async with asyncio.timeout(PATIENCE):
            while self.people:
                await asyncio.sleep(0.002)

    def hear(self, chat_id: int, method: str, _payload: Mapping[str, Any], message: Mapping[str, Any]) -> None:
        """Take a screen; when it is the turn's last one, the person goes on."""
        person = self.people.get(chat_id)
        if person is None:
            return
        if "reply_markup" in message:
            person.screen = message
        screens = self.script[person.turn]["screens"]
        expected = screens[person.seen]["method"] if person.seen < len(screens) else "nothing"
        if method != expected:
            self.deviations.append(f"turn {person.turn}: {method} instead of {expected}")
        person.seen += 1
        if person.seen == len(screens):
            self.seconds.append(time.perf_counter() - person.offered_at)
            self.finished += 1
            person.turn, person.seen = person.turn + 1, 0
            asyncio.get_running_loop().call_soon(self._go_on, person)

    def _may_begin(self) -> bool:
        return self.takes_more and (self.most is None or self.begun < self.most)

    def _begin(self) -> None:
        person = Person(self.first_id + self.begun)
        self.begun += 1
        self.people[person.chat_id] = person
        self._go_on(person)

    def _go_on(self, person: Person) -> None:
        if person.turn == len(self.script):
            del self.people[person.chat_id]
            self.completed += 1
            if self.is_open and self._may_begin():
                self._begin()
        elif not self.is_open:
            self.parked.append(person)
        else:
            person.offered_at = time.perf_counter()
            deed = self.script[person.turn]["deed"]
            self.api.offer(update(deed, person.chat_id, self.api.new_message_id(), person.screen))
