"""Sharing out places among regions, districts and schools: whose places are kept, and what a number may be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.actions import allocating, loading, registering
from bot.actions.allocating import NONE, Change, NumberPage
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.registration import Registration, Status
from storage import quotas, registrations
from storage.database import Database, Transaction
from tests.actions.camp import query
from tests.actions.land import join, land, unit_id
from tests.seed import NOW, meet, open_database

ONE: dict[str, Any] = {"event_id": 1, "stream_id": 1}


def typed(tx: Transaction, school: str, number: str) -> NumberPage | Change:
    """Let the owner type how many places a unit gets."""
    owner = meet(tx, 900, is_owner=True)
    return allocating.set_number(tx, actor=owner, now=NOW, unit_id=unit_id(tx, school), text=number, **ONE)


async def joined(database: Database, number: int, school: str) -> Registration:
    return await database.write(lambda tx: join(tx, number, school))


async def numbers(database: Database) -> dict[str, tuple[int, int]]:
    """Return unit -> (taken, capacity) of every quota."""
    rows = await query(
        database, "SELECT u.code, q.taken, q.capacity FROM quotas q JOIN org_units u ON u.id = q.unit_id ORDER BY u.id"
    )
    return {row["code"]: (row["taken"], row["capacity"]) for row in rows}


async def test_the_places_of_a_school_are_kept_for_it_and_the_rest_is_for_everybody_in_the_region(
    tmp_path: Path,
) -> None:
    async with open_database(tmp_path, land(quotas={"north": 3, "one": 2})) as database:
        statuses = [(await joined(database, n, school)).status for n, school in enumerate(("two", "three", "one"), 1)]
        assert statuses == [Status.CONFIRMED, Status.WAITLISTED, Status.CONFIRMED]
        assert await numbers(database) == {"north": (2, 3), "one": (1, 2)}
        assert (await joined(database, 4, "four")).status is Status.CONFIRMED


async def test_a_number_that_is_too_great_or_too_small_is_refused_with_the_numbers(tmp_path: Path) -> None:
    async with open_database(tmp_path, land(quotas={"north": 5, "east": 3, "one": 2})) as database:
        await joined(database, 1, "one")
        expected = {
            ("one", "4"): ("most", 1, 3),
            ("one", "0"): ("least", 1, 3),
            ("two", "2"): ("most", 0, 1),
            ("east", "1"): ("least", 2, 5),
            ("north", "2"): ("least", 3, 20),
            ("north", "21"): ("stream", 3, 20),
            ("one", "many"): ("number", 1, 3),
            ("one", "-1"): ("number", 1, 3),
            ("one", "²"): ("number", 1, 3),
        }
        for (school, text), said in expected.items():
            page = await database.write(lambda tx, s=school, x=text: typed(tx, s, x))  # type: ignore[misc]
            assert isinstance(page, NumberPage), (school, text)
            assert (page.problem, page.bounds.least, page.bounds.most) == said, (school, text)
        assert await numbers(database) == {"north": (1, 5), "east": (1, 3), "one": (1, 2)}


async def test_a_new_quota_counts_those_who_are_there_already_and_undo_takes_it_away(tmp_path: Path) -> None:
    async with open_database(tmp_path, land(quotas={"north": 5, "one": 2})) as database:
        for number, school in enumerate(("one", "two", "two"), 1):
            await joined(database, number, school)
        change = await database.write(lambda tx: typed(tx, "east", "٤"))
        assert isinstance(change, Change)
        assert (change.before, change.after) == (NONE, 4)
        assert await numbers(database) == {"north": (3, 5), "east": (3, 4), "one": (1, 2)}
        above = await query(database, "SELECT q.above_id, u.code FROM quotas q JOIN org_units u ON u.id = q.unit_id")
        assert {row["code"] for row in above if row["above_id"] is None} == {"north"}
        await database.write(lambda tx: taken_back(tx, change))
        assert await numbers(database) == {"north": (3, 5), "one": (1, 2)}
        with pytest.raises(StaleError):
            await database.write(lambda tx: taken_back(tx, change))
        await database.write(lambda tx: leave(tx, 2))
        assert await numbers(database) == {"north": (2, 5), "one": (1, 2)}


def taken_back(tx: Transaction, change: Change) -> Change:
    owner = meet(tx, 900, is_owner=True)
    unit = {"unit_id": change.unit_id, "before": change.before, "after": change.after}
    return allocating.undo(tx, actor=owner, now=NOW, **ONE, **unit)


def leave(tx: Transaction, telegram_id: int) -> None:
    actor = meet(tx, telegram_id)
    claim = registrations.list_by_account(tx, actor.account_id)[0]
    registering.cancel(tx, actor=actor, now=NOW, registration_id=claim.id, revision=claim.revision)


async def test_whoever_waits_is_seated_when_a_quota_grows_or_keeps_less(tmp_path: Path) -> None:
    async with open_database(tmp_path, land(quotas={"north": 4, "one": 3})) as database:
        first, second = [await joined(database, n, "two") for n in (1, 2)]
        assert (first.status, second.status) == (Status.CONFIRMED, Status.WAITLISTED)
        change = await database.write(lambda tx: typed(tx, "one", "2"))
        assert isinstance(change, Change)
        assert change.seated == 1
        with pytest.raises(StaleError):
            await database.write(lambda tx: taken_back(tx, change))


async def test_a_number_typed_in_the_chat_outlives_a_new_loading_of_the_file(tmp_path: Path) -> None:
    content = land(quotas={"north": 5, "one": 2})
    async with open_database(tmp_path, content) as database:
        await database.write(lambda tx: typed(tx, "one", "4"))
        await database.write(lambda tx: loading.load(tx, content=content, now=NOW))
        assert (await numbers(database))["one"] == (0, 4)
        content["events"][0]["streams"][0]["quotas"][0]["capacity"] = 1
        await database.write(lambda tx: loading.load(tx, content=content, now=NOW))
        assert (await numbers(database))["north"] == (0, 4)


async def test_nobody_but_who_runs_the_programme_sees_or_changes_a_quota(tmp_path: Path) -> None:
    async with open_database(tmp_path, land(quotas={"north": 5})) as database:

        def attempt(tx: Transaction, act: Any, **more: Any) -> Any:
            return act(tx, actor=meet(tx, 7), now=NOW, event_id=1, **more)

        for act, more in (
            (allocating.read_branch, {"unit_id": 0, "page": 0}),
            (allocating.search, {"text": "one"}),
            (allocating.ask_number, {"unit_id": 1, "stream_id": 1}),
            (allocating.set_number, {"unit_id": 1, "stream_id": 1, "text": "3"}),
            (allocating.undo, {"unit_id": 1, "stream_id": 1, "before": 1, "after": 5}),
        ):
            with pytest.raises(NotAvailableError):
                await database.write(lambda tx, a=act, m=more: attempt(tx, a, **m))  # type: ignore[misc]


async def test_without_the_kept_places_the_region_would_take_what_is_the_schools(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quotas, "source_of", lambda way: 0 if all(one.left > 0 for one in way) else None)
    async with open_database(tmp_path, land(quotas={"north": 2, "one": 2})) as database:
        assert (await joined(database, 1, "two")).status is Status.CONFIRMED
