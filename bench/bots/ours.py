"""The real program with everything on; only the pace is raised, because no Telegram stands behind this server."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from bench.bots.reporting import launch, report
from bot import log
from bot.pacer import Pacer
from bot.program import Program
from bot.settings import Settings

NO_LIMIT = 1_000_000.0
FAST = 20_000.0
"""Requests a second; no more than one bot makes, because the pacer remembers the requests of a second."""


def settings(given: dict[str, Any]) -> Settings:
    """Return the settings for one way of receiving updates."""
    webhook = {"webhook_url": given["webhook_url"], "webhook_secret": given["secret"]} if given["webhook_url"] else {}
    folder = Path(given["database"]).parent
    return Settings(
        bot_token=given["token"],
        telegram_api_base=given["api"],
        data_dir=folder,
        data_key_file=folder / "keys" / "data.key",
        database_url=given["address"],
        programmes=Path(given["programmes"]),
        http_port=given["port"],
        quiet_hours="00:00-00:00",
        **webhook,
    )


async def main() -> None:
    """Serve until the bench ends this process."""
    log.configure(level="ERROR", style="text")
    program = Program(settings(launch()))
    program.telegram.pacer = Pacer(per_second=FAST, chat_per_second=NO_LIMIT)
    await program.start()
    report(lambda: {"hops": program.database.hops, "calls": program.telegram.calls})
    await program.wait()


if __name__ == "__main__":
    asyncio.run(main())
