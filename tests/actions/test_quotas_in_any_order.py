"""Whatever order people register, give up, and places are given and recalled in: never oversold, nobody forgotten.

`HISTORIES=10000 pytest <this file>` plays many more lives.
"""

from __future__ import annotations

import os
import random
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import allocating, recalling, registering
from bot.domain.errors import StaleError
from bot.domain.quota import source_of
from storage import quotas, registrations
from storage.database import Transaction
from tests.actions.land import join, land, unit_id
from tests.seed import NOW, meet, open_database

HISTORIES = int(os.environ.get("HISTORIES", "40"))
STEPS = 30
UNITS = ("north", "east", "west", "one", "two", "three")
SCHOOLS = ("one", "two", "three", "four")


def step(tx: Transaction, luck: random.Random, number: int, now: datetime) -> str:
    """Do one thing somebody might do."""
    owner = meet(tx, 900, is_owner=True)
    match luck.randrange(6):
        case 0 | 1:
            join(tx, number, luck.choice(SCHOOLS))
            return "join"
        case 2:
            return leave(tx, luck, now)
        case 3 | 4:
            unit, text = unit_id(tx, luck.choice(UNITS)), str(luck.randrange(7))
            allocating.set_number(tx, actor=owner, now=now, event_id=1, unit_id=unit, stream_id=1, text=text)
            return "set"
        case _:
            return recall(tx, luck, now)


def leave(tx: Transaction, luck: random.Random, now: datetime) -> str:
    rows = tx.connection.execute(
        "SELECT r.id, a.telegram_id FROM registrations r JOIN accounts a ON a.id = r.account_id"
        " WHERE r.status IN ('confirmed', 'waitlisted') ORDER BY r.id"
    ).fetchall()
    if not rows:
        return "nobody"
    row = luck.choice(rows)
    claim = registrations.get(tx, row["id"])
    registering.cancel(
        tx, actor=meet(tx, row["telegram_id"]), now=now, registration_id=claim.id, revision=claim.revision
    )
    return "leave"


def recall(tx: Transaction, luck: random.Random, now: datetime) -> str:
    found = [one for one in quotas.list_of_event(tx, 1) if one.above_id]
    if not found:
        return "nothing"
    where: dict[str, Any] = {
        "actor": meet(tx, 900, is_owner=True),
        "now": now,
        "event_id": 1,
        "unit_id": luck.choice(found).unit_id,
    }
    done = recalling.recall(tx, **where)
    if done.recall_id and luck.random() < 0.5:
        recalling.undo(tx, recall_id=done.recall_id, **where)
        return "undone"
    return "recall"


def wrong(tx: Transaction) -> list[str]:
    """Return every promise that is broken."""
    found = []
    rows = tx.connection.execute("SELECT quota_id, count(*) FROM registration_quotas GROUP BY quota_id").fetchall()
    held = {row[0]: row[1] for row in rows}
    seated = tx.connection.execute("SELECT count(*) FROM registrations WHERE seat_number IS NOT NULL").fetchone()[0]
    capacity = tx.connection.execute("SELECT capacity FROM streams").fetchone()[0]
    if seated > capacity:
        found.append("more seated than seats")
    for quota in quotas.list_of_event(tx, 1):
        if quota.taken != held.get(quota.id, 0):
            found.append(f"{quota} is not what is held")
        if quota.pool < 0:
            found.append(f"{quota} keeps more inside than it has")
    if registrations.has_free_seat(tx, 1):
        for waiting in registrations.list_waiting(tx, 1):
            way = quotas.list_path(tx, 1, waiting.unit_id or 0)
            if not way or source_of(way) is not None:
                found.append(f"{waiting.id} waits for a place that is free")
    return found


async def play(seed: int, folder: Path) -> list[str]:
    luck = random.Random(seed)
    names: list[str] = []
    async with open_database(folder, land(capacity=8, quotas={"north": 6, "east": 4, "one": 2})) as database:
        for number in range(1, STEPS):
            now = NOW + timedelta(minutes=number)
            try:
                names.append(await database.write(lambda tx, n=number, w=now: step(tx, luck, n, w)))  # type: ignore[misc]
            except StaleError:
                names.append("stale")
            if problems := await database.read(wrong):
                return [str(seed), *names, *problems]
    assert {"join", "set"} <= set(names)
    return []


async def test_never_oversold_and_nobody_waits_for_a_free_place() -> None:
    for seed in range(HISTORIES):
        with tempfile.TemporaryDirectory() as folder:
            assert await play(seed, Path(folder)) == []


async def test_a_quota_that_forgets_what_it_keeps_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotas, "source_of", lambda way: 0 if all(one.left > 0 for one in way) else None)
    broken = []
    for seed in range(20):
        with tempfile.TemporaryDirectory() as folder:
            broken += await play(seed, Path(folder))
    assert any("keeps more inside" in one for one in broken)
