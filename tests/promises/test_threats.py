"""Threats that no other test is about: docs/THREATS.md names them all."""

from __future__ import annotations

import asyncio
import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.domain.language import Language
from tests.architecture.tree import ROOT
from tests.journeys.story import begin
from tests.world import STUDENT, World, buttons, new_world

OUTSIDE = (
    {"id": -5, "type": "group", "title": "Class 7"},
    {"id": -1005, "type": "supergroup", "title": "Parents"},
    {"id": -1006, "type": "channel", "title": "News"},
)
THREATS = (ROOT / "docs" / "THREATS.md").read_text("utf-8")


def _said_in(chat: dict[str, Any], number: int) -> list[dict[str, Any]]:
    """Return what may come from a chat that is not private: a person's word, one «sent as» the chat, and a press."""
    person = {"id": STUDENT, "is_bot": False, "first_name": "Aru"}
    word = {"message_id": number, "date": 1_790_000_000, "chat": chat, "text": "/start"}
    shown = {**word, "from": {"id": 1, "is_bot": True, "first_name": "bot"}}
    pressed = {"id": str(number), "from": person, "chat_instance": "1", "data": "h:home", "message": shown}
    return [
        {"update_id": 10 * number, "message": {**word, "from": person}},
        {"update_id": 10 * number + 1, "message": {**word, "sender_chat": chat}},
        {"update_id": 10 * number + 2, "callback_query": pressed},
    ]


async def test_nobody_is_answered_outside_a_private_chat(tmp_path: Path) -> None:
    async with new_world(tmp_path) as world:
        calls = world.telegram.world.ledger.calls
        before = len(calls)
        intake = world.running.intake
        assert intake is not None
        for number, chat in enumerate(OUTSIDE, start=10_000):
            await intake.receive(_said_in(chat, number))
        await world.idle()
        assert intake.counts["done"] == 3 * len(OUTSIDE)
        assert {call.method for call in calls[before:]} <= {"getUpdates", "deleteWebhook", "leaveChat"}
        await world.person(STUDENT).start()
        assert world.person(STUDENT).texts(), "the same person is answered in private"


async def _press_at_once(world: World, times: int) -> tuple[int, int]:
    """Press one answer of a form so many times at the same moment; return the draft's revision before and after."""
    student = world.person(STUDENT)
    await begin(student, Language.KK)
    message = student.messages()[-1]
    data = next(one["callback_data"] for one in buttons(message) if one["callback_data"].startswith("a:"))
    before = await _revision(world)
    await asyncio.gather(*(world.telegram.press(STUDENT, message["message_id"], data, wait=20) for _ in range(times)))
    await world.idle()
    return before, await _revision(world)


async def _revision(world: World) -> int:
    return await world.running.database.read(
        lambda tx: int(tx.connection.execute("SELECT max(revision) FROM drafts").fetchone()[0])
    )


async def test_a_hundred_presses_of_one_button_at_once_act_once(tmp_path: Path) -> None:
    async with new_world(tmp_path) as world:
        before, after = await _press_at_once(world, 100)
        assert after == before + 1


def test_what_the_program_writes_is_its_owners_only(tmp_path: Path) -> None:
    surroundings = {**os.environ, "DATA_DIR": str(tmp_path / "data"), "DATABASE_URL": ""}
    given = {name: value for name, value in surroundings.items() if value}
    given["BACKUP_DIR"] = str(tmp_path / "data" / "backups")
    load = [sys.executable, "-m", "bot", "load", str(next((ROOT / "bot" / "programmes").glob("alumni.yaml")))]
    done = subprocess.run(load, cwd=ROOT, env=given, umask=0, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    written = [path for path in tmp_path.rglob("*") if "data" in path.parts]
    assert any(path.is_file() for path in written)
    assert [path.name for path in written if stat.S_IMODE(path.stat().st_mode) & 0o077] == []


@pytest.mark.parametrize("number", range(1, 31))
def test_every_threat_has_its_line(number: int) -> None:
    assert f"| T{number} |" in THREATS


def test_every_test_the_threats_name_is_there() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", THREATS)
    assert len(named) > 40
    gone = [
        f"{path}::{name}"
        for path, name in named
        if not (ROOT / path).exists() or (name and f"def {name}(" not in (ROOT / path).read_text("utf-8"))
    ]
    assert gone == []
