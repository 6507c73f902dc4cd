"""The benchmark itself works: nobody gets lost, and what it counts is there. It asserts no speed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PEOPLE, REGISTRATIONS = 2, 3


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What `python -m bench --quick --no-peers` writes after a few registrations."""
    folder = tmp_path_factory.mktemp("bench")
    few = ("--people", str(PEOPLE), "--registrations", str(REGISTRATIONS), "--rounds", "1", "--out", str(folder))
    command = [sys.executable, "-m", "bench", "--quick", "--no-peers", *few]
    bench = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert bench.returncode == 0, bench.stdout + bench.stderr
    assert "updates/s" in bench.stdout
    assert (folder / "latest.png").stat().st_size > 0
    found: list[dict[str, Any]] = json.loads((folder / "latest.json").read_text("utf-8"))["results"]
    return found


@pytest.mark.slow
def test_everybody_who_begins_is_registered_by_webhook_and_by_polling(results: list[dict[str, Any]]) -> None:
    assert [(one["bot"], one["way"]) for one in results] == [("ours", "webhook"), ("ours", "polling")]
    for one in results:
        begun = one["registrations_begun"]
        assert PEOPLE <= begun <= REGISTRATIONS, "a slow machine begins fewer in the time there is"
        assert one["registrations_completed"] == begun
        assert one["registrations_kept"] == begun, "as many are in the database"
        assert one["deviations"] == []


@pytest.mark.slow
def test_a_registration_is_counted_in_updates_trips_to_the_database_and_calls(
    results: list[dict[str, Any]],
) -> None:
    for one in results:
        assert one["updates"] >= 10 * one["registrations_begun"]
        assert 1 < one["hops_per_update"] < 8
        assert 1 < one["calls_per_update"] < 3
        assert one["cpu_us_per_update"] > 0
        assert 0 < one["p50_ms"] <= one["p99_ms"]


@pytest.mark.slow
def test_a_day_of_the_program_can_be_lived_in_a_minute() -> None:
    command = [sys.executable, "-m", "bench.longlife", "--hours", "5", "--updates", "200"]
    bench = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=180, check=False)
    assert bench.returncode == 0, bench.stdout + bench.stderr
    assert "per 100,000" in bench.stdout
