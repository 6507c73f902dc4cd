"""The demo offers its ready scenes, and they fill the camp through the same actions as the chat."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.demo import Demo
from bot.settings import Settings


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[Demo]:
    opened = Demo(Settings(), tmp_path)
    await opened.telegram.start()
    opened.program = await opened._start_program()
    yield opened
    await opened.program.stop()
    await opened.telegram.stop()


async def test_a_child_may_ask_the_camp_at_once_because_two_colleagues_are_there(demo: Demo) -> None:
    assert demo.program is not None
    child = demo.telegram.telegram.world.people[101]
    for said in ("/start", "/menu"):
        demo.telegram.telegram.send_text(child.id, said)
    await demo.reset()
    staff = [one for one in demo.telegram.telegram.world.people.values() if one.role == "organizer"]
    assert [one.first_name for one in staff] == ["Olga", "Ерлан", "Марина"]
    rows = await demo.program.database.read(lambda tx: tx.list_("accounts.team", programme_id=1, now=0))
    assert {row["display_name"] for row in rows} == {"Ерлан", "Марина"}


async def test_a_ready_staff_group_shows_a_question_in_a_topic_also_when_it_is_opened_twice(demo: Demo) -> None:
    program, telegram = demo.program, demo.telegram.telegram
    assert program is not None
    assert program.rooms is not None
    for _ in range(2):
        await demo.telegram.run_scenario("staff-group")
    rows = await program.database.read(lambda tx: tx.list_("staffrooms.connected"))
    assert [row["chat_id"] for row in rows] == [min(telegram.world.chats)]


@pytest.mark.parametrize(
    ("scene", "waiting"), [("camp-20", {}), ("waitlist", {"waitlisted": 10})], ids=["camp-20", "waitlist"]
)
async def test_a_ready_scene_registers_twenty_people(demo: Demo, scene: str, waiting: dict[str, int]) -> None:
    await demo.telegram.run_scenario(scene)
    assert demo.program is not None
    rows = await demo.program.database.read(
        lambda tx: tx.connection.execute("SELECT status, count(*) FROM registrations GROUP BY status").fetchall()
    )
    found = {row[0]: row[1] for row in rows}
    assert sum(found.values()) == 20
    assert found["confirmed"] > 0
    assert found.get("waitlisted", 0) == waiting.get("waitlisted", 0)
