"""Named moments at which a process can be made to die, by its own hand and by SIGKILL, so that nothing runs after it.

The program knows nothing of them: in the process that is to die, the function at whose beginning or end it dies is
replaced by one that does so the n-th time. The name is written to a file first, so that every death is known by it.
"""

from __future__ import annotations

import importlib
import inspect
import os
import signal
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

FUNCTIONS = {
    "opening the database": "storage.database:Database.open",
    "taking up what was left": "bot.intake:Intake.recover",
    "reading what was left": "storage.inbox:unfinished",
    "fetching a batch": "bot.polling:Polling._fetch",
    "receiving": "bot.intake:Intake.receive",
    "keeping": "bot.intake:Intake._keep",
    "adding to the inbox": "storage.inbox:add",
    "a commit": "storage.database:_write_group",
    "telling of a commit": "storage.database:_hand_out",
    "entering a lane": "bot.intake:Intake._enter",
    "handling": "bot.intake:Intake._attempt",
    "acting": "tests.intake.small_bot:SmallBot.act",
    "marking the effect": "storage.inbox:mark_effected",
    "owing a notice": "storage.outbox:put",
    "finishing": "bot.intake:Intake._finish",
    "recording the end": "storage.inbox:finish",
    "a call": "bot.telegram:Telegram._exchange",
    "showing a screen": "bot.telegram:Telegram.call",
    "a turn of delivery": "bot.delivery:Delivery._turn",
    "claiming": "storage.outbox:claim",
    "recovering leases": "storage.outbox:recover",
    "taking off": "bot.delivery:Delivery._take_off",
    "asking": "bot.delivery:Delivery._ask",
    "judging": "bot.verdicts:Verdicts.sent",
    "settling": "storage.outbox:settle",
}
WEBHOOK = {"taking a webhook's request": "bot.web.webhook:Webhook.take"}
POLLING = {"fetching a batch"}
MOST_TIMES = {"opening the database": 1, "taking up what was left": 1, "reading what was left": 1}
"""How often a function is called at all in the life of a process, where that is seldom."""


def points(*, is_webhook: bool) -> tuple[str, ...]:
    """Return the names of the moments that a bot comes by."""
    functions = {**FUNCTIONS, **WEBHOOK} if is_webhook else FUNCTIONS
    names = [name for name in functions if not (is_webhook and name in POLLING)]
    return tuple(f"{side} {name}" for name in names for side in ("before", "after"))


def arm(launch: Mapping[str, Any]) -> None:
    """Let this process die where `launch` says, if it says so."""
    if not launch.get("point"):
        return
    side, _, name = str(launch["point"]).partition(" ")
    where, _, path = {**FUNCTIONS, **WEBHOOK}[name].partition(":")
    holder: Any = importlib.import_module(where)
    *outer, last = path.split(".")
    for part in outer:
        holder = getattr(holder, part)
    mine = Mine(launch, side == "after")
    setattr(holder, last, mine.laid(getattr(holder, last)))


class Mine:
    """Counts how often its moment came, and goes off the n-th time."""

    def __init__(self, launch: Mapping[str, Any], is_after: bool) -> None:
        self._left = int(launch["nth"])
        self._log = Path(launch["folder"]) / "deaths"
        self._name = str(launch["point"])
        self._is_after = is_after

    def laid(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function with the mine at its beginning or its end."""
        if inspect.iscoroutinefunction(function):

            async def slow(*arguments: Any, **named: Any) -> Any:
                self.step(is_after=False)
                result = await function(*arguments, **named)
                self.step(is_after=True)
                return result

            return slow

        def quick(*arguments: Any, **named: Any) -> Any:
            self.step(is_after=False)
            result = function(*arguments, **named)
            self.step(is_after=True)
            return result

        return quick

    def step(self, *, is_after: bool) -> None:
        """Come by."""
        if is_after is not self._is_after:
            return
        self._left -= 1
        if self._left == 0:
            with self._log.open("a", encoding="utf-8") as file:
                file.write(f"{self._name}\n")
            os.kill(os.getpid(), signal.SIGKILL)
