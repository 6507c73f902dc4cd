"""The measurement: all bots run side by side, idle but one; short windows go round, so that noise hits everybody alike.

Always true: a window begins and ends with nobody waiting for a screen; throughput counts what was finished inside the
window, costs are divided by all updates between the two moments of rest.
"""

from __future__ import annotations

import asyncio
import json
import math
import re
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.contestant import Contestant
from bench.crowd import FIRST_ID, Crowd
from bench.script import Recorder

SEED = Path(__file__).parent.parent / "bot" / "programmes" / "jas-leader-forum.yaml"
PLACES = 1000
"""In each stream and quota, so that nobody meets the waitlist and every registration is the same."""
REST = 0.15
"""Seconds in which a bot may finish what it does after the screens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How much is measured; the first bot is ours, because the others play what it plays."""

    bots: Sequence[str]
    ways: Sequence[str]
    rounds: int
    seconds: float
    at_once: int
    most: int | None


@dataclass(slots=True)
class Windows:
    """What was measured for one contestant, window by window."""

    per_second: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    hops: list[float] = field(default_factory=list)
    calls: list[float] = field(default_factory=list)
    driver: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    peak_mb: float = 0.0


def write_programmes(folder: Path, places: int = PLACES) -> Path:
    """Write the forum's programme file with many more places and no quotas within a region; return its folder."""
    content = re.sub(r"(?m)^ +- \{unit: [a-z]+-[a-z]+-\S+, capacity: .*\n", "", SEED.read_text("utf-8"))
    content = re.sub(r"(unit: \S+, capacity: )\d+", rf"\g<1>{places}", content)
    content = re.sub(r"(?m)^( +capacity: )\d+$", rf"\g<1>{places}", content)
    folder.mkdir()
    (folder / SEED.name).write_text(content, "utf-8")
    return folder


async def measure(plan: Plan, folder: Path) -> dict[str, Any]:
    """Start everybody, go round, end everybody; return the results."""
    programmes, script_path = write_programmes(folder / "programmes"), folder / "script.json"
    pairs = [(bot, way) for bot in plan.bots for way in plan.ways]
    contestants = [Contestant(bot, way, folder, Crowd(plan.at_once, plan.most)) for bot, way in pairs]
    try:
        ours, peers = contestants[: len(plan.ways)], contestants[len(plan.ways) :]
        await asyncio.gather(*(one.start(programmes, script_path) for one in ours))
        await record(ours[0], script_path)
        await asyncio.gather(*(one.start(programmes, script_path) for one in peers))
        for contestant in contestants:
            contestant.crowd.script = json.loads(script_path.read_text("utf-8"))
            await prepare(contestant)
        windows = [Windows() for _ in contestants]
        for _ in range(plan.rounds):
            for contestant, found in zip(contestants, windows, strict=True):
                await measure_window(contestant, found, plan.seconds)
        await asyncio.gather(*(one.crowd.finish() for one in contestants))
        return {
            "turns": len(contestants[0].crowd.script),
            "results": [_result(*pair) for pair in zip(contestants, windows, strict=True)],
        }
    finally:
        for contestant in contestants:
            await contestant.stop()


async def record(contestant: Contestant, script_path: Path) -> None:
    api = contestant.crowd.api
    recorder = Recorder(api, FIRST_ID - 1)
    api.on_screen = recorder.hear
    turns = await recorder.record()
    contestant.rehearsed += 1
    api.on_screen = contestant.crowd.hear
    script_path.write_text(json.dumps(turns, ensure_ascii=False), "utf-8")


async def prepare(contestant: Contestant) -> None:
    """Let one person register, so that pictures are uploaded and everything was loaded once."""
    crowd = contestant.crowd
    begun = Crowd(1, 1, crowd.script)
    begun.api, crowd.api.on_screen = crowd.api, begun.hear
    begun.first_id = FIRST_ID - 2
    begun.open()
    await begun.finish()
    contestant.rehearsed += begun.completed
    crowd.api.on_screen = crowd.hear


async def measure_window(contestant: Contestant, found: Windows, seconds: float) -> None:
    crowd = contestant.crowd
    before, finished = await contestant.counters(), crowd.finished
    crowd.seconds.clear()
    began, busy = time.perf_counter(), time.process_time()
    crowd.open()
    await _until_over(crowd, seconds)
    took, inside = time.perf_counter() - began, crowd.finished - finished
    found.driver.append((time.process_time() - busy) / took)
    await crowd.close()
    found.seconds += crowd.seconds
    await asyncio.sleep(REST)
    after, updates = await contestant.counters(), max(crowd.finished - finished, 1)
    found.per_second.append(inside / took)
    found.cpu.append((after["cpu"] - before["cpu"]) / updates * 1e6)
    found.hops.append((after["hops"] - before["hops"]) / updates)
    found.calls.append((after["api_calls"] - before["api_calls"]) / updates)
    found.peak_mb = after["peak_mb"]


async def _until_over(crowd: Crowd, seconds: float) -> None:
    """Wait for the end of the window, or until nobody is left who may begin."""
    ends = time.perf_counter() + seconds
    while time.perf_counter() < ends and crowd.people:
        await asyncio.sleep(0.01)


def _result(contestant: Contestant, windows: Windows) -> dict[str, Any]:
    crowd = contestant.crowd
    turns, per_second = len(crowd.script), statistics.median(windows.per_second)
    return {
        "bot": contestant.bot,
        "way": contestant.way,
        "updates_per_second": round(per_second, 1),
        "registrations_per_second": round(per_second / turns, 2),
        "p50_ms": round(_quantile(windows.seconds, 0.50) * 1000, 2),
        "p99_ms": round(_quantile(windows.seconds, 0.99) * 1000, 2),
        "cpu_us_per_update": round(statistics.median(windows.cpu)),
        "hops_per_update": round(statistics.median(windows.hops), 2),
        "calls_per_update": round(statistics.median(windows.calls), 2),
        "peak_mb": round(windows.peak_mb, 1),
        "driver_busy": round(statistics.median(windows.driver), 2),
        "updates": crowd.finished,
        "registrations_begun": crowd.begun,
        "registrations_completed": crowd.completed,
        "registrations_kept": contestant.registrations() - contestant.rehearsed,
        "deviations": crowd.deviations[:5],
    }


def _quantile(values: Sequence[float], part: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, math.ceil(len(ordered) * part) - 1)] if ordered else 0.0
