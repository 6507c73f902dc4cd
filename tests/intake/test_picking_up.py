"""Looking again for what other processes received takes up nothing twice."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from bot.intake import Incoming
from storage.inbox import State
from tests.intake.conftest import Desk
from tests.intake.fake_api import message

LATE, SECOND = 9, 2


async def test_an_update_that_ends_while_the_inbox_is_read_is_not_taken_up_again(desk: Desk) -> None:
    release, read = asyncio.Event(), desk.database.read

    async def handle(_incoming: Incoming) -> None:
        await release.wait()

    intake = desk.open_intake(handle)

    async def read_slowly(work: Callable[..., Any]) -> Any:
        """Return what the inbox held before the update ended."""
        found = await read(work)
        release.set()
        async with asyncio.timeout(10):
            while await read(lambda tx: tx.find("inbox.find_unfinished", update_id=1)) or intake._held:  # noqa: ASYNC110
                await asyncio.sleep(0.005)
        return found

    await intake.receive([message(1)])
    desk.database.read = read_slowly  # type: ignore[method-assign]
    await intake.backlog.pick_up()
    desk.database.read = read  # type: ignore[method-assign]
    await intake.stop()
    assert desk.ids() == [1]
    assert await desk.states() == {State.DONE: 1}


async def test_who_comes_while_the_inbox_is_read_once_more_is_taken_up_once(desk: Desk) -> None:
    release, late, read, looks = asyncio.Event(), asyncio.Event(), desk.database.read, 0

    async def handle(incoming: Incoming) -> None:
        await (late if incoming.update_id == LATE else release).wait()

    intake = desk.open_intake(handle)
    intake.backlog.most_in_hand = 2

    async def read_slowly(work: Callable[..., Any]) -> Any:
        """Return at the second look what the inbox held before the update ended."""
        nonlocal looks
        looks += 1
        if looks != SECOND:
            return await read(work)
        await intake.receive([message(LATE, chat_id=LATE)])
        found = await read(work)
        late.set()
        await desk.api.until(lambda: LATE not in intake._held)
        return found

    await intake.receive([message(1, chat_id=1), message(2, chat_id=2)])
    await intake.receive([message(3, chat_id=3), message(4, chat_id=3)])
    release.set()
    await desk.api.until(lambda: not intake._lanes.busy)
    desk.database.read = read_slowly  # type: ignore[method-assign]
    await intake.backlog.pick_up()
    desk.database.read = read  # type: ignore[method-assign]
    late.set()
    await intake.receive([message(LATE, chat_id=LATE)])
    await intake.stop()
    assert desk.ids() == [1, 2, 3, 4, LATE]
