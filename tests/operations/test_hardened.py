"""Under all that `deploy/` takes away the bot starts, answers, is healthy, backs itself up, and stops politely."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.operations.hardened import PROBE, UNIT, allowed, look, make, missing


def is_possible() -> bool:
    """Tell whether this machine lets us make such a place."""
    if sys.platform != "linux" or os.geteuid() != 0 or missing():
        return False
    return subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False).returncode == 0


pytestmark = pytest.mark.skipif(not is_possible(), reason="needs root, mount namespaces and systemd's tools")
TAKEN_AWAY = {
    "closed /", "closed /app", "closed /app/bot", "closed /etc", "closed /usr", "writable /data", "writable /tmp",
    "uid 10001 0000000000000000 0000000000000000 1", "others 0", "devices null random urandom zero",
    "namespace True mount True", "packets True",
}  # fmt: skip
BY_THE_FILTER = {"netlink True", "executable True"}


@pytest.fixture
def folder() -> Iterator[Path]:
    """Return a folder that another account can reach."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@pytest.mark.slow
async def test_the_bot_lives_with_only_its_data_folder_to_write(folder: Path) -> None:
    seen = await look(make(folder, Path(sys.prefix), allowed()))
    assert set(seen.probe) == TAKEN_AWAY | BY_THE_FILTER
    assert seen.answered
    assert (seen.healthy, seen.backups, seen.exit_code) == (True, 1, 0)
    assert seen.open_to_others == []
    assert seen.troubles == []


def test_without_the_filter_its_part_would_be_open(folder: Path) -> None:
    told = set(make(folder, Path(sys.prefix), "").run({}, "-B", "-c", PROBE).stdout.splitlines())
    assert told >= TAKEN_AWAY
    assert told & BY_THE_FILTER == set()


def test_the_place_takes_away_what_the_unit_takes_away() -> None:
    for line in (
        "ProtectSystem=strict", "PrivateTmp=yes", "PrivateDevices=yes", "ProtectProc=invisible", "NoNewPrivileges=yes",
        "CapabilityBoundingSet=", "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX", "RestrictNamespaces=yes",
        "MemoryDenyWriteExecute=yes", "SystemCallFilter=@system-service", "SystemCallErrorNumber=EPERM",
    ):  # fmt: skip
        assert f"\n{line}\n" in UNIT


def test_systemd_calls_the_unit_well_closed(folder: Path) -> None:
    unit = Path(shutil.copy2(Path(__file__).resolve().parents[2] / "deploy" / "jazyl.service", folder))
    told = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--threshold=20", str(unit)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stdout[-300:]
