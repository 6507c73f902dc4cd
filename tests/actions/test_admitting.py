"""At a gate: once each or once a day, only by a good ticket, taken back within a minute, guardians told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import admitting, loading, ticketing
from bot.actions.telling import HOLD
from bot.domain.access import Actor, Role
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.ticket import Standing, new_code
from bot.domain.tokens import hash_of
from storage import accounts, admissions, erasing, participants, tickets
from storage.database import Database, Transaction
from tests.seed import NOW, meet, open_database, programme, register

CAMP = datetime(2027, 7, 6, 4, 41, tzinfo=UTC)
GATES = [
    {"code": "arrival", "kind": "arrival"},
    {"code": "dining", "kind": "dining", "daily": True, "title": {"kk": "Асхана", "ru": "Столовая", "en": "Canteen"}},
]


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    content = programme(capacity=10)
    content["events"][0]["gates"] = GATES
    async with open_database(tmp_path, content) as opened:
        yield opened


def checker(tx: Transaction, telegram_id: int = 900) -> Actor:
    account_id = meet(tx, telegram_id).account_id
    accounts.add_grant(tx, account_id=account_id, role=Role.CHECKER, programme_id=1, granted_by=account_id, now=NOW)
    return meet(tx, telegram_id)


def ticket(tx: Transaction, registration_id: int, noise: bytes = b"first") -> int:
    code = new_code(noise)
    return tickets.add(tx, registration_id=registration_id, code=code, token_hash=hash_of(code), now=NOW).id


def let_in(tx: Transaction, registration_id: int, ticket_id: int = 0, **more: Any) -> ticketing.Checked:
    of = {"gate": "arrival", "actor": checker(tx), "now": CAMP, **more}
    return admitting.let_in(tx, registration_id=registration_id, ticket_id=ticket_id, **of)


def look_at(tx: Transaction, registration_id: int) -> ticketing.Checked:
    return admitting.look(tx, actor=checker(tx), now=CAMP, registration_id=registration_id, ticket_id=0)


def told(tx: Transaction) -> list[str]:
    rows = tx.connection.execute("SELECT template, state FROM outbox WHERE template LIKE '%checked-in' ORDER BY id")
    return [f"{row[0]} {row[1]}" for row in rows]


async def test_once_at_the_arrival_and_once_a_day_at_a_daily_gate(database: Database) -> None:
    def work(tx: Transaction) -> None:
        claim = register(tx, 1)
        good = ticket(tx, claim.id)
        assert let_in(tx, claim.id, good).let_in == "arrival"
        second = let_in(tx, claim.id, good, actor=checker(tx, 901), now=CAMP + timedelta(minutes=5))
        assert (second.let_in, second.refused) == (None, "arrival")
        assert second.bearer.admitted["arrival"].by == "Person 900"
        newer = ticket(tx, claim.id, b"newer")
        assert let_in(tx, claim.id, newer).refused == "arrival"  # a new code opens nothing again
        assert let_in(tx, claim.id, newer, gate="dining").let_in == "dining"
        assert let_in(tx, claim.id, newer, gate="dining").refused == "dining"
        tomorrow = {"gate": "dining", "now": CAMP + timedelta(days=1)}
        assert let_in(tx, claim.id, newer, **tomorrow).let_in == "dining"
        assert let_in(tx, claim.id, newer, now=CAMP + timedelta(days=1)).refused == "arrival"

    await database.write(work)


async def test_a_replaced_ticket_a_cancelled_registration_and_strangers_let_nobody_in(database: Database) -> None:
    def work(tx: Transaction) -> None:
        claim, other = register(tx, 1), register(tx, 2)
        old = ticket(tx, claim.id)
        new = ticket(tx, claim.id, b"newer")
        refused = let_in(tx, claim.id, old)
        assert (refused.let_in, refused.standing) == (None, Standing.REPLACED)
        tx.connection.execute(
            "UPDATE registrations SET status = 'cancelled', seat_number = NULL WHERE id = ?", (other.id,)
        )
        for look in (let_in, look_at):  # a checker learns nothing of who does not take part, whatever is pressed
            with pytest.raises(NotAvailableError):
                look(tx, other.id)
        assert let_in(tx, other.id, actor=meet(tx, 99, is_owner=True)).standing is Standing.ENDED
        assert tx.connection.execute("SELECT count(*) FROM admissions").fetchone()[0] == 0
        with pytest.raises(NotAvailableError):
            let_in(tx, other.id, new)
        with pytest.raises(StaleError):
            let_in(tx, claim.id, new, gate="nowhere")
        for stranger in (meet(tx, 1), meet(tx, 77)):
            with pytest.raises(NotAvailableError):
                let_in(tx, claim.id, new, actor=stranger)
            with pytest.raises(NotAvailableError):
                admitting.begin_find(tx, actor=stranger, now=CAMP, event_id=1)

    await database.write(work)


async def test_a_slip_is_taken_back_within_a_minute_and_by_the_same_person(database: Database) -> None:
    def work(tx: Transaction) -> None:
        claim = register(tx, 1)
        participants.add_guardian(tx, claim.participant_id, meet(tx, 50).account_id, NOW)
        mark = let_in(tx, claim.id).bearer.admitted["arrival"].mark
        of: dict[str, Any] = {"registration_id": claim.id, "gate": "arrival", "admitted_at": mark}
        assert told(tx) == ["checked-in due"]
        with pytest.raises(StaleError):
            admitting.undo(tx, actor=checker(tx, 901), now=CAMP, **of)
        with pytest.raises(StaleError):
            admitting.undo(tx, actor=checker(tx), now=CAMP + timedelta(seconds=61), **of)
        assert not admitting.undo(tx, actor=checker(tx), now=CAMP + HOLD, **of).bearer.admitted
        assert told(tx) == ["checked-in stopped"]
        again = let_in(tx, claim.id, now=CAMP + timedelta(seconds=40))
        tx.connection.execute("UPDATE outbox SET state = 'sent' WHERE state = 'due'")
        of["admitted_at"] = again.bearer.admitted["arrival"].mark
        admitting.undo(tx, actor=checker(tx), now=CAMP + timedelta(seconds=70), **of)
        assert told(tx) == ["checked-in stopped", "checked-in sent", "not-checked-in due"]
        erasing.erase_participant(tx, claim.participant_id, CAMP)

    await database.write(work)


async def test_counts_names_and_who_is_missing_are_of_those_who_take_part(database: Database) -> None:
    def work(tx: Transaction) -> None:
        first, second = register(tx, 1), register(tx, 2)
        third = register(tx, 3)
        tx.connection.execute(
            "UPDATE registrations SET status = 'cancelled', seat_number = NULL WHERE id = ?", (third.id,)
        )
        let_in(tx, first.id)
        room = admitting.read_room(tx, actor=checker(tx), now=CAMP, event_id=1)
        assert [(one.number, one.expected) for one in room.counts] == [(1, 2), (0, 2)]
        owner = meet(tx, 99, is_owner=True)
        found = admitting.list_missing(tx, actor=owner, now=CAMP, event_id=1, gate="arrival")
        assert [one.registration_id for one in found.shown] == [second.id]
        with pytest.raises(NotAvailableError):
            admitting.list_missing(tx, actor=checker(tx), now=CAMP, event_id=1, gate="arrival")
        admitting.begin_find(tx, actor=checker(tx), now=CAMP, event_id=1)
        hits = admitting.find(tx, actor=checker(tx), now=CAMP, text="person")
        assert {one.registration_id for one in hits.hits} == {first.id, second.id}
        assert [one.title.en for one in admitting.list_rooms(tx, actor=checker(tx), now=CAMP)] == ["Small camp"]
        assert admitting.list_rooms(tx, actor=checker(tx), now=CAMP + timedelta(days=30)) == ()

    await database.write(work)


async def test_an_event_that_names_no_gates_has_the_arrival(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme()) as database:
        found = await database.read(lambda tx: admissions.list_gates(tx, 1))
        assert [(gate.code, gate.is_daily) for gate in found] == [("arrival", False)]
        content = programme()
        content["events"][0]["gates"] = GATES
        await database.write(lambda tx: loading.load(tx, content=content, now=NOW))
        found = await database.read(lambda tx: admissions.list_gates(tx, 1))
        assert [gate.code for gate in found] == ["arrival", "dining"]
