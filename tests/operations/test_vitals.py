"""What `/readyz` and `/metrics` tell, and that neither tells anything about anybody."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot import vitals
from storage.database import Database
from tests.world import ORGANIZER, World, new_world


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with new_world(tmp_path) as world:
        yield world


async def ask(world: World, path: str) -> tuple[int, str]:
    """Return the status and the words of one page."""
    address = f"http://127.0.0.1:{world.running.port}{path}"
    async with aiohttp.ClientSession() as session, session.get(address) as response:
        return response.status, await response.text()


async def figures(world: World) -> dict[str, float]:
    """Return every figure by its name and label."""
    status, told = await ask(world, "/metrics")
    assert status == 200
    return {
        sample.name + "".join(f"/{value}" for value in sample.labels.values()): sample.value
        for family in text_string_to_metric_families(told)
        for sample in family.samples
    }


async def test_a_program_that_can_serve_is_ready(world: World) -> None:
    assert await ask(world, "/readyz") == (200, '{"status": "ready"}')


async def test_a_database_that_takes_no_write_is_named(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    database = world.running.database
    await database.write(lambda tx: tx.connection.execute("ALTER TABLE pulses RENAME TO gone"))
    assert await ask(world, "/readyz") == (503, '{"status": "unready", "reason": "database"}')
    monkeypatch.setattr("storage.vitals.beat", lambda _tx, _now: None)
    assert (await ask(world, "/readyz"))[0] == 200, "without the write nobody would have noticed"


async def test_a_schema_of_another_version_is_named(world: World) -> None:
    insert = "INSERT INTO schema_migrations (number, name) VALUES (9999, 'later')"
    await world.running.database.write(lambda tx: tx.connection.execute(insert))
    assert await ask(world, "/readyz") == (503, '{"status": "unready", "reason": "schema"}')


async def test_a_silent_telegram_is_named_until_it_answers_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vitals, "SILENCE", 0.0)
    assert await ask(world, "/readyz") == (503, '{"status": "unready", "reason": "telegram"}')
    await world.running.vitals.listen()
    monkeypatch.setattr(vitals, "SILENCE", 60.0)
    assert (await ask(world, "/readyz"))[0] == 200


async def test_the_figures_are_those_of_the_database(world: World) -> None:
    await world.newcomer("Aruzhan").start()
    async with asyncio.timeout(5):
        while (before := await figures(world))["jazyl_inbox_unfinished"]:  # noqa: ASYNC110 - written after the answer
            await asyncio.sleep(0.02)
    assert before["jazyl_updates_total/done"] == 1
    assert before["jazyl_database_up"] == 1
    assert before["jazyl_outbox_due/bulk"] == 0
    await world.running.database.write(put_late_messages)
    after = await figures(world)
    assert after["jazyl_outbox_due/bulk"] == 3
    assert after["jazyl_outbox_oldest_seconds/bulk"] == pytest.approx(600, abs=5)
    assert after["jazyl_inbox_quarantined"] == 1
    assert after["jazyl_inbox_oldest_seconds"] == pytest.approx(600, abs=5)


def put_late_messages(tx: Any) -> None:
    """Owe three messages for ten minutes that nobody sends, and leave two updates lying."""
    owed = (
        "INSERT INTO outbox (account_id, priority, template, data, not_before, created_at) "
        "SELECT id, 3, 'data-erased', '{}', seen_at - 600000000, seen_at FROM accounts LIMIT 1"
    )
    for _ in range(3):
        tx.connection.execute(owed)
    tx.connection.execute("UPDATE accounts SET reach = 'blocked'")
    left = (
        "INSERT INTO inbox (update_id, kind, raw, state, received_at) "
        "SELECT {}, 'poll', '{{}}', '{}', {} FROM accounts LIMIT 1"
    )
    tx.connection.execute(left.format(1, "quarantined", 0))
    tx.connection.execute(left.format(2, "received", "seen_at - 600000000"))


async def test_no_figure_is_about_a_person(world: World) -> None:
    person = world.newcomer("Canary Aruzhan")
    await person.start()
    await world.person(ORGANIZER).start()
    _, told = await ask(world, "/metrics")
    assert "anary" not in told
    assert not re.search(rf"\b({person.id}|{ORGANIZER})\b", re.sub(r" \S+$", "", told, flags=re.MULTILINE))


async def test_figures_without_a_database_say_so(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(_self: Database, _work: object) -> None:
        raise OSError

    monkeypatch.setattr(Database, "read", fail)
    found = await figures(world)
    assert found["jazyl_database_up"] == 0
    assert "jazyl_inbox_unfinished" not in found
    assert "jazyl_lanes_waiting" in found
    monkeypatch.undo()
