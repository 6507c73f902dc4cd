"""Our delivery alone: the outbox, its leases, the pace, the real screens and the way to Telegram."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bench.bots.reporting import launch, report
from bot import log
from bot.clock import Clock
from bot.delivery import Delivery, in_flight_for
from bot.pacer import Pacer
from bot.telegram import Telegram
from bot.texts import translators
from handlers.notices import render
from storage.database import Database


async def main() -> None:
    """Send what the outbox owes until the bench ends this process."""
    log.configure(level="ERROR", style="text")
    given = launch()
    database = Database(Path(given["database"]))
    database.open()
    pacer = Pacer(per_second=given["rate"])
    telegram = Telegram(token=given["token"], base=given["api"], pacer=pacer)
    await telegram.open()
    speaking = translators()
    delivery = Delivery(
        database=database,
        telegram=telegram,
        clock=Clock(),
        in_flight=in_flight_for(given["rate"]),
        render=lambda owed, language: render(owed, speaking[language]),
    )
    report(lambda: {"hops": database.hops, "calls": telegram.calls})
    await delivery.run()


if __name__ == "__main__":
    asyncio.run(main())
