"""What is read together with keeping an update is still true when the update is handled."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest

from bot.clock import Clock
from bot.intake import Incoming, Intake
from bot.shedding import Read
from storage import inbox
from storage.database import Transaction
from tests.intake.conftest import Desk
from tests.intake.fake_api import message

CHAT = 5


def _count(tx: Transaction) -> int:
    return int(tx.connection.execute("SELECT count(*) FROM audit").fetchone()[0])


def _look(tx: Transaction, raw: Mapping[str, Any]) -> int:
    """Read what every update changes."""
    del raw
    return _count(tx)


async def _play(desk: Desk) -> tuple[list[int], int]:
    """Bring forty updates of one chat, alone and in batches, all at once; return the stale and how many were sure."""
    stale: list[int] = []
    sure = 0

    async def handle(incoming: Incoming) -> None:
        nonlocal sure
        if incoming.sender is not None:
            sure += 1
            if incoming.sender != await desk.database.read(_count):
                stale.append(incoming.update_id)
        await desk.database.write(lambda tx: _effect(tx, incoming.update_id))

    intake = desk.open_intake(handle, look=_look)
    for first in range(1, 41, 8):
        alone = [intake.receive([message(first + n, chat_id=CHAT)]) for n in range(4)]
        batch = intake.receive([message(first + n, chat_id=CHAT) for n in range(4, 8)])
        await asyncio.gather(*alone, batch)
        await asyncio.sleep(0.02)
    await intake.stop()
    assert len(desk.handled) == 40
    return stale, sure


def _effect(tx: Transaction, update_id: int) -> None:
    tx.connection.execute("INSERT INTO audit (action, subject, subject_id, at) VALUES ('a', 's', ?, 0)", (update_id,))
    inbox.mark_effected(tx, update_id, Clock().now())


async def test_nothing_is_handed_on_that_an_update_before_it_may_have_changed(desk: Desk) -> None:
    stale, sure = await _play(desk)
    assert stale == []
    assert sure >= 1


async def test_without_the_rule_old_knowledge_would_be_handed_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def everything(_intake: Intake, read: Read) -> list[int]:
        return list(read)

    monkeypatch.setattr(Intake, "_first", everything)
    stale, _ = await _play(desk)
    assert stale != []


async def test_a_repeated_attempt_looks_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.retrying.QUICK_PAUSES", (0.01,))
    senders: list[object] = []

    async def handle(incoming: Incoming) -> None:
        senders.append(incoming.sender)
        if len(senders) == 1:
            raise RuntimeError

    intake = desk.open_intake(handle, look=lambda _tx, _raw: "known")
    await intake.receive([message(1, chat_id=CHAT)])
    await desk.until_states(done=1)
    await intake.stop()
    assert senders == ["known", None]
