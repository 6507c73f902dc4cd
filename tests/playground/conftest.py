from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.playground import Playground
from tests.playground.wire import STUDENT, Wire


@pytest.fixture
async def wire() -> AsyncIterator[Wire]:
    """A fresh playground whose webhook pauses are a hundred times shorter than Telegram's."""
    playground = Playground(webhook_pace=0.01)
    await playground.start()
    async with aiohttp.ClientSession() as session:
        yield Wire(playground, session)
    await playground.stop()


@pytest.fixture
async def talk(wire: Wire) -> Wire:
    """A playground where the student has pressed Start."""
    wire.telegram.start(STUDENT)
    wire.telegram.world.updates.clear()
    return wire


@pytest.fixture
async def bot(wire: Wire) -> AsyncIterator[Bot]:
    """aiogram's own client pointed at the playground."""
    server = TelegramAPIServer.from_base(wire.playground.url)
    client = Bot(wire.playground.token, session=AiohttpSession(api=server))
    yield client
    await client.session.close()
