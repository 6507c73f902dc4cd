"""One update's way through the intake: order, states, retries, recovery."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import defaultdict

import pytest

import bot.intake
import bot.retrying
from bot.clock import Clock
from bot.intake import Incoming, PoisonError
from bot.telegram import BadRequest, NotSent, Unreachable
from storage import inbox
from storage.database import Transaction
from storage.inbox import AlreadyEffectedError, State
from tests.intake.conftest import Desk
from tests.intake.fake_api import message


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.retrying, "QUICK_PAUSES", (0.01, 0.02, 0.03))
    monkeypatch.setattr(bot.retrying, "LONGEST_PAUSE", 0.05)


async def _effect(desk: Desk, incoming: Incoming) -> None:
    """Do what an action does: a change of its own and the mark, in one transaction."""

    def work(tx: Transaction) -> None:
        tx.connection.execute("INSERT INTO audit (action, subject, subject_id, at) VALUES ('a', 's', ?, 0)",
                              (incoming.update_id,))  # fmt: skip
        inbox.mark_effected(tx, incoming.update_id, Clock().now())

    await desk.database.write(work)


async def _effects(desk: Desk) -> list[int]:
    return [row[0] for row in await desk.rows("SELECT subject_id FROM audit ORDER BY id")]


async def test_an_update_is_in_the_inbox_before_receive_returns_and_done_after_it_is_handled(desk: Desk) -> None:
    release = asyncio.Event()

    async def handle(incoming: Incoming) -> None:
        await release.wait()

    intake = desk.open_intake(handle)
    await intake.receive([message(7, text="Aruzhan, 12 years")])
    assert await desk.states() == {State.RECEIVED: 1}
    release.set()
    await intake.stop()
    assert await desk.states() == {State.DONE: 1}
    assert await desk.rows("SELECT raw FROM inbox") == [("{}",)], "the words are forgotten"


async def test_one_chat_is_served_in_order_and_chats_side_by_side(desk: Desk) -> None:
    running: dict[int | None, int] = defaultdict(int)
    most_in_a_chat = most_at_once = 0

    async def handle(incoming: Incoming) -> None:
        nonlocal most_in_a_chat, most_at_once
        running[incoming.chat_id] += 1
        most_in_a_chat = max(most_in_a_chat, running[incoming.chat_id])
        most_at_once = max(most_at_once, sum(running.values()))
        await asyncio.sleep(0.01 if incoming.update_id % 3 else 0)
        running[incoming.chat_id] -= 1

    intake = desk.open_intake(handle)
    await intake.receive([message(n, chat_id=1 + n % 10) for n in range(1, 101)])
    await intake.stop()
    assert most_in_a_chat == 1
    assert most_at_once == 10
    for chat in range(1, 11):
        own = [incoming.update_id for incoming in desk.handled if incoming.chat_id == chat]
        assert own == sorted(own)
        assert len(own) == 10


async def test_a_lane_is_gone_when_it_is_empty(desk: Desk) -> None:
    intake = desk.open_intake()
    await intake.receive([message(n, chat_id=n) for n in range(1, 51)])
    await desk.api.until(lambda: intake.waiting == 0)
    assert (intake._lanes._lanes, intake._lanes._tasks) == ({}, set())
    await desk.api.until(lambda: not intake._held)
    await intake.stop()


async def test_an_update_without_a_chat_waits_for_nobody(desk: Desk) -> None:
    async def handle(incoming: Incoming) -> None:
        if incoming.chat_id is not None:
            await asyncio.sleep(30)

    intake = desk.open_intake(handle)
    await intake.receive([message(1), {"update_id": 2, "poll": {"id": "5"}}, message(3)])
    await desk.api.until(lambda: intake.counts["done"] == 1)
    assert {(incoming.update_id, incoming.chat_id) for incoming in desk.handled} == {(1, 1), (2, None)}
    await intake.stop(grace=0)


@pytest.mark.parametrize("times", [1, 2, 3, 4, 5])
async def test_an_update_delivered_several_times_acts_once(desk: Desk, times: int) -> None:
    intake = desk.open_intake(lambda incoming: _effect(desk, incoming))
    await asyncio.gather(*(intake.receive([message(9), message(9)]) for _ in range(times)))
    await intake.receive([message(9)])
    await intake.stop()
    assert desk.ids() == [9]
    assert await _effects(desk) == [9]
    assert intake.counts["received"] == 1


async def test_a_second_effect_of_one_update_is_undone(desk: Desk) -> None:
    intake = desk.open_intake(lambda incoming: _effect(desk, incoming))
    await intake.receive([message(9)])
    await desk.api.until(lambda: intake.counts["done"] == 1)
    with pytest.raises(AlreadyEffectedError):
        await _effect(desk, desk.handled[0])
    assert await _effects(desk) == [9]
    await intake.stop()


async def test_after_a_crash_between_effect_and_screen_only_the_screen_is_shown(desk: Desk) -> None:
    async def die_after_the_effect(incoming: Incoming) -> None:
        await _effect(desk, incoming)
        await asyncio.sleep(60)

    before = desk.open_intake(die_after_the_effect)
    await before.receive([message(1)])
    await desk.api.until(lambda: bool(desk.handled))
    await desk.until_states(effected=1)
    await before.stop(grace=0)
    screens: list[int] = []

    async def act_or_show(incoming: Incoming) -> None:
        if not incoming.is_effected:
            await _effect(desk, incoming)
        screens.append(incoming.update_id)

    after = desk.open_intake(act_or_show)
    await after.recover()
    await after.receive([message(1)])
    await after.stop()
    assert await _effects(desk) == [1]
    assert screens == [1]
    assert await desk.states() == {State.DONE: 1}


async def test_what_a_stop_left_unhandled_is_handled_after_the_start_in_the_same_order(desk: Desk) -> None:
    async def hang(incoming: Incoming) -> None:
        await asyncio.sleep(60)

    before = desk.open_intake(hang)
    await before.receive([message(n, chat_id=n % 2) for n in range(1, 11)])
    await asyncio.sleep(0.01)
    await before.stop(grace=0)
    assert await desk.states() == {State.RECEIVED: 10}
    desk.handled.clear()
    after = desk.open_intake()
    await after.recover()
    await after.stop()
    assert sorted(desk.ids()) == list(range(1, 11))
    for chat in (0, 1):
        own = [incoming.update_id for incoming in desk.handled if incoming.chat_id == chat]
        assert own == sorted(own)


async def test_a_kept_update_that_cannot_be_read_again_does_not_hold_up_the_others(desk: Desk) -> None:
    outside = sqlite3.connect(desk.database.path, isolation_level=None)
    for update_id, raw in enumerate(('{"half', "[" * 100_000, "7", '{"update_id": 3}')):
        outside.execute(
            "INSERT INTO inbox (update_id, chat_id, kind, raw, received_at) VALUES (?, 1, 'message', ?, 0)",
            (update_id, raw),
        )
    outside.close()

    async def handle(incoming: Incoming) -> None:
        if not incoming.raw:
            raise PoisonError

    intake = desk.open_intake(handle)
    await intake.recover()
    await intake.stop()
    assert await desk.states() == {State.QUARANTINED: 3, State.DONE: 1}


async def test_an_update_kept_by_an_interrupted_delivery_is_taken_up_when_it_comes_again(desk: Desk) -> None:
    intake = desk.open_intake()
    cut = asyncio.create_task(intake.receive([message(1)]))
    await asyncio.sleep(0)
    cut.cancel()
    await asyncio.gather(cut, return_exceptions=True)
    await desk.until_states(received=1)
    assert desk.ids() == []
    await intake.receive([message(1)])
    await intake.stop()
    assert desk.ids() == [1]


async def test_a_failure_is_tried_again_and_the_chat_waits_in_order(desk: Desk) -> None:
    failures = iter([ValueError("secret words"), BadRequest("x"), None])

    async def handle(incoming: Incoming) -> None:
        if incoming.update_id == 1 and (error := next(failures)) is not None:
            raise error

    intake = desk.open_intake(handle)
    await intake.receive([message(1), message(2)])
    await desk.api.until(lambda: intake.counts["done"] == 2)
    assert desk.ids() == [1, 1, 1, 2]
    assert intake.counts["retried"] == 2
    await intake.stop()


async def test_what_always_fails_is_put_aside_after_three_retries(desk: Desk) -> None:
    async def handle(incoming: Incoming) -> None:
        if incoming.update_id == 1:
            raise ValueError("secret words")

    intake = desk.open_intake(handle)
    await intake.receive([message(1), message(2)])
    await desk.api.until(lambda: intake.counts["done"] == 1)
    assert desk.ids() == [1, 1, 1, 1, 2]
    facts = {"update_id": 1, "chat_id": 1, "kind": "message", "error": "ValueError", "attempts": 4}
    assert desk.alarms == [("update put aside", facts)]
    await intake.stop()
    assert await desk.states() == {State.QUARANTINED: 1, State.DONE: 1}


async def test_trouble_on_the_way_to_telegram_is_waited_out(desk: Desk) -> None:
    async def handle(incoming: Incoming) -> None:
        if len(desk.handled) < 8:
            raise NotSent

    intake = desk.open_intake(handle)
    await intake.receive([message(1)])
    await desk.api.until(lambda: intake.counts["done"] == 1)
    assert len(desk.handled) == 8
    assert desk.alarms == []
    await intake.stop()


async def test_a_person_who_cannot_be_written_to_ends_the_update(desk: Desk) -> None:
    async def handle(incoming: Incoming) -> None:
        raise Unreachable("blocked")

    intake = desk.open_intake(handle)
    await intake.receive([message(1)])
    await intake.stop()
    assert desk.ids() == [1]
    assert await desk.states() == {State.DONE: 1}


async def test_a_failed_screen_is_tried_long_and_never_acts_again(desk: Desk) -> None:
    async def handle(incoming: Incoming) -> None:
        if not incoming.is_effected:
            await _effect(desk, incoming)
        if len(desk.handled) < 9:
            raise ValueError("the screen cannot be drawn")

    intake = desk.open_intake(handle)
    await intake.receive([message(1)])
    await desk.api.until(lambda: intake.counts["done"] == 1)
    assert [incoming.is_effected for incoming in desk.handled] == [False] + [True] * 8
    assert await _effects(desk) == [1]
    await intake.stop()


async def test_a_screen_that_keeps_failing_makes_way_for_the_next_update_of_the_chat(desk: Desk) -> None:
    async def handle(incoming: Incoming) -> None:
        if not incoming.is_effected:
            await _effect(desk, incoming)
        if incoming.update_id == 1:
            raise ValueError("the screen cannot be drawn")

    intake = desk.open_intake(handle)
    await intake.receive([message(1), message(2)])
    await desk.api.until(lambda: intake.counts["done"] == 2)
    assert desk.ids() == [1, 1, 1, 1, 2]
    assert await _effects(desk) == [1, 2]
    await intake.stop()


async def test_work_that_cancels_itself_counts_as_a_failure_and_the_lane_goes_on(desk: Desk) -> None:
    async def handle(incoming: Incoming) -> None:
        if len(desk.handled) == 1:
            raise asyncio.CancelledError

    intake = desk.open_intake(handle)
    await intake.receive([message(1), message(2)])
    await desk.api.until(lambda: intake.counts["done"] == 2)
    assert desk.ids() == [1, 1, 2]
    await intake.stop()


async def test_a_broken_alarm_stops_nobody(desk: Desk) -> None:
    async def handle(incoming: Incoming) -> None:
        if incoming.update_id == 1:
            raise PoisonError

    def ring(words: str, facts: object) -> None:
        raise RuntimeError("no line")

    intake = desk.open_intake(handle)
    intake._alarm = ring
    await intake.receive([message(1), message(2)])
    await intake.stop()
    assert desk.ids() == [1, 2]
    assert await desk.states() == {State.QUARANTINED: 1, State.DONE: 1}


async def test_while_the_database_is_the_trouble_nothing_is_put_aside(desk: Desk) -> None:
    """As on a full disk: neither the action nor the quarantine can be written."""
    outside = sqlite3.connect(desk.database.path, isolation_level=None)
    outside.execute("CREATE TRIGGER full BEFORE UPDATE ON inbox BEGIN SELECT RAISE(ABORT, 'disk full'); END")

    async def handle(incoming: Incoming) -> None:
        if len(desk.handled) == 7:
            outside.execute("DROP TRIGGER full")
            outside.close()
        await _effect(desk, incoming)

    intake = desk.open_intake(handle)
    await intake.receive([message(1)])
    await desk.api.until(lambda: intake.counts["done"] == 1)
    await intake.stop()
    assert len(desk.handled) == 7
    assert await _effects(desk) == [1]
    assert await desk.states() == {State.DONE: 1}


async def test_an_unknown_kind_is_counted_and_nobody_hears_of_it(desk: Desk) -> None:
    intake = desk.open_intake()
    await intake.receive([{"update_id": 1, "brand_new_kind": {"text": "secret words"}}, {"update_id": 2}])
    await intake.stop()
    assert desk.ids() == []
    assert desk.alarms == []
    assert intake.counts["skipped"] == 2
    rows = await desk.rows("SELECT kind, state, raw FROM inbox ORDER BY update_id")
    assert rows == [("brand_new_kind", "skipped", ""), ("unknown", "skipped", "")]
