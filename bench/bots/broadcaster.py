"""aiogram-broadcaster as its guide shows it: one text, many chats, a pause after each; all in memory."""

from __future__ import annotations

import asyncio

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram_broadcaster import Broadcaster
from aiogram_broadcaster.contents import TextContent
from aiogram_broadcaster.intervals import SimpleInterval

from bench.bots.reporting import launch, report


async def main() -> None:
    """Send to everybody, then wait for the end."""
    given = launch()
    session = AiohttpSession(api=TelegramAPIServer.from_base(given["api"]))
    broadcaster = Broadcaster(Bot(given["token"], session=session))
    report(lambda: {"hops": 0, "calls": 0})
    mailer = await broadcaster.create_mailer(
        chats=range(given["first_id"], given["first_id"] + given["people"]),
        content=TextContent(text=given["text"]),
        interval=SimpleInterval(interval=1 / given["rate"]),
    )
    await mailer.start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
