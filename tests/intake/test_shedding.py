"""Under too much of everything: one chat cannot fill the house; looking around gives way first, the camp never."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bot import shedding
from bot.arrivals import lane_of, read_arrivals
from bot.intake import Incoming, Intake
from bot.shedding import Door, Rank
from handlers.urgency import rank_of
from storage.inbox import State
from tests.intake.conftest import KINDS, Desk
from tests.intake.fake_api import message, press
from tests.world import GUARDIAN, STUDENT, new_world

FLOOD = 800


async def _flood(desk: Desk) -> tuple[Intake, asyncio.Event]:
    """Let one chat send very much at once while nothing is finished, and another chat send one message."""
    release = asyncio.Event()

    async def handle(incoming: Incoming) -> None:
        if incoming.chat_id == 1 and not incoming.is_refused:
            await release.wait()

    intake = desk.open_intake(handle)
    for first in range(1, FLOOD, 100):
        await intake.receive([message(number, chat_id=1) for number in range(first, first + 100)])
    await intake.receive([message(FLOOD + 1, chat_id=2)])
    return intake, release


async def test_one_chat_never_has_more_waiting_than_its_share_and_others_are_served(desk: Desk) -> None:
    intake, release = await _flood(desk)
    await desk.api.until(lambda: FLOOD + 1 in desk.ids())
    waiting = intake._lanes.behind(1)
    release.set()
    await desk.api.until(lambda: intake.waiting == 0)
    await intake.stop()
    states = await desk.states()
    refused = [incoming for incoming in desk.handled if incoming.is_refused]
    assert waiting <= shedding.MOST_OF_ONE
    assert [incoming.chat_id for incoming in refused] == [1], "told once, not hundreds of times"
    assert states[State.DONE] + states[State.SKIPPED] == FLOOD + 1
    assert states[State.SKIPPED] == intake.counts["shed"] > FLOOD - 2 * shedding.MOST_OF_ONE
    taken = [incoming.update_id for incoming in desk.handled if incoming.chat_id == 1 and not incoming.is_refused]
    assert taken == sorted(taken), "what was taken in was handled in order"
    assert await desk.rows("SELECT count(*) FROM inbox WHERE state = 'skipped' AND raw <> ''") == [(0,)]


async def test_without_the_door_one_chat_fills_the_house(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shedding, "MOST_OF_ONE", 10**9)
    intake, release = await _flood(desk)
    assert intake._lanes.behind(1) == FLOOD - 1
    release.set()
    await intake.stop()


def _sorted(raws: list[Mapping[str, Any]], waiting: int) -> frozenset[int]:
    read = {arrival.update_id: (arrival, raw) for arrival, raw in read_arrivals(raws, KINDS)}
    return Door(monotonic=lambda: 0.0, rank_of=rank_of).sort(read, lambda _lane: 0, waiting)[1]


LOOKS = press(1, 1, "e:1:card")
REGISTERS = press(2, 2, "f:1:1:submit:")
WRITES = message(3, 3)
SCANS = message(4, 4, text="/start t-secret")
ALARMS = press(5, 5, "B:1:raise")
ODD = {"update_id": 6, "callback_query": {"id": "1", "data": ["e"]}}


@pytest.mark.parametrize(
    ("waiting", "refused"),
    [(0, set()), (1_990, set()), (2_000, {1, 6}), (49_000, {1, 6}), (50_000, {1, 2, 3, 6}), (10**7, {1, 2, 3, 6})],
)
def test_looking_around_gives_way_before_registering_and_the_camp_never(waiting: int, refused: set[int]) -> None:
    assert _sorted([LOOKS, REGISTERS, WRITES, SCANS, ALARMS, ODD], waiting) == refused
    assert [rank_of(raw) for raw in (LOOKS, WRITES, SCANS, ALARMS)] == [
        Rank.BROWSE,
        Rank.REGISTER,
        Rank.CAMP,
        Rank.CAMP,
    ]


def test_a_chat_is_told_again_only_after_a_while() -> None:
    now = [0.0]
    door = Door(monotonic=lambda: now[0])
    lane = lane_of(read_arrivals([LOOKS], KINDS)[0][0])
    assert [door.is_told(lane), door.is_told(lane), door.is_told(2)] == [False, True, False]
    now[0] = shedding.TOLD_EVERY
    assert not door.is_told(lane)


async def test_who_sends_too_much_is_told_so_and_everybody_else_is_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shedding, "MOST_OF_ONE", 5)
    async with new_world(tmp_path) as world:
        student, guardian = world.person(STUDENT), world.person(GUARDIAN)
        await student.start()
        for number in range(40):
            world.telegram.send_text(STUDENT, f"spam {number}")
        await guardian.start()
        await world.idle()
        assert any("Қазір хабарлама тым көп" in text or "too much" in text.lower() for text in student.texts())
        assert guardian.texts()
        assert not any("Қазір хабарлама тым көп" in text for text in guardian.texts())
