"""The clockwork: no tick stops another, none runs beside itself, and moved time is noticed at once."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import Clock
from bot.scheduler import Scheduler, Tick
from storage.database import Database, Transaction
from storage.migrating import migrate

RARELY = 3600.0


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    migrate(tmp_path / "jazyl.db")
    opened = Database(f"sqlite:///{tmp_path / 'jazyl.db'}")
    opened.open()
    yield opened
    await opened.close()


async def settled(scheduler: Scheduler) -> None:
    async with asyncio.timeout(5):
        while not scheduler.is_settled:  # noqa: ASYNC110 - looked at from outside
            await asyncio.sleep(0.005)


async def test_every_tick_runs_at_once_when_time_moves_and_sees_the_new_time(database: Database) -> None:
    clock, seen = Clock(), list[datetime]()

    def look(_tx: Transaction, now: datetime) -> int:
        seen.append(now)
        return 1

    tick = Tick(name="look", seconds=RARELY, work=look)
    wakes: list[int] = []
    scheduler = Scheduler(database=database, clock=clock, wake=lambda: wakes.append(1), ticks=[tick])
    scheduler.start()
    await settled(scheduler)
    clock.offset = timedelta(days=30)
    scheduler.tick_now()
    assert not scheduler.is_settled
    await settled(scheduler)
    await scheduler.stop()
    assert len(seen) == 2
    assert seen[1] - seen[0] > timedelta(days=29)
    assert len(wakes) == 2


async def test_a_tick_that_fails_is_tried_again_and_stops_no_other(database: Database) -> None:
    done = {"bad": 0, "good": 0}

    def bad(_tx: Transaction, _now: datetime) -> int:
        done["bad"] += 1
        raise RuntimeError("broken")

    def good(_tx: Transaction, _now: datetime) -> int:
        done["good"] += 1
        return 0

    ticks = [Tick(name="bad", seconds=0.05, work=bad), Tick(name="good", seconds=0.05, work=good)]
    scheduler = Scheduler(database=database, clock=Clock(), wake=lambda: None, ticks=ticks)
    scheduler.start()
    async with asyncio.timeout(5):
        while min(done.values()) < 3:  # noqa: ASYNC110 - looked at from outside
            await asyncio.sleep(0.01)
    await scheduler.stop()


async def test_a_slow_tick_never_runs_beside_itself_and_runs_again_after_time_moved(database: Database) -> None:
    gate, began = threading.Event(), list[datetime]()

    def slow(_tx: Transaction, now: datetime) -> int:
        began.append(now)
        gate.wait(5)
        return 0

    clock = Clock()
    scheduler = Scheduler(
        database=database, clock=clock, wake=lambda: None, ticks=[Tick(name="slow", seconds=RARELY, work=slow)]
    )
    scheduler.start()
    async with asyncio.timeout(5):
        while not began:  # noqa: ASYNC110 - looked at from outside
            await asyncio.sleep(0.005)
    clock.offset = timedelta(hours=1)
    for _ in range(3):
        scheduler.tick_now()
    await asyncio.sleep(0.05)
    assert len(began) == 1
    gate.set()
    await settled(scheduler)
    await scheduler.stop()
    assert len(began) == 2
    assert began[1] - began[0] > timedelta(minutes=59)


async def test_stopping_waits_for_the_tick_that_runs_and_begins_none(database: Database) -> None:
    gate, ended = threading.Event(), list[int]()

    def slow(_tx: Transaction, _now: datetime) -> int:
        gate.wait(5)
        ended.append(1)
        return 0

    tick = Tick(name="slow", seconds=0.01, work=slow)
    scheduler = Scheduler(database=database, clock=Clock(), wake=lambda: None, ticks=[tick])
    scheduler.start()
    await asyncio.sleep(0.05)
    stopping = asyncio.create_task(scheduler.stop())
    await asyncio.sleep(0.02)
    assert not stopping.done()
    gate.set()
    await stopping
    number = len(ended)
    assert number >= 1
    await asyncio.sleep(0.05)
    assert len(ended) == number
    scheduler.tick_now()
    await scheduler.stop()
