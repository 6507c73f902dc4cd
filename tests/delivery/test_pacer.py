"""The pace holds on Telegram's side of the wire, in hours of virtual time."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import pacer as pacing
from bot.domain.notice import Priority
from bot.pacer import Pacer
from tests.delivery.virtual import by_chat, fullest, run

WAY = 0.02
"""Seconds a request, and its answer, need at least."""
WORST_DELAY = 0.2


@dataclass
class Wire:
    """The way to Telegram and back, with delays; remembers when each request arrived."""

    pacer: Pacer
    dice: random.Random = field(default_factory=lambda: random.Random(1))
    worst: float = WORST_DELAY
    left: list[tuple[int, Priority, float]] = field(default_factory=list)
    arrived: list[tuple[int, Priority, float]] = field(default_factory=list)

    async def send(self, chat_id: int, priority: Priority) -> None:
        loop = asyncio.get_running_loop()
        admission = await self.pacer.admit(chat_id, priority)
        self.left.append((chat_id, priority, loop.time()))
        delay = self.dice.choice((0.0, self.dice.uniform(0, self.worst)))
        late_on_the_way_in = self.dice.choice((0.0, delay))
        await asyncio.sleep(WAY + late_on_the_way_in)
        self.arrived.append((chat_id, priority, loop.time()))
        await asyncio.sleep(WAY + delay - late_on_the_way_in)
        admission.answered()

    def instants(self) -> list[float]:
        return [at for _, _, at in self.arrived]


def open_pacer(**limits: float) -> Pacer:
    loop = asyncio.get_running_loop()
    return Pacer(monotonic=loop.time, **limits)  # type: ignore[arg-type]


async def crowd(wire: Wire, wishes: list[tuple[float, int, Priority]]) -> None:
    """Let everybody come at their time."""

    async def come(after: float, chat_id: int, priority: Priority) -> None:
        await asyncio.sleep(after)
        await wire.send(chat_id, priority)

    wire.worst, worst = 0.0, wire.worst
    await wire.send(999_999, Priority.NOTICE)
    wire.worst = worst
    await asyncio.gather(*(come(*wish) for wish in wishes))


CHATS = st.one_of(st.integers(1, 6), st.integers(100, 100_000), st.integers(-3, -1))
WISHES = st.lists(st.tuples(st.floats(0, 5), CHATS, st.sampled_from(Priority)), max_size=150)


@settings(max_examples=60, deadline=None)
@given(rate=st.sampled_from((0.5, 1, 2.5, 10, 25, 100)), wishes=WISHES, seed=st.integers(0, 10_000))
def test_telegram_never_sees_more_than_the_limits(
    rate: float, wishes: list[tuple[float, int, Priority]], seed: int
) -> None:
    async def main() -> Wire:
        wire = Wire(open_pacer(per_second=rate), random.Random(seed))
        await crowd(wire, wishes)
        return wire

    wire = run(main())
    assert len(wire.arrived) == len(wishes) + 1
    assert fullest(wire.instants(), 1) <= max(1, int(rate))
    chats = by_chat([(chat_id, at) for chat_id, _, at in wire.arrived])
    for chat_id, instants in chats.items():
        assert fullest(instants, 1 - 2 * WORST_DELAY) <= 3
        if chat_id < 0:
            assert fullest(instants, 60) <= 20
    patient = by_chat([(chat_id, at) for chat_id, priority, at in wire.arrived if priority > Priority.REPLY])
    hurried = {chat_id for chat_id, priority, _ in wire.arrived if priority <= Priority.REPLY}
    for chat_id in patient.keys() - hurried:
        assert fullest(patient[chat_id], 1) == 1


def test_without_holding_places_for_late_answers_the_limit_would_be_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    async def main() -> int:
        wire = Wire(open_pacer(per_second=25))
        await crowd(wire, [(0, chat_id, Priority.BULK) for chat_id in range(300)])
        return fullest(wire.instants(), 1)

    assert run(main()) <= 25
    monkeypatch.setattr(pacing, "LONGEST_HOLD", 0.0)
    assert run(main()) > 25


def test_a_thousand_people_are_told_within_two_percent_of_the_ideal_time() -> None:
    async def main(rate: float, people: int) -> float:
        loop = asyncio.get_running_loop()
        wire, began_at = Wire(open_pacer(per_second=rate), worst=0.0), loop.time()
        await crowd(wire, [(0, chat_id, Priority.BULK) for chat_id in range(people)])
        return loop.time() - began_at

    assert 39 < run(main(25, 1000)) <= 40 * 1.02
    assert 4.9 < run(main(1000, 5000)) <= 5 * 1.02


def test_the_schedule_is_smooth_and_not_a_burst_at_the_start_of_each_second() -> None:
    async def main() -> list[float]:
        wire = Wire(open_pacer(per_second=20), worst=0.0)
        await crowd(wire, [(0, chat_id, Priority.BULK) for chat_id in range(100)])
        return wire.instants()

    assert fullest(run(main()), 0.25) <= 5 + 20 * pacing.CATCH_UP + 1


def test_a_timer_that_comes_late_is_made_up_for_without_a_crowd() -> None:
    async def main() -> tuple[float, int]:
        loop = asyncio.get_running_loop()
        wire, began_at = Wire(open_pacer(per_second=50), worst=0.0), loop.time()

        async def stall() -> None:
            while True:
                await asyncio.sleep(0.1)
                loop.seconds += 0.03  # type: ignore[attr-defined]

        stalling = asyncio.ensure_future(stall())
        await crowd(wire, [(0, chat_id, Priority.BULK) for chat_id in range(500)])
        stalling.cancel()
        return loop.time() - began_at, fullest(wire.instants(), 1)

    seconds, most = run(main())
    assert most <= 50
    assert seconds < 10 * 1.08


def test_the_more_urgent_goes_first_and_bulk_never_starves_replies() -> None:
    async def main() -> Wire:
        wire = Wire(open_pacer(per_second=10), worst=0.0)
        bulk = [(0.0, chat_id, Priority.BULK) for chat_id in range(200)]
        urgent = [(3.07, 1000 + n, priority) for n, priority in enumerate(reversed(Priority))]
        await crowd(wire, bulk + urgent)
        return wire

    wire = run(main())
    urgent = [(priority, at) for chat_id, priority, at in wire.left if 1000 <= chat_id < 2000]
    assert [priority for priority, _ in urgent] == list(Priority)
    asked_at = wire.left[1][2] + 3.07
    assert max(at for priority, at in urgent if priority < Priority.BULK) - asked_at < 0.5
    assert urgent[-1][1] - asked_at > 15


def test_a_blocked_chat_gets_nothing_before_its_time_while_others_go_on() -> None:
    async def main() -> Wire:
        wire = Wire(open_pacer(), worst=0.0)
        wire.pacer.block(5, 7.25)
        assert wire.pacer.is_blocked(5) == pytest.approx(7.25)
        assert wire.pacer.is_blocked(6) == 0
        assert wire.pacer.closed(Priority.EMERGENCY) == {5}
        wishes = [(0.0, 5, Priority.EMERGENCY), (1.0, 5, Priority.REPLY)]
        await crowd(wire, [*wishes, *((0.1, chat_id, Priority.BULK) for chat_id in range(10, 60))])
        return wire

    wire = run(main())
    began_at = 1000.0
    assert [at >= began_at + 7.25 for chat_id, _, at in wire.left if chat_id == 5] == [True, True]
    assert next(at for chat_id, _, at in wire.left if chat_id == 5) == pytest.approx(began_at + 7.25, abs=0.01)
    assert max(at for chat_id, _, at in wire.left if 10 <= chat_id < 60) < began_at + 3


def test_a_person_gets_three_replies_at_once_and_then_one_a_second() -> None:
    async def main() -> list[float]:
        wire = Wire(open_pacer(), worst=0.0)
        await crowd(wire, [(0.0, 5, Priority.REPLY)] * 6)
        return [at for chat_id, _, at in wire.left if chat_id == 5]

    instants = run(main())
    assert instants[2] - instants[0] < 0.2
    assert all(later - earlier > 0.8 for earlier, later in pairwise(instants[2:]))


def test_a_waiter_who_gave_up_takes_no_place() -> None:
    async def main() -> float:
        loop = asyncio.get_running_loop()
        pacer = open_pacer(per_second=1)
        (await pacer.admit(1, Priority.REPLY)).answered()
        quitters = [asyncio.ensure_future(pacer.admit(chat_id, Priority.REPLY)) for chat_id in range(2, 50)]
        await asyncio.sleep(0.1)
        for quitter in quitters:
            quitter.cancel()
        began_at = loop.time()
        await pacer.admit(99, Priority.BULK)
        return loop.time() - began_at

    assert run(main()) < 1.1


def test_chats_long_silent_are_forgotten() -> None:
    async def main() -> int:
        pacer = open_pacer(per_second=1000)
        for chat_id in range(5000):
            (await pacer.admit(chat_id, Priority.BULK)).answered()
        await asyncio.sleep(2)
        assert pacer.closed(Priority.BULK) == frozenset()
        return len(pacer._chats)

    assert run(main()) == 0


def test_a_program_that_follows_one_that_died_lets_a_whole_second_pass_first() -> None:
    async def story() -> list[float]:
        wire = Wire(open_pacer(per_second=25))
        wire.pacer.rest(1.0)
        await crowd(wire, [(0.0, number, Priority.REPLY) for number in range(5)])
        return wire.instants()

    assert min(run(story())) >= 1.0
