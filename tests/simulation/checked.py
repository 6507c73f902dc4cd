"""One season, some of them played twice; a module of its own because other processes have to find it by its name."""

from __future__ import annotations

from bot import log
from tests.simulation.season import Season, play

PLAYED_TWICE = 10
"""Every so many seeds one is played again, and must leave the same database."""


def play_checked(seed: int, *, people: int, steps: int) -> Season:
    """Play a season, some of them twice; another hash the second time is a broken promise too."""
    log.configure(level="CRITICAL", style="text")
    season = play(Season(seed=seed, people=people, steps=steps))
    if not season.problems and seed % PLAYED_TWICE == 0:
        again = play(Season(seed=seed, people=people, steps=steps))
        season.counts["played twice"] += 1
        if again.fingerprint != season.fingerprint:
            season.problems.append("the same seed left another database")
    return season
