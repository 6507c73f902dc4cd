"""Forgetting leaves no trace of a person: not in a row, not in the file, not in its log."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import consenting, drafting, erasing, registering
from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError, StaffCannotForgetError, StaleError
from bot.domain.form import TextGiven
from bot.domain.language import Language
from bot.domain.notice import Notice
from bot.domain.registration import Registration
from storage import accounts, inbox, links, outbox
from storage import erasing as stored
from storage import sqlite as door
from storage.database import Database, Transaction
from storage.inbox import Arrival
from tests import databases
from tests.actions.camp import query
from tests.seed import NOW, meet, open_database, programme, said, submit

CANARY = "Канарейкова"
PHONE = "+77015550199"
LETTER = "Канареечное письмо о себе"


def camp(**more: Any) -> dict[str, Any]:
    content = programme(**more)
    content["events"][0]["form"]["sections"][0]["questions"] += [
        {"code": "letter", "kind": "long_text", "title": said("Letter?")},
        {"code": "health", "kind": "text", "title": said("Health?"), "sensitivity": "health"},
    ]
    return content


def meet_as(tx: Transaction, telegram_id: int, name: str) -> Actor:
    meet(tx, telegram_id)
    tx.connection.execute("UPDATE accounts SET display_name = ? WHERE telegram_id = ?", (name, telegram_id))
    return current(tx, telegram_id)


def current(tx: Transaction, telegram_id: int) -> Actor:
    found = accounts.find_actor(tx, telegram_id, offered=Language.EN, now=NOW)
    assert found is not None
    return found


def register(tx: Transaction, telegram_id: int = 11) -> Registration:
    actor = meet_as(tx, telegram_id, f"{CANARY} Telegram{telegram_id}")
    page = drafting.begin(tx, actor=actor, now=NOW, event_id=1)
    for text in (f"{CANARY} Айым", f"{LETTER} {telegram_id}", "Канарейка болеет"):
        page = drafting.answer(tx, actor=actor, now=NOW, draft_id=page.draft.id, revision=None, given=TextGiven(text))
    accounts.set_phone(tx, actor.account_id, PHONE)
    return submit(tx, actor, page)


def bring_guardian(tx: Transaction, claim: Registration, telegram_id: int = 21) -> Registration:
    guardian = meet_as(tx, telegram_id, f"{CANARY} Мама")
    links.add_guardian_link(
        tx,
        token_hash=f"hash-{claim.id}-{telegram_id}",
        registration_id=claim.id,
        created_by=claim.account_id,
        now=NOW,
        expires_at=NOW + timedelta(days=1),
    )
    page = consenting.open_link(tx, actor=guardian, now=NOW, token_hash=f"hash-{claim.id}-{telegram_id}")
    if page.registration.status.value == "awaiting_guardian":
        page = consenting.give(
            tx, actor=guardian, now=NOW, registration_id=claim.id, revision=page.registration.revision
        )
    return page.registration


def write_from(tx: Transaction, telegram_id: int, update_id: int) -> None:
    raw = json.dumps({"message": {"text": LETTER, "from": {"first_name": CANARY}}}, ensure_ascii=False)
    arrival = Arrival(update_id=update_id, chat_id=telegram_id, kind="message", raw=raw, is_skipped=False)
    inbox.add(tx, [arrival], NOW)
    inbox.mark_effected(tx, update_id, NOW)
    inbox.quarantine(tx, update_id, error="Whatever", attempts=1, now=NOW)


def forget(telegram_id: int, subject_id: int = erasing.MYSELF) -> Callable[[Transaction], erasing.Erased]:
    def work(tx: Transaction) -> erasing.Erased:
        erasing.ask(tx, actor=current(tx, telegram_id), now=NOW, subject_id=subject_id)
        erasing.ask_again(tx, actor=current(tx, telegram_id), now=NOW, subject_id=subject_id)
        return erasing.erase(tx, actor=current(tx, telegram_id), now=NOW, subject_id=subject_id)

    return work


async def settled_traces(database: Database, folder: Path) -> dict[str, int]:
    """Return the same once the work behind the last commit is done too."""
    await database.write(lambda _tx: None)
    return traces(folder)


def traces(folder: Path) -> dict[str, int]:
    """Return how often a canary stands in each file of the database, spelled as the database spells it."""
    found = {}
    for path in sorted(folder.glob("jazyl.db*")):
        content = path.read_bytes()
        number = sum(content.count(text.encode()) for text in (CANARY, PHONE, "анаре", CANARY.casefold()))
        found[path.name] = number
    return {name: number for name, number in found.items() if number}


@databases.only_sqlite
async def test_after_forgetting_no_canary_is_in_any_file_of_the_database(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp(audience="minors")) as database:
        claim = await database.write(register)
        await database.write(lambda tx: bring_guardian(tx, claim))
        await database.write(lambda tx: write_from(tx, 11, 501))
        assert traces(tmp_path)
        await database.write(forget(11))
        left = await query(database, "SELECT display_name FROM accounts WHERE telegram_id = 21")
        assert left[0]["display_name"].startswith(CANARY), "the guardian is still somebody"
        assert await settled_traces(database, tmp_path), "the test can see what is left"
        await database.write(forget(21))
        assert await settled_traces(database, tmp_path) == {}


@databases.only_sqlite
async def test_without_secure_deletion_the_file_would_still_know(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = door.connect

    def careless(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
        connection = real(path, read_only=read_only)
        connection.execute("PRAGMA secure_delete = OFF")
        return connection

    monkeypatch.setattr(door, "connect", careless)
    async with open_database(tmp_path, camp()) as database:
        await database.write(register)
        await database.write(forget(11))
    assert traces(tmp_path)


async def test_many_are_forgotten_one_by_one_without_a_trace(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp(capacity=400)) as database:
        for telegram_id in range(1001, 1201):
            await database.write(lambda tx, telegram_id=telegram_id: register(tx, telegram_id))  # type: ignore[misc]
        for telegram_id in range(1001, 1201):
            await database.write(forget(telegram_id))
        assert await settled_traces(database, tmp_path) == {}


async def test_the_seat_goes_to_whoever_waits_and_the_family_is_told_without_a_name(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp(capacity=1, audience="minors")) as database:
        claim = await database.write(register)
        await database.write(lambda tx: bring_guardian(tx, claim))
        waiting = await database.write(lambda tx: register(tx, 12))
        assert waiting.status.value == "waitlisted"
        await database.write(forget(11))
        rows = await query(database, "SELECT status FROM registrations ORDER BY id")
        assert [row["status"] for row in rows] == ["cancelled", "awaiting_guardian"]
        told = await query(
            database,
            "SELECT a.telegram_id, o.template, o.data, o.state FROM outbox o JOIN accounts a ON a.id = o.account_id"
            " WHERE o.state = 'due' ORDER BY o.id",
        )
        assert [(row["telegram_id"], row["template"]) for row in told] == [
            (12, "waitlist-promoted"),
            (21, "data-erased"),
        ]
        assert CANARY not in told[1]["data"]


async def test_messages_to_others_that_name_the_person_lose_their_words(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp()) as database:
        claim = await database.write(register)
        owner = await database.write(lambda tx: meet(tx, 99, is_owner=True))
        name = f'{CANARY} "Айым" 100%_!'
        rename = "UPDATE participants SET full_name = ?"
        await database.write(lambda tx: tx.connection.execute(rename, (name,)).rowcount)
        about = {"registration": claim.id, "name": name}
        shapes: tuple[tuple[str, dict[str, Any], str], ...] = (
            ("call-asked", about, "due"),
            ("call-asked", {**about, "status": "pending"}, "sent"),
            ("reminder-departure", {"about": [[5_000, "Other"], [claim.id, name]], "event": said("E")}, "sent"),
            ("staff-joined", {"name": name, "programme": said("P")}, "sent"),
            ("staff-joined", {"name": f"{CANARY} Telegram11", "programme": said("P")}, "sent"),
            ("letter-photo-dropped", {"letter": 1, "names": ["Somebody Else", name], "kind": "day"}, "sent"),
            ("thread-taken", {"by": f"{CANARY} Telegram11", "thread": 1}, "kept"),
            ("call-asked", {"registration": claim.id * 10 + 1, "name": "Somebody Else"}, "due"),
            ("staff-joined", {"name": "Somebody Else", "programme": said("P")}, "sent"),
        )

        def put(tx: Transaction) -> None:
            for template, data, state in shapes:
                outbox.put(tx, Notice(account_id=owner.account_id, template=template, data=data), NOW)
                newest = "UPDATE outbox SET state = ? WHERE id = (SELECT max(id) FROM outbox)"
                tx.connection.execute(newest, (state,))

        await database.write(put)
        await database.write(forget(11))
        rows = await query(database, "SELECT data, state FROM outbox ORDER BY id")
        assert [row["data"] == "{}" for row in rows] == [True] * 7 + [False] * 2
        assert [row["state"] for row in rows] == ["stopped", *["sent"] * 5, "kept", "due", "sent"]
        assert await settled_traces(database, tmp_path) == {}


async def test_nothing_is_owed_to_the_erased_person_and_they_come_back_as_somebody_new(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp(audience="minors")) as database:
        claim = await database.write(register)
        await database.write(lambda tx: bring_guardian(tx, claim))
        await database.write(forget(11))
        due = "SELECT count(*) AS number FROM outbox WHERE account_id = {} AND state IN ('due', 'sending')"
        assert (await query(database, due.format(claim.account_id)))[0]["number"] == 0
        again = await database.write(lambda tx: meet(tx, 11))
        assert again.account_id != claim.account_id
        assert not again.has_chosen_language
        cards = await database.read(lambda tx: erasing.list_subjects(tx, actor=again, now=NOW))
        assert [card.participant_id for card in cards] == [None]
        with pytest.raises(NotAvailableError):
            await database.read(lambda tx: registering.read_card(tx, actor=again, now=NOW, registration_id=claim.id))


async def test_a_guardian_forgets_a_child_and_stays(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp(audience="minors")) as database:
        claim = await database.write(register)
        await database.write(lambda tx: bring_guardian(tx, claim))
        done = await database.write(forget(21, claim.participant_id))
        assert not done.is_self
        people = await query(database, "SELECT telegram_id, display_name, reach FROM accounts ORDER BY id")
        assert [row["telegram_id"] for row in people] == [-claim.account_id, 21]
        assert people[1]["display_name"].startswith(CANARY)
        kept = await query(database, "SELECT decision, reason FROM consents")
        assert [(row["decision"], row["reason"]) for row in kept] == [("given", None)] * 2
        guardian = await database.read(lambda tx: current(tx, 21))
        assert len(await database.read(lambda tx: erasing.list_subjects(tx, actor=guardian, now=NOW))) == 1


async def test_a_child_who_acts_for_others_keeps_the_account(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp(audience="minors")) as database:
        claim = await database.write(register)
        await database.write(lambda tx: bring_guardian(tx, claim))
        younger = await database.write(lambda tx: register(tx, 13))
        await database.write(lambda tx: bring_guardian(tx, younger, 11))
        await database.write(forget(21, claim.participant_id))
        still = await database.read(lambda tx: current(tx, 11))
        assert still.account_id == claim.account_id
        blank = await query(database, "SELECT * FROM participants ORDER BY id")
        assert (blank[0]["full_name"], blank[0]["search_name"], blank[0]["account_id"]) == (stored.BLANK, "", None)


async def test_only_a_guardian_may_ask_for_a_child(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp(audience="minors")) as database:
        claim = await database.write(register)
        await database.write(lambda tx: meet(tx, 31))
        for subject_id in (claim.participant_id, 9_999):
            with pytest.raises(NotAvailableError):
                await database.write(forget(31, subject_id))


async def test_nothing_is_erased_before_the_second_answer_nor_long_after_it(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp()) as database:
        await database.write(register)

        async def step(deed: Callable[..., Any], at: timedelta = timedelta()) -> Any:
            return await database.write(
                lambda tx: deed(tx, actor=current(tx, 11), now=NOW + at, subject_id=erasing.MYSELF)
            )

        for too_soon in (erasing.ask_again, erasing.erase):
            with pytest.raises(StaleError):
                await step(too_soon)
        await step(erasing.ask)
        with pytest.raises(StaleError):
            await step(erasing.erase)
        await step(erasing.ask_again)
        for wrong in (erasing.TIME_TO_CONFIRM + timedelta(seconds=1), timedelta(seconds=-1)):
            with pytest.raises(StaleError):
                await step(erasing.erase, wrong)
        await step(erasing.erase, erasing.TIME_TO_CONFIRM)


async def test_whoever_has_a_role_leaves_the_team_first(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp()) as database:
        await database.write(lambda tx: meet(tx, 99, is_owner=True))
        with pytest.raises(StaffCannotForgetError):
            await database.write(forget(99))


async def test_the_proof_is_the_hash_of_the_record(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp()) as database:
        claim = await database.write(register)
        done = await database.write(forget(11))
        (row,) = await query(database, "SELECT * FROM erasures")
        counts = json.loads(row["counts"])
        assert (counts["registrations"], counts["answers"]) == (1, 3)
        record = {
            "account": claim.account_id,
            "counts": counts,
            "erased_at": row["erased_at"],
            "participant": claim.participant_id,
        }
        text = json.dumps(record, sort_keys=True, separators=(",", ":"))
        assert done.proof == row["proof"] == hashlib.sha256(text.encode()).hexdigest()


async def test_others_lose_nothing(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp()) as database:
        await database.write(register)
        await database.write(lambda tx: submit(tx, other := meet(tx, 12), _whole(tx, other)))
        theirs_are = (
            "SELECT * FROM answers WHERE draft_id IN (SELECT id FROM drafts WHERE account_id = 2)",
            "SELECT * FROM drafts WHERE account_id = 2",
            "SELECT * FROM participants WHERE account_id = 2",
            "SELECT * FROM registrations WHERE account_id = 2",
            "SELECT * FROM accounts WHERE id = 2",
        )

        async def theirs() -> list[Any]:
            return [[tuple(row) for row in await query(database, sql)] for sql in theirs_are]

        before = await theirs()
        assert len(before[0]) == 3
        await database.write(forget(11))
        assert await theirs() == before


def _whole(tx: Transaction, actor: Actor) -> drafting.Page:
    page = drafting.begin(tx, actor=actor, now=NOW, event_id=1)
    for text in ("Somebody Else", "A letter", "Well"):
        page = drafting.answer(tx, actor=actor, now=NOW, draft_id=page.draft.id, revision=None, given=TextGiven(text))
    return page


@databases.only_sqlite
async def test_the_log_is_empty_after_an_erasure(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp()) as database:
        await database.write(register)
        await database.write(forget(11))
        assert await settled_traces(database, tmp_path) == {}
        with closing(sqlite3.connect(tmp_path / "jazyl.db")) as reader:
            assert reader.execute("SELECT count(*) FROM erasures").fetchone()[0] == 1
