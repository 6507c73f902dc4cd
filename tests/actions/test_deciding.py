"""Decisions of organizers: who may make them, whom they tell and when, and how a slip is taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import consenting, deciding, drafting, inviting, organizing, registering, reviewing, staffing, vouching
from bot.domain.access import Actor, Role, Scope
from bot.domain.consent import State
from bot.domain.errors import (
    BeingCorrectedError,
    ConsentMissingError,
    LinkUnusableError,
    NotAvailableError,
    SecondNeededError,
    StaleError,
    UndoExpiredError,
)
from bot.domain.form import TextGiven
from bot.domain.registration import Registration, Status
from bot.domain.vouch import Rules
from storage import accounts, drafts, registrations
from storage.database import Database, Transaction
from storage.values import micros
from tests.seed import NOW, meet, open_database, programme, register

OWNER, GUARDIAN, STRANGER = 50, 60, 70
SOON = NOW + timedelta(seconds=5)


def reviewed(**more: Any) -> dict[str, Any]:
    """Return a programme whose registrations wait for an organizer."""
    return programme(mode="review", **more)


def owner(tx: Transaction) -> Actor:
    return meet(tx, OWNER, is_owner=True)


def now_of(tx: Transaction, one: Registration) -> Registration:
    return registrations.get(tx, one.id)


def decide(action: Callable[..., Any], one: Registration, **more: Any) -> Callable[[Transaction], Any]:
    """Return the work of an owner who decides about a registration as it is now."""

    def work(tx: Transaction) -> Any:
        claim = now_of(tx, one)
        given = {"now": NOW, "registration_id": claim.id, "revision": claim.revision} | more
        return action(tx, actor=owner(tx), **given)

    return work


def notices(tx: Transaction) -> list[tuple[str, str, float]]:
    """Return (template, state, seconds after NOW) of everything owed."""
    rows = tx.connection.execute("SELECT template, state, not_before FROM outbox ORDER BY id")
    return [(row["template"], row["state"], (row["not_before"] - micros(NOW)) / 1e6) for row in rows]


def trail(tx: Transaction, one: Registration) -> list[str]:
    rows = tx.connection.execute(
        "SELECT action FROM audit WHERE subject_id = ? AND subject = 'registration'", (one.id,)
    )
    return [row["action"] for row in rows]


async def seated(database: Database, *people: int) -> list[Registration]:
    return [await database.write(lambda tx, n=n: register(tx, n)) for n in people]  # type: ignore[misc]


async def test_a_decision_is_told_twenty_seconds_later_and_once(tmp_path: Path) -> None:
    async with open_database(tmp_path, reviewed()) as database:
        (one,) = await seated(database, 1)
        confirmed = await database.write(decide(deciding.confirm, one))
        assert confirmed.status is Status.CONFIRMED
        with pytest.raises(StaleError):
            await database.write(decide(deciding.confirm, one, revision=one.revision))
        with pytest.raises(StaleError):
            await database.write(decide(deciding.confirm, one))
        assert await database.read(notices) == [("registration-confirmed", "due", 20.0)]


@pytest.mark.parametrize(
    ("action", "more", "template"),
    [
        (deciding.confirm, {}, "registration-confirmed"),
        (deciding.return_for_correction, {"reason": "name"}, "registration-returned"),
        (deciding.decline, {"reason": "full"}, "registration-declined"),
    ],
)
async def test_a_decision_taken_back_in_time_was_never_told(
    tmp_path: Path, action: Callable[..., Any], more: dict[str, Any], template: str
) -> None:
    async with open_database(tmp_path, reviewed()) as database:
        (one,) = await seated(database, 1)
        await database.write(decide(action, one, **more))
        undone = await database.write(decide(deciding.undo, one, now=SOON))
        assert (undone.status, undone.seat_number) == (Status.PENDING, 1)
        assert await database.read(notices) == [(template, "stopped", 20.0)]
        draft = await database.read(lambda tx: drafts.get(tx, one.draft_id))
        assert draft.state == "submitted"
        assert (await database.read(lambda tx: trail(tx, one)))[-1] == "registration.undo"
        with pytest.raises(StaleError):
            await database.write(decide(deciding.undo, one, now=SOON))


async def test_after_thirty_seconds_a_decision_stands(tmp_path: Path) -> None:
    async with open_database(tmp_path, reviewed()) as database:
        (one,) = await seated(database, 1)
        await database.write(decide(deciding.confirm, one))
        with pytest.raises(UndoExpiredError):
            await database.write(decide(deciding.undo, one, now=NOW + timedelta(seconds=31)))
        undone = await database.write(decide(deciding.undo, one, now=NOW + timedelta(seconds=30)))
        assert undone.status is Status.PENDING


async def test_who_was_told_already_is_told_that_it_was_a_slip(tmp_path: Path) -> None:
    async with open_database(tmp_path, reviewed()) as database:
        (one,) = await seated(database, 1)
        await database.write(decide(deciding.confirm, one))
        await database.write(call_it_sent)
        await database.write(decide(deciding.undo, one, now=NOW + timedelta(seconds=25)))
        assert await database.read(notices) == [
            ("registration-confirmed", "sent", 20.0),
            ("decision-undone", "due", 25.0),
        ]


def call_it_sent(tx: Transaction) -> None:
    tx.connection.execute("UPDATE outbox SET state = 'sent'")


async def test_a_second_decision_silences_the_first_that_nobody_has_read(tmp_path: Path) -> None:
    async with open_database(tmp_path, reviewed()) as database:
        (one,) = await seated(database, 1)
        await database.write(decide(deciding.confirm, one))
        await database.write(decide(deciding.decline, one, now=SOON, reason="a slip"))
        assert await database.read(notices) == [
            ("registration-confirmed", "stopped", 20.0),
            ("registration-declined", "due", 25.0),
        ]


async def test_who_gives_the_place_up_is_not_told_afterwards_that_it_is_confirmed(tmp_path: Path) -> None:
    async with open_database(tmp_path, reviewed()) as database:
        (one,) = await seated(database, 1)
        confirmed = await database.write(decide(deciding.confirm, one))
        await database.write(
            lambda tx: registering.cancel(
                tx, actor=meet(tx, 1), now=SOON, registration_id=one.id, revision=confirmed.revision
            )
        )
        assert [state for _, state, _ in await database.read(notices)] == ["stopped"]
        with pytest.raises(StaleError):
            await database.write(decide(deciding.undo, one, now=SOON))


async def test_a_declined_seat_goes_to_the_first_on_the_waitlist_at_once(tmp_path: Path) -> None:
    async with open_database(tmp_path, reviewed(capacity=1)) as database:
        first, second, third = await seated(database, 1, 2, 3)
        await database.write(decide(deciding.decline, first, reason="full"))
        after = [await database.read(lambda tx, one=one: now_of(tx, one)) for one in (first, second, third)]  # type: ignore[misc]
        assert [one.status for one in after] == [Status.DECLINED, Status.PENDING, Status.WAITLISTED]
        assert ("waitlist-promoted", "due", 0.0) in await database.read(notices)


async def test_a_decline_taken_back_waits_first_in_line_when_the_seat_is_gone(tmp_path: Path) -> None:
    async with open_database(tmp_path, reviewed(capacity=1)) as database:
        first, second, third = await seated(database, 1, 2, 3)
        await database.write(decide(deciding.decline, first, reason="full"))
        undone = await database.write(decide(deciding.undo, first, now=SOON))
        assert undone.status is Status.WAITLISTED
        assert await database.read(lambda tx: registrations.waitlist_place(tx, first.id)) == 1
        assert await database.read(lambda tx: registrations.waitlist_place(tx, third.id)) == 2
        kept = await database.read(lambda tx: now_of(tx, second))
        assert kept.status is Status.PENDING


async def test_a_decline_taken_back_finds_its_free_seat_and_its_status_again(tmp_path: Path) -> None:
    async with open_database(tmp_path, reviewed()) as database:
        (one,) = await seated(database, 1)
        await database.write(decide(deciding.confirm, one))
        await database.write(decide(deciding.decline, one, reason="a slip", now=SOON))
        undone = await database.write(decide(deciding.undo, one, now=SOON))
        assert (undone.status, undone.seat_number) == (Status.CONFIRMED, 1)


async def test_a_decline_is_not_taken_back_over_a_new_beginning(tmp_path: Path) -> None:
    async with open_database(tmp_path, reviewed()) as database:
        (one,) = await seated(database, 1)
        await database.write(decide(deciding.decline, one, reason="full"))
        again = await database.write(lambda tx: register(tx, 1))
        with pytest.raises(StaleError):
            await database.write(decide(deciding.undo, one, now=SOON))
        assert (await database.read(lambda tx: now_of(tx, again))).status is Status.PENDING


async def test_an_ended_registration_keeps_no_form_open(tmp_path: Path) -> None:
    async with open_database(tmp_path, reviewed()) as database:
        (one,) = await seated(database, 1)
        await database.write(decide(deciding.return_for_correction, one, reason="name"))
        await database.write(decide(deciding.decline, one, now=SOON, reason="full"))
        assert (await database.read(lambda tx: drafts.get(tx, one.draft_id))).state == "submitted"
        await database.write(decide(deciding.undo, one, now=SOON))
        returned = await database.read(lambda tx: (now_of(tx, one).status, drafts.get(tx, one.draft_id).state))
        assert returned == (Status.RETURNED, "open")


async def test_a_returned_registration_is_corrected_sent_again_and_confirmed(tmp_path: Path) -> None:
    async with open_database(tmp_path, reviewed()) as database:
        (one,) = await seated(database, 1)
        await database.write(decide(deciding.return_for_correction, one, reason="name"))

        def resubmit(tx: Transaction) -> Registration:
            actor = meet(tx, 1)
            page = drafting.resume(tx, actor=actor, now=SOON, draft_id=one.draft_id)
            assert page.question is None
            return registering.submit(
                tx, actor=actor, now=SOON, draft_id=one.draft_id, revision=page.draft.revision, token_hash="h2"
            ).registration

        assert (await database.write(resubmit)).status is Status.PENDING
        assert (await database.write(decide(deciding.confirm, one, now=SOON))).status is Status.CONFIRMED


async def test_a_family_that_has_refused_is_not_confirmed(tmp_path: Path) -> None:
    async with open_database(tmp_path, reviewed(audience="minors")) as database:
        (child,) = await seated(database, 1)
        with pytest.raises(ConsentMissingError):
            await database.write(decide(deciding.confirm, child))
        await database.write(lambda tx: agree(tx, child))
        assert (await database.write(decide(deciding.confirm, child))).status is Status.CONFIRMED
        page = await database.read(
            lambda tx: reviewing.read_page(tx, actor=owner_again(tx), now=SOON, registration_id=child.id)
        )
        assert [one.state for one in page.standings] == [State.GIVEN] * 2
        assert page.can_undo
        assert len(page.guardians) == 1


def owner_again(tx: Transaction) -> Actor:
    """Return the owner without writing anything."""
    from bot.domain.language import Language

    found = accounts.find_actor(tx, OWNER, offered=Language.EN, now=NOW)
    assert found is not None
    return found


def agree(tx: Transaction, child: Registration) -> None:
    guardian = meet(tx, GUARDIAN)
    page = consenting.open_link(tx, actor=guardian, now=NOW, token_hash=f"hash-{child.draft_id}")
    consenting.give(tx, actor=guardian, now=NOW, registration_id=child.id, revision=page.registration.revision)


async def test_all_who_wait_and_lack_nothing_are_confirmed_at_once_and_taken_back_at_once(tmp_path: Path) -> None:
    async with open_database(tmp_path, reviewed(audience="minors")) as database:
        ready, second, missing = await seated(database, 1, 2, 3)
        for child in (ready, second):
            await database.write(lambda tx, child=child: agree(tx, child))  # type: ignore[misc]
        until = micros(NOW)
        work = lambda tx: deciding.confirm_all(tx, actor=owner(tx), now=SOON, event_id=1, until=until)  # noqa: E731
        batch = await database.write(work)
        assert (batch.number, batch.is_last) == (2, True)
        assert (await database.write(work)).number == 0
        for child in (ready, second):
            assert (await database.read(lambda tx, child=child: trail(tx, child)))[-1] == "registration.confirm"  # type: ignore[misc]
        assert (await database.read(lambda tx: now_of(tx, missing))).status is Status.AWAITING_GUARDIAN
        late = NOW + timedelta(seconds=34)
        back = await database.write(
            lambda tx: deciding.undo_all(tx, actor=owner(tx), now=late, event_id=1, confirmed_at=batch.at)
        )
        assert back.number == 2
        states = {state for template, state, _ in await database.read(notices) if template == "registration-confirmed"}
        assert states == {"stopped"}


async def test_who_came_after_the_question_was_asked_is_not_confirmed_with_the_others(tmp_path: Path) -> None:
    async with open_database(tmp_path, reviewed()) as database:
        await seated(database, 1)
        await database.write(
            lambda tx: deciding.confirm_all(
                tx, actor=owner(tx), now=NOW, event_id=1, until=micros(NOW - timedelta(seconds=1))
            )
        )
        assert (
            await database.read(
                lambda tx: registrations.count_confirmable(tx, Scope(event_id=1, unit_ids=None), until=NOW)
            )
            == 1
        )


async def test_a_long_list_is_confirmed_in_parts(tmp_path: Path) -> None:
    async with open_database(tmp_path, reviewed(capacity=200)) as database:
        for n in range(1, 121):
            await database.write(lambda tx, n=n: register(tx, n + 1000))  # type: ignore[misc]
        numbers: list[int] = []
        while not numbers or numbers[-1] == deciding.BATCH:
            batch = await database.write(
                lambda tx: deciding.confirm_all(tx, actor=owner(tx), now=SOON, event_id=1, until=micros(NOW))
            )
            numbers.append(batch.number)
        assert numbers == [50, 50, 20]


async def test_nobody_but_the_programmes_organizers_decides_or_sees(tmp_path: Path) -> None:
    async with open_database(tmp_path, reviewed()) as database:
        (one,) = await seated(database, 1)
        for person in (1, STRANGER):
            actor = await database.write(lambda tx, person=person: meet(tx, person))  # type: ignore[misc]
            for work in every_deed(actor, one):
                with pytest.raises(NotAvailableError):
                    await database.write(work)
        assert (await database.read(lambda tx: now_of(tx, one))).revision == one.revision


def every_deed(actor: Actor, one: Registration) -> list[Callable[[Transaction], Any]]:
    """Return everything an organizer can do, done by somebody."""
    claim: dict[str, Any] = {"actor": actor, "now": NOW, "registration_id": one.id, "revision": one.revision}
    event: dict[str, Any] = {"actor": actor, "now": NOW, "event_id": one.event_id}
    theirs: dict[str, Any] = {"actor": actor, "now": NOW, "programme_id": 1}
    return [
        lambda tx: deciding.confirm(tx, **claim),
        lambda tx: deciding.return_for_correction(tx, **claim, reason="x"),
        lambda tx: deciding.decline(tx, **claim, reason="x"),
        lambda tx: deciding.undo(tx, **claim),
        lambda tx: deciding.confirm_all(tx, **event, until=micros(NOW)),
        lambda tx: deciding.undo_all(tx, **event, confirmed_at=micros(NOW)),
        lambda tx: organizing.read_desk(tx, **event),
        lambda tx: organizing.read_list(tx, **event, status=Status.PENDING, page=0),
        lambda tx: organizing.read_calls(tx, **event),
        lambda tx: organizing.read_programme(tx, **theirs),
        lambda tx: organizing.list_programmes(tx, actor=actor, now=NOW),
        lambda tx: reviewing.read_page(tx, actor=actor, now=NOW, registration_id=one.id),
        lambda tx: inviting.make_staff_link(tx, **theirs, token_hash="x"),
        lambda tx: staffing.list_team(tx, **theirs),
        lambda tx: staffing.dismiss(tx, actor=actor, now=NOW, grant_id=1),
    ]


def make_link_alone(tx: Transaction) -> None:
    """Make a link for an organizer of the whole programme where nobody else could agree to it."""
    actor, rules = owner(tx), Rules(alone_after=timedelta())
    matter = inviting.matter_of(1, Role.ORGANIZER, None, None, days=0)
    assert matter is not None
    asked = vouching.request(tx, actor=actor, now=NOW, matter=matter)
    with pytest.raises(SecondNeededError):
        inviting.make_staff_link(tx, actor=actor, now=NOW, programme_id=1, token_hash="s")
    vouching.confirm(tx, actor=actor, now=NOW, vouch_id=asked.id, rules=rules)
    inviting.make_staff_link(tx, actor=actor, now=NOW, programme_id=1, token_hash="s")


async def test_a_staff_link_makes_one_person_an_organizer_within_ten_minutes(tmp_path: Path) -> None:
    async with open_database(tmp_path, reviewed()) as database:
        await database.write(make_link_alone)

        def accept(person: int, after: timedelta) -> Callable[[Transaction], Role]:
            return lambda tx: inviting.accept_staff_link(tx, actor=meet(tx, person), now=NOW + after, token_hash="s")

        with pytest.raises(LinkUnusableError):
            await database.write(accept(2, timedelta(minutes=10)))
        await database.write(accept(OWNER, timedelta(minutes=1)))
        await database.write(accept(2, timedelta(minutes=2)))
        await database.write(accept(2, timedelta(minutes=20)))
        with pytest.raises(LinkUnusableError):
            await database.write(accept(3, timedelta(minutes=3)))
        second = await database.write(lambda tx: meet(tx, 2))
        assert [(grant.role, grant.programme_id) for grant in second.grants] == [(Role.ORGANIZER, 1)]
        told = await database.read(lambda tx: tx.connection.execute("SELECT template, data FROM outbox").fetchall())
        assert [(row["template"], json.loads(row["data"])["name"]) for row in told] == [("staff-joined", "Person 2")]
        page = await database.read(lambda tx: staffing.list_team(tx, actor=owner_again(tx), now=NOW, programme_id=1))
        await database.write(lambda tx: staffing.dismiss(tx, actor=owner(tx), now=NOW, grant_id=page[1][0].grant_id))
        assert (await database.write(lambda tx: meet(tx, 2))).grants == ()
        with pytest.raises(LinkUnusableError):
            await database.write(accept(2, timedelta(minutes=4)))


async def test_answers_that_were_never_sent_are_not_confirmed(tmp_path: Path) -> None:
    async with open_database(tmp_path, reviewed()) as database:
        one, another = await seated(database, 1, 2)
        for each in (one, another):
            await database.write(decide(deciding.return_for_correction, each, reason="the name"))
        await database.write(lambda tx: change_name(tx, one))
        with pytest.raises(BeingCorrectedError):
            await database.write(decide(deciding.confirm, one, now=SOON))
        assert (await database.read(lambda tx: now_of(tx, one))).status is Status.RETURNED
        assert (await database.write(decide(deciding.confirm, another, now=SOON))).status is Status.CONFIRMED


def change_name(tx: Transaction, one: Registration) -> None:
    """Answer one question anew without sending the registration."""
    actor = meet(tx, 1)
    page = drafting.resume(tx, actor=actor, now=SOON, draft_id=one.draft_id)
    where = {"draft_id": one.draft_id, "revision": page.draft.revision}
    drafting.edit(tx, actor=actor, now=SOON, **where, question="full_name")
    given = TextGiven("Another Name")
    drafting.answer(tx, actor=meet(tx, 1), now=SOON, draft_id=one.draft_id, revision=None, given=given)
