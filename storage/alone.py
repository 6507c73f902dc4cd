"""One program at a time on one SQLite file.

Always true: the lock belongs to the process as long as it lives, frozen or not, and the kernel takes it away when the
process ends in whatever way; commands that only copy, load or rotate do not need it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO

from storage.engine import DatabaseError

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> None:
        file.seek(1000)  # the first bytes tell whose it is
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Alone:
    """The right to serve one database file."""

    def __init__(self, database: Path) -> None:
        """Name the database; the lock is a file beside it."""
        self.path = database.with_name(f"{database.name}.lock")
        self._file: IO[str] | None = None

    def take(self) -> None:
        """Take the right; DatabaseError names the process that has it."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise DatabaseError(
                f"DATABASE_URL (by itself in DATA_DIR): its folder cannot be written ({type(error).__name__})"
            ) from error
        file = os.fdopen(handle, "r+", encoding="ascii")
        try:
            _lock(file)
        except OSError:
            file.seek(0)
            owner = file.read(20).strip() or "unknown"
            file.close()
            raise DatabaseError(
                f"the bot runs already as process {owner}, and an SQLite database has one bot at a time: stop that one "
                "first, or use PostgreSQL for several"
            ) from None
        file.seek(0)
        file.truncate()
        file.write(str(os.getpid()))
        file.flush()
        self._file = file

    def leave(self) -> None:
        """Give the right back."""
        file, self._file = self._file, None
        if file is not None:
            file.close()
