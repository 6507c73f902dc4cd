"""A camp is lost and comes back out of its backup, by the clock: `python -m tests.promises.restore --people 5000`.

A database of a camp's size with its files is made, backed up as the bot does it, and restored by the command into an
empty place; then the bot is started there, held, looked at, released, until it is ready. Every sealed text is opened, a
hundred files are compared, every table is counted, and nothing may have been sent before the release. With
`TEST_DATABASE=postgresql` before it the same on PostgreSQL.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import aiohttp

from bot.backups import name_at
from bot.playground import Playground
from storage import copies, safekeeping, uploads
from storage.engine import engine_of
from storage.migrating import migrate
from storage.safekeeping import House
from storage.values import from_json, to_json
from tests import databases
from tests.seed import NOW
from tests.storage.first_release import BEGAN, make, open_everything, released_folder

ROOT: Final = Path(__file__).resolve().parents[2]
GOAL: Final = 600.0
"""Seconds until a lost camp is served again."""
LOOKED_AT: Final = 100
PATIENCE: Final = 300.0
OWN_OF_EACH: Final = frozenset({"restores"})
"""What a restored database says about itself."""
TO_PEOPLE: Final = ("send", "edit", "copy", "forward")


@dataclass(kw_only=True)
class Run:
    """What a loss and the way back took."""

    rows: int
    files: int
    backup_bytes: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    cpu: dict[str, float] = field(default_factory=dict)
    opened: int = 0
    compared: int = 0
    wrong: list[str] = field(default_factory=list)
    """Tables whose rows are not what they were, and files that are not."""
    sent_before_release: int = 0

    @property
    def rto(self) -> float:
        """Seconds from an empty machine to a bot that serves."""
        return sum(seconds for step, seconds in self.seconds.items() if step != "back up")

    @property
    def is_kept(self) -> bool:
        """Tell whether the promise was kept."""
        is_whole = not self.wrong and self.opened > 0 and self.compared == min(LOOKED_AT, self.files)
        return is_whole and not self.sent_before_release and self.rto <= GOAL

    def __str__(self) -> str:
        steps = ", ".join(f"{step} {seconds:.1f} s" for step, seconds in self.seconds.items())
        return (
            f"{self.rows} rows, {self.files} files, a backup of {self.backup_bytes / 1e6:.0f} MB: {steps}\n"
            f"RTO {self.rto:.1f} s; {self.opened} sealed texts opened, {self.compared} files compared, wrong "
            f"{self.wrong or 'nothing'}, sent before the release {self.sent_before_release}\n"
            f"one backup costs {self.seconds['back up']:.1f} s and {self.cpu['back up']:.1f} s of one processor: every "
            f"5 minutes {self.cpu['back up'] / 3:.1f} % of it"
        )


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where an installation lies, and how it is started."""

    folder: Path
    database: str | Path
    playground: Playground
    port: int

    def surroundings(self) -> dict[str, str]:
        where = self.database if isinstance(self.database, str) else f"sqlite:///{self.database}"
        return {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ} | {
            "BOT_TOKEN": self.playground.token, "TELEGRAM_API_BASE": self.playground.url, "DATABASE_URL": where,
            "DATA_DIR": str(self.folder), "HTTP_PORT": str(self.port), "PYTHONPATH": str(ROOT), "LOG_LEVEL": "ERROR",
        }  # fmt: skip

    def house(self) -> House:
        """Return what a backup is made of."""
        keys = self.folder / "keys"
        return House(
            database=self.database,
            data_key_file=keys / "data.key",
            backup_key_file=keys / "backup.key",
            data_dir=self.folder,
        )

    def command(self, *words: str) -> None:
        """Run a command of the program as a person would; CalledProcessError when it fails."""
        subprocess.run(
            [sys.executable, "-m", "bot", *words], cwd=self.folder, env=self.surroundings(), check=True,
            capture_output=True,
        )  # fmt: skip

    def start(self) -> subprocess.Popen[bytes]:
        """Start the bot."""
        return subprocess.Popen([sys.executable, "-m", "bot", "run"], cwd=self.folder, env=self.surroundings())

    async def until(self, wanted: str) -> None:
        """Wait until the bot says that it is so."""
        async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as session:
            while await self._state(session) != wanted:  # noqa: ASYNC110 - another process says so
                await asyncio.sleep(0.05)

    async def _state(self, session: aiohttp.ClientSession) -> str:
        try:
            async with session.get(f"http://127.0.0.1:{self.port}/readyz") as response:
                told = await response.json()
        except aiohttp.ClientError:
            return "silent"
        return str(told.get("reason") or told["status"])


