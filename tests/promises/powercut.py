"""The power goes off: `python -m tests.promises.powercut --cuts 100` (needs strace on Linux).

A process registers people, each in a COMMIT of its own, and says so after each. What it writes to the database and its
log, and what it makes durable (fsync), is recorded from the kernel's side. Then the power is cut at random moments: of
what was not yet durable a random part reaches the disk, in torn sectors too. The database found afterwards must be
whole and hold everybody who had been told. `--careless` writes with `synchronous = OFF` and must be caught losing some.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bot.actions import loading
from storage import sqlite
from storage.database import Database
from storage.migrating import migrate
from tests.seed import NOW, programme, register

SECTOR: Final = 512
CALL: Final = re.compile(r"^\d+ +(pwrite64|write|fsync|fdatasync|ftruncate|unlink)\((.*)\) += (-?\d+)", re.DOTALL)
FILE: Final = re.compile(r"^\d+<([^>]*)>")
TOLD: Final = re.compile(r"^told (\d+)$")


@dataclass
class Disk:
    """One file: what is durable, and what was written since."""

    durable: bytearray
    loose: list[tuple[int, bytes | None]] = field(default_factory=list)
    """(offset, bytes), or (length, None) for a file that was cut to a length."""

    def sync(self) -> None:
        """Make everything durable."""
        for one in self.loose:
            _apply(self.durable, one)
        self.loose.clear()

    def after_a_cut(self, chance: random.Random) -> bytes:
        """Return what may be found: the durable part, and of the rest what happened to arrive, the last piece torn."""
        found = bytearray(self.durable)
        for one in self.loose:
            if chance.random() < 0.5:
                _apply(found, _torn(one, chance) if chance.random() < 0.2 else one)
        return bytes(found)


def _apply(content: bytearray, write: tuple[int, bytes | None]) -> None:
    at, data = write
    if data is None:
        del content[at:]
        content.extend(b"\0" * (at - len(content)))
        return
    content.extend(b"\0" * (at - len(content)))
    content[at : at + len(data)] = data


def _torn(write: tuple[int, bytes | None], chance: random.Random) -> tuple[int, bytes | None]:
    at, data = write
    return write if data is None else (at, data[: SECTOR * chance.randint(0, len(data) // SECTOR)])


def prepare(path: Path) -> None:
    """Make an empty camp."""

    async def load() -> None:
        database = Database(path, key_file=path.parent / "keys" / "data.key")
        database.open()
        await database.write(lambda tx: loading.load(tx, content=programme(capacity=10_000), now=NOW))
        await database.close()

    migrate(path)
    asyncio.run(load())


async def write(path: Path, people: int, *, is_careless: bool) -> None:
    """Register so many people, a few at a time, and tell of each after its COMMIT."""
    if is_careless:
        _be_careless()
    database = Database(path, key_file=path.parent / "keys" / "data.key")
    database.open()
    for first in range(1, people + 1, 3):
        await asyncio.gather(*(_register(database, number) for number in range(first, min(first + 3, people + 1))))
    await database.close()


def _be_careless() -> None:
    """Let every connection of this process wait for no disk."""
    durable = sqlite.connect

    def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
        connection = durable(path, read_only=read_only)
        connection.execute("PRAGMA synchronous = OFF")
        return connection

    sqlite.connect = connect


async def _register(database: Database, telegram_id: int) -> None:
    await database.write(lambda tx: register(tx, telegram_id))
    sys.stdout.write(f"told {telegram_id}\n")
    sys.stdout.flush()


def record(path: Path, people: int, *, is_careless: bool) -> list[str]:
    """Let a process register people and return the calls the kernel saw."""
    trace = path.parent / "trace"
    careless = ["--careless"] if is_careless else []
    command = [
        sys.executable,
        "-m",
        "tests.promises.powercut",
        "--write",
        str(path),
        "--people",
        str(people),
        *careless,
    ]
    calls = "trace=pwrite64,write,fsync,fdatasync,ftruncate,unlink"
    tracer = ["strace", "-f", "-y", "-xx", "-s", "10000000", "-e", calls, "-e", "signal=none", "-o", str(trace)]
    done = subprocess.run([*tracer, *command], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"the process that registers people failed: {done.stderr[-500:]}")
    return _joined(trace.read_text("ascii").splitlines())


def _joined(lines: list[str]) -> list[str]:
    """Return the calls, each in one line at the moment it ended, even when another thread came in between."""
    begun: dict[str, str] = {}
    whole = []
    for line in lines:
        thread = line.split(" ", 1)[0]
        if line.endswith("<unfinished ...>"):
            begun[thread] = line.removesuffix("<unfinished ...>").rstrip()
        elif "resumed>" in line:
            whole.append(begun.pop(thread, "") + line.split("resumed>", 1)[1])
        else:
            whole.append(line)
    return whole


def replay(calls: list[str], path: Path, base: bytes) -> Iterator[tuple[dict[str, Disk], set[int]]]:
    """Yield after every call the disks as they are and who has been told so far (both change as it goes on)."""
    disks = {str(path): Disk(bytearray(base))}
    told: set[int] = set()
    for line in calls:
        found = CALL.match(line)
        if found is None or int(found[3]) < 0:
            continue
        _note(found[1], found[2], int(found[3]), path, disks, told)
        yield disks, told


def _note(name: str, given: str, result: int, path: Path, disks: dict[str, Disk], told: set[int]) -> None:
    where = FILE.match(given)
    file = _text(where[1]) if where else _text(given)
    if name == "write" and given.startswith("1<"):
        told.update(int(one[1]) for word in _data(given).decode().splitlines() if (one := TOLD.match(word)))
    if not file.startswith(str(path)) or file.endswith("-shm"):
        return
    disk = disks.setdefault(file, Disk(bytearray()))
    if name == "pwrite64":
        disk.loose.append((int(given.rsplit(", ", 1)[1]), _data(given)[:result]))
    elif name == "ftruncate":
        disk.loose.append((int(given.rsplit(", ", 1)[1]), None))
    elif name == "unlink":
        del disks[file]
    elif name in {"fsync", "fdatasync"}:
        disk.sync()


def _text(shown: str) -> str:
    """Return a path that strace may show in hexadecimal."""
    return _data(shown).decode() if "\\x" in shown else shown.strip('"')


def _data(given: str) -> bytes:
    return bytes.fromhex("".join(re.findall(r"\\x([0-9a-f]{2})", given.split('"')[1] if '"' in given else given)))


def cut(disks: dict[str, Disk], told: set[int], path: Path, chance: random.Random) -> tuple[bool, int]:
    """Put what a cut leaves onto a disk; return whether the database is whole and how many told people are missing."""
    with tempfile.TemporaryDirectory(prefix="powercut-") as folder:
        for name, disk in disks.items():
            (Path(folder) / Path(name).name).write_bytes(disk.after_a_cut(chance))
        try:
            with closing(sqlite3.connect(Path(folder) / path.name)) as connection:
                is_whole = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
                there = {
                    row[0]
                    for row in connection.execute(
                        "SELECT a.telegram_id FROM registrations r JOIN accounts a ON a.id = r.account_id"
                    )
                }
        except sqlite3.DatabaseError:
            return False, len(told)
    return is_whole, len(told - there)


def run(cuts: int, people: int, *, is_careless: bool, seed: int = 1) -> dict[str, int]:
    """Record once, cut often; return what was found."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="powercut-") as folder:
        path = Path(folder).resolve() / "jazyl.db"
        prepare(path)
        base = path.read_bytes()
        calls = record(path, people, is_careless=is_careless)
        moments = sorted(chance.sample(range(len(calls)), min(cuts, len(calls))))
        found = {"cuts": 0, "broken": 0, "told and missing": 0, "told": 0, "calls": len(calls)}
        for number, (disks, told) in enumerate(replay(calls, path, base)):
            found["told"] = len(told)
            if moments and number >= moments[0]:
                moments.pop(0)
                is_whole, missing = cut(disks, told, path, chance)
                found["cuts"] += 1
                found["broken"] += not is_whole
                found["told and missing"] += missing
        return found


def main() -> int:
    """Run it once."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cuts", type=int, default=100)
    parser.add_argument("--people", type=int, default=150)
    parser.add_argument("--careless", action="store_true", help="write without waiting for the disk")
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.write:
        asyncio.run(write(given.write, given.people, is_careless=given.careless))
        return 0
    if not shutil.which("strace"):
        raise SystemExit("strace is needed: install the package strace")
    found = run(given.cuts, given.people, is_careless=given.careless)
    print(", ".join(f"{key} {value}" for key, value in found.items()))
    return int(found["broken"] + found["told and missing"] > 0)


if __name__ == "__main__":
    sys.exit(main())
