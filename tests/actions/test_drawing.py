"""A lottery of an event: opened once, drawn once, by its organizers only, and never from a list that was changed."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.actions import drafting, drawing
from bot.domain.access import Actor
from bot.domain.errors import (
    LotteryChangedError,
    LotteryEarlyError,
    LotteryEmptyError,
    LotteryNumberError,
    LotteryPlacesError,
    LotteryRulesError,
    NotAvailableError,
    StaleError,
)
from bot.domain.form import TextGiven, choices
from bot.domain.lottery import (
    Lottery,
    Rule,
    Trait,
)
from bot.domain.registration import Status
from storage import audit, registrations
from storage.database import Database, Transaction
from storage.lotteries import KeptLottery
from tests import databases
from tests.actions.camp import bring_guardian, query
from tests.seed import NOW, meet, open_database, programme, register, said

VERIFY = Path(__file__).parents[2] / "docs" / "lottery" / "verify.py"
CLOSED = datetime(2027, 6, 5, 9, 0, tzinfo=UTC)
SEED = bytes(range(32))
SOURCE = "US dollar in tenge on 7 June"
GIRLS = Rule(trait=Trait.GENDER, value="girl", minimum=1, maximum=2)
SOUTH = Rule(trait=Trait.REGION, value="south", minimum=2)


def contest(*, capacity: int = 4, audience: str = "adults", mode: str = "lottery") -> dict[str, Any]:
    """Return a programme whose form asks for region and gender."""
    content = programme(capacity=capacity, audience=audience, mode=mode, quotas={"north": 100})
    options = [{"code": code, "title": said(code)} for code in ("girl", "boy")]
    gender = {"code": "gender", "kind": "one_of", "title": said("Rooms?"), "options": options}
    content["events"][0]["form"]["sections"][0]["questions"].append(gender)
    return content


@asynccontextmanager
async def camp(folder: Path, people: int = 8, **about: Any) -> AsyncIterator[Database]:
    """Open a camp with so many people registered, every third from the south, every second a girl."""
    async with open_database(folder, contest(**about)) as database:
        units = await database.write(unit_payloads)
        for number in range(1, people + 1):
            answers = [units["south" if number % 3 == 0 else "north"], "girl" if number % 2 else "boy"]
            await database.write(lambda tx, n=number, said=answers: register(tx, n, answers=said))  # type: ignore[misc]
        yield database


def unit_payloads(tx: Transaction) -> dict[str, str]:
    """Return what the buttons of the two regions carry."""
    actor = meet(tx, 999)
    page = drafting.begin(tx, actor=actor, now=NOW, event_id=1)
    named = TextGiven("Somebody Else")
    page = drafting.answer(tx, actor=actor, now=NOW, draft_id=page.draft.id, revision=None, given=named)
    assert page.question is not None
    rows = choices(page.question, None, None, page.context)
    return {str(choice.label.en): choice.payload for row in rows for choice in row if hasattr(choice.label, "en")}


def owner(tx: Transaction) -> Actor:
    return meet(tx, 50, is_owner=True)


async def open_one(database: Database, *, actor: Actor | None = None, **changed: Any) -> KeptLottery:
    """Open a lottery for two places, or for whatever is said."""
    about: dict[str, Any] = {
        "event_id": 1,
        "stream_id": 1,
        "places": 2,
        "rules": [],
        "public_source": None,
        "seed": SEED,
        "now": CLOSED,
    } | changed
    return await database.write(lambda tx: drawing.open_lottery(tx, actor=actor or owner(tx), **about))


async def draw_one(database: Database, lottery_id: int = 1, number: str | None = None) -> KeptLottery:
    return await database.write(
        lambda tx: drawing.close_and_draw(tx, actor=owner(tx), now=CLOSED, lottery_id=lottery_id, public_number=number)
    )


async def alter(database: Database, sql: str) -> None:
    """Change rows behind the program's back."""

    def work(tx: Transaction) -> None:
        assert tx.connection.execute(sql).rowcount == 1

    await database.write(work)


async def publish_one(database: Database, lottery_id: int = 1) -> dict[str, Any]:
    found = await database.write(lambda tx: drawing.publish(tx, actor=owner(tx), now=CLOSED, lottery_id=lottery_id))
    return json.loads(found)


