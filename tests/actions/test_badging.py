"""Badges: for organizers only, many after a second person agreed, in order, with codes that are good at the gate."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import badging, ticketing
from bot.actions.badging import Paper
from bot.domain.access import Role
from bot.domain.errors import NotAvailableError, SecondNeededError, StaleError
from bot.domain.ticket import NOISE_BYTES
from bot.domain.tokens import hash_of
from bot.domain.vouch import Rules
from storage import accounts, squads
from storage.database import Transaction
from tests.actions.test_admitting import checker
from tests.seed import NOW, meet, open_database, programme, register

KEY = b"k" * 32
NOISE = bytes(range(NOISE_BYTES * 10))


def take(tx: Transaction, **more: Any) -> tuple[badging.Holder, ...]:
    of = {"event_id": 1, "stream_id": 0, "squad_id": 0, "paper": Paper.CODES, "rules": Rules(), "noise": NOISE}
    return badging.take(tx, now=NOW, key=KEY, **{"actor": meet(tx, 99, is_owner=True), **of, **more})


async def test_badges_go_by_squads_their_leaders_first_and_those_in_none_last(tmp_path: Path) -> None:
    def work(tx: Transaction) -> None:
        first, second, third = (register(tx, number) for number in (3, 1, 2))
        one, two = squads.add(tx, 1, 1, count=2, places=5, now=NOW)
        squads.place(tx, first.id, two, NOW)
        squads.place(tx, second.id, one, NOW)
        leader = meet(tx, 50)
        given = {"role": Role.LEADER, "programme_id": 1, "granted_by": leader.account_id, "now": NOW, "squad_id": two}
        accounts.add_grant(tx, account_id=leader.account_id, **given)  # type: ignore[arg-type]
        found = take(tx, paper=Paper.BADGES)
        names = ["Person Numberb", "Person 50", "Person Numberd", "Person Numberc"]
        assert [one.name for one in found] == names
        assert [one.is_leader for one in found] == [False, True, False, False]
        assert [one.secret for one in found] == [""] * 4
        assert [one.name for one in take(tx, paper=Paper.BADGES, squad_id=two)] == ["Person 50", "Person Numberd"]
        assert [one.name for one in take(tx, paper=Paper.DOOR, squad_id=two)] == ["Person Numberd"]
        assert third.takes_part

    async with open_database(tmp_path, programme()) as database:
        await database.write(work)


async def test_a_code_is_that_of_the_ticket_and_a_new_one_only_where_there_is_none(tmp_path: Path) -> None:
    def work(tx: Transaction) -> None:
        claim, _ = register(tx, 1), register(tx, 2)
        of = {"registration_id": claim.id, "key": KEY, "noise": b"n" * NOISE_BYTES}
        own = ticketing.open_ticket(tx, actor=meet(tx, 1), now=NOW, **of)  # type: ignore[arg-type]
        found = take(tx)
        assert found[0].secret == own.secret
        assert [one.secret for one in take(tx, noise=NOISE[::-1])] == [one.secret for one in found]
        for one in found:
            seen = ticketing.check(tx, actor=checker(tx), now=NOW, token_hash=hash_of(one.secret))
            assert seen.card.participant.full_name == one.name
        rows = tx.connection.execute("SELECT data FROM audit WHERE action = 'badges.print'").fetchall()
        assert len(rows) == 2
        assert "Person" not in rows[0][0]

    async with open_database(tmp_path, programme()) as database:
        await database.write(work)


async def test_nobody_else_gets_badges_and_many_take_a_second_person(tmp_path: Path) -> None:
    def work(tx: Transaction) -> None:
        register(tx, 1)
        register(tx, 2)
        for stranger in (meet(tx, 1), checker(tx), meet(tx, 77)):
            with pytest.raises(NotAvailableError):
                take(tx, actor=stranger)
            with pytest.raises(NotAvailableError):
                badging.read_choice(tx, actor=stranger, now=NOW, event_id=1)
        for wrong in ({"squad_id": 9}, {"stream_id": 9}):
            with pytest.raises(NotAvailableError):
                take(tx, **wrong)
        with pytest.raises(SecondNeededError):
            take(tx, rules=Rules(above=1, alone_after=timedelta(0)))
        with pytest.raises(StaleError):
            take(tx, noise=b"n" * NOISE_BYTES)
        assert tx.connection.execute("SELECT count(*) FROM tickets").fetchone()[0] == 0
        assert badging.read_choice(tx, actor=meet(tx, 99, is_owner=True), now=NOW, event_id=1).number == 2

    async with open_database(tmp_path, programme()) as database:
        await database.write(work)
