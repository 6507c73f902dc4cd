"""Backups that can be trusted: sealed, made of one moment, and restored once before they count.

Always true: a file with the name of a backup has been opened, restored and looked through; a restored database is held
before anybody can open it.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from storage import archives, copies
from storage.backups import LONGEST
from storage.copies import POSTGRES_COPY, SQLITE_COPY, Seen
from storage.engine import DatabaseError, engine_of
from storage.migrating import exists, migrate
from storage.sqlite import Sqlite
from storage.values import instant, micros
from storage.vault import Key, Vault, VaultError, create_keys, read_keys

MANIFEST: Final = "manifest.json"
_SCRATCH: Final = ".backup-"
"""How the names of folders begin in which a copy is made or looked through."""
_HOLD: Final = "INSERT INTO restores (made_at, restored_at) VALUES ({made_at}, {now});"


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """Where everything of one installation lies."""

    database: str | Path
    data_key_file: Path
    backup_key_file: Path
    data_dir: Path

    @property
    def uploads(self) -> Path:
        """The folder of sealed files that answers name."""
        return self.data_dir / "uploads"


def make(house: House, target: Path, now: datetime) -> Seen:
    """Write a sealed backup into a new file; it has its name only after it was restored and looked through."""
    if target.exists():
        raise DatabaseError(f"{target} exists already: name a new file")
    key = ready_keys(house.backup_key_file)[-1]
    _make_folder(target.parent)
    part = target.with_name(f".{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        with _scratch(house) as folder:
            rows = copies.take(house.database, folder)
            manifest = {"made_at": micros(now), "rows": dict(rows), "format": 1}
            (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
            archives.pack(folder, house.uploads, part, key)
        seen = verify(house, part)
        part.replace(target)
    except OSError as error:
        raise DatabaseError(f"the backup cannot be written into {target.parent} ({type(error).__name__})") from error
    finally:
        part.unlink(missing_ok=True)
    return seen


def verify(house: House, archive: Path) -> Seen:
    """Restore an archive in a place of its own and look through it."""
    with _scratch(house) as folder:
        manifest = _open(archive, folder, house, has_uploads=False)
        with copies.restored(folder, house.database) as where:
            return copies.look_through(where, manifest["rows"], Vault(house.data_key_file))


def restore(house: House, archive: Path, now: datetime) -> tuple[datetime, Seen]:
    """Put an archive into an empty place, held; return the moment it was made at and what it holds."""
    engine = engine_of(house.database)
    if exists(house.database) or (house.uploads.is_dir() and any(house.uploads.iterdir())):
        raise DatabaseError("there is something already where the backup would go: name an empty DATA_DIR and database")
    if not house.data_key_file.exists():
        raise DatabaseError(f"{house.data_key_file} is missing: put your copy of DATA_KEY_FILE there first")
    with _scratch(house) as folder:
        manifest = _open(archive, folder, house)
        made_at = instant(manifest["made_at"])
        _must_fit(folder, is_postgres=not isinstance(engine, Sqlite))
        with copies.restored(folder, house.database) as where:
            seen = copies.look_through(where, manifest["rows"], Vault(house.data_key_file))
        if (folder / "uploads").is_dir():
            shutil.copytree(folder / "uploads", house.uploads, dirs_exist_ok=True)
            house.uploads.chmod(0o700)
        hold = _HOLD.format(made_at=micros(made_at), now=micros(now))
        if isinstance(engine, Sqlite):
            _settle(folder / SQLITE_COPY, engine.path, hold)
        else:
            copies.fill(folder, str(house.database), hold)
    return made_at, seen


def ready_keys(path: Path) -> tuple[Key, ...]:
    """Return the backup keys, and make the first one if there is none; DatabaseError when they cannot be used."""
    try:
        if not path.exists():
            create_keys(path)
        return read_keys(path)
    except (VaultError, OSError) as error:
        raise DatabaseError(f"BACKUP_KEY_FILE: {error}") from error


def ready_folder(path: Path) -> None:
    """Make the folder for backups; DatabaseError when nothing can be written there."""
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise DatabaseError(f"BACKUP_DIR: the folder cannot be made ({type(error).__name__})") from error
    if not os.access(path, os.W_OK | os.X_OK):
        raise DatabaseError("BACKUP_DIR: the folder cannot be written")


def _settle(copy: Path, target: Path, hold: str) -> None:
    """Hold the copy, and only then let it be the database."""
    migrate(copy)
    with closing(Sqlite(copy).connect()) as connection:
        connection.execute(hold)
        connection.execute("PRAGMA journal_mode = DELETE")
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = target.with_name(f".{target.name}.part")
    part.unlink(missing_ok=True)
    with copy.open("rb") as source, os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        shutil.copyfileobj(source, file)
        file.flush()
        os.fsync(file.fileno())
    part.replace(target)


def _must_fit(folder: Path, *, is_postgres: bool) -> None:
    name, kind = (POSTGRES_COPY, "PostgreSQL") if is_postgres else (SQLITE_COPY, "SQLite")
    if not (folder / name).exists():
        raise DatabaseError(f"this backup is not of a {kind} database: set DATABASE_URL to the other kind")


def _open(archive: Path, folder: Path, house: House, *, has_uploads: bool = True) -> dict[str, Any]:
    try:
        keys = read_keys(house.backup_key_file)
    except VaultError as error:
        raise DatabaseError(f"BACKUP_KEY_FILE: {error}") from error
    archives.unpack(archive, folder, keys, has_uploads=has_uploads)
    manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text("utf-8"))
    (folder / MANIFEST).unlink()
    return manifest


@contextmanager
def _scratch(house: House) -> Iterator[Path]:
    """Give a folder of our own beside the data, readable by nobody else, and take it away."""
    _make_folder(house.data_dir)
    with TemporaryDirectory(dir=house.data_dir, prefix=_SCRATCH) as name:
        _take_away_left(Path(name))
        yield Path(name)


def _take_away_left(mine: Path) -> None:
    """Take away the folders of those who were killed at their work: in them the database lies as it is read."""
    long_ago = mine.stat().st_mtime - LONGEST.total_seconds()
    for other in mine.parent.glob(f"{_SCRATCH}*"):
        with suppress(OSError):
            if other.stat().st_mtime < long_ago:
                shutil.rmtree(other)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise DatabaseError(f"the folder {folder} cannot be made ({type(error).__name__})") from error
