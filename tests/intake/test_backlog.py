"""What cannot be in hand waits on disk, in order, and whoever is stuck holds up nobody else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest

from bot import backlog
from bot.clock import Clock
from bot.intake import Incoming, Intake
from bot.shares import Shares
from storage.inbox import State
from tests.intake.conftest import Desk
from tests.intake.fake_api import message

IN_HAND = 4
BUSY = 99


@asynccontextmanager
async def _watched(intake: Intake) -> AsyncIterator[None]:
    """Let the intake look into the inbox, with little room in its lanes."""
    intake.backlog.most_in_hand = IN_HAND
    watching = asyncio.create_task(intake.backlog.watch())
    yield
    await intake.stop()
    await watching


async def test_a_crowd_waits_on_disk_and_is_served_in_the_order_of_its_coming(desk: Desk) -> None:
    release = asyncio.Event()

    async def handle(_incoming: Incoming) -> None:
        await release.wait()

    intake = desk.open_intake(handle)
    async with _watched(intake):
        for number in range(1, 61):
            await intake.receive([message(number, chat_id=number % 20)])
        assert await desk.states() == {State.RECEIVED: 60}
        assert intake.waiting == 60
        assert intake._lanes.busy <= IN_HAND
        assert len(intake._held) <= IN_HAND
        release.set()
        await desk.until_states(done=60)
    assert desk.ids() == list(range(1, 61))


async def test_who_comes_while_others_wait_on_disk_overtakes_nobody(desk: Desk) -> None:
    async def handle(incoming: Incoming) -> None:
        await asyncio.sleep(0.002)
        if incoming.update_id <= 40:
            await intake.receive([message(incoming.update_id + 100, chat_id=incoming.update_id + 100)])

    intake = desk.open_intake(handle)
    async with _watched(intake):
        await asyncio.gather(*(intake.receive([message(number, chat_id=number)]) for number in range(1, 41)))
        await desk.until_states(done=80)
    assert [one for one in desk.ids() if one <= 40] == list(range(1, 41))
    assert desk.ids()[:20] == list(range(1, 21)), "nobody of the second hundred came before the first twenty"


@pytest.mark.parametrize("is_watched", [True, False])
async def test_everything_left_by_the_last_run_is_taken_up_however_much_it_is(desk: Desk, *, is_watched: bool) -> None:
    first = desk.open_intake()
    await first.stop()
    await first.receive([message(number, chat_id=number) for number in range(1, 51)])
    assert await desk.states() == {State.RECEIVED: 50}
    intake = desk.open_intake()
    intake.backlog.most_in_hand = IN_HAND
    await intake.recover()
    if is_watched:
        async with _watched(intake):
            await desk.until_states(done=50)
        assert desk.ids() == list(range(1, 51))
    else:
        with suppress(TimeoutError):
            async with asyncio.timeout(0.5):
                await desk.until_states(done=50)
        assert len(desk.ids()) < 50, "without the watch the rest stays where it is"
        await intake.stop()


async def test_chats_that_are_stuck_hold_up_nobody_else(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backlog, "PATIENCE", 0.05)
    release = asyncio.Event()

    async def handle(incoming: Incoming) -> None:
        if incoming.update_id <= IN_HAND:
            await release.wait()

    intake = desk.open_intake(handle)
    async with _watched(intake):
        await intake.receive([message(number, chat_id=number) for number in range(1, 31)])
        await desk.until_states(done=26, received=IN_HAND)
        assert set(desk.ids()) == set(range(1, 31))
        release.set()
        await desk.until_states(done=30)


async def test_without_patience_for_the_stuck_everybody_waits_for_them(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backlog, "PATIENCE", 10**6)

    async def handle(incoming: Incoming) -> None:
        if incoming.update_id <= IN_HAND:
            await asyncio.sleep(3600)

    intake = desk.open_intake(handle)
    intake.backlog.most_in_hand = IN_HAND
    watching = asyncio.create_task(intake.backlog.watch())
    await intake.receive([message(number, chat_id=number) for number in range(1, 31)])
    await asyncio.sleep(0.5)
    assert len(desk.ids()) == IN_HAND
    await intake.stop(grace=0)
    await watching


async def test_one_chat_with_very_much_waiting_takes_no_room_from_others(desk: Desk) -> None:
    release = asyncio.Event()

    async def handle(incoming: Incoming) -> None:
        if incoming.chat_id == 1:
            await release.wait()

    intake = desk.open_intake(handle)
    async with _watched(intake):
        await intake.receive([message(number, chat_id=1) for number in range(1, 101)])
        await intake.receive([message(number, chat_id=number) for number in range(101, 111)])
        await desk.until_states(done=10, received=100)
        release.set()
        await desk.until_states(done=110)
    own = [one for one in desk.ids() if one <= 100]
    assert own == sorted(own)


async def test_one_of_several_processes_knows_how_much_waits_for_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backlog, "BETWEEN_COUNTS", 0.05)
    shares = Shares(database=desk.database, clock=Clock(), changed=lambda _part: None)
    await shares.renew()
    release = asyncio.Event()

    async def handle(incoming: Incoming) -> None:
        if not incoming.is_refused:
            await release.wait()

    intake = desk.open_intake(handle, shares=shares)
    intake._door.most_of_one = 20
    async with _watched(intake):
        await intake.receive([message(number, chat_id=number % 8) for number in range(1, 9)])
        await intake.receive([message(number, chat_id=BUSY) for number in range(101, 116)])
        await desk.api.until(lambda: intake.backlog.behind(BUSY) == 15)
        assert intake.waiting == 23
        await intake.receive([message(number, chat_id=BUSY) for number in range(201, 231)])
        assert intake.counts["shed"] == 25, "one chat has no more than its share, though others received it"
        release.set()
        await desk.until_states(done=28, skipped=25)
        await desk.api.until(lambda: intake.waiting == 0)
    taken = [one.update_id for one in desk.handled if one.chat_id == BUSY and not one.is_refused]
    assert taken == sorted(taken)
