"""Places in sessions: never one too many, never two at the same time, and only for those who take part."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import attending, browsing, deciding, loading, registering
from bot.domain.access import Actor, Grant, Role
from bot.domain.errors import (
    DomainError,
    NotAvailableError,
    SessionBegunError,
    SessionFullError,
    SessionOverlapError,
)
from bot.domain.language import Language
from bot.domain.registration import Registration
from storage import registrations
from storage.database import Database
from tests import databases
from tests.actions.camp import at, camp, people, query, session, stream
from tests.seed import NOW, open_database

CLUB = session("club", "2027-07-07", "15:00", "16:00", capacity=5)
WALK = session("walk", "2027-07-07", "15:30", "16:30", capacity=5)
LATE = session("late", "2027-07-07", "16:30", "17:00", capacity=5)
OPEN = session("open", "2027-07-07", "10:00", "11:00")
CLUB_ID, SECOND_ID, THIRD_ID = 1, 2, 3


def owner_of(registration: Registration, *grants: Grant) -> Actor:
    return Actor(
        account_id=registration.account_id,
        telegram_id=registration.account_id,
        display_name="X",
        language=Language.EN,
        has_chosen_language=True,
        grants=grants,
    )


async def change(
    database: Database, deed: Any, registration: Registration, session_id: int, *, now: datetime = NOW
) -> Any:
    return await database.write(
        lambda tx: deed(
            tx, actor=owner_of(registration), now=now, registration_id=registration.id, session_id=session_id
        )
    )


async def taken(database: Database) -> tuple[int, int]:
    """Return (places counted on the session, rows that hold one)."""
    (row,) = await query(
        database,
        "SELECT taken, (SELECT count(*) FROM session_seats WHERE session_id = 1) AS held FROM sessions WHERE id = 1",
    )
    return row["taken"], row["held"]


async def test_thirty_people_at_once_get_exactly_the_five_places(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([CLUB], [])) as database:
        ready = await people(database, 30)
        outcomes = await asyncio.gather(
            *(change(database, attending.take_place, one, CLUB_ID) for one in ready), return_exceptions=True
        )
        refused = Counter(type(one) for one in outcomes if isinstance(one, Exception))
        assert refused == {SessionFullError: 25}
        assert await taken(database) == (5, 5)


async def test_without_the_protection_the_same_crowd_is_oversold(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([CLUB], [])) as database:
        ready = await people(database, 30)

        async def look_then_take(registration: Registration) -> None:
            counted = "SELECT count(*) FROM session_seats WHERE session_id = 1"
            sold = await database.read(lambda tx: tx.connection.execute(counted).fetchone()[0])
            if sold < 5:
                await database.write(
                    lambda tx: tx.connection.execute(
                        "INSERT INTO session_seats (session_id, registration_id, taken_at) VALUES (1, ?, 0)",
                        (registration.id,),
                    )
                )

        await asyncio.gather(*(look_then_take(one) for one in ready))
        assert (await taken(database))[1] > 5


async def test_the_schema_itself_refuses_one_place_too_many(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([CLUB], [])) as database:
        for one in await people(database, 5):
            await change(database, attending.take_place, one, CLUB_ID)
        raw = database.engine.connect()
        with pytest.raises(databases.REFUSALS, match="session_not_oversold"):
            raw.execute("UPDATE sessions SET taken = taken + 1 WHERE id = 1")
        raw.close()


async def test_a_place_given_back_is_free_for_the_next(tmp_path: Path) -> None:
    content = camp([session("club", "2027-07-07", "15:00", "16:00", capacity=1)], [])
    async with open_database(tmp_path, content) as database:
        first, second = await people(database, 2)
        await change(database, attending.take_place, first, CLUB_ID)
        with pytest.raises(SessionFullError):
            await change(database, attending.take_place, second, CLUB_ID)
        await change(database, attending.give_back, first, CLUB_ID)
        await change(database, attending.take_place, second, CLUB_ID)
        assert await taken(database) == (1, 1)


async def test_a_second_press_changes_nothing(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([CLUB], [])) as database:
        (one,) = await people(database, 1)
        for _ in range(2):
            await change(database, attending.take_place, one, CLUB_ID)
        assert await taken(database) == (1, 1)
        for _ in range(2):
            await change(database, attending.give_back, one, CLUB_ID)
        assert await taken(database) == (0, 0)


async def test_nobody_is_in_two_sessions_at_the_same_time(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([CLUB, WALK, LATE], [])) as database:
        (one,) = await people(database, 1)
        await change(database, attending.take_place, one, SECOND_ID)
        with pytest.raises(SessionOverlapError):
            await change(database, attending.take_place, one, CLUB_ID)
        await change(database, attending.take_place, one, THIRD_ID)
        await change(database, attending.give_back, one, SECOND_ID)
        await change(database, attending.take_place, one, CLUB_ID)


async def test_a_session_that_has_begun_neither_takes_nor_gives(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([CLUB], [])) as database:
        (one,) = await people(database, 1)
        begins = at("2027-07-07", "15:00")
        await change(database, attending.take_place, one, CLUB_ID, now=begins - timedelta(seconds=1))
        for deed in (attending.take_place, attending.give_back):
            with pytest.raises(SessionBegunError):
                await change(database, deed, one, CLUB_ID, now=begins)


async def test_a_session_of_another_stream_or_without_places_is_not_available(tmp_path: Path) -> None:
    streams = [stream("tau", "2027-07-06", "2027-07-16"), stream("samal", "2027-07-06", "2027-07-16")]
    other = session("other", "2027-07-07", "12:00", "13:00", capacity=5, stream="samal")
    async with open_database(tmp_path, camp([other, OPEN], [], streams=streams)) as database:
        (one,) = await people(database, 1, ["tau"])
        for session_id in (1, 2, 99):
            with pytest.raises(NotAvailableError):
                await change(database, attending.take_place, one, session_id)


async def test_only_the_confirmed_sign_up_and_only_for_themselves(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([CLUB], [], audience="minors")) as database:
        waiting, other = await people(database, 2)
        with pytest.raises(NotAvailableError):
            await change(database, attending.take_place, waiting, CLUB_ID)
        with pytest.raises(DomainError):
            await database.write(
                lambda tx: attending.take_place(
                    tx, actor=owner_of(other), now=NOW, registration_id=waiting.id, session_id=CLUB_ID
                )
            )
        assert await taken(database) == (0, 0)


async def test_whoever_gives_up_the_camp_gives_up_the_sessions(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([CLUB], [])) as database:
        first, second = await people(database, 2)
        for one in (first, second):
            await change(database, attending.take_place, one, CLUB_ID)
        await database.write(
            lambda tx: registering.cancel(
                tx, actor=owner_of(first), now=NOW, registration_id=first.id, revision=first.revision
            )
        )
        organizer = owner_of(first, Grant(role=Role.OWNER, programme_id=None))
        left = await database.read(lambda tx: registrations.get(tx, second.id))
        await database.write(
            lambda tx: deciding.decline(
                tx, actor=organizer, now=NOW, registration_id=left.id, revision=left.revision, reason="no"
            )
        )
        assert await taken(database) == (0, 0)


async def test_a_smaller_room_keeps_those_who_have_a_place(tmp_path: Path) -> None:
    content = camp([CLUB], [])
    async with open_database(tmp_path, content) as database:
        ready = await people(database, 4)
        for one in ready[:3]:
            await change(database, attending.take_place, one, CLUB_ID)
        content["events"][0]["sessions"] = [session("club", "2027-07-07", "15:00", "16:00", capacity=2)]
        await database.write(lambda tx: loading.load(tx, content=content, now=NOW))
        assert await taken(database) == (3, 3)
        with pytest.raises(SessionFullError):
            await change(database, attending.take_place, ready[3], CLUB_ID)


async def test_the_day_shows_what_one_has_and_may_change(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([CLUB, LATE, OPEN], [])) as database:
        (one,) = await people(database, 1)
        await change(database, attending.take_place, one, CLUB_ID)

        async def look(registration_id: int, now: datetime) -> browsing.DayView:
            on = at("2027-07-07", "12:00").date()
            return await database.read(
                lambda tx: browsing.read_day(
                    tx, actor=owner_of(one), now=now, event_id=1, registration_id=registration_id, on=on
                )
            )

        view = await look(one.id, NOW)
        assert (view.chosen, view.changeable) == (frozenset({CLUB_ID}), frozenset({CLUB_ID, SECOND_ID}))
        assert (await look(one.id, at("2027-07-07", "15:00"))).changeable == {SECOND_ID}
        assert (await look(0, NOW)).changeable == frozenset()