def place(folder: Path, playground: Playground) -> Place:
    """Return an empty place."""
    folder.mkdir(mode=0o700)
    where = databases.bare_postgres() if databases.is_postgres() else folder / "jazyl.db"
    return Place(folder=folder, database=where, playground=playground, port=databases._free_port())


def fill(where: Place, people: int, files: int, kilobytes: int) -> int:
    """Make a camp of that size with files of that size, in the newest schema; return its rows."""
    kept = {}
    for number in range(1, files + 1):
        upload = uploads.write(where.folder / "uploads", number.to_bytes(8) + os.urandom(1024 * kilobytes - 8))
        kept[number] = to_json({"upload": upload.name, "key": upload.key, "size": upload.size})
    old = released_folder(where.folder)
    rows = make(where.database, old, where.folder / "keys" / "data.key", people, kept)
    shutil.rmtree(old)
    migrate(where.database)
    engine = engine_of(where.database)
    note = engine.query(
        "INSERT INTO uploads (name, account_id, draft_id, question, size, kept_at) "
        "VALUES (:name, :account_id, :draft_id, 'proof', :size, :kept_at)"
    )
    with closing(engine.connect()) as connection:
        engine.begin_write(connection)
        for number, text in kept.items():
            said = from_json(text)
            of = {"account_id": 2 * number, "draft_id": number, "kept_at": BEGAN}
            connection.execute(note, {"name": said["upload"], "size": said["size"], **of})
        connection.execute("COMMIT")
    return rows + len(kept)


async def run(folder: Path, *, people: int, files: int, kilobytes: int) -> Run:
    """Lose a camp and get it back."""
    playground = Playground()
    await playground.start()
    try:
        before, after = place(folder / "before", playground), place(folder / "after", playground)
        found = Run(rows=fill(before, people, files, kilobytes), files=files)
        with _measured(found, "back up"):
            archive = before.folder / "backups" / name_at(NOW)
            await asyncio.to_thread(safekeeping.make, before.house(), archive, NOW)
        found.backup_bytes = archive.stat().st_size
        shutil.copytree(before.folder / "keys", after.folder / "keys")
        with _measured(found, "restore"):
            await asyncio.to_thread(after.command, "restore", str(archive))
        _compare(before, after, found)
        await _serve(after, found)
    finally:
        await playground.stop()
    return found


async def _serve(after: Place, found: Run) -> None:
    """Start what was restored, look at what is due, release it, and wait until it serves."""
    bot = after.start()
    try:
        with _measured(found, "start, held"):
            await after.until("held")
        with _measured(found, "look"):
            await asyncio.to_thread(after.command, "release")
        calls = [call.method for call in after.playground.telegram.calls()]
        found.sent_before_release = sum(method.startswith(TO_PEOPLE) for method in calls)
        with _measured(found, "release"):
            await asyncio.to_thread(after.command, "release", "--drop")
        with _measured(found, "ready"):
            await after.until("ready")
    finally:
        bot.terminate()
        await asyncio.to_thread(bot.wait)


@contextmanager
def _measured(found: Run, step: str) -> Iterator[None]:
    """Note the seconds of a step, and those of a processor here and in programs that ended in it."""
    began, spent = time.monotonic(), _spent()
    yield
    found.seconds[step] = time.monotonic() - began
    found.cpu[step] = _spent() - spent


def _spent() -> float:
    all_of_us = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(used.ru_utime + used.ru_stime for used in all_of_us)


def _compare(before: Place, after: Place, found: Run) -> None:
    """Count and open everything in the new place."""
    was, now = _rows(before.database), _rows(after.database)
    found.wrong += sorted(table for table in {*was, *now} if was.get(table) != now.get(table))
    found.opened = open_everything(after.database, after.folder / "keys" / "data.key")
    with closing(engine_of(after.database).connect()) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM uploads").fetchall()]
    for name in random.Random(19).sample(names, min(LOOKED_AT, len(names))):
        one, other = (where.folder / "uploads" / name for where in (before, after))
        found.compared += 1
        if not other.exists() or one.read_bytes() != other.read_bytes():
            found.wrong.append(f"a file of {one.stat().st_size} bytes")


def _rows(where: str | Path) -> dict[str, Any]:
    engine = engine_of(where)
    with closing(engine.connect()) as connection:
        counted = copies.count(engine, connection)
    return {table: rows for table, rows in counted.items() if table not in OWN_OF_EACH}


def main() -> int:
    """Run it and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=5000)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--kilobytes", type=int, default=250, help="size of each file (%(default)s)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(run(Path(folder), people=given.people, files=given.files, kilobytes=given.kilobytes))
    print(found)
    return 0 if found.is_kept else 1


if __name__ == "__main__":
    sys.exit(main())
