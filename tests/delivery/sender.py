"""A program that only delivers: tests start it, kill it and freeze it.

Arguments: path of the database, address and token of the local Telegram, rate, in flight, seconds of lease, and
`forgets` to switch off the recovery of what a dead sender had leased.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from datetime import timedelta

from bot.clock import Clock
from bot.delivery import Delivery
from bot.domain.language import Language
from bot.outgoing import Outgoing
from bot.pacer import Pacer
from bot.telegram import Telegram
from storage import outbox
from storage.database import Database
from storage.outbox import Owed


def render(owed: Owed, language: Language) -> Outgoing:
    return Outgoing(text=str(owed.data["text"]))


async def main(arguments: list[str]) -> None:
    path, base, token, rate, in_flight, lease, recovery = arguments
    if recovery == "forgets":
        outbox.recover = lambda *_, **__: 0  # the protection switched off
    database = Database(f"sqlite:///{path}")
    database.open()
    telegram = Telegram(token=token, base=base, pacer=Pacer(per_second=float(rate)))
    await telegram.open()
    delivery = Delivery(
        database=database,
        telegram=telegram,
        clock=Clock(),
        render=render,
        in_flight=int(in_flight),
        lease=timedelta(seconds=float(lease)),
    )
    running = asyncio.ensure_future(delivery.run())
    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    print("ready", flush=True)
    await stopped.wait()
    await delivery.stop(grace=5)
    await running
    await telegram.close()
    await database.close()


asyncio.run(main(sys.argv[1:]))
