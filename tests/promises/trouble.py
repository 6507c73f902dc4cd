"""Telegram misbehaves: `python -m tests.promises.trouble --seconds 600`.

For so many seconds in all, in turns, every request is answered with an error, a page, half an answer, a broken
connection or nothing. People go on answering their forms. Nothing may be lost or taken twice, and after each kind the
time is taken until everybody has the screen that is theirs.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from bot.domain.language import Language
from tests.journeys.story import answer_all, begin, begin_answer, words
from tests.world import Person, World, new_world

KINDS = ("502", "500", "html", "truncate", "reset", "lost_reply", "hang")
KK = words(Language.KK)
PATIENCE = 180.0
QUESTIONS = 14


@dataclass
class Run:
    """What a run found."""

    people: int
    recovered_after: dict[str, float] = field(default_factory=dict)
    """Seconds from the end of each kind of trouble until everybody had the right screen."""
    lost: int = 0
    """Answers and registrations that are missing."""
    doubled: int = 0
    quarantined: int = 0

    @property
    def is_kept(self) -> bool:
        """Tell whether the promise was kept."""
        return not (self.lost or self.doubled or self.quarantined) and max(self.recovered_after.values()) <= 30

    def __str__(self) -> str:
        times = ", ".join(f"{kind} {seconds:.1f} s" for kind, seconds in self.recovered_after.items())
        return (
            f"{self.people} people: lost {self.lost}, twice {self.doubled}, put aside {self.quarantined}; well again "
            f"after {times}"
        )


async def run(folder: Path, *, people: int, seconds: float, kinds: tuple[str, ...] = KINDS) -> Run:
    """Let people register through all of it."""
    found = Run(people=people)
    async with new_world(folder) as world:
        students = [world.newcomer(f"P{number}") for number in range(people)]
        for student in students:
            await begin(student, Language.KK)
        for kind in kinds:
            found.recovered_after[kind] = await _suffer(world, students, kind, seconds / len(kinds))
        for student in students:
            await answer_all(student, Language.KK)
            await student.press(KK("button-submit"))
        await _count(world, found)
    return found


async def _suffer(world: World, students: list[Person], kind: str, seconds: float) -> float:
    """Let one kind of trouble rule while everybody answers one question; return how long the recovery took."""
    for method in ("*", "getUpdates"):
        world.telegram.add_fault(kind, method=method, count=10**9)
    for student in students:
        begin_answer(world, student)
        await asyncio.sleep(seconds / len(students))
    world.telegram.clear_faults()
    ended = time.monotonic()
    async with asyncio.timeout(PATIENCE):
        while not await world._is_idle():  # noqa: ASYNC110 - the program gets well by itself
            await asyncio.sleep(0.02)
    return time.monotonic() - ended


async def _count(world: World, found: Run) -> None:
    query = (
        "SELECT (SELECT count(*) FROM answers), (SELECT count(*) FROM registrations), "
        "(SELECT count(*) FROM inbox WHERE state = 'quarantined'), "
        "(SELECT count(*) FROM drafts WHERE revision > ?)"
    )
    row = await world.running.database.read(lambda tx: tx.connection.execute(query, (QUESTIONS + 1,)).fetchone())
    found.lost = (QUESTIONS + 1) * found.people - row[0] - row[1]
    found.quarantined, found.doubled = row[2], row[3]


def main() -> int:
    """Run it once."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--people", type=int, default=20)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="trouble-") as folder:
        found = asyncio.run(run(Path(folder), people=given.people, seconds=given.seconds))
    print(found)
    return int(not found.is_kept)


if __name__ == "__main__":
    sys.exit(main())
