"""Texts that only a holder of the keys can read: answers about identity and health, messages not yet handled.

Always true:
- a sealed text opens unchanged, and only in the table, column and row it was sealed for;
- the newest key seals, every key of the file opens; no key is ever made while something sealed waits for another;
- the keys lie in a file of their own that its owner alone may read, never in the database or in its copies.

A sealed text is `~`, the key's id, and the base64 of nonce, AES-256-GCM ciphertext and tag. What is sealed is JSON,
filled up with blanks, so that a yes is as long as a no.
"""

from __future__ import annotations

import base64
import hashlib
import os
import secrets
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.domain.errors import SealBrokenError
from bot.log import get_logger

log = get_logger(__name__)

MARK: Final = "~"
"""JSON never begins with it, sealed texts always do."""
HEAD: Final = 9
"""Characters of the mark and the key's id."""
BLOCK: Final = 64
"""Bytes to a multiple of which a text is filled up."""
NONCE: Final = 12
KEY_BYTES: Final = 32

Part = str | int


class VaultError(Exception):
    """The keys cannot be used; the text names the remedy and holds no secret."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key; its id is the beginning of the SHA-256 of the secret, so a damaged line is noticed."""

    id: str
    secret: bytes = field(repr=False)

    @classmethod
    def of(cls, secret: bytes) -> Key:
        """Name a secret."""
        return cls(id=hashlib.sha256(secret).hexdigest()[: HEAD - 1], secret=secret)

    @classmethod
    def new(cls) -> Key:
        """Make a key nobody has had before."""
        return cls.of(secrets.token_bytes(KEY_BYTES))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ring:
    """The keys as last read, and by what the file was recognized."""

    stamp: tuple[int, int, int]
    newest: str
    ciphers: Mapping[str, AESGCM]


class Vault:
    """Seals and opens texts with the keys of one file; two threads may use it at once."""

    def __init__(self, key_file: Path) -> None:
        """Name the file; `open()` reads it or makes it."""
        self.key_file = key_file
        self._ring: _Ring | None = None

    def open(self, used: Collection[str]) -> None:
        """Read the keys; make the first one if no key is `used` by anything yet; VaultError if a used one lacks."""
        if not used and not self.key_file.exists():
            create_keys(self.key_file)
        self._ring = self._read()
        if missing := sorted(set(used) - set(self._ring.ciphers)):
            raise VaultError(
                f"{self.key_file} lacks the key {', '.join(missing)} that the database was sealed with: "
                "put the right key file back"
            )

    def seal(self, text: str, *place: Part) -> str:
        """Return JSON text sealed for one place: table, column and row."""
        ring = self._fresh()
        blank = text.encode()
        filled = blank.ljust(-(-len(blank) // BLOCK) * BLOCK)
        nonce = os.urandom(NONCE)
        sealed = nonce + ring.ciphers[ring.newest].encrypt(nonce, filled, _bound(place))
        return f"{MARK}{ring.newest}{base64.b64encode(sealed).decode()}"

    def unseal(self, text: str, *place: Part) -> str:
        """Return the JSON text again, also one that was never sealed; SealBrokenError if it does not belong here."""
        if not text.startswith(MARK):
            return text
        cipher = self._cipher(key_of(text))
        with suppress(InvalidTag, ValueError):
            sealed = base64.b64decode(text[HEAD:], validate=True)
            if cipher is not None:
                return cipher.decrypt(sealed[:NONCE], sealed[NONCE:], _bound(place)).rstrip(b" ").decode()
        table, column, *row = place
        log.error("vault.seal_broken", table=table, column=column, row=row, is_key_known=cipher is not None)
        raise SealBrokenError(place)

    def newest(self) -> str:
        """Return the id of the key that seals now."""
        return self._fresh().newest

    def _cipher(self, key_id: str) -> AESGCM | None:
        """Return the key, looking into the file again if it is not known: another process may have added it."""
        ring = self._ring
        if ring is None or key_id not in ring.ciphers:
            ring = self._fresh()
        return ring.ciphers.get(key_id)

    def _fresh(self) -> _Ring:
        """Return the keys as they are in the file now: a key that is being retired must seal nothing more."""
        try:
            stamp = _stamp(self.key_file)
        except OSError as error:
            raise _missing(self.key_file) from error
        ring = self._ring
        if ring is None or ring.stamp != stamp:
            self._ring = ring = self._read()
        return ring

    def _read(self) -> _Ring:
        """Read the file; keys known before still open, for a reader whose snapshot is from before."""
        stamp, keys = _read_with_stamp(self.key_file)
        before = {} if self._ring is None else self._ring.ciphers
        ciphers = {**before, **{key.id: AESGCM(key.secret) for key in keys}}
        return _Ring(stamp=stamp, newest=keys[-1].id, ciphers=ciphers)


def key_of(text: str) -> str:
    """Return the id of the key that a sealed text needs."""
    return text[1:HEAD]


def create_keys(path: Path) -> None:
    """Make the first key, unless another process is making it at the same moment."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = _written(path, [Key.new()])
    with suppress(FileExistsError):
        os.link(temporary, path)
    temporary.unlink()
    _sync_folder(path)


def read_keys(path: Path) -> tuple[Key, ...]:
    """Return the keys, oldest first; VaultError when the file is missing or damaged."""
    try:
        lines = path.read_text("ascii").splitlines()
    except FileNotFoundError:
        raise _missing(path) from None
    except (OSError, UnicodeDecodeError):
        raise VaultError(f"{path} cannot be read: this account must own it, with mode 600") from None
    keys = tuple(_key(path, line) for line in lines if line and not line.startswith("#"))
    if not keys:
        raise VaultError(f"{path} holds no key: put your copy of it back")
    return keys


def write_keys(path: Path, keys: Sequence[Key]) -> None:
    """Replace the file in one step; after a kill it is the old one or the new one, whole."""
    _written(path, keys).replace(path)
    _sync_folder(path)


def sweep(path: Path) -> int:
    """Delete what writers of this file left behind when they were killed: it holds keys; return how many there were."""
    left = list(path.parent.glob(f".{path.name}.*"))
    for one in left:
        one.unlink(missing_ok=True)
    return len(left)


def _written(path: Path, keys: Sequence[Key]) -> Path:
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    lines = [f"{key.id} {base64.b64encode(key.secret).decode()}\n" for key in keys]
    text = "# Keys to sealed answers, the newest last. Keep a copy apart from the database's copies.\n" + "".join(lines)
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return temporary


def _key(path: Path, line: str) -> Key:
    key_id, _, secret = line.partition(" ")
    with suppress(ValueError):
        key = Key.of(base64.b64decode(secret.strip(), validate=True))
        if key.id == key_id and len(key.secret) == KEY_BYTES:
            return key
    raise VaultError(f"{path} is damaged: put your copy of it back")


def _read_with_stamp(path: Path) -> tuple[tuple[int, int, int], tuple[Key, ...]]:
    while True:
        try:
            stamp = _stamp(path)
        except OSError:
            raise _missing(path) from None
        keys = read_keys(path)
        with suppress(OSError):
            if _stamp(path) == stamp:
                return stamp, keys


def _stamp(path: Path) -> tuple[int, int, int]:
    found = path.stat()
    return found.st_ino, found.st_mtime_ns, found.st_size


def _missing(path: Path) -> VaultError:
    return VaultError(
        f"the key file {path} is missing: put your copy of it back; a new key could not open what is sealed already"
    )


def _sync_folder(path: Path) -> None:
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _bound(place: Sequence[Part]) -> bytes:
    """Return the place as bytes that no other place has."""
    return "\x1f".join(map(str, place)).encode()
