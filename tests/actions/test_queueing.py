"""Waiting for a place of a session: in order, told at once, and never one too many."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.actions import attending, queueing, registering
from bot.domain.errors import DomainError, SessionOverlapError
from bot.domain.timetable_edits import What
from storage import queues, sessions
from storage.database import Database
from tests.actions.camp import camp, people, query, session
from tests.actions.test_attending import change, owner_of, taken
from tests.actions.test_rescheduling import MINUTE, save, tick, type_in
from tests.actions.test_rescheduling import change as reschedule
from tests.seed import NOW, open_database

ONE_PLACE = camp([session("club", "2027-07-07", "15:00", "16:00", capacity=1)], [])


async def told(database: Database) -> list[int]:
    rows = await query(database, "SELECT account_id FROM outbox WHERE template = 'session-place' ORDER BY id")
    return [row["account_id"] for row in rows]


async def waiting(database: Database, session_id: int = 1) -> tuple[int, ...]:
    return await database.read(lambda tx: queues.list_waiting(tx, session_id))


async def test_a_place_given_back_goes_to_the_first_who_waits_at_once(tmp_path: Path) -> None:
    async with open_database(tmp_path, ONE_PLACE) as database:
        first, second, third = await people(database, 3)
        await change(database, attending.take_place, first, 1)
        for one in (second, third, second):
            await change(database, attending.wait, one, 1)
        assert await waiting(database) == (second.id, third.id)
        assert await database.read(lambda tx: dict(queues.read_positions(tx, third.id))) == {1: 2}
        await change(database, attending.give_back, first, 1)
        assert await taken(database) == (1, 1)
        assert await told(database) == [second.account_id]
        assert await waiting(database) == (third.id,)


async def test_whoever_waits_no_more_is_passed_over(tmp_path: Path) -> None:
    async with open_database(tmp_path, ONE_PLACE) as database:
        first, second, third = await people(database, 3)
        await change(database, attending.take_place, first, 1)
        for one in (second, third):
            await change(database, attending.wait, one, 1)
        await change(database, attending.stop_waiting, second, 1)
        await change(database, attending.give_back, first, 1)
        assert await told(database) == [third.account_id]


async def test_nobody_slips_in_before_those_who_wait(tmp_path: Path) -> None:
    async with open_database(tmp_path, ONE_PLACE) as database:
        first, second, late = await people(database, 3)
        await change(database, attending.take_place, first, 1)
        await change(database, attending.wait, second, 1)
        await database.write(lambda tx: sessions.release_place(tx, 1, first.id))
        with pytest.raises(DomainError):
            await change(database, attending.take_place, late, 1)
        assert await database.write(lambda tx: queueing.tick(tx, now=NOW)) == 1
        assert await told(database) == [second.account_id]


async def test_a_registration_that_is_given_up_frees_its_places_for_those_who_wait(tmp_path: Path) -> None:
    async with open_database(tmp_path, ONE_PLACE) as database:
        first, second, third = await people(database, 3)
        await change(database, attending.take_place, first, 1)
        for one in (second, third):
            await change(database, attending.wait, one, 1)
        for one in (second, first):
            await database.write(
                lambda tx, one=one: registering.cancel(  # type: ignore[misc]
                    tx, actor=owner_of(one), now=NOW, registration_id=one.id, revision=one.revision
                )
            )
        assert await waiting(database) == (third.id,)
        assert await database.write(lambda tx: queueing.tick(tx, now=NOW)) == 1
        assert await told(database) == [third.account_id]
        assert await waiting(database) == ()


async def test_more_places_go_to_those_who_wait(tmp_path: Path) -> None:
    async with open_database(tmp_path, ONE_PLACE) as database:
        first, *others = await people(database, 4)
        await change(database, attending.take_place, first, 1)
        for one in others:
            await change(database, attending.wait, one, 1)
        await type_in(database, 1, What.CAPACITY, "3")
        await save(database, 1)
        assert await database.write(lambda tx: queueing.tick(tx, now=NOW)) == 2
        assert await told(database) == [one.account_id for one in others[:2]]


async def test_nobody_waits_for_a_session_that_is_cancelled(tmp_path: Path) -> None:
    async with open_database(tmp_path, ONE_PLACE) as database:
        first, second = await people(database, 2)
        await change(database, attending.take_place, first, 1)
        await change(database, attending.wait, second, 1)
        await reschedule(database, 1, What.CANCELLED, "1")
        await tick(database, NOW + MINUTE)
        assert await waiting(database) == ()
        assert await told(database) == []


async def test_nobody_waits_for_what_is_at_the_time_of_something_they_have(tmp_path: Path) -> None:
    content = camp(
        [
            session("club", "2027-07-07", "15:00", "16:00", capacity=1),
            session("walk", "2027-07-07", "15:30", "16:30", capacity=5),
        ],
        [],
    )
    async with open_database(tmp_path, content) as database:
        first, second = await people(database, 2)
        await change(database, attending.take_place, first, 1)
        await change(database, attending.take_place, second, 2)
        with pytest.raises(SessionOverlapError):
            await change(database, attending.wait, second, 1)


@pytest.mark.parametrize("seed", range(6))
async def test_in_any_order_of_deeds_nothing_is_oversold_and_no_free_place_is_waited_for(
    tmp_path: Path, seed: int
) -> None:
    content = camp([session("club", "2027-07-07", "15:00", "16:00", capacity=2)], [])
    deeds: list[Any] = [attending.take_place, attending.give_back, attending.wait, attending.stop_waiting]
    random = Random(seed)
    async with open_database(tmp_path, content) as database:
        everybody = await people(database, 6)
        for _ in range(60):
            before = await waiting(database)
            one, deed = random.choice(everybody), random.choice(deeds)
            try:
                await change(database, deed, one, 1)
            except DomainError:
                continue
            counted, held = await taken(database)
            after = await waiting(database)
            assert counted == held <= 2
            assert counted == 2 or after == ()
            assert [one for one in before if one in after] == [one for one in after if one in before]
