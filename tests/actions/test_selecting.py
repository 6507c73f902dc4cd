"""How an event chooses and how many places it has, changed in the chat: refused, done, told late, taken back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import loading, selecting
from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError, StaleError, UndoExpiredError
from bot.domain.event import Mode
from bot.domain.registration import Status
from storage import events, registrations
from storage.database import Database, Transaction
from tests.actions.camp import query
from tests.seed import NOW, meet, open_database, programme, register


def owner(tx: Transaction) -> Actor:
    return meet(tx, 50, is_owner=True)


def camp(*, capacity: int = 2, hours: int | None = 48, mode: str = "first_come") -> dict[str, Any]:
    content = programme(capacity=capacity, mode=mode)
    content["events"][0]["registration"]["offers"] = hours and {"hours": hours}
    return content


async def crowd(database: Database, number: int) -> None:
    for one in range(1, number + 1):
        await database.write(lambda tx, n=one: register(tx, n))  # type: ignore[misc]


async def resize(database: Database, capacity: int, *, actor: Actor | None = None) -> selecting.Resized:
    return await database.write(
        lambda tx: selecting.resize(tx, actor=actor or owner(tx), now=NOW, stream_id=1, capacity=capacity)
    )


async def undo(database: Database, done: selecting.Resized, after: timedelta = timedelta(seconds=5)) -> None:
    await database.write(
        lambda tx: selecting.undo_resize(
            tx, actor=owner(tx), now=NOW + after, stream_id=1, capacity=done.before, at=done.at
        )
    )


async def statuses(database: Database) -> list[str]:
    return [row["status"] for row in await query(database, "SELECT status FROM registrations ORDER BY id")]


async def test_a_capacity_below_what_is_taken_is_refused_with_the_number(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp()) as database:
        await crowd(database, 2)
        for capacity in (1, 0, 10_001):
            done = await resize(database, capacity)
            assert (done.is_refused, done.taken, done.stream.capacity) == (True, 2, 2)


async def test_more_places_are_offered_in_order_and_nobody_is_told_before_it_is_certain(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp()) as database:
        await crowd(database, 5)
        done = await resize(database, 4)
        assert (done.moved_up, done.before, done.stream.capacity) == (2, 2, 4)
        assert await statuses(database) == ["confirmed", "confirmed", "offered", "offered", "waitlisted"]
        told = await query(database, "SELECT template, not_before - created_at AS held FROM outbox")
        assert [tuple(row) for row in told] == [("offer", 30_000_000)] * 2


async def test_more_places_taken_back_leave_everything_as_it_was_and_nobody_is_told(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp()) as database:
        await crowd(database, 5)
        done = await resize(database, 4)
        await undo(database, done)
        assert await statuses(database) == ["confirmed", "confirmed", *["waitlisted"] * 3]
        waiting = await database.read(lambda tx: registrations.list_waiting(tx, 1))
        assert [one.id for one in waiting] == [3, 4, 5]
        assert [row["state"] for row in await query(database, "SELECT state FROM outbox")] == ["stopped"] * 2
        assert (await query(database, "SELECT count(*) AS n FROM seats"))[0]["n"] == 2
        with pytest.raises(UndoExpiredError):
            await undo(database, done, timedelta(seconds=31))


async def test_an_undo_that_never_was_a_change_does_nothing(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp()) as database:
        await crowd(database, 2)
        done = await resize(database, 1)
        with pytest.raises(StaleError):
            await undo(database, done)


async def test_a_place_too_many_is_taken_away_and_comes_back(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp(capacity=5)) as database:
        await crowd(database, 2)
        done = await resize(database, 3)
        assert not done.is_refused
        await undo(database, done)
        assert (await query(database, "SELECT count(*) AS n FROM seats"))[0]["n"] == 5


async def test_what_was_set_in_the_chat_stays_until_the_file_says_something_new(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp()) as database:
        await resize(database, 7)
        await database.write(
            lambda tx: selecting.choose_mode(tx, actor=owner(tx), now=NOW, event_id=1, mode=Mode.LOTTERY)
        )
        for content, expected in (
            (camp(), (7, Mode.LOTTERY)),
            (camp(capacity=3), (3, Mode.LOTTERY)),
            (camp(capacity=3, mode="review"), (3, Mode.REVIEW)),
        ):
            await database.write(lambda tx, c=content: loading.load(tx, content=c, now=NOW))  # type: ignore[misc]
            event = await database.read(lambda tx: events.get(tx, 1))
            assert (event.streams[0].capacity, event.mode) == expected


async def test_only_organizers_choose_how_an_event_chooses(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp()) as database:
        stranger = await database.write(lambda tx: meet(tx, 77))
        about: dict[str, Any] = {"actor": stranger, "now": NOW}
        for stream_id in (1, 99):
            with pytest.raises(NotAvailableError):
                await database.write(
                    lambda tx, s=stream_id: selecting.resize(tx, stream_id=s, capacity=9, **about)  # type: ignore[misc]
                )
            with pytest.raises(NotAvailableError):
                await database.read(
                    lambda tx, s=stream_id: selecting.read_stream(tx, stream_id=s, **about)  # type: ignore[misc]
                )
        for event_id in (1, 99):
            with pytest.raises(NotAvailableError):
                await database.write(
                    lambda tx, e=event_id: selecting.choose_mode(tx, event_id=e, mode=Mode.REVIEW, **about)  # type: ignore[misc]
                )


async def test_after_review_becomes_first_come_the_next_are_confirmed_and_those_before_wait_for_a_decision(
    tmp_path: Path,
) -> None:
    async with open_database(tmp_path, camp(mode="review")) as database:
        await crowd(database, 1)
        await database.write(
            lambda tx: selecting.choose_mode(tx, actor=owner(tx), now=NOW, event_id=1, mode=Mode.FIRST_COME)
        )
        second = await database.write(lambda tx: register(tx, 2))
        assert second.status is Status.CONFIRMED
        assert await statuses(database) == ["pending", "confirmed"]
