"""Links: `e-<event>`; of guardian g, staff s, ticket t, coordinator c, school u, pupil n, child a; speaker p."""

from __future__ import annotations

import secrets

from bot.domain.tokens import hash_of


def new_token() -> tuple[str, str]:
    """Return a fresh secret of 128 bits for a link, and the hash that is kept of it."""
    token = secrets.token_urlsafe(16)
    return token, hash_of(token)


def deep_link(bot_name: str, payload: str) -> str:
    """Return the address that opens the bot with a payload."""
    return f"https://t.me/{bot_name}?start={payload}"
