"""The power goes off, the disk is full: nothing answered is missing, nothing is half done, it goes on alone."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import polling, retrying
from bot.domain.language import Language
from tests.journeys.story import answer_all, answer_one, begin, words
from tests.promises import powercut
from tests.world import STUDENT, World, new_world

KK = words(Language.KK)

needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="there is no strace on this machine")


@needs_strace
def test_after_a_power_cut_nobody_who_was_told_is_missing() -> None:
    found = powercut.run(40, 40, is_careless=False)
    assert (found["cuts"], found["told"]) == (40, 40)
    assert (found["broken"], found["told and missing"]) == (0, 0)


@needs_strace
def test_who_does_not_wait_for_the_disk_loses_people_in_a_power_cut() -> None:
    found = powercut.run(40, 40, is_careless=True)
    assert found["broken"] + found["told and missing"] > 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of six megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=6m,mode=700", "tmpfs", str(disk)]
    if os.geteuid() or not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk needs the right to mount one")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def _fill(disk: Path) -> Path:
    """Leave no byte free."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            return filler


async def _facts(world: World) -> tuple[int, int]:
    """Return how many answers and registrations there are."""
    query = "SELECT (SELECT count(*) FROM answers), (SELECT count(*) FROM registrations)"
    return await world.running.database.read(lambda tx: tuple(tx.connection.execute(query).fetchone()))


async def test_a_full_disk_loses_nothing_and_the_program_goes_on_when_there_is_room(
    small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (polling, retrying):
        monkeypatch.setattr(module, "LONGEST_PAUSE", 1.0)
    async with new_world(small_disk / "data") as world:
        student = world.person(STUDENT)
        await begin(student, Language.KK)
        while KK("how-name") not in student.screen():
            await answer_one(student, Language.KK)
        before = await _facts(world)
        filler = _fill(small_disk)
        world.telegram.send_text(student.id, "Сапарова Айым")
        await asyncio.sleep(3)
        assert await _facts(world) == before, "nothing half done"
        filler.unlink()
        async with asyncio.timeout(20):
            while await _facts(world) == before:  # noqa: ASYNC110 - the program goes on by itself
                await asyncio.sleep(0.1)
        await world.idle()
        assert await _facts(world) == (before[0] + 1, 0), "what was sent meanwhile is taken, once"
        await answer_all(student, Language.KK)
        await student.press(KK("button-submit"))
        assert (await _facts(world))[1] == 1
