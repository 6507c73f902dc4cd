"""Archives: a folder as one sealed file.

Always true: an archive opens only whole and unchanged: a piece that is missing, moved or altered is noticed; every
archive has a key of its own, derived from the backup key and a salt; only its owner can read the file.

A file is `JAZYLBK1`, the backup key's id, 32 bytes of salt, then AES-256-GCM pieces of 1 MiB whose nonces count; the
last piece says that it is the last. Inside is a tar in gzip members: what can be made smaller is, what was sealed
already is only framed.
"""

from __future__ import annotations

import gzip
import io
import os
import tarfile
import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Final, cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.engine import DatabaseError
from storage.vault import Key

MAGIC: Final = b"JAZYLBK1"
SALT: Final = 32
PIECE: Final = 2**20
TAG: Final = 16
SMALLER: Final = 6
"""How hard gzip tries."""
HEAD: Final = len(MAGIC) + 8 + SALT


def pack(folder: Path, more: Path, target: Path, key: Key) -> None:
    """Seal a folder, and as `uploads` the files of another, into a new file that is on disk afterwards."""
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        sealing = _Sealing(file, key)
        pressing = _Pressing(sealing)
        with tarfile.open(fileobj=cast("IO[bytes]", pressing), mode="w|", bufsize=PIECE) as tar:
            for path in sorted(folder.iterdir()):
                tar.add(path, arcname=path.name)
            pressing.only_frame()
            for path in sorted(more.iterdir()) if more.is_dir() else ():
                with suppress(FileNotFoundError):  # whatever is swept meanwhile belongs to no answer any more
                    tar.add(path, arcname=f"uploads/{path.name}")
        pressing.close()
        sealing.finish()
        file.flush()
        os.fsync(file.fileno())


def unpack(archive: Path, folder: Path, keys: Sequence[Key], *, has_uploads: bool = True) -> None:
    """Open an archive into an empty folder; DatabaseError when it is damaged or its key is not there.

    Without uploads they are opened as well, and not written down.
    """

    def wanted(member: tarfile.TarInfo, where: str) -> tarfile.TarInfo | None:
        is_upload = member.name.startswith("uploads/")
        return tarfile.data_filter(member, where) if has_uploads or not is_upload else None

    try:
        with archive.open("rb") as file:
            opening = _Opening(file, keys, archive)
            with (
                gzip.GzipFile(fileobj=cast("IO[bytes]", opening)) as pressed,
                tarfile.open(fileobj=cast("IO[bytes]", pressed), mode="r|", bufsize=PIECE) as tar,
            ):
                tar.extractall(folder, filter=wanted)  # noqa: S202 - `wanted` refuses what leads out of the folder
            opening.drain()
    except (OSError, tarfile.TarError, EOFError, zlib.error) as error:
        raise DatabaseError(f"{archive} cannot be opened ({type(error).__name__})") from error


class _Pressing(io.RawIOBase):
    """What is written is made smaller, until it is only framed."""

    def __init__(self, file: io.RawIOBase) -> None:
        self._file = file
        self._member = gzip.GzipFile(fileobj=cast("IO[bytes]", file), mode="wb", compresslevel=SMALLER, mtime=0)

    def only_frame(self) -> None:
        """Take what follows as it is: it is sealed, and random bytes do not get smaller."""
        self._member.close()
        self._member = gzip.GzipFile(fileobj=cast("IO[bytes]", self._file), mode="wb", compresslevel=0, mtime=0)

    def write(self, data: Any) -> int:  # noqa: ANN401 - any buffer
        """Take bytes in."""
        return self._member.write(data)

    def close(self) -> None:
        """Write what is left."""
        self._member.close()


class _Sealing(io.RawIOBase):
    """What is written comes out in sealed pieces."""

    def __init__(self, file: IO[bytes], key: Key) -> None:
        salt = os.urandom(SALT)
        self._head = MAGIC + key.id.encode() + salt
        self._cipher = _cipher(key, salt)
        self._file = file
        self._rest = bytearray()
        self._number = 0
        file.write(self._head)

    def write(self, data: Any) -> int:  # noqa: ANN401 - any buffer
        """Take bytes in."""
        self._rest += data
        while len(self._rest) > PIECE:
            self._put(bytes(self._rest[:PIECE]), is_last=False)
            del self._rest[:PIECE]
        return len(data)

    def finish(self) -> None:
        """Write the last piece."""
        self._put(bytes(self._rest), is_last=True)
        self._rest.clear()

    def _put(self, piece: bytes, *, is_last: bool) -> None:
        nonce = _nonce(self._number, is_last=is_last)
        self._file.write(self._cipher.encrypt(nonce, piece, self._head))
        self._number += 1


class _Opening(io.RawIOBase):
    """Sealed pieces come out as they were written."""

    def __init__(self, file: IO[bytes], keys: Sequence[Key], archive: Path) -> None:
        self._archive = archive
        self._file = file
        self._head = file.read(HEAD)
        if len(self._head) < HEAD or not self._head.startswith(MAGIC):
            raise DatabaseError(f"{archive} is no backup of this program")
        key_id = self._head[len(MAGIC) : len(MAGIC) + 8].decode("ascii", "replace")
        key = next((key for key in keys if key.id == key_id), None)
        if key is None:
            raise DatabaseError(f"BACKUP_KEY_FILE lacks the key {key_id} that {archive} was sealed with")
        self._cipher = _cipher(key, self._head[-SALT:])
        self._next = file.read(PIECE + TAG)
        self._rest = b""
        self._number = 0

    def readable(self) -> bool:
        """Tell that this can be read."""
        return True

    def read(self, size: int = -1, /) -> bytes:
        """Return so many bytes, fewer only at the end."""
        found = bytearray(self._rest[:size])
        self._rest = self._rest[size:]
        while len(found) < size and self._next:
            piece = self._open()
            wanted = size - len(found)
            found += piece[:wanted]
            self._rest = piece[wanted:]
        return bytes(found)

    def drain(self) -> None:
        """Open what is left, so that a cut end is noticed."""
        while self._next:
            self._open()

    def _open(self) -> bytes:
        sealed, self._next = self._next, self._file.read(PIECE + TAG)
        nonce = _nonce(self._number, is_last=not self._next)
        self._number += 1
        try:
            return self._cipher.decrypt(nonce, sealed, self._head)
        except InvalidTag:
            raise DatabaseError(f"{self._archive} is damaged: take another backup") from None


def _cipher(key: Key, salt: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), 32, salt, b"jazyl backup").derive(key.secret))


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])
