"""Places that schools do not use go back to the region, at a day or by hand."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.actions import coordinating, recalling
from bot.domain.errors import NotAvailableError
from bot.domain.registration import Status
from storage.database import Database
from tests.actions.camp import at, query
from tests.actions.land import join, land, unit_id
from tests.actions.test_allocating import joined, leave, numbers
from tests.seed import NOW, meet, open_database

DAY = at("2027-04-10", "09:00")


async def test_unused_places_go_to_the_pool_of_the_region_from_the_schools_up(tmp_path: Path) -> None:
    content = land(quotas={"north": 5, "east": 4, "one": 3}, recall_on="2027-04-10")
    async with open_database(tmp_path, content) as database:
        for number, school in enumerate(("one", "three", "three"), 1):
            await joined(database, number, school)
        assert (await query(database, "SELECT status FROM registrations WHERE id = 3"))[0][0] == "waitlisted"
        assert await recall_at(database, DAY - timedelta(days=1)) == 0
        assert await recall_at(database, DAY) == 2
        assert await recall_at(database, DAY) == 0
        assert await numbers(database) == {"north": (3, 5), "east": (1, 1), "one": (1, 1)}
        assert (await query(database, "SELECT status FROM registrations WHERE id = 3"))[0][0] == "confirmed"
        late = await joined(database, 4, "one")
        assert late.status is Status.CONFIRMED
        assert await numbers(database) == {"north": (4, 5), "east": (2, 2), "one": (2, 2)}
        await database.write(lambda tx: leave(tx, 4))
        assert await numbers(database) == {"north": (3, 5), "east": (1, 1), "one": (1, 1)}


async def recall_at(database: Database, now: datetime) -> int:
    return await database.write(lambda tx: recalling.tick(tx, now=now))


async def test_a_coordinator_is_told_a_week_and_a_day_before_and_afterwards_once(tmp_path: Path) -> None:
    content = land(quotas={"north": 5, "one": 3}, recall_on="2027-04-10")
    async with open_database(tmp_path, content) as database:

        def arrive(tx: object) -> None:
            owner, school = meet(tx, 900, is_owner=True), unit_id(tx, "one")  # type: ignore[arg-type]
            coordinating.invite(tx, actor=owner, now=NOW, event_id=1, unit_id=school, token_hash="x")  # type: ignore[arg-type]
            coordinating.accept(tx, actor=meet(tx, 7), now=NOW, token_hash="x")  # type: ignore[arg-type]

        await database.write(arrive)
        for days in range(10, -2, -1):
            for _ in range(2):
                await recall_at(database, DAY - timedelta(days=days))
        rows = await query(database, "SELECT template FROM outbox WHERE template LIKE 'recall%' ORDER BY id")
        assert [row["template"] for row in rows] == ["recall-soon", "recall-soon", "recall-done"]


async def test_a_recall_by_hand_is_taken_back_as_far_as_nobody_took_the_places(tmp_path: Path) -> None:
    async with open_database(tmp_path, land(quotas={"north": 4, "one": 3})) as database:
        await joined(database, 1, "two")
        await joined(database, 2, "two")
        school = await database.read(lambda tx: unit_id(tx, "one"))
        where = {"event_id": 1, "unit_id": school}
        done = await database.write(
            lambda tx: recalling.recall(tx, actor=meet(tx, 900, is_owner=True), now=NOW, **where)
        )
        assert (done.amount, done.seated) == (3, 1)
        with pytest.raises(NotAvailableError):
            await database.write(lambda tx: recalling.recall(tx, actor=meet(tx, 8), now=NOW, **where))
        restored = await database.write(
            lambda tx: recalling.undo(
                tx, actor=meet(tx, 900, is_owner=True), now=NOW, recall_id=done.recall_id or 0, **where
            )
        )
        assert restored == 2
        assert await numbers(database) == {"north": (2, 4), "one": (0, 2)}
        assert (await database.write(lambda tx: join(tx, 3, "three"))).status is Status.WAITLISTED
