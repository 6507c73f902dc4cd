"""Everything of a process that could differ between two runs of one seed, replaced by something that cannot.

Always true: time passes only in the loop; chance comes from the seed; the database does its work inside the loop, so
what runs beside what is decided by the seed alone.
"""

from __future__ import annotations

import asyncio
import gc
import os
import random
import secrets
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from io import BytesIO
from typing import Any, TypeVar
from unittest.mock import patch

from PIL import Image

from bot import program
from bot.clock import Clock
from bot.domain.language import Language
from bot.scheduler import Scheduler, Tick
from bot.texts import Translator, translators
from handlers import entry
from storage import database
from storage.database import Database, Work, _Job, _read_group, _resolve, _write_group, read_queries
from storage.engine import Connection, Engine, engine_of
from storage.vault import key_of
from tests.delivery.virtual import VirtualLoop

T = TypeVar("T")
BEGAN_AT = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)


class VirtualClock(Clock):
    """The loop's time as the program's clock."""

    def now(self) -> datetime:
        return BEGAN_AT + timedelta(seconds=time.time() - 1000) + self.offset

    def monotonic(self) -> float:
        return time.monotonic()


@dataclass
class Fuse:
    """Kills one incarnation of the program at the n-th of its dangerous moments."""

    left: int | None = None
    is_dead: bool = False
    died_at: str = ""
    points: dict[str, int] = field(default_factory=dict)

    def burns(self, point: str) -> bool:
        """Pass a dangerous moment; True when the program is dead from here on."""
        if self.left is not None and not self.is_dead:
            self.left -= 1
            if self.left <= 0:
                self.is_dead, self.died_at = True, point
        return self.is_dead


class InlineDatabase(Database):
    """The database without threads: what waits shares a commit as always, at the end of the loop's turn."""

    fuse: Fuse

    def open(self) -> None:
        self._writer: Connection = self.engine.connect()
        self._writer.execute("PRAGMA synchronous = OFF")
        self.vault.open({key_of(row["head"]) for row in self._writer.execute(self._queries["vault.used_keys"])})
        self._reader: Connection = self.engine.connect(read_only=True)
        self._waiting: list[_Job] = []

    async def close(self) -> None:
        self.bury()

    def bury(self) -> None:
        """Close the file as the death of a process does."""
        self._writer.close()
        self._reader.close()

    async def write(self, work: Work[T], *, is_first: bool = False) -> T:
        del is_first  # in virtual time nothing waits behind anything
        if self.fuse.is_dead:
            raise asyncio.CancelledError
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        if not self._waiting:
            loop.call_soon(self._flush)
        self._waiting.append(_Job(work, future, loop, loop.time()))
        return await future

    async def read(self, work: Work[T]) -> T:
        if self.fuse.is_dead:
            raise asyncio.CancelledError
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        loop.call_soon(self._look, _Job(work, future, loop, loop.time()))
        return await future

    def _flush(self) -> None:
        group, self._waiting = self._waiting, []
        if self.fuse.burns("before a commit"):
            _give_up(group)
            return
        outcomes = _write_group(self.engine, self._transaction(self._writer), group)
        if self._kept.pop("traces", False):
            self.engine.empty_log(self._writer)
        if self.fuse.burns("after a commit"):
            _give_up(group)
        else:
            _resolve(outcomes)

    def _look(self, job: _Job) -> None:
        if self.fuse.is_dead:
            _give_up([job])
        else:
            _resolve(_read_group(self.engine, self._transaction(self._reader), [job]))


def _give_up(group: Sequence[_Job]) -> None:
    """Let whoever waits for the dead program die with it."""
    for job in group:
        job.future.cancel()


class VirtualScheduler(Scheduler):
    """The same ticks at the same periods of the loop's time."""

    _halted = True

    def start(self) -> None:
        self._halted = False
        self._pulses = [asyncio.get_running_loop().create_task(self._pulse(tick)) for tick in self._ticks]

    async def stop(self) -> None:
        for pulse in self._pulses:
            pulse.cancel()
        await asyncio.gather(*self._pulses, return_exceptions=True)

    def tick_now(self) -> None:
        for pulse in self._pulses:
            pulse.cancel()
        self.start()

    async def _pulse(self, tick: Tick) -> None:
        while True:
            await self._attempt(tick)
            await asyncio.sleep(tick.seconds)


async def _inline(work: Callable[..., T], *arguments: Any, **named: Any) -> T:
    return work(*arguments, **named)


@contextmanager
def determined(loop: VirtualLoop, seed: int) -> Iterator[None]:
    """Let this process have no time and no chance but the loop's and the seed's."""
    dice = random.Random(seed)
    with (
        patch.object(time, "time", loop.time),
        patch.object(time, "monotonic", loop.time),
        patch.object(secrets, "token_urlsafe", lambda size=16: dice.randbytes(size).hex()[: size + size // 3]),
        patch.object(secrets, "token_hex", lambda size=16: dice.randbytes(size).hex()),
        patch.object(secrets, "token_bytes", lambda size=32: dice.randbytes(size)),
        patch.object(secrets, "randbits", dice.getrandbits),
        patch.object(secrets, "randbelow", dice.randrange),
        patch.object(os, "urandom", dice.randbytes),
        patch.object(asyncio, "to_thread", _inline),
        patch.object(gc, "collect", lambda: 0),
        patch.object(gc, "freeze", lambda: None),
        patch.object(gc, "set_threshold", lambda *_: None),
        patch.object(database, "read_queries", _queries),
        patch.object(program, "translators", _translators),
        patch.object(entry, "draw_card", lambda **_: _picture()),
    ):
        yield


@cache
def _sqlite_queries() -> dict[str, str]:
    return read_queries(engine_of("sqlite:///any"))


def _queries(_engine: Engine) -> dict[str, str]:
    return _sqlite_queries()


@cache
def _picture() -> bytes:
    content = BytesIO()
    Image.new("RGB", (128, 72)).save(content, "PNG")
    return content.getvalue()


@cache
def _translators() -> Mapping[Language, Translator]:
    return translators(strict=True)


def inline_database(url: str, fuse: Fuse) -> InlineDatabase:
    """Return a database that dies with the fuse."""
    made = InlineDatabase(url)
    made.fuse = fuse
    return made


__all__ = ["BEGAN_AT", "Fuse", "InlineDatabase", "VirtualClock", "VirtualScheduler", "determined", "inline_database"]
