"""Great announcements keep their promises in the small; each is also shown to fail without its protection."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.promises import broadcast, emergency


@pytest.mark.slow
async def test_an_emergency_overtakes_what_waits(tmp_path: Path) -> None:
    found = await emergency.run(tmp_path, bulk=150, guardians=10, pace=25)
    assert found.waiting > 50
    assert found.first < 1
    assert found.last < 2


@pytest.mark.slow
async def test_without_its_urgency_it_comes_after_what_waits(tmp_path: Path) -> None:
    found = await emergency.run(tmp_path, bulk=150, guardians=10, pace=25, is_bulk=True)
    assert found.first > 1


@pytest.mark.slow
async def test_through_kills_and_faults_everybody_ends_in_one_true_state(tmp_path: Path) -> None:
    found = await broadcast.run(tmp_path, recipients=120, kills=2, pace=100, lease=2)
    assert found.is_kept, found
    assert found.states["sent"] > 100


@pytest.mark.slow
async def test_a_program_that_takes_lost_ones_for_sent_is_caught(tmp_path: Path) -> None:
    found = await broadcast.run(tmp_path, recipients=120, kills=3, pace=100, lease=2, is_careless=True, patience=20)
    assert not found.is_kept
