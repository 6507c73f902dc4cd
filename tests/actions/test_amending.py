"""Changing answers after submission: who may, until when, what follows, what stays on record, and how it ends."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import amending, attending, deciding, drafting, purging, rereading, restoring, reviewing
from bot.actions.amending import AmendPage, Comparison
from bot.domain.access import Actor
from bot.domain.errors import (
    AmendmentsClosedError,
    BeingCorrectedError,
    NoSeatThereError,
    NotAvailableError,
    StaleError,
)
from bot.domain.form import PressGiven, TextGiven
from bot.domain.registration import Registration, Status
from storage import amendments, drafts, participants, registrations
from storage.database import Database, Transaction
from storage.rotation import rotate
from tests.actions.camp import ALMATY, bring_guardian, query, session
from tests.seed import NOW, meet, open_database, programme, said, submit

OWNER, GUARDIAN = 900, 800
SOON = NOW + timedelta(minutes=1)


def camp(*, capacity: int = 2, mode: str = "review", audience: str = "adults") -> dict[str, Any]:
    """Return a camp with two streams, quotas by region, a health question and a workshop in the first stream."""
    content = programme(capacity=capacity, audience=audience, mode=mode, quotas={"north": 1, "south": 2})
    event = content["events"][0]
    other = {**event["streams"][0], "code": "two", "title": said("Two"), "capacity": 1, "quotas": []}
    event["streams"].append(other)
    event["form"]["sections"][0]["questions"] += [
        {"code": "stream", "kind": "stream", "title": said("Stream?")},
        {"code": "allergy", "kind": "yes_no", "title": said("Allergy?"), "sensitivity": "health", "keep_days": 10},
        {
            "code": "which",
            "kind": "text",
            "title": said("Which?"),
            "sensitivity": "health",
            "keep_days": 10,
            "when": {"question": "allergy", "is": ["yes"]},
        },
        {"code": "hobby", "kind": "text", "title": said("Hobby?"), "required": False},
    ]
    event["sessions"] = [session("clay", "2027-07-07", "10:00", "11:00", stream="one", capacity=5)]
    return content


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path, camp()) as opened:
        yield opened


def join(tx: Transaction, number: int, *, region: str = "south", stream: str = "one") -> Registration:
    """Let somebody register."""
    actor = meet(tx, number)
    page = drafting.begin(tx, actor=actor, now=NOW, event_id=1)
    given: dict[str, Any] = {
        "full_name": TextGiven("Saparova Aiym"),
        "region": TextGiven(region),
        "stream": None,
        "allergy": PressGiven("no"),
        "hobby": TextGiven("Chess"),
    }
    while page.question is not None:
        one = given[page.question.code] or PressGiven(stream)
        page = drafting.answer(tx, actor=actor, now=NOW, draft_id=page.draft.id, revision=None, given=one)
        assert page.problem is None, page.problem
    return submit(tx, actor, page)


def change(tx: Transaction, actor: Actor, registration_id: int, **given: Any) -> AmendPage | Comparison:
    """Answer questions anew, one after the other, and return what is shown then."""
    page: AmendPage | Comparison | None = None
    for code, one in given.items():
        now_at = registrations.get(tx, registration_id)
        opened = amending.open_question(
            tx, actor=actor, now=SOON, registration_id=registration_id, revision=now_at.revision, question=code
        )
        page = amending.answer(tx, actor=actor, now=SOON, amendment_id=opened.amendment_id, given=one)
    assert page is not None
    return page


def save(tx: Transaction, actor: Actor, registration_id: int, **given: Any) -> Registration:
    """Answer questions anew and save."""
    page = change(tx, actor, registration_id, **given)
    assert isinstance(page, Comparison), page
    revision = registrations.get(tx, registration_id).revision
    return amending.save(tx, actor=actor, now=SOON, registration_id=registration_id, revision=revision)


def confirm(tx: Transaction, registration: Registration) -> Registration:
    owner = meet(tx, OWNER, is_owner=True)
    claim = {"registration_id": registration.id, "revision": registrations.get(tx, registration.id).revision}
    return deciding.confirm(tx, actor=owner, now=NOW, **claim)


async def test_a_change_that_matters_of_a_confirmed_registration_asks_again_and_keeps_the_seat(
    database: Database,
) -> None:
    def work(tx: Transaction) -> None:
        confirmed = confirm(tx, join(tx, 1))
        moved = save(tx, meet(tx, 1), confirmed.id, full_name=TextGiven("Saparova Aizhan"))
        assert (moved.status, moved.seat_number) == (Status.PENDING, confirmed.seat_number)
        assert participants.get(tx, moved.participant_id).full_name == "Saparova Aizhan"
        page = reviewing.read_page(tx, actor=meet(tx, OWNER), now=SOON, registration_id=moved.id)
        assert [(one.was, one.becomes) for one in page.changed] == [("Saparova Aiym", "Saparova Aizhan")]
        again = confirm(tx, moved)
        assert again.status is Status.CONFIRMED
        assert reviewing.read_page(tx, actor=meet(tx, OWNER), now=SOON, registration_id=moved.id).changed == ()

    await database.write(work)


async def test_a_change_that_does_not_matter_leaves_a_confirmed_registration_confirmed(database: Database) -> None:
    def work(tx: Transaction) -> None:
        confirmed = confirm(tx, join(tx, 1))
        moved = save(tx, meet(tx, 1), confirmed.id, hobby=TextGiven("Dombra"))
        assert moved.status is Status.CONFIRMED
        assert moved.revision > confirmed.revision

    await database.write(work)


async def test_where_nobody_decides_a_change_that_matters_asks_nobody(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp(mode="first_come")) as database:

        def work(tx: Transaction) -> None:
            claim = join(tx, 1)
            assert save(tx, meet(tx, 1), claim.id, full_name=TextGiven("Other Name")).status is Status.CONFIRMED

        await database.write(work)


async def test_the_organizers_put_the_old_answers_back_and_the_place_is_confirmed_again(database: Database) -> None:
    def work(tx: Transaction) -> None:
        confirmed = confirm(tx, join(tx, 1))
        save(tx, meet(tx, 1), confirmed.id, full_name=TextGiven("Second Name"))
        moved = save(tx, meet(tx, 1), confirmed.id, full_name=TextGiven("Third Name"), hobby=TextGiven("Tea"))
        owner = meet(tx, OWNER)
        back = restoring.put_back(tx, actor=owner, now=SOON, registration_id=moved.id, revision=moved.revision)
        assert back.status is Status.CONFIRMED
        answers = drafts.get(tx, back.draft_id).answers
        assert (answers["full_name"], answers["hobby"]) == ("Saparova Aiym", "Chess")
        assert participants.get(tx, back.participant_id).full_name == "Saparova Aiym"
        with pytest.raises(StaleError):
            restoring.put_back(tx, actor=owner, now=SOON, registration_id=back.id, revision=back.revision)

    await database.write(work)


async def test_another_stream_takes_its_seat_hands_the_old_one_on_and_never_oversells(database: Database) -> None:
    def work(tx: Transaction) -> None:
        first, _, third = join(tx, 1), join(tx, 2, region="north"), join(tx, 3)
        assert third.status is Status.WAITLISTED
        attending.take_place(tx, actor=meet(tx, 1), now=NOW, registration_id=confirm(tx, first).id, session_id=1)
        page = change(tx, meet(tx, 1), first.id, stream=PressGiven("two"))
        assert isinstance(page, Comparison)
        assert page.lost_places == 1
        revision = registrations.get(tx, first.id).revision
        moved = amending.save(tx, actor=meet(tx, 1), now=SOON, registration_id=first.id, revision=revision)
        assert (moved.stream_id, moved.status) == (2, Status.PENDING)
        assert registrations.get(tx, third.id).status is Status.PENDING

    await database.write(work)


async def test_a_stream_without_a_place_changes_nothing(database: Database) -> None:
    first = await database.write(lambda tx: join(tx, 1))
    await database.write(lambda tx: join(tx, 2, stream="two"))
    with pytest.raises(NoSeatThereError):
        await database.write(lambda tx: save(tx, meet(tx, 1), first.id, stream=PressGiven("two")))
    kept = await database.read(lambda tx: registrations.get(tx, first.id))
    assert (kept.stream_id, kept.seat_number, kept.status) == (first.stream_id, first.seat_number, first.status)
    assert await query(database, "SELECT 1 FROM amendments WHERE state = 'saved'") == []


async def test_another_region_keeps_the_seat_and_the_workshop_and_moves_the_quota(database: Database) -> None:
    def work(tx: Transaction) -> None:
        first = confirm(tx, join(tx, 1))
        attending.take_place(tx, actor=meet(tx, 1), now=NOW, registration_id=first.id, session_id=1)
        moved = save(tx, meet(tx, 1), first.id, region=TextGiven("north"))
        assert moved.seat_number == first.seat_number
        taken = tx.connection.execute("SELECT taken FROM quotas ORDER BY id").fetchall()
        assert [row["taken"] for row in taken] == [1, 0]
        assert tx.connection.execute("SELECT count(*) FROM session_seats").fetchone()[0] == 1

    await database.write(work)


async def test_what_an_answer_brings_with_it_is_asked_before_anything_is_saved(database: Database) -> None:
    def work(tx: Transaction) -> None:
        claim, actor = join(tx, 1), meet(tx, 1)
        page = change(tx, actor, claim.id, allergy=PressGiven("yes"))
        assert isinstance(page, AmendPage)
        assert page.question.code == "which"
        compared = amending.answer(tx, actor=actor, now=SOON, amendment_id=page.amendment_id, given=TextGiven("Nuts"))
        assert isinstance(compared, Comparison)
        assert [one.question.code for one in compared.changes] == ["allergy", "which"]
        assert "which" not in drafts.get(tx, claim.draft_id).answers

    await database.write(work)


async def test_health_answers_lie_sealed_survive_a_new_key_and_are_hidden_from_the_organizer(
    database: Database,
) -> None:
    def work(tx: Transaction) -> int:
        claim = join(tx, 1)
        save(tx, meet(tx, 1), claim.id, allergy=PressGiven("yes"), which=TextGiven("zealous peanuts"))
        page = reviewing.read_page(tx, actor=meet(tx, OWNER, is_owner=True), now=SOON, registration_id=claim.id)
        assert page.changed == ()
        assert page.has_hidden_changes
        return claim.id

    claim_id = await database.write(work)
    rows = await query(database, "SELECT was, becomes FROM amendments WHERE question IN ('allergy', 'which')")
    assert all(text.startswith("~") for row in rows for text in row)
    assert (await rotate(database)).broken == 0
    saved = await database.read(lambda tx: amendments.list_saved(tx, claim_id))
    assert [one.becomes for one in saved] == [True, "zealous peanuts"]


async def test_what_was_is_deleted_with_the_answers_it_stood_for(database: Database) -> None:
    claim = await database.write(lambda tx: join(tx, 1))
    await database.write(lambda tx: save(tx, meet(tx, 1), claim.id, allergy=PressGiven("yes"), which=TextGiven("Nuts")))
    await database.write(lambda tx: purging.tick(tx, now=datetime(2027, 7, 26, 9, tzinfo=UTC), zone=ALMATY))
    assert await query(database, "SELECT 1 FROM amendments") != []
    await database.write(lambda tx: purging.tick(tx, now=datetime(2027, 7, 28, 9, tzinfo=UTC), zone=ALMATY))
    assert await query(database, "SELECT 1 FROM amendments") == []


async def test_answers_change_until_the_deadline_and_not_in_every_status(database: Database) -> None:
    def work(tx: Transaction) -> None:
        claim = join(tx, 1)
        late = datetime(2027, 6, 2, 9, tzinfo=UTC)
        where: dict[str, Any] = {"registration_id": claim.id, "revision": claim.revision, "question": "hobby"}
        amending.open_question(tx, actor=meet(tx, 1), now=late - timedelta(days=1), **where)
        with pytest.raises(AmendmentsClosedError):
            amending.open_question(tx, actor=meet(tx, 1), now=late, **where)
        owner = meet(tx, OWNER, is_owner=True)
        returned = deciding.return_for_correction(
            tx, actor=owner, now=NOW, registration_id=claim.id, revision=claim.revision, reason="Why?"
        )
        with pytest.raises(AmendmentsClosedError):
            change(tx, meet(tx, 1), returned.id, hobby=TextGiven("Tea"))

    await database.write(work)


async def test_nobody_else_reads_or_changes_answers(database: Database) -> None:
    def work(tx: Transaction) -> None:
        claim, stranger = join(tx, 1), meet(tx, 2)
        page = change(tx, meet(tx, 1), claim.id, hobby=TextGiven("Tea"))
        assert isinstance(page, Comparison)
        begun = amendments.list_open(tx, claim.id, meet(tx, 1).account_id)[0]
        tries = (
            lambda: rereading.read_answers(tx, actor=stranger, now=SOON, registration_id=claim.id),
            lambda: change(tx, stranger, claim.id, hobby=TextGiven("Tea")),
            lambda: amending.answer(tx, actor=stranger, now=SOON, amendment_id=begun.id, given=TextGiven("Tea")),
            lambda: amending.save(tx, actor=stranger, now=SOON, registration_id=claim.id, revision=claim.revision),
            lambda: amending.compare(tx, actor=stranger, now=SOON, registration_id=claim.id),
            lambda: restoring.put_back(tx, actor=stranger, now=SOON, registration_id=claim.id, revision=claim.revision),
            lambda: rereading.reply(
                tx, actor=stranger, now=SOON, registration_id=claim.id, revision=claim.revision, said="fine"
            ),
        )
        for one in tries:
            with pytest.raises(NotAvailableError):
                one()

    await database.write(work)


async def test_a_guardian_is_told_and_may_object_and_the_organizers_learn_of_it(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp(audience="minors")) as database:

        def work(tx: Transaction) -> None:
            owner = meet(tx, OWNER, is_owner=True)
            claim = join(tx, 1)
            bring_guardian(tx, claim, GUARDIAN, agrees=True)
            guardian = meet(tx, GUARDIAN)
            moved = save(tx, meet(tx, 1), confirm(tx, claim).id, full_name=TextGiven("Other Name"))
            owed = tx.connection.execute("SELECT data FROM outbox WHERE template = 'answers-changed'").fetchall()
            assert len(owed) == 1
            assert "Name?" in owed[0]["data"]
            page = rereading.read_answers(tx, actor=guardian, now=SOON, registration_id=moved.id)
            assert page.may_reply
            rereading.reply(
                tx, actor=guardian, now=SOON, registration_id=moved.id, revision=moved.revision, said="objects"
            )
            assert tx.connection.execute("SELECT 1 FROM outbox WHERE template = 'answers-objected'").fetchone()
            case = reviewing.read_page(tx, actor=owner, now=SOON, registration_id=moved.id)
            assert [person.account_id for person in case.objecting] == [guardian.account_id]

        await database.write(work)


async def test_a_return_is_not_undone_over_answers_the_family_has_changed_since(database: Database) -> None:
    def work(tx: Transaction) -> None:
        claim, owner = join(tx, 1), meet(tx, OWNER, is_owner=True)
        returned = deciding.return_for_correction(
            tx, actor=owner, now=NOW, registration_id=claim.id, revision=claim.revision, reason="Why?"
        )
        undo = {"registration_id": claim.id, "revision": returned.revision}
        draft = drafts.get(tx, claim.draft_id)
        page = drafting.edit(
            tx, actor=meet(tx, 1), now=SOON, draft_id=draft.id, revision=draft.revision, question="hobby"
        )
        soon = NOW + timedelta(seconds=5)
        given = TextGiven("Never sent")
        drafting.answer(tx, actor=meet(tx, 1), now=soon, draft_id=page.draft.id, revision=None, given=given)
        with pytest.raises(BeingCorrectedError):
            deciding.undo(tx, actor=owner, now=NOW + timedelta(seconds=9), **undo)

    await database.write(work)


async def test_undoing_a_confirmation_shows_the_changes_again(database: Database) -> None:
    def work(tx: Transaction) -> None:
        moved = save(tx, meet(tx, 1), confirm(tx, join(tx, 1)).id, full_name=TextGiven("Other Name"))
        again = confirm(tx, moved)
        owner = meet(tx, OWNER)
        deciding.undo(
            tx, actor=owner, now=SOON - timedelta(seconds=50), registration_id=again.id, revision=again.revision
        )
        assert reviewing.read_page(tx, actor=owner, now=SOON, registration_id=again.id).changed != ()

    await database.write(work)
