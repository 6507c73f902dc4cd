"""What must not wait overtakes the rest, keeps its own order, and starves nobody."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

from storage import line
from storage.database import Transaction
from storage.line import Line
from tests.seed import open_database, programme


def test_each_class_keeps_its_order_and_nothing_is_taken_twice() -> None:
    jobs: Line[int] = Line()
    for number in range(1000):
        jobs.put(number, is_first=number % 3 == 0)
    jobs.close()
    taken = [one for group in iter(jobs.take, []) for one in group]
    assert sorted(taken) == list(range(1000))
    assert [one for one in taken if one % 3 == 0] == list(range(0, 1000, 3))
    assert [one for one in taken if one % 3] == [one for one in range(1000) if one % 3]


def test_what_comes_first_waits_behind_little_and_the_rest_goes_on() -> None:
    jobs: Line[str] = Line()
    for _ in range(1000):
        jobs.put("rest")
    for _ in range(3):
        jobs.put("first", is_first=True)
        group = jobs.take()
        assert group == ["first", *["rest"] * line.BESIDE_FIRST]
    assert jobs.take() == ["rest"] * line.LARGEST_GROUP


def test_whoever_takes_is_woken_by_work_and_by_the_end() -> None:
    jobs: Line[int] = Line()
    taken: list[list[int]] = []
    taker = threading.Thread(target=lambda: taken.extend(iter(jobs.take, [])))
    taker.start()
    jobs.put(1)
    jobs.put(2, is_first=True)
    jobs.close()
    taker.join(10)
    assert sorted(one for group in taken for one in group) == [1, 2]


async def test_an_update_is_kept_before_the_actions_that_wait(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme()) as database:
        order: list[str] = []
        hold = threading.Event()

        def wait(_tx: Transaction) -> None:
            hold.wait(10)

        waiting = [asyncio.ensure_future(database.write(wait))]
        await asyncio.sleep(0.05)
        waiting += [asyncio.ensure_future(database.write(lambda _tx: order.append("action"))) for _ in range(300)]
        waiting.append(asyncio.ensure_future(database.write(lambda _tx: order.append("kept"), is_first=True)))
        await asyncio.sleep(0)
        hold.set()
        await asyncio.gather(*waiting)
        assert order[0] == "kept"
        assert len(order) == 301
