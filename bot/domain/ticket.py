"""A ticket: what a participant shows at the entrance.

Always true: whoever reads a ticket without us learns nothing of its person; a secret follows from the key, the code and
the registration, so it can be shown again and nobody without the key can make one.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Digits and letters that nobody mixes up: no I, L, O and U."""
NOISE_BYTES: Final = 5
CODE_LENGTH: Final = 8
TYPED_LENGTH: Final = 12
"""Letters of a secret that stand on a ticket: the short code, and four of the seal that a gate without us looks at."""
_SIGNATURE_BYTES: Final = 16
_BITS: Final = 5
_SLIPS: Final = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


class Standing(StrEnum):
    """What a shown ticket is worth."""

    GOOD = "good"
    REPLACED = "replaced"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """A ticket as it is kept; `code` is the short one that people can type."""

    id: int
    registration_id: int
    code: str
    token_hash: str
    issued_at: datetime
    is_revoked: bool


def new_code(noise: bytes) -> str:
    """Return the short code for NOISE_BYTES random bytes."""
    return _letters(noise)


def secret_of(key: bytes, code: str, registration_id: int) -> str:
    """Return what a ticket's picture carries: the short code and 128 bits that only the holder of the key can make."""
    seal = hmac.digest(key, f"ticket-1:{code}:{registration_id}".encode(), hashlib.sha256)
    return code + _letters(seal[:_SIGNATURE_BYTES])


def typed_of(secret: str) -> str:
    """Return the letters of a secret that stand on its ticket."""
    return secret[:TYPED_LENGTH]


def read_code(typed: str) -> str | None:
    """Return the short code somebody typed, with or without the four letters behind it, or None: it cannot be one."""
    code = typed.strip().upper().translate(_SLIPS)
    is_code = len(code) in (CODE_LENGTH, TYPED_LENGTH) and all(letter in ALPHABET for letter in code)
    return code[:CODE_LENGTH] if is_code else None


def spaced(code: str) -> str:
    """Return letters as people read them: in groups of four."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def _letters(content: bytes) -> str:
    number = int.from_bytes(content, "big")
    length = -(-len(content) * 8 // _BITS)
    return "".join(ALPHABET[number >> (_BITS * place) & (len(ALPHABET) - 1)] for place in reversed(range(length)))
