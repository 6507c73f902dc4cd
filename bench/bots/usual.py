# mypy: ignore-errors
# (SQLAlchemy is installed in the peers' environment only.)
"""The usual way: aiogram's own dispatcher, session, webhook handler or polling loop, SQLAlchemy async on aiosqlite.

As most bots of this kind are written: a session for each update from a middleware, the state in memory, one commit for
each answer. In its favour: WAL instead of SQLite's default journal, few filters, and no texts to look up.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import aiosqlite
from aiogram import BaseMiddleware, Bot, Dispatcher, F, Router
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    TelegramObject,
)
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web
from sqlalchemy import ForeignKey, event, func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from bench.bots.reporting import launch, report

CAPACITY = 1_000_000


class Base(DeclarativeBase):
    """What the tables have in common."""


class Account(Base):
    """A person."""

    __tablename__ = "accounts"
    id: Mapped[int] = mapped_column(primary_key=True)
    telegram_id: Mapped[int] = mapped_column(unique=True)
    name: Mapped[str]
    language: Mapped[str | None]


class Answer(Base):
    """One saved answer."""

    __tablename__ = "answers"
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    turn: Mapped[int]
    value: Mapped[str]


class Registration(Base):
    """A place somebody has."""

    __tablename__ = "registrations"
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), unique=True)
    status: Mapped[str]


class Outbox(Base):
    """A message to send later."""

    __tablename__ = "outbox"
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    text: Mapped[str]


class Form(StatesGroup):
    """Where a person is."""

    answering = State()


class SessionMiddleware(BaseMiddleware):
    """Opens a session for each update and finds the account."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self.sessions = sessions

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Handle one message or press."""
        person = data["event_from_user"]
        async with self.sessions() as session:
            account = await session.scalar(select(Account).where(Account.telegram_id == person.id))
            if account is None:
                account = Account(telegram_id=person.id, name=person.full_name, language=None)
                session.add(account)
                await session.commit()
            data |= {"session": session, "account": account}
            return await handler(event, data)


router = Router()


@router.message(CommandStart())
async def start(message: Message, state: FSMContext, script: list[dict[str, Any]]) -> None:
    """Begin."""
    await state.set_state(Form.answering)
    await state.set_data({"turn": 1})
    await show(message, script[0]["screens"], 0)


@router.message(Form.answering)
async def answer_by_message(
    message: Message, state: FSMContext, session: AsyncSession, account: Account, script: list[dict[str, Any]]
) -> None:
    """Save what was typed or shared."""
    value = message.text or (message.contact.phone_number if message.contact else "")
    turn = await save(state, session, account, value, len(script))
    await show(message, script[turn]["screens"], turn)


@router.callback_query(Form.answering, F.data.startswith("a:"))
async def answer_by_button(
    press: CallbackQuery, state: FSMContext, session: AsyncSession, account: Account, script: list[dict[str, Any]]
) -> None:
    """Save what was pressed."""
    turn = await save(state, session, account, press.data or "", len(script))
    if isinstance(press.message, Message):
        await show(press.message, script[turn]["screens"], turn)
    await press.answer()


async def save(state: FSMContext, session: AsyncSession, account: Account, value: str, turns: int) -> int:
    """Save an answer, and the registration when it is the last one; return the turn."""
    turn: int = (await state.get_data())["turn"]
    session.add(Answer(account_id=account.id, turn=turn, value=value))
    if turn == 1:
        account.language = value
    if turn == turns - 1:
        taken = await session.scalar(select(func.count()).select_from(Registration))
        status = "pending" if (taken or 0) < CAPACITY else "waitlisted"
        session.add(Registration(account_id=account.id, status=status))
        session.add(Outbox(account_id=account.id, text="registered"))
        await state.clear()
    else:
        await state.update_data(turn=turn + 1)
    await session.commit()
    return turn


async def show(message: Message, screens: list[dict[str, Any]], turn: int) -> None:
    """Send or edit the screens of a turn."""
    for screen in screens:
        markup = keyboard(screen["markup"] or {}, turn)
        if screen["method"] == "sendPhoto":
            await message.answer_photo("picture", caption=screen["text"], reply_markup=markup)
        elif screen["method"].startswith("edit") and isinstance(markup, InlineKeyboardMarkup | None):
            await message.edit_text(screen["text"], reply_markup=markup)
        else:
            await message.answer(screen["text"], reply_markup=markup)


def keyboard(
    markup: dict[str, Any], turn: int
) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
    """Build the keyboard of a screen."""
    if "inline_keyboard" in markup:
        rows = [
            [
                InlineKeyboardButton(text=button["text"], callback_data=f"a:{turn}:{row}:{column}")
                for column, button in enumerate(line)
            ]
            for row, line in enumerate(markup["inline_keyboard"])
        ]
        return InlineKeyboardMarkup(inline_keyboard=rows)
    if "keyboard" in markup:
        lines = [
            [KeyboardButton(text=one["text"], request_contact=True) for one in line] for line in markup["keyboard"]
        ]
        return ReplyKeyboardMarkup(keyboard=lines, resize_keyboard=True)
    return ReplyKeyboardRemove() if "remove_keyboard" in markup else None


def count_hops() -> Callable[[], dict[str, int]]:
    """Count the trips to aiosqlite's threads."""
    hops = 0
    execute = aiosqlite.Connection._execute  # noqa: SLF001 - there is no other place where all of them pass

    async def counting(self: aiosqlite.Connection, function: Any, *arguments: Any, **more: Any) -> Any:
        nonlocal hops
        hops += 1
        return await execute(self, function, *arguments, **more)

    aiosqlite.Connection._execute = counting  # type: ignore[method-assign] # noqa: SLF001
    return lambda: {"hops": hops}


async def main() -> None:
    """Serve until the bench ends this process."""
    given = launch()
    counters = count_hops()
    engine = create_async_engine(f"sqlite+aiosqlite:///{given['database']}")

    @event.listens_for(engine.sync_engine, "connect")
    def use_wal(connection: Any, _record: Any) -> None:
        connection.execute("PRAGMA journal_mode = WAL")

    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    session = AiohttpSession(api=TelegramAPIServer.from_base(given["api"]))
    bot = Bot(given["token"], session=session, default=DefaultBotProperties(parse_mode="HTML"))
    script = json.loads(Path(given["script"]).read_text("utf-8"))
    dispatcher = Dispatcher(storage=MemoryStorage(), script=script)
    middleware = SessionMiddleware(async_sessionmaker(engine, expire_on_commit=False))
    dispatcher.message.middleware(middleware)
    dispatcher.callback_query.middleware(middleware)
    dispatcher.include_router(router)
    report(counters)
    if given["webhook_url"]:
        await serve_webhook(dispatcher, bot, given)
    else:
        await dispatcher.start_polling(bot, handle_signals=False)


async def serve_webhook(dispatcher: Dispatcher, bot: Bot, given: dict[str, Any]) -> None:
    """Serve with aiogram's own webhook handler."""
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, secret_token=given["secret"]).register(app, path="/webhook")
    setup_application(app, dispatcher, bot=bot)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", given["port"]).start()
    await bot.set_webhook(given["webhook_url"], secret_token=given["secret"])
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
