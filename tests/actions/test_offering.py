"""Offers of a freed seat: held until a deadline, for the family alone, and never in anybody else's way."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import consenting, deciding, loading, offering, registering
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.registration import Registration, Status
from bot.programmes.schema import RegistrationDays
from storage import registrations
from storage.database import Database, Transaction
from tests.actions.camp import bring_guardian, query
from tests.seed import NOW, meet, open_database, programme, register

HELD_FOR = timedelta(hours=48)


def camp(*, hours: int | None = 48, **more: Any) -> dict[str, Any]:
    """Return a camp with one place that is offered when it is freed."""
    content = programme(capacity=1, **more)
    content["events"][0]["registration"]["offers"] = None if hours is None else {"hours": hours}
    return content


async def crowd(database: Database, number: int = 3) -> list[Registration]:
    """Let so many register: the first has the place, the others wait."""
    return [await database.write(lambda tx, n=n: register(tx, n)) for n in range(1, number + 1)]  # type: ignore[misc]


async def free_the_place(database: Database, holder: Registration) -> None:
    """Let the holder give the place up."""
    await database.write(
        lambda tx: registering.cancel(
            tx, actor=meet(tx, 1), now=NOW, registration_id=holder.id, revision=holder.revision
        )
    )


async def fresh(database: Database, one: Registration) -> Registration:
    """Return how a registration stands now."""
    return await database.read(lambda tx: registrations.get(tx, one.id))


def answer(tx: Transaction, telegram_id: int, one: Registration, now: datetime, *, takes: bool = True) -> Registration:
    """Let somebody answer an offer."""
    act = offering.accept if takes else offering.decline
    newest = registrations.get(tx, one.id)
    actor = meet(tx, telegram_id)
    return act(tx, actor=actor, now=now, registration_id=one.id, revision=newest.revision)


async def told(database: Database) -> list[tuple[int, str]]:
    """Return (account, template) of everything owed."""
    return [tuple(row) for row in await query(database, "SELECT account_id, template FROM outbox ORDER BY id")]


async def test_a_freed_place_is_held_for_whoever_waits_first_until_the_deadline(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp()) as database:
        holder, first, second = await crowd(database)
        await free_the_place(database, holder)
        offered = await fresh(database, first)
        assert (offered.status, offered.offered_until) == (Status.OFFERED, NOW + HELD_FOR)
        assert await told(database) == [(first.account_id, "offer")]
        assert (await database.write(lambda tx: register(tx, 4))).status is Status.WAITLISTED
        assert await database.write(lambda tx: offering.tick(tx, now=NOW + HELD_FOR - timedelta(seconds=1))) == 0
        assert await database.write(lambda tx: offering.tick(tx, now=NOW + HELD_FOR)) == 1
        assert (await fresh(database, second)).status is Status.OFFERED
        assert [one.id for one in await database.read(lambda tx: registrations.list_waiting(tx, 1))] == [4]
        assert (await fresh(database, first)).rests
        assert (await told(database))[1:] == [(second.account_id, "offer"), (first.account_id, "offer-expired")]


async def test_without_offers_the_place_is_given_at_once(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp(hours=None)) as database:
        holder, first, _ = await crowd(database)
        await free_the_place(database, holder)
        assert (await fresh(database, first)).status is Status.CONFIRMED
        assert await told(database) == [(first.account_id, "waitlist-promoted")]


async def test_the_place_is_taken_only_before_the_deadline_even_if_nothing_ticked(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp()) as database:
        holder, first, second = await crowd(database)
        await free_the_place(database, holder)
        late = await database.write(lambda tx: answer(tx, 2, first, NOW + HELD_FOR))
        assert late.status is Status.WAITLISTED
        in_time = NOW + 2 * HELD_FOR - timedelta(seconds=1)
        taken = await database.write(lambda tx: answer(tx, 3, second, in_time))
        assert (taken.status, taken.offered_until) == (Status.CONFIRMED, None)
        with pytest.raises(StaleError):
            await database.write(lambda tx: answer(tx, 3, second, in_time))
        assert await database.write(lambda tx: offering.tick(tx, now=NOW + 9 * HELD_FOR)) == 0


async def test_a_place_that_is_passed_on_goes_to_the_next_and_ends_the_registration(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp()) as database:
        holder, first, second = await crowd(database)
        await free_the_place(database, holder)
        passed = await database.write(lambda tx: answer(tx, 2, first, NOW, takes=False))
        assert (passed.status, passed.seat_number) == (Status.CANCELLED, None)
        assert (await fresh(database, second)).status is Status.OFFERED


async def test_only_the_family_may_answer_an_offer(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp()) as database:
        holder, first, second = await crowd(database)
        await free_the_place(database, holder)
        for stranger in (3, 77):
            for takes in (True, False):
                with pytest.raises(NotAvailableError):
                    await database.write(
                        lambda tx, s=stranger, t=takes: answer(tx, s, first, NOW, takes=t)  # type: ignore[misc]
                    )
        with pytest.raises(StaleError):
            await database.write(lambda tx: answer(tx, 3, second, NOW))
        assert (await fresh(database, first)).status is Status.OFFERED


async def test_a_guardian_agrees_while_the_offer_is_open_and_takes_the_place_for_the_child(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp(audience="minors")) as database:
        holder, first, _ = await crowd(database)
        guardian = await database.write(lambda tx: bring_guardian(tx, first, 50, agrees=False))
        await free_the_place(database, holder)
        assert sorted(await told(database)) == sorted([(first.account_id, "offer"), (guardian, "offer")])
        offered = await fresh(database, first)
        await database.write(
            lambda tx: consenting.give(
                tx, actor=meet(tx, 50), now=NOW, registration_id=first.id, revision=offered.revision
            )
        )
        assert (await fresh(database, first)).status is Status.OFFERED, "a consent is not the answer to the offer"
        taken = await database.write(lambda tx: answer(tx, 50, first, NOW))
        assert taken.status is Status.CONFIRMED
        assert (first.account_id, "offer-taken") in await told(database)


async def test_a_child_who_takes_the_place_still_needs_the_consent(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp(audience="minors")) as database:
        holder, first, _ = await crowd(database)
        await free_the_place(database, holder)
        taken = await database.write(lambda tx: answer(tx, 2, first, NOW))
        assert taken.status is Status.AWAITING_GUARDIAN


async def test_declining_an_offered_registration_and_taking_that_back_keeps_the_order(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp(mode="review")) as database:
        holder, first, second = await crowd(database)
        await free_the_place(database, holder)
        owner = await database.write(lambda tx: meet(tx, 60, is_owner=True))
        offered = await fresh(database, first)
        about: dict[str, Any] = {"actor": owner, "now": NOW, "registration_id": first.id}
        declined = await database.write(
            lambda tx: deciding.decline(tx, **about, revision=offered.revision, reason="age")
        )
        assert (await fresh(database, second)).status is Status.OFFERED
        undone = await database.write(lambda tx: deciding.undo(tx, **about, revision=declined.revision))
        assert undone.status is Status.WAITLISTED
        await database.write(lambda tx: answer(tx, 3, second, NOW, takes=False))
        assert (await fresh(database, first)).status is Status.OFFERED


async def test_whoever_let_an_offer_pass_is_asked_once_and_offered_a_place_again_only_when_they_want_it(
    tmp_path: Path,
) -> None:
    async with open_database(tmp_path, camp()) as database:
        holder, only = await crowd(database, 2)
        await free_the_place(database, holder)
        await database.write(lambda tx: offering.tick(tx, now=NOW + HELD_FOR))
        resting = await fresh(database, only)
        assert (resting.status, resting.rests) == (Status.WAITLISTED, True)
        assert await told(database) == [(only.account_id, "offer"), (only.account_id, "offer-expired")]
        assert (await database.write(lambda tx: register(tx, 7))).status is Status.CONFIRMED, "the seat is for anybody"
        about: dict[str, Any] = {"now": NOW + HELD_FOR, "registration_id": only.id}
        for stranger, refusal in ((9, NotAvailableError), (2, StaleError)):
            with pytest.raises(refusal):
                await database.write(
                    lambda tx, s=stranger: offering.ask_again(tx, actor=meet(tx, s), revision=0, **about)  # type: ignore[misc]
                )
        wanted = await database.write(
            lambda tx: offering.ask_again(tx, actor=meet(tx, 2), revision=resting.revision, **about)
        )
        assert (wanted.status, wanted.rests) == (Status.WAITLISTED, False)
        with pytest.raises(StaleError):
            await database.write(
                lambda tx: offering.ask_again(tx, actor=meet(tx, 2), revision=wanted.revision, **about)
            )


async def test_a_free_place_is_offered_at_once_to_whoever_wants_one_again(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp()) as database:
        holder, only = await crowd(database, 2)
        await free_the_place(database, holder)
        await database.write(lambda tx: offering.tick(tx, now=NOW + HELD_FOR))
        resting = await fresh(database, only)
        wanted = await database.write(
            lambda tx: offering.ask_again(
                tx, actor=meet(tx, 2), now=NOW + HELD_FOR, registration_id=only.id, revision=resting.revision
            )
        )
        assert (wanted.status, wanted.offered_until) == (Status.OFFERED, NOW + 2 * HELD_FOR)


async def test_more_places_are_offered_in_order(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp()) as database:
        _, first, second = await crowd(database)
        more = camp()
        more["events"][0]["streams"][0]["capacity"] = 2
        await database.write(lambda tx: loading.load(tx, content=more, now=NOW))
        assert (await fresh(database, first)).status is Status.OFFERED
        assert (await fresh(database, second)).status is Status.WAITLISTED


def test_a_programme_file_may_say_how_long_a_place_is_held() -> None:
    days = '"opens_on": "2027-01-01", "closes_on": "2027-06-01", "mode": "review"'
    assert RegistrationDays.model_validate_json(f"{{{days}}}").offers is None
    offers = RegistrationDays.model_validate_json(f'{{{days}, "offers": {{"hours": 48}}}}').offers
    assert offers is not None
    assert offers.hours == 48