def verify(document: Mapping[str, Any], noted: str, folder: Path) -> bool:
    """Run the script for everyone."""
    path = folder / "published.json"
    path.write_text(json.dumps(document), "utf-8")
    return subprocess.run([sys.executable, str(VERIFY), path, noted], check=False, capture_output=True).returncode == 0


async def test_a_lottery_from_the_opening_to_the_check_by_an_outsider(tmp_path: Path) -> None:
    async with camp(tmp_path) as database:
        kept = await open_one(database, places=4, rules=[SOUTH, GIRLS], public_source=SOURCE)
        announced = await publish_one(database)
        assert announced["result"] is None
        assert SEED.hex() not in json.dumps(announced)
        assert verify(announced, kept.fingerprint, tmp_path)
        await draw_one(database, number="512,30")
        document = await publish_one(database)
        assert document["frozen"] == announced["frozen"]
        assert verify(document, kept.fingerprint, tmp_path)
        people = {entry["code"]: entry for entry in document["frozen"]["entries"]}
        won = [people[code] for code in document["result"]["winners"]]
        assert len(won) == 4
        assert [one["region"] for one in won].count("south") >= 2
        assert 1 <= [one["gender"] for one in won].count("girl") <= 2


async def test_those_on_the_waitlist_take_part_as_well_as_those_with_a_seat(tmp_path: Path) -> None:
    async with camp(tmp_path, people=8, capacity=3) as database:
        counted = await query(database, "SELECT status, count(*) FROM registrations GROUP BY status ORDER BY status")
        assert [tuple(row) for row in counted] == [("pending", 3), ("waitlisted", 5)]
        kept = await open_one(database)
        assert [entry.code for entry in kept.lottery.entries] == [str(number) for number in range(1, 9)]


async def test_a_child_without_consent_takes_no_part_and_keeps_the_seat(tmp_path: Path) -> None:
    async with camp(tmp_path, people=5, capacity=4, audience="minors") as database:

        def agree(tx: Transaction) -> None:
            for number in (1, 2, 5):
                bring_guardian(tx, registrations.get(tx, number), 100 + number, agrees=True)

        await database.write(agree)
        with pytest.raises(LotteryPlacesError):
            await open_one(database, places=3)
        kept = await open_one(database, places=2)
        assert [entry.code for entry in kept.lottery.entries] == ["1", "2", "5"]


async def test_nothing_about_a_person_is_published_but_what_rules_need(tmp_path: Path) -> None:
    async with camp(tmp_path, people=2) as database:
        await open_one(database, rules=[SOUTH])
        document = await publish_one(database)
        assert document["frozen"]["entries"] == [{"code": "1", "region": "north"}, {"code": "2", "region": "north"}]
        assert "Person" not in json.dumps(document)


async def test_the_draw_changes_no_registration(tmp_path: Path) -> None:
    async with camp(tmp_path) as database:
        before = [tuple(row) for row in await query(database, "SELECT * FROM registrations")]
        await open_one(database)
        await draw_one(database)
        assert [tuple(row) for row in await query(database, "SELECT * FROM registrations")] == before


async def test_what_is_kept_is_drawn_once(tmp_path: Path) -> None:
    async with camp(tmp_path) as database:
        await open_one(database)
        drawn = await draw_one(database)
        assert drawn.drawn_at == CLOSED
        with pytest.raises(StaleError):
            await draw_one(database)


async def test_a_second_lottery_waits_for_the_first_and_says_that_it_is_the_second(tmp_path: Path) -> None:
    async with camp(tmp_path) as database:
        await open_one(database)
        with pytest.raises(StaleError):
            await open_one(database)
        await draw_one(database)
        assert (await open_one(database)).lottery.number == 2
        raw = database.engine.connect()
        with pytest.raises(databases.REFUSALS):
            raw.execute("UPDATE lotteries SET drawn_at = NULL, drawn_by = NULL, result = NULL")
        with pytest.raises(databases.REFUSALS):
            raw.execute("UPDATE lotteries SET result = NULL WHERE id = 1")
        raw.close()


async def test_an_entry_that_was_added_late_stops_the_draw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with camp(tmp_path) as database:
        kept = await open_one(database)
        add = 'UPDATE lotteries SET frozen = replace(frozen, \'{"code":"8"}\', \'{"code":"8"},{"code":"99"}\')'
        await alter(database, add)
        with pytest.raises(LotteryChangedError):
            await draw_one(database)
        with pytest.raises(LotteryChangedError):
            await publish_one(database)
        monkeypatch.setattr(Lottery, "fingerprint", kept.fingerprint)
        await draw_one(database)
        document = await publish_one(database)
        drawn = document["result"]["winners"] + document["result"]["waitlist"]
        assert "99" in drawn
        assert not verify(document, kept.fingerprint, tmp_path)


