"""Reviewing with marks: a fair queue, hidden names, conflicts, marks that close with the choice, and the choice."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import choosing, scoring
from bot.domain.access import Actor, Role
from bot.domain.errors import NotAvailableError, ScoresClosedError, StaleError
from bot.domain.form import Kind
from bot.domain.registration import Status
from storage import accounts, registrations, scores
from storage.database import Database, Transaction
from tests.actions.camp import query
from tests.actions.test_drawing import unit_payloads
from tests.seed import NOW, meet, open_database, programme, register, said

CRITERIA = [{"code": code, "title": said(code)} for code in ("motivation", "ideas")]


def contest(**more: Any) -> dict[str, Any]:
    content = programme(capacity=2, mode="scores", quotas={"north": 1})
    content["events"][0]["selection"] = {"criteria": CRITERIA, "reviewers_per": 2, "blind": True, **more}
    return content


def reviewer(tx: Transaction, number: int = 50) -> Actor:
    meet(tx, number)
    account_id = meet(tx, number).account_id
    if not meet(tx, number).is_staff:
        owner = meet(tx, 99, is_owner=True)
        accounts.add_grant(
            tx, account_id=account_id, role=Role.ORGANIZER, programme_id=1, granted_by=owner.account_id, now=NOW
        )
    return meet(tx, number)


async def crowd(database: Database, number: int = 4, north: tuple[int, ...] = ()) -> None:
    units = await database.write(unit_payloads)
    for one in range(1, number + 1):
        unit = units["north" if one in north else "south"]
        await database.write(lambda tx, n=one, u=unit: register(tx, n, answers=[u]))  # type: ignore[misc]


async def give(database: Database, registration_id: int, *marks: int, by: int = 50) -> scoring.CardPage:
    def work(tx: Transaction) -> scoring.CardPage:
        about: dict[str, Any] = {"actor": reviewer(tx, by), "now": NOW, "registration_id": registration_id}
        for place, mark in enumerate(marks):
            scoring.give_mark(tx, criterion=str(CRITERIA[place]["code"]), mark=mark, **about)
        return scoring.read_card(tx, **about)

    return await database.write(work)


async def following(database: Database, by: int = 50) -> int | None:
    page = await database.write(lambda tx: scoring.find_next(tx, actor=reviewer(tx, by), now=NOW, stream_id=1))
    return None if page is None else page.registration.id


async def test_each_reviewer_is_given_what_was_marked_least_until_all_have_enough(tmp_path: Path) -> None:
    async with open_database(tmp_path, contest()) as database:
        await crowd(database, 2)
        assert await following(database) == 1
        await give(database, 1, 3)
        assert await following(database) == 1, "what was begun is finished first"
        await give(database, 1, 3, 4)
        assert await following(database) == 2
        assert await following(database, by=51) == 2, "what nobody marked comes first"
        await give(database, 2, 5, 5, by=51)
        assert await following(database, by=51) == 1
        await give(database, 1, 5, 5, by=51)
        assert await following(database, by=52) == 2
        await give(database, 2, 4, 4, by=52)
        assert await following(database) is None, "two reviewers each are enough"


async def test_names_are_hidden_where_the_file_says_so_and_shown_where_it_does_not(tmp_path: Path) -> None:
    for number, is_blind in enumerate((True, False)):
        async with open_database(tmp_path / str(number), contest(blind=is_blind)) as database:
            await crowd(database, 1)
            page = await database.write(
                lambda tx: scoring.read_card(tx, actor=reviewer(tx), now=NOW, registration_id=1)
            )
            assert (page.name is None) == is_blind
            assert any(one.kind is Kind.NAME for one in page.questions) != is_blind
            ranking = await database.write(
                lambda tx: scoring.read_ranking(tx, actor=reviewer(tx), now=NOW, stream_id=1, page=0)
            )
            assert (ranking.rows[0][2] is None) == is_blind


async def test_somebody_known_is_left_to_others(tmp_path: Path) -> None:
    async with open_database(tmp_path, contest()) as database:
        await crowd(database, 2)
        await give(database, 1, 5, 5)
        await database.write(lambda tx: scoring.say_conflict(tx, actor=reviewer(tx), now=NOW, registration_id=1))
        assert await following(database) == 2
        assert await database.read(lambda tx: scores.list_cards(tx, 1)) == ()


async def test_nobody_marks_their_own_registration(tmp_path: Path) -> None:
    async with open_database(tmp_path, contest()) as database:
        await crowd(database, 1)
        assert await following(database, by=1) is None
        with pytest.raises(NotAvailableError):
            await give(database, 1, 5, by=1)


async def test_the_best_get_the_places_as_far_as_quotas_allow_and_the_rest_wait_in_order(tmp_path: Path) -> None:
    async with open_database(tmp_path, contest()) as database:
        await crowd(database, 5, north=(1, 2))
        for number, mark in ((1, 4), (2, 5), (3, 1), (4, 2), (5, 3)):
            await give(database, number, mark, mark)
        choice = await database.write(lambda tx: scoring.choose(tx, actor=reviewer(tx), now=NOW, stream_id=1))
        rows = await query(database, "SELECT id FROM registrations WHERE status = 'confirmed' ORDER BY id")
        assert [row["id"] for row in rows] == [2, 5], "the second of the north must wait: its quota is full"
        assert [one.id for one in await database.read(lambda tx: registrations.list_waiting(tx, 1))] == [1, 4, 3]
        with pytest.raises(ScoresClosedError):
            await give(database, 3, 5)
        with pytest.raises(StaleError):
            await database.write(lambda tx: scoring.choose(tx, actor=reviewer(tx), now=NOW, stream_id=1))
        await database.write(
            lambda tx: choosing.undo(tx, actor=reviewer(tx), now=NOW + timedelta(seconds=9), choice_id=choice.id)
        )
        await give(database, 3, 5, 5)


async def test_a_place_freed_after_the_choice_goes_to_the_next_of_the_ranking_and_is_confirmed(tmp_path: Path) -> None:
    from bot.actions import registering

    async with open_database(tmp_path, contest()) as database:
        await crowd(database, 4)
        for number, mark in ((1, 5), (2, 4), (3, 1), (4, 2)):
            await give(database, number, mark, mark)
        await database.write(lambda tx: scoring.choose(tx, actor=reviewer(tx), now=NOW, stream_id=1))
        first = await database.read(lambda tx: registrations.get(tx, 1))
        await database.write(
            lambda tx: registering.cancel(tx, actor=meet(tx, 1), now=NOW, registration_id=1, revision=first.revision)
        )
        assert (await database.read(lambda tx: registrations.get(tx, 4))).status is Status.CONFIRMED


async def test_only_organizers_mark_and_choose(tmp_path: Path) -> None:
    async with open_database(tmp_path, contest()) as database:
        await crowd(database, 2)
        stranger = await database.write(lambda tx: meet(tx, 2))
        about: dict[str, Any] = {"actor": stranger, "now": NOW}
        for number in (1, 99):
            for action, more in (
                (scoring.read_card, {"registration_id": number}),
                (scoring.give_mark, {"registration_id": number, "criterion": "ideas", "mark": 5}),
                (scoring.say_conflict, {"registration_id": number}),
                (scoring.comment, {"registration_id": number, "text": "x"}),
                (scoring.read_ranking, {"stream_id": number, "page": 0}),
                (scoring.choose, {"stream_id": number}),
            ):
                with pytest.raises(NotAvailableError):
                    await database.write(lambda tx, a=action, m=more: a(tx, **about, **m))  # type: ignore[misc]


@pytest.mark.parametrize(("criterion", "mark"), [("ideas", 0), ("ideas", 6), ("looks", 3)])
async def test_marks_that_cannot_be_given_are_refused(tmp_path: Path, criterion: str, mark: int) -> None:
    async with open_database(tmp_path, contest()) as database:
        await crowd(database, 1)
        with pytest.raises(StaleError):
            await database.write(
                lambda tx: scoring.give_mark(
                    tx, actor=reviewer(tx), now=NOW, registration_id=1, criterion=criterion, mark=mark
                )
            )
