"""The webhook: where Telegram brings updates when it is not asked for them.

Always true: nothing is read before the secret is right; 200 is answered only after COMMIT; the secret travels in a
header of Telegram's own, is compared in constant time, and no other header is believed.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final

import orjson
from aiohttp import web

from bot.intake import Intake, ReplySlot
from bot.log import get_logger
from bot.telegram import Telegram

log = get_logger(__name__)

SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of the header
SHORTEST_SECRET: Final = 32
SECONDS_FOR_A_REPLY: Final = 1.0
"""How long the response to a press waits for the answer to that press."""
CROWD: Final = 64
"""When so many updates wait, a response leaves at once: what Telegram still holds is better kept here."""
MOST_CONNECTIONS: Final = 100
"""As many as Telegram opens at once."""


class Webhook:
    """Takes one update from each request."""

    def __init__(self, *, intake: Intake, secret: str) -> None:
        """ValueError when the secret is shorter than 32 characters."""
        if len(secret) < SHORTEST_SECRET:
            raise ValueError(f"a webhook needs a secret of at least {SHORTEST_SECRET} characters")
        self._intake = intake
        self._secret = secret.encode()

    async def take(self, request: web.Request) -> web.Response:
        """Keep the update and answer; 401, 413 or 400 when it does not come from Telegram as it should."""
        if not self._is_from_telegram(request):
            return web.Response(status=401)
        raw = _parse(await request.read())
        if raw is None:
            return web.Response(status=400)
        slot = ReplySlot() if "callback_query" in raw and self._intake.waiting < CROWD else None
        try:
            await self._intake.receive([raw], slot)
        except Exception as error:  # noqa: BLE001 - Telegram brings it again
            log.warning("an update cannot be kept", error=error)
            return web.Response(status=503)
        reply = None if slot is None else await slot.take(SECONDS_FOR_A_REPLY)
        return (
            web.Response() if reply is None else web.Response(body=orjson.dumps(reply), content_type="application/json")
        )

    def _is_from_telegram(self, request: web.Request) -> bool:
        shown = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        return hmac.compare_digest(shown, self._secret)


async def set_webhook(telegram: Telegram, *, url: str, secret: str, kinds: frozenset[str]) -> None:
    """Tell Telegram where to bring which kinds of updates; what waits there is kept. TelegramError when it refuses."""
    wanted = {"url": url, "allowed_updates": sorted(kinds), "max_connections": MOST_CONNECTIONS}
    await telegram.call("setWebhook", {**wanted, "secret_token": secret})


def _parse(body: bytes) -> Mapping[str, Any] | None:
    """Return the update, or None when the body is not a JSON object."""
    for parse in (orjson.loads, json.loads):  # the first is quicker, the second reads half an emoji too
        with suppress(ValueError, RecursionError):
            raw = parse(body)
            return raw if isinstance(raw, dict) else None
    return None
