"""What looks wrong about a registration: where it is shown, who may find it fine, and taking that back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.actions import checking, organizing, reviewing
from bot.domain.doubts import Doubt
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.registration import Status
from storage import registrations
from storage.database import Database, Transaction
from tests.actions.test_finding import enrol, organizer_of_another, schools
from tests.seed import NOW, meet, open_database

OWNER = 50
TRIAL, WHOLE = "Тест Тестов", "Сапарова Айым"


async def two(database: Database) -> tuple[int, int]:
    """Register somebody who looks odd and somebody who does not, and return both."""
    odd = await database.write(lambda tx: enrol(tx, 200, TRIAL))
    return odd, await database.write(lambda tx: enrol(tx, 201, WHOLE))


async def act(database: Database, action: Any, **given: Any) -> Any:
    return await database.write(lambda tx: action(tx, actor=meet(tx, OWNER, is_owner=True), now=NOW, **given))


def status_of(tx: Transaction, registration_id: int) -> Status:
    return registrations.get(tx, registration_id).status


async def shown(database: Database, registration_id: int) -> tuple[tuple[str, ...], tuple[Doubt, ...], list[str]]:
    """Return the names the page of checks shows, what the card says, and the names marked in the list."""
    page = await act(database, checking.read_page, event_id=1)
    card = await act(database, reviewing.read_page, registration_id=registration_id)
    status = await database.write(lambda tx: status_of(tx, registration_id))
    listed = await act(database, organizing.read_list, event_id=1, status=status, page=0)
    return tuple(one.name for one in page.rows), card.doubts, [row.name for row in listed.rows if row.is_odd]


async def test_what_looks_wrong_is_marked_in_the_checks_on_the_card_and_in_the_list(tmp_path: Path) -> None:
    async with open_database(tmp_path, schools()) as database:
        odd, whole = await two(database)
        assert await shown(database, odd) == ((TRIAL,), (Doubt.NAME_TRIAL,), [TRIAL])
        assert (await act(database, reviewing.read_page, registration_id=whole)).doubts == ()
        assert await act(database, checking.read_count, event_id=1) == 1


async def test_what_was_found_fine_is_marked_nowhere_until_that_is_taken_back(tmp_path: Path) -> None:
    async with open_database(tmp_path, schools()) as database:
        odd, _ = await two(database)
        before = await database.write(lambda tx: registrations.get(tx, odd))
        settled = await act(database, checking.settle, registration_id=odd)
        assert await shown(database, odd) == ((), (), [])
        assert await database.write(lambda tx: registrations.get(tx, odd)) == before
        with pytest.raises(StaleError):
            await act(database, checking.settle, registration_id=odd)
        assert await act(database, checking.unsettle, registration_id=odd, settled_at=settled.at) == 1
        assert await shown(database, odd) == ((TRIAL,), (Doubt.NAME_TRIAL,), [TRIAL])
        with pytest.raises(StaleError):
            await act(database, checking.unsettle, registration_id=odd, settled_at=settled.at)


async def test_a_new_doubt_is_shown_although_an_older_one_was_found_fine(tmp_path: Path) -> None:
    async with open_database(tmp_path, schools()) as database:
        odd, _ = await two(database)
        await act(database, checking.settle, registration_id=odd)
        await database.write(
            lambda tx: tx.connection.execute(
                "UPDATE participants SET full_name = 'ТЕСТ ТЕСТОВ' WHERE full_name = ?", (TRIAL,)
            )
        )
        assert (await shown(database, odd))[1] == (Doubt.NAME_CAPITALS,)


async def test_one_card_says_the_same_as_the_whole_event_about_shared_phones_and_many_children(tmp_path: Path) -> None:
    async with open_database(tmp_path, schools()) as database:
        ids = [await database.write(lambda tx, n=n: enrol(tx, 300 + n, f"Омаров Ерлан{'абвг'[n]}")) for n in range(4)]  # type: ignore[misc]
        await database.write(lambda tx: tx.connection.execute("UPDATE participants SET phone = '+77010000001'"))
        page = await act(database, checking.read_page, event_id=1)
        whole = {one.registration_id: one.doubts for one in page.rows}
        cards = {one: (await act(database, reviewing.read_page, registration_id=one)).doubts for one in ids}
        assert whole == cards == dict.fromkeys(ids, (Doubt.PHONE_SHARED,))


async def test_pages_are_counted_and_a_page_that_is_gone_is_the_last_one(tmp_path: Path) -> None:
    async with open_database(tmp_path, schools()) as database:
        for number in range(checking.PAGE + 1):
            await database.write(lambda tx, n=number: enrol(tx, 300 + n, TRIAL))  # type: ignore[misc]
        last = await act(database, checking.read_page, event_id=1, page=99)
        assert (last.page, last.pages, last.total, len(last.rows)) == (1, 2, checking.PAGE + 1, 1)


@pytest.mark.parametrize("number", [1, 999])
async def test_whoever_runs_another_programme_sees_and_settles_nothing(tmp_path: Path, number: int) -> None:
    async with open_database(tmp_path, schools()) as database:
        await two(database)
        settled = await act(database, checking.settle, registration_id=1)
        for action, given in (
            (checking.read_count, {"event_id": number}),
            (checking.read_page, {"event_id": number}),
            (checking.settle, {"registration_id": number}),
            (checking.unsettle, {"registration_id": number, "settled_at": settled.at}),
        ):
            with pytest.raises(NotAvailableError):
                await database.write(
                    lambda tx, action=action, given=given: action(  # type: ignore[misc]
                        tx, actor=organizer_of_another(tx), now=NOW, **given
                    )
                )