async def test_another_seed_put_in_its_place_stops_the_draw(tmp_path: Path) -> None:
    async with camp(tmp_path) as database:
        await open_one(database)
        await alter(database, "UPDATE lotteries SET seed = replace(seed, '01', 'ff')")
        with pytest.raises(LotteryChangedError):
            await draw_one(database)


async def test_only_the_programmes_organizers_touch_a_lottery(tmp_path: Path) -> None:
    async with camp(tmp_path) as database:
        stranger = await database.write(lambda tx: meet(tx, 1))
        with pytest.raises(NotAvailableError):
            await open_one(database, actor=stranger)
        await open_one(database)
        for number in (1, 77):
            with pytest.raises(NotAvailableError):
                await database.write(
                    lambda tx, n=number: drawing.close_and_draw(  # type: ignore[misc]
                        tx, actor=stranger, now=CLOSED, lottery_id=n, public_number=None
                    )
                )
            with pytest.raises(NotAvailableError):
                await database.write(
                    lambda tx, n=number: drawing.publish(tx, actor=stranger, now=CLOSED, lottery_id=n)  # type: ignore[misc]
                )


async def test_a_lottery_is_opened_only_when_nobody_can_register_any_more(tmp_path: Path) -> None:
    async with camp(tmp_path) as database:
        with pytest.raises(LotteryEarlyError):
            await open_one(database, now=NOW)


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"places": 5}, LotteryPlacesError),
        ({"places": 0}, LotteryRulesError),
        ({"rules": [SOUTH, SOUTH]}, LotteryRulesError),
        ({"stream_id": 2}, NotAvailableError),
        ({"event_id": 2}, NotAvailableError),
    ],
)
async def test_a_lottery_that_cannot_be_meant_is_refused(
    changed: dict[str, Any], refusal: type[Exception], tmp_path: Path
) -> None:
    async with camp(tmp_path) as database:
        with pytest.raises(refusal):
            await open_one(database, **changed)
        assert await query(database, "SELECT id FROM lotteries") == []


async def test_a_lottery_without_anybody_is_refused(tmp_path: Path) -> None:
    async with camp(tmp_path, people=0) as database:
        with pytest.raises(LotteryEmptyError):
            await open_one(database)


async def test_an_event_where_the_first_who_come_are_confirmed_has_no_lottery(tmp_path: Path) -> None:
    async with camp(tmp_path, mode="first_come") as database:
        with pytest.raises(NotAvailableError):
            await open_one(database)


async def test_an_announced_number_must_be_given_before_the_draw(tmp_path: Path) -> None:
    async with camp(tmp_path) as database:
        await open_one(database, public_source=SOURCE)
        for number in (None, "the dollar"):
            with pytest.raises(LotteryNumberError):
                await draw_one(database, number=number)
        assert (await draw_one(database, number="512.3")).result is not None


async def test_every_step_is_in_the_trail_and_the_seed_is_not(tmp_path: Path) -> None:
    async with camp(tmp_path) as database:
        kept = await open_one(database)
        await draw_one(database)
        await publish_one(database)
        rows = await database.read(lambda tx: audit.list_(tx, "lottery", kept.id))
        assert [row["action"] for row in rows] == ["lottery.open", "lottery.draw", "lottery.publish"]
        assert all(json.loads(row["data"])["sha256"] == kept.fingerprint for row in rows)
        assert not any(SEED.hex() in row["data"] for row in rows)


async def test_somebody_who_cancels_after_the_opening_stays_on_the_frozen_list(tmp_path: Path) -> None:
    async with camp(tmp_path) as database:
        kept = await open_one(database)
        gone = "UPDATE registrations SET status = 'cancelled', seat_number = NULL WHERE id = 1"
        await alter(database, gone)
        drawn = await draw_one(database)
        assert drawn.fingerprint == kept.fingerprint
        assert drawn.result is not None
        assert "1" in drawn.result["winners"] + drawn.result["waitlist"]
        assert (await database.read(lambda tx: registrations.get(tx, 1))).status is Status.CANCELLED
