"""Between the program and the playground's Telegram: no network, but everything that a network does.

Always true: a call that came through was executed once; an update comes at least once until the program has kept it,
in the order of its chat.
"""

from __future__ import annotations

import asyncio
import json
import random
from collections import Counter, defaultdict, deque
from collections.abc import Mapping
from typing import Any

from bot.answers import read_answer
from bot.arrivals import ReplySlot
from bot.intake import Intake
from bot.outgoing import Files
from bot.playground.bot_api import BotApi
from bot.playground.errors import ApiError
from bot.playground.faults import DONE_BEFORE_FAILING, FaultKind
from bot.playground.methods import POLLING, canonical_name
from bot.playground.params import Params, Upload
from bot.playground.telegram import Telegram as Town
from bot.playground.updates import Update
from bot.telegram import AnswerLost, NotSent, ServerTrouble, Telegram
from tests.simulation.clockwork import Fuse

SECONDS_FOR_A_REPLY = 1.0


class Wire:
    """What stands between all incarnations of the program and Telegram."""

    def __init__(self, town: Town, seed: int) -> None:
        self.town = town
        self.api = BotApi(town.world)
        self.dice = random.Random(seed)
        self.is_cut = False
        """Whether nothing reaches Telegram."""
        self.lost_replies = 0
        self.heard: Counter[tuple[int, str]] = Counter()
        """How often each text came into each chat."""

    async def exchange(self, method: str, payload: Mapping[str, Any], files: Files, seconds: float) -> Any:
        """Carry one call there and its answer back."""
        if self.is_cut:
            await asyncio.sleep(0.05)
            return NotSent()
        await asyncio.sleep(self.dice.uniform(0.01, 0.06))
        name = canonical_name(method)
        uploads = {key: Upload(name=named, mime="", data=content) for key, (named, content) in files.items()}
        params = Params({key: value for key, value in payload.items() if value is not None}, uploads)
        chat_id = payload.get("chat_id")
        fault = self.api.world.faults.take(name, chat_id if isinstance(chat_id, int) else None)
        if fault is not None and (fault.kind is FaultKind.HANG or fault.refusal() is None):
            return await self._break(fault.kind, name, params, seconds)
        try:
            if fault is not None and (refusal := fault.refusal()) is not None:
                raise refusal
            return await self._execute(name, params)
        except ApiError as error:
            return read_answer(error.code, json.dumps(error.body()).encode())

    async def _execute(self, name: str, params: Params) -> Any:
        if name == POLLING:
            return await self.api._poll(params)
        call = self.api.world.ledger.open(name, None, {})
        status, body = self.api._run(call, params)
        if status != 200:
            return read_answer(status, json.dumps(body).encode())
        if name.startswith("send") and name != "sendChatAction":
            self.heard[int(params.text("chat_id")), params.text("text") or params.text("caption")] += 1
        return body["result"]

    async def _break(self, kind: FaultKind, name: str, params: Params, seconds: float) -> Any:
        if kind in DONE_BEFORE_FAILING and name != POLLING:
            await self._execute(name, params)
            self.lost_replies += 1
        if kind is FaultKind.BAD_GATEWAY:
            return ServerTrouble(502)
        if kind is FaultKind.HANG:
            await asyncio.sleep(seconds)
        return AnswerLost()


class DirectTelegram(Telegram):
    """The program's own client, its last step a function call."""

    wire: Wire
    fuse: Fuse

    async def open(self) -> None:
        """There is nothing to open."""

    async def close(self) -> None:
        """There is nothing to close."""

    async def _exchange(self, method: str, payload: Mapping[str, Any], files: Files, seconds: float) -> Any:
        if self.fuse.burns("before a call"):
            raise asyncio.CancelledError
        self.calls += 1
        answer = await self.wire.exchange(method, payload, files, seconds)
        if self.fuse.burns("after a call"):
            raise asyncio.CancelledError
        return answer


class Courier:
    """Brings updates as a webhook does: chats in any order, some more than once, each until it was taken."""

    def __init__(self, wire: Wire, seed: int, *, repeats: float = 0.1) -> None:
        self.wire = wire
        self.repeats = repeats
        self.intake: Intake | None = None
        self.brought: dict[int, int | None] = {}
        """Every update that happened, and its chat."""
        self._dice = random.Random(seed)
        self._doubles = random.Random(seed + 1)
        self._lines: dict[int | None, deque[Update]] = defaultdict(deque)
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def waiting(self) -> int:
        """How many updates have not been taken yet."""
        return sum(map(len, self._lines.values())) + len(self._tasks)

    def take(self, update: Update) -> None:
        """Let an update happen."""
        self.brought[update.id] = update.lane
        self.wire.town.world.updates.forget(update.id)
        line = self._lines[update.lane]
        line.append(update)
        if len(line) == 1:
            self._run(self._bring(line))

    def _run(self, work: Any) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _bring(self, line: deque[Update]) -> None:
        while line:
            await asyncio.sleep(self._dice.uniform(0.005, 0.08))
            if await self._post(line[0]):
                update = line.popleft()
                for _ in range(self._doubles.randint(1, 4) if self._doubles.random() < self.repeats else 0):
                    self._run(self._again(update, self._doubles.uniform(0, 3)))
            else:
                await asyncio.sleep(0.5)

    async def _again(self, update: Update, seconds: float) -> None:
        await asyncio.sleep(seconds)
        await self._post(update)

    async def _post(self, update: Update) -> bool:
        """Return whether the program said that it has the update."""
        if self.intake is None or self.wire.is_cut:
            return False
        slot = ReplySlot() if "callback_query" in update.body else None
        try:
            async with asyncio.timeout(5):
                await self.intake.receive([update.body], slot)
                reply = None if slot is None else await slot.take(SECONDS_FOR_A_REPLY)
        except asyncio.CancelledError:
            task = asyncio.current_task()
            if task is not None and task.cancelling():
                raise
            return False  # the program died in the middle of it
        except Exception:  # noqa: BLE001 - whatever it is, Telegram brings the update again
            return False
        if reply is not None:
            self.wire.api.execute(reply.pop("method"), Params(reply))
        return True
