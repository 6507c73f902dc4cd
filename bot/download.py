"""Fetching what a person sent from Telegram's file store, never more than asked for.

Always true: no error holds the token, the address or another exception that could; whatever size was named, reading
stops at the cap.
"""

from __future__ import annotations

from typing import Final

import aiohttp

from bot.telegram import AnswerLost, BadRequest, ServerTrouble, Telegram, TelegramError

SECONDS: Final = 60.0
PART: Final = 1 << 16
_OK: Final = 200


class FileTooLarge(TelegramError):
    """A file has more bytes than are taken."""


async def download(telegram: Telegram, file_id: str, *, most: int) -> bytes:
    """Return the content of a file of at most so many bytes; FileTooLarge or another TelegramError otherwise."""
    try:
        found = await telegram.call("getFile", {"file_id": file_id})
    except BadRequest as error:
        if "too big" in error.description:
            raise FileTooLarge from None
        raise
    outcome = await _fetch(telegram, str(found.get("file_path") or ""), most)
    if isinstance(outcome, TelegramError):
        raise outcome
    return outcome


async def _fetch(telegram: Telegram, path: str, most: int) -> bytes | TelegramError:
    """Return the content, or the error to raise once nothing of the request is at hand any more."""
    content = bytearray()
    try:
        async with telegram.get_file(path, seconds=SECONDS) as response:
            if response.status != _OK:
                return ServerTrouble(response.status)
            async for part in response.content.iter_chunked(PART):
                content += part
                if len(content) > most:
                    return FileTooLarge()
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
        return AnswerLost()
    return bytes(content)
