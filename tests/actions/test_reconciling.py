"""Two phones without the internet: somebody is let in once, the second time is on record, a report counts once."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import admitting, carrying, reconciling
from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError, SecondNeededError
from bot.domain.offline import Outcome, Report, Scan
from bot.domain.ticket import new_code, secret_of, typed_of
from bot.domain.tokens import hash_of
from bot.domain.vouch import Rules
from storage import erasing, participants, tickets
from storage.database import Database, Transaction
from tests.actions.test_admitting import CAMP, GATES, checker, told
from tests.seed import NOW, meet, open_database, programme, register

KEY = b"k" * 32
ADMITTED, CLASH = Outcome.ADMITTED, Outcome.CLASH
_numbers = itertools.count()


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    content = programme(capacity=10)
    content["events"][0]["gates"] = GATES
    async with open_database(tmp_path, content) as opened:
        yield opened


def ticket(tx: Transaction, registration_id: int, noise: bytes, at: datetime = NOW) -> tuple[int, str]:
    """Issue a ticket; return it and the letters on it."""
    code = new_code(noise)
    secret = secret_of(KEY, code, registration_id)
    made = tickets.add(tx, registration_id=registration_id, code=code, token_hash=hash_of(secret), now=at)
    return made.id, typed_of(secret)


def take(tx: Transaction, actor: Actor, *, gate: str = "arrival", with_names: bool = False) -> carrying.Carried:
    of: dict[str, Any] = {"event_id": 1, "gate": gate, "with_names": with_names, "rules": Rules()}
    return carrying.take(tx, actor=actor, now=CAMP, **of)


def scan(minutes: int = 1, **what: Any) -> Scan:
    return Scan(nonce=f"{next(_numbers):08d}", at=CAMP + timedelta(minutes=minutes), **what)


def report(carried: carrying.Carried, *scans: Scan, device: str = "PHONE000") -> Report:
    return Report(list_id=carried.id, device=device, scans=scans)


def bring(tx: Transaction, actor: Actor, what: Report, *, hours: int = 2) -> list[Outcome | None]:
    merged = reconciling.take_in(tx, actor=actor, now=CAMP + timedelta(hours=hours), report=what, key=KEY)
    return [one.outcome for one in merged.settled]


def admitted(tx: Transaction) -> list[tuple[int, str]]:
    rows = tx.connection.execute("SELECT registration_id, gate FROM admissions ORDER BY id").fetchall()
    return [(row[0], row[1]) for row in rows]


async def test_two_phones_scan_one_ticket_one_lets_in_and_the_other_is_a_clash(database: Database) -> None:
    def work(tx: Transaction) -> None:
        claim = register(tx, 1)
        participants.add_guardian(tx, claim.participant_id, meet(tx, 50).account_id, NOW)
        ticket_id, _ = ticket(tx, claim.id, b"first")
        one, two, owner = checker(tx), checker(tx, 901), meet(tx, 99, is_owner=True)
        lists = take(tx, one), take(tx, two)
        first = report(lists[0], scan(5, ticket_id=ticket_id))
        second = report(lists[1], scan(9, ticket_id=ticket_id), device="PHONE111")
        assert bring(tx, one, first) == [ADMITTED]
        assert told(tx) == ["checked-in due"]
        assert bring(tx, two, second) == [CLASH]
        for again in (first, second):
            assert bring(tx, owner, again, hours=3) == [None]
        assert admitted(tx) == [(claim.id, "arrival")]
        assert told(tx) == ["checked-in due"]
        row = tx.connection.execute("SELECT account_id, ticket_id, admitted_at FROM admissions").fetchone()
        assert tuple(row)[:2] == (one.account_id, ticket_id)
        (found,) = carrying.list_trouble(tx, actor=owner, now=CAMP, event_id=1, page=0).shown
        assert (found.by, found.other_by, found.device) == ("Person 901", "Person 900", "PHONE111")
        assert (found.scanned_at, found.other_at) == (CAMP + timedelta(minutes=9), CAMP + timedelta(minutes=5))
        assert admitting.read_room(tx, actor=owner, now=CAMP, event_id=1).trouble == 1
        assert admitting.read_room(tx, actor=one, now=CAMP, event_id=1).trouble == 0
        with pytest.raises(NotAvailableError):
            carrying.list_trouble(tx, actor=one, now=CAMP, event_id=1, page=0)

    await database.write(work)


async def test_who_was_let_in_by_the_bot_meanwhile_clashes_too(database: Database) -> None:
    def work(tx: Transaction) -> None:
        claim, actor = register(tx, 1), checker(tx)
        ticket_id, _ = ticket(tx, claim.id, b"first")
        carried = take(tx, actor)
        admitting.let_in(tx, actor=actor, now=CAMP, registration_id=claim.id, ticket_id=ticket_id, gate="arrival")
        assert bring(tx, actor, report(carried, scan(5, ticket_id=ticket_id))) == [CLASH]
        assert take(tx, actor).inside == {claim.id: CAMP}  # the next list knows
        daily = take(tx, actor, gate="dining")
        meals = report(daily, scan(5, ticket_id=ticket_id), scan(24 * 60, ticket_id=ticket_id))
        assert bring(tx, actor, meals, hours=30) == [ADMITTED, ADMITTED]

    await database.write(work)


async def test_a_ticket_counts_as_it_was_when_it_was_scanned(database: Database) -> None:
    def work(tx: Transaction) -> None:
        claim, gone, actor = register(tx, 1), register(tx, 2), checker(tx)
        old, _ = ticket(tx, claim.id, b"first")
        carried = take(tx, actor)
        ticket(tx, claim.id, b"newer", CAMP + timedelta(minutes=30))
        late = report(carried, scan(31, ticket_id=old))
        assert bring(tx, actor, late) == [Outcome.REPLACED]
        assert bring(tx, actor, report(carried, scan(29, ticket_id=old))) == [ADMITTED]
        theirs, _ = ticket(tx, gone.id, b"other")
        tx.connection.execute(
            "UPDATE registrations SET status = 'cancelled', seat_number = NULL WHERE id = ?", (gone.id,)
        )
        assert bring(tx, actor, report(carried, scan(ticket_id=theirs))) == [Outcome.ENDED]
        assert admitted(tx) == [(claim.id, "arrival")]

    await database.write(work)


async def test_letters_that_were_not_on_the_list_are_looked_at_by_the_bot(database: Database) -> None:
    def work(tx: Transaction) -> None:
        claim, actor = register(tx, 1), checker(tx)
        carried = take(tx, actor)
        _, letters = ticket(tx, claim.id, b"newer", CAMP + timedelta(minutes=1))
        forged = letters[:8] + ("0000" if letters[8:] != "0000" else "1111")
        scans = scan(2, letters=forged), scan(3, letters="0" * 12), scan(4, letters=letters), scan(5, ticket_id=999)
        unknown = Outcome.UNKNOWN
        assert bring(tx, actor, report(carried, *scans)) == [unknown, unknown, ADMITTED, unknown]

    await database.write(work)


async def test_a_phones_clock_may_be_wrong(database: Database) -> None:
    def work(tx: Transaction) -> None:
        first, second, actor = register(tx, 1), register(tx, 2), checker(tx)
        marks = ticket(tx, first.id, b"first")[0], ticket(tx, second.id, b"other")[0]
        carried = take(tx, actor)
        scans = scan(-9999, ticket_id=marks[0]), scan(99999, ticket_id=marks[1])
        assert bring(tx, actor, report(carried, *scans)) == [ADMITTED, ADMITTED]
        found = [row[0] for row in tx.connection.execute("SELECT admitted_at FROM admissions ORDER BY id")]
        ends = (CAMP, CAMP + timedelta(hours=2))
        assert found == [int(at.timestamp() * 1_000_000) for at in ends]

    await database.write(work)


async def test_only_who_took_the_list_or_an_organizer_brings_it_back(database: Database) -> None:
    def work(tx: Transaction) -> None:
        claim, actor, owner = register(tx, 1), checker(tx), meet(tx, 99, is_owner=True)
        ticket_id, _ = ticket(tx, claim.id, b"first")
        carried = take(tx, actor)
        what = report(carried, scan(ticket_id=ticket_id))
        for stranger in (checker(tx, 901), meet(tx, 1), meet(tx, 77)):
            with pytest.raises(NotAvailableError):
                bring(tx, stranger, what)
        with pytest.raises(NotAvailableError):
            bring(tx, actor, Report(list_id=999, device="PHONE000", scans=what.scans))
        with pytest.raises(NotAvailableError):
            take(tx, meet(tx, 77))
        with pytest.raises(NotAvailableError):
            take(tx, actor, with_names=True)
        with pytest.raises(NotAvailableError):
            carrying.begin(tx, actor=meet(tx, 77), now=CAMP, event_id=1)
        assert admitted(tx) == []
        assert bring(tx, owner, what) == [ADMITTED]

    await database.write(work)


async def test_an_invented_report_teaches_no_names(database: Database) -> None:
    def work(tx: Transaction) -> None:
        claim, actor, owner = register(tx, 1), checker(tx), meet(tx, 99, is_owner=True)
        ticket_id, _ = ticket(tx, claim.id, b"first")
        carried = take(tx, actor)
        guessed = report(carried, scan(registration_id=claim.id))
        assert bring(tx, actor, guessed) == [Outcome.UNKNOWN]  # by name only from a list that has names
        for what in (scan(ticket_id=ticket_id), scan(ticket_id=ticket_id)):
            merged = reconciling.take_in(tx, actor=actor, now=CAMP, report=report(carried, what), key=KEY)
            assert [one.name for one in merged.settled] == [None]
        named = take(tx, owner, with_names=True)
        merged = reconciling.take_in(
            tx, actor=owner, now=CAMP, report=report(named, scan(registration_id=claim.id)), key=KEY
        )
        assert [(one.outcome, one.name) for one in merged.settled] == [(CLASH, "Person Numberb")]

    await database.write(work)


async def test_many_names_take_a_second_person(database: Database) -> None:
    def work(tx: Transaction) -> None:
        owner = meet(tx, 99, is_owner=True)
        register(tx, 1)
        register(tx, 2)
        of: dict[str, Any] = {"event_id": 1, "gate": "arrival", "rules": Rules(above=1)}
        assert carrying.read_matter(tx, actor=owner, now=CAMP, **of) is not None
        with pytest.raises(SecondNeededError):
            carrying.take(tx, actor=owner, now=CAMP, with_names=True, **of)
        assert len(carrying.take(tx, actor=owner, now=CAMP, with_names=False, **of).entries) == 2

    await database.write(work)


async def test_an_erased_participant_is_in_no_scan_and_the_report_still_counts_once(database: Database) -> None:
    def work(tx: Transaction) -> None:
        claim, actor = register(tx, 1), checker(tx)
        what = report(take(tx, actor), scan(ticket_id=ticket(tx, claim.id, b"first")[0]))
        assert bring(tx, actor, what) == [ADMITTED]
        erasing.erase_participant(tx, claim.participant_id, CAMP)
        assert tx.connection.execute("SELECT registration_id FROM gate_scans").fetchone()[0] is None
        assert bring(tx, actor, what) == [None]
        assert admitted(tx) == []

    await database.write(work)
