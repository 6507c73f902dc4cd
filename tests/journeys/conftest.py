"""A fresh world for every journey, by polling and through the webhook."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.world import World, new_world

SECRET = "a-secret-of-more-than-thirty-two-characters"


def webhook_settings() -> dict[str, Any]:
    """Return settings for a webhook on a free port of this machine."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    return {"webhook_url": f"http://127.0.0.1:{port}/webhook", "webhook_secret": SECRET, "http_port": port}


@pytest.fixture(params=["polling", "webhook"])
async def world(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[World]:
    """A world whose updates come by polling, then one whose updates come through the webhook."""
    settings = webhook_settings() if request.param == "webhook" else {}
    async with new_world(tmp_path, **settings) as opened:
        yield opened


@pytest.fixture
async def polled(tmp_path: Path) -> AsyncIterator[World]:
    """A world by polling, for what does not depend on the way updates come."""
    async with new_world(tmp_path) as opened:
        yield opened
