"""Play many seasons, each from a seed, and keep for ever the seeds that break a promise.

python -m tests.simulation --seeds 1000
python -m tests.simulation --seed 17 --story       (one season, step by step)
python -m tests.simulation --seeds 20 --people 500 --steps 10000
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import time
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.simulation.checked import play_checked
from tests.simulation.season import Season

KEPT = Path(__file__).parent / "kept_seeds.txt"


def kept() -> list[Season]:
    """Return the seasons that once broke a promise: seed, people, steps on a line, and perhaps why."""
    lines = (line.split("#")[0].split() for line in KEPT.read_text(encoding="utf-8").splitlines())
    return [Season(seed=int(line[0]), people=int(line[1]), steps=int(line[2])) for line in lines if line]


def keep(season: Season) -> None:
    """Write a season down so that it is played for ever."""
    with KEPT.open("a", encoding="utf-8") as file:
        file.write(f"{season.seed} {season.people} {season.steps}  # {season.problems[0]}\n")


def _play_all(given: argparse.Namespace) -> Iterator[Season]:
    seeds = range(given.first, given.first + given.seeds)
    work = partial(play_checked, people=given.people, steps=given.steps)
    if given.processes == 1:
        yield from map(work, seeds)
        return
    with multiprocessing.get_context("spawn").Pool(given.processes, maxtasksperchild=100) as pool:
        yield from pool.imap(work, seeds)


def main() -> int:
    """Play them, show the progress, and return 1 when a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=1000)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--seed", type=int, help="this one only")
    parser.add_argument("--people", type=int, default=10)
    parser.add_argument("--steps", type=int, default=250)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--story", action="store_true", help="tell every step")
    given = parser.parse_args()
    if given.seed is not None:
        given.first, given.seeds, given.processes = given.seed, 1, 1
    began, sums, bad = time.perf_counter(), Counter[str](), 0
    for number, season in enumerate(_play_all(given), 1):
        sums.update(season.counts)
        if given.story:
            print(*(f"{at} {name}" for at, name in enumerate(season.story, 1)), season.fingerprint, sep="\n")
        if season.problems:
            bad += 1
            keep(season)
            print(f"seed {season.seed}:", *season.problems, sep="\n  ")
        if number % 25 == 0 or number == given.seeds:
            print(f"{number} of {given.seeds}, {bad} broke a promise, {time.perf_counter() - began:.0f} s", flush=True)
    print(", ".join(f"{name} {count}" for name, count in sorted(sums.items())))
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
