"""Places: never one too many, never one too few, and nobody overtakes."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from bot.actions import deciding, drafting, registering
from bot.domain.errors import (
    AlreadyRegisteredError,
    ConsentMissingError,
    NoSeatThereError,
    NotAvailableError,
    RegistrationClosedError,
    StaleError,
)
from bot.domain.registration import Registration, Status
from storage import accounts, drafts, registrations
from storage.database import Database, Transaction
from tests import databases
from tests.seed import NOW, fill_in, meet, open_database, programme, register, submit


def statuses(tx: Transaction) -> Counter[str]:
    return Counter(row["status"] for row in tx.connection.execute("SELECT status FROM registrations"))


async def test_sixty_people_at_once_get_exactly_the_ten_places_and_wait_in_order(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme(capacity=10)) as database:
        ready = [
            await database.write(lambda tx, n=n: (actor := meet(tx, n), fill_in(tx, actor)))  # type: ignore[misc]
            for n in range(1, 61)
        ]
        order = random.Random(7).sample(ready, len(ready))
        taken = await asyncio.gather(
            *(database.write(lambda tx, actor=actor, page=page: submit(tx, actor, page)) for actor, page in order)  # type: ignore[misc]
        )
        assert Counter(one.status for one in taken) == {Status.CONFIRMED: 10, Status.WAITLISTED: 50}
        assert sorted(one.seat_number for one in taken if one.seat_number) == list(range(1, 11))
        waiting = await database.read(lambda tx: registrations.list_waiting(tx, 1))
        assert [one.id for one in waiting] == [one.id for one in taken if one.status is Status.WAITLISTED]


async def test_without_the_protection_the_same_crowd_is_oversold(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme(capacity=10)) as database:
        await database.write(lambda tx: tx.connection.execute("CREATE TABLE claims (note TEXT)"))

        async def look_then_take() -> None:
            sold = await database.read(lambda tx: tx.connection.execute("SELECT count(*) FROM claims").fetchone()[0])
            if sold < 10:
                await database.write(lambda tx: tx.connection.execute("INSERT INTO claims DEFAULT VALUES"))

        await asyncio.gather(*(look_then_take() for _ in range(60)))
        sold = await database.read(lambda tx: tx.connection.execute("SELECT count(*) FROM claims").fetchone()[0])
        assert sold > 10


async def test_the_schema_itself_refuses_one_seat_too_many(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme(capacity=1)) as database:
        first = await database.write(lambda tx: register(tx, 1))
        second = await database.write(lambda tx: register(tx, 2))
        assert (first.status, second.status) == (Status.CONFIRMED, Status.WAITLISTED)
        raw = database.engine.connect()
        for seat in (1, 2):
            with pytest.raises(databases.REFUSALS):
                raw.execute(
                    "UPDATE registrations SET status = 'confirmed', seat_number = ? WHERE id = ?", (seat, second.id)
                )
        with pytest.raises(databases.REFUSALS):
            raw.execute("UPDATE registrations SET status = 'confirmed' WHERE id = ?", (second.id,))
        raw.close()


async def test_a_cancelled_seat_goes_to_the_first_on_the_waitlist(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme(capacity=1)) as database:
        first, second, third = [await database.write(lambda tx, n=n: register(tx, n)) for n in (1, 2, 3)]  # type: ignore[misc]
        await database.write(lambda tx: cancel(tx, first))
        after = await database.read(lambda tx: [registrations.get(tx, one.id) for one in (first, second, third)])
        assert [one.status for one in after] == [Status.CANCELLED, Status.CONFIRMED, Status.WAITLISTED]
        told = await database.read(lambda tx: list(tx.connection.execute("SELECT template, account_id FROM outbox")))
        assert [tuple(row) for row in told] == [("waitlist-promoted", second.account_id)]


def cancel(tx: Transaction, registration: Registration) -> None:
    now = registrations.get(tx, registration.id)
    actor = meet(tx, accounts.get_row(tx, registration.account_id)["telegram_id"])
    registering.cancel(tx, actor=actor, now=NOW, registration_id=now.id, revision=now.revision)


async def test_a_full_quota_makes_only_its_own_region_wait(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme(capacity=5, quotas={"north": 1})) as database:
        answers = await database.write(unit_payloads)
        taken = [
            await database.write(lambda tx, n=n, unit=unit: register(tx, n, answers=[answers[unit]]))  # type: ignore[misc]
            for n, unit in ((1, "north"), (2, "north"), (3, "south"))
        ]
        assert [one.status for one in taken] == [Status.CONFIRMED, Status.WAITLISTED, Status.CONFIRMED]
        await database.write(lambda tx: cancel(tx, taken[2]))
        assert (await database.read(lambda tx: registrations.get(tx, taken[1].id))).status is Status.WAITLISTED
        await database.write(lambda tx: cancel(tx, taken[0]))
        assert (await database.read(lambda tx: registrations.get(tx, taken[1].id))).status is Status.CONFIRMED


def unit_payloads(tx: Transaction) -> dict[str, str]:
    """Return what the buttons of the two regions carry."""
    from bot.actions import drafting
    from bot.domain.form import TextGiven, choices

    actor = meet(tx, 999)
    page = drafting.begin(tx, actor=actor, now=NOW, event_id=1)
    page = drafting.answer(
        tx, actor=actor, now=NOW, draft_id=page.draft.id, revision=None, given=TextGiven("Somebody Else")
    )
    assert page.question is not None
    rows = choices(page.question, None, None, page.context)
    return {str(choice.label.en): choice.payload for row in rows for choice in row if hasattr(choice.label, "en")}


async def test_more_capacity_seats_those_who_wait(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme(capacity=1)) as database:
        for n in range(1, 5):
            await database.write(lambda tx, n=n: register(tx, n))  # type: ignore[misc]
        from bot.actions import loading

        await database.write(lambda tx: loading.load(tx, content=programme(capacity=3), now=NOW))
        assert await database.read(statuses) == {"confirmed": 3, "waitlisted": 1}


async def test_nobody_registers_twice_for_one_event(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme()) as database:
        await database.write(lambda tx: register(tx, 1))
        with pytest.raises(AlreadyRegisteredError):
            await database.write(lambda tx: register(tx, 1))


async def test_a_second_press_on_submit_changes_nothing(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme()) as database:
        actor, page = await database.write(lambda tx: (actor := meet(tx, 1), fill_in(tx, actor)))
        await database.write(lambda tx: submit(tx, actor, page))
        with pytest.raises(StaleError):
            await database.write(lambda tx: submit(tx, actor, page))


async def test_a_minor_is_never_confirmed_without_consent(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme(audience="minors", mode="review")) as database:
        child = await database.write(lambda tx: register(tx, 1))
        assert child.status is Status.AWAITING_GUARDIAN
        owner = await database.write(lambda tx: meet(tx, 50, is_owner=True))
        with pytest.raises(ConsentMissingError):
            await database.write(
                lambda tx: deciding.confirm(tx, actor=owner, now=NOW, registration_id=child.id, revision=child.revision)
            )
        raw = database.engine.connect()
        with pytest.raises(databases.REFUSALS):
            raw.execute("UPDATE registrations SET status = 'confirmed' WHERE id = ?", (child.id,))
        raw.close()


async def test_somebody_elses_registration_is_as_if_it_were_not_there(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme()) as database:
        mine = await database.write(lambda tx: register(tx, 1))
        stranger = await database.write(lambda tx: meet(tx, 2))
        for number in (mine.id, 12345):
            with pytest.raises(NotAvailableError):
                await database.read(
                    lambda tx, number=number: registering.read_card(  # type: ignore[misc]
                        tx, actor=stranger, now=NOW, registration_id=number
                    )
                )


async def test_random_lives_of_a_small_camp_keep_every_promise(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme(capacity=4)) as database:
        dice = random.Random(11)
        for _ in range(300):
            await one_deed(database, dice)
            await database.read(promises_hold)


async def one_deed(database: Database, dice: random.Random) -> None:
    telegram_id = dice.randint(1, 12)
    active = await database.read(lambda tx: active_of(tx, telegram_id))
    if active is None:
        await database.write(lambda tx: register(tx, telegram_id))
    elif dice.random() < 0.5:
        await database.write(lambda tx: cancel_as(tx, telegram_id, active))


def active_of(tx: Transaction, telegram_id: int) -> int | None:
    row = tx.connection.execute(
        "SELECT r.id FROM registrations r JOIN accounts a ON a.id = r.account_id WHERE a.telegram_id = ? "
        "AND r.status NOT IN ('declined', 'refused', 'cancelled')",
        (telegram_id,),
    ).fetchone()
    return row[0] if row else None


def cancel_as(tx: Transaction, telegram_id: int, registration_id: int) -> None:
    one = registrations.get(tx, registration_id)
    registering.cancel(tx, actor=meet(tx, telegram_id), now=NOW, registration_id=one.id, revision=one.revision)


def promises_hold(tx: Transaction) -> None:
    count = statuses(tx)
    free = tx.connection.execute("SELECT count(*) FROM seats WHERE is_free = 1").fetchone()[0]
    assert count["confirmed"] + free == 4
    assert free == 0 or count["waitlisted"] == 0


def returned(tx: Transaction, registration_id: int) -> None:
    """Ask for a correction."""
    one = registrations.get(tx, registration_id)
    owner = meet(tx, 50, is_owner=True)
    claim = {"registration_id": one.id, "revision": one.revision}
    deciding.return_for_correction(tx, actor=owner, now=NOW, **claim, reason="the region")


def correct_region(tx: Transaction, telegram_id: int, draft_id: int, payload: str) -> Registration:
    """Choose another region in a returned registration and send it again."""
    from bot.domain.form import PressGiven

    actor = meet(tx, telegram_id)
    page = drafting.resume(tx, actor=actor, now=NOW, draft_id=draft_id)
    where = {"draft_id": draft_id, "revision": page.draft.revision}
    drafting.edit(tx, actor=actor, now=NOW, **where, question="region")
    actor, given = meet(tx, telegram_id), PressGiven(payload)
    page = drafting.answer(tx, actor=actor, now=NOW, draft_id=draft_id, revision=None, given=given)
    return submit(tx, actor, page)


async def test_a_correction_in_a_full_camp_keeps_the_seat_though_others_wait(tmp_path: Path) -> None:
    content = programme(capacity=1, mode="review", quotas={"south": 1})
    async with open_database(tmp_path, content) as database:
        units = await database.write(unit_payloads)
        first = await database.write(lambda tx: register(tx, 1, answers=[units["north"]]))
        await database.write(lambda tx: register(tx, 2, answers=[units["north"]]))
        await database.write(lambda tx: returned(tx, first.id))
        corrected = await database.write(lambda tx: correct_region(tx, 1, first.draft_id, units["south"]))
        assert corrected.status is Status.PENDING
        assert await database.read(statuses) == {"pending": 1, "waitlisted": 1}


async def test_a_correction_that_finds_no_place_is_refused_and_the_seat_stays(tmp_path: Path) -> None:
    content = programme(capacity=3, mode="review", quotas={"south": 1})
    async with open_database(tmp_path, content) as database:
        units = await database.write(unit_payloads)
        await database.write(lambda tx: register(tx, 1, answers=[units["south"]]))
        second = await database.write(lambda tx: register(tx, 2, answers=[units["north"]]))
        await database.write(lambda tx: returned(tx, second.id))
        with pytest.raises(NoSeatThereError):
            await database.write(lambda tx: correct_region(tx, 2, second.draft_id, units["south"]))
        kept = await database.read(lambda tx: registrations.get(tx, second.id))
        assert (kept.status, kept.seat_number) == (Status.RETURNED, second.seat_number)


async def test_what_is_sent_after_the_last_day_claims_no_place_but_a_correction_is_taken(tmp_path: Path) -> None:
    late = NOW.replace(year=NOW.year + 1)
    async with open_database(tmp_path, programme(mode="review")) as database:
        first = await database.write(lambda tx: register(tx, 1))
        await database.write(lambda tx: returned(tx, first.id))
        page = await database.write(lambda tx: fill_in(tx, meet(tx, 2)))
        with pytest.raises(RegistrationClosedError):
            await database.write(lambda tx: send_at(tx, 2, page.draft.id, late))
        assert (await database.write(lambda tx: send_at(tx, 1, first.draft_id, late))).status is Status.PENDING


def send_at(tx: Transaction, telegram_id: int, draft_id: int, now: datetime) -> Registration:
    """Send a draft at some time."""
    draft = drafts.get(tx, draft_id)
    actor, key = meet(tx, telegram_id), f"late-{draft_id}"
    return registering.submit(
        tx, actor=actor, now=now, draft_id=draft.id, revision=draft.revision, token_hash=key
    ).registration
