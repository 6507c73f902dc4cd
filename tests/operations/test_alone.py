"""One bot at a time on one SQLite file: the second start is refused, whatever the first is doing."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from storage.alone import Alone
from storage.engine import DatabaseError
from tests.world import new_world

ROOT = Path(__file__).resolve().parents[2]
HOLD = (
    "import sys, time; from pathlib import Path; from storage.alone import Alone\n"
    "alone = Alone(Path(sys.argv[1])); alone.take(); print('taken', flush=True)\n"
    "while True: time.sleep(0.05); print('alive', flush=True)"
)


@contextmanager
def first(database: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a process that has the database."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(database)], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stdout is not None
    assert process.stdout.readline() == "taken\n"
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def test_a_second_one_is_refused_with_the_number_of_the_first(tmp_path: Path) -> None:
    with first(tmp_path / "jazyl.db") as process, pytest.raises(DatabaseError, match=f"process {process.pid}"):
        Alone(tmp_path / "jazyl.db").take()


def test_a_frozen_one_keeps_its_right_and_goes_on_alone(tmp_path: Path) -> None:
    with first(tmp_path / "jazyl.db") as process:
        process.send_signal(signal.SIGSTOP)
        with pytest.raises(DatabaseError):
            Alone(tmp_path / "jazyl.db").take()
        process.send_signal(signal.SIGCONT)
        assert process.stdout is not None
        assert process.stdout.readline() == "alive\n"
        with pytest.raises(DatabaseError):
            Alone(tmp_path / "jazyl.db").take()


def test_a_killed_one_leaves_nothing_behind(tmp_path: Path) -> None:
    with first(tmp_path / "jazyl.db") as process:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        alone = Alone(tmp_path / "jazyl.db")
        alone.take()
        alone.leave()


@pytest.mark.slow
async def test_a_second_bot_does_not_start_and_commands_go_on(tmp_path: Path) -> None:
    surroundings = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    async with new_world(tmp_path) as world:
        given = {
            "BOT_TOKEN": world.playground.token, "TELEGRAM_API_BASE": world.playground.url,
            "DATA_DIR": str(tmp_path), "HTTP_PORT": "0", "PYTHONPATH": str(ROOT),
        }  # fmt: skip

        def run(*command: str) -> subprocess.CompletedProcess[str]:
            return subprocess.run(
                [sys.executable, "-m", "bot", *command],
                env=surroundings | given, cwd=tmp_path, capture_output=True, text=True, timeout=100, check=False,
            )  # fmt: skip

        refused = await asyncio.to_thread(run, "run")
        assert refused.returncode == 1
        assert f"process {os.getpid()}" in refused.stderr
        assert "Traceback" not in refused.stderr
        for command in (("backup", str(tmp_path / "copy.db")), ("rotate-key",)):
            finished = await asyncio.to_thread(run, *command)
            assert finished.returncode == 0, finished.stderr
    again = Alone(tmp_path / "jazyl.db")
    again.take()
    again.leave()
