"""Nothing is lost and nothing acts twice, whenever the process dies; and the loop sees it where it does happen."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.intake.faultpoints import points
from tests.intake.killloop import SMALL_BOT, KillLoop, Tally


async def killed(
    folder: Path, kills: int, *, bot: str = SMALL_BOT, is_webhook: bool = False, number: int = signal.SIGKILL
) -> Tally:
    """Run the loop, print what it saw, and return it."""
    tally = await KillLoop(bot=bot, folder=folder, is_webhook=is_webhook, seed=7, number=number).run(kills)
    print(tally)
    return tally


def assert_safe(tally: Tally) -> None:
    """Every update took effect once and was answered; a copy only of what was in the middle of something."""
    assert (tally.lost, tally.twice, tally.unsaid) == ([], [], [])
    assert tally.copies <= tally.in_flight


@pytest.mark.slow
async def test_a_hundred_kills_in_the_middle_of_something_lose_nothing_by_polling(tmp_path: Path) -> None:
    tally = await killed(tmp_path, 130)
    assert tally.kills_in_flight >= 100
    assert_safe(tally)


@pytest.mark.slow
async def test_kills_lose_nothing_by_webhook(tmp_path: Path) -> None:
    tally = await killed(tmp_path, 30, is_webhook=True)
    assert tally.kills_in_flight >= 15
    assert_safe(tally)


@pytest.mark.parametrize("is_webhook", [False, True])
async def test_an_orderly_stop_loses_nothing_and_repeats_nothing(tmp_path: Path, is_webhook: bool) -> None:
    tally = await killed(tmp_path, 10, is_webhook=is_webhook, number=signal.SIGTERM)
    assert_safe(tally)
    assert tally.copies == 0


async def test_the_loop_sees_updates_that_the_usual_polling_loses(tmp_path: Path) -> None:
    tally = await killed(tmp_path, 12, bot="tests.intake.usual_bot")
    assert len(tally.lost) > 10


async def test_the_loop_sees_effects_that_happen_twice_without_the_common_transaction(tmp_path: Path) -> None:
    tally = await killed(tmp_path, 15, bot="tests.intake.careless_bot")
    assert len(tally.twice) > 0
    assert tally.lost == []


async def test_a_death_at_each_of_fifty_named_moments_loses_nothing(tmp_path: Path) -> None:
    names = points(is_webhook=False)
    assert len(names) >= 50
    few = names[::5]
    loop = KillLoop(bot=SMALL_BOT, folder=tmp_path, is_webhook=False, seed=3, points=few)
    tally = await loop.run(len(few))
    print(tally)
    assert_safe(tally)
    assert set(tally.deaths) == set(few), "it came by each of them"
