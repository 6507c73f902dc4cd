"""Secrets of deep links: 128 random bits for a person, only their hash for us."""

from __future__ import annotations

import hashlib


def hash_of(token: str) -> str:
    """Return what is kept of a secret (SHA-256, hexadecimal)."""
    return hashlib.sha256(token.encode()).hexdigest()
