"""Seasons from seeds break no promise; with one protection off some seed soon finds it."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

import pytest

from bot import log
from bot.actions import seating
from bot.arrivals import ReplySlot
from bot.intake import Intake
from storage import inbox, registrations
from tests.simulation.__main__ import kept
from tests.simulation.season import Season, play

SEEDS_TO_FIND = 20


@pytest.fixture(autouse=True)
def quiet() -> None:
    log.configure(level="CRITICAL", style="text")


@pytest.mark.parametrize("seed", range(1, 7))
def test_a_season_breaks_no_promise(seed: int) -> None:
    season = play(Season(seed=seed, people=8, steps=150))
    assert season.problems == []
    assert season.counts["updates"] > 80


def test_the_seasons_that_once_broke_a_promise_break_none() -> None:
    assert {season.seed: play(season).problems for season in kept()} == {season.seed: [] for season in kept()}


def test_the_same_seed_leaves_the_same_database_and_another_seed_another() -> None:
    first, again, other = (play(Season(seed=seed, people=5, steps=80)) for seed in (3, 3, 4))
    assert first.story == again.story
    assert first.fingerprint == again.fingerprint != other.fingerprint


PROTECTIONS = ("handing on", "one effect", "kept before taken", "one offer", "capacity")


@pytest.mark.slow
@pytest.mark.parametrize("protection", PROTECTIONS)
def test_a_protection_that_is_switched_off_is_found_within_a_few_seeds(
    protection: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    switch_off(protection, monkeypatch)
    found = find_problem()
    print(protection, found)
    assert found is not None


def find_problem() -> Season | None:
    """Return the first season that breaks a promise."""
    for seed in range(1, SEEDS_TO_FIND + 1):
        season = play(Season(seed=seed, people=10, steps=250))
        if season.problems:
            return season
    return None


def switch_off(protection: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take one protection out of the program."""
    told, receive = seating.tell_promoted, Intake.receive

    def twice(*args: Any, **named: Any) -> None:
        told(*args, **named)
        told(*args, **{**named, "told_at": None})

    async def promised(intake: Intake, raws: Sequence[Any], slot: ReplySlot | None = None) -> None:
        if slot is not None:
            slot.close()
        asyncio.get_running_loop().create_task(receive(intake, raws))

    match protection:
        case "handing on":
            monkeypatch.setattr(seating, "move_up", lambda *_, **__: ())
        case "one effect":
            monkeypatch.setattr(inbox, "mark_effected", lambda *_, **__: None)
        case "kept before taken":
            monkeypatch.setattr(Intake, "receive", promised)
        case "one offer":
            monkeypatch.setattr(seating, "tell_promoted", twice)
        case _:
            monkeypatch.setattr(registrations, "drop_surplus_seats", lambda *_: None)


def test_the_long_set_is_played_by_several_processes() -> None:
    command = [sys.executable, "-m", "tests.simulation", "--seeds", "2", "--steps", "5", "--processes", "2"]
    played = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert played.returncode == 0, played.stdout + played.stderr
    assert "2 of 2, 0 broke a promise" in played.stdout
