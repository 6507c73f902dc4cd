"""`python -m bench`: one whole registration, by webhook and by polling, beside the usual way and the floor."""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from pathlib import Path

from bench import report
from bench.contestant import install_peers
from bench.rounds import Plan, measure

BOTS = ("ours", "usual", "floor")
WAYS = ("webhook", "polling")


def main() -> int:
    """Measure, print and write; 1 when a registration got lost."""
    options = read_options()
    bots = ("ours",) if options.no_peers else tuple(options.bots)
    if "usual" in bots:
        install_peers()
    plan = Plan(
        bots=("ours", *(bot for bot in bots if bot != "ours")),
        ways=options.ways,
        rounds=options.rounds or (1 if options.quick else 4),
        seconds=options.seconds or (0.6 if options.quick else 2.0),
        at_once=options.people,
        most=options.registrations,
    )
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        outcome = asyncio.run(measure(plan, Path(folder)))
    path = report.write(outcome, options.out)
    print(report.table(outcome["results"]))
    print()
    for name, ratio in report.ratios(outcome["results"]).items():
        print(f"{name}: {ratio:g}")
    print(f"\n{outcome['turns']} updates a registration; {time.monotonic() - began:.0f} s; {path}")
    return 0 if all(is_whole(result) for result in outcome["results"]) else 1


def is_whole(result: report.Result) -> bool:
    """Tell whether everybody who began is registered, in the chat and in the database."""
    return bool(result["registrations_begun"] == result["registrations_completed"] == result["registrations_kept"])


def read_options() -> argparse.Namespace:
    """Parse the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="shorter windows, under half a minute")
    parser.add_argument("--no-peers", action="store_true", help="measure our program only")
    parser.add_argument("--bots", nargs="+", choices=BOTS, default=BOTS)
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=WAYS)
    parser.add_argument("--people", type=int, default=32, help="how many register at once (%(default)s)")
    parser.add_argument(
        "--registrations", type=int, help="how many may begin with each bot (as many as there is time for)"
    )
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--seconds", type=float, help="length of one window")
    parser.add_argument("--out", type=Path, default=report.RESULTS, help="folder for the results")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
