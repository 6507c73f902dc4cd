"""The key to everything sealed is changed again and again, and killed: `python -m tests.promises.rotate --kills 200`.

A camp with ten thousand sealed rows in all four tables. A rotation in a process of its own dies by `kill -9` at a named
moment or at any; after each death every sealed text must open with the keys of the file, and say what it said.
Ended rotations are counted: one key is left then, and nothing beside it. `--careless` forgets the old key as soon as
there is a new one: it must be caught. With `TEST_DATABASE=postgresql` before it the same on PostgreSQL.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import select
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from bot.domain.errors import SealBrokenError
from storage import rotation, vault
from storage.database import Database, Transaction, read_queries
from storage.engine import engine_of
from storage.migrating import migrate
from storage.vault import Key, read_keys
from tests import databases
from tests.storage.first_release import make, open_everything, released_folder

SEALED_OF_EACH: Final = 2.5
"""Sealed rows of one child, about."""
MOMENTS: Final = (
    (rotation, "_begin"), (rotation, "_batch"), (rotation, "_retire"), (rotation, "write_keys"), (vault, "_written"),
)  # fmt: skip
"""What a rotation does; it can die before and after each of them."""


@dataclass(kw_only=True)
class Run:
    """What came of it."""

    texts: int
    kills: int = 0
    ended: int = 0
    """Rotations that came to their end."""
    lost: int = 0
    """Deaths after which something did not open."""
    at: Counter[str] = field(default_factory=Counter)
    """How often it died where."""
    left_over: int = 0
    """Files beside the key after a rotation that ended."""

    @property
    def is_kept(self) -> bool:
        """Tell whether the promise was kept."""
        return self.ended > 0 and not self.lost and not self.left_over

    def __str__(self) -> str:
        places = ", ".join(f"{name} {number}" for name, number in sorted(self.at.items()))
        return (
            f"{self.texts} sealed texts: killed {self.kills} times, {self.ended} rotations ended, something lost "
            f"{self.lost} times, {self.left_over} files left over\ndied {places}"
        )


class _Fuse:
    """Ends its process at the nth of the moments that pass."""

    def __init__(self, left: int | None, says: int) -> None:
        self._left = left
        self._says = says

    def burn(self, name: str) -> None:
        if self._left is None:
            return
        self._left -= 1
        if self._left == 0:
            os.write(self._says, name.encode())
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        """Return what does the same and may die before or after it."""

        def guarded(*given: Any) -> Any:
            self.burn(f"before {name}")
            done = real(*given)
            self.burn(f"after {name}")
            return done

        return guarded


def die_once(where: str | Path, key_file: Path, *, moment: int | None, seconds: float, is_careless: bool) -> str | None:
    """Rotate in a process that dies at the nth moment or after so many seconds; say where, None if it ended first."""
    hears, says = os.pipe()
    child = os.fork()
    if child == 0:
        _rotate_and_leave(where, key_file, _Fuse(moment, says), is_careless=is_careless)
    os.close(says)
    try:
        if moment is None:
            select.select([hears], [], [], seconds)
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        told = os.read(hears, 100).decode()
    finally:
        os.close(hears)
    if os.WIFSIGNALED(status):
        return told or "at random"
    assert os.WEXITSTATUS(status) == 0, "the rotation failed by itself"
    return None


def _rotate_and_leave(where: str | Path, key_file: Path, fuse: _Fuse, *, is_careless: bool) -> None:
    """Rotate and end the process, whatever happens: it is a copy of another."""
    code = 1
    try:
        if is_careless:
            setattr(rotation, "_begin", _forget_at_once)  # noqa: B010 - in this process only
        for module, name in MOMENTS:
            setattr(module, name, fuse.around(name.strip("_"), getattr(module, name)))
        asyncio.run(_rotate(where, key_file))
        code = 0
    finally:
        os._exit(code)


async def _rotate(where: str | Path, key_file: Path) -> None:
    database = Database(where, key_file=key_file)
    database.open()
    assert (await rotation.rotate(database)).broken == 0
    await database.close()


def _forget_at_once(tx: Transaction) -> None:
    """Put a new key in the place of the old one."""
    vault.write_keys(tx.vault.key_file, [Key.new()])


def run(
    folder: Path, *, rows: int, kills: int, batch: int = 200, is_careless: bool = False, where: str | Path | None = None
) -> Run:
    """Kill rotations until that many have died and one has come to its end."""
    where = where or (databases.bare_postgres() if databases.is_postgres() else folder / "jazyl.db")
    key_file = folder / "keys" / "data.key"
    make(where, released_folder(folder), key_file, round(rows / SEALED_OF_EACH))
    migrate(where)
    read_queries(engine_of(where))  # so that a start costs little
    rotation.BATCH = batch  # type: ignore[misc]
    found = Run(texts=open_everything(where, key_file))
    dice, longest, began = random.Random(3), 0.5, [key.id for key in read_keys(key_file)]
    while found.kills < kills or not found.ended:
        moment = dice.choice((None, 1, 2, 3, 4, 5, 8, 20, 60, 120)) if found.kills < kills else 10**9
        started = time.monotonic()
        died = die_once(where, key_file, moment=moment, seconds=dice.uniform(0, longest), is_careless=is_careless)
        if died is None:
            longest = time.monotonic() - started
            found.ended += 1
            found.left_over += len([one for one in key_file.parent.iterdir() if one != key_file])
            assert len(read_keys(key_file)) == 1
        else:
            found.kills, found.at[died] = found.kills + 1, found.at[died] + 1
        if not _all_open(where, key_file, found.texts):
            found.lost += 1
            return found
    assert [key.id for key in read_keys(key_file)] != began
    return found


def _all_open(where: str | Path, key_file: Path, texts: int) -> bool:
    try:
        return open_everything(where, key_file) == texts
    except SealBrokenError:
        return False


def main() -> int:
    """Run it and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--careless", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = run(Path(folder), rows=given.rows, kills=given.kills, is_careless=given.careless)
    print(found)
    return 0 if found.is_kept else 1


if __name__ == "__main__":
    sys.exit(main())
