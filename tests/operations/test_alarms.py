"""What the owners are told about the program itself: in their language, once an hour, with an all-clear."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot.alarms import Alarms
from bot.clock import Clock
from bot.domain.alarm import SILENCE, Standing, Trouble, cleared, raised
from bot.domain.language import Language
from bot.texts import translators
from handlers.serving import Serving
from storage.database import Database
from tests.world import ORGANIZER, World, new_world

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with new_world(tmp_path) as world:
        await world.person(ORGANIZER).start()
        yield world


def told(world: World) -> list[str]:
    """Return what the owner was told about the program itself, the newest last."""
    signs = ("🧩", "⏳", "🕰", "💾", "🗄", "🔑", "🛑", "✅")
    return [text for text in world.person(ORGANIZER).texts() if text.startswith(signs)]


async def look_twice(world: World) -> None:
    for _ in range(2):
        await world.running.lookout.look()


def disk(megabytes: int) -> Any:
    return lambda _folder: SimpleNamespace(free=megabytes * 2**20)


def test_trouble_is_told_at_once_then_once_an_hour_with_its_number() -> None:
    standing, number = raised(None, NOW)
    assert number == 1
    for minute in range(1, 60):
        standing, number = raised(standing, NOW + timedelta(minutes=minute))
        assert number == 0
    standing, number = raised(standing, NOW + SILENCE)
    assert number == 60
    assert standing == Standing(told_at=NOW + SILENCE)


def test_what_comes_and_goes_is_told_once_and_cleared_once() -> None:
    standing, _ = raised(None, NOW)
    standing, is_told = cleared(standing)
    assert is_told
    standing, number = raised(standing, NOW + timedelta(minutes=1))
    standing, is_told = cleared(standing)
    assert (number, is_told) == (0, False), "nobody heard of the second time, so nobody hears that it is over"


async def test_a_full_disk_is_told_when_it_stays_and_cleared(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", disk(120))
    await world.running.lookout.look()
    assert told(world) == [], "one look may see what is gone at the next"
    await look_twice(world)
    assert len(told(world)) == 1
    assert "120" in told(world)[0]
    monkeypatch.setattr(shutil, "disk_usage", disk(9000))
    await look_twice(world)
    assert len(told(world)) == 2


async def test_without_the_silence_every_look_would_be_told(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.domain.alarm.SILENCE", timedelta())
    monkeypatch.setattr(shutil, "disk_usage", disk(120))
    await look_twice(world)
    await look_twice(world)
    assert len(told(world)) == 3


async def test_an_owner_reads_it_in_the_language_they_chose(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    await world.running.database.write(
        lambda tx: tx.connection.execute("UPDATE accounts SET language = 'en' WHERE telegram_id = 103")
    )
    monkeypatch.setattr(shutil, "disk_usage", disk(120))
    await look_twice(world)
    assert told(world)[0].startswith("💾 The disk is nearly full")


async def test_a_wrong_clock_is_noticed_by_the_date_of_telegrams_answers(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await look_twice(world)
    assert told(world) == []
    right = Clock.now
    monkeypatch.setattr(Clock, "now", lambda clock: right(clock) + timedelta(seconds=90))
    await look_twice(world)
    assert [text for text in told(world) if text.startswith("🕰")]


async def test_time_travel_is_no_wrong_clock(world: World) -> None:
    await world.travel(to=world.clock.now() + timedelta(days=2))
    await look_twice(world)
    assert not [text for text in told(world) if text.startswith("🕰")]


async def test_who_waits_longer_than_a_minute_is_told_of(world: World) -> None:
    left = (
        "INSERT INTO inbox (update_id, kind, raw, state, received_at) "
        "SELECT 1, 'poll', '', 'received', met_at - 61000000 FROM accounts"
    )
    await world.running.database.write(lambda tx: tx.connection.execute(left))
    await look_twice(world)
    assert [text[0] for text in told(world)] == ["⏳"]
    await world.running.database.write(lambda tx: tx.connection.execute("UPDATE inbox SET state = 'done'"))
    await look_twice(world)
    assert [text[0] for text in told(world)] == ["⏳", "✅"]


async def test_an_update_put_aside_is_told_once_and_later_with_the_number(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(_self: Serving, _incoming: object) -> None:
        raise ValueError

    monkeypatch.setattr("bot.retrying.QUICK_PAUSES", (0.0,))
    handle = world.running.intake._handle  # type: ignore[union-attr]
    monkeypatch.setattr(world.running.intake, "_handle", lambda incoming: fail(handle, incoming))  # type: ignore[arg-type]
    for _ in range(3):
        await world.newcomer("Aruzhan").start()
    async with asyncio.timeout(5):
        while not told(world):  # noqa: ASYNC110 - the alarm comes after the update is put aside
            await asyncio.sleep(0.02)
    assert [text[:1] for text in told(world)] == ["🧩"]
    assert "Aruzhan" not in told(world)[0]


async def test_a_database_that_cannot_be_read_is_told_without_it(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(_self: Database, _work: object) -> None:
        raise OSError

    with monkeypatch.context() as broken:
        broken.setattr(Database, "read", fail)
        broken.setattr(Database, "write", fail)
        await look_twice(world)
        await look_twice(world)
    assert [text[:1] for text in told(world)] == ["🛑"]
    await look_twice(world)
    assert [text[:1] for text in told(world)] == ["🛑", "✅"]


async def test_what_telegram_cannot_take_now_is_told_later(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", disk(120))
    with monkeypatch.context() as broken:
        broken.setattr(world.running.telegram, "_address", "http://127.0.0.1:1/")
        await look_twice(world)
    assert told(world) == []
    await world.running.alarms.flush()
    assert len(told(world)) == 1


async def test_of_two_processes_one_tells(world: World) -> None:
    running = world.running
    other = Alarms(
        database=running.database, telegram=running.telegram, clock=running.clock, translators=translators,
        owner_ids=(ORGANIZER,), default_language=Language.KK, source="another",
    )  # fmt: skip
    for bell in (running.alarms, other):
        await bell.tell(Trouble.INBOX, number=70)
    assert len(told(world)) == 1
    for bell in (running.alarms, other):
        await bell.tell(Trouble.DISK, number=70)
    assert len(told(world)) == 3, "each has a disk of its own"


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("trouble", list(Trouble))
def test_every_trouble_has_words(language: Language, trouble: Trouble) -> None:
    t = translators(strict=True)[language]
    assert t(f"alarm-{trouble.value}", number=7, count=3)
    assert trouble is Trouble.POISON or t(f"alarm-over-{trouble.value}")
