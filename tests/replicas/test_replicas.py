"""Several processes on one PostgreSQL: one chat has one of them at a time, and none can be missed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

from bot import shares
from bot.clock import Clock
from bot.delivery import Delivery
from bot.domain.language import Language
from bot.pacer import Pacer
from bot.playground import Playground
from bot.telegram import Telegram
from storage.database import Database
from storage.shares import NUMBER, share_of
from tests import databases
from tests.delivery.conftest import render
from tests.journeys import story
from tests.replicas.crowd import Crowd, crowd
from tests.world import Person

pytestmark = pytest.mark.skipif(databases.find_binaries() is None, reason="there is no PostgreSQL on this machine")

KK = story.words(Language.KK)
PARTS = "SELECT count(DISTINCT holder), count(holder) FROM shares"
SENT = "SELECT count(*) FROM outbox WHERE state = 'sent'"
UNFINISHED = "SELECT count(*) FROM inbox WHERE state IN ('received', 'effected')"
LEASE = shares.LEASE.total_seconds()


async def until(condition: Callable[[], bool]) -> None:
    """Wait for something that happens in another process."""
    async with asyncio.timeout(3 * LEASE):
        while not condition():  # noqa: ASYNC110 - another process makes it so
            await asyncio.sleep(0.1)


async def settled(world: Crowd, copies: int) -> None:
    """Wait until every copy has its part."""
    held = "SELECT count(DISTINCT holder) * 1000 + count(holder) FROM shares WHERE holder IS NOT NULL"
    await until(lambda: world.ask(held) == copies * 1000 + NUMBER)


def holder_of(world: Crowd, person: Person) -> Any:
    return world.ask("SELECT holder FROM shares WHERE number = %s", share_of(person.id))


def assert_nothing_was_lost_or_doubled(world: Crowd, students: int) -> None:
    assert world.ask("SELECT count(*) FROM registrations") == students
    assert world.ask("SELECT count(*) FROM answers") == 14 * students
    assert world.ask("SELECT min(revision) * 1000 + max(revision) FROM drafts") == 15 * 1000 + 15
    assert world.ask("SELECT count(*) FROM inbox WHERE state = 'quarantined'") == 0
    assert world.ask("SELECT count(*) FROM inbox WHERE state IN ('received', 'effected')") == 0


async def register(person: Person) -> None:
    """Go from the first word to the submission."""
    await story.begin(person, Language.KK)
    await story.answer_all(person, Language.KK)
    await person.press(KK("button-submit"))


async def test_many_register_while_a_copy_is_killed_and_replaced(tmp_path: Path) -> None:
    async with crowd(tmp_path, 2) as world:
        await settled(world, 2)
        people = [world.newcomer(f"P{number}", "kk") for number in range(NUMBER)][:: NUMBER // 4]
        assert len({holder_of(world, person) for person in people}) == 2
        registering = asyncio.gather(*(register(person) for person in people))
        await asyncio.sleep(2)
        await world.remove(world.copies[0])
        await world.add()
        await registering
        await register(world.newcomer("Late", "kk"))
        assert_nothing_was_lost_or_doubled(world, 5)
        assert len(world.door.handed) == 3, "the new copy is handed its part"


async def test_a_frozen_copy_that_wakes_up_says_and_does_nothing_for_chats_it_lost(tmp_path: Path) -> None:
    async with crowd(tmp_path, 2) as world:
        await settled(world, 2)
        student = world.newcomer("P", "kk")
        await story.begin(student, Language.KK)
        frozen = next(copy for copy in world.copies if copy.name == holder_of(world, student))
        port = world.door.ports[world.copies.index(frozen)]
        await story.answer_one(student, Language.KK)
        world.telegram.send_text(student.id, "/status")
        frozen.freeze()
        world.door.ports.remove(port)
        asked = len(world.telegram.messages(student.id))
        await until(lambda: holder_of(world, student) != frozen.name and not world.ask(UNFINISHED))
        told = len(world.telegram.messages(student.id))
        assert told > asked
        frozen.thaw()
        await asyncio.sleep(LEASE / 2)
        assert len(world.telegram.messages(student.id)) == told
        world.door.ports.append(port)
        await story.answer_all(student, Language.KK)
        await student.press(KK("button-submit"))
        assert_nothing_was_lost_or_doubled(world, 1)


@asynccontextmanager
async def senders(url: str, playground: Playground, folder: Path, *, share_the_pace: bool) -> AsyncIterator[None]:
    """Run three deliveries, each as a process would, at 24 messages a second for all together."""
    async with AsyncExitStack() as stack:
        running: list[asyncio.Task[None]] = []
        for _ in range(3):
            database, clock, pacer = Database(url, key_file=folder / "data.key"), Clock(), Pacer(per_second=24)
            database.open()
            part = shares.Shares(
                database=database,
                clock=clock,
                changed=lambda part, pacer=pacer: pacer.set_pace(24 * part) if share_the_pace else None,  # type: ignore[misc]
            )
            await part.renew()
            running.append(asyncio.create_task(part.run()))
            telegram = Telegram(token=playground.token, base=playground.url, pacer=pacer, is_ours=part.holds)
            await telegram.open()
            delivery = Delivery(
                database=database, telegram=telegram, clock=clock, render=render, holder=part.name, in_flight=16
            )
            stack.push_async_callback(database.close)
            stack.push_async_callback(telegram.close)
            stack.push_async_callback(part.leave)
            stack.push_async_callback(delivery.stop)
            running.append(asyncio.create_task(delivery.run()))
        yield
    await asyncio.gather(*running)


async def fullest_second(folder: Path, *, share_the_pace: bool) -> int:
    """Owe one message to each of many people; return how many arrived in the fullest second."""
    url = databases.fresh_postgres()
    playground = Playground()
    await playground.start()
    people = [playground.telegram.create_user(first_name=f"P{number}") for number in range(72)]
    for person in people:
        playground.telegram.start(person.id, "")
    async with senders(url, playground, folder, share_the_pace=share_the_pace):
        with psycopg.connect(url) as connection:
            await until(lambda: connection.execute(PARTS).fetchone() == (3, NUMBER))
            for person in people:
                connection.execute(
                    "INSERT INTO accounts (telegram_id, display_name, met_at, seen_at) VALUES (%s, 'P', 0, 0)",
                    (person.id,),
                )
            connection.execute(
                "INSERT INTO outbox (account_id, priority, template, data, not_before, created_at) "
                """SELECT id, 3, 'test', '{"text": "x"}', 0, 0 FROM accounts"""
            )
            connection.commit()
            await until(lambda: connection.execute(SENT).fetchone() == (72,))
    at = [call.at for call in playground.telegram.calls() if call.method == "sendMessage"]
    assert len(at) == 72
    await playground.stop()
    return max(sum(start <= one < start + 1 for one in at) for start in at)


async def test_all_copies_together_keep_one_pace(tmp_path: Path) -> None:
    assert await fullest_second(tmp_path, share_the_pace=True) <= 24


async def test_copies_that_each_keep_the_whole_pace_break_the_limit(tmp_path: Path) -> None:
    assert await fullest_second(tmp_path, share_the_pace=False) > 24
